"""What the README of the books promises about them."""

from collections import Counter

import pytest

from docs.phrasebook_counts import PAGE, is_asking, page, plans, shipped
from qtdesk.bootstrap import SHIPPED_BOOKS
from qtdesk.core.phrases import Phrase


def phrases(name: str) -> list[Phrase]:
    return list(shipped(name).phrases)


@pytest.mark.parametrize("name", sorted({*SHIPPED_BOOKS, *plans()}))
def test_a_shipped_book_has_no_fault(name: str) -> None:
    assert shipped(name).problems == ()


@pytest.mark.parametrize("name", plans())
def test_a_book_has_as_many_phrases_as_are_planned(name: str) -> None:
    written: dict[str, dict[str, int]] = {}
    for phrase in phrases(name):
        stage = written.setdefault(phrase.stage, {})
        stage[phrase.situation] = stage.get(phrase.situation, 0) + 1
    assert written == plans()[name]


def test_the_page_of_counts_is_of_these_books() -> None:
    assert PAGE.read_text("utf-8") == page(), "run python -m docs.phrasebook_counts"


@pytest.mark.parametrize("name", plans())
def test_all_variants_of_a_phrase_ask_or_none_does(name: str) -> None:
    mixed = [
        phrase.id
        for phrase in phrases(name)
        if len({is_asking(text) for text in phrase.texts}) > 1
    ]
    assert mixed == []


@pytest.mark.parametrize("name", plans())
def test_every_phrase_is_found_by_a_code_and_words_of_its_own(name: str) -> None:
    found = phrases(name)
    assert [phrase.id for phrase in found if not phrase.code] == []
    assert [phrase.id for phrase in found if len(phrase.keywords) < 3] == []
    titles = [phrase.title for phrase in found]
    assert sorted(titles) == sorted(set(titles))


def test_the_chinese_books_stand_side_by_side_without_a_code_twice() -> None:
    codes = [phrase.code for name in plans() for phrase in phrases(name)]
    assert [code for code, number in Counter(codes).items() if number > 1] == []


def test_words_for_colleagues_are_told_apart_from_those_for_buyers() -> None:
    for phrase in phrases("general-zh-CN"):
        internal = phrase.stage == "internal"
        assert ("内部" in phrase.tags) == internal, phrase.id
        assert phrase.title.startswith("内部") == internal, phrase.id
