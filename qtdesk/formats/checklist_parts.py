"""Parts that many entries of a checklist file have: texts, expressions, closed words.

Each is asked for as what it should be; what does not fit is reported with its line and
left out. Knows nothing of items and texts.
"""

from collections.abc import Iterable
from enum import Enum
from typing import TypeVar

from qtdesk.core.checklists import Expression, ExpressionError, Text
from qtdesk.core.checklists.scope import FUNCTIONS
from qtdesk.core.words import QT_TRANSLATE_NOOP, Words, words
from qtdesk.formats.fields import Fields
from qtdesk.formats.report import Report

_LANGUAGES = ("zh", "en")
_WORDS_OF_TRUTH = {"yes": "True", "true": "True", "no": "False", "false": "False"}
_Word = TypeVar("_Word", bound=Enum)


def read_text(
    fields: Fields, key: str, report: Report, *, required: bool = False
) -> Text:
    """A text, or one in each language below `zh` and `en`."""
    if required and not fields.has(key):
        fields.report_missing(key)
        return Text()
    pairs = fields.mapping(key)
    if pairs is None:
        return Text(fields.word(key) or "")
    inner = Fields(pairs, _LANGUAGES, report)
    return Text(*(inner.word(language) or "" for language in _LANGUAGES))


def read_expression(
    fields: Fields, key: str, source: str | None = None
) -> Expression | None:
    """The expression at `key`; None where there is none, or a wrong one.

    `source` is what is read instead, where more than the expression stands there.
    """
    source = source or fields.word(key)
    if not source:
        return None
    source = _WORDS_OF_TRUTH.get(source.casefold(), source)
    try:
        return Expression(source, FUNCTIONS)
    except ExpressionError as error:
        fields.report(fields.line_of(key), *explain(error, key), fatal=True)
        return None


def read_word(
    fields: Fields, key: str, kind: type[_Word], usual: _Word | None
) -> _Word | None:
    """One of a closed set of words; `usual` where there is none."""
    written = fields.word(key)
    if not written:
        return usual
    known = [each.value for each in kind]
    if written in known:
        return kind(written)
    report_unknown(fields, key, written, known)
    return usual


def report_unknown(
    fields: Fields, key: str, written: str, known: Iterable[str]
) -> None:
    fields.report(
        fields.line_of(key),
        words(
            QT_TRANSLATE_NOOP("core", "“{written}” is no “{key}” of a checklist."),
            written=written,
            key=key,
        ),
        words(
            QT_TRANSLATE_NOOP("core", "Write one of these: {known}."),
            known=", ".join(known),
        ),
        fatal=True,
    )


def explain(error: ExpressionError, key: str) -> tuple[Words, Words]:
    """What is wrong with an expression, and what to do."""
    match error.kind:
        case "unknown":
            return words(
                QT_TRANSLATE_NOOP("core", "“{key}” asks for “{what}”, unknown here."),
                key=key,
                what=error.what,
            ), words(
                QT_TRANSLATE_NOOP(
                    "core", "Use the name of an item, or one of the manual's."
                )
            )
        case "arguments":
            return words(
                QT_TRANSLATE_NOOP(
                    "core", "“{what}” has too few or too many values in its brackets."
                ),
                what=error.what,
            ), words(QT_TRANSLATE_NOOP("core", "See the manual for what it takes."))
        case "circle":
            return words(
                QT_TRANSLATE_NOOP("core", "“{what}” depends on itself."),
                what=error.what,
            ), words(
                QT_TRANSLATE_NOOP("core", "Let one of them stand without the other.")
            )
        case "long" | "large":
            return words(
                QT_TRANSLATE_NOOP("core", "The expression of “{key}” is too long."),
                key=key,
            ), words(QT_TRANSLATE_NOOP("core", "Divide it among several items."))
    return words(
        QT_TRANSLATE_NOOP("core", "“{key}” is no expression that is known here."),
        key=key,
    ), words(
        QT_TRANSLATE_NOOP(
            "core", "Compare names and values: phone == None, or has(name) and not ext."
        )
    )
