"""What nobody finds is told as a search for every phrase would tell it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docs.phrasebook_counts import shipped as shipped_book
from qtdesk.core.phrases import Book, Phrase
from tests.core.book_check.checked_books import check
from tests.search_books import book, engine, phrase

BOOKS = ("general-zh-CN", "apparel-zh-CN.yaml", "general-en-US.yaml")
FIRST = 5
_WORDS = st.sampled_from(
    (
        *("退货", "发货", "發貨", "7天", "七天", "vip", "VIP", "fh", "·", "17", "1"),
        *("退", "运费", "地址", "iphone 15", "fahuo", "？", "#退", "@ship", "❤️"),
    )
)
_TITLES = st.lists(_WORDS, min_size=1, max_size=3).flatmap(
    lambda words: st.sampled_from(("", " ", "·")).map(lambda by: by.join(words))
)
_BOOKS = st.lists(
    st.tuples(_TITLES, st.lists(_TITLES, max_size=2), _TITLES), min_size=1, max_size=14
)


def unseen(one: Book) -> set[str]:
    found = check().of_book(one, engine)
    return {each.phrase for each in found if each.kind == "out-of-sight"}


def unseen_by_searching(one: Book) -> set[str]:
    """Every title and every keyword searched for."""
    search = engine(one)

    def brings(query: str, item: Phrase) -> bool:
        hits = search.search(query, limit=FIRST).hits
        return any(hit.phrase.id == item.id for hit in hits)

    return {
        item.id
        for item in one.phrases
        if not any(brings(query, item) for query in (item.title, *item.keywords))
    }


@given(_BOOKS)
@settings(max_examples=200, deadline=None)
def test_on_any_book(items: list[tuple[str, list[str], str]]) -> None:
    made = book(
        *(
            phrase(number, title=title, keywords=tuple(keywords), code=code)
            for number, (title, keywords, code) in enumerate(items)
        )
    )
    assert unseen(made) == unseen_by_searching(made)


@pytest.mark.parametrize("name", BOOKS)
def test_on_the_shipped_books(name: str) -> None:
    made = shipped_book(name)
    assert unseen(made) == unseen_by_searching(made)


def test_most_titles_need_no_search() -> None:
    made = shipped_book("general-zh-CN")
    search = engine(made)
    sure = sum(search.is_surely_first(item, FIRST) for item in made.phrases)
    assert sure / len(made.phrases) > 0.9


def test_a_title_that_many_share_is_not_sure() -> None:
    made = book(*(phrase(number, title="退货流程") for number in range(8)))
    search = engine(made)
    sure = [search.is_surely_first(item, FIRST) for item in made.phrases]
    assert sure == [True] * FIRST + [False] * 3
    assert unseen(made) == {"p5", "p6", "p7"}
