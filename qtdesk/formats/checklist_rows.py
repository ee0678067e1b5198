"""The rows that a checklist file writes into the shop's tables, and their faults.

A column that is misspelt would lose what an agent found out, without a word: so each
fault spoils the list, and has its line and a remedy.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from qtdesk.core.checklists import Checklist, Expression
from qtdesk.core.checklists.checklist import RowRule
from qtdesk.core.tables import Table
from qtdesk.core.tables.row_rules import RowFault, RowFaultKind, row_faults
from qtdesk.core.words import QT_TRANSLATE_NOOP, Words, words
from qtdesk.formats.checklist_parts import read_expression
from qtdesk.formats.fields import Fields
from qtdesk.formats.report import Report
from qtdesk.formats.yaml_nodes import Pairs, Scalar

ROW_KEYS = ("table", "when", "columns")

_SENTENCES = {
    RowFaultKind.NO_TABLE: (
        QT_TRANSLATE_NOOP("core", "There is no table “{what}”."),
        QT_TRANSLATE_NOOP("core", "One of these: {known}."),
    ),
    RowFaultKind.NO_COLUMN: (
        QT_TRANSLATE_NOOP("core", "That table has no column “{what}”."),
        QT_TRANSLATE_NOOP("core", "One of these: {known}."),
    ),
    RowFaultKind.NO_CELLS: (
        QT_TRANSLATE_NOOP("core", "The row for “{what}” has no columns."),
        QT_TRANSLATE_NOOP("core", "Add “columns:” with an expression for each."),
    ),
    RowFaultKind.REQUIRED: (
        QT_TRANSLATE_NOOP("core", "That table wants its column “{what}” filled."),
        QT_TRANSLATE_NOOP("core", "Add it below “columns:”."),
    ),
    RowFaultKind.NO_NAME: (
        QT_TRANSLATE_NOOP("core", "Nothing in this list is called “{what}”."),
        QT_TRANSLATE_NOOP("core", "Use the id or the “out” of an item."),
    ),
    RowFaultKind.TYPE: (
        QT_TRANSLATE_NOOP("core", "This column holds another kind of value: {what}."),
        QT_TRANSLATE_NOOP("core", "Reckon it, as with number(x), x == 1 or text(x)."),
    ),
    RowFaultKind.NO_SUCH_ANSWER: (
        QT_TRANSLATE_NOOP("core", "“{what}” is none of the answers of that column."),
        QT_TRANSLATE_NOOP("core", "One of these: {known}."),
    ),
}


class _Place(NamedTuple):
    """Where a row stands in the file."""

    line: int
    columns: Mapping[str, int]


def with_rows(
    checklist: Checklist, fields: Fields, tables: Mapping[str, Table], report: Report
) -> Checklist:
    """`checklist` with the rows of its file, each fault of which is reported."""
    read = [_read_rule(pairs, report) for pairs in fields.mappings("rows")]
    whole = replace(checklist, rows=tuple(rule for rule, _ in read))
    for fault in row_faults(whole, tables):
        _report(fault, read[fault.rule][1], report)
    return whole


def _read_rule(pairs: Pairs, report: Report) -> tuple[RowRule, _Place]:
    fields = Fields(pairs, ROW_KEYS, report)
    table = fields.word("table", required=True) or ""
    inner = fields.told_mapping("columns")
    columns: dict[str, Expression] = {}
    lines: dict[str, int] = {}
    if inner is not None:
        names = [key.text for key, _ in inner.nodes if isinstance(key, Scalar)]
        told = Fields(inner, names, report)
        for name in dict.fromkeys(names):
            lines[name] = told.line_of(name)
            expression = read_expression(told, name)
            if expression is not None:
                columns[name] = expression
            elif not told.has(name):
                told.report_missing(name)
    rule = RowRule(table, columns, read_expression(fields, "when"))
    return rule, _Place(fields.line, lines)


def _report(fault: RowFault, place: _Place, report: Report) -> None:
    what, remedy = _SENTENCES[fault.kind]
    line = place.columns.get(fault.column, place.line)
    told: Words = words(what, what=fault.what)
    report.add(line, told, words(remedy, known=", ".join(fault.known)), fatal=True)
