"""Writing something down in a hurry: a key, a table, a row, and back to the chat.

What was copied is looked at for a question only, which the agent copied on purpose; and
numbers in it are masked before anybody sees it in a table.
"""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from qtdesk.core.events import EntryWanted
from qtdesk.core.key_bindings import KeyBindings
from qtdesk.core.paste import Paster
from qtdesk.core.ports import Platform, Target
from qtdesk.core.setting_keys import Key, SettingKeys
from qtdesk.core.settings import Settings

if TYPE_CHECKING:
    from qtdesk.core.inquiry import Answers

QUESTIONS = "questions"
"""The table of the question book."""
_LONGEST = 400
"""Characters of a question; more is a whole conversation, copied by mistake."""
_MOBILE = re.compile(r"(?<!\d)(1[3-9]\d)\d{4}(\d{4})(?!\d)")
_LONG_NUMBER = re.compile(r"(?<!\d)\d{8,}(?!\d)")


class Search(Protocol):
    """What looks through the phrases."""

    def answers(self, query: str, stage: str | None) -> "Answers":
        """What fits; see `Searching.answers`."""
        ...


class TableEntries:
    """Asks the front end for its small form, and keeps whom to give the focus back."""

    def __init__(
        self,
        platform: Platform,
        pastes: Paster,
        search: Search,
        announce: Callable[[EntryWanted], None],
    ) -> None:
        self._platform, self._pastes = platform, pastes
        self._search, self._announce = search, announce
        self.target: Target | None = None
        """The window that was in front when a row was asked for."""

    def want(self, table: str = "", *, by_hotkey: bool = False) -> None:
        """Ask the front end for a row of that table; of one to be chosen where empty.

        With the dock's own buyer, if one is chosen there.
        """
        self._pastes.when_clear(lambda: self._announce(EntryWanted(table, by_hotkey)))

    def keys(self, bindings: KeyBindings, settings: Settings) -> SettingKeys:
        """The combinations that ask for a row."""
        keys = {
            "entry_hotkey": Key(lambda: self.want(by_hotkey=True)),
            "question_hotkey": Key(lambda: self.want(QUESTIONS, by_hotkey=True)),
        }
        return SettingKeys(bindings, settings, keys)

    def open(self) -> None:
        """Remember the window in front."""
        windows = self._platform.windows
        self.target = windows.front() or windows.recent()

    def copied(self, told: Callable[[str], None]) -> None:
        """What the agent has copied, long numbers in it masked; empty for no text."""

        def looked() -> None:
            text = (self._pastes.copied(None, _LONGEST) or "").strip()
            told(without_numbers(text))

        self._pastes.when_settled(lambda: self._pastes.prepare(None, looked))

    def situation(self, words: str) -> str:
        """The title of what the phrases would answer to `words`; empty for nothing."""
        if not words.strip():
            return ""
        hits = self._search.answers(f"?{words}", None).chosen.hits
        return hits[0].phrase.title if hits else ""

    def dismiss(self) -> None:
        """Give the target the focus back."""
        if self.target is not None:
            self._platform.windows.bring_to_front(self.target, 0)


def without_numbers(text: str) -> str:
    """`text` without what somebody could be called or found by."""
    text = _MOBILE.sub(r"\1****\2", text)
    return _LONG_NUMBER.sub("****", text)
