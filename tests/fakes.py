"""A desktop that exists only in tests: time, windows, keys and a clipboard.

It behaves like X11 at its worst: readers lag, history tools grab, titles change. Held
to the same contracts as the real adapters (tests/contracts).
"""

import heapq
import itertools
from collections.abc import Callable
from dataclasses import dataclass, field

from qtdesk.core.combos import Combo
from qtdesk.core.errors import AutostartError, HotkeyError
from qtdesk.core.paste import SEND_KEYS
from qtdesk.core.paste.caret import LEFT
from qtdesk.core.ports import (
    Ability,
    Clip,
    Hearing,
    Permission,
    Pressed,
    Reader,
    Saved,
    Sight,
    Snapshot,
    Stroke,
    Target,
    Typed,
    always,
)
from qtdesk.core.words import NO_WORDS, Words


class FakeClock:
    """Virtual time: nothing happens until `run_until` or `run_all`."""

    def __init__(self) -> None:
        self.time = 0.0
        self._order = itertools.count()
        self._due: list[tuple[float, int, list[Callable[[], object]]]] = []

    def now(self) -> float:
        return self.time

    def call_later(
        self, seconds: float, callback: Callable[[], object]
    ) -> Callable[[], None]:
        # An emptied list is a cancelled call.
        call = [callback]
        heapq.heappush(self._due, (self.time + seconds, next(self._order), call))
        return call.clear

    def run_until(self, time: float) -> None:
        while self._due and self._due[0][0] <= time:
            self._step()
        self.time = max(self.time, time)

    def run_all(self, limit: float = 1000.0) -> None:
        while self._due and self._due[0][0] <= limit:
            self._step()

    def _step(self) -> None:
        due, _, call = heapq.heappop(self._due)
        if call:
            self.time = due
            call.pop()()


@dataclass
class FakeWindow:
    """A window of some program; `lag` is how long it takes to read after the chord."""

    app: str = "chat"
    title: str = "buyer"
    lag: float = 0.02
    second_read: float | None = None
    """Seconds after the first read; toolkits often ask twice."""
    pong: float | None = 0.0
    """Seconds until it answers a ping; None for a program that cannot be asked."""
    closed: bool = False
    silent: bool = False
    """Whether nobody can tell which conversation it shows."""
    touched_at: float = -1.0
    """When somebody last typed or clicked in it."""
    received: list[str | None] = field(default_factory=list)
    """What each reading of the clipboard gave."""
    takes_pictures: bool = True
    pictures: list[bytes] = field(default_factory=list)
    """Those that were read."""
    sent: list[str] = field(default_factory=list)
    """The title at each press of a key that sends."""


class FakeWindows:
    """Windows, one of them in front, or none."""

    def __init__(self, clock: FakeClock) -> None:
        self._clock = clock
        self.all: list[FakeWindow] = []
        self.front_window: FakeWindow | None = None
        self.last_front: FakeWindow | None = None
        self.obeys = True
        """Whether the window manager honours requests."""
        self._watchers: list[Callable[[], None]] = []

    def open(self, window: FakeWindow) -> FakeWindow:
        self.all.append(window)
        self.focus(window)
        return window

    def focus(self, window: FakeWindow | None) -> None:
        self.front_window = window
        if window is not None:
            self.last_front = window
        for changed in tuple(self._watchers):
            changed()

    def close(self, window: FakeWindow) -> None:
        window.closed = True
        if self.front_window is window:
            self.focus(None)

    def target_of(self, window: FakeWindow) -> Target:
        number = self.all.index(window) + 1
        return Target(number, number, number, window.app, window.title)

    def window_of(self, target: Target) -> FakeWindow:
        return self.all[target.window - 1]

    def front(self) -> Target | None:
        return self.target_of(self.front_window) if self.front_window else None

    def recent(self) -> Target | None:
        last = self.last_front
        return self.target_of(last) if last and not last.closed else None

    def sight(self, target: Target) -> Sight:
        window = self.window_of(target)
        if window.closed:
            return Sight.GONE
        if window is not self.front_window:
            return Sight.BEHIND
        if window.silent:
            return Sight.SILENT
        if window.title != target.title:
            return Sight.OTHER_CONVERSATION
        return Sight.FRONT

    def moment(self) -> int:
        return int(self._clock.now() * 1e6)

    def touched(self, target: Target, since: int) -> bool:
        return self.window_of(target).touched_at * 1e6 > since

    def bring_to_front(self, target: Target, attempt: int) -> None:
        del attempt
        window = self.window_of(target)
        if self.obeys and not window.closed:
            self._clock.call_later(0.003, lambda: self._arrive(window))

    def _arrive(self, window: FakeWindow) -> None:
        if not window.closed:
            self.focus(window)

    def ping(self, target: Target, answered: Callable[[], None]) -> bool:
        window = self.window_of(target)
        if window.pong is None:
            return False
        self._clock.call_later(window.pong, answered)
        return True

    def watch(self, changed: Callable[[], None]) -> Callable[[], None]:
        self._watchers.append(changed)

        def stop() -> None:
            if changed in self._watchers:
                self._watchers.remove(changed)

        return stop


@dataclass
class Content:
    """What is on the clipboard, and whose it is; readers see `text`."""

    formats: dict[str, bytes]
    owner: str
    """`us`, `user`, `target` or `tool`."""
    readable: bool = True

    @property
    def text(self) -> str | None:
        raw = self.formats.get("UTF8_STRING")
        return None if raw is None else raw.decode()


EMPTY = Content({}, "nobody")


def formats_of(clip: Clip) -> dict[str, bytes]:
    """The forms of `clip` by the names of X11."""
    forms = {
        "image/png": clip.picture,
        "text/html": clip.html.encode(),
        "UTF8_STRING": clip.text.encode(),
    }
    return {name: data for name, data in forms.items() if data}


class FakeClipboard:
    """A clipboard with any number of curious programs around it."""

    def __init__(self, clock: FakeClock) -> None:
        self._clock = clock
        self.content = EMPTY
        self.tool_takes = 0
        """How often a history tool takes a text of ours over."""
        self.tool_lag = 0.01
        self.tool_reads = False
        self.snapshot_lag = 0.0
        self.accepts = True
        self.sees_every_read = True
        """Else the first reading of each publication only."""
        self._stamp = 0
        self._read: Callable[[Reader], None] | None = None
        self._lost: Callable[[Reader], None] | None = None

    # What others do.

    def others_copy(
        self, formats: dict[str, bytes], owner: str = "user", *, readable: bool = True
    ) -> None:
        self._stamp += 1
        self.content = Content(formats, owner, readable)
        lost, self._lost, self._read = self._lost, None, None
        if lost is not None:
            lost(Reader.TARGET if owner == "target" else Reader.OTHER)

    def read_by(self, reader: Reader) -> str | None:
        text, read = self.content.text, self._read
        if not self.sees_every_read:
            self._read = None
        if read is not None:
            read(reader)
        return text

    # The port.

    def stamp(self) -> int:
        return self._stamp

    def snapshot(self, done: Callable[[Snapshot], None]) -> None:
        content, stamp = self.content, self._stamp
        if not content.readable:
            answer = Snapshot(Saved.UNREADABLE, {}, stamp)
            self._clock.call_later(0.4, lambda: done(answer))
            return
        saved = Saved.FULL if content.formats else Saved.EMPTY
        answer = Snapshot(saved, dict(content.formats), stamp)
        if self.snapshot_lag:
            self._clock.call_later(self.snapshot_lag, lambda: done(answer))
        else:
            done(answer)

    def publish(
        self,
        clip: Clip,
        target: Target | None,
        read: Callable[[Reader], None],
        lost: Callable[[Reader], None],
    ) -> bool:
        del target
        if not self.accepts:
            return False
        self._put(formats_of(clip))
        self._read, self._lost = read, lost
        mine = self.content
        if self.tool_reads:
            self._clock.call_later(self.tool_lag, lambda: self._tool_reads(mine))
        if self.tool_takes > 0:
            self.tool_takes -= 1
            self._clock.call_later(self.tool_lag, lambda: self._tool_takes(mine))
        return True

    def _tool_reads(self, seen: Content) -> None:
        if self.content is seen:
            self.read_by(Reader.OTHER)

    def _tool_takes(self, seen: Content) -> None:
        if self.content is seen:
            self.others_copy(dict(seen.formats), "tool")

    def owns(self) -> bool:
        return self.content.owner == "us"

    def holds(self, clip: Clip, answer: Callable[[bool], None]) -> None:
        same = (
            self.content.formats.items() >= formats_of(clip).items()
            and self.content.owner != "us"
        )
        self._clock.call_later(0.005, lambda: answer(same))

    def restore(self, snapshot: Snapshot) -> bool:
        if not self.accepts:
            return False
        self._put(dict(snapshot.formats))
        return True

    def keep(self, clip: Clip) -> bool:
        if not self.accepts:
            return False
        self._put(formats_of(clip))
        return True

    def _put(self, formats: dict[str, bytes]) -> None:
        self.content = Content(formats, "us" if formats else "nobody")
        self._read = self._lost = None


class FakeKeyboard:
    """Physical keys, and what a pressed chord sets off in the window in front."""

    def __init__(
        self,
        clock: FakeClock,
        windows: FakeWindows,
        clipboard: FakeClipboard,
        primary: FakeClipboard,
    ) -> None:
        self._clock = clock
        self._windows = windows
        self._clipboard = clipboard
        self._primary = primary
        self.held_keys: set[str] = set()
        self.presses: list[tuple[Combo, FakeWindow]] = []
        self.before_press: Callable[[], None] | None = None
        """A focus thief that strikes between the look and the chord."""
        self.in_the_way = NO_WORDS

    def held(self) -> frozenset[str]:
        return frozenset(self.held_keys)

    def obstacle(self, target: Target) -> Words:
        del target
        return self.in_the_way

    def press(  # noqa: PLR0911 - one for each answer
        self,
        chord: Combo,
        target: Target,
        offered: Callable[[], bool] = always,
        times: int = 1,
    ) -> Pressed:
        if self.before_press is not None:
            self.before_press()
        sight = self._windows.sight(target)
        if sight is Sight.OTHER_CONVERSATION:
            return Pressed.OTHER_CONVERSATION
        if sight is Sight.SILENT:
            return Pressed.SILENT
        if sight is not Sight.FRONT:
            return Pressed.NOT_FRONT
        if self.held_keys:
            return Pressed.KEYS_HELD
        if not offered():
            return Pressed.NOT_OFFERED
        window = self._windows.window_of(target)
        self.presses += [(chord, window)] * times
        if chord == LEFT:
            return Pressed.SENT
        if chord in SEND_KEYS:
            window.sent.append(window.title)
            return Pressed.SENT
        terminal = window.app.casefold() == "xterm"
        source = self._primary if terminal else self._clipboard
        self._clock.call_later(window.lag, lambda: self._reads(window, source))
        return Pressed.SENT

    def _reads(self, window: FakeWindow, source: FakeClipboard) -> None:
        if window.closed:
            return
        picture = source.content.formats.get("image/png")
        if picture is not None and not window.takes_pictures:
            return
        window.pictures += [picture] if picture is not None else []
        window.received.append(source.read_by(Reader.TARGET))
        if window.second_read is not None:
            self._clock.call_later(
                window.second_read,
                lambda: window.received.append(source.read_by(Reader.TARGET)),
            )


class FakeHotkeys:
    """Combinations, some of which another program may have."""

    def __init__(self) -> None:
        self.registered: dict[Combo, Callable[[], None]] = {}
        self.opening: set[Combo] = set()
        """Those that open a window."""
        self.taken: set[Combo] = set()

    def register(
        self, combo: Combo, pressed: Callable[[], None], *, opens: bool = True
    ) -> None:
        if combo in self.taken:
            raise HotkeyError(Words("Another program uses this combination."))
        self.registered[combo] = pressed
        (self.opening.add if opens else self.opening.discard)(combo)

    def unregister(self, combo: Combo) -> None:
        self.registered.pop(combo, None)


class FakeTypeAhead:
    """Strokes kept from the chat until the panel has the focus."""

    def __init__(self) -> None:
        self.pending: list[Stroke] = []
        self.typed: Callable[[Stroke], None] | None = None
        self.released = 0
        self.missed = False

    def listen(self, typed: Callable[[Stroke], None]) -> None:
        self.typed = typed

    def may_have_missed(self) -> bool:
        return self.missed

    def release(self) -> None:
        self.released += 1
        pending, self.pending = self.pending, []
        for stroke in pending:
            if self.typed is not None:
                self.typed(stroke)


class FakeTyping:
    """Codes typed into windows; what is erased is written down."""

    def __init__(self, windows: FakeWindows, keyboard: "FakeKeyboard") -> None:
        self._windows = windows
        self._keyboard = keyboard
        self.hearing = Hearing(on=False)
        self.prefix = ""
        self.never: frozenset[str] = frozenset()
        self.problem = NO_WORDS
        """Why nothing can be heard; to be set before `start`."""
        self.erased: list[tuple[int, FakeWindow]] = []
        self._strokes = itertools.count(1)
        self._last = 0
        self._typed: Callable[[Typed], None] = lambda _: None

    # What the agent does.

    def type_code(self, code: str) -> Typed | None:
        """Type prefix, code and space; None where nobody listens or no window is."""
        target = self._windows.front()
        self.type_on()
        if not self.hearing.on or target is None or target.app.casefold() in self.never:
            return None
        typed = Typed(code, len(code) + 2, target, (0, self._last))
        self._typed(typed)
        return typed

    def type_on(self) -> None:
        """Any key or click."""
        self._last = next(self._strokes)

    # The port.

    def start(
        self,
        prefix: str,
        never: frozenset[str],
        typed: Callable[[Typed], None],
        changed: Callable[[Hearing], None],
    ) -> None:
        self.prefix, self.never, self._typed = prefix, never, typed
        self.hearing = Hearing(on=not self.problem, problem=self.problem)
        changed(self.hearing)

    def stop(self) -> None:
        self.hearing = Hearing(on=False)

    def replace(
        self, typed: Typed, chord: Combo | None, offered: Callable[[], bool] = always
    ) -> Pressed:
        sight = self._windows.sight(typed.target)
        if sight is Sight.FRONT and self._keyboard.held_keys:
            return Pressed.KEYS_HELD
        if sight is Sight.FRONT and typed.stamp[1] != self._last:
            return Pressed.TYPED_ON
        pressed = Pressed.SENT
        window = self._windows.window_of(typed.target)
        if chord is not None:
            pressed = self._keyboard.press(chord, typed.target, offered)
        elif sight is not Sight.FRONT:
            pressed = Pressed.NOT_FRONT
        if pressed is Pressed.SENT:
            self.erased.append((typed.length, window))
            self.type_on()
        return pressed


class FakePlatform:
    """All of it together, able to do everything unless `unable` says no."""

    name = "fake"
    permission: Permission | None = None

    def __init__(self, clock: FakeClock | None = None) -> None:
        self.clock = clock or FakeClock()
        self.windows = FakeWindows(self.clock)
        self.clipboard = FakeClipboard(self.clock)
        self.primary = FakeClipboard(self.clock)
        self.keyboard = FakeKeyboard(
            self.clock, self.windows, self.clipboard, self.primary
        )
        self.hotkeys = FakeHotkeys()
        self.type_ahead = FakeTypeAhead()
        self.typing = FakeTyping(self.windows, self.keyboard)
        self.unable: set[str] = set()

    @property
    def abilities(self) -> tuple[Ability, ...]:
        names = (
            *("hotkeys", "target", "paste", "restore", "reader", "type_ahead"),
            "abbreviations",
        )
        return tuple(Ability(name, name not in self.unable) for name in names)

    def fileno(self) -> int | None:
        return None

    def dispatch(self) -> None:
        """Nothing waits: everything happens on the virtual clock."""

    def composited(self) -> bool:
        return True

    def take_focus(self, window: int) -> None:
        """Our own windows are not part of this desktop."""

    def has_focus(self, window: int) -> bool:
        del window
        return True

    def hand_over(self, done: Callable[[], None]) -> None:
        done()

    def close(self) -> None:
        """Nothing was borrowed."""


class FakeAutostart:
    """A system that remembers, and refuses where it is told to."""

    def __init__(self) -> None:
        self.on = False
        self.refuses = False

    def enabled(self) -> bool:
        return self.on

    def enable(self) -> None:
        self._set(on=True)

    def disable(self) -> None:
        self._set(on=False)

    def _set(self, *, on: bool) -> None:
        if self.refuses:
            raise AutostartError(Words("Starting with the system is not allowed."))
        self.on = on
