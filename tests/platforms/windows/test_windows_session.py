"""The screen is locked and unlocked again, whatever was under way; nothing surprises.

On a Windows of plain Python, which keeps the front and the keys from everybody while it
is locked, and brings the last window back.
"""

from typing import TYPE_CHECKING

import pytest

from qtdesk.core.combos import Combo
from qtdesk.core.paste import Fate, Outcome, Paster, PasteResult
from qtdesk.core.ports import Clip
from qtdesk.platforms.windows import codes
from qtdesk.platforms.windows.formats import text_bytes
from qtdesk.platforms.windows.typeahead import LONGEST_S
from tests.platforms.windows.windows_scene import ALT, CTRL, SPACE, Scene

if TYPE_CHECKING:
    from qtdesk.core.ports import Stroke

HOTKEY = Combo.parse("ctrl+alt+space")
OLD, NEW = text_bytes("old"), text_bytes("new")
LEAVES = (
    codes.WTS_SESSION_LOCK,
    codes.WTS_CONSOLE_DISCONNECT,
    codes.WTS_REMOTE_DISCONNECT,
)


class Desk(Scene):
    """A chat in front, a hotkey, an old clipboard, and pastes that are counted."""

    def __init__(self) -> None:
        super().__init__()
        owner = self.system.hidden(self.system.start(r"C:\Programs\owner.exe"))
        self.system.clipboard.others_copy(owner, {codes.CF_UNICODETEXT: OLD})
        self.presses = 0
        self.strokes: list[Stroke] = []
        self.results: list[PasteResult] = []
        self.platform.hotkeys.register(HOTKEY, self._pressed)
        self.platform.type_ahead.listen(self.strokes.append)
        self.paster = Paster(self.platform, self.clock, self.results.append)

    def _pressed(self) -> None:
        self.presses += 1

    def press_hotkey(self) -> None:
        self.system.tap(CTRL, ALT, SPACE)
        self.run(0.01)

    def choose(self) -> None:
        """The panel was open over the chat, and a phrase has just been chosen."""
        target = self.target()
        self.paster.prepare(target)
        panel = self.system.open(self.system.own, "qtdesk")
        self.run(0.1)
        self.system.close_window(panel)
        self.paster.paste(Clip("new"), target, "b/p", 2.0)

    def read(self) -> None:
        self.system.clipboard.others_read(codes.CF_UNICODETEXT, self.chat)

    def held(self) -> bytes | None:
        return self.system.clipboard.contents.get(codes.CF_UNICODETEXT)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_the_hotkey_and_the_keys_behind_it_work_after_an_unlock(desk: Desk) -> None:
    desk.system.lock()
    desk.run(60)
    desk.system.unlock()
    desk.run(0.1)
    assert desk.system.front is desk.chat
    desk.press_hotkey()
    desk.system.tap(ord("T"))
    desk.run(0.01)
    assert desk.presses == 1
    assert [stroke.text for stroke in desk.strokes if stroke.down] == ["t"]


@pytest.mark.parametrize("change", LEAVES)
def test_keys_kept_for_the_panel_are_forgotten_with_the_agent(
    desk: Desk, change: int
) -> None:
    desk.press_hotkey()
    desk.system.tell_session(change)
    desk.run(0.01)
    desk.system.tap(ord("T"))
    desk.run(0.01)
    assert desk.strokes == []


@pytest.mark.parametrize("told", ["by the unlock", "by the new front"])
def test_the_chat_is_in_front_again_where_the_lock_came_behind_the_hotkey(
    desk: Desk, told: str
) -> None:
    desk.press_hotkey()
    assert desk.system.front is not desk.chat
    desk.system.tells_fronts = told == "by the new front"
    desk.system.lock()
    desk.run(2 * LONGEST_S)
    if told == "by the new front":
        desk.system.session_watchers.clear()
    desk.system.unlock()
    desk.run(0.01)
    assert desk.system.front is desk.chat


def test_the_open_panel_keeps_the_front_at_the_unlock(desk: Desk) -> None:
    panel = desk.system.open(desk.system.own, "qtdesk")
    desk.system.lock()
    desk.run(60)
    desk.system.unlock()
    desk.run(0.1)
    assert desk.system.front is panel


def test_a_lock_before_the_chord_makes_a_copy_and_presses_nothing_later(
    desk: Desk,
) -> None:
    desk.system.key(CTRL, down=True)
    desk.choose()  # which waits for the key
    desk.run(0.1)
    desk.system.lock()
    desk.system.key(CTRL, down=False)
    desk.run(60)
    desk.system.unlock()
    desk.run(5)
    (result,) = desk.results
    assert desk.chat.chords == []
    assert (result.outcome, result.fate) == (Outcome.COPIED, Fate.REPLACED)
    assert desk.held() == NEW
    assert desk.system.down == set()


def test_a_lock_behind_the_chord_gives_the_clipboard_back_all_the_same(
    desk: Desk,
) -> None:
    desk.choose()
    while not desk.chat.chords:
        desk.run(0.001)
    desk.system.lock()
    desk.run(0.01)
    desk.read()
    desk.run(60)
    (result,) = desk.results
    assert (result.outcome, result.fate) == (Outcome.PASTED, Fate.RESTORED)
    assert desk.held() == OLD


def test_a_reading_that_the_lock_prevents_leaves_the_phrase(desk: Desk) -> None:
    desk.choose()
    while not desk.chat.chords:
        desk.run(0.001)
    desk.system.lock()
    desk.run(60)
    desk.system.unlock()
    desk.run(1)
    (result,) = desk.results
    assert result.outcome is not Outcome.PASTED
    assert desk.held() == NEW
    assert len(desk.chat.chords) == 1


def test_a_paste_works_after_an_unlock(desk: Desk) -> None:
    desk.system.lock()
    desk.run(60)
    desk.system.unlock()
    desk.run(0.1)
    desk.choose()
    while not desk.chat.chords:
        desk.run(0.001)
    desk.read()
    desk.run(2)
    (result,) = desk.results
    assert (result.outcome, result.fate) == (Outcome.PASTED, Fate.RESTORED)
    assert desk.held() == OLD
