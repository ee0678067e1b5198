import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtdesk.core.search.fold import fold
from qtdesk.core.search.pieces import pieces

TEXTS = st.text(alphabet="aAbＡ发货😀👍️ ，,İΣ", max_size=30)
WORDS = st.lists(st.text(alphabet="aAb发货😀👍，", min_size=1, max_size=3), max_size=3)


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("发货时间", ["发货"], [(0, 2)]),
        ("😀发货😀", ["发货"], [(2, 2)]),
        ("a😀b😀", ["😀"], [(1, 2), (4, 2)]),
        ("ＶＩＰ客户", ["vip"], [(0, 3)]),
        ("发货快", ["发货", "货快"], [(0, 3)]),
        ("发货发货", ["发货"], [(0, 4)]),
        ("发货", ["退"], []),
        ("发货", [], []),
        ("", ["a"], []),
    ],
)
def test_pieces(text: str, words: list[str], found: list[tuple[int, int]]) -> None:
    assert list(pieces(text, words)) == found


@given(TEXTS, WORDS)
def test_pieces_cut_the_words_out_of_the_text(text: str, words: list[str]) -> None:
    words = [fold(word) for word in words]
    raw = text.encode("utf-16-le")
    spans = pieces(text, words)
    for start, length in spans:
        cut = fold(raw[2 * start : 2 * (start + length)].decode("utf-16-le"))
        assert any(word in cut for word in words)
    ends = [0]
    for start, length in spans:
        assert start > ends[-1] or start == ends[-1] == 0
        ends.append(start + length)
    marked = {place for span in spans for place in range(span.start, sum(span))}
    plain = "".join(
        raw[2 * place : 2 * place + 2].decode("utf-16-le", "surrogatepass")
        if place not in marked
        else "\0"
        for place in range(len(raw) // 2)
    )
    assert not any(
        word.encode("utf-16-le", "surrogatepass")
        in fold(plain).encode("utf-16-le", "surrogatepass")
        for word in words
        if len(word) == 1 and word <= "\uffff"
    )
