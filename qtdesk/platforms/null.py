"""A desktop that can do nothing but copy, and says why.

Every answer is a "no" that the rest of the program understands, so that searching
and copying still work where pasting cannot.
"""

import sys
from collections.abc import Callable

from qtdesk.core.combos import Combo
from qtdesk.core.errors import HotkeyError
from qtdesk.core.ports import (
    Ability,
    Clip,
    Clipboard,
    Hearing,
    Hotkeys,
    Keyboard,
    Permission,
    Pressed,
    Reader,
    Saved,
    Sight,
    Snapshot,
    Stroke,
    Target,
    TypeAhead,
    Typed,
    Typing,
    Windows,
    always,
)
from qtdesk.core.words import NO_WORDS, QT_TRANSLATE_NOOP, Words, words

_NAMES = (
    *("hotkeys", "target", "paste", "restore", "reader", "type_ahead"),
    "abbreviations",
)
Copy = Callable[[Clip], bool]
"""Puts it on the clipboard; False where that failed."""


class NullWindows:
    """Implements `Windows`: there are none to be seen."""

    def front(self) -> Target | None:
        return None

    def recent(self) -> Target | None:
        return None

    def sight(self, target: Target) -> Sight:
        del target
        return Sight.GONE

    def moment(self) -> int:
        return 0

    def touched(self, target: Target, since: int) -> bool:
        del target, since
        return False

    def bring_to_front(self, target: Target, attempt: int) -> None:
        del target, attempt

    def ping(self, target: Target, answered: Callable[[], None]) -> bool:
        del target, answered
        return False

    def watch(self, changed: Callable[[], None]) -> Callable[[], None]:
        del changed
        return lambda: None


class NullKeyboard:
    """Implements `Keyboard`: no key is seen, none is pressed."""

    def held(self) -> frozenset[str]:
        return frozenset()

    def press(
        self,
        chord: Combo,
        target: Target,
        offered: Callable[[], bool] = always,
        times: int = 1,
    ) -> Pressed:
        del chord, target, offered, times
        return Pressed.REFUSED

    def obstacle(self, target: Target) -> Words:
        del target  # the reason is among the abilities
        return NO_WORDS


class NullHotkeys:
    """Implements `Hotkeys`: none can be registered."""

    def __init__(self, reason: Words) -> None:
        self._reason = reason

    def register(
        self, combo: Combo, pressed: Callable[[], None], *, opens: bool = True
    ) -> None:
        del pressed, opens
        raise HotkeyError(
            words(
                QT_TRANSLATE_NOOP("core", "{combo} cannot be registered here."),
                combo=combo.label,
            ),
            self._reason,
            words(QT_TRANSLATE_NOOP("core", "Open the panel from the tray instead.")),
        )

    def unregister(self, combo: Combo) -> None:
        """There is nothing to give back."""


class NullTypeAhead:
    """Implements `TypeAhead`: no stroke is ever kept."""

    def listen(self, typed: Callable[[Stroke], None]) -> None:
        """There will be none."""

    def release(self) -> None:
        """There is nothing to give back."""

    def may_have_missed(self) -> bool:
        return False


class NullTyping:
    """Implements `Typing`: nothing is ever heard, nothing erased."""

    def __init__(self, reason: Words) -> None:
        self._reason = reason
        self.hearing = Hearing(on=False)

    def start(
        self,
        prefix: str,
        never: frozenset[str],
        typed: Callable[[Typed], None],
        changed: Callable[[Hearing], None],
    ) -> None:
        del prefix, never, typed
        self.hearing = Hearing(on=False, problem=self._reason)
        changed(self.hearing)

    def stop(self) -> None:
        self.hearing = Hearing(on=False)

    def replace(
        self, typed: Typed, chord: Combo | None, offered: Callable[[], bool] = always
    ) -> Pressed:
        del typed, chord, offered
        return Pressed.REFUSED


class NullClipboard:
    """Implements `Clipboard`: takes a plain copy, lends and reads nothing."""

    sees_every_read = False

    def __init__(self, copy: Copy) -> None:
        self._copy = copy

    def stamp(self) -> int:
        return 0

    def snapshot(self, done: Callable[[Snapshot], None]) -> None:
        done(Snapshot(Saved.UNREADABLE, {}, self.stamp()))

    def publish(
        self,
        clip: Clip,
        target: Target | None,
        read: Callable[[Reader], None],
        lost: Callable[[Reader], None],
    ) -> bool:
        del clip, target, read, lost
        return False

    def owns(self) -> bool:
        return False

    def holds(self, clip: Clip, answer: Callable[[bool], None]) -> None:
        del clip
        answer(False)

    def restore(self, snapshot: Snapshot) -> bool:
        del snapshot
        return False

    def keep(self, clip: Clip) -> bool:
        return self._copy(clip)


class Null:
    """Implements `Platform` with one reason for every "no"."""

    name = "null"
    primary: Clipboard | None = None
    permission: Permission | None = None

    def __init__(self, reason: Words, copy: Copy) -> None:
        self._reason = reason
        self.windows: Windows = NullWindows()
        self.keyboard: Keyboard = NullKeyboard()
        self.clipboard: Clipboard = NullClipboard(copy)
        self.hotkeys: Hotkeys = NullHotkeys(reason)
        self.type_ahead: TypeAhead = NullTypeAhead()
        self.typing: Typing = NullTyping(reason)

    @property
    def abilities(self) -> tuple[Ability, ...]:
        return tuple(Ability(name, able=False, reason=self._reason) for name in _NAMES)

    def fileno(self) -> int | None:
        return None

    def dispatch(self) -> None:
        """Nothing ever waits."""

    def composited(self) -> bool:
        return sys.platform != "linux"

    def take_focus(self, window: int) -> None:
        """The front end's own request must do."""

    def has_focus(self, window: int) -> bool:
        del window
        return True

    def hand_over(self, done: Callable[[], None]) -> None:
        done()

    def close(self) -> None:
        """Nothing was borrowed."""
