"""The harness itself: each real program takes a text and gives it back exactly."""

import pytest

from tests.desktop.programs import ReceivingProgram, wait_for_text
from tests.desktop.screen import Screen

TEXT = "您好，亲 😊\n第二行：满 199 减 20\n\n\tTab and “quotes” & <b>tags</b> 𠮷"

PROGRAMS = ("mousepad", "featherpad", "xterm")


@pytest.fixture(params=PROGRAMS)
def program(request: pytest.FixtureRequest) -> ReceivingProgram:
    found: ReceivingProgram = request.getfixturevalue(request.param)
    found.clear()
    found.focus()
    return found


def test_a_pasted_text_is_read_back_exactly(
    program: ReceivingProgram, screen: Screen
) -> None:
    for selection in ("clipboard", "primary"):
        screen.copy(TEXT, selection)
    screen.press(program.paste_chord)
    wait_for_text(program, TEXT)


def test_typing_reaches_the_field_and_nothing_else_does(
    program: ReceivingProgram, screen: Screen
) -> None:
    screen.type("abc 123")
    wait_for_text(program, "abc 123")
    program.clear()
    assert program.text() == ""
