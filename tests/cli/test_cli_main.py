"""What all commands have in common, and the process as a whole."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from qtdesk.cli import options
from tests.cli.conftest import Run

GOLDEN = Path(__file__).parent / "golden"
COMMANDS = (
    *("list", "search", "copy", "check", "lint", "sources", "add", "remove"),
    *("order", "checklist", "records", "settings", "backup", "restore", "store"),
    *("updates", "show", "phrases", "tables"),
    *("status", "quit", "doctor"),
)


def common(book: Path, data: Path) -> tuple[str, ...]:
    return ("--data-dir", str(data), "--book", str(book))


def as_process(*arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "qtdesk.cli", *arguments],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "0", "LC_ALL": "C", **more},
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_as_it_was(run: Run, command: str) -> None:
    ran = run(*command.split(), "--help")
    assert ran.code == 0
    # To renew a page: COLUMNS=80 python -m qtdesk.cli COMMAND --help
    assert ran.out == (GOLDEN / f"{command or 'help'}.txt").read_text("utf-8")


def test_version(run: Run) -> None:
    assert run("--version").out == run("list", "--version").out == "qtdesk 0.1.0\n"


@pytest.mark.parametrize("misused", [[], ["fly"], ["--dat", "x", "list"], ["add"]])
def test_misused(run: Run, misused: list[str]) -> None:
    ran = run(*misused)
    assert (ran.code, ran.out) == (2, "")
    assert "usage: qtdesk-cli" in ran.err


def test_options_stand_anywhere() -> None:
    everywhere = "--book a list --set x=1 --book b --json --set y=2=3 --data-dir d"
    found, rest = options.split(everywhere.split(), "p")
    assert found == options.Options(
        Path("d"), (Path("a"), Path("b")), {"x": "1", "y": "2=3"}
    )
    assert rest == ["list", "--json"]


def test_the_hotkey_has_a_short_way() -> None:
    found, rest = options.split(["--hotkey", "ctrl+alt+j", "--set", "theme=dark"], "p")
    assert found.changes == {"hotkey": "ctrl+alt+j", "theme": "dark"}
    assert rest == []


def test_nothing_behind_two_dashes_is_an_option() -> None:
    found, rest = options.split(["search", "--", "--book", "x"], "p")
    assert found == options.Options()
    assert rest == ["search", "--", "--book", "x"]


def test_search_loads_no_qt_and_nothing_else_that_is_slow(
    book: Path, data: Path
) -> None:
    script = (
        "import sys, qtdesk.cli.main as m;"
        "early = set(sys.modules);"
        "code = m.main(sys.argv[1:]);"
        "late = set(sys.modules);"
        "heads = lambda names: {name.partition('.')[0] for name in names};"
        "assert not heads(late) & {'PySide6', 'shiboken6', 'pyperclip', 'Xlib',"
        " 'platformdirs'}, late;"
        "assert not heads(early) & {'tinydb', 'yaml'}, early;"
        "sys.exit(code)"
    )
    ran = subprocess.run(
        [*(sys.executable, "-c", script), *common(book, data), "search", "发货"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.count("\n") == 2


def test_as_a_process_whatever_the_locale(book: Path, data: Path) -> None:
    ran = as_process(
        *common(book, data), "search", "HY", "--json", PYTHONIOENCODING="ascii"
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert json.loads(ran.stdout)["hits"][0]["title"] == "欢迎😀光临"
    assert as_process(*common(book, data), "status").returncode == 3
    assert as_process("fly").returncode == 2


def test_each_query_is_answered_before_the_next_is_read(book: Path, data: Path) -> None:
    command = [sys.executable, "-m", "qtdesk.cli", "search", "--stdin"]
    command += common(book, data)
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdin
        assert process.stdout
        for query, count in (("发货", 2), ("FH1", 1), ("髯", 0)):
            process.stdin.write(f"{query}\n")
            process.stdin.flush()
            answer = json.loads(process.stdout.readline())
            assert (answer["query"], len(answer["hits"])) == (query, count)
        process.stdin.close()
        assert process.wait(30) == 0


# --- copy ----------------------------------------------------------------------------

XCLIP = """\
#!/bin/sh
case "$*" in
*-o*) cat "$HELD" ;;
*) cat > "$HELD"; sleep 600 & echo $! > "$HELD.pid" ;;
esac
"""


@pytest.mark.skipif(sys.platform != "linux", reason="tools of Linux")
def test_copy_does_not_wait_for_the_tool_that_holds_the_text(
    book: Path, data: Path, tmp_path: Path
) -> None:
    tool, held = tmp_path / "bin" / "xclip", tmp_path / "held"
    tool.parent.mkdir()
    tool.write_text(XCLIP)
    tool.chmod(0o755)
    path = f"{tool.parent}{os.pathsep}{os.environ['PATH']}"
    desktop = {"PATH": path, "HELD": str(held), "DISPLAY": ":1", "WAYLAND_DISPLAY": ""}
    ran = as_process(*common(book, data), "copy", "hy", **desktop)
    os.kill(int((tmp_path / "held.pid").read_text()), signal.SIGTERM)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    assert held.read_text("utf-8") == "亲，您好～"


@pytest.mark.skipif(sys.platform != "linux", reason="tools of Linux")
def test_a_tool_that_fails_is_not_believed(
    book: Path, data: Path, tmp_path: Path
) -> None:
    tool = tmp_path / "xclip"
    tool.write_text("#!/bin/sh\nexit 1\n")
    tool.chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    desktop = {"PATH": path, "DISPLAY": ":1", "WAYLAND_DISPLAY": ""}
    ran = as_process(*common(book, data), "copy", "hy", **desktop)
    assert ran.returncode == 4
    assert "xclip did not take the text" in ran.stderr


# --- pipes ---------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe of Unix")
def test_a_reader_that_has_seen_enough(book: Path, data: Path) -> None:
    command = [sys.executable, "-m", "qtdesk.cli", "list"]
    command += common(book, data)
    read, write = os.pipe()
    os.close(read)
    ran = subprocess.run(
        command, stdout=write, stderr=subprocess.PIPE, encoding="utf-8", check=False
    )
    os.close(write)
    assert (ran.returncode, ran.stderr) == (0, "")
