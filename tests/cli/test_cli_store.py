import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from qtdesk.storage.journal.journal import Journal
from qtdesk.storage.journal_tables import open_tables
from tests.cli.conftest import Run


@pytest.fixture
def filled(run: Run, data: Path) -> Path:
    assert run("settings", "set", "theme", "dark").code == 0
    assert run("settings", "set", "notify", "off").code == 0
    return data / "agent.jsonl"


def _theme(run: Run) -> str:
    return run("settings", "get", "theme").out.strip()


def test_a_backup_and_back(run: Run, filled: Path) -> None:
    made = run("backup", "--json").json
    assert made["made"]
    assert Path(made["path"]).parent == filled.parent / "backups"
    run("settings", "set", "theme", "light")
    (listed,) = run("restore", "--json").jsons
    assert listed["name"] == Path(made["path"]).name
    assert (listed["documents"], listed["sound"]) == (1, True)
    assert run("restore").out.split("\t")[0] == listed["name"]
    assert _theme(run) == "light"
    assert run("restore", listed["name"]).code == 0
    assert _theme(run) == "dark"
    assert filled.with_name("agent.jsonl.replaced-1").exists()


def test_nothing_to_keep(run: Run) -> None:
    assert run("backup").code == 1
    assert run("backup", "--json").json == {"made": False, "path": ""}
    ran = run("restore")
    assert (ran.code, ran.out) == (1, "")


def test_a_backup_that_is_not_there(run: Run, filled: Path) -> None:
    before = filled.read_bytes()
    ran = run("restore", "2020-01-01.jsonl")
    assert ran.code == 4
    assert "no backup 2020-01-01.jsonl" in ran.err
    assert filled.read_bytes() == before


@pytest.mark.usefixtures("filled")
def test_a_sound_store(run: Run) -> None:
    run("backup")
    told = run("store", "check", "--json").json
    assert told["sound"]
    assert (told["lines"], told["documents"], told["missing"]) == (2, 1, 0)
    assert (told["backups"], told["condition"]) == (1, "safe")
    ran = run("store", "check")
    assert ran.code == 0
    assert "condition\tsafe\n" in ran.out


def test_damage_is_found(run: Run, filled: Path) -> None:
    run("settings", "set", "theme", "light")
    data = bytearray(filled.read_bytes())
    data[data.index(b"false")] ^= 1
    filled.write_bytes(bytes(data))
    ran = run("store", "check", "--json")
    assert ran.code == 1
    assert (ran.json["missing"], ran.json["damaged"], ran.json["sound"]) == (
        1,
        1,
        False,
    )
    assert "lost to damage\t1\n" in run("store", "check").out


def test_a_missing_store_is_told_and_nothing_begun(run: Run, filled: Path) -> None:
    run("backup")
    filled.unlink()
    told = run("store", "check", "--json").json
    assert (told["condition"], told["sound"]) == ("gone", False)
    assert "missing" in run("store", "check").err
    ran = run("settings", "set", "theme", "light")
    assert ran.code == 4
    assert not filled.exists()
    assert run("restore", run("restore", "--json").json["name"]).code == 0
    assert _theme(run) == "dark"


@pytest.mark.usefixtures("filled")
def test_out_as_json_and_in_again(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "全部.json"
    assert run("store", "export", str(path)).out == f"{path}\t1 document\n"
    told = json.loads(path.read_bytes())
    assert told["tables"]["settings"]["1"]["theme"] == "dark"
    run("settings", "set", "theme", "light")
    ran = run("store", "import", str(path), "--json")
    assert ran.json == {"path": str(path), "documents": 1}
    assert _theme(run) == "dark"
    again = tmp_path / "again.json"
    run("store", "export", str(again))
    assert json.loads(again.read_bytes())["tables"] == told["tables"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b'{"kind": "other"}',
        b'{"kind": "qtdesk agent data", "schema": 99, "tables": {}}',
        b'{"kind": "qtdesk agent data", "schema": 1, "tables": {"a": {"x": {}}}}',
        b'{"kind": "qtdesk agent data", "schema": 1, "tables": {"a": {"1": 3}}}',
        b'{"kind": "qtdesk agent data", "schema": "1", "tables": {}}',
        b"\xff\xfe",
    ],
)
def test_what_is_no_export_changes_nothing(
    run: Run, filled: Path, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "other.json"
    path.write_bytes(content)
    before = filled.read_bytes()
    assert run("store", "import", str(path)).code == 4
    assert filled.read_bytes() == before
    assert run("store", "import", str(tmp_path / "missing.json")).code == 4


def test_while_another_writes_only_looking_works(run: Run, filled: Path) -> None:
    other = open_tables(Journal(filled))
    other.put_only("settings", {"theme": "auto"})
    assert run("store", "check").code == 0
    assert run("backup").code == 0
    name = run("restore", "--json").json["name"]
    ran = run("restore", name)
    assert ran.code == 4
    assert "in use by another qtdesk" in ran.err
    other.close()
    assert run("restore", name).code == 0


@pytest.mark.skipif(os.name == "nt", reason="the limit is one of Unix")
def test_a_full_disk_is_told_and_harms_nothing(run: Run, filled: Path) -> None:
    before = filled.read_bytes()
    # No file of the process may grow beyond what this one has already.
    script = (
        "import resource, signal, sys; from qtdesk.cli.main import main;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({len(before)},) * 2);"
        "sys.exit(main(sys.argv[1:]))"
    )
    change = ("settings", "set", "theme", "light")
    done = subprocess.run(
        [sys.executable, "-c", script, "--data-dir", str(filled.parent), *change],
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
    )
    assert done.returncode == 4
    assert "agent.jsonl could not be saved" in done.stderr
    assert filled.read_bytes() == before
    assert _theme(run) == "dark"
