"""The icon beside the clock, and a second start."""

import subprocess
import time
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from tests.desktop.conftest import need
from tests.desktop.desk_session import DeskSession, read_clipboard, write_book
from tests.desktop.onlooker import Onlooker
from tests.desktop.other_hotkey import OtherHotkey
from tests.desktop.others import ClipboardOwner, RawTarget
from tests.desktop.programs import Workplace
from tests.desktop.waiting import DEADLINE_S, wait_for

PAUSE, FIRST_RECENT = 3, 5
QUIT = 15
"""Places in the menu of what can be chosen, where no phrase was used yet."""
_SIDE = 24
_PATIENCE_S = 0.5
_TRAY = ("trayer", "--edge", "top", "--align", "right", "--widthtype", "request")
_SECOND_START_S = 1.0
"""Idle machines need 0.1; what loads Qt needs half a second more, and never ends."""


class Room(NamedTuple):
    place: Workplace
    desk: DeskSession
    eyes: Onlooker
    chat: RawTarget

    def click_icon(self, button: int) -> bool:
        """Click on the icon, wherever the tray has put it; False if it is not there."""
        for window in self._windows():
            left, top, width, height = self.place.screen.area(window)
            if top < _SIDE and 1 < width <= _SIDE:
                middle = left + width // 2, top + height // 2
                self.eyes.clicks_at(*middle, button)
                return True
        return False

    def menu(self) -> bool:
        """Whether the menu is open."""
        return any(self.place.screen.is_menu(window) for window in self._windows())

    def _windows(self) -> list[int]:
        """What the program shows, its icon in the tray included."""
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--class", "^qtdesk$"],
            env=self.place.server.env,
            capture_output=True,
            check=False,
            text=True,
            timeout=DEADLINE_S,
        )
        return [int(window) for window in found.stdout.split()]

    def open_menu(self) -> bool:
        """Click on the icon; tells whether its menu opened soon."""
        if not self.click_icon(3):
            return False
        end = time.monotonic() + _PATIENCE_S
        while not self.menu():
            if time.monotonic() > end:
                return False
        return True

    def choose(self, number: int) -> None:
        """Open the menu, and choose by keys the entry with this number."""
        wait_for(self.open_menu, "the menu")
        for _ in range(number):
            self.desk.hands.tap("down")
        self.desk.hands.tap("enter")
        wait_for(lambda: not self.menu(), "the menu to be gone")


@pytest.fixture
def room(place: Workplace, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    """The desktop gets its tray only after qtdesk has started without one."""
    need("trayer")
    folder = tmp_path_factory.mktemp("tray")
    eyes = Onlooker(place)
    book = write_book(folder / "book.yaml", {"hi": "在的", "bye": "再见"})
    english = ["--set", "language=en"]
    with (
        RawTarget(place.server.env, "buyer", "chat") as chat,
        DeskSession(place, folder / "data", book, english, eyes.env) as desk,
    ):
        tray = place.server.start([*_TRAY, "--height", str(_SIDE)])
        try:
            made = Room(place, desk, eyes, chat)
            wait_for(made.open_menu, "the icon with its menu")
            desk.hands.tap("escape")
            wait_for(lambda: not made.menu(), "the menu to be gone")
            place.screen.activate(chat.window_id)
            yield made
        finally:
            place.server.stop(tray)


def test_the_menu_pastes_a_recent_phrase(room: Room) -> None:
    room.desk.choose("hi")
    room.desk.wait_for_end(1)
    room.choose(FIRST_RECENT)
    assert room.desk.wait_for_end(2)["outcome"] == "pasted"
    assert room.chat.pastes() == ["在的", "在的"]


def test_paused_hotkeys_are_free_for_others(room: Room) -> None:
    with OtherHotkey(room.place.server.display, "space") as other:
        assert not other.take()
        room.choose(PAUSE)
        wait_for(lambda: room.desk.status()["hotkeys"][0]["paused"], "the pause")
        assert other.take()
        other.give_back()
        room.choose(PAUSE)
        wait_for(lambda: room.desk.status()["hotkeys"][0]["active"], "the hotkey")
        assert not other.take()
    room.place.screen.activate(room.chat.window_id)
    room.desk.choose("bye")
    assert room.desk.wait_for_end(1)["outcome"] == "pasted"


def test_the_clipboard_is_brought_back_after_a_copy(
    room: Room, owner: ClipboardOwner
) -> None:
    owner.copy("mine")
    room.desk.open_panel()
    room.desk.hands.type("hi")
    room.chat.set_title("another buyer")
    room.desk.hands.tap("enter")
    assert room.desk.wait_for_end(1)["outcome"] == "copied"
    assert read_clipboard(room.place, "UTF8_STRING") == "在的".encode()
    room.choose(FIRST_RECENT + 2)  # behind the phrase that was used, and the look at it
    wait_for(
        lambda: read_clipboard(room.place, "UTF8_STRING") == b"mine", "the clipboard"
    )
    assert room.chat.pastes() == []


def test_the_icon_opens_the_panel_and_the_menu_ends_the_program(room: Room) -> None:
    room.click_icon(1)
    wait_for(lambda: room.desk.status()["panel_open"], "the panel")
    room.desk.hands.tap("escape")
    room.place.screen.wait_until_active(room.chat.window_id)
    room.choose(QUIT)
    assert room.desk.program.wait(DEADLINE_S) == 0


def test_a_second_start_opens_the_panel_of_the_first(
    place: Workplace, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("second")
    book = write_book(folder / "book.yaml", {"hi": "在的"})
    with DeskSession(place, folder / "data", book) as desk:
        began = time.monotonic()
        second = subprocess.run(
            desk.start_line,
            env=place.server.env,
            capture_output=True,
            check=False,
            timeout=DEADLINE_S,
        )
        took = time.monotonic() - began
        assert (second.returncode, second.stdout, second.stderr) == (0, b"", b"")
        wait_for(lambda: desk.status()["panel_open"], "the panel")
        assert took < _SECOND_START_S
