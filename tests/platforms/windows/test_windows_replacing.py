"""Typed codes on a Windows of plain Python: erased and replaced in one go, or not."""

from collections.abc import Callable
from typing import cast

import pytest

from qtdesk.core.combos import Combo
from qtdesk.core.ports import Pressed, Typed
from qtdesk.platforms.listener.parent import Listener
from qtdesk.platforms.listener.protocol import CodeTyped, PrefixTyped
from qtdesk.platforms.listener.typing import Change, Hear
from qtdesk.platforms.listener.windows_strokes import PROBE
from qtdesk.platforms.windows import codes
from qtdesk.platforms.windows.inputs import INPUT_SIZE, Key, chord_inputs
from tests.platforms.windows.fake_windows import ADMINISTRATOR
from tests.platforms.windows.windows_scene import ALT, CTRL, SPACE, Scene, V

PASTE = Combo.parse("ctrl+v")
BACKSPACE = 0x08
SHIFT = codes.VK_LSHIFT
HI = (0xBA, 0x48, 0x49, SPACE)


class Desk(Scene):
    """The backend with a listener that says what each test has it hear."""

    def __init__(self) -> None:
        super().__init__()
        self.starts = 0
        self.typed: list[Typed] = []
        self.platform._typing._make_listener = self._make
        self.platform.typing.start(
            ";", frozenset(), self.typed.append, lambda _hearing: None
        )

    def _make(self, hear: Hear, change: Change) -> Listener:
        del change
        self._hear = hear
        return cast("Listener", self)

    def start(self, prefix: str, never: frozenset[str]) -> None:
        """The listener's."""
        del prefix, never
        self.starts += 1

    def stop(self) -> None:
        """The listener's."""

    def go_on(self) -> None:
        """The listener's."""

    def count_questions(self) -> list[int]:
        """Grows with every question to the chat."""
        asked: list[int] = []
        ask = self.system.ask

        def count(window: int, answered: Callable[[], None]) -> bool:
            asked.append(window)
            return ask(window, answered)

        self.system.ask = count  # type: ignore[method-assign]
        return asked

    def type_code(self) -> Typed:
        """A hand types `;hi` and a space, and the listener tells."""
        prefix, *rest = HI
        self.system.tap(prefix)
        self._hear(PrefixTyped(self.chat.handle))
        self.system.tap(*rest[:1])
        self.system.tap(*rest[1:2])
        self.system.tap(SPACE)
        end = self.system.scan_code(SPACE, 0)
        self._hear(CodeTyped("hi", 4, self.chat.handle, 1000, end))
        return self.typed[-1]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def replaced(desk: Desk, typed: Typed) -> Pressed:
    return desk.platform.typing.replace(typed, PASTE)


def test_a_code_is_erased_and_the_chord_pressed_in_one_call(desk: Desk) -> None:
    assert replaced(desk, desk.type_code()) is Pressed.SENT
    (batch,) = desk.system.sent
    scan = desk.system.scan_code
    back = chord_inputs([Key(BACKSPACE, scan(BACKSPACE, 0))])
    assert batch[: 4 * len(back)] == 4 * back
    assert len(batch) == (4 * 2 + 4) * INPUT_SIZE
    assert desk.chat.chords == [f"ctrl+{V:#04x}"]
    assert desk.system.down == set()


def test_an_answer_means_that_the_program_has_taken_every_key(desk: Desk) -> None:
    """A question overtakes the keys that wait, and a program takes one behind it."""
    typed = desk.type_code()
    asked = desk.count_questions()
    for replace, keys in ((None, 8), (PASTE, 12)):
        asked.clear()
        assert desk.platform.typing.replace(typed, replace) is Pressed.SENT
        answers: list[int] = []
        desk.platform.windows.ping(typed.target, lambda: answers.append(1))  # noqa: B023 - called within this round
        desk.run(1.0)
        assert (len(answers), len(asked)) == (1, keys + 1)
        typed = desk.type_code()


def test_erasing_alone_presses_no_chord(desk: Desk) -> None:
    assert desk.platform.typing.replace(desk.type_code(), None) is Pressed.SENT
    assert len(desk.system.sent[0]) == 4 * 2 * INPUT_SIZE
    assert desk.chat.chords == []


@pytest.mark.parametrize(
    "behind",
    [
        lambda desk: desk.system.tap(0x41),
        lambda desk: desk.system.tap(SPACE),
        lambda desk: desk.system.key(0x42, down=True),
        lambda desk: desk.system.tap(ALT),
        lambda desk: desk.system.tap(CTRL),
        lambda desk: desk.system.tap(codes.VK_PACKET),
        lambda desk: desk.system.click(),
    ],
    ids=[
        "letter",
        "space",
        "held letter",
        "alt",
        "ctrl",
        "typed by a program",
        "click",
    ],
)
def test_what_comes_behind_the_space_keeps_everything_as_it_is(
    desk: Desk, behind: Callable[[Desk], None]
) -> None:
    typed = desk.type_code()
    behind(desk)
    assert replaced(desk, typed) is Pressed.TYPED_ON
    assert desk.system.sent == []


def test_a_click_within_the_code_counts_as_well(desk: Desk) -> None:
    desk._hear(PrefixTyped(desk.chat.handle))
    desk.system.click()
    desk.system.tap(SPACE)
    end = desk.system.scan_code(SPACE, 0)
    desk._hear(CodeTyped("hi", 4, desk.chat.handle, 1000, end))
    assert replaced(desk, desk.typed[-1]) is Pressed.TYPED_ON


def test_what_types_nothing_changes_nothing(desk: Desk) -> None:
    typed = desk.type_code()
    desk.system.tap(SHIFT)
    desk.system.tap(PROBE)
    assert replaced(desk, typed) is Pressed.SENT


def test_a_code_typed_faster_than_anybody_looked_stays(desk: Desk) -> None:
    end = desk.system.scan_code(SPACE, 0)
    desk.system.tap(*HI)
    desk._hear(PrefixTyped(desk.chat.handle))
    desk._hear(CodeTyped("hi", 4, desk.chat.handle, 1000, end))
    assert replaced(desk, desk.typed[-1]) is Pressed.TYPED_ON


def test_keys_reach_us_only_while_a_code_is_open(desk: Desk) -> None:
    assert not desk.system.raw_window
    typed = desk.type_code()
    assert desk.system.raw_window
    replaced(desk, typed)
    assert not desk.system.raw_window


@pytest.mark.parametrize("key", [CTRL, ALT, SHIFT, BACKSPACE, V])
def test_a_held_key_is_waited_for(desk: Desk, key: int) -> None:
    desk.system.key(key, down=True)
    typed = desk.type_code()
    assert replaced(desk, typed) is Pressed.KEYS_HELD
    desk.system.key(key, down=False)
    assert replaced(desk, typed) is Pressed.SENT


def test_another_window_in_front_loses_nothing(desk: Desk) -> None:
    typed = desk.type_code()
    thief = desk.open("thief", "thief")
    assert replaced(desk, typed) is Pressed.NOT_FRONT
    assert (desk.system.sent, thief.chords) == ([], [])


def test_another_conversation_loses_nothing(desk: Desk) -> None:
    typed = desk.type_code()
    desk.chat.title = "李四"
    assert replaced(desk, typed) is Pressed.OTHER_CONVERSATION
    assert desk.system.sent == []


def test_a_window_with_more_rights_gets_no_key(desk: Desk) -> None:
    typed = desk.type_code()
    desk.chat.program.integrity = ADMINISTRATOR
    assert replaced(desk, typed) is Pressed.ELEVATED
    assert desk.system.sent == []


def test_a_text_that_is_not_on_offer_erases_nothing(desk: Desk) -> None:
    typed = desk.type_code()
    pressed = desk.platform.typing.replace(typed, PASTE, lambda: False)
    assert pressed is Pressed.NOT_OFFERED
    assert desk.system.sent == []


@pytest.mark.parametrize(
    ("through", "pressed"),
    [
        (0, Pressed.REFUSED),
        (1, Pressed.REFUSED),
        (8, Pressed.REFUSED),
        (9, Pressed.REFUSED),
        (10, Pressed.SENT),
    ],
)
def test_a_batch_cut_short_leaves_no_key_down(
    desk: Desk, through: int, pressed: Pressed
) -> None:
    typed = desk.type_code()
    desk.system.lets_through = through
    assert replaced(desk, typed) is pressed
    assert desk.system.down == set()


@pytest.mark.parametrize(
    "change",
    [codes.WTS_SESSION_UNLOCK, codes.WTS_CONSOLE_CONNECT, codes.WTS_REMOTE_CONNECT],
)
def test_who_comes_back_to_the_desktop_finds_a_new_listener(
    desk: Desk, change: int
) -> None:
    for told in (codes.WTS_SESSION_LOCK, change):
        desk.system.tell_session(told)
    desk.platform.dispatch()
    assert desk.starts == 2


def test_where_nobody_listens_nobody_does_after_an_unlock(desk: Desk) -> None:
    desk.platform.typing.stop()
    desk.system.tell_session(codes.WTS_SESSION_UNLOCK)
    desk.platform.dispatch()
    assert desk.starts == 1


def test_the_end_takes_everything_back(desk: Desk) -> None:
    desk.type_code()
    desk.platform.close()
    assert not desk.system.raw_window
