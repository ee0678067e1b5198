"""A walk through the phrases of one book that hold one word, best place first.

A cursor stands on the next phrase that one probe matches in one field, and moves on
only when it is asked for what lies behind. Knows nothing of books and queries.
"""

from collections.abc import Sequence

from qtdesk.core.search.probe import Probe
from qtdesk.core.search.streams import NOWHERE, Effort, Scan, Streams


class Cursor:
    """One place where a word counts: a field, a probe, and what that scores."""

    __slots__ = ("_premise", "_scan", "_streams", "phrase", "score")

    def __init__(
        self,
        score: int,
        streams: Streams,
        probe: Probe,
        premise: bytes = b"",
        *,
        at_start: bool = False,
    ) -> None:
        """Begin before the first phrase.

        `premise` are initials without which the probe matches nowhere.
        """
        self.score = score
        self.phrase = -1
        """The phrase it stands on; NOWHERE behind the last."""
        self._streams = streams
        self._scan = Scan(streams, probe, at_start=at_start)
        self._premise = premise

    def seek(self, phrase: int, end: int, effort: Effort) -> int:
        """Move to the first match from `phrase` up to but without `end`.

        Cannot go back. A cursor that found nothing before `end` must not be asked for
        what lies behind it; see `rewind`.
        """
        if self.phrase >= phrase:
            return self.phrase
        streams = self._streams
        if self._premise:
            if not streams.holds(self._premise):
                self.phrase = NOWHERE
                return NOWHERE
            self._premise = b""
        effort.left -= 1
        firsts = streams.firsts
        line = self._scan.next_line(firsts[phrase], firsts[end], effort)
        self.phrase = NOWHERE if line == NOWHERE else streams.records[line]
        return self.phrase

    def rewind(self) -> None:
        """Stand before the first phrase again."""
        self.phrase = -1


class Word:
    """Several places of one word, of which the best counts."""

    __slots__ = ("_cursors", "score")

    def __init__(self, cursors: Sequence[Cursor]) -> None:
        """Take cursors, best score first, that stand before the first phrase."""
        self._cursors = cursors
        self.score = 0
        """What the phrase scores that `seek` came to, if it is the one asked for."""

    def seek(self, phrase: int, end: int, effort: Effort) -> int:
        """The first phrase from `phrase` on up to `end` that holds the word.

        Only where it is `phrase` itself, `score` is what it scores.
        """
        nearest = NOWHERE
        for cursor in self._cursors:
            found = cursor.phrase
            if found < phrase:
                found = cursor.seek(phrase, end, effort)
            if found < nearest:
                if found == phrase:
                    self.score = cursor.score
                    return phrase
                nearest = found
        return nearest

    def rewind(self) -> None:
        """Stand before the first phrase again."""
        for cursor in self._cursors:
            cursor.rewind()
