"""Rows from a sheet: which are new, which change a row, and which are refused.

Nothing is written here. A masked cell never takes the place of what it hides, a column
that the sheet does not have stays as it is, and what may not be kept any more does not
come back.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple

from qtdesk.core.checklists.texts import Text
from qtdesk.core.errors import AnswerError
from qtdesk.core.records import plain
from qtdesk.core.tables.asking import AGENT, DAY
from qtdesk.core.tables.cells import cell_from, text_of
from qtdesk.core.tables.columns import ID, titles_of
from qtdesk.core.tables.masking import masked
from qtdesk.core.tables.row import Cell, Row, new_row
from qtdesk.core.tables.table import Column, ColumnType, Table
from qtdesk.core.words import QT_TRANSLATE_NOOP, Words, words

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
_MOMENT = Column(DAY, ColumnType.DATETIME, Text("日期", "Day"))

Line = tuple[int, Sequence[str]]
"""A line's number in the sheet, counted from 1, and its cells."""


class Refused(NamedTuple):
    """A line that cannot become a row."""

    line: int
    why: Words
    hint: Words


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import would do."""

    table: str
    new: tuple[Row, ...] = ()
    changed: tuple[Row, ...] = ()
    same: int = 0
    """Rows that are there already, just so."""
    refused: tuple[Refused, ...] = ()
    unknown: tuple[str, ...] = ()
    """Columns of the sheet that the table does not have."""

    @property
    def rows(self) -> tuple[Row, ...]:
        """All that would be written."""
        return (*self.new, *self.changed)

    def __repr__(self) -> str:
        return f"Plan({len(self.new)} new, {len(self.changed)} changed)"


class _Read(NamedTuple):
    """A line whose cells fit."""

    line: int
    uid: str
    made: datetime | None
    agent: str
    cells: Mapping[str, Cell | None]
    """Of each column that the sheet has."""


class Importer:
    """Plans one import into one table."""

    def __init__(
        self,
        table: Table,
        now: datetime,
        agent: str,
        kept: Callable[[Row], Row | None],
        language: str = "zh_CN",
    ) -> None:
        """`kept` says what of a row may be kept at all; `agent` is who imports."""
        self._table, self._now, self._agent = table, now, agent
        self._kept, self._language = kept, language
        self._refused: list[Refused] = []

    def plan(self, lines: Iterable[Line], existing: Iterable[Row]) -> Plan:
        """What the sheet `lines`, its titles first, would do to the rows `existing`.

        Raises:
            AnswerError: none of its titles is a column of the table.
        """
        sheet = iter(lines)
        columns, unknown = self._columns(next(sheet, (1, ()))[1])
        read = list(self._read(sheet, columns))
        named = {each.uid for each in read if each.uid}
        prints = {_print(each.made, each.cells) for each in read if not each.uid}
        known: dict[str, Row] = {}
        there: set[str] = set()
        for row in existing:
            if row.uid in named:
                known[row.uid] = row
            if prints and row.removed is None:
                told = {_print(made, row.cells) for made in (row.made, None)}
                there |= told & prints
        plan = self._sorted(read, known, there)
        return replace(plan, unknown=unknown, refused=tuple(self._refused))

    def _columns(self, titles: Sequence[str]) -> tuple[dict[int, str], tuple[str, ...]]:
        """Places in a line to ids of columns, and titles that nobody knows."""
        known = titles_of(self._table)
        found: dict[int, str] = {}
        unknown = []
        for place, title in enumerate(titles):
            column = known.get(plain(title))
            if column is not None and column not in found.values():
                found[place] = column
            elif title.strip():
                unknown.append(title.strip())
        if not set(found.values()) & set(self._table.by_id):
            raise AnswerError(
                words(QT_TRANSLATE_NOOP("core", "No column of this file is known.")),
                hint=words(
                    QT_TRANSLATE_NOOP(
                        "core", "Its first line must have titles such as {titles}."
                    ),
                    titles=", ".join(
                        c.label.said(self._language) for c in self._table.columns[:3]
                    ),
                ),
            )
        return found, tuple(unknown)

    def _read(
        self, lines: Iterable[Line], columns: Mapping[int, str]
    ) -> Iterator[_Read]:
        seen: set[str] = set()
        for number, texts in lines:
            told = {
                column: texts[place] if place < len(texts) else ""
                for place, column in columns.items()
            }
            if not any(text.strip() for text in told.values()):
                continue
            try:
                read = self._read_one(number, told)
            except AnswerError as error:
                self._refused.append(Refused(number, error.title, error.hint))
                continue
            if read.uid and read.uid in seen:
                self._refused.append(Refused(number, *_twice()))
                continue
            seen.add(read.uid)
            yield read

    def _read_one(self, number: int, told: Mapping[str, str]) -> _Read:
        uid = told.get(ID, "").strip()
        if uid and not _NAME.fullmatch(uid):
            raise _no_id()
        made = cell_from(_MOMENT, told.get(DAY, ""), self._now, self._language)
        cells = {
            name: cell_from(column, told[name], self._now, self._language)
            for name, column in self._table.by_id.items()
            if name in told
        }
        moment = made if isinstance(made, datetime) else None
        return _Read(number, uid, moment, told.get(AGENT, "").strip(), cells)

    def _sorted(
        self, read: Sequence[_Read], known: Mapping[str, Row], there: set[str]
    ) -> Plan:
        new: list[Row] = []
        changed: list[Row] = []
        same = 0
        for each in read:
            old = known.get(each.uid) if each.uid else None
            if old is None:
                seen = "" if each.uid else _print(each.made, each.cells)
                if seen and seen in there:
                    same += 1
                    continue
                there.add(seen)
                row = self._new(each)
            else:
                row = self._changed(old, each)
            missing = self._missing(row)
            if missing is not None:
                self._refused.append(Refused(each.line, *missing))
            elif row is old:
                same += 1
            else:
                (new if old is None else changed).append(row)
        return Plan(self._table.id, tuple(new), tuple(changed), same)

    def _made(self, read: _Read) -> datetime:
        return read.made or self._now

    def _new(self, read: _Read) -> Row:
        cells = {name: cell for name, cell in read.cells.items() if cell is not None}
        agent = read.agent or self._agent
        made = self._made(read)
        row = new_row(self._table.id, made, agent, cells, uid=read.uid)
        return self._kept(row) or row

    def _changed(self, old: Row, read: _Read) -> Row:
        hidden = masked(old, self._table, words_too=True).cells
        cells = dict(old.cells)
        for name, cell in read.cells.items():
            if cell is None:
                cells.pop(name, None)
            elif not self._is_mask(name, cell, hidden):
                cells[name] = cell
        back = old.brought_back() if old.removed is not None else old
        row = back.changed(cells, self._now, self._agent)
        kept = old if row is old else self._kept(row)
        return old if kept is None or kept == old else kept

    def _is_mask(self, name: str, cell: Cell, hidden: Mapping[str, Cell]) -> bool:
        column = self._table.by_id[name]
        if not column.private or name not in hidden:
            return False
        return text_of(column, cell, "en") == text_of(column, hidden[name], "en")

    def _missing(self, row: Row) -> tuple[Words, Words] | None:
        for column in self._table.columns:
            gone = row.let_go and column.private
            if column.required and column.id not in row.cells and not gone:
                return words(
                    QT_TRANSLATE_NOOP("core", "“{column}” is empty."),
                    column=column.label.said(self._language),
                ), words(QT_TRANSLATE_NOOP("core", "Fill it in; the table wants it."))
        return None


def _print(made: datetime | None, cells: Mapping[str, Cell | None]) -> str:
    """What two rows share that say the same of the same minute, if any is told."""
    parts = [f"{made.astimezone():%Y-%m-%d %H:%M}"] if made else []
    parts += [
        f"{name}={type(cell).__name__}:{cell}"
        for name, cell in sorted(cells.items())
        if cell is not None
    ]
    return "\n".join(parts)


def _twice() -> tuple[Words, Words]:
    return words(QT_TRANSLATE_NOOP("core", "This id stands twice in the file.")), words(
        QT_TRANSLATE_NOOP("core", "Delete one of the lines, or its id.")
    )


def _no_id() -> AnswerError:
    return AnswerError(
        words(QT_TRANSLATE_NOOP("core", "This id is none of ours.")),
        hint=words(QT_TRANSLATE_NOOP("core", "Leave it empty for a new row.")),
    )
