"""The columns of a sheet of rows: a table's own, and what every row has besides.

The titles are data of the table and no sentences of the program, so that whoever reads
a sheet by machine can rely on them, and an import knows them in either language.
"""

from collections.abc import Iterable, Iterator, Mapping

from qtdesk.core.checklists.texts import Text
from qtdesk.core.checklists.values import CHINA
from qtdesk.core.records import plain
from qtdesk.core.tables.asking import AGENT, DAY
from qtdesk.core.tables.cells import text_of
from qtdesk.core.tables.row import Row
from qtdesk.core.tables.table import Table

ID, SOURCE = "id", "source"
TITLES: Mapping[str, Text] = {
    DAY: Text("日期", "Day"),
    AGENT: Text("客服", "Agent"),
    SOURCE: Text("来自清单", "From list"),
    ID: Text("编号", "Id"),
}
"""What every row has besides its cells."""


def columns_of(table: Table) -> tuple[str, ...]:
    """Ids of a sheet's columns, in their order."""
    return (DAY, *table.by_id, AGENT, SOURCE, ID)


def titles(table: Table, language: str) -> list[str]:
    """The first line of a sheet."""
    return [_title(table, column).said(language) for column in columns_of(table)]


def titles_of(table: Table) -> dict[str, str]:
    """Titles in either language, and ids, as they are compared, to ids of columns."""
    known: dict[str, str] = {}
    for column in columns_of(table):
        title = _title(table, column)
        for said in (column, title.zh, title.en):
            known.setdefault(plain(said), column)
    return known


def lines(rows: Iterable[Row], table: Table, language: str) -> Iterator[list[str]]:
    """A line of a sheet for each row, in the order of `columns_of`."""
    for row in rows:
        yield [
            f"{row.made.astimezone(CHINA):%Y-%m-%d %H:%M}",
            *(
                text_of(column, row.cells.get(column.id), language)
                for column in table.columns
            ),
            row.agent,
            row.source,
            row.uid,
        ]


def _title(table: Table, column: str) -> Text:
    return TITLES[column] if column in TITLES else table.by_id[column].label
