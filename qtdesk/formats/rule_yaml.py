"""The file of rules: hours, limits, returns, and the day and the place they are from.

Reads and checks. A rule without a day is refused, because rules age; a file with any
fault is, too, and each fault is told with its line and what to write there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from qtdesk.core.errors import ChecklistError
from qtdesk.core.phrases import Problem
from qtdesk.core.rules import (
    ContactRule,
    PlatformRule,
    ReturnClass,
    ReturnKind,
    ReturnTable,
    RuleBook,
)
from qtdesk.core.words import QT_TRANSLATE_NOOP, words
from qtdesk.formats.checklist_parts import read_word
from qtdesk.formats.fields import Fields
from qtdesk.formats.report import Report
from qtdesk.formats.rule_values import (
    read_amount,
    read_day,
    read_part,
    read_switch,
    read_time,
)
from qtdesk.formats.source_text import read_text
from qtdesk.formats.yaml_faults import report_fault
from qtdesk.formats.yaml_nodes import Pairs, YamlFault, read_nodes

FILE_KEYS = ("format", "rules", "contact", "returns")
PLATFORM_KEYS = (
    "platform",
    "as_of",
    "source",
    "verified",
    "ship_hours",
    "exceptions",
    "comp_rate",
    "comp_min",
    "comp_cap",
    "memo_bytes",
    "memo_warning",
)
CONTACT_KEYS = (
    "as_of",
    "source",
    "reminders",
    "quiet_from",
    "quiet_to",
    "visit_days",
    "vip_days",
)
RETURN_KEYS = ("as_of", "source", "classes")
CLASS_KEYS = ("name", "kind", "standard")


class ReadRules(NamedTuple):
    """What came of reading a file."""

    book: RuleBook | None
    """None where it must not be used."""
    problems: tuple[Problem, ...] = ()


def look_at_rules(path: Path) -> ReadRules:
    """The rules in the file at `path`, or all that is wrong with them.

    Raises:
        ChecklistError: it is out of reach.
    """
    report = Report(str(path))
    try:
        text = read_text(path.read_bytes(), report)
    except OSError as error:
        raise _out_of_reach(path) from error
    book = _book(text, report) if text is not None else None
    problems = tuple(sorted(report.problems, key=lambda problem: problem.line))
    return ReadRules(None if problems else book, problems)


def _book(text: str, report: Report) -> RuleBook | None:
    try:
        root = read_nodes(text)
    except YamlFault as fault:
        report_fault(fault, text.split("\n"), report)
        return None
    if not isinstance(root, Pairs):
        _report_empty(report, 1)
        return None
    fields = Fields(root, FILE_KEYS, report)
    rules = [_platform(each, report) for each in fields.mappings("rules")]
    if not rules:
        _report_empty(report, fields.line_of("rules"))
    contact, returns = fields.told_mapping("contact"), fields.told_mapping("returns")
    return RuleBook(
        tuple(rules),
        _contact(contact, report) if contact else None,
        _returns(returns, report) if returns else None,
    )


def _platform(pairs: Pairs, report: Report) -> PlatformRule:
    fields = Fields(pairs, PLATFORM_KEYS, report)
    memo = read_amount(fields, "memo_bytes")
    warning = read_amount(fields, "memo_warning")
    return PlatformRule(
        platform=fields.word("platform") or "",
        as_of=read_day(fields, "as_of"),
        source=fields.word("source", required=True) or "",
        verified=read_switch(fields, "verified", usual=True),
        ship_hours=read_amount(fields, "ship_hours"),
        exceptions=fields.word_list("exceptions"),
        comp_rate=read_part(fields, "comp_rate"),
        comp_min=read_amount(fields, "comp_min"),
        comp_cap=read_amount(fields, "comp_cap"),
        memo_bytes=None if memo is None else int(memo),
        memo_warning=None if warning is None else int(warning),
    )


def _contact(pairs: Pairs, report: Report) -> ContactRule:
    fields = Fields(pairs, CONTACT_KEYS, report)
    usual = ContactRule(
        read_day(fields, "as_of"), fields.word("source", required=True) or ""
    )
    begin, end = read_time(fields, "quiet_from"), read_time(fields, "quiet_to")
    return replace(
        usual,
        reminders=read_amount(fields, "reminders") or usual.reminders,
        quiet_from=usual.quiet_from if begin is None else begin,
        quiet_to=usual.quiet_to if end is None else end,
        visit_days=read_amount(fields, "visit_days") or usual.visit_days,
        vip_days=read_amount(fields, "vip_days") or usual.vip_days,
    )


def _returns(pairs: Pairs, report: Report) -> ReturnTable:
    fields = Fields(pairs, RETURN_KEYS, report)
    classes = tuple(_classes(fields.mappings("classes"), report))
    day, source = read_day(fields, "as_of"), fields.word("source", required=True)
    return ReturnTable(day, source or "", classes)


def _classes(mappings: Sequence[Pairs], report: Report) -> Iterator[ReturnClass]:
    names: set[str] = set()
    for pairs in mappings:
        fields = Fields(pairs, CLASS_KEYS, report)
        name = fields.word("name", required=True) or ""
        kind = read_word(fields, "kind", ReturnKind, None)
        if not fields.has("kind"):
            fields.report_missing("kind")
        if name in names:
            fields.report(
                fields.line_of("name"),
                words(
                    QT_TRANSLATE_NOOP("core", "The class “{name}” stands here twice."),
                    name=name,
                ),
                words(QT_TRANSLATE_NOOP("core", "Delete one, or name it otherwise.")),
            )
        names.add(name)
        standard = fields.word("standard") or ""
        yield ReturnClass(name, kind or ReturnKind.APPLIES, standard)


def _report_empty(report: Report, line: int) -> None:
    report.add(
        line,
        words(QT_TRANSLATE_NOOP("core", "There are no rules in this file.")),
        words(
            QT_TRANSLATE_NOOP(
                "core", "Copy the file that comes with qtdesk, and change what differs."
            )
        ),
        fatal=True,
    )


def _out_of_reach(path: Path) -> ChecklistError:
    return ChecklistError(
        words(QT_TRANSLATE_NOOP("core", "{path} cannot be read."), path=path),
        hint=words(
            QT_TRANSLATE_NOOP(
                "core", "Check that it is there and that you may open it."
            )
        ),
    )
