"""Why a check cannot begin or end, in words; none of them has the buyer's own."""

from collections.abc import Iterable

from qtdesk.core.checklists.standing import Entry, Standing
from qtdesk.core.errors import ChecklistError
from qtdesk.core.words import QT_TRANSLATE_NOOP, words


def not_finished(standing: Standing, language: str) -> ChecklistError:
    """Something is in the way of the end of a check."""
    blocking = standing.blocking
    return ChecklistError(
        words(QT_TRANSLATE_NOOP("core", "This check cannot be finished yet.")),
        standing.close
        if not blocking
        else words(
            QT_TRANSLATE_NOOP("core", "Open: {labels}."),
            labels=", ".join(_called(entry, language) for entry in blocking),
        ),
        words(
            QT_TRANSLATE_NOOP("core", "Put it right, or say why it may pass as it is.")
        ),
    )


def no_such_list(checklist_id: str, known: Iterable[str]) -> ChecklistError:
    """There is no list of that id among `known`."""
    return ChecklistError(
        words(
            QT_TRANSLATE_NOOP("core", "There is no checklist “{id}”."), id=checklist_id
        ),
        hint=words(
            QT_TRANSLATE_NOOP("core", "Known lists: {ids}."), ids=", ".join(known)
        ),
    )


def _called(entry: Entry, language: str) -> str:
    """An entry's name without the buyer's own words, which no error may hold."""
    return entry.item.label.said(language)
