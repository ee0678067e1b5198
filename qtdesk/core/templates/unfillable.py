"""Why no answer can finish a text: sentences and nothing else."""

from qtdesk.core.errors import TemplateError
from qtdesk.core.words import QT_TRANSLATE_NOOP, Words, words


def nowhere(name: str) -> TemplateError:
    """`{phrase:id}` names nothing."""
    return TemplateError(
        words(
            QT_TRANSLATE_NOOP("core", "This phrase takes in “{id}”, which is missing."),
            id=name,
        ),
        hint=_mend(),
    )


def circle(name: str) -> TemplateError:
    """A phrase takes in itself, perhaps by way of others."""
    return TemplateError(
        words(QT_TRANSLATE_NOOP("core", "The phrase “{id}” takes in itself."), id=name),
        hint=_mend(),
    )


def too_many(name: str) -> TemplateError:
    """Phrases within phrases have no end in sight."""
    return TemplateError(
        words(
            QT_TRANSLATE_NOOP("core", "Too many phrases within one: “{id}” is left."),
            id=name,
        ),
        hint=_mend(),
    )


def unclosed(source: str) -> TemplateError:
    """A question begins and does not end."""
    return TemplateError(
        words(
            QT_TRANSLATE_NOOP("core", "“{placeholder}” has no end in this phrase."),
            placeholder=source,
        ),
        hint=_mend(),
    )


def empty() -> TemplateError:
    """Nothing but empty placeholders."""
    return TemplateError(
        words(QT_TRANSLATE_NOOP("core", "Nothing of this phrase is left to paste.")),
        hint=_mend(),
    )


def _mend() -> Words:
    return words(
        QT_TRANSLATE_NOOP("core", "Nothing was pasted: change it in the phrasebook.")
    )
