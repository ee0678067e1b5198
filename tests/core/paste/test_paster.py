"""The paste, case by case, on the desktop of tests/fakes.py."""

from collections.abc import Callable

import pytest

from qtdesk.core.paste import Fate, Outcome, Paster, PasteResult, Reason
from qtdesk.core.ports import Clip, Target
from tests.fakes import FakeClock, FakePlatform, FakeWindow

ORIGINAL = {"UTF8_STRING": b"the agent's own", "image/png": b"\x89PNG"}
TEXT = "亲，现货 48 小时内发出～\n您看可以吗"


class Desk:
    """A paster with a chat window in front and something on the clipboard."""

    def __init__(self) -> None:
        self.platform = FakePlatform(FakeClock())
        self.clock = self.platform.clock
        self.chat = self.platform.windows.open(FakeWindow())
        self.clipboard = self.platform.clipboard
        self.clipboard.others_copy(ORIGINAL)
        self.results: list[PasteResult] = []
        self.paster = Paster(self.platform, self.clock, self.results.append)

    def open_panel(self) -> Target | None:
        target = self.platform.windows.front()
        self.paster.prepare(target)
        self.platform.windows.focus(None)
        return target

    def paste(self, text: str = TEXT) -> None:
        self.paster.paste(Clip(text), self.open_panel(), "book/phrase", 8.0)

    def finish(self) -> PasteResult:
        self.clock.run_all()
        return self.results[-1]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_text_arrives_and_every_format_comes_back(desk: Desk) -> None:
    desk.paste()
    result = desk.finish()
    assert desk.chat.received == [TEXT]
    assert desk.clipboard.content.formats == ORIGINAL
    assert (result.outcome, result.fate) == (Outcome.PASTED, Fate.RESTORED)
    assert result.quiet


def test_an_empty_clipboard_stays_empty(desk: Desk) -> None:
    desk.clipboard.others_copy({})
    desk.paste()
    desk.finish()
    assert desk.clipboard.content.formats == {}


@pytest.mark.parametrize("lag", [0.0, 0.02, 0.4, 0.9, 2.0, 7.9])
def test_a_slow_target_still_reads_the_phrase(desk: Desk, lag: float) -> None:
    desk.chat.lag = lag
    desk.paste()
    assert desk.finish().outcome is Outcome.PASTED
    assert desk.chat.received == [TEXT]
    assert desk.clipboard.content.formats == ORIGINAL


def test_a_history_tool_reading_first_is_not_taken_for_the_target(desk: Desk) -> None:
    desk.clipboard.tool_reads = True
    desk.chat.lag = 1.0
    desk.paste()
    desk.finish()
    assert desk.chat.received == [TEXT]


def test_a_history_tool_taking_the_text_over_is_no_newer_copy(desk: Desk) -> None:
    desk.clipboard.tool_takes = 1
    desk.chat.lag = 0.1
    desk.paste()
    assert desk.finish().outcome is Outcome.PASTED
    assert desk.chat.received == [TEXT]
    assert desk.clipboard.content.formats == ORIGINAL


def test_a_newer_copy_wins(desk: Desk) -> None:
    desk.paste()
    newer = {"UTF8_STRING": b"newer"}
    desk.clock.call_later(0.3, lambda: desk.clipboard.others_copy(newer))
    result = desk.finish()
    assert desk.clipboard.content.formats == newer
    assert (result.outcome, result.fate) == (Outcome.PASTED, Fate.NEWER_COPY)


def test_copying_the_pasted_text_in_the_chat_is_a_newer_copy(desk: Desk) -> None:
    desk.paste()
    same = {"UTF8_STRING": TEXT.encode(), "text/html": b"<b>same</b>"}
    desk.clock.call_later(0.3, lambda: desk.clipboard.others_copy(same, "target"))
    desk.finish()
    assert desk.clipboard.content.formats == same


def test_a_text_nobody_reads_stays_as_a_copy_and_can_be_undone(desk: Desk) -> None:
    desk.chat.lag = 60.0
    desk.paste()
    desk.clock.run_until(9.0)
    result = desk.results[-1]
    assert (result.outcome, result.reason) == (Outcome.UNCONFIRMED, Reason.NOT_READ)
    assert desk.clipboard.content.text == TEXT
    assert desk.paster.bring_back()
    assert desk.clipboard.content.formats == ORIGINAL
    assert not desk.paster.can_bring_back


@pytest.mark.parametrize("seconds", [0.3, 20.0])
def test_nothing_is_pressed_while_the_target_does_not_answer(
    desk: Desk, seconds: float
) -> None:
    desk.chat.silent = True
    desk.clock.call_later(seconds, lambda: setattr(desk.chat, "silent", False))
    desk.paste()
    result = desk.finish()
    if seconds < 1.0:
        assert (result.outcome, desk.chat.received) == (Outcome.PASTED, [TEXT])
    else:
        assert (result.outcome, result.reason) == (Outcome.COPIED, Reason.SILENT)
        assert desk.platform.keyboard.presses == []


def close(desk: Desk) -> None:
    desk.platform.windows.close(desk.chat)


def cover(desk: Desk) -> None:
    desk.platform.windows.obeys = False
    desk.platform.windows.open(FakeWindow("browser"))


def lose(desk: Desk) -> None:
    desk.platform.windows.obeys = False


def other_buyer(desk: Desk) -> None:
    desk.chat.title = "another buyer"


def hold_shift(desk: Desk) -> None:
    desk.platform.keyboard.held_keys = {"shift"}


def thief(desk: Desk) -> None:
    desk.platform.windows.obeys = True

    def strike() -> None:
        desk.platform.windows.open(FakeWindow("thief"))

    desk.platform.keyboard.before_press = strike


@pytest.mark.parametrize(
    ("mishap", "reason"),
    [
        (close, Reason.TARGET_GONE),
        (cover, Reason.FOCUS_STOLEN),
        (lose, Reason.NOT_FRONT),
        (other_buyer, Reason.OTHER_CONVERSATION),
        (hold_shift, Reason.KEYS_HELD),
        (thief, Reason.FOCUS_STOLEN),
    ],
)
def test_on_any_doubt_nothing_is_pressed_and_the_text_is_copied(
    desk: Desk, mishap: Callable[[Desk], None], reason: Reason
) -> None:
    target = desk.open_panel()
    mishap(desk)
    desk.paster.paste(Clip(TEXT), target, "book/phrase", 8.0)
    result = desk.finish()
    assert desk.platform.keyboard.presses == []
    assert (result.outcome, result.reason) == (Outcome.COPIED, reason)
    assert desk.clipboard.content.text == TEXT
    assert desk.paster.bring_back()
    assert desk.clipboard.content.formats == ORIGINAL


def test_without_a_window_in_front_the_text_is_copied(desk: Desk) -> None:
    desk.paster.paste(Clip(TEXT), None, "book/phrase", 8.0)
    assert desk.finish().reason is Reason.NO_TARGET


def test_a_desktop_that_cannot_paste_copies(desk: Desk) -> None:
    desk.platform.unable = {"paste"}
    desk.paste()
    assert desk.finish().reason is Reason.UNABLE
    assert desk.clipboard.content.text == TEXT


def test_a_flashing_title_may_come_back(desk: Desk) -> None:
    target = desk.open_panel()
    desk.chat.title = "new message"

    def calm() -> None:
        desk.chat.title = "buyer"

    desk.clock.call_later(0.5, calm)
    desk.paster.paste(Clip(TEXT), target, "book/phrase", 8.0)
    assert desk.finish().outcome is Outcome.PASTED


def test_a_modifier_is_waited_for(desk: Desk) -> None:
    desk.platform.keyboard.held_keys = {"ctrl", "alt"}
    desk.clock.call_later(0.4, desk.platform.keyboard.held_keys.clear)
    desk.paste()
    assert desk.finish().outcome is Outcome.PASTED
    assert desk.chat.received == [TEXT]


def test_a_hanging_owner_costs_its_clipboard_but_says_so(desk: Desk) -> None:
    desk.clipboard.others_copy(ORIGINAL, readable=False)
    desk.paste()
    result = desk.finish()
    assert desk.chat.received == [TEXT]
    assert result.fate is Fate.NOT_SAVED
    assert not result.quiet


def test_a_busy_clipboard_is_tried_again_and_then_reported(desk: Desk) -> None:
    desk.clipboard.accepts = False
    desk.paste()
    result = desk.finish()
    assert (result.outcome, result.reason) == (Outcome.NOTHING, Reason.CLIPBOARD_BUSY)
    assert desk.clipboard.content.formats == ORIGINAL


def test_a_second_paste_settles_the_first_and_returns_the_first_clipboard(
    desk: Desk,
) -> None:
    desk.paste("one")
    desk.clock.run_until(0.1)
    desk.paste("two")
    desk.finish()
    assert desk.chat.received == ["one", "two"]
    assert [r.fate for r in desk.results] == [Fate.BORROWED, Fate.RESTORED]
    assert desk.clipboard.content.formats == ORIGINAL


def test_a_second_paste_waits_for_a_slow_first(desk: Desk) -> None:
    desk.chat.lag = 3.0
    desk.paste("one")
    desk.clock.run_until(0.1)
    desk.paste("two")
    desk.finish()
    assert desk.chat.received == ["one", "two"]


def test_a_terminal_gets_the_mouse_selection_and_both_come_back(desk: Desk) -> None:
    terminal = desk.platform.windows.open(FakeWindow("XTerm"))
    desk.platform.primary.others_copy({"UTF8_STRING": b"marked"})
    desk.paste()
    assert desk.finish().outcome is Outcome.PASTED
    assert terminal.received == [TEXT]
    assert desk.platform.primary.content.text == "marked"
    assert desk.clipboard.content.formats == ORIGINAL


def test_the_mouse_selection_is_left_alone(desk: Desk) -> None:
    desk.platform.primary.others_copy({"UTF8_STRING": b"marked"})
    desk.paste()
    desk.finish()
    assert desk.platform.primary.content.owner == "user"


def test_quitting_before_the_chord_presses_nothing(desk: Desk) -> None:
    done: list[bool] = []
    lose(desk)
    desk.paste()
    desk.paster.close(lambda: done.append(True))
    assert desk.finish().reason is Reason.QUIT
    assert desk.platform.keyboard.presses == []
    assert desk.clipboard.content.formats == ORIGINAL
    assert done == [True]


def test_quitting_while_the_target_reads_waits_for_it(desk: Desk) -> None:
    done: list[float] = []
    desk.chat.lag = 1.0
    desk.paste()
    desk.clock.run_until(0.1)
    desk.paster.close(lambda: done.append(desk.clock.now()))
    desk.finish()
    assert desk.chat.received == [TEXT]
    assert desk.clipboard.content.formats == ORIGINAL
    assert len(done) == 1


def test_quitting_with_a_target_that_hangs_leaves_the_phrase(desk: Desk) -> None:
    done: list[float] = []
    desk.chat.lag = 30.0
    desk.paste()
    desk.clock.run_until(0.1)
    desk.paster.close(lambda: done.append(desk.clock.now()))
    desk.finish()
    assert desk.chat.received == [TEXT]
    assert done
    assert done[0] < 3.0


def test_the_panel_waits_for_a_chord_under_way(desk: Desk) -> None:
    opened: list[float] = []
    desk.paste()
    desk.paster.when_clear(lambda: opened.append(desk.clock.now()))
    assert opened == []
    desk.finish()
    assert len(opened) == 1
    assert opened[0] < 0.1


def test_a_copy_can_be_undone(desk: Desk) -> None:
    desk.paster.copy(Clip(TEXT), "book/phrase")
    result = desk.finish()
    assert (result.outcome, result.reason) == (Outcome.COPIED, Reason.ASKED)
    assert desk.clipboard.content.text == TEXT
    assert desk.paster.bring_back()
    assert desk.clipboard.content.formats == ORIGINAL


def test_nothing_ticks_when_all_is_settled(desk: Desk) -> None:
    desk.paste()
    desk.finish()
    settled_at = desk.clock.time
    desk.clock.run_all()
    assert desk.clock.time == settled_at
    assert settled_at < 2.0


def test_a_change_of_the_front_while_it_begins_is_no_second_chord(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    windows = desk.platform.windows
    watch = windows.watch

    def eager_watch(changed: Callable[[], None]) -> Callable[[], None]:
        stop = watch(changed)
        changed()
        return stop

    monkeypatch.setattr(windows, "watch", eager_watch)
    target = windows.front()
    desk.paster.paste(Clip(TEXT), target, "book/phrase", 8.0)
    desk.finish()
    assert len(desk.platform.keyboard.presses) == 1
    assert desk.chat.received == [TEXT]


def test_a_first_reading_by_a_history_tool_hides_nothing(desk: Desk) -> None:
    desk.clipboard.sees_every_read = False
    desk.clipboard.tool_reads = True
    desk.clipboard.tool_lag = 0.001
    desk.chat.lag = 0.0
    desk.paste()
    desk.clock.call_later(0.02, lambda: desk.platform.windows.focus(desk.chat))
    assert desk.finish().outcome is Outcome.PASTED
    assert desk.chat.received == [TEXT]
    assert desk.clipboard.content.formats == ORIGINAL


def test_a_reading_that_could_not_be_seen_is_told(desk: Desk) -> None:
    desk.clipboard.sees_every_read = False
    desk.clipboard.tool_reads = True
    desk.clipboard.tool_lag = 0.001
    desk.chat.lag = 1.0
    desk.paste()
    result = desk.finish()
    assert (result.outcome, result.reason) == (Outcome.UNCONFIRMED, Reason.UNSEEN)
    assert desk.clipboard.content.text == TEXT


def test_a_clipboard_open_for_a_moment_is_waited_for_at_the_end(desk: Desk) -> None:
    desk.paste()
    desk.clock.call_later(0.9, lambda: setattr(desk.clipboard, "accepts", False))
    desk.clock.call_later(1.15, lambda: setattr(desk.clipboard, "accepts", True))
    assert desk.finish().fate is Fate.RESTORED
    assert desk.clipboard.content.formats == ORIGINAL
