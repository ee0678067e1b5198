"""How good the answers are, on queries written from how agents and buyers write."""

from functools import cache
from pathlib import Path

import pytest

from qtdesk import paths
from qtdesk.core.phrases import Book
from qtdesk.core.search.engine import StreamSearch
from qtdesk.formats import read_book
from tests.search_books import engine

HERE = Path(__file__).with_name("relevance")
BOOKS = {"zh": "general-zh-CN", "en": "general-en-US.yaml"}
FIRST = 5


@cache
def shipped(name: str) -> Book:
    return read_book(paths.phrasebooks() / BOOKS[name])


@cache
def search(name: str) -> StreamSearch:
    return engine(shipped(name))


def wanted(file: str) -> list[tuple[str, str, set[str]]]:
    lines = (HERE / file).read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(book, query, set(ids.split(","))) for book, query, ids in rows]


def missed(file: str, prefix: str = "") -> list[str]:
    """Queries of which no right phrase is among the first, and what is there."""
    found = []
    for name, query, ids in wanted(file):
        answer = search(name).search(prefix + query, limit=FIRST, thorough=True)
        keys = [hit.phrase.id for hit in answer.hits]
        if not ids.intersection(keys):
            found.append(f"{query}: {keys}")
    return found


@pytest.mark.parametrize("file", ["queries.tsv", "sentences.tsv"])
def test_the_sets_name_phrases_that_there_are(file: str) -> None:
    for name, query, ids in wanted(file):
        known = {phrase.id for phrase in shipped(name).phrases}
        assert ids <= known, query


def test_agents_find_their_phrase_among_the_first_five() -> None:
    bad = missed("queries.tsv")
    count = len(wanted("queries.tsv"))
    assert count >= 200
    assert len(bad) <= 0.02 * count, "\n".join(bad)


def test_what_buyers_say_leads_to_an_answer() -> None:
    bad = missed("sentences.tsv", "?")
    assert len(bad) <= 0.1 * len(wanted("sentences.tsv")), "\n".join(bad)


def test_a_sentence_is_known_for_one_without_a_mark() -> None:
    tried = search("zh")
    said = "显示签收了但是我没收到"
    hasty = tried.search(said)
    assert not hasty.hits
    assert not hasty.complete
    answer = tried.search(said, thorough=True)
    assert answer.hits
    assert tried.marks(said, answer.hits[0].phrase) != ((), (), ())
