from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from qtdesk.core.combos import Combo
from qtdesk.core.ports import Platform, Stroke
from tests.contracts.desktop_contract import DesktopContract, World
from tests.fakes import FakePlatform, FakeWindow


class FakeWorld:
    """Hands on the keyboard of the fake desktop."""

    def __init__(self) -> None:
        self._fake = FakePlatform()
        self.platform: Platform = self._fake
        self._typing_ahead = False

    def open(self, app: str, title: str) -> Any:
        return self._fake.windows.open(FakeWindow(app, title))

    def close(self, window: Any) -> None:
        self._fake.windows.close(window)

    def focus(self, window: Any) -> None:
        self._fake.windows.focus(window)

    def rename(self, window: Any, title: str) -> None:
        window.title = title

    def chords(self, window: Any) -> list[str]:
        presses = self._fake.keyboard.presses
        return [str(combo) for combo, where in presses if where is window]

    def hold(self, key: str) -> None:
        self._fake.keyboard.held_keys.add(key)

    def let_go(self, key: str) -> None:
        self._fake.keyboard.held_keys.remove(key)

    def tap(self, combo: str) -> None:
        pressed = self._fake.hotkeys.registered.get(Combo.parse(combo))
        type_ahead = self._fake.type_ahead
        if pressed is not None:
            self._releases = type_ahead.released
            self._typing_ahead = Combo.parse(combo) in self._fake.hotkeys.opening
            pressed()
        elif self._typing_ahead and self._releases == type_ahead.released:
            text = combo if len(combo) == 1 else ""
            type_ahead.pending += [
                Stroke(True, combo, text),
                Stroke(False, combo, text),
            ]

    @contextmanager
    def taken(self, combo: Combo) -> Iterator[None]:
        self._fake.hotkeys.taken.add(combo)
        yield

    def run(self, until: Callable[[], object]) -> bool:
        self._fake.clock.run_until(self._fake.clock.now() + 1.0)
        return bool(until())

    def pause(self) -> None:
        self._fake.clock.run_until(self._fake.clock.now() + 0.05)


class TestFakes(DesktopContract):
    @pytest.fixture
    def world(self) -> World:
        return FakeWorld()
