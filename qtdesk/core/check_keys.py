"""The combinations of order checks: bound as the settings say, all of them or none.

A press opens a check or pastes a text of the one at hand; what that means is the
business of `checks`.
"""

from collections.abc import Callable
from typing import NamedTuple

from qtdesk.core.check_texts import REMARK, WAREHOUSE
from qtdesk.core.checks import ADDRESS_CHANGE, Checks
from qtdesk.core.errors import HotkeyError
from qtdesk.core.key_bindings import KeyBindings
from qtdesk.core.settings import Settings


class _Key(NamedTuple):
    pressed: Callable[[], None]
    opens: bool


class CheckKeys:
    """Each combination goes by the name of its setting."""

    def __init__(
        self, bindings: KeyBindings, settings: Settings, checks: Checks
    ) -> None:
        """Nothing is bound before `start`."""
        self._bindings = bindings
        self._settings = settings
        self._started = False
        texts = checks.texts
        self._keys = {
            "check_hotkey": _Key(lambda: checks.want(by_hotkey=True), opens=True),
            "address_hotkey": _Key(
                lambda: checks.want(ADDRESS_CHANGE, by_hotkey=True), opens=True
            ),
            "remark_hotkey": _Key(lambda: texts.paste_in_front(REMARK), opens=False),
            "warehouse_hotkey": _Key(
                lambda: texts.paste_in_front(WAREHOUSE), opens=False
            ),
        }

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
