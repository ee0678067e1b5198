"""The rows that a check leaves behind in the tables of the shop.

Their names and their moment follow from the check alone: made twice, as after a crash
in the midst, they are the same rows and not two.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime

from qtdesk.core.checklists import Check, Expression
from qtdesk.core.checklists.scope import Scope
from qtdesk.core.rules import RuleBook
from qtdesk.core.tables.cells import cell_of
from qtdesk.core.tables.row import Cell, Row, new_row
from qtdesk.core.tables.table import Column, ColumnType, Table


def rows_of(
    check: Check,
    rules: RuleBook,
    tables: Mapping[str, Table],
    moment: datetime,
    agent: str,
) -> tuple[Row, ...]:
    """What `check`, ended at `moment`, writes into `tables`; often nothing."""
    scope = Scope(check, moment, rules)
    return tuple(_rows(check, scope, tables, agent))


def _rows(
    check: Check, scope: Scope, tables: Mapping[str, Table], agent: str
) -> Iterator[Row]:
    for number, rule in enumerate(check.checklist.rows, 1):
        table = tables.get(rule.table)
        if table is None or not scope.holds(rule.when, None, in_doubt=False):
            continue
        cells = {
            column: cell
            for column, expression in rule.columns.items()
            if column in table.by_id
            for cell in [_cell(table.by_id[column], expression, scope)]
            if cell is not None
        }
        if cells:
            uid = f"{check.uid}-{number}"
            source = check.checklist.id
            yield new_row(table.id, check.begun, agent, cells, source, uid)


def _cell(column: Column, expression: Expression, scope: Scope) -> Cell | None:
    value = scope.reckon(expression)
    item = scope.check.checklist.by_name.get(expression.source)
    if column.type is ColumnType.TEXT and item is not None and isinstance(value, str):
        # As a text, an answer is what people read and not what the list calls it.
        locale = scope.check.checklist.locale
        labels = (o.label.said(locale) for o in item.options if o.id == value)
        value = next(labels, value)
    return cell_of(column, value)
