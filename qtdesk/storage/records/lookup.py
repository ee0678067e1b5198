"""Answers to questions: what an index guesses, looked at in the segments themselves."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO, Self

from qtdesk.core.ports.records import Question
from qtdesk.core.records import (
    Correction,
    KeptRecord,
    Record,
    correction_from,
    plain,
    record_from,
)
from qtdesk.storage.records.edits import record_named_in
from qtdesk.storage.records.index import Index, Place
from qtdesk.storage.records.indexing import END
from qtdesk.storage.records.segment import RECORDS, Entry, entries_at


class DoubtError(Exception):
    """What an index says of a segment is not what lies there."""

    def __init__(self, segment: str) -> None:
        super().__init__(segment)
        self.segment = segment


class LookUp:
    """Follows an index into the segments of one folder, for one question.

    To be used in a `with`, because it keeps segments open.
    """

    def __init__(self, folder: Path, index: Index) -> None:
        self._folder = folder
        self._index = index
        self._open = ExitStack()
        self._files: dict[str, BinaryIO] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def matching(self, question: Question) -> Iterator[KeptRecord]:
        """Records that match, the newest first; the limit is left to the caller.

        Raises:
            DoubtError: the index is wrong.
            OSError: a segment cannot be read.
        """
        for digest in self._index.matching(question):
            kept = self.record(digest)
            if kept is not None and matches(question, kept):
                yield kept

    def named(self, uid: str) -> KeptRecord | None:
        """The record of that name. Raises as `matching`."""
        kept = self.record(self._index.of_uid(uid))
        return kept if kept is not None and kept.original.uid == uid else None

    def record(self, digest: int) -> KeptRecord | None:
        """The record whose name has that digest; None where none can be read.

        Raises:
            DoubtError: the index is wrong.
            OSError: a segment cannot be read.
        """
        original: Record | None = None
        corrections: list[Correction] = []
        for place in self._index.places(digest):
            for entry in self._entries(place, digest):
                read = _read(entry)
                if isinstance(read, Correction):
                    corrections.append(read)
                elif original is None:
                    original = read
        if original is None:
            return None
        own = [each for each in corrections if each.record == original.uid]
        return KeptRecord(original, tuple(own))

    def _entries(self, place: Place, digest: int) -> list[Entry]:
        found = entries_at(self._file(place.segment), place.offset)
        named = (record_named_in(entry.table, entry.fields) for entry in found)
        about = [
            entry
            for entry, name in zip(found, named, strict=True)
            if self._index.of_uid(name) == digest
        ]
        if not about:
            raise DoubtError(place.segment)
        return about

    def _file(self, segment: str) -> BinaryIO:
        if segment not in self._files:
            try:
                file = self._open.enter_context((self._folder / segment).open("rb"))
            except FileNotFoundError as error:
                raise DoubtError(segment) from error
            self._files[segment] = file
        return self._files[segment]


def matches(question: Question, kept: KeptRecord) -> bool:
    """Whether the record is asked for by its number and its buyer."""
    return (not question.order or _has_number(plain(question.order), kept)) and (
        not question.buyer or _has_buyer(plain(question.buyer), kept)
    )


def _has_number(number: str, kept: KeptRecord) -> bool:
    own = [plain(order) for order in kept.orders]
    return number in own or (
        len(number) >= END and any(order.endswith(number) for order in own)
    )


def _has_buyer(buyer: str, kept: KeptRecord) -> bool:
    parts = (kept.original.personal, *(each.personal for each in kept.corrections))
    return any(part is not None and plain(part.buyer) == buyer for part in parts)


def _read(entry: Entry) -> Record | Correction | None:
    """None for what is not in our words: `months` tells of it."""
    try:
        if entry.table == RECORDS:
            return record_from(entry.fields)
        return correction_from(entry.fields)
    except ValueError:
        return None
