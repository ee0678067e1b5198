"""Reads a whole journal: its tables, what it says of itself, and what is wrong in it.

Looks only: what is damaged, of a later version, or not there is told, not mended.
"""

from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from qtdesk.storage.durable import patiently
from qtdesk.storage.journal.contents import Tables, apply
from qtdesk.storage.journal.lines import (
    FORMAT,
    Damaged,
    Foreign,
    Line,
    Mark,
    Report,
    Torn,
    read,
)

HEAD = "journal"
"""The mark in which a journal tells its format, its schema and who it is."""


@dataclass
class Contents:
    """All that a file has to say."""

    tables: Tables = field(default_factory=dict)
    report: Report = field(default_factory=Report)
    head: dict[str, Any] = field(default_factory=dict)
    """The latest values under each name in a mark `HEAD`."""
    broken: list[bytes] = field(default_factory=list)
    """Pieces that are no line."""
    size: int = 0
    """Length of the file, in bytes."""
    identity: tuple[int, int] = (0, 0)
    """Device and number of the file; other for one that was put in its place."""

    @property
    def found(self) -> bool:
        """Whether there is anything to go by."""
        return bool(self.report.lines)

    @property
    def schema(self) -> int:
        """How the tables are laid out; 0 where no line says so."""
        return int(self.head.get("schema", 0))

    @property
    def of_later_version(self) -> bool:
        """Whether writing here would harm what this version does not understand."""
        return bool(self.report.foreign) or int(self.head.get("format", 0)) > FORMAT


def read_contents(path: Path) -> Contents:
    """What is in the file at `path`; nothing for a missing one.

    Raises:
        OSError: it is there and cannot be read.
    """
    contents = Contents()
    try:
        file = patiently(lambda: path.open("rb"))
    except FileNotFoundError:
        return contents
    with file:
        state = path.stat()
        contents.identity = (state.st_dev, state.st_ino)
        _collect(file, contents)
        contents.size = file.tell()
    return contents


def contents_of(data: bytes) -> Contents:
    """What `data`, the bytes of a journal, tell."""
    contents = Contents(size=len(data))
    _collect(BytesIO(data), contents)
    return contents


def _collect(file: BinaryIO, contents: Contents) -> None:
    lines: list[Line] = []
    for piece in read(file, contents.report):
        match piece:
            case Line():
                lines.append(piece)
            case Damaged(_, data) | Torn(_, data):
                contents.broken.append(data)
            case Foreign():
                pass
    if contents.report.out_of_sequence:
        # Blocks that changed places, or a copy of lines that were there already.
        lines.sort(key=lambda line: line.sequence)
    for line in lines:
        apply(contents.tables, line.changes)
        for change in line.changes:
            if isinstance(change, Mark) and change.name == HEAD:
                contents.head.update(change.values)
