import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtdesk.core.lint.views import HIDDEN, bare, folded, plain, squeezed


@given(st.text(max_size=60))
def test_every_character_has_a_place(text: str) -> None:
    for view in (plain(text), squeezed(plain(text))):
        assert len(view.text) == len(view.places)
        assert list(view.places) == sorted(view.places)
        for sign, place in zip(view.text, view.places, strict=True):
            assert sign in folded(text[place])


@given(st.text(max_size=60))
def test_a_folded_text_is_as_unicode_has_it(text: str) -> None:
    expected = "".join(
        sign if sign == "…" else unicodedata.normalize("NFKC", sign).casefold()
        for sign in text.replace("➕", "加").replace("\r", "\n")
    )
    assert folded(text) == expected


def test_places_where_a_character_becomes_several() -> None:
    view = plain("㎏①好")
    assert view.text == "kg1好"
    assert view.span(0, 2) == (0, 1)
    assert view.span(1, 4) == (0, 3)


def test_a_hidden_span_keeps_its_length() -> None:
    assert plain("一二三四", [(1, 3), (3, 99)]).text == f"一{HIDDEN * 3}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("微 信-号.是", "微信号是"),
        ("加，微，信", "加微信"),
        ("您好，微信支付", "您好,微信支付"),
        ("要另加，微信", "要另加,微信"),
        ("好。微信", "好。微信"),
        ("v_x：a", "vxa"),
        ("一，二", "一二"),
        ("，", ","),
    ],
)
def test_squeezed(text: str, expected: str) -> None:
    assert squeezed(plain(text)).text == expected


def test_bare() -> None:
    assert bare(plain(" 在，吗？😊")) == "在吗"
