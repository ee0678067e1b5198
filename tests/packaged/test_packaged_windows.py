"""The Windows programs, on the Windows of the lab; `dev.py build --windows` makes them.

Wine is not Windows: see docs/packaging.md for what this cannot tell.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from resources.packaging.make import ROOT, size_mib
from tests.desktop.desk_session import write_book

FOLDER = ROOT / "dist" / "windows" / "qtdesk"
LARGEST_MIB = 90
TEXT = "在的，亲 👋"

if sys.platform != "linux" or not FOLDER.exists():
    pytest.skip("dev.py build --windows makes them", allow_module_level=True)

from tests.wine.desk import Desk  # noqa: E402 - on Linux only
from tests.wine.lab import open_lab, windows_path  # noqa: E402
from tests.wine.workplace import Workplace  # noqa: E402

# Only what is started within Wine learns from the lab which fonts there are.
CALL = "import subprocess, sys; sys.exit(subprocess.call(sys.argv[1:]))"


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


def test_size() -> None:
    assert size_mib(FOLDER) < LARGEST_MIB
