"""The X11 backend on a private server, beside programs and a keyboard to drive it."""

import select
import time
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

from Xlib import X
from Xlib.display import Display
from Xlib.ext import xtest

from qtdesk.core.combos import Combo
from qtdesk.core.ports import Stroke, Target
from qtdesk.platforms.x11 import X11
from tests.desktop.raw_client import RawClient
from tests.real_clock import RealClock

DEADLINE_S = 10.0
PASTE = Combo.parse("ctrl+v")
HOTKEY = Combo.parse("ctrl+alt+space")
CTRL, SHIFT, ALT, SPACE = 37, 50, 64, 65
LETTERS = {
    letter: first + offset
    for first, row in (
        *((10, "1234567890"), (24, "qwertyuiop")),
        *((38, "asdfghjkl"), (52, "zxcvbnm"), (65, " ")),
    )
    for offset, letter in enumerate(row)
}
"""Key codes of a US keyboard."""


class PhysicalKeys:
    """A keyboard, by keysym; what is held is let go at the end."""

    def __init__(self, display: str) -> None:
        self._display = Display(display)
        self._held: list[int] = []

    def code(self, keysym: int) -> int:
        code = self._display.keysym_to_keycode(keysym)
        assert code, f"no key for {keysym:#x}"
        return int(code)

    def down(self, *codes: int) -> None:
        for code in codes:
            self._held.append(code)
            xtest.fake_input(self._display, X.KeyPress, code)
        self._display.sync()

    def up(self, *codes: int) -> None:
        for code in codes:
            self._held.remove(code)
            xtest.fake_input(self._display, X.KeyRelease, code)
        self._display.sync()

    def tap(self, *codes: int) -> None:
        """Press in order, release in reverse, within a fraction of a millisecond."""
        for code in codes:
            xtest.fake_input(self._display, X.KeyPress, code)
        for code in reversed(codes):
            xtest.fake_input(self._display, X.KeyRelease, code)
        self._display.sync()

    def are_down(self) -> list[int]:
        keymap = self._display.query_keymap()
        return [code for code in range(256) if keymap[code // 8] >> code % 8 & 1]

    def close(self) -> None:
        self.up(*reversed(self._held))
        self._display.close()


class X11World:
    """Everything around the backend, and the backend."""

    def __init__(self, display: str) -> None:
        self.name = display
        self.clock = RealClock()
        self.keys = PhysicalKeys(display)
        self.clients: list[RawClient] = []
        self.backend = X11(self.clock, display)
        self.strokes: list[Stroke] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.keys.close()
        for client in self.clients:
            client.close()
        self.backend.close()

    def client(self, **traits: Any) -> RawClient:
        client = RawClient(self.name, **traits)
        self.clients.append(client)
        return client

    def run(self, until: Callable[[], object], seconds: float = DEADLINE_S) -> bool:
        """Let everything happen until `until` holds; False at the deadline."""
        end = time.monotonic() + seconds
        descriptor = self.backend.fileno()
        assert descriptor is not None
        while not until():
            left = end - time.monotonic()
            if left <= 0:
                return False
            for client in self.clients:
                client.pump()
            wait = min(left, self.clock.until_due(), 0.005)
            select.select([descriptor], [], [], wait)
            self.backend.dispatch()
            self.clock.run_due()
        return True

    def for_a_while(self, seconds: float) -> None:
        """Let time pass, for what must not happen or lasts by itself."""
        self.run(lambda: False, seconds)

    def target(self, client: RawClient, title: str = "张三") -> tuple[Any, Target]:
        """A new window, in front, and the backend's view of it."""
        window = client.open(title)
        return window, self.target_in_front(window)

    def target_in_front(self, window: Any) -> Target:
        assert self.run(lambda: self.is_in_front(window))
        target = self.backend.windows.front()
        assert target is not None
        return target

    def is_in_front(self, window: Any) -> bool:
        target = self.backend.windows.front()
        focus = self.keys._display.get_input_focus().focus
        return (
            target is not None
            and target.window == window.id
            and getattr(focus, "id", focus) == window.id
        )

    def hear_strokes(self) -> None:
        self.backend.type_ahead.listen(self.strokes.append)

    def typed(self) -> str:
        return "".join(stroke.text for stroke in self.strokes if stroke.down)

    def register_hotkey(self) -> list[float]:
        """Register it; when it is pressed will be in the list."""
        presses: list[float] = []
        now = self.clock.now
        self.backend.hotkeys.register(HOTKEY, lambda: presses.append(now()))
        return presses

    def press_hotkey(self) -> None:
        self.keys.tap(CTRL, ALT, SPACE)

    def keys_go_to(self, client: RawClient) -> bool:
        """Whether a key pressed now reaches `client`."""
        self.keys.tap(LETTERS["a"])
        self.for_a_while(0.02)
        return client.pressed()[-1:] == [LETTERS["a"]]
