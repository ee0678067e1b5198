"""What the desk announces; a closed union, so that no front end forgets a member."""

from collections.abc import Callable
from dataclasses import dataclass

from qtdesk.core.errors import HotkeyError
from qtdesk.core.paste import PasteResult
from qtdesk.core.phrases import Problem


@dataclass(frozen=True, slots=True)
class PanelWanted:
    """The agent pressed the hotkey, chose it in the tray, or started qtdesk again."""

    by_hotkey: bool


@dataclass(frozen=True, slots=True)
class PasteEnded:
    """A paste or copy came to its end, good or bad."""

    result: PasteResult


@dataclass(frozen=True, slots=True)
class BookChanged:
    """A book was read anew; titles of phrases that are new, changed, or gone."""

    source: str
    title: str
    version: str
    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    problems: tuple[Problem, ...]
    first: bool
    """True for a book that was not on the shelf before."""


@dataclass(frozen=True, slots=True)
class BookKept:
    """A source could not be used as it now is; the last good edition stays in use."""

    source: str
    title: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class SourcesChanged:
    """A source was added or taken away, and with it what is on the shelf."""


@dataclass(frozen=True, slots=True)
class HotkeysChanged:
    """Which combination opens the panel now; `problem` says why it is none."""

    combo: str
    active: bool
    paused: bool
    problem: HotkeyError | None


@dataclass(frozen=True, slots=True)
class SettingsChanged:
    """These settings have new values."""

    names: tuple[str, ...]


DeskEvent = (
    PanelWanted
    | PasteEnded
    | SourcesChanged
    | BookChanged
    | BookKept
    | HotkeysChanged
    | SettingsChanged
)
Subscriber = Callable[[DeskEvent], None]
