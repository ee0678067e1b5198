"""Implements `Typing` over a listener, on any system.

Knows which code is open and in which window; the system's own rooms press the keys.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from qtdesk.core.combos import Combo
from qtdesk.core.ports import Clock, Hearing, Pressed, Target, Typed, always
from qtdesk.core.words import NO_WORDS, QT_TRANSLATE_NOOP, Words, words
from qtdesk.platforms.listener.protocol import (
    CodeDropped,
    CodeFollowed,
    CodeTyped,
    Heard,
    PrefixTyped,
)

if TYPE_CHECKING:
    from qtdesk.platforms.listener.parent import Listener

WATCH_S = 5.0
"""A code that was not replaced by then stays."""
SETTLED_S = 0.25
"""The listener waits no longer for what becomes of a code."""
WHY_NO_KEYS = words(
    QT_TRANSLATE_NOOP("core", "The system tells no program about keys.")
)

Hear = Callable[[Heard], None]
Change = Callable[[bool, str], None]
Question = Callable[[], bool]
Strike = Callable[[int, Combo | None, Target, Question, Question], Pressed]
"""Erases so many characters and presses a chord, if the target is in front, no key is
held and the questions, asked as late as possible, are answered with yes."""
_TRIED_AGAIN = frozenset({Pressed.KEYS_HELD, Pressed.NOT_OFFERED})


class Witness(Protocol):
    """Sees for itself whether a code's last key was the last key of all."""

    def watch(self) -> None:
        """A code has begun."""
        ...

    def forget(self) -> None:
        """It is over."""
        ...

    def is_last(self, typed: Typed) -> bool:
        """Whether nothing was typed or clicked since; asked within the step."""
        ...


class ListenedTyping:
    """What the listener says, turned into what the desk may do."""

    def __init__(
        self,
        clock: Clock,
        make_listener: Callable[[Hear, Change], "Listener"],
        front: Callable[[], Target | None],
        strike: Strike,
        witness: Witness | None,
    ) -> None:
        """Stand ready; no listener is made before it is needed."""
        self._clock = clock
        self._make_listener = make_listener
        self._front = front
        self._strike = strike
        self._witness = witness
        self._listener: Listener | None = None
        self._target: Target | None = None
        self._open: Typed | None = None
        """The one code that may still be replaced."""
        self._typed: Callable[[Typed], None] = lambda _: None
        self._changed: Callable[[Hearing], None] = lambda _: None
        self._cancel: Callable[[], None] = lambda: None
        self._go_on: Callable[[], None] = lambda: None
        """Has the listener go on, if it waits for a code to be settled."""
        self._asked: tuple[str, frozenset[str]] | None = None
        """What is listened for, while it is."""
        self.hearing = Hearing(on=False)

    def start(
        self,
        prefix: str,
        never: frozenset[str],
        typed: Callable[[Typed], None],
        changed: Callable[[Hearing], None],
    ) -> None:
        self._typed, self._changed = typed, changed
        self._asked = prefix, never
        if self._listener is None:
            self._listener = self._make_listener(self._on_heard, self._on_changed)
        self._forget()
        self.hearing = Hearing(on=False)
        self._listener.start(prefix, never)

    def renew(self) -> None:
        """Listen anew, if somebody listens: what was pressed meanwhile is not known."""
        if self._listener is not None and self._asked is not None:
            self._forget()
            self._listener.start(*self._asked)

    def stop(self) -> None:
        self._asked = None
        if self._listener is not None:
            self._listener.stop()
        self._forget()
        self.hearing = Hearing(on=False)

    def replace(
        self, typed: Typed, chord: Combo | None, offered: Callable[[], bool] = always
    ) -> Pressed:
        pressed = self._strike(
            *(typed.length, chord, typed.target),
            *(lambda: self._is_last(typed), offered),
        )
        if pressed not in _TRIED_AGAIN and self._open is typed:
            self._forget()
        return pressed

    def _is_last(self, typed: Typed) -> bool:
        if self._open is not typed:
            return False
        return self._witness is None or self._witness.is_last(typed)

    # --- what the listener says ------------------------------------------------

    def _on_changed(self, on: bool, why: str) -> None:
        self._forget()
        self.hearing = Hearing(on, _why_deaf(why) if why else NO_WORDS)
        self._changed(self.hearing)

    def _on_heard(self, heard: Heard) -> None:
        match heard:
            case PrefixTyped():
                self._on_prefix(heard.window)
            case CodeDropped() | CodeFollowed():
                self._forget()
            case CodeTyped():
                self._on_code(heard)

    def _on_prefix(self, window: int) -> None:
        """Look at the window and, from now on, at every key, for this one code."""
        self._forget()
        # First, and as early as can be: what it has not seen is not replaced.
        if self._witness is not None:
            self._witness.watch()
        front = self._front()
        if front is not None and front.window == window:
            self._target = front
            self._forget_later()
        else:
            self._forget()

    def _on_code(self, code: CodeTyped) -> None:
        target = self._target
        if target is None or target.window != code.window:
            return
        self._forget_later()
        stamp = code.time, code.key
        self._open = Typed(code.code, code.length, target, stamp)
        self._go_on = self._go_on_later()
        self._typed(self._open)

    def _go_on_later(self) -> Callable[[], None]:
        def go_on() -> None:
            cancel()
            self._go_on = lambda: None
            if self._listener is not None:
                self._listener.go_on()

        cancel = self._clock.call_later(SETTLED_S, go_on)
        return go_on

    def _forget_later(self) -> None:
        self._cancel()
        self._cancel = self._clock.call_later(WATCH_S, self._forget)

    def _forget(self) -> None:
        self._cancel()
        self._go_on()
        self._target = self._open = None
        if self._witness is not None:
            self._witness.forget()


def _why_deaf(why: str) -> Words:
    if why == "no-raw-keys":
        return WHY_NO_KEYS
    if why == "no-keyboard-package":
        return words(QT_TRANSLATE_NOOP("core", "The package “keyboard” is missing."))
    return words(
        QT_TRANSLATE_NOOP("core", "The part of qtdesk that hears keys ends by itself.")
    )
