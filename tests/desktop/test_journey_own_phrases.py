"""An agent writes a phrase between two buyers, pastes it, and mends it in the dock."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.chat import Pidgin
from tests.desktop.desk_session import DeskSession, write_book
from tests.desktop.onlooker import Onlooker
from tests.desktop.programs import Workplace, wait_for_text
from tests.desktop.waiting import wait_for

TITLE, FIRST, MORE = "refund", "postage comes back", " today"


class Room:
    """The program with its dock, and the folder that its data are in."""

    def __init__(self, place: Workplace, folder: Path, eyes: Onlooker) -> None:
        self.place, self.eyes, self.folder = place, eyes, folder
        book = write_book(folder / "book.yaml", {"hi": "hello"})
        options = ["--set", "language=en", "--set", "dock_shown=on"]
        self.desk = DeskSession(place, folder / "data", book, options, eyes.env)

    def editor(self, title: str) -> int:
        """The window that writes phrases, once it has the keys."""
        window = self.place.screen.wait_for_window("qtdesk", title)
        self.place.screen.wait_until_active(window)
        return window

    def saves(self, editor: int, chat: Pidgin) -> None:
        """Ctrl+Enter, and the chat has the keys again."""
        self.desk.hands.tap("ctrl+enter")
        wait_for(
            lambda: editor not in self.place.screen.windows(), "the editor to be gone"
        )
        self.place.screen.wait_until_active(chat.window_id)


@pytest.fixture(scope="module")
def room(place: Workplace, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    made = Room(place, tmp_path_factory.mktemp("own"), Onlooker(place))
    with made.desk:
        yield made


def test_a_phrase_is_written_pasted_changed_in_the_dock_and_pasted_again(
    room: Room, pidgin: Pidgin
) -> None:
    hands, desk = room.desk.hands, room.desk
    pidgin.clear()
    pidgin.focus()
    # Nothing is found: what was typed is the title of a new phrase.
    desk.open_panel()
    hands.type(TITLE)
    room.eyes.sees("Nothing found")
    hands.tap("ctrl+n")
    editor = room.editor("New phrase")
    hands.type(FIRST)
    room.saves(editor, pidgin)
    # It is found at once.
    count = desk.status()["paste_count"]
    desk.choose(TITLE)
    wait_for_text(pidgin, FIRST)
    last = desk.wait_for_end(count + 1)
    assert last["outcome"] == "pasted"
    assert last["phrase"].startswith("~mine/")
    # And is in the dock, where the other mouse button changes it.
    room.eyes.clicks("At hand")
    spot = room.place.bus.first_middle_of("qtdesk", f"{TITLE},")
    room.eyes.clicks_at(*spot, 3)
    room.eyes.clicks("Edit…")
    editor = room.editor("Change a phrase")
    hands.type(MORE)
    room.saves(editor, pidgin)
    pidgin.clear()
    pidgin.focus()
    room.eyes.sees(f"{TITLE},", FIRST + MORE)
    room.eyes.clicks_at(*room.place.bus.first_middle_of("qtdesk", f"{TITLE},"))
    wait_for_text(pidgin, FIRST + MORE)
    desk.wait_for_end(count + 2)
    assert pidgin.sent() == []
    assert hands.keys_down() == set()


def test_what_was_written_outlives_a_kill(room: Room) -> None:
    room.desk.program.kill()
    room.desk.program.wait()
    listed = room.desk.cli("list")
    assert TITLE in listed.stdout
    path = room.folder / "mine.yaml"
    assert room.desk.cli("phrases", "export", str(path)).returncode == 0
    assert FIRST + MORE in path.read_text(encoding="utf-8")
