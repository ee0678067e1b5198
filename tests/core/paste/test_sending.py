"""What sends by itself: chosen by the agent, once, where it was read, or not at all."""

from collections.abc import Callable

import pytest

from qtdesk.core.combos import Combo
from qtdesk.core.paste import (
    SEND_KEYS,
    SHIPPED,
    Fate,
    Outcome,
    Paster,
    PasteResult,
    Profile,
    Reason,
    explain,
)
from qtdesk.core.ports import Clip, Reader
from tests.fakes import FakeClock, FakePlatform, FakeWindow

CTRL_ENTER = Combo.parse("ctrl+enter")


class Desk:
    """A paster whose profile sends, with a chat in front."""

    def __init__(self, profile: Profile) -> None:
        self.platform = FakePlatform(FakeClock())
        self.clock = self.platform.clock
        self.chat = self.platform.windows.open(FakeWindow())
        self.clipboard = self.platform.clipboard
        self.results: list[PasteResult] = []
        self.paster = Paster(
            self.platform, self.clock, self.results.append, lambda _app: profile
        )

    def paste(self, text: str = "phrase") -> None:
        target = self.platform.windows.target_of(self.chat)
        self.paster.paste(Clip(text), target, "book/phrase", 8.0)

    def finish(self) -> PasteResult:
        self.clock.run_all()
        return self.results[-1]

    def pressed(self) -> list[Combo]:
        return [chord for chord, _ in self.platform.keyboard.presses]


@pytest.fixture
def desk() -> Desk:
    return Desk(Profile(("*",), sends=True, send_key=CTRL_ENTER))


def test_the_chosen_key_is_pressed_once_when_the_chat_has_read(desk: Desk) -> None:
    desk.paste()
    desk.clock.run_until(0.9)
    assert CTRL_ENTER not in desk.pressed()
    result = desk.finish()
    assert desk.pressed() == [Combo.parse("ctrl+v"), CTRL_ENTER]
    assert (result.outcome, result.sent) == (Outcome.PASTED, True)
    assert str(explain(result)[0]) == "Pasted into chat and sent."
    assert result.quiet


def test_no_profile_that_comes_with_the_program_sends() -> None:
    assert [entry for entry in SHIPPED if entry.profile.sends] == []
    quiet = Desk(Profile(("*",)))
    quiet.paste()
    result = quiet.finish()
    assert quiet.chat.sent == []
    assert (result.sent, result.unsent) == (False, Reason.NONE)


def _rename(desk: Desk) -> None:
    desk.chat.title = "another buyer"


def _cover(desk: Desk) -> None:
    desk.platform.windows.open(FakeWindow("other"))


def _hold(desk: Desk) -> None:
    desk.platform.keyboard.held_keys.add("shift")


def _copy(desk: Desk) -> None:
    desk.clipboard.others_copy({"UTF8_STRING": b"newer"})


def _silence(desk: Desk) -> None:
    desk.chat.silent = True


def _touch(desk: Desk) -> None:
    desk.chat.touched_at = desk.clock.now()


@pytest.mark.parametrize(
    ("happens", "why", "said"),
    [
        (_touch, Reason.TOUCHED, "You typed or clicked in chat meanwhile."),
        (
            _rename,
            Reason.OTHER_CONVERSATION,
            "chat now shows another conversation.",
        ),
        (_cover, Reason.FOCUS_STOLEN, "Another window came in front."),
        (_hold, Reason.KEYS_HELD, "A key was held down."),
        (_silence, Reason.SILENT, "chat does not answer just now."),
        (_copy, Reason.CLIPBOARD_BUSY, "Another program keeps the clipboard."),
    ],
)
def test_in_doubt_nothing_is_sent_nor_tried_again(
    desk: Desk, happens: Callable[[Desk], None], why: Reason, said: str
) -> None:
    desk.paste()
    desk.clock.run_until(0.5)
    happens(desk)
    desk.clock.run_until(1.1)
    desk.platform.keyboard.held_keys.clear()
    desk.chat.title, desk.chat.silent = "buyer", False
    desk.platform.windows.focus(desk.chat)
    result = desk.finish()
    assert desk.chat.sent == []
    assert (result.outcome, result.sent, result.unsent) == (Outcome.PASTED, False, why)
    told = [str(sentence) for sentence in explain(result)]
    assert told == ["Pasted into chat, but not sent.", said]
    assert not result.quiet


def test_who_cannot_be_told_from_others_is_sent_nothing(desk: Desk) -> None:
    """Where the desktop does not name readers, any of them may have read."""
    desk.platform.unable = {"reader"}
    desk.chat.lag = 30.0
    desk.paste()
    desk.clock.call_later(0.05, lambda: desk.clipboard.read_by(Reader.UNKNOWN))
    result = desk.finish()
    assert (result.outcome, result.unsent) == (Outcome.PASTED, Reason.UNSURE)
    assert desk.chat.sent == []


def test_a_program_that_has_not_come_round_is_sent_nothing(desk: Desk) -> None:
    desk.chat.pong = 20.0
    desk.paste()
    assert desk.finish().unsent is Reason.UNSURE
    assert desk.chat.sent == []


def test_keys_of_the_chord_are_no_touch_of_the_agent(desk: Desk) -> None:
    desk.paste()
    desk.clock.run_until(0.0)
    desk.chat.touched_at = 0.0
    assert desk.finish().sent


def test_an_unread_text_is_not_sent(desk: Desk) -> None:
    desk.chat.lag = 30.0
    desk.paste()
    result = desk.finish()
    assert (result.outcome, result.sent) == (Outcome.UNCONFIRMED, False)
    assert desk.chat.sent == []


def test_closing_sends_nothing(desk: Desk) -> None:
    desk.paste()
    desk.clock.run_until(0.1)
    desk.paster.close(lambda: None)
    desk.clock.run_all()
    assert desk.chat.sent == []
    assert desk.results[-1].unsent is Reason.QUIT


def test_a_second_phrase_waits_for_the_first_to_be_sent(desk: Desk) -> None:
    desk.paste("first")
    desk.clock.run_until(0.3)
    desk.paste("second")
    desk.clock.run_until(0.9)
    assert desk.chat.sent == []
    desk.finish()
    assert desk.chat.received == ["first", "second"]
    paste = Combo.parse("ctrl+v")
    assert desk.pressed() == [paste, CTRL_ENTER, paste, CTRL_ENTER]


def test_a_press_that_is_answered_at_once_is_not_made_twice(desk: Desk) -> None:
    """Pressing handles what waits, and that may ask for another paste."""
    desk.paste("first")
    desk.clock.run_until(0.5)

    def ask_at_the_press() -> None:
        desk.platform.keyboard.before_press = None
        desk.paste("second")

    desk.platform.keyboard.before_press = ask_at_the_press
    desk.finish()
    assert len(desk.chat.sent) == 2
    assert desk.pressed().count(CTRL_ENTER) == 2
    assert [result.sent for result in desk.results] == [True, True]


def test_a_clipboard_lost_at_the_press_does_not_hide_that_it_was_sent(
    desk: Desk,
) -> None:
    desk.paste()
    desk.clock.run_until(0.5)

    def copy_at_the_press() -> None:
        desk.platform.keyboard.before_press = None
        desk.clipboard.others_copy({"UTF8_STRING": b"newer"}, "target")

    desk.platform.keyboard.before_press = copy_at_the_press
    result = desk.finish()
    assert len(desk.chat.sent) == 1
    assert (result.sent, result.fate) == (True, Fate.NEWER_COPY)
    assert len(desk.results) == 1


@pytest.mark.parametrize("key", SEND_KEYS)
def test_send_keys_are_what_chats_know(key: Combo) -> None:
    assert key.key in {"enter", "s"}


def test_nothing_is_ever_sent_behind_a_picture(desk: Desk) -> None:
    target = desk.platform.windows.target_of(desk.chat)
    desk.paster.paste(Clip(picture=b"png"), target, "book/phrase", 8.0)
    result = desk.finish()
    assert desk.chat.pictures == [b"png"]
    assert desk.pressed() == [Combo.parse("ctrl+v")]
    assert (result.outcome, result.sent) == (Outcome.PASTED, False)
    assert not result.quiet
    what, remedy = explain(result)
    assert str(what) == "Pasted into chat, but not sent."
    assert "by hand" in str(remedy)


def test_a_reading_in_the_last_moment_is_given_its_quiet(desk: Desk) -> None:
    desk.chat.lag = 7.95
    at: list[float] = []
    desk.platform.keyboard.before_press = lambda: at.append(desk.clock.now())
    desk.paste()
    assert desk.finish().sent
    chord, sent = at
    assert sent - chord >= 8.15
