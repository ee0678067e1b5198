"""Books and engines for tests of the search, and a naive engine to compare them with.

The naive engine knows how a word is taken apart (`Syllables`), because that is a matter
of taste; whatever follows from it, it finds out by looking at one character at a time.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from qtdesk import paths
from qtdesk.core.phrases import CANONICAL_STAGES, Book, Phrase, Stage
from qtdesk.core.search import Habits
from qtdesk.core.search.compiler import Compiler, likely_ways
from qtdesk.core.search.engine import StreamSearch
from qtdesk.core.search.index import IndexBuilder
from qtdesk.core.search.lines import Line, lines_of
from qtdesk.core.search.query import Query
from qtdesk.core.search.readings import Readings
from qtdesk.core.search.syllables import Way

STAGES = (Stage("ship", "发货"), Stage("Aown", "B运"), Stage("after", "售后"))


@cache
def readings() -> Readings:
    table = paths.resources() / "readings" / "readings.txt"
    return Readings(table.read_bytes())


def phrase(number: int = 0, **fields: Any) -> Phrase:
    blank = Phrase("b", f"p{number}", "ship", "", "", ("text",))
    return blank._replace(**fields)


def book(*phrases: Phrase, name: str = "b", stages: Sequence[Stage] = STAGES) -> Book:
    named = [item._replace(book=name) for item in phrases]
    return Book(name, "Book", "zh-CN", "1", tuple(stages), tuple(named))


def engine(*books: Book, habits: Habits | None = None, now: float = 0) -> StreamSearch:
    indexed = [(one, IndexBuilder(one, readings()).finish()) for one in books]
    compiler = Compiler(readings())
    return StreamSearch(indexed, compiler, habits or Habits(), lambda: now)


# --- the naive engine ----------------------------------------------------------------

_BONUS = {"literal": 6, "syllables": 4, "mixed": 3, "initials": 2}


def naive_search(
    books: Sequence[Book], query: str, stage: str | None
) -> list[tuple[str, int]]:
    """Keys and scores of all that match, best first."""
    parsed = Query.parse(query, readings().fold)
    found = [
        (item.key, min((_score(item, word) for word in parsed.words), default=0))
        for one in books
        for item in one.phrases
        if stage in (None, item.stage) and _passes(one, item, parsed)
    ]
    return sorted((hit for hit in found if hit[1] >= 0), key=lambda hit: -hit[1])


def _passes(one: Book, item: Phrase, parsed: Query) -> bool:
    titles = dict(one.stages)
    stage = item.stage
    names = [stage, titles.get(stage, ""), CANONICAL_STAGES.get(stage, "")]
    return all(_begins(names, start) for start in parsed.stages) and all(
        _begins(item.tags, start) for start in parsed.tags
    )


def _begins(names: Sequence[str], start: str) -> bool:
    lines = [line for name in names if name for line in _lines(name)]
    return any(at == 0 for line in lines for _, at in _matches(line, start))


def _score(item: Phrase, word: str) -> int:
    fold = readings().fold
    code = fold(item.code)
    found = [-1]
    if code:
        found += [100] if code == word else []
        found += [56] if code.startswith(word) else []
        found += [36] if word in code else []
    for line in _lines(item.title):
        for kind, at in _matches(line, word):
            found.append((45 if at else 60) + _BONUS[kind])
    for hint in filter(None, (item.situation, *item.keywords, *item.tags)):
        for line in _lines(hint):
            found += [
                30 + _BONUS[kind] for kind, _ in _matches(line, word, in_text=True)
            ]
    for text in item.texts:
        line = Line(fold(text), readings().read(fold(text)))
        found += [20 + _BONUS[kind] for kind, _ in _matches(line, word, in_text=True)]
    return max(found)


def _lines(text: str) -> list[Line]:
    folded = readings().fold(text).replace("\n", " ")
    return list(lines_of(folded, readings().read(folded), readings()))


def _matches(
    line: Line, word: str, *, in_text: bool = False
) -> Iterator[tuple[str, int]]:
    """How and where `word` is in the line."""
    for at in range(len(line.text)):
        if line.text.startswith(word, at):
            yield "literal", at
        for way in _ways(word, in_text=in_text):
            if _fits(line, at, way):
                yield _kind(way), at


@cache
def _compiler() -> Compiler:
    return Compiler(readings())


def _ways(word: str, *, in_text: bool) -> list[Way]:
    ways = _compiler().ways(word)
    return likely_ways(ways) if in_text else ways


def _kind(way: Way) -> str:
    if all(piece.is_syllable for piece in way):
        return "syllables"
    letters = (piece.text is None or piece.text < 128 for piece in way)
    if not any(piece.is_syllable for piece in way) and all(letters):
        return "initials"
    return "mixed"


def _fits(line: Line, at: int, way: Way) -> bool:
    texts, codes = (_units(part[at:]) for part in line)
    if len(way) > len(texts):
        return False
    for piece, unit, code in zip(way, texts, codes, strict=False):
        if piece.text is not None:
            fits = unit == piece.text
        elif piece.codes is not None:
            fits = code in piece.codes
        else:
            is_syllable = chr(code) in _all_codes()
            fits = (code & 0xFF if is_syllable else unit) == piece.initial
        if not fits:
            return False
    return True


def _units(text: str) -> list[int]:
    raw = text.encode("utf-16-le")
    return [int.from_bytes(raw[at : at + 2], "little") for at in range(0, len(raw), 2)]


@cache
def _all_codes() -> frozenset[str]:
    return frozenset(readings().codes.values())
