"""The programs in `dist/`, used as an agent uses them; `dev.py build` makes them."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bench.series import table
from qtdesk import APP_ID
from qtdesk.updates.address import write_address
from qtdesk.updates.statement import sign
from resources.packaging.make import ROOT, size_mib
from tests.desktop.desk_session import DeskSession, read_clipboard, write_book
from tests.desktop.others import RawTarget
from tests.desktop.screen import Screen
from tests.desktop.waiting import DEADLINE_S, wait_for
from tests.desktop.xserver import XServer
from tests.updates.release_server import ReleaseServer

FOLDER = ROOT / "dist" / "qtdesk"
LARGEST_MIB = 175
TYPIST_S = 0.06
SLOWEST = 2.0
"""Times the start from sources."""

if sys.platform != "linux":
    pytest.skip("the programs for Linux", allow_module_level=True)


class Place:
    """An empty desktop."""

    def __init__(self, server: XServer) -> None:
        self.server = server
        self.screen = Screen(server.env)


class PackagedSession(DeskSession):
    """The program itself, without any Python of the machine."""

    def __init__(self, place: Place, data: Path, book: Path) -> None:
        super().__init__(place, data, book, env={"PYTHONPATH": ""})
        self.start_line[:3] = [str(FOLDER / "qtdesk")]

    def ask(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run the packaged command line for the same data."""
        return cli("--data-dir", str(self._data), *arguments)


def cli(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [FOLDER / "qtdesk-cli", *arguments],
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=DEADLINE_S,
    )


@pytest.fixture(scope="module", autouse=True)
def _made() -> None:
    assert (FOLDER / "qtdesk").exists(), "run dev.py build first"


@pytest.fixture
def place() -> Iterator[Place]:
    with XServer() as server:
        made = Place(server)
        yield made
        made.screen.close()


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return write_book(tmp_path / "book.yaml", {"hi": "在的，亲 👋"})


def test_from_the_hotkey_to_the_text_in_the_chat(
    place: Place, book: Path, tmp_path: Path
) -> None:
    with (
        RawTarget(place.server.env, "buyer", "chat") as chat,
        PackagedSession(place, tmp_path / "data", book) as desk,
    ):
        told = desk.ask("status", "--json", "--wait-ready")
        assert told.returncode == 0, told.stderr
        assert json.loads(told.stdout)["platform"] == "x11"
        place.screen.activate(chat.window_id)
        desk.choose("hi")
        assert desk.wait_for_end(1)["outcome"] == "pasted"
        assert chat.pastes() == ["在的，亲 👋"]
        assert desk.ask("quit").returncode == 0
        assert desk.program.wait(DEADLINE_S) == 0


def test_a_second_start_shows_the_panel_of_the_first(
    place: Place, book: Path, tmp_path: Path
) -> None:
    with PackagedSession(place, tmp_path / "data", book) as desk:
        second = place.server.start(desk.start_line)
        assert second.wait(DEADLINE_S) == 0
        wait_for(lambda: desk.status()["panel_open"], "the panel")


def test_what_was_copied_outlives_the_program(
    place: Place, book: Path, tmp_path: Path
) -> None:
    with PackagedSession(place, tmp_path / "data", book) as desk:
        desk.open_panel()  # nothing is in front that could receive a text
        desk.hands.type("hi")
        desk.hands.tap("enter")
        wait_for(lambda: not desk.status()["panel_open"], "the panel to close")
        desk.quit()
        assert read_clipboard(place, "UTF8_STRING") == "在的，亲 👋".encode()


def test_the_command_line(book: Path, tmp_path: Path) -> None:
    given = ("--data-dir", str(tmp_path / "data"), "--book", str(book))
    assert cli(*given, "list").stdout.startswith("hi\t")
    found = cli(*given, "search", "--json", "hi")
    assert json.loads(found.stdout)["hits"][0]["code"] == "hi"
    assert cli(*given, "check", str(book)).returncode == 0
    assert cli(*given, "status").returncode == 3
    doctor = json.loads(cli(*given, "doctor", "--json").stdout)
    assert next(check for check in doctor["checks"] if check["name"] == "Qt")["ok"]


def test_a_typed_code_becomes_its_phrase(
    place: Place, book: Path, tmp_path: Path
) -> None:
    with (
        RawTarget(place.server.env, "buyer", "chat") as chat,
        PackagedSession(place, tmp_path / "data", book) as desk,
    ):
        desk.ask("settings", "set", "abbreviations", "on")
        wait_for(lambda: desk.status()["abbreviations"]["listening"], "the listener")
        place.screen.activate(chat.window_id)
        for key in ("semicolon", "h", "i", "space"):
            desk.hands.tap(key)
            time.sleep(TYPIST_S)  # the rhythm of the typist is what is simulated
        assert desk.wait_for_end(1)["outcome"] == "pasted"
        assert chat.pastes() == ["在的，亲 👋"]
        desk.quit()


def test_login_and_menu_start_the_program(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_DATA_HOME": str(tmp_path / "share"),
    }
    files = {
        "start_at_login": tmp_path / "config/autostart/qtdesk.desktop",
        "in_menu": tmp_path / "share/applications" / f"{APP_ID}.desktop",
    }
    for name, file in files.items():
        for switch in ("on", "off"):
            subprocess.run(
                [FOLDER / "qtdesk-cli", "settings", "set", name, switch],
                env=environment,
                check=True,
                timeout=DEADLINE_S,
            )
            assert file.exists() is (switch == "on")
            if switch == "on":
                text = file.read_text(encoding="utf-8")
        lines = dict(line.split("=", 1) for line in text.splitlines() if "=" in line)
        assert lines["TryExec"] == str(FOLDER / "qtdesk")
        assert lines["Exec"].split()[0] == str(FOLDER / "qtdesk")
        assert ("--at-login" in lines["Exec"]) is (name == "start_at_login")
    assert Path(lines["Icon"]).is_file()


def test_the_command_line_loads_no_qt(book: Path, tmp_path: Path) -> None:
    program = subprocess.Popen(
        [
            *(FOLDER / "qtdesk-cli", "--data-dir", tmp_path / "data", "--book", book),
            *("search", "--stdin"),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert program.stdin
    assert program.stdout
    program.stdin.write("hi\n")
    program.stdin.flush()
    assert json.loads(program.stdout.readline())["hits"]
    mapped = Path(f"/proc/{program.pid}/maps").read_text(encoding="utf-8")
    program.communicate(timeout=DEADLINE_S)
    assert "libpython" in mapped
    assert "Qt6" not in mapped
    assert "PySide6" not in mapped


def test_a_newer_release_is_heard_of(tmp_path: Path) -> None:
    key = Ed25519PrivateKey.generate()
    told = {
        "version": "99.0.0",
        "expires": "9999-12-31",
        "page": "https://desk.example/get",
        "notes": {"en": ["Quicker."]},
    }
    with ReleaseServer() as server:
        server.says(sign(told, key))
        address = write_address(server.url, key.public_key().public_bytes_raw())
        given = ("--data-dir", str(tmp_path), "--set", f"updates_from={address}")
        answer = cli(*given, "updates", "check", "--json")
    assert answer.returncode == 1, answer.stderr
    assert json.loads(answer.stdout)["version"] == "99.0.0"


def test_a_portable_edition_keeps_to_itself(tmp_path: Path) -> None:
    (archive,) = FOLDER.parent.glob("qtdesk-*-linux-portable.tar.gz")
    shutil.unpack_archive(archive, tmp_path, filter="data")
    told = subprocess.run(
        [tmp_path / "qtdesk" / "qtdesk-cli", "doctor", "--json"],
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=DEADLINE_S,
    )
    checks = {check["name"]: check for check in json.loads(told.stdout)["checks"]}
    assert checks["data folder"]["found"] == str(tmp_path / "qtdesk" / "data")


def test_size_and_start(capsys: pytest.CaptureFixture[str]) -> None:
    from bench import packaged  # noqa: PLC0415 - measures only with a program there

    size = size_mib(FOLDER)
    frozen, plain = packaged.measure()
    with capsys.disabled():
        print(f"\n{size:.0f} MB\n{table([frozen, plain])}")  # noqa: T201 - a report
    assert size < LARGEST_MIB
    assert frozen.percentile(50) < SLOWEST * plain.percentile(50)
