"""The harness itself: each real program takes a text and gives it back exactly."""

import pytest

from tests.desktop.browser import Chromium
from tests.desktop.chat import Pidgin
from tests.desktop.others import ClipboardOwner
from tests.desktop.programs import ReceivingProgram, wait_for_text
from tests.desktop.screen import Screen

TEXT = "您好，亲 😊\n第二行：满 199 减 20\n\n\tTab and “quotes” & <b>tags</b> 𠮷"

PROGRAMS = ("mousepad", "featherpad", "xterm", "pidgin", "chromium")


@pytest.fixture(params=PROGRAMS)
def program(request: pytest.FixtureRequest) -> ReceivingProgram:
    found: ReceivingProgram = request.getfixturevalue(request.param)
    found.clear()
    found.focus()
    return found


def test_a_pasted_text_is_read_back_exactly(
    program: ReceivingProgram, owner: ClipboardOwner, screen: Screen
) -> None:
    owner.copy(TEXT, "PRIMARY" if program.name == "xterm" else "CLIPBOARD")
    screen.press(program.paste_chord)
    wait_for_text(program, TEXT)


def test_typing_reaches_the_field_and_nothing_else_does(
    program: ReceivingProgram, screen: Screen
) -> None:
    screen.type("abc 123")
    wait_for_text(program, "abc 123")
    program.clear()
    assert program.text() == ""


def test_what_the_agent_sends_arrives_at_the_buyer_exactly(
    pidgin: Pidgin, owner: ClipboardOwner, screen: Screen
) -> None:
    pidgin.clear()
    pidgin.focus()
    owner.copy(TEXT)
    screen.press(pidgin.paste_chord)
    wait_for_text(pidgin, TEXT)
    assert pidgin.sent() == []
    screen.press("Return")
    assert pidgin.wait_for_sent(1) == [TEXT]


@pytest.mark.parametrize("field", ["editable", "textarea"])
def test_both_kinds_of_page_take_a_text(
    chromium: Chromium, owner: ClipboardOwner, screen: Screen, field: str
) -> None:
    chromium.show(field)
    chromium.focus()
    for text in (TEXT, "长" * 30_000):
        chromium.clear()
        owner.copy(text)
        screen.press(chromium.paste_chord)
        wait_for_text(chromium, text)


def test_a_busy_page_takes_the_text_when_it_is_idle_again(
    chromium: Chromium, owner: ClipboardOwner, screen: Screen
) -> None:
    chromium.show("textarea")
    chromium.focus()
    owner.copy(TEXT)
    chromium.be_busy(2)
    began = chromium.changes()[-1].at
    screen.press(chromium.paste_chord)
    wait_for_text(chromium, TEXT)
    assert chromium.changes()[-1].at - began >= 1.9
