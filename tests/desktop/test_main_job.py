"""The main job: hotkey, query, Enter, and the text is where the agent was."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.desktop.browser import Chromium
from tests.desktop.chat import Pidgin
from tests.desktop.desk_session import DeskSession, read_clipboard, write_book
from tests.desktop.others import RICH, ClipboardOwner, RawTarget
from tests.desktop.programs import ReceivingProgram, Workplace, wait_for_text
from tests.desktop.waiting import wait_for

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = {
    "short": "在的，您说～",
    "lines": "您好，亲 😊\n第二行：满 199 减 20\n\n\tTab and “quotes” & <b>tags</b> 𠮷",
    "long": "亲，" + "发货时间以订单页为准。\n" * 2200 + "😊完",
}
PROGRAMS = ("mousepad", "featherpad", "xterm", "pidgin", "chromium")


@pytest.fixture(scope="module")
def desk(
    place: Workplace, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[DeskSession]:
    folder: Path = tmp_path_factory.mktemp("desk")
    book = write_book(folder / "book.yaml", TEXTS)
    with DeskSession(place, folder / "data", book) as session:
        yield session


@pytest.fixture(params=PROGRAMS)
def program(request: pytest.FixtureRequest) -> ReceivingProgram:
    found: ReceivingProgram = request.getfixturevalue(request.param)
    found.clear()
    return found


@pytest.fixture
def marker(place: Workplace) -> Iterator[ClipboardOwner]:
    """A program whose text is marked with the mouse."""
    with ClipboardOwner(place.server.env) as started:
        yield started


@pytest.mark.parametrize("code", ["short", "lines"])
def test_the_text_arrives_exactly_and_the_clipboard_comes_back(
    desk: DeskSession,
    program: ReceivingProgram,
    owner: ClipboardOwner,
    marker: ClipboardOwner,
    place: Workplace,
    code: str,
) -> None:
    owner.own(RICH)
    marker.copy("marked with the mouse", "PRIMARY")
    program.focus()
    ended = desk.status()["paste_count"]
    desk.choose(code)
    wait_for_text(program, TEXTS[code])
    last = desk.wait_for_end(ended + 1)
    assert (last["outcome"], last["fate"]) == ("pasted", "restored")
    for name, content in RICH.items():
        assert read_clipboard(place, name) == content
    marked = read_clipboard(place, "UTF8_STRING", "primary")
    assert marked == b"marked with the mouse"
    assert desk.hands.keys_down() == set()


def test_a_text_of_64_kib_arrives_whole(
    desk: DeskSession, mousepad: ReceivingProgram, chromium: Chromium
) -> None:
    assert len(TEXTS["long"].encode()) > 64 * 1024
    for program in (mousepad, chromium):
        program.clear()
        program.focus()
        ended = desk.status()["paste_count"]
        desk.choose("long")
        wait_for_text(program, TEXTS["long"])
        assert desk.wait_for_end(ended + 1)["outcome"] == "pasted"


def test_nothing_is_sent_until_the_agent_presses_enter(
    desk: DeskSession, pidgin: Pidgin
) -> None:
    pidgin.clear()
    pidgin.focus()
    ended = desk.status()["paste_count"]
    desk.choose("lines")
    wait_for_text(pidgin, TEXTS["lines"])
    desk.wait_for_end(ended + 1)
    assert pidgin.sent() == []
    desk.hands.tap("enter")
    assert pidgin.wait_for_sent(1) == [TEXTS["lines"]]


def test_an_editable_page_and_a_busy_page_take_the_text(
    desk: DeskSession, chromium: Chromium, owner: ClipboardOwner, place: Workplace
) -> None:
    owner.own(RICH)
    chromium.show("editable")
    chromium.focus()
    ended = desk.status()["paste_count"]
    desk.choose("lines")
    wait_for_text(chromium, TEXTS["lines"])
    desk.wait_for_end(ended + 1)
    chromium.show("textarea")
    chromium.focus()
    chromium.be_busy(2)
    desk.choose("lines")
    wait_for_text(chromium, TEXTS["lines"])
    assert desk.wait_for_end(ended + 2)["outcome"] == "pasted"
    assert read_clipboard(place, "text/html") == RICH["text/html"]


@pytest.mark.alone
def test_no_key_of_a_quick_hand_leaks_into_the_window_in_front(
    desk: DeskSession, place: Workplace
) -> None:
    with RawTarget(place.server.env, "chat", "chat") as chat:
        place.screen.activate(chat.window_id)
        ended = desk.status()["paste_count"]
        for number in range(10):
            desk.choose("short")
            desk.wait_for_end(ended + number + 1)
        assert chat.pastes() == [TEXTS["short"]] * 10
        # What it sees of the keyboard is the chord, and the hotkey's own modifiers.
        assert set(chat.keys()) <= {"Control_L", "Alt_L", "v"}


def test_escape_gives_the_focus_back_and_touches_nothing(
    desk: DeskSession, place: Workplace, owner: ClipboardOwner
) -> None:
    owner.own(RICH)
    with RawTarget(place.server.env, "chat", "chat") as chat:
        place.screen.activate(chat.window_id)
        desk.open_panel()
        desk.hands.type("short")
        desk.hands.tap("escape")
        place.screen.wait_until_active(chat.window_id)
        assert chat.pastes() == []
        assert owner.lost() == 0


def test_the_hotkey_again_closes_the_panel(desk: DeskSession, place: Workplace) -> None:
    with RawTarget(place.server.env, "chat", "chat") as chat:
        place.screen.activate(chat.window_id)
        for _ in range(3):
            desk.open_panel()
            desk.hands.tap("ctrl+alt+space")
            wait_for(lambda: not desk.status()["panel_open"], "the panel to close")
            place.screen.wait_until_active(chat.window_id)
