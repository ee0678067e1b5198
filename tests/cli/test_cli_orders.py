"""`order parse`: JSON for programs, a table that hides what is private for people."""

import io
import json
import sys
from pathlib import Path

import pytest

from qtdesk import paths
from qtdesk.cli.catalogue import Catalogue
from qtdesk.core.orders.fields import FieldName, Flag, FlagKind
from qtdesk.core.orders.wording import field_words, flag_words
from qtdesk.core.words import Words
from tests.cli.conftest import Run

ORDER = (
    "收货人：张三丰\n电话：18400000013-7804\n"
    "地址：浙江省杭州市余杭区仓前街道文一西路969号"
)


def type_in(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))


def test_json_has_every_field_with_its_place(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_in(monkeypatch, ORDER)
    ran = run("order", "parse", "--json")
    assert (ran.code, ran.err) == (0, "")
    fields = {field["name"]: field for field in ran.json["fields"]}
    assert fields["extension"]["value"] == "7804"
    for field in fields.values():
        ((start, end),) = field["spans"]
        assert ORDER[start:end] == field["value"]
    assert ran.json["flags"] == ["virtual_number"]
    assert ran.json["left"] == []
    assert ran.json["profile"] == "cn"


def test_many_orders_are_read_line_by_line(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_in(monkeypatch, "\n".join(json.dumps(text) for text in (ORDER, "谢谢", "")))
    ran = run("order", "parse", "--json", "--lines")
    assert ran.code == 0
    assert [len(answer["fields"]) for answer in ran.jsons] == [8, 0, 0]


@pytest.mark.parametrize("line", ["not JSON", "17", '["a"]'])
def test_a_line_that_is_no_string_is_misuse(
    run: Run, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    type_in(monkeypatch, line)
    ran = run("order", "parse", "--lines")
    assert ran.code == 2
    assert "JSON string" in ran.err


def test_the_table_hides_what_is_private(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_in(monkeypatch, ORDER + " 暗号 5566")
    ran = run("order", "parse", "--language", "en")
    assert "张**" in ran.out
    assert "virtual number" in ran.out
    for private in ("三丰", "18400000013", "969", "5566"):
        assert private not in ran.out


def test_the_table_speaks_chinese(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    type_in(monkeypatch, ORDER)
    for arguments in (("--language", "zh_CN"), ("--set", "language=zh_CN")):
        type_in(monkeypatch, ORDER)
        ran = run("order", "parse", *arguments)
        assert "收件人    张**" in ran.out
        assert "虚拟号" in ran.out


def test_nothing_found_is_exit_code_one(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_in(monkeypatch, "谢谢亲")
    assert run("order", "parse", "--language", "en").code == 1


def test_a_broken_list_of_regions_is_told(
    run: Run, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data.mkdir()
    (data / "regions.txt").write_text("nothing", "utf-8")
    type_in(monkeypatch, ORDER)
    ran = run("order", "parse", "--json")
    assert (ran.code, ran.out) == (4, "")
    assert "provinces" in ran.err


def test_every_word_of_an_order_is_translated() -> None:
    catalogue = Catalogue(paths.resources() / "translations", "zh_CN")
    words = [field_words(name) for name in FieldName]
    words += [flag_words(Flag(kind, 10)) for kind in FlagKind]
    english = [str(sentence) for sentence in words]
    assert not set(english) & {catalogue.tell(sentence) for sentence in words}


@pytest.mark.parametrize("content", [b"", b"nothing", bytes(40)])
def test_a_catalogue_that_is_none_says_everything_in_english(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / "qtdesk_zh_CN.qm").write_bytes(content)
    assert Catalogue(tmp_path, "zh_CN").tell(Words("City")) == "City"


@pytest.mark.parametrize(
    ("named", "told"), [("zh_CN", "市"), ("zh_TW", "市"), ("de_DE", "City")]
)
def test_auto_follows_the_system(
    monkeypatch: pytest.MonkeyPatch, named: str, told: str
) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: (named, "UTF-8"))
    catalogue = Catalogue(paths.resources() / "translations", "auto")
    assert catalogue.tell(field_words(FieldName.CITY)) == told
