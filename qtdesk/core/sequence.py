"""Phrases of several parts: which part comes next, in which conversation.

A part counts as given once the target has read it. Nothing is ever sent or pasted from
here; what is due is only offered. Conversations are told apart by their window and its
title, which are kept in memory only, the latest few of them.
"""

from typing import NamedTuple

from qtdesk.core.paste.conversation import same_conversation
from qtdesk.core.phrases import Phrase
from qtdesk.core.ports import Target

MOST_UNDER_WAY = 20


class PartGiven(NamedTuple):
    """A part of a sequence is in the chat; `done` of `parts` are."""

    title: str
    """Of the phrase."""
    done: int
    parts: int

    def __repr__(self) -> str:
        """Without the title, which no log has use for."""
        return f"PartGiven({self.done}/{self.parts})"


class _UnderWay(NamedTuple):
    phrase: str
    window: int
    mark: int
    title: str
    """Of the window."""
    next: int

    def __repr__(self) -> str:
        return f"<part {self.next} of {self.phrase}>"

    def is_in(self, target: Target | None) -> bool:
        if target is None or target.unseen:
            return False
        same_window = (self.window, self.mark) == (target.window, target.mark)
        return same_window and same_conversation(self.title, target.title)


class Sequences:
    """What is under way in each conversation; at most one phrase in each."""

    def __init__(self) -> None:
        self._under_way: list[_UnderWay] = []
        self._pasting: dict[str, tuple[Phrase, int, Target]] = {}
        """By key of the phrase: the part that is being pasted, and where."""

    def due(self, target: Target | None) -> str:
        """Key of the phrase that goes on in this conversation; empty for none."""
        found = self._find(target)
        return found.phrase if found else ""

    def part(self, phrase: Phrase, target: Target | None) -> int:
        """Which part of `phrase` is next there, counted from 0."""
        found = self._find(target)
        if found is None or found.phrase != phrase.key:
            return 0
        return found.next if found.next < len(phrase.texts) else 0

    def go_to(self, phrase: Phrase, target: Target | None, part: int) -> None:
        """Go on with this part; with the first one nothing is under way."""
        if target is None or target.unseen:
            return
        self._under_way = [one for one in self._under_way if not one.is_in(target)]
        if 0 < part < len(phrase.texts):
            self._under_way.append(
                _UnderWay(phrase.key, target.window, target.mark, target.title, part)
            )
            del self._under_way[:-MOST_UNDER_WAY]

    def begin(self, phrase: Phrase, target: Target | None) -> None:
        """The part that is next is being pasted into `target`."""
        if phrase.sequence and target is not None:
            part = self.part(phrase, target)
            self._pasting[phrase.key] = (phrase, part, target)

    def end(self, key: str, *, read: bool) -> PartGiven | None:
        """The paste of this phrase is over; tells of a part if it was `read`."""
        pasted = self._pasting.pop(key, None)
        if pasted is None or not read:
            return None
        phrase, part, target = pasted
        self.go_to(phrase, target, part + 1)
        return PartGiven(phrase.title, part + 1, len(phrase.texts))

    def _find(self, target: Target | None) -> _UnderWay | None:
        return next((one for one in self._under_way if one.is_in(target)), None)
