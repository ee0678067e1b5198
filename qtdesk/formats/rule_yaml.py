"""The file of platforms' rules: hours, limits, the day and the place they are from.

Reads and checks; a rule without a day is refused, because rules age.
"""

from datetime import date
from decimal import Decimal
from pathlib import Path

from qtdesk.core.checklists.values import number_from
from qtdesk.core.errors import ChecklistError
from qtdesk.core.rules import PlatformRule, RuleBook
from qtdesk.core.words import QT_TRANSLATE_NOOP, words
from qtdesk.formats.fields import Fields
from qtdesk.formats.report import Report
from qtdesk.formats.source_text import read_text
from qtdesk.formats.yaml_nodes import Pairs, YamlFault, read_nodes

_KEYS = (
    "platform",
    "as_of",
    "source",
    "ship_hours",
    "memo_bytes",
    "memo_warning",
)


def read_rules(path: Path) -> RuleBook:
    """The rules in the file at `path`.

    Raises:
        ChecklistError: it cannot be read, or something in it is wrong.
    """
    report = Report(str(path))
    try:
        text = read_text(path.read_bytes(), report)
        root = read_nodes(text or "")
    except (OSError, YamlFault) as error:
        raise _useless(path) from error
    if not isinstance(root, Pairs):
        raise _useless(path)
    fields = Fields(root, ("format", "rules"), report)
    try:
        rules = [_rule(each, report) for each in fields.mappings("rules")]
    except ValueError as error:
        raise _useless(path) from error
    if report.problems or not rules:
        raise _useless(path)
    return RuleBook(tuple(rules))


def _rule(pairs: Pairs, report: Report) -> PlatformRule:
    fields = Fields(pairs, _KEYS, report)
    return PlatformRule(
        fields.word("platform") or "",
        date.fromisoformat(fields.word("as_of") or ""),
        fields.word("source", required=True) or "",
        _number(fields, "ship_hours"),
        _count(fields, "memo_bytes"),
        _count(fields, "memo_warning"),
    )


def _number(fields: Fields, key: str) -> Decimal | None:
    written = fields.word(key)
    if not written:
        return None
    number = number_from(written)
    if number is None or number <= 0:
        raise ValueError(key)
    return number


def _count(fields: Fields, key: str) -> int | None:
    number = _number(fields, key)
    return None if number is None else int(number)


def _useless(path: Path) -> ChecklistError:
    return ChecklistError(
        words(
            QT_TRANSLATE_NOOP("core", "The platforms' rules in {path} are no use."),
            path=path,
        ),
        hint=words(
            QT_TRANSLATE_NOOP("core", "Take the file away; qtdesk then uses its own.")
        ),
    )
