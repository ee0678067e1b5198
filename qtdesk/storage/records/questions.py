"""Questions over an index that is brought up to date, mended, or done without first.

Takes no lock of the files: they only grow, or are replaced as a whole.
"""

import contextlib
import itertools
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Lock
from typing import TypeVar

from qtdesk.core.errors import StoreError
from qtdesk.core.ports.records import Answer, Progress, Question
from qtdesk.core.records import KeptRecord
from qtdesk.core.words import QT_TRANSLATE_NOOP, Words, words
from qtdesk.storage.records.index import Index
from qtdesk.storage.records.lookup import DoubtError, LookUp
from qtdesk.storage.records.segment import segments_in

_T = TypeVar("_T")

_INDEX = "index.db"
_ATTEMPTS = 5
"""An index may be wrong, wrong again, damaged, without a file; then it is right."""
NO_LIMIT = 1 << 62


class Questions:
    """Answers about the segments of one folder; safe on any thread."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._one_at_a_time = Lock()
        self._index: Index | None = None

    def find(self, question: Question) -> Answer:
        """What matches `question`.

        Raises:
            StoreError: the segments cannot be read.
        """

        def ask(look: LookUp) -> Answer:
            found = look.matching(question)
            records = tuple(itertools.islice(found, question.limit))
            return Answer(records, next(found, None) is not None)

        return self._answer(ask, _to_the_end)

    def get(self, uid: str) -> KeptRecord | None:
        """The record of that name. Raises as `find`."""
        return self._answer(lambda look: look.named(uid), _to_the_end)

    def bring_up_to_date(self, progress: Progress) -> bool:
        """Read what was not read yet; False where `progress` broke it off."""
        told = []

        def watch(done: int, total: int) -> bool:
            told.append(progress(done, total))
            return told[-1]

        self._answer(lambda _: None, watch)
        return False not in told

    def close(self) -> None:
        """Give the index back; a later question opens it again."""
        with self._one_at_a_time:
            if self._index is not None:
                self._index.close()
                self._index = None

    def _answer(self, ask: Callable[[LookUp], _T], progress: Progress) -> _T:
        doubtful: set[str] = set()
        with self._one_at_a_time, in_words(self._folder):
            index = self._index = self._index or Index(self._folder / _INDEX)
            for _ in range(_ATTEMPTS):
                try:
                    while doubtful:
                        index.doubt(doubtful.pop())
                    index.bring_up_to_date(segments_in(self._folder), progress)
                    with LookUp(self._folder, index) as look:
                        return ask(look)
                except DoubtError as doubt:
                    doubtful.add(doubt.segment)
                except sqlite3.Error as error:
                    index.recover(error)
        changing = QT_TRANSLATE_NOOP("core", "They change faster than they are read.")
        raise unreadable(self._folder, words(changing))


@contextlib.contextmanager
def in_words(folder: Path) -> Iterator[None]:
    """Tell people of what keeps us from reading in `folder`.

    Raises:
        StoreError: in place of an `OSError`.
    """
    try:
        yield
    except OSError as error:
        reason = words("{reason}", reason=error.strerror or type(error).__name__)
        raise unreadable(folder, reason) from error


def unreadable(folder: Path, reason: Words) -> StoreError:
    """What to tell when the segments in `folder` cannot be read."""
    return StoreError(
        words(QT_TRANSLATE_NOOP("core", "The records of order checks cannot be read.")),
        reason,
        words(
            QT_TRANSLATE_NOOP(
                "core", "Look at {folder}: its files must be yours to read."
            ),
            folder=str(folder),
        ),
    )


def _to_the_end(done: int, total: int) -> bool:
    del done, total
    return True
