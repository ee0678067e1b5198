"""The contracts' words, said to a Mac of plain Python."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from qtdesk.core.combos import Combo
from qtdesk.core.ports import Clipboard, Platform, Target
from qtdesk.platforms.macos import MacOS
from qtdesk.platforms.macos.contents import HTML, PNG, TEXT
from qtdesk.platforms.macos.keycodes import CARBON, mask
from tests.platforms.macos.fake_mac import FakeMac, Program
from tests.platforms.macos.layouts import code_of_key


class MacWorld:
    """Serves both contracts."""

    text_format = TEXT
    html_format, picture_format = HTML, PNG

    def __init__(self) -> None:
        self.mac = FakeMac()
        self.clock = self.mac.clock
        self.backend = MacOS(self.clock, self.mac.seam(), self.mac.aside)
        self.platform: Platform = self.backend
        self.clipboard: Clipboard = self.backend.clipboard
        self._owner: Program | None = None

    # --- the desktop -----------------------------------------------------------

    def open(self, app: str, title: str) -> Any:
        return self.mac.launch(app, title)

    def close(self, window: Any) -> None:
        self.mac.end(window)

    def focus(self, window: Any) -> None:
        self.mac.switch_to(window)

    def rename(self, window: Any, title: str) -> None:
        window.window.title = title

    def chords(self, window: Any) -> list[str]:
        return list(window.chords)

    def hold(self, key: str) -> None:
        self.mac.held.add(key)

    def let_go(self, key: str) -> None:
        self.mac.held.remove(key)

    def tap(self, combo: str) -> None:
        self.mac.tap(combo)

    @contextmanager
    def taken(self, combo: Combo) -> Iterator[None]:
        code = code_of_key(combo.key, self.mac.layout)
        self.mac.exclusive.add((code, mask(combo.modifiers, CARBON)))
        yield
        self.mac.exclusive.clear()

    def run(self, until: Callable[[], object]) -> bool:
        return self.wait(lambda: bool(until()))

    def pause(self) -> None:
        self.clock.run_until(self.clock.now() + 0.05)

    # --- the pasteboard --------------------------------------------------------

    @property
    def target(self) -> Target:
        return Target(1, 1, 1, "com.example.chat", "buyer")

    @property
    def owner(self) -> Program:
        """Whoever copies."""
        if self._owner is None:
            front = self.mac.front
            self._owner = self.mac.launch("com.example.editor", "notes")
            self.mac.switch_to(front)
        return self._owner

    def copy(self, formats: Mapping[str, bytes]) -> None:
        self.mac.copy(self.owner, [dict(formats)])

    def hang(self) -> None:
        self.owner.hung = True

    def die(self) -> None:
        self.mac.end(self.owner)

    def read(self, name: str, *, by_target: bool = False) -> bytes | None:
        del by_target
        return self.mac.server.read(0, name)

    def look(self) -> tuple[str, ...]:
        items = self.mac.server.items
        return tuple(items[0]) if items else ()

    def meddle(self) -> None:
        server = self.mac.server

        def take() -> None:
            text = server.read(0, TEXT)
            server.watchers.clear()
            server.replace([{TEXT: text or b""}])

        server.watchers.append(take)

    def wait(self, until: Callable[[], bool], seconds: float = 5.0) -> bool:
        end = self.clock.now() + seconds
        while not until() and self.clock.now() < end:
            self.clock.run_until(min(self.clock.now() + 0.005, end))
        return until()

    def now(self) -> float:
        return self.clock.now()
