"""Size tables as YAML files, one for each kind of goods.

Reads and checks. A table with any problem is not used: a size that is wrong comes back
as a parcel.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from qtdesk.core.phrases import Problem
from qtdesk.core.sizes import Chart, Column, Measure, Row, SizeTable
from qtdesk.core.sizes.table import FROM, SIZE_KEYS, TO
from qtdesk.core.words import QT_TRANSLATE_NOOP, Words, words
from qtdesk.formats.fields import Fields
from qtdesk.formats.report import Report
from qtdesk.formats.yaml_nodes import Pairs
from qtdesk.formats.yaml_root import read_root

SUFFIX = ".yaml"
_KEYS = (
    *("id", "title", "example", "source", "as_of", "note"),
    *("phrase", "none", "together", "tables"),
)
_YES = ("true", "yes", "是")
_FEWEST_ROWS = 2


class SizeReading(NamedTuple):
    """What was read, and what is wrong with the rest."""

    tables: tuple[SizeTable, ...]
    problems: tuple[Problem, ...]


def read_size_tables(folders: Iterable[Path]) -> SizeReading:
    """The tables of all folders; of two with one id that of the earlier folder.

    A folder that is not there has no tables.
    """
    tables: dict[str, SizeTable] = {}
    problems: list[Problem] = []
    for folder in folders:
        for path in sorted(folder.glob(f"*{SUFFIX}")):
            report = Report(str(path))
            table = _table(path, report)
            problems += report.problems
            if table is not None and not report.problems:
                tables.setdefault(table.id, table)
    return SizeReading(tuple(tables.values()), tuple(problems))


def _table(path: Path, report: Report) -> SizeTable | None:
    try:
        data = path.read_bytes()
    except OSError:
        what = words(QT_TRANSLATE_NOOP("core", "{path} cannot be read."), path=path)
        report.add(0, what, fatal=True)
        return None
    root = read_root(
        *(data, report),
        words(QT_TRANSLATE_NOOP("core", "This is no size table.")),
        words(QT_TRANSLATE_NOOP("core", "Begin with “id: …” and “tables:”.")),
    )
    if root is None:
        return None
    fields = Fields(root, _KEYS, report)
    charts = tuple(_chart(pairs, report) for pairs in fields.mappings("tables"))
    if not charts:
        fields.report_missing("tables")
    name = fields.word("id", required=True) or ""
    if name != path.stem:
        fields.report(
            fields.line_of("id"),
            words(QT_TRANSLATE_NOOP("core", "The id is not the name of the file.")),
            words(QT_TRANSLATE_NOOP("core", "Write “id: {name}”."), name=path.stem),
        )
    return SizeTable(
        name,
        fields.word("title", required=True) or "",
        charts,
        fields.word("phrase", required=True) or "",
        fields.word("none", required=True) or "",
        fields.word("note", required=True) or "",
        fields.word("source", required=True) or "",
        fields.word("as_of", required=True) or "",
        example=fields.word("example") in _YES,
        together=fields.word("together") in _YES,
    )


def _chart(pairs: Pairs, report: Report) -> Chart:
    fields = Fields(pairs, ("title", "columns", "rows"), report)
    columns = tuple(_column(each, report) for each in fields.mappings("columns"))
    keys = [column.key for column in columns]
    rows = [Fields(each, keys, report) for each in fields.mappings("rows")]
    chart = Chart(
        fields.word("title", required=True) or "",
        columns,
        tuple(_row(each, keys) for each in rows),
    )
    _check(chart, fields, rows)
    return chart


def _column(pairs: Pairs, report: Report) -> Column:
    fields = Fields(pairs, ("key", "title", "unit"), report)
    return Column(
        fields.word("key", required=True) or "",
        fields.word("title", required=True) or "",
        fields.word("unit") or "",
    )


def _row(fields: Fields, keys: Sequence[str]) -> Row:
    return {key: fields.word(key, required=True) or "" for key in keys}


def _check(chart: Chart, fields: Fields, rows: Sequence[Fields]) -> None:
    """Report what keeps a chart from telling a size."""

    def tell(key: str, what: Words, remedy: Words) -> None:
        fields.report(fields.line_of(key), what, remedy)

    keys = {column.key for column in chart.columns}
    if not keys & set(SIZE_KEYS):
        tell(
            "columns",
            words(QT_TRANSLATE_NOOP("core", "No column names the size.")),
            words(
                QT_TRANSLATE_NOOP("core", "One has the key {keys}."),
                keys=", ".join(SIZE_KEYS),
            ),
        )
    if not chart.measures:
        tell(
            "columns",
            words(QT_TRANSLATE_NOOP("core", "No column has a measure.")),
            words(
                QT_TRANSLATE_NOOP("core", "One has the key {keys}."),
                keys=", ".join(Measure),
            ),
        )
    if len(rows) < _FEWEST_ROWS:
        tell(
            "rows",
            words(QT_TRANSLATE_NOOP("core", "A table has two sizes or more.")),
            words(QT_TRANSLATE_NOOP("core", "Add a row for each size.")),
        )
    for column in chart.columns:
        _check_figures(column.key, keys, rows)


def _check_figures(key: str, keys: set[str], rows: Sequence[Fields]) -> None:
    """Report a figure that is none, or that is not above the one in the row before."""
    name = key.removesuffix(FROM).removesuffix(TO)
    if name not in set(Measure):
        return
    pair = {f"{name}{FROM}", f"{name}{TO}"}
    if key in pair and not pair <= keys:
        rows[0].report(
            rows[0].line,
            words(
                QT_TRANSLATE_NOOP("core", "“{key}” stands without its other end."),
                key=key,
            ),
            words(
                QT_TRANSLATE_NOOP("core", "A range has {keys}."),
                keys=", ".join(sorted(pair)),
            ),
        )
    figures = [_figure(row, key) for row in rows]
    for (one, other), row in zip(pairwise(figures), rows[1:], strict=False):
        if one is not None and other is not None and other < one:
            _tell_figure(
                row,
                key,
                QT_TRANSLATE_NOOP("core", "“{key}” is less than in the row before."),
                QT_TRANSLATE_NOOP("core", "Sizes stand from small to large."),
            )


def _figure(row: Fields, key: str) -> float | None:
    written = row.word(key) or ""
    try:
        return float(written)
    except ValueError:
        _tell_figure(
            row,
            key,
            QT_TRANSLATE_NOOP("core", "“{key}” is no number."),
            QT_TRANSLATE_NOOP("core", "Write a figure without its unit."),
        )
        return None


def _tell_figure(row: Fields, key: str, what: str, remedy: str) -> None:
    row.report(row.line_of(key), words(what, key=key), words(remedy))
