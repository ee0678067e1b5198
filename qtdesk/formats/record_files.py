"""Records as files for other programs: CSV that Excel reads, and XLSX."""

from collections.abc import Iterable
from pathlib import Path

from qtdesk.core.records import KeptRecord
from qtdesk.formats.record_table import COLUMNS, rows, titles
from qtdesk.formats.sheets import Head, write_sheet


def write_records(
    path: Path, records: Iterable[KeptRecord], language: str, *, unmasked: bool
) -> int:
    """Write `records` to `path` in the format that its suffix names; how many.

    Raises:
        StoreError: there is no such format, or the file could not be written.
    """
    heads = [
        Head(title, column.width, column.own)
        for title, column in zip(titles(language), COLUMNS, strict=True)
    ]
    return write_sheet(path, heads, list(rows(records, language, unmasked=unmasked)))
