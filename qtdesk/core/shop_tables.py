"""The shop's tables for whoever looks at them or writes in them.

Every answer comes later, from the background; nothing is opened before the first
question, so that a start loads nothing of it. Rows that belong to no day lie among the
agent's own data, which are always at hand and are changed at once.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from qtdesk.core.errors import QtdeskError
from qtdesk.core.facts import TABLE, same_fact
from qtdesk.core.ports import Background
from qtdesk.core.templates import FACTS

if TYPE_CHECKING:
    # Loaded at the start, long before the first table is looked at.
    from qtdesk.core.ports.tables import Rows
    from qtdesk.core.settings import Settings
    from qtdesk.core.tables import Cell, Found, Row, RowQuestion, Table
    from qtdesk.core.tables.importing import Line, Plan

_T = TypeVar("_T")
Told = Callable[[_T | QtdeskError], None]


class Sheets(Protocol):
    """Sheets that other programs read and write."""

    def write(
        self, path: Path, table: "Table", rows: "Sequence[Row]", language: str
    ) -> int:
        """Write `rows`; how many. Raises a StoreError."""
        ...

    def read(self, path: Path) -> "Sequence[Line]":
        """The lines of a sheet. Raises a StoreError."""
        ...


class ShopTables:
    """Asks the port `Rows` in the background, one question after the other."""

    def __init__(
        self,
        open_tables: "Callable[[], Mapping[str, Table]]",
        open_rows: "Callable[[], Rows]",
        open_lasting: "Callable[[], Rows]",
        sheets: Sheets,
        background: Background,
        settings: "Callable[[], Settings]",
        time: Callable[[], datetime],
        on_facts: Callable[[], None],
    ) -> None:
        """`open_tables` and `open_rows` are first called in the background.

        `on_facts` is called when a fact may have changed.
        """
        self._open_tables, self._open_rows = open_tables, open_rows
        self._open_lasting = open_lasting
        self._sheets = sheets
        self._background = background
        self._settings, self._time = settings, time
        self._loaded: Mapping[str, Table] | None = None
        self._broken_off = False
        self.progress = 1.0
        """Part of the files that is read, while a question is answered; else 1."""
        self._on_facts = on_facts

    # --- tables ----------------------------------------------------------------

    def load(self, done: Callable[[], None]) -> None:
        """Read which tables there are, in the background; then call `done`."""
        if self._loaded is not None:
            done()
            return

        def loaded(tables: "Mapping[str, Table]") -> None:
            self._loaded = tables
            done()

        self._background.run(self._open_tables, loaded)

    @property
    def tables(self) -> "tuple[Table, ...]":
        """Those that are turned on; none before they are loaded."""
        settings = self._settings()
        return tuple(
            table
            for table in (self._loaded or {}).values()
            if not table.setting or getattr(settings, table.setting)
        )

    def table(self, table_id: str) -> "Table | None":
        """The one of that id, if it is turned on."""
        return next((each for each in self.tables if each.id == table_id), None)

    @property
    def agent(self) -> str:
        """Who writes."""
        settings = self._settings()
        return settings.agent or settings.sign

    @property
    def now(self) -> datetime:
        return self._time()

    # --- rows ------------------------------------------------------------------

    def find(self, question: "RowQuestion", show: "Told[Found]") -> None:
        """What matches `question`; `break_off` ends that with what was read so far."""
        from qtdesk.core.tables import found_among  # noqa: PLC0415 - as above

        table = self._known(question.table)

        def ask(rows: "Rows") -> "Found":
            days = (question.first, question.last)
            return found_among(rows.of(table.id, *days, self._watch), table, question)

        self._ask(table, ask, show)

    def add(
        self,
        table: "Table",
        cells: "Mapping[str, Cell]",
        told: "Told[Row]",
        made: datetime | None = None,
    ) -> None:
        """Write a new row of `cells`, of now where nobody says when."""
        from qtdesk.core.tables import new_row  # noqa: PLC0415 - as above

        self.write(new_row(table.id, made or self._time(), self.agent, cells), told)

    def change(
        self, row: "Row", cells: "Mapping[str, Cell]", told: "Told[Row]"
    ) -> None:
        """Have `cells` instead of those of `row`, which remembers them."""
        self.write(row.changed(cells, self._time(), self.agent), told)

    def remove(self, row: "Row", told: "Told[Row]") -> None:
        """Take `row` away; for some time it can come back."""
        self.write(row.taken_away(self._time(), self.agent), told)

    def write(self, row: "Row", told: "Told[Row]") -> None:
        """Have exactly `row` under its name; also to undo what was done to it."""

        def put(rows: "Rows") -> "Row":
            rows.put((row,))
            return row

        self._do(self._known(row.table), put, told)

    def take_settings(self, names: "Iterable[str]") -> None:
        """Let the facts of these names say what the settings now say.

        Whichever was changed last counts. Where there is no such fact, the setting
        counts by itself; an empty one changes no fact.
        """
        settings = self._settings()
        for name in FACTS.intersection(names):
            value = str(getattr(settings, name)).strip()
            row = self._fact(name) if value else None
            if row is not None and row.cells.get("value") != value:
                cells = {**row.cells, "value": value}
                cells.pop("valid_until", None)
                self._open_lasting().put(
                    (row.changed(cells, self._time(), self.agent),)
                )
                self._on_facts()

    def _fact(self, name: str) -> "Row | None":
        rows = (row for row in self._open_lasting().of(TABLE) if row.removed is None)
        named = [row for row in rows if same_fact(str(row.cells.get("key", "")), name)]
        return max(named, key=lambda row: row.touched, default=None)

    # --- sheets ----------------------------------------------------------------

    def export(
        self,
        question: "RowQuestion",
        path: Path,
        language: str,
        *,
        unmasked: bool,
        told: Told[int],
    ) -> None:
        """Write all that matches `question` as a sheet to `path`; tells how many."""
        from qtdesk.core.tables import found_among, masked  # noqa: PLC0415 - as above

        table = self._known(question.table)

        def write(rows: "Rows") -> int:
            days = (question.first, question.last)
            found = found_among(
                rows.of(table.id, *days, self._watch), table, question
            ).rows
            shown = [
                row if unmasked else masked(row, table, words_too=True) for row in found
            ]
            return self._sheets.write(path, table, shown, language)

        self._ask(table, write, told)

    def plan_import(
        self, table: "Table", path: Path, language: str, told: "Told[Plan]"
    ) -> None:
        """What the sheet at `path` would do to `table`; nothing is written."""
        from qtdesk.core.tables.importing import Importer  # noqa: PLC0415 - as above
        from qtdesk.core.tables.retention import kept_on  # noqa: PLC0415 - the same

        settings, now = self._settings(), self._time()
        kept = kept_on(
            now.date(), {table.id: table}, int(settings.records_personal_days)
        )
        importer = Importer(table, now, self.agent, kept, language)

        def plan(rows: "Rows") -> "Plan":
            lines = self._sheets.read(path)
            return importer.plan(lines, rows.of(table.id, None, None, self._watch))

        self._ask(table, plan, told)

    def carry_out(self, plan: "Plan", told: Told[int]) -> None:
        """Write what `plan` says, as `write_all`; the same file brings the rest."""
        self.write_all(self._known(plan.table), plan.rows, told)

    def write_all(self, table: "Table", rows: "Iterable[Row]", told: Told[int]) -> None:
        """Have exactly these rows, a few hundred at a time; tells how many.

        `break_off` ends that: what was written stays.
        """
        due = sorted(rows, key=lambda row: row.made)

        def put(rows: "Rows") -> int:
            done = 0
            while done < len(due) and self._watch(done, len(due)):
                rows.put(due[done : done + _TOGETHER])
                done = min(done + _TOGETHER, len(due))
            return done

        self._do(table, put, told)

    def break_off(self) -> None:
        """Go no further with what is under way."""
        self._broken_off = True

    # --- within ----------------------------------------------------------------

    def _known(self, table_id: str) -> "Table":
        return (self._loaded or {})[table_id]

    def _ask(self, table: "Table", ask: "Callable[[Rows], _T]", told: Told[_T]) -> None:
        """Do what changes nothing, in the background."""
        self._broken_off = False
        opened = self._open_lasting if table.lasting else self._open_rows

        def work() -> _T | QtdeskError:
            try:
                return _answer(lambda: ask(opened()))
            finally:
                self.progress = 1.0

        self._background.run(work, told)

    def _do(self, table: "Table", do: "Callable[[Rows], _T]", told: Told[_T]) -> None:
        """The same for what changes rows; the agent's own data change here and now."""
        if not table.lasting:
            self._ask(table, do, told)
            return
        self._broken_off = False
        answer = _answer(lambda: do(self._open_lasting()))
        self.progress = 1.0
        self._on_facts()
        told(answer)

    def _watch(self, read: int, whole: int) -> bool:
        self.progress = read / whole if whole else 1.0
        return not self._broken_off


OpenTables = Callable[["Callable[[], Settings]", Callable[[], None]], ShopTables]
"""Told how to look at the settings, and whom to tell of facts."""
_TOGETHER = 400
"""Rows of an import between two looks at whether it was broken off."""


def _answer(ask: Callable[[], _T]) -> _T | QtdeskError:
    try:
        return ask()
    except QtdeskError as error:
        return error
