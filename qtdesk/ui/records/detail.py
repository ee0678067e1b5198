"""All of one record in words, as rich text for a reading pane.

Masked unless asked otherwise; makes text only.
"""

from collections.abc import Callable, Iterator
from html import escape

from qtdesk.core.records import ItemResult, ItemVerdict, KeptRecord, Record, masked
from qtdesk.formats.record_table import COLUMNS, cells_of
from qtdesk.ui.theme import Theme
from qtdesk.ui.translations import language_now

_ELSEWHERE = {"problems", "uid"}
"""Columns of the exported table that the items below say better."""
_FOUND = {ItemVerdict.NOTE, ItemVerdict.WARN, ItemVerdict.STOP}

ItemName = Callable[[str, str], str]
"""Ids of a checklist and of its item to the item's label."""
ReasonName = Callable[[str, str, str], str]
"""The same two ids and the name of a rule to what that rule says."""


def rich_text(
    kept: KeptRecord,
    theme: Theme,
    names: tuple[ItemName, ReasonName],
    *,
    unmasked: bool,
) -> str:
    """Fields that are not empty, then the items with a finding."""
    record = kept.current if unmasked else masked(kept.current)
    told = (*_fields(kept, record), *_items(record, theme, *names))
    rows = [_row(title, value, theme) for title, value in told]
    return "<table cellspacing='0' cellpadding='3'>" + "".join(rows) + "</table>"


def _fields(kept: KeptRecord, record: Record) -> Iterator[tuple[str, str]]:
    language = language_now()
    cells = cells_of(record, len(kept.corrections), language)
    if not kept.corrections:
        cells["corrections"] = ""
    for column in COLUMNS:
        if cells[column.key] and column.key not in _ELSEWHERE:
            yield column.titles[language], escape(cells[column.key])


def _items(
    record: Record, theme: Theme, name_of_item: ItemName, name_of_reason: ReasonName
) -> Iterator[tuple[str, str]]:
    for item in record.items:
        if item.verdict in _FOUND:
            ink = theme.stop if item.verdict is ItemVerdict.STOP else theme.warn
            name = name_of_item(record.checklist, item.item)
            mark = f"<span style='color:{ink.name()}'>{_mark(item)}</span>"
            reasons = (
                name_of_reason(record.checklist, item.item, reason)
                for reason in item.reasons
            )
            yield name, f"{mark} {escape(' · '.join(reasons))}"


def _mark(item: ItemResult) -> str:
    """A shape: a verdict is never told by colour alone."""
    if item.overridden:
        return "✕→✓"
    return {ItemVerdict.STOP: "✕", ItemVerdict.WARN: "!"}.get(item.verdict, "·")


def _row(title: str, value: str, theme: Theme) -> str:
    lines = value.replace("\n", "<br>")
    name = f"<td style='color:{theme.dim.name()}'>{escape(title)}</td>"
    return f"<tr>{name}<td>{lines}</td></tr>"
