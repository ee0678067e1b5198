"""Typed codes on X11: told by the listener, replaced in one step with the server held.

While a code is being typed, this connection asks for raw keys too. They arrive in the
server's order, so that it is known inside the step whether the code's last key was
also the last one altogether. At all other times no key reaches this process.
"""

import os
import select
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from Xlib.protocol.rq import Event

from qtdesk.core.combos import Combo
from qtdesk.core.ports import Clock, Hearing, Pressed, Target, Typed
from qtdesk.core.words import NO_WORDS, QT_TRANSLATE_NOOP, Words, words
from qtdesk.platforms.listener import command
from qtdesk.platforms.listener.protocol import CodeDropped, CodeTyped, PrefixTyped
from qtdesk.platforms.x11.connection import Connection
from qtdesk.platforms.x11.keyboard import X11Keyboard
from qtdesk.platforms.x11.keymap import Keymap
from qtdesk.platforms.x11.pipe import PolledPipe
from qtdesk.platforms.x11.raw_input import GENERIC_EVENT, RawClick, RawInput, RawKey

if TYPE_CHECKING:
    from qtdesk.platforms.listener.parent import Heard, Listener

WATCH_S = 5.0
"""A code that was not replaced by then stays."""
WHY_NO_KEYS = words(
    QT_TRANSLATE_NOOP("core", "The X server tells no program about keys.")
)
_REMEMBERED = 64


class Front(Protocol):
    """Tells the window in front."""

    def front(self) -> Target | None: ...


class X11Typing:
    """Implements `Typing` with a listener process."""

    def __init__(
        self,
        connection: Connection,
        keymap: Keymap,
        keyboard: X11Keyboard,
        windows: Front,
        poll: select.epoll,
    ) -> None:
        self._connection = connection
        self._keymap = keymap
        self._keyboard = keyboard
        self._windows = windows
        self._raw = RawInput(connection)
        self._pipe = PolledPipe(poll)
        self._listener: Listener | None = None
        self._target: Target | None = None
        self._seen: deque[RawKey | RawClick] = deque(maxlen=_REMEMBERED)
        self._typed: Callable[[Typed], None] = lambda _: None
        self._changed: Callable[[Hearing], None] = lambda _: None
        self._cancel_watch: Callable[[], None] = lambda: None
        self.hearing = Hearing(on=False)
        connection.listen(GENERIC_EVENT, self._on_raw)

    @property
    def available(self) -> bool:
        """Whether this server tells keys at all."""
        return self._raw.available

    def start(
        self,
        prefix: str,
        never: frozenset[str],
        typed: Callable[[Typed], None],
        changed: Callable[[Hearing], None],
    ) -> None:
        self._typed, self._changed = typed, changed
        if self._listener is None:
            self._listener = self._make_listener(self._connection.clock)
        self.hearing = Hearing(on=False)
        self._listener.start(prefix, never)

    def _make_listener(self, clock: Clock) -> "Listener":
        from qtdesk.platforms.listener.parent import Listener  # noqa: PLC0415 - rarely

        display = self._connection.display.get_display_name()
        environment = {**os.environ, "DISPLAY": display}
        return Listener(
            clock, self._pipe, command(), environment, self._on_heard, self._on_changed
        )

    def stop(self) -> None:
        if self._listener is not None:
            self._listener.stop()
        self._forget()
        self.hearing = Hearing(on=False)
        self._connection.display.flush()

    def dispatch(self) -> None:
        """Hear what the listener has said."""
        self._pipe.dispatch()

    # --- what the listener says ------------------------------------------------

    def _on_changed(self, on: bool, why: str) -> None:
        self._forget()
        self.hearing = Hearing(on, _why_deaf(why) if why else NO_WORDS)
        self._changed(self.hearing)

    def _on_heard(self, heard: "Heard") -> None:
        match heard:
            case PrefixTyped():
                self._watch(heard.window)
            case CodeDropped():
                self._forget()
            case CodeTyped():
                self._on_code(heard)

    def _watch(self, window: int) -> None:
        """Look at the window and, from now on, at every key, for this one code."""
        front = self._windows.front()
        self._target = front if front is not None and front.window == window else None
        if self._target is None:
            self._forget()
            return
        self._raw.want(wanted=True)
        self._connection.settle()
        self._forget_later()

    def _forget_later(self) -> None:
        self._cancel_watch()
        clock = self._connection.clock
        self._cancel_watch = clock.call_later(WATCH_S, self._forget)

    def _forget(self) -> None:
        self._cancel_watch()
        self._raw.want(wanted=False)
        self._connection.display.flush()
        self._target = None
        self._seen.clear()

    def _on_code(self, code: CodeTyped) -> None:
        target = self._target
        if target is None or target.window != code.window:
            return
        self._forget_later()
        self._typed(Typed(code.code, code.length, target, (code.time, code.key)))

    # --- erasing and pasting ---------------------------------------------------

    def replace(self, typed: Typed, chord: Combo | None) -> Pressed:
        pressed = self._keyboard.replace(
            typed.length, chord, typed.target, lambda: self._is_last(typed)
        )
        if pressed is not Pressed.KEYS_HELD:
            self._forget()
        return pressed

    def _on_raw(self, event: Event) -> None:
        raw = self._raw.read(event)
        if raw is not None and not self._is_modifier(raw):
            self._seen.append(raw)

    def _is_modifier(self, raw: RawKey | RawClick) -> bool:
        return isinstance(raw, RawKey) and bool(self._keymap.modifier_of(raw.key))

    def _is_last(self, typed: Typed) -> bool:
        """Whether the key that ended the code is the last one, and did not repeat."""
        # This answer comes behind all events before it.
        now = self._connection.server_time()
        for event in self._connection.take(self._raw.is_raw):
            self._on_raw(event)
        time, key = typed.stamp
        ended_at = RawKey(down=True, key=key, time=time)
        if ended_at not in self._seen:
            return False
        behind = list(self._seen)
        behind = behind[len(behind) - behind[::-1].index(ended_at) :]
        held_until = now
        for raw in reversed(behind):
            if isinstance(raw, RawClick) or raw.down:
                return False
            if raw.key == key:
                held_until = raw.time
        return 0 <= held_until - time < self._keymap.repeat_delay_ms


def _why_deaf(why: str) -> Words:
    if why == "no-raw-keys":
        return WHY_NO_KEYS
    return words(
        QT_TRANSLATE_NOOP("core", "The part of qtdesk that hears keys ends by itself.")
    )
