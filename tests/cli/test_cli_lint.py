"""`lint`: sentences in, one line for each word out."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from qtdesk.bootstrap import open_data, open_store
from tests.cli.conftest import Ran, Run

Lint = Callable[..., Ran]


@pytest.fixture
def lint(run: Run, monkeypatch: pytest.MonkeyPatch) -> Lint:
    """Runs `lint` with these sentences on standard input."""

    def run_lint(text: str, *arguments: str) -> Ran:
        monkeypatch.setattr("sys.stdin", io.StringIO(text))
        return run("lint", "--language", "en", *arguments)

    return run_lint


def test_a_good_sentence_says_nothing(lint: Lint) -> None:
    ran = lint("您好，在的，您说。\n")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert lint("").code == 0


def test_a_bad_sentence_names_place_and_reason(lint: Lint) -> None:
    ran = lint("您好，在的，您说。\n这款最便宜。\r\n亲，加我微信\n您好，在的\n")
    assert ran.code == 1
    first, second = ran.out.splitlines()
    assert first == (
        "2:3: warn absolute “最便宜” → “便宜” A superlative that nobody can prove;"
        " advertising law forbids it. Name a fact: material, size, what is included."
    )
    assert second.startswith("3:3: block offplatform “加我微信” ")


def test_a_note_is_printed_and_nothing_is_wrong(lint: Lint) -> None:
    ran = lint("是快递的问题\n")
    assert ran.code == 0
    assert ran.out.startswith("1:1: note blame ")


def test_for_programs_each_line_is_an_object(lint: Lint) -> None:
    ran = lint("您好，在的\n\n😊这款最便宜\n", "--json")
    assert ran.code == 1
    good, empty, bad = ran.jsons
    assert good == {"line": 1, "level": "off", "hits": []}
    assert empty == {"line": 2, "level": "off", "hits": []}
    (hit,) = bad.pop("hits")
    assert bad == {"line": 3, "level": "warn"}
    assert hit.pop("why")
    assert hit.pop("advice")
    assert hit == {
        "word": "最便宜",
        "start": 3,
        "end": 6,
        "pack": "absolute",
        "level": "warn",
        "better": "便宜",
    }


def test_reasons_in_chinese(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("加我微信\n"))
    ran = run("lint", "--language", "zh_CN", "--json")
    (hit,) = ran.json["hits"]
    assert not hit["why"].isascii()
    assert not hit["advice"].isascii()


def test_platform_and_optional_packs(lint: Lint) -> None:
    assert lint("加我微信", "--platform", "wechat-shop").code == 0
    assert lint("加我微信", "--platform", "jd").code == 1
    assert lint("能治疗失眠").code == 0
    assert lint("能治疗失眠", "--with", "medical").code == 1
    assert "no pack magic" in lint("您好，在的", "--with", "magic").err
    assert lint("x", "--platform", "moon").code == 2


def test_packs_of_the_agent_and_their_faults(lint: Lint, data: Path) -> None:
    (data / "lint").mkdir(parents=True)
    pack = "id: own\nas_of: 2026-11\nrules:\n  - why: 本店不说\n    words: [绿豆, …]\n"
    (data / "lint" / "own.yaml").write_text(pack, "utf-8")
    ran = lint("有绿豆吗")
    assert ran.code == 1
    assert ran.out == "1:2: warn own “绿豆” 本店不说 \n"
    assert "own.yaml:5:" in ran.err


def test_reasons_that_let_texts_pass_are_printed(run: Run, data: Path) -> None:
    ran = run("lint", "--let-pass")
    assert (ran.code, ran.out) == (1, "")
    kept = open_data(data)
    said = [
        ["2026-11-21", "b/p1", "rude", "急"],
        ["2026-11-22", "b/p2", "price", "问过"],
    ]
    open_store(kept).save_note("let_pass", json.dumps(said))
    kept.flush()
    ran = run("lint", "--let-pass")
    assert ran.code == 0
    assert ran.out == "2026-11-21 b/p1 (rude): 急\n2026-11-22 b/p2 (price): 问过\n"
    assert run("lint", "--let-pass", "--json").jsons[1]["reason"] == "问过"
