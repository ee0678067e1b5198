import pytest

from qtdesk.core.search.typing_errors import corrections
from tests.search_books import book, engine, phrase


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("fahou", "发货"),
        ("kuadi", "快递"),
        ("ihpone", "iPhone 保修"),
        ("tuikaun", "退款"),
        ("renshenbaochun", "人参保存"),
        ("fahuoshijain", "发货时间"),
        ("kuaidii", "快递"),
    ],
)
def test_one_slip_is_forgiven(typed: str, title: str) -> None:
    tried = engine(book(phrase(1, title=title), phrase(2, title="别的")))
    hasty = tried.search(typed)
    assert not hasty.hits
    assert not hasty.complete
    answer = tried.search(typed, thorough=True)
    assert [hit.phrase.id for hit in answer.hits] == ["p1"]
    assert answer.query == typed
    assert answer.complete
    assert tried.marks(typed, answer.hits[0].phrase).title


def test_the_other_words_must_be_there_all_the_same() -> None:
    tried = engine(book(phrase(1, title="发货 顺丰"), phrase(2, title="发货")))
    answer = tried.search("顺丰 fahou", thorough=True)
    assert [hit.phrase.id for hit in answer.hits] == ["p1"]
    assert not tried.search("圆通 fahou", thorough=True).hits


def test_nothing_is_forgiven_where_something_is_found() -> None:
    tried = engine(book(phrase(1, title="fahou"), phrase(2, title="发货")))
    answer = tried.search("fahou", thorough=True)
    assert [hit.phrase.id for hit in answer.hits] == ["p1"]


@pytest.mark.parametrize("word", ["fhu", "发货x", "fa1huo", ""])
def test_short_words_and_others_than_letters_are_left_alone(word: str) -> None:
    assert list(corrections(word, lambda _: True, lambda _: True)) == []


def test_each_is_tried_once_and_exchanged_letters_first() -> None:
    tried = list(corrections("abcd", lambda _: True, lambda _: False))
    assert tried[:3] == ["bacd", "acbd", "abdc"]
    assert len(tried) == len(set(tried))
    assert "abcd" not in tried
