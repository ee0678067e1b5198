"""The order in which phrases that were found are offered."""

from qtdesk.core.inquiry import Answers
from qtdesk.core.living_phrases import LivingPhrases
from qtdesk.core.search import Hit


def arranged(answers: Answers, living: LivingPhrases) -> Answers:
    """What must not be used now comes last; before all, a part that is due."""
    chosen, due = answers.chosen, living.due()
    hits = living.in_order(chosen.hits, chosen.query)
    if due is not None and not chosen.query and chosen.stage in (None, due.stage):
        others = (hit for hit in hits if hit.phrase.key != due.key)
        hits = (Hit(due, 0), *others)
    return answers._replace(chosen=chosen._replace(hits=hits))
