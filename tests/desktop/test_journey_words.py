"""What is not said to buyers, by real keys: marked, worded better, held back.

The chats are real programs; what lands in them is what the agent chose to say.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.desktop.desk_session import DeskSession, read_clipboard, write_book
from tests.desktop.others import ClipboardOwner
from tests.desktop.programs import ReceivingProgram, Workplace, wait_for_text
from tests.desktop.waiting import wait_for

if TYPE_CHECKING:
    from pathlib import Path

_TEXT = "UTF8_STRING"
_TEXTS = {
    "zpy": "亲，这款最便宜，放心拍",
    "wxj": "加我微信 abc12345 给您便宜点",
    "hdx": "不客气，随时找我们",
}


@pytest.fixture(scope="module")
def desk(
    place: Workplace, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[DeskSession]:
    folder: Path = tmp_path_factory.mktemp("words")
    book = write_book(folder / "book.yaml", _TEXTS)
    with DeskSession(place, folder / "data", book) as session:
        yield session


@pytest.fixture(params=["mousepad", "pidgin"])
def program(request: pytest.FixtureRequest) -> ReceivingProgram:
    found: ReceivingProgram = request.getfixturevalue(request.param)
    found.clear()
    found.focus()
    return found


def test_one_key_takes_the_better_wording_and_the_chat_gets_that(
    desk: DeskSession, program: ReceivingProgram
) -> None:
    before = desk.status()["paste_count"]
    desk.open_panel()
    desk.hands.type("zpy")
    desk.hands.tap("ctrl+j")
    desk.hands.tap("enter")
    wait_for_text(program, "亲，这款便宜，放心拍")
    assert desk.wait_for_end(before + 1)["outcome"] == "pasted"
    assert desk.hands.keys_down() == set()


def test_what_is_forbidden_stays_in_the_panel(
    desk: DeskSession, program: ReceivingProgram
) -> None:
    desk.open_panel()
    desk.hands.type("wxj")
    desk.hands.tap("enter")
    # The panel is still there for another phrase, which is what the chat gets.
    desk.hands.tap("ctrl+a")
    desk.hands.type("hdx")
    desk.hands.tap("enter")
    wait_for_text(program, "不客气，随时找我们")
    assert "微信" not in program.text()


def test_a_copied_text_is_looked_at_and_mended_by_enter(
    desk: DeskSession,
    program: ReceivingProgram,
    owner: ClipboardOwner,
    place: Workplace,
) -> None:
    owner.copy("面料顶级，您放心")
    desk.hands.tap("ctrl+alt+j")
    desk.hands.tap("enter")
    wait_for(
        lambda: read_clipboard(place, _TEXT) == "面料优质，您放心".encode(),
        "the better wording on the clipboard",
    )
    assert program.text() == ""

    def lands_in_the_chat() -> bool:
        desk.hands.tap("a")
        return bool(program.text())

    wait_for(lands_in_the_chat, "the focus back in the chat")
