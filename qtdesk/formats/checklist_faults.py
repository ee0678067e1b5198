"""What is wrong with a checklist as a whole, in words; where it stands others know."""

from qtdesk.core.checklists.faults import Fault, FaultKind
from qtdesk.core.words import QT_TRANSLATE_NOOP, Words, words

_SENTENCES = {
    FaultKind.NO_ITEMS: (
        QT_TRANSLATE_NOOP("core", "The list has no items."),
        QT_TRANSLATE_NOOP("core", "Add “items:” with entries below."),
    ),
    FaultKind.TWICE: (
        QT_TRANSLATE_NOOP("core", "“{what}” is there twice, or is a name of ours."),
        QT_TRANSLATE_NOOP("core", "Give one of them another id or “out”."),
    ),
    FaultKind.NO_NAME: (
        QT_TRANSLATE_NOOP("core", "Nothing in this list is called “{what}”."),
        QT_TRANSLATE_NOOP("core", "Use the id or the “out” of an item."),
    ),
    FaultKind.NO_WORD: (
        QT_TRANSLATE_NOOP("core", "No order has a field or doubt “{what}”."),
        QT_TRANSLATE_NOOP("core", "See what “order parse --json” prints."),
    ),
    FaultKind.CIRCLE: (
        QT_TRANSLATE_NOOP("core", "“{what}” depends on itself."),
        QT_TRANSLATE_NOOP("core", "Let one of them stand without the other."),
    ),
    FaultKind.NO_BLOCK: (
        QT_TRANSLATE_NOOP("core", "There is no block “{what}”."),
        QT_TRANSLATE_NOOP("core", "Add it below “blocks:”."),
    ),
    FaultKind.NO_OPTIONS: (
        QT_TRANSLATE_NOOP("core", "“{what}” has no answers to choose from."),
        QT_TRANSLATE_NOOP("core", "Add “options:” with entries below."),
    ),
    FaultKind.NO_ITEM: (
        QT_TRANSLATE_NOOP("core", "There is no item “{what}”."),
        QT_TRANSLATE_NOOP("core", "Use the id of an item."),
    ),
    FaultKind.NO_SUCH_ANSWER: (
        QT_TRANSLATE_NOOP("core", "“{what}” is none of the answers of that item."),
        QT_TRANSLATE_NOOP("core", "Use the id of one of its options."),
    ),
}


def in_words(fault: Fault) -> tuple[Words, Words]:
    """What is wrong, and what to do."""
    what, remedy = _SENTENCES[fault.kind]
    return words(what, what=fault.what), words(remedy)
