"""What the list of a check shows: entries of a standing, drawn together where quiet.

What needs the agent has a row of its own; what nobody has to look at takes as little
room as can be, so that a whole order fits on one screen. Knows no Qt.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from qtdesk.core.checklists import Checklist, Entry, Standing, Verdict
from qtdesk.core.orders import FieldName
from qtdesk.core.orders.fields import REGION_LEVELS

_PLACE = (*REGION_LEVELS, FieldName.DETAIL)
_BETWEEN = " · "


class RowKind(Enum):
    """What a row stands for."""

    BLOCK = auto()
    """The heading of a block; its label is all there is."""
    ENTRY = auto()
    PLACE = auto()
    """All parts of an address that nothing is wrong with."""
    USUAL = auto()
    """Answers that nobody gave because they are always the same."""
    EMPTY = auto()
    """Entries without an answer, which need none."""


@dataclass(frozen=True, slots=True, repr=False)
class Row:
    """One row of the list."""

    kind: RowKind
    label: str = ""
    """Of a block or an entry; what stands for several is named where it is shown."""
    value: str = ""
    second: str = ""
    """Of an address the part below the region."""
    entries: tuple[Entry, ...] = ()

    def __repr__(self) -> str:
        """Without values, which no log may hold."""
        return f"Row({self.kind.name}, {[entry.id for entry in self.entries]})"

    @property
    def entry(self) -> Entry | None:
        """What the keys act upon; None for headings and for several at once."""
        alone = self.kind is RowKind.ENTRY
        return self.entries[0] if alone else None

    @property
    def verdict(self) -> Verdict:
        entry = self.entry
        return entry.verdict if entry is not None else Verdict.OK

    @property
    def opens(self) -> bool:
        """Whether there is more behind it."""
        return self.kind in (RowKind.PLACE, RowKind.USUAL, RowKind.EMPTY)

    @property
    def needs_agent(self) -> bool:
        return self.entry is not None and needs_agent(self.entry)


def needs_agent(entry: Entry) -> bool:
    """Whether something has to be put right, answered or looked at."""
    wanted = (Verdict.STOP, Verdict.TODO, Verdict.WARN)
    return entry.verdict in wanted and not entry.reason


def rows_of(
    standing: Standing, checklist: Checklist, language: str, opened: Iterable[str] = ()
) -> tuple[Row, ...]:
    """The rows for `standing`; blocks whose ids are `opened` show each entry."""
    apart = set(opened)
    rows: list[Row] = []
    known = {block.id for block in checklist.blocks}
    loose = [entry for entry in standing.entries if entry.item.block not in known]
    rows += _rows(loose, together=False)
    empty: list[Entry] = []
    for block in checklist.blocks:
        entries = [e for e in standing.entries if e.item.block == block.id]
        if block.id not in apart:
            unasked = [e for e in entries if _is_empty(e)]
            entries = [e for e in entries if e not in unasked]
            empty += unasked
        if entries:
            rows.append(Row(RowKind.BLOCK, block.label.said(language)))
            rows += _rows(entries, together=block.id not in apart)
    if empty:
        rows.append(_joined(RowKind.EMPTY, empty))
    return tuple(rows)


def blocks_of(row: Row) -> frozenset[str]:
    """Ids of the blocks that `row` has entries of."""
    return frozenset(entry.item.block for entry in row.entries)


def _rows(entries: Sequence[Entry], *, together: bool) -> Iterator[Row]:
    place = [e for e in entries if e.item.field in _PLACE and _is_quiet(e) and e.text]
    usual = [e for e in entries if e.default and _is_quiet(e)]
    joined: dict[str, tuple[RowKind, list[Entry]]] = {}
    for kind, some in ((RowKind.PLACE, place), (RowKind.USUAL, usual)):
        if together and len(some) > 1:
            joined |= {entry.id: (kind, some) for entry in some}
    for entry in entries:
        kind, some = joined.get(entry.id, (RowKind.ENTRY, [entry]))
        if kind is RowKind.ENTRY:
            yield Row(kind, entry.label, entry.text, entries=(entry,))
        elif some[0] is entry:
            yield _joined(kind, some)


def _joined(kind: RowKind, entries: Sequence[Entry]) -> Row:
    if kind is RowKind.EMPTY:
        labels = _BETWEEN.join(entry.label for entry in entries)
        return Row(kind, value=labels, entries=tuple(entries))
    upper = [e.text for e in entries if e.item.field is not FieldName.DETAIL]
    lower = [e.text for e in entries if e.item.field is FieldName.DETAIL]
    if not upper:
        upper, lower = lower, []
    texts = dict.fromkeys(upper)
    value = _BETWEEN.join(texts)
    return Row(kind, value=value, second="".join(lower), entries=tuple(entries))


def _is_quiet(entry: Entry) -> bool:
    return entry.verdict is Verdict.OK and not entry.reason


def _is_empty(entry: Entry) -> bool:
    """Whether there is nothing in it, and nothing needed."""
    asked = entry.required or entry.item.type.is_tick
    return _is_quiet(entry) and not entry.text and not asked
