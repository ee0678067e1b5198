"""Ten thousand phrases in a few megabytes: one joined string per field.

Holds the phrases of one book; `Phrase` objects are made on access only. Knows nothing
of files: `to_bytes` and `from_bytes` are for whoever keeps them.

What a search may rely on:

- `ids`, `stages`, `situations`, `titles`, `texts`, `codes` and `keywords` are `str`
  objects in phrase order, every phrase's field followed by `PHRASE_END`, also an empty
  one: `columns.titles.count(PHRASE_END) == len(columns)`.
- `start_of("titles")` gives where each phrase's field begins, rising; the field ends
  before the next `PHRASE_END`. `bisect_right(starts, position) - 1` is the phrase that
  a match at `position` belongs to.
- `texts` has `PART_END` between the variants of one phrase.
- `keywords` has `PART_END` between keywords. Tags follow behind a doubled `PART_END`:
  `kw␞kw␞␞tag␞tag`, `kw␞kw` without tags, `␞␞tag` without keywords. No keyword or tag
  is empty, so splitting at `PART_END` and skipping empty parts gives both kinds.
- `terms` say how a phrase may be used, for nearly all of them nothing; see
  `terms.as_terms`.
- Neither separator, nor half of a surrogate pair, occurs in a field. Nothing is folded
  or normalised: the fields are as the book has them.
- Positions are Python characters, not Qt's UTF-16 units. All of it is immutable, may be
  read from any thread, and must not be written to.
"""

import struct
import sys
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice, pairwise
from typing import Final, NamedTuple, overload

from qtdesk.core.phrases.phrase import Phrase
from qtdesk.core.phrases.picture import Picture
from qtdesk.core.phrases.terms import as_terms, picture_among, terms_of

PHRASE_END = "\x1f"
PART_END = "\x1e"
_TAGS = PART_END * 2

# Magic with format number, and the CRC-32 of all that follows: the number of phrases
# with the UTF-8 lengths of book id and fields, these texts, and where phrases start.
_HEAD = struct.Struct("<8sI")
_SIZES = struct.Struct("<10I")
_MAGIC = b"qtdcol2\n"


class Row(NamedTuple):
    """One string per field: of one phrase, or joined for all of them."""

    ids: str
    stages: str
    situations: str
    titles: str
    texts: str
    codes: str
    keywords: str
    terms: str


class PhraseColumns(Sequence[Phrase]):
    """The phrases of one book, stored by field."""

    __slots__ = ("_checksum", "_columns", "_starts", "book", *Row._fields)

    def __init__(self, book: str, joined: Row, starts: Sequence["array[int]"]) -> None:
        """Take over finished columns; see `of` and `from_bytes`."""
        self.book: Final = book
        self.ids: Final = joined.ids
        self.stages: Final = joined.stages
        self.situations: Final = joined.situations
        self.titles: Final = joined.titles
        self.texts: Final = joined.texts
        self.codes: Final = joined.codes
        self.keywords: Final = joined.keywords
        self.terms: Final = joined.terms
        self._starts: Final = dict(zip(Row._fields, starts, strict=True))
        self._columns: Final = tuple(zip(joined, starts, strict=True))
        self._checksum: int | None = None

    @classmethod
    def of(cls, phrases: Iterable[Phrase]) -> "PhraseColumns":
        """Store `phrases`, all of one book.

        Raises:
            ValueError: two books, a phrase without text, an empty keyword or tag, or a
                character that cannot be stored.
        """
        rows = []
        books = set()
        for phrase in phrases:
            books.add(phrase.book)
            rows.append(_row(phrase))
        if len(books) > 1:
            raise ValueError("phrases of several books")
        columns = zip(*rows, strict=True) if rows else [()] * len(Row._fields)
        joined = Row(*map(_join, columns))
        return cls("".join(books), joined, [_starts(field) for field in joined])

    def start_of(self, field: str) -> "array[int]":
        """Where each phrase's `field`, such as "titles", begins in the joined string.

        Raises:
            KeyError: there is no such field.
        """
        return self._starts[field]

    @property
    def checksum(self) -> int:
        """CRC-32 of all of it, known at once for what `from_bytes` opened."""
        if self._checksum is None:
            self.to_bytes()
        return self._checksum or 0

    def index_of(self, phrase_id: str) -> int | None:
        """Position of the phrase with this id, or None."""
        wanted = phrase_id + PHRASE_END
        if self.ids.startswith(wanted):
            return 0
        found = self.ids.find(PHRASE_END + wanted)
        if found < 0:
            return None
        return bisect_left(self._starts["ids"], found + 1)

    def pictures(self) -> tuple[Picture, ...]:
        """All pictures that are carried, each once, in the order of the phrases."""
        said = (terms for terms in self.terms.split(PHRASE_END) if terms)
        found = (picture_among(_parts(terms)) for terms in said)
        return tuple(dict.fromkeys(each for each in found if each is not None))

    def rows(self) -> Iterator[Row]:
        """All phrases as raw rows, quicker than as `Phrase` objects."""
        split = (getattr(self, field).split(PHRASE_END) for field in Row._fields)
        return islice(map(Row._make, zip(*split, strict=True)), len(self))

    @overload
    def __getitem__(self, index: int) -> Phrase: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Phrase, ...]: ...
    def __getitem__(self, index: int | slice) -> Phrase | tuple[Phrase, ...]:
        if isinstance(index, slice):
            return tuple(self[i] for i in range(*index.indices(len(self))))
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError(index)
        return self._made(index)

    def __iter__(self) -> Iterator[Phrase]:
        return map(self._phrase, self.rows())

    def __len__(self) -> int:
        return len(self._starts["ids"])

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, PhraseColumns):
            return NotImplemented
        return self.book == other.book and self._joined() == other._joined()

    def __hash__(self) -> int:
        return hash((self.book, self.ids))

    def __repr__(self) -> str:
        return f"<{len(self)} phrases of {self.book!r}>"

    def _joined(self) -> Row:
        return Row(*(getattr(self, field) for field in Row._fields))

    def _made(self, index: int) -> Phrase:
        """One phrase; fifty of them are made at each key press."""
        ids, stages, situations, titles, texts, codes, keywords, terms = [
            joined[starts[index] : joined.index(PHRASE_END, starts[index])]
            for joined, starts in self._columns
        ]
        words, _, tags = keywords.partition(_TAGS)
        return Phrase(
            *(self.book, ids, stages, situations, titles),
            tuple(texts.split(PART_END)),
            codes,
            tuple(words.split(PART_END)) if words else (),
            tuple(tags.split(PART_END)) if tags else (),
            *terms_of(tuple(terms.split(PART_END)) if terms else ()),
        )

    def _phrase(self, row: Row) -> Phrase:
        keywords, _, tags = row.keywords.partition(_TAGS)
        return Phrase(
            self.book,
            row.ids,
            row.stages,
            row.situations,
            row.titles,
            tuple(row.texts.split(PART_END)),
            row.codes,
            _parts(keywords),
            _parts(tags),
            *terms_of(_parts(row.terms)),
        )

    def to_bytes(self) -> bytes:
        """All of it, for `from_bytes` on any machine."""
        texts = [text.encode() for text in (self.book, *self._joined())]
        sizes = _SIZES.pack(len(self), *map(len, texts))
        body = b"".join((sizes, *texts, *map(_little_endian, self._starts.values())))
        self._checksum = zlib.crc32(body)
        return _HEAD.pack(_MAGIC, self._checksum) + body

    @classmethod
    def from_bytes(cls, data: bytes) -> "PhraseColumns":
        """Open what `to_bytes` made, without looking at single phrases.

        Raises:
            ValueError: the bytes are damaged, or of another format.
        """
        try:
            magic, checksum = _HEAD.unpack_from(data)
            body = memoryview(data)[_HEAD.size :]
            if magic != _MAGIC or zlib.crc32(body) != checksum:
                raise ValueError("not phrase columns, or damaged")
            count, *sizes = _SIZES.unpack_from(body)
        except struct.error as cut:
            raise ValueError("phrase columns cut short") from cut
        ends = list(accumulate(sizes, initial=_SIZES.size))
        book, *texts = (str(body[start:end], "utf-8") for start, end in pairwise(ends))
        offsets = body[ends[-1] :]
        width = count * array("I").itemsize
        if len(offsets) != width * len(Row._fields):
            raise ValueError("phrase columns do not fit together")
        starts = [
            _from_little_endian(offsets[i * width : (i + 1) * width])
            for i in range(len(Row._fields))
        ]
        opened = cls(book, Row(*texts), starts)
        opened._checksum = checksum
        return opened


def _row(phrase: Phrase) -> Row:
    if not phrase.texts or "" in phrase.keywords or "" in phrase.tags:
        raise ValueError("a phrase without text, or an empty keyword or tag")
    tags = _parted(phrase.tags)
    return Row(
        _clean(phrase.id),
        _clean(phrase.stage),
        _clean(phrase.situation),
        _clean(phrase.title),
        _parted(phrase.texts),
        _clean(phrase.code),
        _parted(phrase.keywords) + (_TAGS + tags if tags else ""),
        _parted(as_terms(phrase)),
    )


def _parted(texts: tuple[str, ...]) -> str:
    return PART_END.join(map(_clean, texts))


def _clean(text: str) -> str:
    if PHRASE_END in text or PART_END in text:
        raise ValueError("a separator within a field")
    return text


def _join(column: Iterable[str]) -> str:
    joined = "".join(f"{field}{PHRASE_END}" for field in column)
    joined.encode()  # UnicodeEncodeError, a ValueError, for half a surrogate pair
    return joined


def _starts(joined: str) -> "array[int]":
    lengths = (len(field) + 1 for field in joined.split(PHRASE_END)[:-1])
    return array("I", list(accumulate(lengths, initial=0))[:-1])


def _parts(text: str) -> tuple[str, ...]:
    return tuple(text.split(PART_END)) if text else ()


def _little_endian(numbers: "array[int]") -> bytes:
    if sys.byteorder == "big":
        numbers = numbers[:]
        numbers.byteswap()
    return numbers.tobytes()


def _from_little_endian(data: memoryview) -> "array[int]":
    numbers = array("I")
    numbers.frombytes(data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
