"""`records`: what is found, what is shown, and what is gone afterwards."""

import io
import json
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from qtdesk.bootstrap import open_records
from qtdesk.core.ports.records import Question
from qtdesk.core.records import Verdict
from tests.cli.conftest import Run
from tests.sample_records import NOVEMBER, OCTOBER, correction, record
from tests.storage.records.folders import files_with

ORDER = "330012345678901234"
SECRETS = ("张小三", "13800138000", "969号", "小鱼儿", "驿站", "看错了")


@pytest.fixture
def filled(data: Path) -> Path:
    records = open_records(data)
    one = record(ORDER, uid="a" * 32)
    records.add(one)
    records.add(record("550012345678900001", NOVEMBER, buyer="别人"))
    records.correct(correction(one, verdict=Verdict.STOPPED))
    return data


def told(text: str) -> list[str]:
    return [secret for secret in SECRETS if secret in text]


@pytest.mark.usefixtures("filled")
def test_list(run: Run) -> None:
    ran = run("records", "list")
    assert (ran.code, ran.err) == (0, "")
    newest, oldest = ran.out.splitlines()
    assert newest.split("\t")[2] == "550012345678900001"
    assert oldest.split("\t") == [
        *("2026-10-03", "10:15", ORDER, "taobao", "stopped", "小**"),
        *("V10 stop no_house_number (passed anyway)", "a" * 32),
    ]
    assert told(ran.out) == []


@pytest.mark.usefixtures("filled")
def test_list_in_chinese(run: Run) -> None:
    ran = run("records", "list", "--order", ORDER, "--set", "language=zh_CN")
    assert "拦下" in ran.out
    assert "stop" not in ran.out
    other = run("records", "list", "--order", ORDER, "--language", "en")
    assert "stopped" in other.out


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("asked", "count"),
    [
        (["--order", ORDER], 1),
        (["--order", "1234"], 1),
        (["--buyer", "别人"], 1),
        (["--day", "2026-11-05"], 1),
        (["--from", "2026-10-04"], 1),
        (["--to", "2026-11-04"], 1),
        (["--from", "2026-10-01", "--to", "2026-11-30"], 2),
        (["--limit", "1"], 1),
    ],
)
def test_list_what_is_asked_for(run: Run, asked: list[str], count: int) -> None:
    ran = run("records", "list", "--json", *asked)
    assert ran.code == 0
    assert len(ran.jsons) == count
    assert ("--limit" in asked) == ("more than 1 record" in ran.err)


def test_nothing_is_found(run: Run, data: Path) -> None:
    for asked in (["list"], ["show", ORDER], ["forget", ORDER, "--yes"]):
        ran = run("records", *asked)
        assert (ran.code, "there is no such record" in ran.err) == (1, True)
    assert run("records", "check").code == 0
    assert not (data / "records").exists()


@pytest.mark.usefixtures("filled")
def test_show(run: Run) -> None:
    ran = run("records", "show", ORDER)
    assert "Verdict\tstopped\n" in ran.out
    assert "Address\t浙江省杭州市****\n" in ran.out
    assert told(ran.out) == []
    assert run("records", "show", "a" * 32).out == ran.out
    whole = run("records", "show", ORDER, "--unmasked", "--language", "zh_CN").out
    assert "收件人\t张小三\n" in whole
    assert told(whole) == list(SECRETS)


@pytest.mark.usefixtures("filled")
def test_show_as_json(run: Run) -> None:
    (shown,) = run("records", "show", ORDER, "--json").jsons
    assert told(json.dumps(shown, ensure_ascii=False)) == []
    assert (shown["verdict"], shown["original"]["verdict"]) == ("stopped", "overridden")
    assert shown["corrections"][0]["personal"] == {"note": "****"}
    (whole,) = run("records", "show", ORDER, "--json", "--unmasked").jsons
    assert whole["original"]["personal"]["recipient"] == "张小三"


@pytest.mark.usefixtures("filled")
def test_export(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "october.csv"
    ran = run("records", "export", "2026-10", str(path))
    assert (ran.code, ran.out) == (0, f"1 record in {path}\n")
    text = path.read_text("utf-8-sig")
    assert told(text) == []
    assert ORDER in text
    ran = run("records", "export", "2026-10", str(path), "--unmasked", "--json")
    assert ran.json == {"records": 1, "file": str(path), "masked": False}
    assert told(path.read_text("utf-8-sig")) == list(SECRETS)
    empty = run("records", "export", "2020-01", str(tmp_path / "a.xlsx"))
    assert empty.code == 1
    assert (tmp_path / "a.xlsx").exists()
    assert run("records", "export", "2026-10", str(tmp_path / "a.ods")).code == 4
    for wrong in ("2026-13", "10", "2026-10-01"):
        assert run("records", "export", wrong, str(path)).code == 2


def test_forget(run: Run, filled: Path) -> None:
    assert files_with(filled, ORDER, *SECRETS)
    ran = run("records", "forget", ORDER, "--yes", "--json")
    assert ran.code == 0
    assert ran.json == {
        "records": 1,
        "corrections": 1,
        "mentions": 0,
        "rows": 0,
        "damaged": 0,
        "files": 2,
        "out_of_reach": [],
    }
    assert files_with(filled, ORDER, "看错了") == []
    assert run("records", "list").out.count("\n") == 1


@pytest.mark.usefixtures("filled")
def test_forget_says_what_it_cannot_reach(run: Run) -> None:
    ran = run("records", "forget", ORDER, "--yes")
    assert ran.out.splitlines()[0] == "records\t1"
    assert "files you exported" in ran.err


def test_forget_asks_first(
    run: Run, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("records", "forget", ORDER).code == 2
    assert run("records", "forget").code == 2
    assert run("records", "forget", "").code == 2
    terminal = io.StringIO("no\n")
    terminal.isatty = lambda: True  # type: ignore[method-assign]
    monkeypatch.setattr(sys, "stdin", terminal)
    assert run("records", "forget", ORDER).code == 1
    assert len(open_records(filled).find(Question()).records) == 2
    terminal = io.StringIO("y\n")
    terminal.isatty = lambda: True  # type: ignore[method-assign]
    monkeypatch.setattr(sys, "stdin", terminal)
    assert run("records", "forget", ORDER).code == 0


def test_names_of_old_records_go(run: Run, filled: Path) -> None:
    now = datetime.now().astimezone()
    open_records(filled).add(record("new", now - timedelta(days=29)))
    days = (now.date() - OCTOBER.date()).days
    ran = run("records", "forget", "--older-than", str(days - 1), "--yes", "--json")
    assert ran.json["records"] >= 1
    (shown,) = run("records", "show", ORDER, "--json", "--unmasked").jsons
    assert "personal" not in shown
    assert shown["verdict"] == "stopped"


def test_check(run: Run, filled: Path) -> None:
    ran = run("records", "check")
    assert (ran.code, ran.out.splitlines()[0]) == (0, "2026-10\t1 record\tsealed")
    path = filled / "records" / "2026-10.jsonl"
    path.write_bytes(path.read_bytes().replace(b"taobao", b"TaoBao"))
    ran = run("records", "check")
    assert ran.code == 1
    assert "the seal does not fit, 1 damaged piece, 1 missing line" in ran.out
    state = run("records", "check", "--json").jsons[0]
    assert (state["damaged"], state["sound"]) == (1, False)


@pytest.mark.usefixtures("filled")
def test_mend(run: Run) -> None:
    assert run("records", "mend").out == "records and corrections added\t0\n"
    assert run("records", "mend", "--json").json == {"added": 0}


def test_no_library_is_loaded_that_is_not_needed(filled: Path) -> None:
    script = (
        "import sys, qtdesk.cli.main as m;"
        "code = m.main(sys.argv[1:]);"
        "heads = {name.partition('.')[0] for name in sys.modules};"
        "unwanted = heads & {'PySide6', 'yaml', 'xlsxwriter', 'csv', 'filelock'};"
        "assert not unwanted, unwanted;"
        "sys.exit(code)"
    )
    command = [sys.executable, "-c", script, "--data-dir", str(filled)]
    ran = subprocess.run(
        [*command, "records", "list", "--json", "--order", ORDER],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert len(ran.stdout.splitlines()) == 1
