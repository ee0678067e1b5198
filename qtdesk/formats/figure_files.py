"""Figures of audits as files for other programs; see `sheets`."""

from collections.abc import Sequence
from pathlib import Path

from qtdesk.core.audit.telling import ONLY_RECORDED, Told, cells, heads
from qtdesk.formats.sheets import Head, write_sheet

_WIDTHS = (24, 36)
_WIDTH = 12
_TEXTS = 2
"""Columns before the numbers, which are the only ones of our own making."""


def write_figures(
    path: Path, told: Sequence[Told], language: str, *, compared: bool
) -> int:
    """Write `told` to `path` in the format that its suffix names; how many lines.

    The last line says what these figures are of.

    Raises:
        StoreError: there is no such format, or the file could not be written.
    """
    titles = heads(language, compared=compared)
    columns = [
        Head(title, _WIDTHS[place] if place < _TEXTS else _WIDTH, place >= _TEXTS)
        for place, title in enumerate(titles)
    ]
    lines = cells(told, language, compared=compared)
    note = [ONLY_RECORDED.said(language), *[""] * (len(titles) - 1)]
    write_sheet(path, columns, [*lines, note])
    return len(lines)
