"""A second copy of each month, beside the agent's other backups, and the way back.

A month whose file is not sound keeps the copy it has: what is damaged never takes the
place of what is good. The way back adds what is missing and replaces nothing.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from qtdesk.core.errors import StoreError
from qtdesk.core.words import QT_TRANSLATE_NOOP, words
from qtdesk.storage.atomic import write_atomically
from qtdesk.storage.journal.lines import read
from qtdesk.storage.records.months import states_of
from qtdesk.storage.records.segment import Entry, entries, segments_in


def copy_months(folder: Path, copies: Path) -> int:
    """Bring `copies` up to date with the segments in `folder`; how many it took.

    Raises:
        StoreError: one could not be written, or came back other than it was.
        OSError: one cannot be read.
    """
    behind = [path for path in segments_in(folder) if _is_behind(path, copies)]
    return sum(_copy(path, copies / path.name) for path in behind)


def missing_entries(folder: Path, copies: Sequence[Path]) -> Iterator[Entry]:
    """Records and corrections that are in a copy, and cannot be read in `folder`.

    Raises:
        OSError: a segment cannot be read.
    """
    there = {_uid(entry) for entry in _entries_in(folder)}
    for place in copies:
        for entry in _entries_in(place):
            if _uid(entry) not in there:
                there.add(_uid(entry))
                yield entry


def _is_behind(path: Path, copies: Path) -> bool:
    # A segment grows, or is taken something out of, together with its copy.
    try:
        return path.stat().st_size != (copies / path.name).stat().st_size
    except FileNotFoundError:
        return True


def _copy(path: Path, copy: Path) -> bool:
    (state,) = (each for each in states_of([path]) if each.month == path.stem)
    if not state.sound:
        return False
    data = path.read_bytes()
    write_atomically(copy, data)
    if copy.read_bytes() != data:
        copy.unlink()
        raise StoreError(
            words(
                QT_TRANSLATE_NOOP(
                    "core", "The backup {name} came back other than it was written."
                ),
                name=copy.name,
            ),
            hint=words(
                QT_TRANSLATE_NOOP(
                    "core", "The disk of {folder} may be failing: have it checked."
                ),
                folder=copy.parent,
            ),
        )
    return True


def _entries_in(folder: Path) -> Iterator[Entry]:
    for path in segments_in(folder):
        with path.open("rb") as file:
            for piece in read(file):
                yield from entries(piece)


def _uid(entry: Entry) -> str:
    return str(entry.fields.get("uid", ""))
