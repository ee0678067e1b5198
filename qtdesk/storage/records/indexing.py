"""What an index keeps of each line of a segment: numbers only.

Names and order numbers become digests with a secret key, so that nothing can be read
out of an index, and nothing has to be taken out of it but rows.
"""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, BinaryIO, NamedTuple

from qtdesk.core.records import PERSONAL, plain
from qtdesk.storage.journal.lines import Piece
from qtdesk.storage.records.edits import record_named_in
from qtdesk.storage.records.segment import RECORDS, entries

END = 4
"""Characters at the end of an order number by which it is found too."""
_TRACE = 4096
"""Bytes before a place by which it is known again: some lines, whose names are unique.
Of one line the end may be that of many."""


class Row(NamedTuple):
    """What is kept of a record or a correction."""

    place: int
    """Where its line begins, in bytes."""
    nth: int
    """Which of the documents of that line it is."""
    record: int
    """Digest of the name of the record that it is, or that it corrects."""
    made: int
    """Seconds since 1970."""
    day: int | None
    """The agent's day as a number; None for a correction."""
    number: int | None
    ending: int | None
    buyer: int | None


class Digests:
    """Texts as numbers of 64 bits, other ones with every salt."""

    def __init__(self, salt: bytes) -> None:
        self._salt = salt

    def of(self, text: str) -> int:
        data = text.encode(errors="surrogatepass")
        digest = hashlib.blake2b(data, digest_size=8, key=self._salt).digest()
        return int.from_bytes(digest, "big", signed=True)

    def of_written(self, compared: str) -> int | None:
        """That of a name or number in its plain form; None where there is none."""
        return self.of(compared) if compared else None

    def of_end(self, compared: str) -> int | None:
        """That of the end of an order number in its plain form, if it has one."""
        return self.of(compared[-END:]) if len(compared) >= END else None


def rows_of(piece: Piece, digests: Digests) -> Iterator[Row]:
    """The rows for all records and corrections in `piece`."""
    for nth, (table, fields, place) in enumerate(entries(piece)):
        try:
            made = datetime.fromisoformat(str(fields.get("made")))
            when = int(made.timestamp())
        except (ValueError, OverflowError):
            # Not written by us; whoever checks the month finds it, nobody else.
            continue
        order = plain(str(fields.get("order") or ""))
        yield Row(
            place,
            nth,
            digests.of(record_named_in(table, fields)),
            when,
            made.toordinal() if table == RECORDS else None,
            digests.of_written(order),
            digests.of_end(order),
            digests.of_written(plain(_buyer(fields))),
        )


def trace(file: BinaryIO, place: int) -> bytes:
    """A digest by which `file` up to `place` is known again.

    Of the head, which differs whenever a segment was written anew, and of what is
    right before `place`.
    """
    file.seek(0)
    head = file.readline()
    file.seek(max(0, place - _TRACE))
    before = file.read(min(place, _TRACE))
    return hashlib.blake2b(head + before, digest_size=16).digest()


def _buyer(fields: Mapping[str, Any]) -> str:
    personal = fields.get(PERSONAL)
    buyer = personal.get("buyer") if isinstance(personal, Mapping) else ""
    return buyer if isinstance(buyer, str) else ""
