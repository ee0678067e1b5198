"""The short form of `dev.py torture store`; and the judge must be able to condemn."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("processes cannot be forked there", allow_module_level=True)

from qtdesk.storage.journal import appending
from torture.__main__ import SHORT, trials
from torture.kills import kill_while_writing
from torture.power import cut_the_power
from torture.subjects import JOURNAL
from torture.verdict import Verdict, table


def test_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    found = [trial() for trial in trials(SHORT, tmp_path)]
    assert [each for each in found if not each.kept] == [], table(found)
    ours = [each for each in found if each.promised]
    assert {each.unreadable + each.lost + each.wrong_rows for each in ours} == {0}
    # What TinyDB loses by itself shows that the trials are no child's play.
    stock = [each for each in found if not each.promised]
    assert sum(each.unreadable for each in stock) > 10


def test_a_journal_that_does_not_wait_for_the_disk_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(appending, "sync_file", lambda _file: None)
    assert cut_the_power(JOURNAL, tmp_path, 60).lost > 0


def test_a_lost_change_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A program that only keeps what it was told in memory.
    monkeypatch.setattr(appending.Appender, "append", lambda *_: None)
    assert kill_while_writing(JOURNAL, tmp_path, 5).lost > 0


def test_a_verdict_says_what_is_broken() -> None:
    verdict = Verdict("power cut", "journal")
    verdict.judge(lambda: {"a": "1"}, {"a": "1"}, {})
    assert verdict.kept
    verdict.judge(lambda: {"a": "2"}, {"a": "1"}, {})
    assert (verdict.trials, verdict.lost, verdict.kept) == (2, 1, False)
    assert "BROKEN" in table([verdict])
    assert not json.loads(json.dumps(verdict.as_data()))["kept"]


def test_it_says_how_to_use_it() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "torture", "--help"],
        capture_output=True,
        check=True,
        text=True,
        timeout=60,
    )
    assert "--short" in told.stdout
