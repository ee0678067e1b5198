"""A walk through the phrases of one book that hold one word, best place first.

A cursor stands on the next phrase that one probe matches in one field, and moves on
only when it is asked for what lies behind. Knows nothing of books and queries.
"""

from collections.abc import Callable, Sequence

from qtdesk.core.search.probe import Probe, Where
from qtdesk.core.search.scan import Effort, Walk, phrases
from qtdesk.core.search.streams import NOWHERE, Streams


class Cursor:
    """One place where a word counts: a field, a probe, and what that scores."""

    __slots__ = (
        *("_at_start", "_effort", "_end", "_probe", "_streams"),
        *("phrase", "premise", "score", "seek", "wider"),
    )

    def __init__(
        self,
        score: int,
        streams: Streams,
        probe: Probe,
        premise: bytes = b"",
        *,
        at_start: bool = False,
        wider: "Cursor | None" = None,
    ) -> None:
        """Take `premise`, initials without which the probe matches nowhere.

        `wider` matches wherever this one does.
        """
        self.score = score
        self.wider = wider
        self.phrase = NOWHERE
        """The phrase it stands on; NOWHERE behind the last."""
        self._streams = streams
        self._probe = probe
        self.premise = premise
        self._at_start = at_start
        self._end = 0
        self._effort = Effort(0)
        self.seek: Callable[[int], int] = self._set_out
        """The first match from a phrase on, which must not be asked to go back."""

    def begin(self, end: int, effort: Effort) -> None:
        """Stand before the first phrase, on the way to `end` and no further."""
        self.phrase = -1
        self._end, self._effort = end, effort
        self.seek = self._set_out

    def _set_out(self, phrase: int) -> int:
        """Begin to walk; much of what is asked for ends before this."""
        unit = 0
        if self.premise:
            unit = self._streams.first_place(Where.INITIAL, self.premise)
            if unit == NOWHERE:
                self.seek = _nowhere
                return NOWHERE
        walk = phrases(
            *(self._streams, self._probe, self._end, self._effort),
            at_start=self._at_start,
            first_unit=unit,
        )
        next(walk)
        self.seek = walk.send
        return walk.send(phrase)


def _nowhere(phrase: int) -> int:
    del phrase
    return NOWHERE


class Word:
    """Several places of one word, of which the best counts."""

    __slots__ = ("_cursors", "_widest", "seek")

    def __init__(self, cursors: Sequence[Cursor]) -> None:
        """Take cursors, best score first."""
        self._cursors = cursors
        here = set(cursors)
        self._widest = [one for one in cursors if one.wider not in here]
        """No phrase matches that none of these does."""
        self.seek: Callable[[int], int] = _nowhere
        """The first phrase from one on that may hold the word.

        Where it is that one itself, it does hold it.
        """

    def begin(self, end: int, effort: Effort) -> None:
        """Stand before the first phrase, on the way to `end` and no further."""
        for cursor in self._cursors:
            cursor.begin(end, effort)
        walk = self._walk()
        next(walk)
        self.seek = walk.send

    def score(self, phrase: int) -> int:
        """What the phrase scores that `seek` came to."""
        for cursor in self._cursors:
            found = cursor.phrase
            if found < phrase:
                found = cursor.phrase = cursor.seek(phrase)
            if found == phrase:
                return cursor.score
        return 0

    def _walk(self) -> Walk:
        widest = self._widest
        phrase = yield NOWHERE
        while True:
            nearest = NOWHERE
            ended = False
            for cursor in widest:
                found = cursor.phrase
                if found < phrase:
                    found = cursor.phrase = cursor.seek(phrase)
                    ended = ended or found == NOWHERE
                if found < nearest:
                    nearest = found
                    if found == phrase:
                        break
            if ended:
                widest = [one for one in widest if one.phrase != NOWHERE]
            phrase = yield nearest
