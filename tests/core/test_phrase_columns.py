from bisect import bisect_right
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtdesk.core.phrases import Book, Phrase, PhraseColumns, Picture, Shelf, Validity
from qtdesk.core.phrases.columns import PART_END, PHRASE_END

_FIELDS = (
    *("ids", "stages", "situations", "titles", "texts", "codes", "keywords"),
    "terms",
)
_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x1e\x1f"))
_WORDS = st.lists(_TEXT.filter(bool), max_size=3).map(tuple)
_PHRASES = st.lists(
    st.builds(
        Phrase,
        book=st.just("shop"),
        id=_TEXT,
        stage=_TEXT,
        situation=_TEXT,
        title=_TEXT,
        texts=st.lists(_TEXT, min_size=1, max_size=3).map(tuple),
        code=_TEXT,
        keywords=_WORDS,
        tags=_WORDS,
        validity=st.builds(
            Validity,
            begins=_TEXT,
            ends=_TEXT,
            revoked=st.none() | _TEXT,
            promotion=st.booleans(),
        ),
        sequence=st.booleans(),
        picture=st.none()
        | st.builds(
            Picture, path=_TEXT, digest=st.from_regex("[0-9a-f]*", fullmatch=True)
        ),
        html=_TEXT,
    ),
    unique_by=lambda phrase: phrase.id,
)


def _phrase(number: int, **fields: object) -> Phrase:
    values = {
        "book": "shop",
        "id": f"p{number}",
        "stage": "ship",
        "situation": "催件",
        "title": f"标题{number}",
        "texts": ("亲，稍等😊", "马上"),
    }
    return Phrase(**{**values, **fields})  # type: ignore[arg-type]


@given(_PHRASES)
def test_phrases_survive_columns_and_bytes(phrases: list[Phrase]) -> None:
    columns = PhraseColumns.of(phrases)
    opened = PhraseColumns.from_bytes(columns.to_bytes())
    assert list(columns) == list(opened) == phrases
    assert [opened[i] for i in range(len(opened))] == phrases
    assert opened == columns
    assert hash(opened) == hash(columns)


@given(_PHRASES)
def test_ids_are_found_where_they_are(phrases: list[Phrase]) -> None:
    columns = PhraseColumns.of(phrases)
    for index, phrase in enumerate(phrases):
        assert columns.index_of(phrase.id) == index
    longest = max((phrase.id for phrase in phrases), key=len, default="")
    assert columns.index_of(longest + "x") is None


@given(_PHRASES)
def test_joined_fields_are_what_a_search_relies_on(phrases: list[Phrase]) -> None:
    columns = PhraseColumns.of(phrases)
    for field in _FIELDS:
        joined, starts = getattr(columns, field), columns.start_of(field)
        assert joined.count(PHRASE_END) == len(starts) == len(phrases)
        for index, start in enumerate(starts):
            end = joined.index(PHRASE_END, start)
            assert start == 0 or joined[start - 1] == PHRASE_END
            assert bisect_right(starts, end) - 1 == index
    for phrase, row in zip(phrases, columns.rows(), strict=True):
        assert tuple(row.texts.split(PART_END)) == phrase.texts
        parts = tuple(filter(None, row.keywords.split(PART_END)))
        assert parts == (*phrase.keywords, *phrase.tags)


def test_tags_stand_behind_a_doubled_separator() -> None:
    both = _phrase(1, keywords=("a", "b"), tags=("c", "d"))
    only_tags = _phrase(2, tags=("e",))
    columns = PhraseColumns.of([both, only_tags])
    assert columns.keywords == "a\x1eb\x1e\x1ec\x1ed\x1f\x1e\x1ee\x1f"


@pytest.mark.parametrize(
    "unfit",
    [
        {"texts": ()},
        {"keywords": ("",)},
        {"tags": ("a", "")},
        {"title": "a\x1fb"},
        {"texts": ("a\x1eb",)},
        {"code": "\ud800"},
    ],
)
def test_what_cannot_be_stored_is_refused(unfit: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        PhraseColumns.of([_phrase(1, **unfit)])


def test_phrases_of_two_books_are_refused() -> None:
    with pytest.raises(ValueError, match="several books"):
        PhraseColumns.of([_phrase(1), _phrase(2, book="other")])


def test_damage_is_always_noticed() -> None:
    data = PhraseColumns.of(map(_phrase, range(3))).to_bytes()
    for position, flip in product(range(len(data)), (0x01, 0x80, 0xFF)):
        damaged = bytearray(data)
        damaged[position] ^= flip
        with pytest.raises(ValueError, match=r".+"):
            PhraseColumns.from_bytes(bytes(damaged))
    for length in range(len(data)):
        with pytest.raises(ValueError, match=r".+"):
            PhraseColumns.from_bytes(data[:length])
    with pytest.raises(ValueError, match=r".+"):
        PhraseColumns.from_bytes(data + b"\0")


def test_it_is_a_sequence() -> None:
    columns = PhraseColumns.of(map(_phrase, range(4)))
    assert columns[-1] == _phrase(3)
    assert columns[1:3] == (_phrase(1), _phrase(2))
    assert _phrase(2) in columns
    for outside in (4, -5):
        with pytest.raises(IndexError):
            columns[outside]
    with pytest.raises(KeyError):
        columns.start_of("moods")
    assert columns != list(columns)


def test_ten_thousand_phrases_stay_small() -> None:
    phrases = (
        _phrase(
            number,
            title="亲的包裹催促",
            texts=("您好，" * 20,),
            keywords=("催件", "物流", "快递"),
        )
        for number in range(10_000)
    )
    data = PhraseColumns.of(phrases).to_bytes()
    columns = PhraseColumns.from_bytes(data)
    strings = sum(getattr(columns, field).__sizeof__() for field in _FIELDS)
    starts = sum(columns.start_of(field).__sizeof__() for field in _FIELDS)
    assert strings + starts < 4_000_000


def test_shelf_finds_phrases_and_changes_in_columns_as_in_tuples() -> None:
    old = [_phrase(1), _phrase(2), _phrase(3)]
    new = [_phrase(1), _phrase(2, texts=("另一个",)), _phrase(4)]
    for store in (tuple, PhraseColumns.of):
        shelf = Shelf()
        shelf.place("a", Book("shop", "店", "zh-CN", "1", (), store(old)))
        change = shelf.place("a", Book("shop", "店", "zh-CN", "2", (), store(new)))
        assert change == (("标题4",), ("标题2",), ("标题3",))
        assert shelf.phrase("shop/p4") == _phrase(4)
        assert shelf.phrase("shop/p3") is None
        assert shelf.phrase("other/p4") is None
