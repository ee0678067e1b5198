"""Searches for what is typed; what was found stands in the order it is offered in."""

from qtdesk.core.inquiry import Answers, Inquiry, Show
from qtdesk.core.living_phrases import LivingPhrases
from qtdesk.core.paste.conversation import same_conversation
from qtdesk.core.phrases import Phrase
from qtdesk.core.search import Hit, Marks


class Searching:
    """Answers to the panel and the command line; finds nothing itself."""

    def __init__(self, inquiry: Inquiry, living: LivingPhrases) -> None:
        """Ask `inquiry`; `living` knows what is due and what must not be used now."""
        self._inquiry, self._finder, self._living = inquiry, inquiry.finder, living

    def ask(self, query: str, stage: str | None, show: Show) -> None:
        """Search for what is being typed; see `Inquiry.ask`."""
        self._inquiry.ask(query, stage, lambda found: show(self._arranged(found)))

    def answers(self, query: str, stage: str | None) -> Answers:
        """Search for what was typed, and end an `ask` under way."""
        return self._arranged(self._inquiry.answers(query, stage))

    def marks(self, query: str, phrase: Phrase) -> Marks:
        """Where `phrase` has what was typed."""
        return self._finder.engine.marks(query, phrase)

    @property
    def indexed(self) -> tuple[int, int]:
        """Phrases indexed and to be indexed; none where no index is being made."""
        return self._finder.progress

    def warm_up(self) -> None:
        """Do now what the first search and the first paste would have to wait for."""
        self._finder.engine.search("0")
        same_conversation("0", "0")

    def _arranged(self, answers: Answers) -> Answers:
        """What must not be used now comes last; before all, a part that is due."""
        chosen, due = answers.chosen, self._living.due()
        hits = self._living.in_order(chosen.hits, chosen.query)
        if due is not None and not chosen.query and chosen.stage in (None, due.stage):
            others = (hit for hit in hits if hit.phrase.key != due.key)
            hits = (Hit(due, 0), *others)
        return answers._replace(chosen=chosen._replace(hits=hits))
