"""What the desk announces; a closed union, so that no front end forgets a member."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from qtdesk.core.errors import HotkeyError
from qtdesk.core.paste import PasteResult
from qtdesk.core.phrases import Phrase, Problem
from qtdesk.core.ports import StoreState, Target
from qtdesk.core.sequence import PartGiven
from qtdesk.core.words import Words

if TYPE_CHECKING:
    # Loaded some seconds after the start.
    from qtdesk.core.promises import Promise


class PanelWanted(NamedTuple):
    """The agent pressed the hotkey, chose it in the tray, or started qtdesk again."""

    by_hotkey: bool
    query: str = ""
    """What is searched for at once."""

    def __repr__(self) -> str:
        """Without the query, which no log may hold."""
        return f"PanelWanted(by_hotkey={self.by_hotkey})"


class FormWanted(NamedTuple):
    """A phrase was chosen that wants answers before it can be pasted."""

    phrase: Phrase

    def __repr__(self) -> str:
        """Without the text of the phrase."""
        return f"FormWanted({self.phrase.key!r})"


class EditorWanted(NamedTuple):
    """The agent wants to change a phrase, or to write a new one."""

    phrase: Phrase | None
    """The one to change; None for a new one."""
    title: str = ""
    """What a new one is to be called."""

    def __repr__(self) -> str:
        """Without text or title, which no log may hold."""
        return f"EditorWanted({self.phrase.key if self.phrase else None!r})"


class PartPasted(NamedTuple):
    """A part of a sequence is in the chat, and another is to follow."""

    part: PartGiven


class PasteEnded(NamedTuple):
    """A paste or copy came to its end, good or bad."""

    result: PasteResult


class BookChanged(NamedTuple):
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


class BookKept(NamedTuple):
    """A source could not be used as it now is; the last good edition stays in use."""

    source: str
    title: str
    problems: tuple[Problem, ...]


class SourcesChanged(NamedTuple):
    """A source was added or taken away, and with it what is on the shelf."""


class OwnPhrasesChanged(NamedTuple):
    """The agent wrote, changed or deleted a phrase of their own."""


class HotkeysChanged(NamedTuple):
    """Which combination opens the panel now; `problem` says why it is none."""

    combo: str
    active: bool
    paused: bool
    problem: HotkeyError | None
    trigger: str = ""
    """The keys in the desktop's own words, where it chose them; they may be others."""


class AbbreviationsChanged(NamedTuple):
    """Whether typed codes are heard now; `problem` says why not, where they should."""

    on: bool
    """As the agent wants it."""
    listening: bool
    problem: Words


class WordsNoted(NamedTuple):
    """A text goes out with words that nobody was shown a remark on."""

    why: Words
    advice: Words


class CopiedTextWanted(NamedTuple):
    """The agent wants to be told what is not to be said in the text that is copied."""

    by_hotkey: bool


class SettingsChanged(NamedTuple):
    """These settings have new values."""

    names: tuple[str, ...]


class StoreChanged(NamedTuple):
    """It stands otherwise with the agent's own data; see `Desk.safekeeping`."""

    state: StoreState


class DockWanted(NamedTuple):
    """The agent pressed the key of the dock: it should be shown, or be away."""


class DockChanged(NamedTuple):
    """Another stage or buyer is chosen, or a key of the dock stands otherwise."""


class CheckWanted(NamedTuple):
    """The agent wants a checklist, filled from what was copied."""

    checklist: str
    """Its id; empty for the check that was open last."""
    by_hotkey: bool
    preset: str = ""
    """With whose answers a new one begins."""
    target: Target | None = None
    """The window it is for; None for the one in front now."""


class ToolWanted(NamedTuple):
    """The agent chose a tool in the launcher."""

    tool: str
    """One of `launcher.Tool`."""


class ListsChanged(NamedTuple):
    """Checklists were loaded or read anew, or one was switched off or on."""


class EntryWanted(NamedTuple):
    """The agent wants to write a row into one of the shop's tables."""

    table: str
    """Its id; empty where the agent is to choose."""
    by_hotkey: bool


class PromiseWanted(NamedTuple):
    """The agent wants to be reminded of something."""

    by_hotkey: bool


class PromisesChanged(NamedTuple):
    """A promise was made, kept, moved or taken over, or is overdue now."""


class PromisesDue(NamedTuple):
    """The moment of these has come; all that came at once, the oldest first."""

    promises: "tuple[Promise, ...]"


DeskEvent = (
    PanelWanted
    | FormWanted
    | EditorWanted
    | PasteEnded
    | PartPasted
    | SourcesChanged
    | OwnPhrasesChanged
    | BookChanged
    | BookKept
    | HotkeysChanged
    | AbbreviationsChanged
    | SettingsChanged
    | StoreChanged
    | DockWanted
    | DockChanged
    | CheckWanted
    | ToolWanted
    | ListsChanged
    | EntryWanted
    | WordsNoted
    | CopiedTextWanted
    | PromiseWanted
    | PromisesChanged
    | PromisesDue
)
Subscriber = Callable[[DeskEvent], None]
