"""What can be seen in one text alone: its length, signs, dates, forms of address.

Only what can be told for sure. Whether a text ends with a next step cannot.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple, assert_never

from qtdesk.core.book_check.finding import Finding, Gravity
from qtdesk.core.paste.caret import MOST_STEPS
from qtdesk.core.templates import parse
from qtdesk.core.templates.grammar import Brace, Node, Placeholder, Written
from qtdesk.core.words import QT_TRANSLATE_NOOP, Words, words

LONGEST_CHINESE = 90
"""Characters that a buyer takes in at a glance, in a bubble of some four lines."""
LONGEST_OTHER = 300
"""The same in Latin letters, of which a line has three times as many."""
_PARAGRAPH = "\n\n"
"""A text with an empty line is a mail, which may be longer."""
_USUAL_VALUE = 4
"""Characters of a value nobody knows yet."""
_EMOJI = re.compile(
    "[\U0001f1e6-\U0001f1ff]{2}"
    "|[\U0001f300-\U0001faff\u2600-\u27bf][\ufe0f\U0001f3fb-\U0001f3ff]*"
    "(?:\u200d[\U0001f300-\U0001faff\u2600-\u27bf][\ufe0f\U0001f3fb-\U0001f3ff]*)*"
)
_APOLOGY = re.compile("对不起|抱歉|道歉|apologi[sz]e|sorry", re.IGNORECASE)
_DEAR = re.compile("(?<![父母双单近至])亲(?![自友戚人手情子密近测爱属眼临口身])")
_DATE = re.compile(r"(?<!\d)(20\d\d)[年./-](\d{1,2})[月./-](\d{1,2})(?!\d)")


class _Text(NamedTuple):
    """One variant of a phrase."""

    phrase: str
    number: int
    text: str

    def finding(
        self, kind: str, what: Words, remedy: Words, start: int = 0, word: str = ""
    ) -> Finding:
        return Finding(
            kind,
            Gravity.WARNING,
            what,
            remedy,
            self.phrase,
            self.number,
            start,
            word,
        )


def findings(
    phrase: str, number: int, text: str, *, chinese: bool, today: date
) -> Iterator[Finding]:
    """All of it, for variant `number` of a phrase."""
    one = _Text(phrase, number, text)
    yield from _too_long(one, LONGEST_CHINESE if chinese else LONGEST_OTHER)
    yield from _emoji(one)
    yield from _dear(one)
    yield from _over(one, today)
    yield from _cursor(one)


def length(text: str) -> int:
    """Characters as the buyer sees it, as near as that can be told."""
    return sum(map(_node_length, parse(text)))


def _node_length(node: Node) -> int:
    match node:
        case Brace():
            return 1
        case Written():
            return len(node.source.replace("\n", ""))
        case Placeholder(key="choice"):
            return max(map(len, node.options), default=0)
        case Placeholder(key="buyer" | "cursor"):
            return 0
        case Placeholder():
            return _USUAL_VALUE
        case _:
            assert_never(node)


def _too_long(one: _Text, longest: int) -> Iterator[Finding]:
    found = length(one.text)
    if found > longest and _PARAGRAPH not in one.text:
        yield one.finding(
            "length",
            what=words(
                QT_TRANSLATE_NOOP("core", "The text has {found} characters."),
                found=found,
            ),
            remedy=words(
                QT_TRANSLATE_NOOP(
                    "core", "Buyers skip what is longer than {longest}: make it two."
                ),
                longest=longest,
            ),
        )


def _emoji(one: _Text) -> Iterator[Finding]:
    found = list(_EMOJI.finditer(one.text))
    if len(found) > 1:
        yield one.finding(
            "emoji",
            words(QT_TRANSLATE_NOOP("core", "There is more than one emoji.")),
            words(QT_TRANSLATE_NOOP("core", "Keep one at most.")),
            found[1].start(),
            found[1][0],
        )
    if found and _APOLOGY.search(one.text):
        yield one.finding(
            "emoji-in-apology",
            words(QT_TRANSLATE_NOOP("core", "An apology has an emoji.")),
            words(QT_TRANSLATE_NOOP("core", "Leave it out.")),
            found[0].start(),
            found[0][0],
        )


def _dear(one: _Text) -> Iterator[Finding]:
    found = list(_DEAR.finditer(one.text))
    if len(found) > 1:
        yield one.finding(
            "address",
            words(QT_TRANSLATE_NOOP("core", "“亲” stands here more than once.")),
            words(QT_TRANSLATE_NOOP("core", "Say it once at most, or 您.")),
            found[1].start(),
            found[1][0],
        )


def _over(one: _Text, today: date) -> Iterator[Finding]:
    for found in _DATE.finditer(one.text):
        named = _date(*map(int, found.groups()))
        if named is not None and named < today:
            yield one.finding(
                "date",
                words(QT_TRANSLATE_NOOP("core", "This date is over.")),
                words(
                    QT_TRANSLATE_NOOP(
                        "core", "Renew or delete it, or let “{date}” fill it in."
                    ),
                    date="{date+3d}",
                ),
                found.start(),
                found[0],
            )


def _cursor(one: _Text) -> Iterator[Finding]:
    """A place to go on writing that nobody will be taken to."""
    nodes = parse(one.text)
    places = [
        number
        for number, node in enumerate(nodes)
        if isinstance(node, Placeholder) and node.key == "cursor"
    ]
    if not places:
        return
    node = nodes[places[-1]]
    if len(places) > 1:
        yield one.finding(
            "cursor",
            words(
                QT_TRANSLATE_NOOP("core", "There is more than one “{cursor}”."),
                cursor="{cursor}",
            ),
            words(QT_TRANSLATE_NOOP("core", "Keep one: there is one cursor.")),
            node.start,
            node.source,
        )
    elif sum(map(_node_length, nodes[places[0] :])) > MOST_STEPS:
        yield one.finding(
            "cursor",
            words(
                QT_TRANSLATE_NOOP(
                    "core", "More than {most} signs stand behind “{cursor}”."
                ),
                most=str(MOST_STEPS),
                cursor="{cursor}",
            ),
            words(
                QT_TRANSLATE_NOOP(
                    "core", "Put it nearer to the end: it is not gone back so far."
                )
            ),
            node.start,
            node.source,
        )


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
