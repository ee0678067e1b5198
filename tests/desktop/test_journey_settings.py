"""Settings while it runs: a recorded hotkey, a conflict, language, theme, faults."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.desktop.desk_session import DeskSession, write_book
from tests.desktop.onlooker import Onlooker
from tests.desktop.other_hotkey import OtherHotkey
from tests.desktop.others import RawTarget
from tests.desktop.programs import Workplace
from tests.desktop.waiting import DEADLINE_S, wait_for


class Room(NamedTuple):
    place: Workplace
    desk: DeskSession
    eyes: Onlooker
    chat: RawTarget

    def open_settings(self) -> None:
        self.place.screen.activate(self.chat.window_id)
        self.desk.open_panel()
        self.desk.hands.tap("ctrl+comma")
        window = self.place.screen.wait_for_window("qtdesk", "Settings")
        self.place.screen.activate(window)

    def hotkey(self) -> tuple[str, bool]:
        state = self.desk.status()["hotkeys"][0]
        return state["combo"], state["active"]

    def opens_by(self, combo: str) -> None:
        """Press `combo` in the chat, and Escape in the panel that it opens."""
        self.place.screen.activate(self.chat.window_id)
        self.desk.hands.tap(combo)
        wait_for(lambda: self.desk.status()["panel_open"], f"the panel by {combo}")
        self.desk.hands.tap("escape")
        self.place.screen.wait_until_active(self.chat.window_id)

    def change(self, name: str, value: str) -> subprocess.CompletedProcess[str]:
        return self.desk.cli("settings", "set", name, value)


@pytest.fixture
def room(place: Workplace, tmp_path: Path) -> Iterator[Room]:
    eyes = Onlooker(place)
    book = write_book(tmp_path / "book.yaml", {"hi": "在的"})
    with (
        RawTarget(place.server.env, "buyer", "chat") as chat,
        DeskSession(
            place, tmp_path / "data", book, ["--set", "language=en"], eyes.env
        ) as desk,
    ):
        yield Room(place, desk, eyes, chat)


def test_a_hotkey_is_recorded_and_a_taken_one_refused_in_words(room: Room) -> None:
    room.open_settings()
    room.eyes.clicks("Quick panel")
    room.eyes.sees("Press the keys")
    room.desk.hands.tap("ctrl+alt+u")
    wait_for(lambda: room.hotkey() == ("ctrl+alt+u", True), "the new hotkey")
    room.opens_by("ctrl+alt+u")
    with OtherHotkey(room.place.server.display, "k") as other:
        assert other.take()
        room.place.screen.activate(
            room.place.screen.wait_for_window("qtdesk", "Settings")
        )
        room.change("hotkey", "ctrl+alt+space")
        assert room.hotkey() == ("ctrl+alt+space", True)
        ran = room.change("hotkey", "ctrl+alt+k")
        assert ran.returncode == 4
        assert "is taken by another program" in ran.stderr
        assert room.hotkey() == ("ctrl+alt+space", True)
        room.opens_by("ctrl+alt+space")


def test_a_hotkey_that_is_taken_at_the_start_is_told(
    place: Workplace, tmp_path: Path
) -> None:
    eyes = Onlooker(place)
    book = write_book(tmp_path / "book.yaml", {"hi": "在的"})
    arguments = ["--set", "language=en", "--hotkey", "ctrl+alt+k"]
    with (
        OtherHotkey(place.server.display, "k") as other,
        RawTarget(place.server.env, "buyer", "chat") as chat,
    ):
        assert other.take()
        with DeskSession(place, tmp_path / "data", book, arguments, eyes.env) as desk:
            eyes.sees("Ctrl+Alt+K is taken by another program", "Choose another")
            room = Room(place, desk, eyes, chat)
            assert room.hotkey() == ("ctrl+alt+k", False)
            assert "is taken" in desk.status()["hotkeys"][0]["problem"]
            assert room.change("hotkey", "ctrl+alt+u").returncode == 0
            room.opens_by("ctrl+alt+u")


def test_language_and_theme_change_everywhere_at_once(room: Room) -> None:
    room.open_settings()
    room.eyes.sees("Every change holds at once.")
    assert room.change("language", "zh_CN").returncode == 0
    room.eyes.sees("改动立即生效。")
    room.place.screen.activate(room.chat.window_id)
    room.desk.open_panel()
    room.eyes.sees("不会自动发送")
    assert room.change("language", "en").returncode == 0
    room.eyes.sees("Never sends by itself")
    light = _colour(room)
    assert room.change("theme", "dark").returncode == 0
    wait_for(lambda: _colour(room) != light, "the dark panel")
    assert room.change("theme", "light").returncode == 0
    wait_for(lambda: _colour(room) == light, "the light panel")


def _colour(room: Room) -> str:
    """What the panel is painted with, beside its words."""
    x, y = room.place.bus.middle_of("qtdesk", "Stages")
    shown = subprocess.run(
        ["import", "-window", "root", "-crop", f"1x1+{x}+{y + 18}", "txt:-"],
        env=room.place.server.env,
        capture_output=True,
        check=True,
        text=True,
        timeout=DEADLINE_S,
    )
    return shown.stdout.splitlines()[-1]


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("--set", "colour=red"), "colour"),
        (("--set", "theme=pink"), "light, dark"),
        (("--set", "theme"), "KEY=VALUE"),
        (("--hotkey", "ctrl+"), "ctrl+"),
        (("--hotkey", "shift+a"), "lost for typing"),
    ],
)
def test_bad_values_are_refused_in_words(
    place: Workplace, tmp_path: Path, arguments: tuple[str, ...], word: str
) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "qtdesk", "--data-dir", str(tmp_path), *arguments],
        env=place.server.env,
        capture_output=True,
        check=False,
        text=True,
        timeout=DEADLINE_S,
    )
    assert ran.returncode == 2
    assert word in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_display_that_is_not_there_is_told_in_words(
    place: Workplace, tmp_path: Path
) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "qtdesk", "--data-dir", str(tmp_path)],
        env={**place.server.env, "DISPLAY": ":59999"},
        capture_output=True,
        check=False,
        text=True,
        timeout=DEADLINE_S,
    )
    assert ran.returncode == 4
    assert "The X server cannot be reached. DISPLAY is :59999." in ran.stderr
