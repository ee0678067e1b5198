"""Taking an order, or what is personal and old, out of every file there is.

Also out of copies in our own backups. What is to be forgotten is written down first,
so that what breaks off in the middle is finished later. Locks nothing.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from qtdesk.core.ports.records import Removed
from qtdesk.core.records import KeptRecord, Personal
from qtdesk.storage.atomic import write_atomically
from qtdesk.storage.journal.lines import Mark, decode, encode
from qtdesk.storage.records.edits import Edit, Forgetting
from qtdesk.storage.records.rewriting import Count, rewrite
from qtdesk.storage.records.segment import (
    CORRECTIONS,
    RECORDS,
    NewerSegmentError,
    mark_in,
    segments_in,
)

_INTENT = "forgetting"
"""The file that says what is being forgotten, and its mark; gone when it is done."""
_TELLING = 4
"""Characters that a value must have to recognise a damaged piece by it."""


def forgetting_of(order: str, found: Sequence[KeptRecord]) -> Forgetting:
    """What takes `order` and the records of it that were found out of a segment."""
    uids = {kept.original.uid for kept in found}
    orders = {order.strip(), *(number for kept in found for number in kept.orders)}
    values = {value for kept in found for value in _personal_values(kept)}
    return Forgetting(frozenset(orders), frozenset(uids), frozenset(values))


def write_down(folder: Path, edit: Forgetting) -> None:
    """Say in `folder` what is being forgotten.

    Raises:
        StoreError: it could not be written.
    """
    values = {name: sorted(getattr(edit, name)) for name in _PARTS}
    write_atomically(folder / _INTENT, encode(1, [Mark(_INTENT, values)]))


def unfinished(folder: Path) -> Forgetting | None:
    """What was being forgotten when the program ended in the middle of it.

    Raises:
        OSError: it cannot be read.
    """
    try:
        line = decode((folder / _INTENT).read_bytes().removesuffix(b"\n"))
    except FileNotFoundError:
        return None
    mark = mark_in(line, _INTENT)
    if mark is None:
        return None
    return Forgetting(*(frozenset(mark.values[name]) for name in _PARTS))


def done(folder: Path) -> None:
    """Nothing is being forgotten any more.

    Raises:
        OSError: the file cannot be deleted.
    """
    (folder / _INTENT).unlink(missing_ok=True)


_PARTS = ("orders", "uids", "personal")


def carry_out(edit: Edit, folders: Sequence[Path], now: datetime) -> Removed:
    """Apply `edit` to all segments in `folders`; the first is the one in use.

    Raises:
        StoreError: one could not be written; those before it are done.
        OSError: one cannot be read, or what was left of one not be deleted.
    """
    ours, copies = Count(), Count()
    files, out_of_reach = 0, []
    for folder in folders:
        sum_of = ours if folder == folders[0] else copies
        sweep(folder)
        for path in segments_in(folder):
            try:
                count = rewrite(path, edit, now)
            except NewerSegmentError:
                out_of_reach.append(path.name)
                continue
            files += bool(count)
            sum_of.add(count)
    # Copies hold the same once more: they count as files, and not as records.
    mentions = isinstance(edit, Forgetting)
    counted = ours.gone if mentions else ours.altered
    return Removed(
        counted[RECORDS],
        counted[CORRECTIONS],
        ours.altered.total() if mentions else 0,
        ours.damaged,
        files,
        tuple(out_of_reach),
    )


def sweep(folder: Path) -> None:
    """Delete what a program that was killed had begun to write.

    Raises:
        OSError: the folder cannot be read, or a file not be deleted.
    """
    for path in folder.glob("*.tmp"):
        path.unlink()


def _personal_values(kept: KeptRecord) -> Iterator[str]:
    parts = (kept.original.personal, *(each.personal for each in kept.corrections))
    for part in filter(None, parts):
        yield from filter(lambda text: len(text) >= _TELLING, _told(part))


def _told(part: Personal) -> tuple[str, ...]:
    return (part.buyer, part.phone, part.address)
