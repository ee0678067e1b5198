"""`checklist` and `order check`: lists, faults in a file, an order without a window."""

import io
import sys
from pathlib import Path

import pytest

from qtdesk import paths
from tests.checking_room import order_text, shipped_lists
from tests.cli.conftest import Run


def type_in(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(text))


OFFERED = [each.id for each in shipped_lists() if not each.draft]
SIGNED = ("--set", "sign=小李", "--set", "agent=小李")


def test_the_lists_are_printed(run: Run) -> None:
    ran = run("checklist", "list", "--set", "language=zh_CN")
    assert ran.code == 0
    assert "CL-08\t2026.11\t退换货资格" in ran.out
    ran = run("checklist", "list", "--json")
    assert {told["id"]: told["draft"] for told in ran.jsons}["CL-05"] is False


def test_a_list_is_shown_with_what_it_rests_on(run: Run) -> None:
    ran = run("checklist", "show", "CL-08", "--set", "language=en")
    assert "E02" in ran.out
    assert "When it was received" in ran.out
    assert "消费者权益保护法" in ran.out
    told = run("checklist", "show", "CL-01", "--json").json
    rules = {item["id"]: item["rules"] for item in told["items"]}
    assert "phone_one_digit_short" in rules["V04"]
    assert "H01" not in rules
    ran = run("checklist", "show", "CL-99")
    assert (ran.code, ran.out) == (4, "")
    assert "CL-01" in ran.err


def test_faults_of_a_file_are_told_with_their_lines(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(
        'id: X\nversion: "1"\nname: 试\nitems:\n'
        "  - {id: A1, type: tick, label: 甲, when: nobody}\n",
        "utf-8",
    )
    ran = run("checklist", "check", str(path))
    assert ran.code == 1
    assert f"{path}:5:" in ran.out
    assert "nobody" in ran.out
    assert "cannot be used" in ran.out
    (problem,) = run("checklist", "check", str(path), "--json").json["problems"]
    assert problem["line"] == 5
    path.write_text(path.read_text("utf-8").replace("nobody", "has_order"), "utf-8")
    ran = run("checklist", "check", str(path))
    assert (ran.code, ran.out) == (0, "0 problems; it can be used\n")
    assert run("checklist", "check", str(tmp_path / "none.yaml")).code == 4


def test_what_is_off_and_whose_a_list_is_is_printed(run: Run, data: Path) -> None:
    own = data / "checklists" / "CL-08.yaml"
    own.parent.mkdir(parents=True)
    ours = paths.resources() / "checklists" / "zh-CN" / "CL-08.yaml"
    own.write_text(ours.read_text("utf-8").replace("2026.11", "mine", 1), "utf-8")
    (own.parent / "bad.yaml").write_text("id: [", "utf-8")
    (own.parent / "lists.yaml").write_text("off: [CL-04]", "utf-8")
    ran = run("checklist", "list", "--set", "language=zh_CN")
    assert "CL-08\tmine\t退换货资格\town" in ran.out
    assert "CL-04\t2026.11\t改地址\toff" in ran.out
    assert "not used: 1 problem" in ran.out
    told = {each["id"]: each for each in run("checklist", "list", "--json").jsons}
    assert (told["CL-08"]["from"], told["CL-08"]["file"]) == ("own", str(own))
    assert told["CL-04"]["off"] is True


def test_what_a_phrasebook_leaves_out_is_checked(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "lists.yaml"
    path.write_text("off: CL-08\n", "utf-8")
    assert run("checklist", "check", str(path)).code == 0
    path.write_text("of: CL-08\n", "utf-8")
    ran = run("checklist", "check", str(path))
    assert ran.code == 1
    assert f"{path}:1:" in ran.out


@pytest.mark.parametrize("list_id", OFFERED)
def test_a_preview_of_every_list_has_its_items_and_texts(
    run: Run, list_id: str
) -> None:
    ran = run("checklist", "preview", list_id, "--set", "language=zh_CN")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"{list_id} ")
    assert "todo" not in ran.out
    told = run("checklist", "preview", list_id, "--json").json
    assert told["checklist"] == list_id
    assert told["entries"]


def test_a_preview_of_a_file_tells_its_first_fault(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(
        'id: X\nversion: "1"\nname: 试\nitems:\n'
        "  - {id: A1, type: tick, label: 甲, req: R}\n"
        "outputs:\n  - {id: b, target: buyer, label: 乙, template: 好的}\n",
        "utf-8",
    )
    ran = run("checklist", "preview", str(path))
    assert "ok    A1" in ran.out
    assert "好的" in ran.out
    path.write_text("id: [", "utf-8")
    ran = run("checklist", "preview", str(path))
    assert ran.code == 4
    assert str(path) in ran.err


def test_faults_of_the_rules_are_told_with_their_lines(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "rules.yaml"
    path.write_text(
        "rules:\n  - {as_of: 2020-01-02, source: x, ship_hours: 0}", "utf-8"
    )
    ran = run("checklist", "check", str(path))
    assert ran.code == 1
    assert f"{path}:2:" in ran.out
    assert "cannot be used" in ran.out
    assert run("checklist", "check", str(path), "--json").json["id"] is None
    path.write_text(
        "rules:\n  - {as_of: 2020-01-02, source: x, ship_hours: 1}", "utf-8"
    )
    ran = run("checklist", "check", str(path))
    assert ran.code == 0
    assert "rules *: looked up on 2020-01-02" in ran.out
    assert run("checklist", "check", str(path), "--json").json["problems"] == []


def test_a_clean_order_passes(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    type_in(monkeypatch, order_text(time=""))
    ran = run("order", "check", "--json", *SIGNED)
    assert (ran.code, ran.err) == (0, "")
    assert ran.json["may_finish"] is True
    assert ran.json["next"] is None
    assert ran.json["counts"]["ok"] == len(ran.json["entries"])
    (text,) = ran.json["texts"]
    assert (text["id"], text["complete"]) == ("confirm", True)
    assert "138****8005" in text["text"]


def test_a_wrong_order_is_told_with_what_to_do(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_in(monkeypatch, order_text(phone="1380013800", message="要顺丰"))
    ran = run("order", "check", "--language", "zh_CN")
    assert ran.code == 1
    assert "STOP  V04    手机: 138****3800" in ran.out
    assert "少一位：应为 11 位 请买家补全手机号" in ran.out
    assert "还没处理" in ran.out
    for private in ("陈静", "1380013800", "天府大道中段", "4012345678901234567"):
        assert private not in ran.out


def test_answers_and_reasons_are_given_as_arguments(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_in(monkeypatch, order_text(time="", phone="1380013800", message="要顺丰"))
    arguments = (
        "--answer",
        "V21.1=yes",
        "--answer",
        "V18=顺丰",
        "--answer",
        "V22=袜子",
    )
    ran = run(
        "order", "check", *arguments, "--pass", "V04=电话确认过", "--texts", *SIGNED
    )
    assert ran.code == 0
    assert "STOP (passed)" in ran.out
    assert "KD 指定顺丰 小李" in ran.out


def test_another_list_and_a_preset(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    type_in(monkeypatch, order_text())
    ran = run("order", "check", "--list", "CL-04", "--preset", "shipped", "--json")
    assert ran.code == 1
    assert ran.json["timers"][0]["id"] == "answer"
    texts = {text["id"] for text in ran.json["texts"]}
    assert "buyer_waiting" in texts


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--answer", "V13"), 2),
        (("--answer", "V13=many"), 4),
        (("--list", "CL-99"), 4),
        (("--preset", "none"), 4),
        (("--pass", "V04=x"), 4),
    ],
)
def test_misuse_is_told(
    run: Run, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], code: int
) -> None:
    type_in(monkeypatch, order_text())
    ran = run("order", "check", *arguments)
    assert (ran.code, ran.out) == (code, "")
    assert ran.err


def test_free_text_is_hidden_in_the_table(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_in(monkeypatch, order_text(time=""))
    ran = run("order", "check", "--answer", "V24=打13800138005", "--language", "en")
    assert "13800138005" not in ran.out
    assert "***" in ran.out
