"""Sheets of texts for other programs: CSV that Excel reads, and XLSX.

No cell is ever taken for a formula, and no order number for a number: Excel would
show the last digits of a long one as zeros. The file is whole or not there.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from qtdesk.core.errors import StoreError
from qtdesk.core.words import QT_TRANSLATE_NOOP, words

Line = list[str]

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]|'")
"""How a cell begins that a program may take for a formula, or for one that we guard."""
_NUMBER = re.compile(r"[\d.,/:eE -]*\d[\d.,/:eE -]*")
"""What a program may take for a number or a date, and write in its own way."""


class Head(NamedTuple):
    """A column of a sheet."""

    title: str
    width: int = 16
    """In characters, for programs that want to be told."""
    own: bool = False
    """Whether its texts are made by us, so that nothing in them can be a formula."""


def write_sheet(path: Path, heads: Sequence[Head], body: Sequence[Line]) -> int:
    """Write `body` below `heads` in the format that the suffix names; how many lines.

    Raises:
        StoreError: there is no such format, or the file could not be written.
    """
    write = FORMATS.get(path.suffix.lower())
    if write is None:
        raise no_format(path)
    with _whole(path) as part:
        write(part, heads, [list(map(_printable, line)) for line in body])
    return len(body)


def no_format(path: Path) -> StoreError:
    """The suffix of `path` names nothing that is known."""
    return StoreError(
        words(QT_TRANSLATE_NOOP("core", "{name} has no known format."), name=path),
        hint=words(
            QT_TRANSLATE_NOOP("core", "Tables of records end in {suffixes}."),
            suffixes=", ".join(FORMATS),
        ),
    )


def unguarded(cell: str) -> str:
    """A cell of a CSV file as it was before it was written there."""
    if cell.startswith("\t") and _NUMBER.fullmatch(cell[1:]):
        return cell[1:]
    if cell.startswith("'") and _FORMULA.match(cell[1:]):
        return cell[1:]
    return cell


def _write_csv(path: Path, heads: Sequence[Head], body: Sequence[Line]) -> None:
    # With the mark, without which Excel reads Chinese as something else.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_ALL)
        writer.writerow(head.title for head in heads)
        own = [head.own for head in heads]
        for line in body:
            writer.writerow(map(_guarded, line, own))


def _write_xlsx(path: Path, heads: Sequence[Head], body: Sequence[Line]) -> None:
    # A quarter of a second to load, and only this needs it.
    import xlsxwriter  # noqa: PLC0415

    # In memory, because temporary files are no place for names; 7,800 rows need 40 MB.
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet()
        sheet.freeze_panes(1, 0)
        for number, head in enumerate(heads):
            sheet.set_column(number, number, head.width)
            sheet.write_string(0, number, head.title, bold)
        for place, line in enumerate(body, 1):
            for number, cell in enumerate(line):
                # As text, whatever it looks like.
                sheet.write_string(place, number, cell)
    path.write_bytes(made.getvalue())


FORMATS: dict[str, Callable[[Path, Sequence[Head], Sequence[Line]], None]] = {
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
