"""That nothing is lost: pieces of phrases, written in every way, find their phrase.

pypinyin and OpenCC say how a piece is read and how it looks in traditional characters;
neither is part of the program.
"""

import random
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from tests.core.search.test_relevance import search, shipped

pypinyin = pytest.importorskip("pypinyin")
opencc = pytest.importorskip("opencc")

_HAN = re.compile("[\u4e00-\u9fa5]{2,5}")
_LONGEST = 5
_ENOUGH = 0.999
_TRIES = 250


@cache
def _syllables(context: str) -> list[str]:
    """One for each character, read as the sentence around it says."""
    return [one[0] for one in pypinyin.pinyin(context, style=pypinyin.Style.NORMAL)]


@cache
def _traditional() -> Any:
    return opencc.OpenCC("s2t")


def spellings(piece: str, names: list[str], chance: random.Random) -> Iterator[str]:
    """How an agent might type `piece`."""
    yield piece
    yield _traditional().convert(piece)
    yield "".join(names)
    yield "".join(names)[: -chance.randrange(len(names[-1])) or None]
    yield "".join(name[0] for name in names)
    at = chance.randrange(1, len(names))
    yield "".join(names[:at]) + "".join(name[0] for name in names[at:])
    yield piece[:at] + "".join(names[at:])
    yield piece[:at] + "".join(name[0] for name in names[at:])
    yield "".join(names).upper()


def test_pieces_of_titles_and_texts_find_their_phrase() -> None:
    chance = random.Random(11)  # noqa: S311 - the same each time is the point
    phrases = [one for one in shipped("zh").phrases if _HAN.search(one.title)]
    tried = lost = 0
    examples = []
    for _ in range(_TRIES):
        phrase = chance.choice(phrases)
        field = chance.choice([phrase.title, phrase.text])
        run = chance.choice(re.findall("[\u4e00-\u9fa5]{2,}", field) or [""])
        if not run:
            continue
        names = _syllables(run)
        start = chance.randrange(len(run) - 1)
        end = min(len(run), start + chance.randint(2, _LONGEST))
        for typed in spellings(run[start:end], names[start:end], chance):
            tried += 1
            answer = search("zh").search(typed, limit=10_000, thorough=True)
            if all(hit.phrase.id != phrase.id for hit in answer.hits):
                lost += 1
                examples.append(f"{typed} for {run[start:end]} in {run}")
    assert tried > 3 * _TRIES
    assert lost <= (1 - _ENOUGH) * tried, "\n".join([f"{lost} of {tried}", *examples])
