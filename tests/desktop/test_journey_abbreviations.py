"""Codes typed in real programs become phrases, or stay exactly as they were typed."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.desk_session import DeskSession, write_book
from tests.desktop.others import ClipboardOwner
from tests.desktop.programs import ReceivingProgram, Workplace, wait_for_text
from tests.desktop.waiting import wait_for

_TEXTS = {
    "hi": "您好，在的。",
    "th": "谢谢，祝您生活愉快！\n期待您再来 😊",
    "blank": "{buyer}，您好",
}
_PROGRAMS = ["pidgin", "mousepad", "featherpad", "chromium"]


@pytest.fixture(scope="module")
def desk(
    place: Workplace, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[DeskSession]:
    folder = tmp_path_factory.mktemp("abbreviations")
    book = write_book(folder / "book.yaml", _TEXTS)
    options = ("--set", "abbreviations=on")
    with DeskSession(place, folder / "data", book, options) as session:
        wait_for(lambda: listening(session), "the listener")
        yield session


def listening(desk: DeskSession) -> bool:
    return bool(desk.status()["abbreviations"]["listening"])


@pytest.fixture(params=_PROGRAMS)
def program(request: pytest.FixtureRequest) -> ReceivingProgram:
    found: ReceivingProgram = request.getfixturevalue(request.param)
    found.clear()
    found.focus()
    return found


def type_keys(desk: DeskSession, text: str, pause_s: float = 0.0) -> None:
    for character in text:
        name = {";": "semicolon", ",": "comma", " ": "space"}.get(character, character)
        desk.hands.tap(name)
        if pause_s:
            time.sleep(pause_s)  # the rhythm of the typist is what is simulated


def test_a_code_becomes_its_phrase(
    desk: DeskSession, program: ReceivingProgram, owner: ClipboardOwner
) -> None:
    owner.copy("the agent's own")
    ended = desk.status()["paste_count"]
    type_keys(desk, "well, ;th ", 0.01)
    wait_for_text(program, "well, " + _TEXTS["th"])
    last = desk.wait_for_end(ended + 1)
    assert (last["outcome"], last["fate"]) == ("pasted", "restored")
