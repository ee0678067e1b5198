"""Every checklist in two keys, by real keys over a real window."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from qtdesk.order_desk import sample_order
from tests.check_world import ORDER
from tests.checking_room import shipped_lists
from tests.desktop.desk_session import HOTKEY, DeskSession, write_book
from tests.desktop.onlooker import Onlooker
from tests.desktop.others import ClipboardOwner, RawTarget
from tests.desktop.programs import Workplace
from tests.desktop.waiting import wait_for

OFFERED = [each.id for each in shipped_lists() if not each.draft]
LIST = """format: 1
id: CL-30
version: "1"
name: {zh: 改价, en: Change of price}
stage: bargain
items:
  - {id: P1, type: tick, label: {zh: 买家知情, en: The buyer knows}, req: R}
"""


class Room(NamedTuple):
    desk: DeskSession
    chat: RawTarget
    place: Workplace

    @property
    def check(self) -> dict[str, Any]:
        found: dict[str, Any] = self.desk.status()["check"]
        return found

    def wait_for_list(self, list_id: str) -> None:
        wait_for(lambda: self.check["shown"], "the window of a check")
        wait_for(lambda: self.check["list"] == list_id, list_id)
        screen = self.place.screen
        screen.wait_until_active(screen.wait_for_window("qtdesk", "order check"))

    def leave(self) -> None:
        """Escape puts the check away, and the chat has the focus back."""
        self.desk.hands.tap("escape")
        wait_for(lambda: not self.check["shown"], "the check to be away")
        self.place.screen.wait_until_active(self.chat.window_id)


@pytest.fixture
def room(place: Workplace, owner: ClipboardOwner, tmp_path: Path) -> Iterator[Room]:
    book = write_book(tmp_path / "book.yaml", {"hi": "您好"})
    with (
        RawTarget(place.server.env, "buyer", "chat") as chat,
        DeskSession(place, tmp_path / "data", book, ("--set", "language=en")) as desk,
    ):
        owner.copy(sample_order())
        # The first key of a display changes its keyboard, and grabs are made anew.
        desk.hands.tap("shift")
        place.screen.activate(chat.window_id)
        yield Room(desk, chat, place)


def test_two_keys_open_a_list_and_escape_gives_the_chat_the_focus_back(
    room: Room,
) -> None:
    wait_for(lambda: room.check["loaded"], "the lists")
    room.desk.open_panel()
    room.desk.hands.tap("slash")
    room.desk.hands.tap("1")
    room.wait_for_list(OFFERED[0])
    wait_for(lambda: not room.desk.status()["panel_open"], "the panel to be away")
    room.leave()
    assert room.chat.pastes() == []


def test_what_is_pasted_goes_to_the_window_that_was_in_front(
    room: Room, owner: ClipboardOwner
) -> None:
    owner.copy(ORDER)
    wait_for(lambda: room.check["loaded"], "the lists")
    room.desk.open_panel()
    room.desk.hands.tap("slash")
    room.desk.hands.type("fhq")
    room.desk.hands.tap("enter")
    room.wait_for_list("CL-01")
    room.desk.hands.tap("enter")
    wait_for(room.chat.pastes, "the confirmation")
    assert "陈静" in (room.chat.pastes()[0] or "")


def test_a_quick_hand_waits_for_nothing(room: Room) -> None:
    wait_for(lambda: room.check["loaded"], "the lists")
    for key in (HOTKEY, "slash", "2"):
        room.desk.hands.tap(key)
    room.wait_for_list(OFFERED[1])
    room.leave()


def test_every_list_is_found_by_letters(room: Room) -> None:
    wait_for(lambda: room.check["loaded"], "the lists")
    for list_id in OFFERED:
        room.desk.open_panel()
        room.desk.hands.tap("slash")
        for letter in list_id.casefold():
            room.desk.hands.tap("minus" if letter == "-" else letter)
        room.desk.hands.tap("enter")
        room.wait_for_list(list_id)
        room.leave()


def test_the_launcher_opens_while_the_lists_are_loading(room: Room) -> None:
    assert not room.check["loaded"]
    room.desk.open_panel()
    room.desk.hands.tap("slash")
    wait_for(lambda: room.check["loaded"], "the lists")
    room.desk.hands.tap("1")
    room.wait_for_list(OFFERED[0])
    room.leave()


def test_a_leads_list_is_there_as_soon_as_it_is_saved(
    place: Workplace, owner: ClipboardOwner, tmp_path: Path
) -> None:
    folder = tmp_path / "share" / "book"
    folder.mkdir(parents=True)
    write_book(folder / "book.yaml", {"hi": "您好"})
    english = ("--set", "language=en", "--set", "hotkey=ctrl+alt+k")
    with (
        RawTarget(place.server.env, "buyer", "chat") as chat,
        DeskSession(place, tmp_path / "data", folder, english) as desk,
    ):
        owner.copy(sample_order())
        desk.hands.tap("shift")
        place.screen.activate(chat.window_id)
        room = Room(desk, chat, place)
        wait_for(lambda: room.check["loaded"], "the lists")
        path = folder / "checklists" / "price.yaml"
        path.parent.mkdir()
        path.write_text(LIST, "utf-8")
        wait_for(lambda: "CL-30" in room.check["offered"], "the lead's list")
        desk.hands.tap("ctrl+alt+k")
        wait_for(lambda: desk.status()["panel_open"], "the panel")
        desk.hands.tap("slash")
        desk.hands.type("gaijia")
        desk.hands.tap("enter")
        room.wait_for_list("CL-30")
        room.leave()
        path.write_text(LIST.replace("tick", "trick"), "utf-8")
        listed = desk.cli("checklist", "check", str(path))
        assert listed.returncode == 1
        path.unlink()
        wait_for(lambda: "CL-30" not in room.check["offered"], "the list to be gone")


@pytest.mark.parametrize(
    ("letters", "title"),
    [("records", "Records"), ("size", "Which size fits"), ("table", "Tables")],
)
def test_a_tool_is_found_by_letters(room: Room, letters: str, title: str) -> None:
    room.desk.open_panel()
    room.desk.hands.tap("slash")
    room.desk.hands.type(letters)
    room.desk.hands.tap("enter")
    screen = room.place.screen
    screen.wait_until_active(screen.wait_for_window("qtdesk", title))
    assert not room.desk.status()["panel_open"]


def test_two_clicks_in_the_dock_open_a_list_for_the_chat(
    place: Workplace, owner: ClipboardOwner, tmp_path: Path
) -> None:
    eyes = Onlooker(place)
    book = write_book(tmp_path / "book.yaml", {"hi": "您好"})
    shown = ("--set", "language=en", "--set", "dock_shown=on")
    with (
        RawTarget(place.server.env, "buyer", "chat") as chat,
        DeskSession(place, tmp_path / "data", book, shown, eyes.env) as desk,
    ):
        owner.copy(sample_order())
        room = Room(desk, chat, place)
        wait_for(lambda: room.check["loaded"], "the lists")
        place.screen.activate(chat.window_id)
        eyes.clicks("Checklists")
        eyes.sees("All, in the panel…")
        # The note beside the dock has not taken the focus.
        assert place.screen.active() == chat.window_id
        eyes.clicks("Change of address")
        room.wait_for_list("CL-04")
        room.leave()


def test_escape_goes_back_to_phrases_and_then_out(room: Room) -> None:
    room.desk.open_panel()
    room.desk.hands.tap("slash")
    room.desk.hands.tap("escape")
    assert room.desk.status()["panel_open"]
    room.desk.hands.type("hi")
    room.desk.hands.tap("enter")
    wait_for(lambda: room.chat.pastes() == ["您好"], "the phrase")
