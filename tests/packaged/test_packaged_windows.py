"""The Windows programs, on the Windows of the lab; `dev.py build --windows` makes them.

Wine is not Windows: see docs/packaging.md for what this cannot tell.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from resources.packaging.make import ROOT, size_mib
from tests.desktop.desk_session import write_book
from tests.desktop.waiting import DEADLINE_S, wait_for

FOLDER = ROOT / "dist" / "windows" / "qtdesk"
LARGEST_MIB = 90
TEXT = "在的，亲 👋"

if sys.platform != "linux" or not FOLDER.exists():
    pytest.skip("dev.py build --windows makes them", allow_module_level=True)

from tests.wine.desk import Desk  # noqa: E402 - on Linux only
from tests.wine.lab import PLACE, open_lab, windows_path  # noqa: E402
from tests.wine.workplace import Workplace  # noqa: E402

# Only what is started within Wine learns from the lab which fonts there are.
TYPIST_S = 0.06
SLOWEST = 2.0
"""Times the start from sources."""
CALL = "import subprocess, sys; sys.exit(subprocess.call(sys.argv[1:]))"

READ_RUN_KEY = r"""
import contextlib, winreg
with contextlib.suppress(FileNotFoundError):
    key = winreg.OpenKey(
        winreg.HKEY_CURRENT_USER, r"Software\Microsoft\Windows\CurrentVersion\Run"
    )
    print(winreg.QueryValueEx(key, "qtdesk")[0])
"""


class Packaged(Workplace):
    """A desktop on which `-m qtdesk` is the program that was built."""

    def python(self, *arguments: str, talk: bool = False) -> subprocess.Popen[bytes]:
        if arguments[:2] == ("-m", "qtdesk"):
            program = windows_path(FOLDER / "qtdesk.exe")
            arguments = ("-c", CALL, program, *arguments[2:])
        return super().python(*arguments, talk=talk)

    def cli(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.run("-c", CALL, windows_path(FOLDER / "qtdesk-cli.exe"), *arguments)


@pytest.fixture(scope="module")
def place() -> Iterator[Packaged]:
    with open_lab(print) as lab, Packaged(lab) as made:
        yield made


def test_from_the_hotkey_to_the_text_in_notepad(
    place: Packaged, tmp_path: Path
) -> None:
    book = windows_path(write_book(tmp_path / "book.yaml", {"hi": TEXT}))
    picture = ROOT / "build" / "packaging" / "panel-on-windows.png"
    with (
        Desk(place, tmp_path / "data", ["--book", book]) as desk,
        place.notepad() as notepad,
    ):
        place.bring(notepad)
        desk.open_panel()
        desk.hands.type("hi")
        subprocess.run(
            ["import", "-window", "root", str(picture)],
            env=place.server.env,
            check=True,
            timeout=60,
        )
        desk.hands.tap("enter")
        assert desk.wait_for_end(1)["outcome"] == "pasted"
        assert place.text(notepad) == TEXT


def test_the_command_line(place: Packaged, tmp_path: Path) -> None:
    book = windows_path(write_book(tmp_path / "book.yaml", {"hi": TEXT}))
    given = ("--data-dir", windows_path(tmp_path / "data"), "--book", book)
    assert place.cli(*given, "list").stdout.startswith("hi\t")
    found = json.loads(place.cli(*given, "search", "--json", "hi").stdout)
    assert found["hits"][0]["code"] == "hi"
    assert place.cli(*given, "check", book).returncode == 0
    assert place.cli(*given, "status").returncode == 3


def test_updates_where_no_signature_can_be_checked(
    place: Packaged, tmp_path: Path
) -> None:
    """Wine 8 lacks a library of Windows 10; nothing else of the program needs it."""
    given = ("--data-dir", windows_path(tmp_path / "data"))
    told = place.cli(*given, "updates", "check", "--json")
    if told.returncode == 4:
        title = json.loads(told.stdout)["error"]["title"]["template"]
        assert title in {
            "Updates cannot be looked for on this computer.",
            "No address for updates is set.",
        }
    assert (told.returncode, told.stderr) == (4, "")


def test_a_typed_code_becomes_its_phrase(place: Packaged, tmp_path: Path) -> None:
    book = windows_path(write_book(tmp_path / "book.yaml", {"hi": TEXT}))
    options = ["--book", book, "--set", "abbreviations=on"]
    with (
        Desk(place, tmp_path / "data", options) as desk,
        place.notepad() as notepad,
    ):
        wait_for(
            lambda: desk.status()["abbreviations"]["listening"],
            "the listener",
            step=0.1,
        )
        place.bring(notepad)
        for key in ("semicolon", "h", "i", "space"):
            desk.hands.tap(key)
            time.sleep(TYPIST_S)  # the rhythm of the typist is what is simulated
        wait_for(lambda: place.text(notepad) == TEXT, "the text")
        assert desk.wait_for_end(1)["fate"] == "restored"


def test_windows_starts_the_program_at_login(place: Packaged, tmp_path: Path) -> None:
    data = windows_path(tmp_path / "data")
    change = ("settings", "set", "start_at_login")
    assert place.cli("--data-dir", data, *change, "on").returncode == 0
    line = place.run("-c", READ_RUN_KEY).stdout.strip()
    assert place.cli("--data-dir", data, *change, "off").returncode == 0
    program = windows_path(FOLDER / "qtdesk.exe")
    assert line.casefold() == f"{program} --data-dir {data} --at-login".casefold()
    assert not place.run("-c", READ_RUN_KEY).stdout.strip()


def start_s(place: Packaged, folder: Path, *command: str) -> float:
    """How long `command` takes until it is ready, the best of three."""
    taken = []
    for number in range(3):
        data = windows_path(folder / str(number))
        began = time.monotonic()
        program = place.python("-c", CALL, *command, "--data-dir", data)
        ask = partial(place.probe, "ask", data)
        wait_for(partial(_is_ready, ask), "it to be ready")
        taken.append(time.monotonic() - began)
        wait_for(partial(_is_gone, ask), "it to end")
        program.wait(DEADLINE_S)
    return min(taken)


def test_start(place: Packaged, tmp_path: Path) -> None:
    frozen = start_s(place, tmp_path, windows_path(FOLDER / "qtdesk.exe"))
    python = windows_path(PLACE / "python" / "python.exe")
    plain = start_s(place, tmp_path / "plain", python, "-m", "qtdesk")
    assert frozen < SLOWEST * plain


def test_size() -> None:
    assert size_mib(FOLDER) < LARGEST_MIB


def _is_ready(ask: Callable[[dict[str, str]], dict[str, Any]]) -> bool:
    return bool(ask({"do": "status"}).get("ready"))


def _is_gone(ask: Callable[[dict[str, str]], dict[str, Any]]) -> bool:
    return not ask({"do": "quit"})
