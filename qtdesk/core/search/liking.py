"""What the agent's habits say of one book, and what becomes of an answer by them.

The phrases that the agent likes are searched as a small shelf of their own: each of
them may overtake many others, and looking for it among all would take long.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from heapq import nlargest

from qtdesk.core.search import runs, scores
from qtdesk.core.search.compiler import Compiler
from qtdesk.core.search.finding import Finding
from qtdesk.core.search.index import BookIndex
from qtdesk.core.search.scan import Effort
from qtdesk.core.search.streams import NOWHERE


class Liking:
    """Bonuses, pins and the stage that was reached, by the numbers of phrases."""

    def __init__(
        self,
        index: BookIndex,
        bonuses: Mapping[int, int],
        pins: Mapping[int, int],
        stage: runs.Runs,
    ) -> None:
        """Take what each phrase gets for being used or pinned.

        `pins` are what pinned phrases score where nothing was typed, `stage` the
        phrases of the stage that the conversation has reached.
        """
        self._index = index
        self._bonuses = bonuses
        self._pins = pins
        self._stage = stage
        self._numbers = sorted(bonuses)
        """Of the phrases on the shelf of their own, in its order."""

    def moved(self, stage: runs.Runs) -> "Liking":
        """The same, with another stage."""
        other = Liking(self._index, self._bonuses, self._pins, stage)
        other._shelf = self._shelf
        return other

    @cached_property
    def _shelf(self) -> BookIndex:
        whole = self._index
        return whole._replace(
            size=len(self._numbers),
            codes=whole.codes.part(self._numbers),
            titles=whole.titles.part(self._numbers),
            hints=whole.hints.part(self._numbers),
            texts=whole.texts.part(self._numbers),
        )

    def found(
        self,
        compiler: Compiler,
        words: Sequence[str],
        within: runs.Runs,
        wanted: int,
        effort: Effort,
    ) -> Iterator[tuple[int, int]]:
        """Numbers and scores: the `wanted` best, bonuses included, are among them."""
        finding = Finding(self._index, compiler, words)
        found = finding.best(within, wanted, effort)
        if len(found) >= wanted or effort.spent:
            # Others match, too: among them may be some that are better with a bonus.
            near = runs.common(within, self._stage)
            if near and near != within:
                least = self._last(found, wanted) - scores.STAGE_BONUS
                found |= finding.best(near, wanted, effort, least)
            if self._bonuses:
                most = max(map(self._bonus, self._bonuses))
                least = self._last(found, wanted) - most
                found |= self._liked(compiler, words, within, least)
        return (
            (number, score + self._bonus(number)) for number, score in found.items()
        )

    def _bonus(self, number: int) -> int:
        """What to add to the score of a phrase that matches words."""
        in_stage = runs.holds(self._stage, number)
        return self._bonuses.get(number, 0) + scores.STAGE_BONUS * in_stage

    def _last(self, found: Mapping[int, int], wanted: int) -> int:
        """What the last of the best `wanted` scores."""
        if len(found) < wanted:
            return scores.UNASKED
        totals = (score + self._bonus(number) for number, score in found.items())
        return nlargest(wanted, totals)[-1]

    def _liked(
        self, compiler: Compiler, words: Sequence[str], within: runs.Runs, least: int
    ) -> Iterator[tuple[int, int]]:
        """Those on the shelf that score `least` or more before their bonus."""
        numbers = self._numbers
        finding = Finding(self._shelf, compiler, words)
        found = finding.all(Effort(NOWHERE), least)
        return (
            (numbers[place], score)
            for place, score in found
            if runs.holds(within, numbers[place])
        )

    def unasked(self, within: runs.Runs, wanted: int) -> Iterator[tuple[int, int]]:
        """Numbers and scores where nothing was typed: pins first, then what is used.

        Pins stay in their order, so that each keeps its key. The stage is not asked:
        all of it would come before what is used most.
        """
        liked = (number for number in self._numbers if runs.holds(within, number))
        for number in {*runs.first_of(within, wanted), *liked}:
            bonus = self._bonuses.get(number, 0)
            yield number, self._pins.get(number, scores.UNASKED + bonus)
