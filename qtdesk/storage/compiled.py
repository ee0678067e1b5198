"""The last good edition of a book, ready to be opened within milliseconds.

A copy that can be thrown away: what is damaged, or of another format, counts as
missing and is made anew from the source.
"""

import json
import struct
import zlib
from pathlib import Path
from typing import Any, NamedTuple

from qtdesk import __version__
from qtdesk.core.phrases import Book, PhraseColumns, Problem, Promotion, Stage
from qtdesk.core.words import Words
from qtdesk.storage.atomic import write_atomically

_MAGIC = b"qtdbook1"
# Magic with format number, then length and CRC-32 of the header; columns follow and
# bring a checksum of their own.
_HEAD = struct.Struct("<8sII")


class Stamp(NamedTuple):
    """How a file of a source was when it was read."""

    path: str
    mtime_ns: int
    size: int


class Edition(NamedTuple):
    """A good book with the state of the files it was read from."""

    source: str
    stamps: tuple[Stamp, ...]
    book: Book


def write_edition(path: Path, edition: Edition) -> None:
    """Keep `edition` at `path`.

    Raises:
        StoreError: it could not be written; an older one is as it was.
    """
    book = edition.book
    header = json.dumps(
        {
            "made_by": __version__,
            "source": edition.source,
            "stamps": edition.stamps,
            "book": [book.id, book.title, book.locale, book.version],
            "stages": [[stage.key, stage.title] for stage in book.stages],
            "problems": [_from_problem(problem) for problem in book.problems],
            "promotion": book.promotion,
        }
    ).encode()
    phrases = book.phrases
    if not isinstance(phrases, PhraseColumns):
        phrases = PhraseColumns.of(phrases)
    head = _HEAD.pack(_MAGIC, len(header), zlib.crc32(header))
    write_atomically(path, head + header + phrases.to_bytes())


def read_edition(path: Path) -> Edition | None:
    """The edition at `path`, or None where there is none that can be trusted.

    One made by another version of qtdesk has no stamps, so that it serves until the
    source was read again.
    """
    try:
        return _parse(path.read_bytes())
    except (OSError, ValueError, KeyError, TypeError, struct.error):
        return None


def _parse(data: bytes) -> Edition:
    magic, length, checksum = _HEAD.unpack_from(data)
    header = data[_HEAD.size : _HEAD.size + length]
    if magic != _MAGIC or zlib.crc32(header) != checksum:
        raise ValueError("not an edition, or damaged")
    told = json.loads(header)
    columns = PhraseColumns.from_bytes(data[_HEAD.size + length :])
    stamps = told["stamps"] if told["made_by"] == __version__ else []
    book_id, title, locale, version = told["book"]
    book = Book(
        book_id,
        title,
        locale,
        version,
        tuple(Stage(key, name) for key, name in told["stages"]),
        columns,
        tuple(_to_problem(problem) for problem in told["problems"]),
        Promotion(*told["promotion"]) if told["promotion"] else None,
    )
    return Edition(told["source"], tuple(Stamp(*stamp) for stamp in stamps), book)


def _from_problem(problem: Problem) -> dict[str, Any]:
    return {
        "place": [problem.file, problem.line, problem.phrase],
        "what": [problem.what.template, dict(problem.what.values)],
        "remedy": [problem.remedy.template, dict(problem.remedy.values)],
        "fatal": problem.fatal,
    }


def _to_problem(told: dict[str, Any]) -> Problem:
    file, line, phrase = told["place"]
    what, remedy = Words(*told["what"]), Words(*told["remedy"])
    return Problem(file, line, phrase, what, remedy, told["fatal"])
