"""What is wrong with the placeholders of a text, for whoever wrote it.

A text with faults is used all the same: a faulty placeholder waits for an answer like
any other that nobody can fill. Finds and words faults; mends nothing.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from qtdesk.core.templates.grammar import Placeholder, Written, parse
from qtdesk.core.templates.moments import is_form, is_unit
from qtdesk.core.templates.names import NAMES, Origin, known
from qtdesk.core.words import QT_TRANSLATE_NOOP, Words, words

_LEAST_OPTIONS = 2
_NEARLY = (
    r"[{｛][ 　]*(?P<name>[^\W\d]\w*)[ 　]*[}｝]|\{(?P<open>[^\W\d]\w*)(?=[^\w:]|$)"
)
"""Full-width braces, spaces within, or no end: a person takes it for a placeholder."""


_OWNED = ("的", "'s", "’s")
"""Makes no sense behind a buyer whose name is not known."""


class Fault(NamedTuple):
    """One thing wrong, and the remedy."""

    start: int
    """Where it stands in the text."""
    what: Words
    remedy: Words


def check(text: str, has_phrase: Callable[[str], bool]) -> tuple[Fault, ...]:
    """All faults of `text`; `has_phrase` knows what `{phrase:id}` may name."""
    return tuple(_faults(text, has_phrase))


def _faults(text: str, has_phrase: Callable[[str], bool]) -> Iterator[Fault]:
    for node in parse(text):
        if isinstance(node, Written):
            for found in re.finditer(_NEARLY, node.source):
                name = found["name"] or found["open"]
                if known(name):
                    yield _nearly(node.start + found.start(), found[0], name)
        elif isinstance(node, Placeholder):
            fault = fault_of(node)
            if fault is not None:
                yield fault
            elif node.key == "phrase" and not has_phrase(node.argument or ""):
                yield _no_phrase(node)
            elif node.key == "buyer" and node.default is None:
                owned = text[node.start + len(node.source) :].startswith(_OWNED)
                if owned:
                    yield _left_alone(node)


def fault_of(node: Placeholder) -> Fault | None:  # noqa: PLR0911 - one for each fault
    """What is wrong with the placeholder by itself."""
    if node.known is None:
        return _unknown(node)
    if not node.closed:
        return _unclosed(node)
    if node.shift is not None and (
        node.known.origin is not Origin.MOMENT or not is_unit(node.shift.unit)
    ):
        return _bad_shift(node)
    if node.argument is not None and not node.known.takes_argument:
        return _bad_argument(node)
    match node.known.origin:
        case Origin.MOMENT if node.argument is not None and not is_form(node.argument):
            return _bad_form(node)
        case Origin.ASK if not node.argument:
            return _says_nothing(node, "快递单号")
        case Origin.CHOICE if len(node.options) < _LEAST_OPTIONS:
            return _says_nothing(node, "顺丰|中通")
        case Origin.FACT if not node.argument:
            return _says_nothing(node, "退货地址")
        case Origin.PHRASE if not node.argument:
            return _says_nothing(node, "id")
        case _:
            return None


def _unknown(node: Placeholder) -> Fault:
    # Takes a while to load, and only a book with faults has use for it.
    from difflib import get_close_matches  # noqa: PLC0415

    near = get_close_matches(node.name.casefold(), NAMES, n=1, cutoff=0.6)
    return Fault(
        node.start,
        words(
            QT_TRANSLATE_NOOP("core", "There is no placeholder “{placeholder}”."),
            placeholder=node.source,
        ),
        words(QT_TRANSLATE_NOOP("core", "Did you mean “{near}”?"), near=near[0])
        if near
        else words(
            QT_TRANSLATE_NOOP(
                "core", "Write “{asked}” to be asked for it, or “{text}” for text."
            ),
            asked=f"{{ask:{node.name}}}",
            text=f"{{{node.source}}}",
        ),
    )


def _unclosed(node: Placeholder) -> Fault:
    return Fault(
        node.start,
        words(
            QT_TRANSLATE_NOOP("core", "“{placeholder}” has no end."),
            placeholder=node.source,
        ),
        words(
            QT_TRANSLATE_NOOP(
                "core", "Close it with “{brace}” in its line, with no braces within."
            ),
            brace="}",
        ),
    )


def _bad_shift(node: Placeholder) -> Fault:
    return Fault(
        node.start,
        words(
            QT_TRANSLATE_NOOP("core", "“{placeholder}” cannot be counted on from."),
            placeholder=node.source,
        ),
        words(
            QT_TRANSLATE_NOOP("core", "Write “{days}” or “{hours}”."),
            days="{date+3d}",
            hours="{time+2h}",
        ),
    )


def _bad_argument(node: Placeholder) -> Fault:
    return Fault(
        node.start,
        words(
            QT_TRANSLATE_NOOP("core", "“{placeholder}” takes nothing behind a colon."),
            placeholder=node.source,
        ),
        words(QT_TRANSLATE_NOOP("core", "Write “{right}”."), right=f"{{{node.name}}}"),
    )


def _bad_form(node: Placeholder) -> Fault:
    return Fault(
        node.start,
        words(
            QT_TRANSLATE_NOOP("core", "“{form}” is no way to write a date or time."),
            form=node.argument,
        ),
        words(
            QT_TRANSLATE_NOOP("core", "Use YYYY, M, D, HH, mm and W, as in “{right}”."),
            right=f"{{{node.name}:M月D日}}",
        ),
    )


def _says_nothing(node: Placeholder, example: str) -> Fault:
    return Fault(
        node.start,
        words(
            QT_TRANSLATE_NOOP("core", "“{placeholder}” does not say enough."),
            placeholder=node.source,
        ),
        words(
            QT_TRANSLATE_NOOP("core", "Write it as in “{right}”."),
            right=f"{{{node.name}:{example}}}",
        ),
    )


def _no_phrase(node: Placeholder) -> Fault:
    return Fault(
        node.start,
        words(
            QT_TRANSLATE_NOOP("core", "There is no phrase with the id “{id}”."),
            id=node.argument,
        ),
        words(QT_TRANSLATE_NOOP("core", "Write the id of a phrase of this book.")),
    )


def _left_alone(node: Placeholder) -> Fault:
    return Fault(
        node.start,
        words(
            QT_TRANSLATE_NOOP(
                "core", "What follows “{placeholder}” makes no sense without a name."
            ),
            placeholder=node.source,
        ),
        words(
            QT_TRANSLATE_NOOP("core", "Say what else to write: “{right}”."),
            right=f"{{{node.name}|您}}",
        ),
    )


def _nearly(start: int, source: str, name: str) -> Fault:
    return Fault(
        start,
        words(
            QT_TRANSLATE_NOOP("core", "“{source}” is no placeholder and stays text."),
            source=source,
        ),
        words(
            QT_TRANSLATE_NOOP(
                "core", "Write “{right}”, with half-width braces and no spaces."
            ),
            right=f"{{{name}}}",
        ),
    )
