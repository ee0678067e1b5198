from typing import Any

import pytest

from qtdesk.core.finder import Finder
from qtdesk.core.indexing import AT_ONCE
from qtdesk.core.search import Answer
from qtdesk.core.search.plain import PlainSearch
from tests.fake_books import AtOnce, FakeIndexes, Later
from tests.search_books import book, phrase

FEW = [phrase(number, title=f"发货{number}") for number in range(3)]
MANY = [phrase(number, title=f"发货{number}") for number in range(AT_ONCE + 1)]


def finder(indexes: FakeIndexes | None = None, later: Later | None = None) -> Finder:
    return Finder(indexes or FakeIndexes(), later or AtOnce(), lambda: 0.0)


def ids(answer: Answer) -> list[str]:
    return [hit.phrase.id for hit in answer.hits]


def test_few_phrases_are_indexed_at_once() -> None:
    tried = finder(later=Later())
    tried.take([book(*FEW)])
    assert ids(tried.engine.search("fahuo")) == ["p0", "p1", "p2"]


def test_a_phrase_just_added_is_found_at_once() -> None:
    tried = finder()
    tried.take([book(*FEW)])
    assert ids(tried.engine.search("tuikuan")) == []
    tried.take([book(*FEW, phrase(9, title="退款"))])
    assert ids(tried.engine.search("tuikuan")) == ["p9"]


def test_until_an_index_is_made_words_are_found_as_they_stand() -> None:
    later = Later()
    tried = finder(later=later)
    tried.take([book(*MANY)])
    assert isinstance(tried.engine, PlainSearch)
    assert ids(tried.engine.search("发货7"))[0] == "p7"
    assert tried.progress == (0, len(MANY))
    tried.engine.search("发货8")
    assert len(later.waiting) == 1
    later.work()
    assert tried.progress == (0, 0)
    assert ids(tried.engine.search("fahuo7"))[0] == "p7"


def test_an_index_is_made_once_and_opened_by_the_next_run() -> None:
    indexes = FakeIndexes()
    first = finder(indexes)
    first.take([book(*MANY)])
    assert ids(first.engine.search("fahuo77")) == ["p77"]
    assert len(indexes.kept) == 1
    later = Later()
    second = finder(indexes, later)
    second.take([book(*MANY)])
    assert ids(second.engine.search("fahuo77")) == ["p77"]
    assert not later.waiting


def test_a_damaged_index_is_made_anew() -> None:
    indexes = FakeIndexes()
    finder_with(indexes, MANY)
    (name,) = indexes.kept
    good = indexes.kept[name]
    for bad in (b"", good[:100], good[:-1], good[:50] + b"x" + good[51:], b"x" + good):
        indexes.kept[name] = bad
        assert ids(finder_with(indexes, MANY).engine.search("fahuo77")) == ["p77"]
        assert indexes.kept[name] == good


def finder_with(indexes: FakeIndexes, phrases: list[Any]) -> Finder:
    tried = finder(indexes)
    tried.take([book(*phrases)])
    tried.engine.search("x")
    return tried


def test_an_index_of_another_edition_is_not_opened_and_is_taken_away() -> None:
    indexes = FakeIndexes()
    tried = finder_with(indexes, MANY)
    old = set(indexes.kept)
    tried.take([book(*MANY, phrase(9999, title="退款"))])
    assert ids(tried.engine.search("tuikuan")) == ["p9999"]
    assert len(indexes.kept) == 1
    assert old.isdisjoint(indexes.kept)


def test_other_titles_of_stages_make_another_index() -> None:
    indexes = FakeIndexes()
    finder_with(indexes, MANY)
    tried = finder(indexes)
    tried.take([book(*MANY, stages=())])
    assert ids(tried.engine.search("@发")) == []


def test_a_book_taken_away_while_nobody_searched_leaves_no_index() -> None:
    indexes = FakeIndexes()
    finder_with(indexes, MANY)
    tried = finder(indexes)
    tried.take([book(*FEW, name="other")])
    old = set(indexes.kept)
    tried.engine.search("x")
    assert len(indexes.kept) == 1
    assert old.isdisjoint(indexes.kept)


def test_without_a_table_words_are_found_as_they_stand(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    indexes = FakeIndexes()
    monkeypatch.setattr(indexes, "readings", lambda: b"no table")
    tried = finder(indexes)
    tried.take([book(*FEW)])
    assert ids(tried.engine.search("发货1")) == ["p1"]


def test_where_nothing_can_be_kept_the_index_stays_in_memory() -> None:
    indexes = FakeIndexes()
    indexes.full = True
    assert ids(finder_with(indexes, MANY).engine.search("fahuo77")) == ["p77"]


def test_books_that_did_not_change_keep_their_index() -> None:
    later = Later()
    tried = finder(later=later)
    large = book(*MANY)
    tried.take([large])
    tried.engine.search("")
    later.work()
    tried.take([book(*FEW, name="few"), large])
    found = {hit.phrase.key for hit in tried.engine.search("fahuo2").hits}
    assert {"b/p2", "few/p2"} < found
    assert tried.progress == (0, 0)
