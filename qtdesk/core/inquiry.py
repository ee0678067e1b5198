"""What the panel asks while somebody types: the latest question only, never waited for.

Ordinary books are searched on the spot. Large ones are searched elsewhere, so that no
key is held up. Once typing pauses, what the first answer left out is put behind it:
nothing that is on the screen moves, because Enter may be on its way down.
"""

from collections.abc import Callable
from typing import NamedTuple

from qtdesk.core.finder import Finder
from qtdesk.core.ports import Background, Clock
from qtdesk.core.search import Answer, SearchEngine

IN_PLACE = 100_000
"""Phrases up to which an answer takes less than a frame."""
PAUSE_S = 0.12
"""Between two letters, of those who type slowly."""
_SHOWN = 50


class Answers(NamedTuple):
    """To one query: in the stage that was chosen, and everywhere."""

    chosen: Answer
    everywhere: Answer

    @property
    def complete(self) -> bool:
        return self.chosen.complete and self.everywhere.complete


Show = Callable[[Answers], None]


class _Question(NamedTuple):
    number: int
    query: str
    stage: str | None
    show: Show


class Inquiry:
    """Answers questions, of which a later one ends the earlier."""

    def __init__(self, finder: Finder, clock: Clock, elsewhere: Background) -> None:
        """Ask `finder`; `elsewhere` is where no search waits for a share."""
        self.finder = finder
        self._clock = clock
        self._elsewhere = elsewhere
        self._asked = 0
        self._busy = False
        self._waiting: Callable[[], None] | None = None

    def answers(self, query: str, stage: str | None) -> Answers:
        """An answer now, perhaps not complete; ends the question before."""
        self._asked += 1
        return _answers(self.finder.engine, query, stage, thorough=False)

    def ask(self, query: str, stage: str | None, show: Show) -> None:
        """Hand answers to `show`: at once where that is quick, and more after a pause.

        `show` is not called any more once another question was asked.
        """
        if self.finder.size > IN_PLACE:
            self._asked += 1
            question = _Question(self._asked, query, stage, show)
            self._look(question, None)
            return
        answers = self.answers(query, stage)
        show(answers)
        self._complete(_Question(self._asked, query, stage, show), answers)

    def _complete(self, question: _Question, first: Answers) -> None:
        """After a pause, put what is missing behind the first answer."""
        if not first.complete:
            self._clock.call_later(PAUSE_S, lambda: self._look(question, first))

    def _look(self, question: _Question, first: Answers | None) -> None:
        """Search elsewhere: in a hurry, or thoroughly to complete `first`."""
        if question.number != self._asked:
            return
        if self._busy:
            # Only the latest is worth the wait.
            self._waiting = lambda: self._look(question, first)
            return
        self._busy = True
        engine = self.finder.engine
        thorough = first is not None
        self._elsewhere.run(
            lambda: _answers(engine, question.query, question.stage, thorough=thorough),
            lambda found: self._on_found(question, first, found),
        )

    def _on_found(
        self, question: _Question, first: Answers | None, found: Answers
    ) -> None:
        self._busy = False
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()
        if question.number != self._asked:
            return
        if first is None:
            question.show(found)
            self._complete(question, found)
        else:
            question.show(
                Answers(
                    _behind(first.chosen, found.chosen),
                    _behind(first.everywhere, found.everywhere),
                )
            )


def _answers(
    engine: SearchEngine, query: str, stage: str | None, *, thorough: bool
) -> Answers:
    everywhere = engine.search(query, thorough=thorough)
    if stage is None:
        return Answers(everywhere, everywhere)
    return Answers(engine.search(query, stage=stage, thorough=thorough), everywhere)


def _behind(first: Answer, later: Answer) -> Answer:
    """All of `first` in its order, and behind it what else is in `later`."""
    shown = {hit.phrase.key for hit in first.hits}
    others = [hit for hit in later.hits if hit.phrase.key not in shown]
    hits = (*first.hits, *others)
    return later._replace(
        hits=hits[:_SHOWN], more=later.more or len(hits) > _SHOWN or first.more
    )
