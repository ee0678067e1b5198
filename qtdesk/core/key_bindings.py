"""Combinations beside that of the panel: each has a name, and stands for itself.

They are registered one by one, and one that is taken stops no other. What a press does
is the business of whoever bound it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from qtdesk.core.combos import Combo
from qtdesk.core.errors import HotkeyError
from qtdesk.core.ports import AssignedHotkeys, Hotkeys
from qtdesk.core.words import QT_TRANSLATE_NOOP, words


class Binding(NamedTuple):
    """How it stands with one combination."""

    name: str
    combo: str
    active: bool
    problem: HotkeyError | None = None


@dataclass(slots=True)
class _Wish:
    combo: str
    pressed: Callable[[], None]
    opens: bool = False
    registered: bool = False
    problem: HotkeyError | None = None


class KeyBindings:
    """Binds, moves and lets go; every change is announced."""

    def __init__(
        self, hotkeys: Hotkeys, panel: Callable[[], str], changed: Callable[[], None]
    ) -> None:
        """Nothing is bound; `panel` tells the combination that opens the panel."""
        self._hotkeys = hotkeys
        self._panel = panel
        self._changed = changed
        self._wishes: dict[str, _Wish] = {}
        self._paused = self._lent = False

    @property
    def all(self) -> tuple[Binding, ...]:
        """In the order in which they were bound."""
        return tuple(
            Binding(name, wish.combo, wish.registered, wish.problem)
            for name, wish in self._wishes.items()
        )

    def of(self, name: str) -> Binding | None:
        """How it stands with `name`; None where nothing is bound to it."""
        return next((one for one in self.all if one.name == name), None)

    def bind(
        self,
        name: str,
        combo: str,
        pressed: Callable[[], None],
        *,
        opens: bool = False,
    ) -> None:
        """Register `combo` for `name` if it can be had; `Binding.problem` tells.

        Where it `opens` a window of ours, what is typed behind it is for that.
        """
        self._let_go(name)
        self._wishes[name] = wish = _Wish(combo, pressed, opens)
        self._try(name, wish)
        self._changed()

    def move(
        self,
        name: str,
        combo: str,
        pressed: Callable[[], None],
        *,
        opens: bool = False,
    ) -> None:
        """Register `combo` for `name` instead of the one it has.

        Raises:
            HotkeyError: it cannot be had; the old one works on.
        """
        self.refuse_if_used(combo, name)
        old, new = self._wishes.get(name), _Wish(combo, pressed, opens)
        if old is not None and old.combo == combo and old.registered:
            return
        if not self._paused:
            self._register(new)
        self._let_go(name)
        self._wishes[name] = new
        self._changed()

    def unbind(self, name: str) -> None:
        """Give the combination of `name` back."""
        if name in self._wishes:
            self._let_go(name)
            self._changed()

    def refuse_if_used(self, combo: str, name: str = "") -> None:
        """Make sure that nothing but `name` has `combo` here.

        Raises:
            HotkeyError: something has.
        """
        others = [wish.combo for key, wish in self._wishes.items() if key != name]
        if combo in others or (name and combo == self._panel()):
            raise HotkeyError(
                words(
                    QT_TRANSLATE_NOOP("core", "{combo} does something else here."),
                    combo=Combo.parse(combo).label,
                ),
                hint=words(
                    QT_TRANSLATE_NOOP("core", "Choose another key combination.")
                ),
            )

    def pause(self) -> None:
        """Give all combinations back to the system; who has which is remembered."""
        self._paused = True
        for wish in self._wishes.values():
            self._give_back(wish)
        self._changed()

    def resume(self) -> None:
        """Take them again."""
        self._paused = False
        for name, wish in self._wishes.items():
            if not wish.registered:
                self._try(name, wish)
        self._changed()

    def lend(self) -> None:
        """Give all back for a moment, without a word, while one is recorded."""
        self._lent = True
        for wish in self._wishes.values():
            self._give_back(wish)

    def take_back(self) -> None:
        """Take again what was lent."""
        self._lent = False
        for name, wish in self._wishes.items():
            if not wish.registered and wish.problem is None:
                self._try(name, wish)
        self._changed()

    def close(self) -> None:
        """Give all combinations back without a word."""
        for wish in self._wishes.values():
            self._give_back(wish)
        self._wishes.clear()

    def _try(self, name: str, wish: _Wish) -> None:
        wish.problem = None
        if self._paused or self._lent:
            return
        try:
            self.refuse_if_used(wish.combo, name)
            self._register(wish)
        except HotkeyError as refused:
            wish.problem = refused

    def _register(self, wish: _Wish) -> None:
        if isinstance(self._hotkeys, AssignedHotkeys):
            # A desktop that asks the person about each would ask about a dozen.
            raise HotkeyError(
                words(
                    QT_TRANSLATE_NOOP(
                        "core", "This desktop gives qtdesk one combination only."
                    )
                ),
                hint=words(QT_TRANSLATE_NOOP("core", "Use the panel for it.")),
            )
        combo = Combo.parse(wish.combo)
        self._hotkeys.register(combo, wish.pressed, opens=wish.opens)
        wish.registered = True

    def _let_go(self, name: str) -> None:
        wish = self._wishes.pop(name, None)
        if wish is not None:
            self._give_back(wish)

    def _give_back(self, wish: _Wish) -> None:
        if wish.registered:
            wish.registered = False
            self._hotkeys.unregister(Combo.parse(wish.combo))
