"""Tables of the shop as YAML files, one each; docs/tables.md describes them for people.

Reads and checks. A table with any problem is not used, so that no row is written into
columns that do not mean what their author wrote.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from qtdesk.core.checklists import CHINA
from qtdesk.core.errors import AnswerError, StoreError
from qtdesk.core.phrases import Problem
from qtdesk.core.tables import (
    Column,
    ColumnType,
    Option,
    Private,
    Retention,
    Table,
    usual_cell,
)
from qtdesk.core.words import QT_TRANSLATE_NOOP, Words, words
from qtdesk.formats.checklist_parts import read_text as read_said
from qtdesk.formats.checklist_parts import read_word
from qtdesk.formats.fields import Fields
from qtdesk.formats.report import Report
from qtdesk.formats.yaml_root import read_root

FORMAT = "1"
SUFFIXES = (".yaml", ".yml")
TABLE_KEYS = (
    "format",
    "id",
    "name",
    "note",
    "setting",
    "lasting",
    "retention",
    "columns",
)
COLUMN_KEYS = (
    "id",
    "type",
    "label",
    "help",
    "options",
    "required",
    "quick",
    "private",
    "usual",
)
OPTION_KEYS = ("id", "label")
RETENTION_KEYS = ("private", "rows", "since")
RESERVED = frozenset({"id", "day", "agent"})
"""Names of columns that every table has by itself."""
_SETTINGS = ("customer_cards",)
_TRUE = ("yes", "true")
_ANY_MOMENT = datetime(2026, 1, 1, tzinfo=CHINA)


class ReadTable(NamedTuple):
    """What came of reading a file."""

    table: Table | None
    """None where it must not be used."""
    problems: tuple[Problem, ...] = ()


def read_tables(folders: Sequence[Path]) -> Mapping[str, Table]:
    """The tables in `folders` by their ids; the first of an id counts."""
    found: dict[str, Table] = {}
    for folder in folders:
        for path in _files(folder):
            table = read_table(path).table
            if table is not None:
                found.setdefault(table.id, table)
    return found


def read_table(path: Path) -> ReadTable:
    """Read and check the table at `path`.

    Raises:
        StoreError: the file is out of reach.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise StoreError(
            words(QT_TRANSLATE_NOOP("core", "{path} cannot be read."), path=path),
            words("{reason}", reason=error.strerror or type(error).__name__),
        ) from error
    report = Report(str(path))
    table = _read(data, report)
    problems = tuple(sorted(report.problems, key=lambda problem: problem.line))
    return ReadTable(None if problems else table, problems)


def _files(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from sorted(p for p in folder.iterdir() if p.suffix.lower() in SUFFIXES)


def _read(data: bytes, report: Report) -> Table | None:
    root = read_root(
        *(data, report),
        words(QT_TRANSLATE_NOOP("core", "This is not a table.")),
        words(QT_TRANSLATE_NOOP("core", "Begin with “id: …” and “columns:”.")),
    )
    if root is None:
        return None
    fields = Fields(root, TABLE_KEYS, report)
    if (fields.word("format") or FORMAT) != FORMAT:
        _unfit(fields, "format", fields.word("format") or "", (FORMAT,))
    columns = tuple(_columns(fields, report))
    if not columns:
        fields.report_missing("columns")
    return Table(
        id=fields.word("id", required=True) or "",
        name=read_said(fields, "name", report, required=True),
        columns=columns,
        note=read_said(fields, "note", report),
        retention=_retention(fields, report),
        setting=_setting(fields),
        lasting=_is_so(fields, "lasting"),
    )


def _columns(fields: Fields, report: Report) -> Iterator[Column]:
    seen: set[str] = set(RESERVED)
    for pairs in fields.mappings("columns"):
        own = Fields(pairs, COLUMN_KEYS, report)
        column_id = own.word("id", required=True) or ""
        plain = column_id.isascii() and column_id.replace("-", "_").isidentifier()
        if column_id in seen or not plain:
            own.report(
                own.line_of("id"),
                words(
                    QT_TRANSLATE_NOOP("core", "“{id}” is no id of a column here."),
                    id=column_id,
                ),
                words(
                    QT_TRANSLATE_NOOP(
                        "core", "Use Latin letters, digits and “_”, each name once."
                    )
                ),
                fatal=True,
            )
        seen.add(column_id)
        kind = read_word(own, "type", ColumnType, None)
        if kind is None:
            own.report_missing("type")
            continue
        yield _column(own, column_id, kind, report)


def _column(fields: Fields, column_id: str, kind: ColumnType, report: Report) -> Column:
    options = tuple(_options(fields, report))
    if (kind is ColumnType.CHOICE) != bool(options):
        fields.report_missing("options") if not options else _unfit(
            fields, "type", kind.value, (ColumnType.CHOICE.value,)
        )
    column = Column(
        id=column_id,
        type=kind,
        label=read_said(fields, "label", report, required=True),
        help=read_said(fields, "help", report),
        options=options,
        required=_is_so(fields, "required"),
        quick=_is_so(fields, "quick"),
        private=read_word(fields, "private", Private, None),
        usual=fields.word("usual") or "",
    )
    try:
        usual_cell(column, _ANY_MOMENT)
    except AnswerError as error:
        line = fields.line_of("usual")
        fields.report(line, _no_usual(column_id), error.hint, fatal=True)
    return column


def _no_usual(column_id: str) -> Words:
    told = QT_TRANSLATE_NOOP("core", "The “usual” of “{column}” does not fit it.")
    return words(told, column=column_id)


def _options(fields: Fields, report: Report) -> Iterator[Option]:
    for pairs in fields.mappings("options"):
        own = Fields(pairs, OPTION_KEYS, report)
        label = read_said(own, "label", report, required=True)
        yield Option(own.word("id", required=True) or "", label)


def _retention(fields: Fields, report: Report) -> Retention:
    pairs = fields.told_mapping("retention")
    if pairs is None:
        return Retention()
    own = Fields(pairs, RETENTION_KEYS, report)
    since = own.word("since") or "entry"
    if since not in ("entry", "change"):
        _unfit(own, "since", since, ("entry", "change"))
    return Retention(_days(own, "private"), _days(own, "rows"), since == "change")


def _days(fields: Fields, key: str) -> int | None:
    written = fields.word(key)
    if not written:
        return None
    if not (written.isascii() and written.isdigit() and int(written)):
        _unfit(fields, key, written, ("1 … 9999",))
        return None
    return int(written)


def _setting(fields: Fields) -> str:
    written = fields.word("setting") or ""
    if written and written not in _SETTINGS:
        _unfit(fields, "setting", written, _SETTINGS)
    return written


def _is_so(fields: Fields, key: str) -> bool:
    return (fields.word(key) or "").casefold() in _TRUE


def _unfit(fields: Fields, key: str, written: str, known: Sequence[str]) -> None:
    fields.report(
        fields.line_of(key),
        words(
            QT_TRANSLATE_NOOP("core", "“{written}” is no “{key}” of a table."),
            written=written,
            key=key,
        ),
        words(
            QT_TRANSLATE_NOOP("core", "Write one of these: {known}."),
            known=", ".join(known),
        ),
        fatal=True,
    )
