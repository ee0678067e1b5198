"""Records as files for other programs: CSV that Excel reads, and XLSX.

No cell is ever taken for a formula, and no order number for a number: Excel would
show the last digits of a long one as zeros. The file is whole or not there.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from qtdesk.core.errors import StoreError
from qtdesk.core.records import KeptRecord
from qtdesk.core.words import QT_TRANSLATE_NOOP, words
from qtdesk.formats.record_table import COLUMNS, rows, titles

Row = list[str]

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
"""How a cell begins that a program may take for a formula."""
_NUMBER = re.compile(r"[\d.,/:eE -]*\d[\d.,/:eE -]*")
"""What a program may take for a number or a date, and write in its own way."""
_OWN = [column.own for column in COLUMNS]


def write_records(
    path: Path, records: Iterable[KeptRecord], language: str, *, unmasked: bool
) -> int:
    """Write `records` to `path` in the format that its suffix names; how many.

    Raises:
        StoreError: there is no such format, or the file could not be written.
    """
    write = FORMATS.get(path.suffix.lower())
    if write is None:
        raise StoreError(
            words(QT_TRANSLATE_NOOP("core", "{name} has no known format."), name=path),
            hint=words(
                QT_TRANSLATE_NOOP("core", "Tables of records end in {suffixes}."),
                suffixes=", ".join(FORMATS),
            ),
        )
    made = [
        list(map(_printable, row)) for row in rows(records, language, unmasked=unmasked)
    ]
    with _whole(path) as part:
        write(part, titles(language), made)
    return len(made)


def _write_csv(path: Path, head: Row, body: Iterable[Row]) -> None:
    # With the mark, without which Excel reads Chinese as something else.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL)
        writer.writerow(head)
        for row in body:
            writer.writerow(map(_guarded, row, _OWN))


def _write_xlsx(path: Path, head: Row, body: Iterable[Row]) -> None:
    # A quarter of a second to load, and only this needs it.
    import xlsxwriter  # noqa: PLC0415

    # In memory, because temporary files are no place for names; 7,800 rows need 40 MB.
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet()
        sheet.freeze_panes(1, 0)
        for number, column in enumerate(COLUMNS):
            sheet.set_column(number, number, column.width)
            sheet.write_string(0, number, head[number], bold)
        for line, row in enumerate(body, 1):
            for number, cell in enumerate(row):
                # As text, whatever it looks like.
                sheet.write_string(line, number, cell)
    path.write_bytes(made.getvalue())


FORMATS: dict[str, Callable[[Path, Row, Iterable[Row]], None]] = {
    ".csv": _write_csv,
    ".xlsx": _write_xlsx,
}
"""Writer by suffix."""


def _guarded(cell: str, own: bool) -> str:
    """`cell` so that it is shown as it is written."""
    if own:
        return cell
    if _FORMULA.match(cell):
        return f"'{cell}"
    # A tab is not seen, and makes a text of it.
    return f"\t{cell}" if _NUMBER.fullmatch(cell) else cell


def _printable(cell: str) -> str:
    """Without half surrogate pairs, which no file can hold."""
    return cell.encode(errors="replace").decode()


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """A place to write to; `path` is there once all went well, and never in part."""
    part = path.with_name(path.name + ".part")
    try:
        yield part
        part.replace(path)
    except OSError as error:
        raise StoreError(
            words(QT_TRANSLATE_NOOP("core", "{name} could not be written."), name=path),
            words("{reason}", reason=error.strerror or type(error).__name__),
            words(
                QT_TRANSLATE_NOOP(
                    "core", "Close it where it is open, or choose another place."
                )
            ),
        ) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
