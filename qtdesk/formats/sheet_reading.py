"""Sheets that come from others, line by line as texts: CSV, and XLSX by calamine.

What a spreadsheet takes for a number or a day comes as people would write it. A file
that is too large, or is no sheet, is refused before anything of it is used.
"""

import csv
import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from qtdesk.core.errors import StoreError
from qtdesk.core.words import QT_TRANSLATE_NOOP, words
from qtdesk.formats.sheets import no_format, unguarded

MOST_BYTES = 64 << 20
"""Of a file, and sixteen times as much of what is packed in it."""
MOST_LINES = 300_000
_UNPACKED = 16
_ENCODINGS = ("utf-8-sig", "utf-16", "gb18030")
"""Tried in this order; Excel in China writes the last one unless it is told."""

Line = tuple[int, list[str]]


def read_sheet(path: Path) -> list[Line]:
    """The lines of the first sheet with their numbers, counted from 1.

    Raises:
        StoreError: it is out of reach, too large, or no sheet.
    """
    read = _READERS.get(path.suffix.lower())
    if read is None:
        raise no_format(path)
    try:
        data = path.read_bytes() if path.stat().st_size <= MOST_BYTES else None
    except OSError as error:
        raise StoreError(
            words(QT_TRANSLATE_NOOP("core", "{path} cannot be read."), path=path),
            words("{reason}", reason=error.strerror or type(error).__name__),
            words(
                QT_TRANSLATE_NOOP(
                    "core", "Check that it is there and that you may open it."
                )
            ),
        ) from error
    if data is None:
        raise _too_large(path)
    lines: list[Line] = []
    for line in read(path, data):
        if len(lines) > MOST_LINES:
            raise _too_large(path)
        lines.append(line)
    return lines


def _read_csv(path: Path, data: bytes) -> Iterator[Line]:
    text = _text_of(path, data)
    head = text.partition("\n")[0]
    # Excel writes semicolons where the comma divides numbers, and tabs into "Unicode".
    separator = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    number = 1
    try:
        for cells in reader:
            yield number, [unguarded(cell) for cell in cells]
            number = reader.line_num + 1
    except csv.Error as error:
        raise _no_sheet(path) from error


def _text_of(path: Path, data: bytes) -> str:
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in _ENCODINGS:
        if (encoding == "utf-16") != marked:
            continue
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise _no_sheet(path)


def _read_xlsx(path: Path, data: bytes) -> Iterator[Line]:
    # Only an import needs it.
    from python_calamine import (  # noqa: PLC0415
        CalamineError,
        CalamineWorkbook,
    )

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            whole = sum(each.file_size for each in archive.infolist())
        if whole > MOST_BYTES * _UNPACKED:
            raise _too_large(path)
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheet = book.get_sheet_by_index(0)
        lines = sheet.to_python(skip_empty_area=False)
    except (CalamineError, zipfile.BadZipFile, IndexError, ValueError) as error:
        raise _no_sheet(path) from error
    for number, cells in enumerate(lines, 1):
        yield number, [_written(cell) for cell in cells]


_READERS = {".csv": _read_csv, ".xlsx": _read_xlsx}


def _written(cell: Any) -> str:  # noqa: PLR0911 - one for each kind
    match cell:
        case str():
            return cell
        case bool():
            return "yes" if cell else "no"
        case float() if cell.is_integer():
            return f"{cell:.0f}"
        case int() | float():
            return str(cell)
        case datetime():
            return f"{cell:%Y-%m-%d %H:%M}"
        case date():
            return cell.isoformat()
        case time() | timedelta():
            return str(cell)
        case _:
            return ""


def _too_large(path: Path) -> StoreError:
    return StoreError(
        words(QT_TRANSLATE_NOOP("core", "{name} is too large."), name=path.name),
        hint=words(
            QT_TRANSLATE_NOOP("core", "Divide it into files of {most} lines."),
            most=MOST_LINES,
        ),
    )


def _no_sheet(path: Path) -> StoreError:
    return StoreError(
        words(QT_TRANSLATE_NOOP("core", "{name} is no table."), name=path.name),
        hint=words(
            QT_TRANSLATE_NOOP(
                "core", "Save it as CSV (UTF-8) or as an Excel workbook (.xlsx)."
            )
        ),
    )
