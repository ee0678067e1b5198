"""One operating system, behind the other ports."""

from collections.abc import Callable
from typing import NamedTuple, Protocol, runtime_checkable

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
    pending: bool = False
    """The desktop has yet to say; to be looked at again after a `dispatch`."""


class Lent(NamedTuple):
    """What a front end lends to desktops that deal only with who has the focus."""

    clipboard: Clipboard
    held: Callable[[], frozenset[str]]
    """Names of the modifiers that are down, as far as our own windows know."""


@runtime_checkable
class AskedKeys(Protocol):
    """A platform that may press keys once the desktop has asked the person."""

    def ask_for_keys(self, token: str, kept: Callable[[str], None]) -> None:
        """Ask; `paste` becomes an ability where it is granted.

        `token` is what `kept` was told the last time, or empty; with it the desktop
        need not ask again.
        """
        ...

    def give_keys_back(self) -> None:
        """Press nothing any more."""
        ...


@runtime_checkable
class Notices(Protocol):
    """A platform whose desktop shows messages itself.

    For desktops on which a window of ours could neither choose its place nor leave
    the focus where it is.
    """

    def notify(
        self, title: str, detail: str, clicked: Callable[[], None] | None
    ) -> None:
        """Show one message in the place of the last; `clicked` if it is clicked."""
        ...


@runtime_checkable
class QuietWindows(Protocol):
    """A platform on which a window takes the front at a click unless it is told."""

    def keep_quiet(self, window: int) -> None:
        """Let clicks on our own `window` leave the front and the keys where they are.

        To be called each time the window has been made or shown.
        """
        ...


class Permission(Protocol):
    """What only the agent can allow, in the system's own settings."""

    @property
    def granted(self) -> bool:
        """As of now; may change at any time, in both directions."""
        ...

    @property
    def title(self) -> Words: ...

    @property
    def reason(self) -> Words:
        """What it is for, and what does not work without it."""
        ...

    @property
    def steps(self) -> tuple[Words, ...]:
        """What to do, in order."""
        ...

    def ask(self) -> None:
        """Let the system ask, or lead to the place in its settings."""
        ...


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
    def permission(self) -> Permission | None:
        """What the system wants to be asked for; None where it wants nothing."""
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
