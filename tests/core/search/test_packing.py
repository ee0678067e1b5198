import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtdesk.core.search.index import IndexBuilder
from qtdesk.core.search.packing import pack, unpack
from tests.search_books import book, phrase, readings

BOOK = book(
    phrase(1, title="重新发货", code="cf", tags=("急",), keywords=("怎么还不发",)),
    phrase(2, title="😀", texts=("一", "二"), stage="after"),
)
PACKED = pack(IndexBuilder(BOOK, readings()).finish())


def test_what_is_packed_is_opened_as_it_was() -> None:
    opened = unpack(memoryview(PACKED))
    assert opened.size == 2
    assert pack(opened) == PACKED


def test_an_empty_book_has_an_index_too() -> None:
    packed = pack(IndexBuilder(book(), readings()).finish())
    assert unpack(memoryview(packed)).size == 0


@settings(max_examples=50, deadline=None)
@given(st.integers(0, len(PACKED) - 1), st.integers(1, 255))
def test_one_changed_byte_is_noticed(at: int, change: int) -> None:
    damaged = bytearray(PACKED)
    damaged[at] ^= change
    with pytest.raises(ValueError, match="index"):
        unpack(memoryview(damaged))


@settings(max_examples=30, deadline=None)
@given(st.integers(0, len(PACKED) - 1))
def test_a_missing_end_is_noticed(size: int) -> None:
    with pytest.raises(ValueError, match="index"):
        unpack(memoryview(PACKED[:size]))
