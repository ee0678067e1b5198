"""What a checklist writes into tables at its end, and whether it can.

The rules stand in the list, the tables in files of their own: only both together tell
whether a column is there and takes what is meant for it.
"""

import ast
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import NamedTuple

from qtdesk.core.checklists import Checklist, ItemType
from qtdesk.core.checklists.checklist import Item, RowRule
from qtdesk.core.checklists.scope import NAMES
from qtdesk.core.tables.table import Column, ColumnType, Table

_NUMBERS = frozenset({ItemType.NUMBER, ItemType.MONEY})
_DAYS = frozenset({ItemType.DATE, ItemType.DATETIME})
_TICKS = frozenset({ItemType.TICK, ItemType.IMAGE_NOTE})
_TAKES: Mapping[ColumnType, frozenset[ItemType]] = {
    ColumnType.TEXT: frozenset(ItemType),
    ColumnType.CHOICE: frozenset({ItemType.CHOICE, ItemType.TEXT, ItemType.PARSED}),
    ColumnType.DATE: _DAYS,
    ColumnType.DATETIME: _DAYS,
    ColumnType.MONEY: _NUMBERS | {ItemType.PARSED},
    ColumnType.NUMBER: _NUMBERS | {ItemType.PARSED},
    ColumnType.TICK: _TICKS,
}
"""Which items fit a column as they are; anything else has to be reckoned."""


class RowFaultKind(Enum):
    """Every fault of what a list writes into tables."""

    NO_TABLE = "no_table"
    NO_COLUMN = "no_column"
    NO_CELLS = "no_cells"
    """A row that would always be empty."""
    REQUIRED = "required"
    """The table wants a cell that the list leaves empty."""
    NO_NAME = "no_name"
    TYPE = "type"
    NO_SUCH_ANSWER = "no_such_answer"


class RowFault(NamedTuple):
    """One fault; `rule` says in which row, counted from 0."""

    kind: RowFaultKind
    rule: int
    what: str
    column: str = ""
    """Where it stands, if it belongs to one column."""
    known: tuple[str, ...] = ()
    """What could stand there instead."""


def row_faults(checklist: Checklist, tables: Mapping[str, Table]) -> Iterator[RowFault]:
    """Every fault of the rows that `checklist` writes, in their order."""
    for number, rule in enumerate(checklist.rows):
        table = tables.get(rule.table)
        if table is None:
            known = tuple(sorted(tables))
            yield RowFault(RowFaultKind.NO_TABLE, number, rule.table, known=known)
            continue
        yield from _of_rule(number, rule, table, checklist)


def _of_rule(
    number: int, rule: RowRule, table: Table, checklist: Checklist
) -> Iterator[RowFault]:
    names = NAMES | checklist.by_name.keys()
    if not rule.columns:
        yield RowFault(RowFaultKind.NO_CELLS, number, rule.table)
    for name in sorted((rule.when.names if rule.when else frozenset()) - names):
        yield RowFault(RowFaultKind.NO_NAME, number, name, "when")
    for column_id, expression in rule.columns.items():
        column = table.by_id.get(column_id)
        if column is None:
            known = tuple(table.by_id)
            yield RowFault(RowFaultKind.NO_COLUMN, number, column_id, column_id, known)
            continue
        for name in sorted(expression.names - names):
            yield RowFault(RowFaultKind.NO_NAME, number, name, column_id)
        yield from _of_column(number, column, expression.source, checklist)
    for column in table.columns:
        if column.required and rule.columns and column.id not in rule.columns:
            yield RowFault(RowFaultKind.REQUIRED, number, column.id)


def _of_column(
    number: int, column: Column, source: str, checklist: Checklist
) -> Iterator[RowFault]:
    """What the value may be, as far as that can be told without reckoning."""
    options = {option.id for option in column.options}
    for leaf in _leaves(ast.parse(source, mode="eval").body):
        for answer in _answers(leaf, checklist):
            if options and answer not in options:
                yield RowFault(
                    RowFaultKind.NO_SUCH_ANSWER,
                    number,
                    answer,
                    column.id,
                    tuple(sorted(options)),
                )
        if not _may_be(leaf, column.type, checklist):
            yield RowFault(RowFaultKind.TYPE, number, column.type.value, column.id)


def _leaves(node: ast.expr) -> Iterator[ast.expr]:
    """The values one of which an expression comes to."""
    if isinstance(node, ast.IfExp):
        yield from _leaves(node.body)
        yield from _leaves(node.orelse)
    else:
        yield node


def _answers(leaf: ast.expr, checklist: Checklist) -> Iterator[str]:
    """Texts that `leaf` can be, where they can be told."""
    if isinstance(leaf, ast.Constant) and isinstance(leaf.value, str):
        yield leaf.value
    item = _item(leaf, checklist)
    if item is not None and item.type is ItemType.CHOICE and not item.options_from:
        yield from (option.id for option in item.options)


def _may_be(leaf: ast.expr, kind: ColumnType, checklist: Checklist) -> bool:
    """Whether a column of that kind takes what `leaf` comes to; in doubt it does."""
    item = _item(leaf, checklist)
    if item is not None:
        return item.type in _TAKES[kind]
    match leaf:
        case ast.Compare() | ast.Constant(value=bool()):
            return kind is ColumnType.TICK
        case ast.Constant(value=int() | float()):
            return kind.is_reckoned or kind is ColumnType.TEXT
        case ast.Constant(value=str()):
            return kind in (ColumnType.TEXT, ColumnType.CHOICE)
        case _:
            return True


def _item(leaf: ast.expr, checklist: Checklist) -> Item | None:
    return checklist.by_name.get(leaf.id) if isinstance(leaf, ast.Name) else None
