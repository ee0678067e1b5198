"""The check that the desk asks, before and after it has read its packs."""

import subprocess
import sys
from pathlib import Path

import pytest

from qtdesk.bootstrap.on_request import open_text_check
from qtdesk.core.lint import Level, Packs, Platform, TextCheck
from tests.core.lint.shipped_packs import reading

ROOT = Path(__file__).parents[3]


def test_packs_are_read_by_the_first_question_and_once() -> None:
    asked: list[int] = []

    def load() -> Packs:
        asked.append(1)
        return reading().packs

    check = TextCheck(load)
    assert not asked
    check.warm_up()
    assert check.check_text("加我微信")
    assert check.check_text("您好，在的") == ()
    assert len(asked) == 1


def test_the_verdict_on_a_text() -> None:
    check = TextCheck(lambda: reading().packs)
    verdict = check.verdict("最便宜，加我微信", platform=Platform.TAOBAO)
    assert verdict.level is Level.BLOCK
    assert [hit.word for hit in verdict.hits] == ["最便宜", "加我微信"]
    assert verdict.better == "便宜，加我微信"
    why, advice = verdict.told
    assert (why, advice) == (verdict.hits[1].why, verdict.hits[1].advice)
    assert "微信" not in repr(verdict)


def test_the_verdict_on_a_good_text() -> None:
    verdict = TextCheck(lambda: reading().packs).verdict("您好，在的，您说。")
    assert (verdict.level, verdict.hits) == (Level.OFF, ())
    assert verdict.better == "您好，在的，您说。"
    assert [str(each) for each in verdict.told] == ["", ""]


def test_several_better_wordings_at_once() -> None:
    verdict = TextCheck(lambda: reading().packs).verdict("最便宜又最优惠，顶级面料")
    assert verdict.better == "便宜又优惠，优质面料"


def test_a_copied_book_is_not_looked_through() -> None:
    check = TextCheck(lambda: reading().packs)
    assert check.check_text("您好，" * 1330 + "加我微信")
    assert check.check_text("您好，" * 1340 + "加我微信") == ()


def test_spans_of_an_order_are_handed_on() -> None:
    check = TextCheck(lambda: reading().packs)
    assert check.verdict("加我微信", [(0, 4)]).level is Level.OFF


def test_optional_packs_and_those_of_the_agent(tmp_path: Path) -> None:
    (tmp_path / "lint").mkdir()
    (tmp_path / "lint" / "own.yaml").write_text(
        "id: own\nas_of: 2026-11\nrules:\n  - why: w\n    words: [绿豆]\n", "utf-8"
    )
    (tmp_path / "lint" / "rude.yaml").write_text(
        "id: rude\nas_of: 2026-11\nrules:\n  - why: w\n    words: [红豆]\n", "utf-8"
    )
    check = open_text_check(tmp_path, ["medical"])
    assert [hit.pack for hit in check.check_text("绿豆红豆，能治疗失眠")] == [
        "own",
        "rude",
        "medical",
    ]
    assert check.check_text("爱买不买") == ()


def test_the_start_loads_nothing_of_it() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "import sys, qtdesk.ui.app; print(*sys.modules)"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    loaded = set(told.stdout.split())
    assert "qtdesk.bootstrap" in loaded
    assert not {"qtdesk.core.lint", "qtdesk.core.book_check", "yaml"} & loaded


@pytest.mark.alone
def test_it_is_ready_before_anybody_notices(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Compiled once, as it is where the program is installed.
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    monkeypatch.setenv("PYTHONPYCACHEPREFIX", str(tmp_path))
    measure = (
        "import time, qtdesk.bootstrap.on_request, qtdesk.core.desk\n"
        "from pathlib import Path\n"
        "began = time.process_time()\n"
        "qtdesk.bootstrap.on_request.open_text_check(Path('none')).warm_up()\n"
        "print(time.process_time() - began)\n"
    )
    took = [
        float(
            subprocess.run(
                [sys.executable, "-c", measure],
                cwd=ROOT,
                capture_output=True,
                check=True,
                text=True,
            ).stdout
        )
        for _ in range(6)
    ]
    # Some 35 ms; twice that where others keep the machine busy.
    assert min(took) < 0.1
