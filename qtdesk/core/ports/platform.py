"""One operating system, behind the other ports."""

from collections.abc import Callable
from typing import NamedTuple, Protocol

from qtdesk.core.ports.clipboard import Clipboard
from qtdesk.core.ports.keys import Hotkeys, Keyboard, TypeAhead
from qtdesk.core.ports.typing import Typing
from qtdesk.core.ports.windows import Windows
from qtdesk.core.words import NO_WORDS, Words


class Ability(NamedTuple):
    """One thing this desktop can or cannot do, with the reason for a "no"."""

    name: str
    """`hotkeys`, `target`, `paste`, `restore`, `reader`, `type_ahead` or
    `abbreviations`.
    """
    able: bool
    reason: Words = NO_WORDS


class Platform(Protocol):
    """One operating system, behind the ports above."""

    @property
    def name(self) -> str: ...

    @property
    def abilities(self) -> tuple[Ability, ...]: ...

    @property
    def windows(self) -> Windows: ...

    @property
    def keyboard(self) -> Keyboard: ...

    @property
    def clipboard(self) -> Clipboard: ...

    @property
    def primary(self) -> Clipboard | None:
        """The mouse selection where there is one; else None."""
        ...

    @property
    def hotkeys(self) -> Hotkeys: ...

    @property
    def type_ahead(self) -> TypeAhead: ...

    @property
    def typing(self) -> Typing: ...

    def fileno(self) -> int | None:
        """What to watch for input; `dispatch` when it is readable."""
        ...

    def dispatch(self) -> None:
        """Handle all waiting input, calling the callbacks above."""
        ...

    def composited(self) -> bool:
        """Whether windows may be partly transparent here, as of now."""
        ...

    def take_focus(self, window: int) -> None:
        """Bring our own `window` to the front, as the answer to a hotkey press."""
        ...

    def has_focus(self, window: int) -> bool:
        """Whether keys reach our own `window`; True where that cannot be told."""
        ...

    def hand_over(self, done: Callable[[], None]) -> None:
        """Let the clipboard outlive this process, then call `done`; within 8 s."""
        ...

    def close(self) -> None:
        """Give back what was borrowed; nothing may be called any more."""
        ...
