"""Everything of the panel by real keys, and the same by mouse, into a real window."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.desktop.desk_session import DeskSession, write_book
from tests.desktop.onlooker import Onlooker
from tests.desktop.others import RawTarget
from tests.desktop.programs import Workplace
from tests.desktop.waiting import wait_for

ROWS = {f"row{n}": f"text {n}" for n in range(1, 13)}
LONG = "一二三四五六七八九十" * 200
TEXTS = {**ROWS, "long": LONG, "blank": "亲，单号 {快递单号}，请查收"}


class Room(NamedTuple):
    desk: DeskSession
    eyes: Onlooker
    chat: RawTarget

    def open(self) -> None:
        """The panel, with all rows of the book in it."""
        self.desk.open_panel()
        self.desk.hands.type("row")
        self.eyes.sees("phrase row1")

    def pasted_by(self, *keys: str) -> str | None:
        """What arrives after these keys, pressed in the open panel."""
        before = len(self.chat.pastes())
        for key in keys:
            self.desk.hands.tap(key)
        wait_for(lambda: len(self.chat.pastes()) > before, "a paste")
        self.wait_for_peace()
        return self.chat.pastes()[-1]

    def wait_for_peace(self) -> None:
        wait_for(lambda: not self.desk.status()["paste_under_way"], "the end of it")


@pytest.fixture
def room(place: Workplace, tmp_path: Path) -> Iterator[Room]:
    """A desk without habits: what was used often would come first."""
    eyes = Onlooker(place)
    book = write_book(tmp_path / "book.yaml", TEXTS)
    english = ["--set", "language=en"]
    with (
        RawTarget(place.server.env, "buyer", "chat") as chat,
        DeskSession(place, tmp_path / "data", book, english, eyes.env) as desk,
    ):
        yield Room(desk, eyes, chat)


@pytest.fixture(autouse=True)
def _in_front(room: Room, place: Workplace) -> None:
    place.screen.activate(room.chat.window_id)


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        (("enter",), 1),
        (("down", "down", "up", "enter"), 2),
        (("page_down", "enter"), 6),
        (("page_down", "page_down", "page_up", "enter"), 6),
        (("end", "enter"), 12),
        (("end", "ctrl+home", "enter"), 1),
        (("alt+1",), 1),
        (("alt+9",), 9),
        (("tab", "enter"), 1),
    ],
)
def test_keys_choose_a_row(room: Room, keys: tuple[str, ...], row: int) -> None:
    room.open()
    assert room.pasted_by(*keys) == f"text {row}"


def test_the_mouse_chooses_a_row(room: Room) -> None:
    room.open()
    before = len(room.chat.pastes())
    room.eyes.clicks(room.eyes.sees("phrase row3"))
    wait_for(lambda: len(room.chat.pastes()) > before, "a paste")
    assert room.chat.pastes()[-1] == "text 3"
    room.wait_for_peace()


@pytest.mark.parametrize("by", ["key", "mouse"])
def test_copy_leaves_the_text_on_the_clipboard(
    room: Room, place: Workplace, by: str
) -> None:
    room.open()
    pastes = len(room.chat.pastes())
    if by == "key":
        room.desk.hands.tap("ctrl+c")
    else:
        room.eyes.clicks("Copy")
    place.screen.wait_until_active(room.chat.window_id)
    assert room.desk.status()["last_paste"]["reason"] == "asked"
    assert len(room.chat.pastes()) == pastes


@pytest.mark.parametrize("by", ["key", "mouse"])
def test_the_way_back(room: Room, place: Workplace, by: str) -> None:
    room.open()
    if by == "key":
        room.desk.hands.tap("escape")
    else:
        room.eyes.clicks("Back")
    place.screen.wait_until_active(room.chat.window_id)


def test_nothing_found_is_said_and_enter_does_nothing(room: Room) -> None:
    ended = room.desk.status()["paste_count"]
    room.desk.open_panel()
    room.desk.hands.type("nosuch")
    room.eyes.sees("Nothing found for", "nosuch")
    room.desk.hands.tap("enter")
    room.desk.hands.tap("down")
    for _ in "nosuch":
        room.desk.hands.tap("backspace")
    room.eyes.sees("phrase row1")
    assert room.desk.status()["paste_count"] == ended
    assert room.desk.status()["panel_open"]
    room.desk.hands.tap("escape")


def test_two_thousand_characters_arrive_whole(room: Room) -> None:
    room.desk.open_panel()
    room.desk.hands.type("long")
    room.eyes.sees("phrase long")
    assert room.pasted_by("enter") == LONG


def test_a_phrase_with_blanks_asks_before_it_is_pasted(
    room: Room, place: Workplace
) -> None:
    pastes = len(room.chat.pastes())
    room.desk.open_panel()
    room.desk.hands.type("blank")
    room.eyes.sees("To fill in: 1")
    room.desk.hands.tap("enter")
    room.eyes.sees("Next field")
    room.desk.hands.tap("enter")
    assert room.desk.status()["form_open"]
    for _ in range(2):
        room.desk.hands.tap("escape")
    place.screen.wait_until_active(room.chat.window_id)
    assert len(room.chat.pastes()) == pastes
