"""Folders of records for tests: a clock to be set, and what lies on the disk."""

from datetime import datetime
from pathlib import Path

from qtdesk.storage.journal.lines import Change, Line, read
from qtdesk.storage.records.kept import KeptRecords

MANY = 400
"""Records that a process adds which nobody kills."""


class Clock:
    """The agent's time, as the test sets it."""

    def __init__(self, time: datetime) -> None:
        self.time = time

    def __call__(self) -> datetime:
        return self.time


def opened(folder: Path, clock: Clock, *copies: Path) -> KeptRecords:
    return KeptRecords(folder, clock, lambda: copies)


def lines_of(path: Path) -> list[tuple[Change, ...]]:
    """The changes of each whole line of a segment."""
    with path.open("rb") as file:
        return [piece.changes for piece in read(file) if isinstance(piece, Line)]


def files_with(folder: Path, *texts: str) -> list[str]:
    """Names of all files below `folder` in which one of `texts` can be read."""
    forms = [form for text in texts for form in _forms(text)]
    return [
        path.relative_to(folder).as_posix()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and any(form in path.read_bytes() for form in forms)
    ]


def _forms(text: str) -> set[bytes]:
    escaped = text.encode("ascii", "backslashreplace")
    return {text.encode(), text.encode("utf-16-le"), escaped, text.encode("gb18030")}
