"""Keys: the chord that pastes, registered combinations, and strokes typed ahead."""

from collections.abc import Callable
from enum import Enum, auto
from typing import NamedTuple, Protocol, runtime_checkable

from qtdesk.core.combos import Combo
from qtdesk.core.errors import HotkeyError
from qtdesk.core.ports.windows import Target
from qtdesk.core.words import Words


class Pressed(Enum):
    """What became of a chord. Only SENT means that any key was pressed."""

    SENT = auto()
    NOT_FRONT = auto()
    OTHER_CONVERSATION = auto()
    SILENT = auto()
    KEYS_HELD = auto()
    NOT_OFFERED = auto()
    """Somebody has just taken the clipboard; what has come of that is soon known."""
    ELEVATED = auto()
    """The target has more rights than we, and the system keeps our keys from it."""
    TYPED_ON = auto()
    """A key or a click came after the code that was to be replaced."""
    REFUSED = auto()


def always() -> bool:
    """Stand for a text that need not be on the clipboard."""
    return True


class Keyboard(Protocol):
    """The physical keys, and the one chord that pastes."""

    def held(self) -> frozenset[str]:
        """Names of the modifiers and of Enter that are physically down now."""
        ...

    def press(
        self,
        chord: Combo,
        target: Target,
        offered: Callable[[], bool] = always,
        times: int = 1,
    ) -> Pressed:
        """Press and release `chord`, only if `target` is in front and no key is held.

        `offered` tells whether what the chord pastes is on the clipboard; it is asked
        in the same step, as far as the system tells. It is pressed `times` over within
        that step, or not at all where the system has no such steps.

        Check and chord are one step where the system allows it. Presses nothing but
        `chord`, and leaves no key down.
        """
        ...

    def obstacle(self, target: Target) -> Words:
        """Why no key of ours would reach `target` now, had it the front; else empty.

        Looks only. What holds for every window is no obstacle but an ability that
        is missing.
        """
        ...


class Hotkeys(Protocol):
    """Combinations registered with the system, one by one."""

    def register(
        self, combo: Combo, pressed: Callable[[], None], *, opens: bool = True
    ) -> None:
        """Call `pressed` on each press, never on repeats.

        Where it `opens` no window of ours, what is typed behind it stays with the
        window in front, and `TypeAhead` keeps nothing.

        Raises:
            HotkeyError: another program has it, or this keyboard has no such key.
        """
        ...

    def unregister(self, combo: Combo) -> None: ...


class Assignment(NamedTuple):
    """What the desktop made of a combination that it was asked for."""

    trigger: str
    """The keys in the desktop's own words, perhaps others; empty if it tells none."""
    problem: HotkeyError | None = None
    """Why there are none."""


@runtime_checkable
class AssignedHotkeys(Hotkeys, Protocol):
    """Hotkeys on a desktop that itself decides on the keys, and answers later.

    To `register` is to ask; nothing is certain before its `Assignment`.
    """

    def watch(self, told: Callable[[Combo, Assignment], None]) -> None:
        """Tell every answer, also when the person changes the keys later."""
        ...


class Stroke(NamedTuple):
    """One key going down or up while the panel was still opening."""

    down: bool
    key: str
    """Name as in `Combo.key`, or empty for a key that only has a text."""
    text: str = ""
    modifiers: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Without key and text, which no log may hold."""
        return f"Stroke(down={self.down})"


class TypeAhead(Protocol):
    """Keys typed right behind the hotkey, kept from the window in front.

    Begins by itself with the press of a hotkey that opens a window.
    """

    def listen(self, typed: Callable[[Stroke], None]) -> None:
        """Hand every stroke to `typed`, in order, from now on."""
        ...

    def release(self) -> None:
        """Give the keyboard back; strokes still under way are handed over first."""
        ...

    def may_have_missed(self) -> bool:
        """Whether keys typed behind the last hotkey press may have gone elsewhere.

        To be asked once a key is to choose: until then, more may become known.
        """
        ...
