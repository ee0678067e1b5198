"""Combinations that settings name: bound as they say, all of them or none.

What a press means is told by whoever makes one of these.
"""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from qtdesk.core.errors import HotkeyError
from qtdesk.core.key_bindings import KeyBindings
from qtdesk.core.settings import Settings


class Key(NamedTuple):
    """What a combination does."""

    pressed: Callable[[], None]
    opens: bool = True
    """Whether it opens a window of ours."""


class SettingKeys:
    """Each combination goes by the name of its setting."""

    def __init__(
        self, bindings: KeyBindings, settings: Settings, keys: Mapping[str, Key]
    ) -> None:
        """Nothing is bound before `start`."""
        self._bindings = bindings
        self._settings = settings
        self._started = False
        self._keys = keys

    def start(self) -> None:
        """Bind all that are set; one that is taken stops no other."""
        self._started = True
        for name, key in self._keys.items():
            combo = _combo_of(self._settings, name)
            if combo:
                self._bindings.bind(name, combo, key.pressed, opens=key.opens)

    @property
    def problems(self) -> tuple[HotkeyError, ...]:
        """Why some of them cannot be had."""
        bound = (self._bindings.of(name) for name in self._keys)
        return tuple(one.problem for one in bound if one and one.problem)

    def move(self, new: Settings) -> None:
        """Take the combinations of `new`, before these settings are kept.

        Raises:
            HotkeyError: one cannot be had; the old ones work on.
        """
        old = self._settings
        moved: list[str] = []
        try:
            for name in self._keys:
                self._move_one(name, old, new)
                moved.append(name)
        except HotkeyError:
            for name in moved:
                self._move_one(name, new, old)
            raise
        self._settings = new

    def _move_one(self, name: str, old: Settings, new: Settings) -> None:
        combo, key = _combo_of(new, name), self._keys[name]
        if not self._started or combo == _combo_of(old, name):
            return
        if combo:
            self._bindings.move(name, combo, key.pressed, opens=key.opens)
        else:
            self._bindings.unbind(name)


def _combo_of(settings: Settings, name: str) -> str:
    return str(getattr(settings, name))
