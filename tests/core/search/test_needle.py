from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtdesk.core.search import needle
from qtdesk.core.search.needle import Buffer, answers_alike, plain_find

_BYTES = st.binary(max_size=60)
_FEW = st.binary(min_size=1, max_size=4).map(lambda some: bytes(b % 3 for b in some))


def quick() -> needle.Find:
    found: needle.Find = pytest.importorskip("stringzilla").find
    return found


@given(st.one_of(_BYTES, st.lists(_FEW, max_size=30).map(b"".join)), _FEW, st.data())
def test_stringzilla_finds_what_bytes_find(
    hay: bytes, wanted: bytes, data: st.DataObject
) -> None:
    end = data.draw(st.integers(0, len(hay)))
    start = data.draw(st.integers(0, end))
    for view in (hay, memoryview(hay)):
        assert quick()(view, wanted, start, end) == plain_find(hay, wanted, start, end)


def test_a_library_that_answers_otherwise_is_not_used() -> None:
    def wrong(buffer: Buffer, wanted: bytes, start: int, end: int) -> int:
        return max(0, plain_find(bytes(buffer), wanted, start, end))

    def failing(*_: object) -> int:
        raise TypeError

    def right(buffer: Buffer, wanted: bytes, start: int, end: int) -> int:
        return plain_find(bytes(buffer), wanted, start, end)

    assert answers_alike(right)
    assert not answers_alike(wrong)
    assert not answers_alike(failing)


def test_views_are_copied_only_where_they_must_be(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    view = memoryview(b"abc")
    with pytest.raises(TypeError):
        plain_find(view, b"a", 0, 3)
    quick()
    assert needle.searchable(view) is view
    monkeypatch.setattr(needle, "find", plain_find)
    assert needle.searchable(view) == b"abc"


@pytest.fixture
def without_stringzilla(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    from qtdesk.core.search import streams  # noqa: PLC0415 - only patched here

    def use_plain() -> None:
        monkeypatch.setattr(needle, "find", plain_find)
        monkeypatch.setattr(streams, "find", plain_find)

    return use_plain


def test_a_search_finds_the_same_without_stringzilla(
    without_stringzilla: Callable[[], None],
) -> None:
    from bench.keystrokes import keystrokes  # noqa: PLC0415 - a list of queries
    from bench.shop_phrases import shop_book  # noqa: PLC0415 - as above
    from tests.search_books import engine  # noqa: PLC0415 - as above

    quick()
    queries = list(keystrokes())[::7]
    book = shop_book(300)
    tried = engine(book)
    quickly = [tried.search(query, thorough=True) for query in queries]
    without_stringzilla()
    tried = engine(book)
    assert [tried.search(query, thorough=True) for query in queries] == quickly
