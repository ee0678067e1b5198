"""What the README of the books promises about them."""

import re
from collections import Counter

import pytest

from docs.phrasebook_counts import PAGE, is_asking, page, plans, shipped
from qtdesk.bootstrap import SHIPPED_BOOKS
from qtdesk.core.phrases import Phrase

MOST = {"zh-CN": 100, "en-US": 240}
"""Characters of a chat message, by language, without its blanks."""
MOST_OF_A_MAIL = 600
BLANK = re.compile(r"\{[^}]*\}")
EMOJI = re.compile("[\U0001f300-\U0001faff\u2600-\u27bf]")
APOLOGY = re.compile("抱歉|对不起|不好意思|\\bsorry\\b")


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


def test_the_books_stand_side_by_side_without_a_code_twice() -> None:
    codes = [phrase.code for name in plans() for phrase in phrases(name)]
    assert [code for code, number in Counter(codes).items() if number > 1] == []


def test_words_for_colleagues_are_told_apart_from_those_for_buyers() -> None:
    for phrase in phrases("general-zh-CN"):
        internal = phrase.stage == "internal"
        assert ("内部" in phrase.tags) == internal, phrase.id
        assert phrase.title.startswith("内部") == internal, phrase.id


def test_a_mail_is_told_apart_and_titled_by_its_subject() -> None:
    for phrase in phrases("general-en-US.yaml"):
        mail = phrase.situation.startswith("Mail ")
        assert ("mail" in phrase.tags) == mail, phrase.id
        assert phrase.id.startswith("mail-") == mail, phrase.id
        assert (" · " not in phrase.title) == mail, phrase.id
        if mail:
            (text,) = phrase.texts
            assert text.startswith("Hi {buyer},\n\n"), phrase.id
            assert text.endswith("\n\nBest,\n{agent}\n{shop}"), phrase.id


@pytest.mark.parametrize("name", plans())
def test_a_text_is_short_for_where_it_goes(name: str) -> None:
    for phrase in phrases(name):
        longest = max(len(BLANK.sub("", text)) for text in phrase.texts)
        most = MOST_OF_A_MAIL if "mail" in phrase.tags else MOST[shipped(name).locale]
        assert longest <= most, phrase.id


@pytest.mark.parametrize("name", plans())
def test_a_text_keeps_to_one_endearment_and_one_emoji(name: str) -> None:
    for phrase in phrases(name):
        for text in phrase.texts:
            assert text.count("亲") <= 1, phrase.id
            assert "你" not in text, phrase.id
            assert len(EMOJI.findall(text)) <= (not APOLOGY.search(text)), phrase.id
