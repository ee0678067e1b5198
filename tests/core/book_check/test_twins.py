"""The phrase that reads nearly the same, against comparing with every one."""

from hypothesis import given
from hypothesis import strategies as st

from qtdesk.core.book_check.alike import ALIKE, letter_pairs, likeness
from qtdesk.core.book_check.twins import twin
from tests.search_books import book, phrase

LONG = "亲，您的订单会在 48 小时内发出，发出后您就能看到物流信息。"


def test_a_text_with_another_word_is_found() -> None:
    books = [
        book(phrase(1), phrase(2, texts=("无关的一句话",)), phrase(3, texts=(LONG,)))
    ]
    found = twin(LONG.replace("就能", "马上就能"), books)
    assert found is not None
    assert found[0].id == "p3"
    assert ALIKE <= found[1] < 1


def test_the_same_short_text_is_found_and_a_similar_one_is_not() -> None:
    books = [book(phrase(1, texts=("亲，在的～",)))]
    assert twin("亲在的", books) is not None
    assert twin("亲，在么～", books) is None
    assert twin("", books) is None
    assert twin("～～", books) is None


def test_what_is_left_out_is_no_twin() -> None:
    books = [book(phrase(1, texts=("短的一句", LONG)))]
    assert twin(LONG, books) is not None
    assert twin(LONG, books, ["b/p1"]) is None
    assert twin(LONG, []) is None


@given(
    st.lists(st.text("亲您好发货今天的，。 ab", min_size=1, max_size=30), max_size=12)
)
def test_a_twin_is_alike_and_nothing_is_more_alike(texts: list[str]) -> None:
    phrases = [phrase(number, texts=(text,)) for number, text in enumerate(texts[1:])]
    draft = texts[0] if texts else ""
    found = twin(draft, [book(*phrases)])
    mine = letter_pairs(draft)
    all_of_them = [likeness(mine, letter_pairs(one.text)) for one in phrases]
    if found is not None:
        assert found[1] >= ALIKE
        assert found[1] == max(all_of_them)
    elif any(one.text == draft for one in phrases):
        assert not mine
