from collections.abc import Callable, Sequence
from functools import partial
from time import perf_counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtdesk.core.phrases import Book, Phrase, PhraseColumns, Stage
from qtdesk.core.search import Answer, Span
from qtdesk.core.search.fold import fold
from qtdesk.core.search.plain import PlainSearch

WORD = st.text(alphabet="aAbB1Ａ发货运😀", max_size=3)
FILLED = WORD.filter(bool)
STAGES = (Stage("ship", "发货"), Stage("Aown", "B运"), Stage("after", "售后"))


def phrase(number: int = 0, **fields: Any) -> Phrase:
    blank = Phrase("b", f"p{number}", "ship", "", "", ("text",))
    return blank._replace(**fields)


def book(*phrases: Phrase, name: str = "b") -> Book:
    named = [item._replace(book=name) for item in phrases]
    return Book(name, "Book", "zh-CN", "1", STAGES, tuple(named))


def ids(answer: Answer) -> list[str]:
    return [hit.phrase.id for hit in answer.hits]


def scores(answer: Answer) -> list[int]:
    return [hit.score for hit in answer.hits]


# --- ranking ---------------------------------------------------------------------


def test_best_field_first() -> None:
    engine = PlainSearch(
        [
            book(
                phrase(1, texts=("one", "has FH in a variant")),
                phrase(2, keywords=("a-fh",)),
                phrase(3, title="has fh inside"),
                phrase(4, code="fh01"),
                phrase(5, title="FH first"),
                phrase(6, code="FH"),
                phrase(7, tags=("x", "ｆｈ")),
                phrase(8, code="x-fh"),
                phrase(9),
            )
        ]
    )
    answer = engine.search("fh")
    assert ids(answer) == ["p6", "p5", "p4", "p3", "p2", "p7", "p8", "p1"]
    assert scores(answer) == [100, 60, 56, 45, 30, 30, 30, 20]


def test_equal_scores_are_in_book_order_over_several_books() -> None:
    first = book(phrase(2, title="x发货"), phrase(1, title="x发货"))
    second = book(phrase(0, title="x发货"), phrase(9, code="发货"), name="c")
    answer = PlainSearch([first, second]).search("发货")
    assert [hit.phrase.key for hit in answer.hits] == ["c/p9", "b/p2", "b/p1", "c/p0"]


def test_all_words_in_any_order_and_field() -> None:
    engine = PlainSearch(
        [book(phrase(1, title="发货", texts=("顺丰",)), phrase(2, title="发货"))]
    )
    assert ids(engine.search("顺丰 发货")) == ["p1"]
    assert scores(engine.search("顺丰 发货")) == [20]
    assert ids(engine.search("发货　顺丰")) == ["p1"]


def test_words_never_reach_over_from_one_field_or_phrase_to_the_next() -> None:
    engine = PlainSearch(
        [book(phrase(1, title="发", keywords=("a", "b")), phrase(2, title="货"))]
    )
    for query in ("发货", "发\x1f货", "ab"):
        assert ids(engine.search(query)) == []
    assert ids(engine.search("a\x1eb")) == ["p1"]


# --- filters and limits ----------------------------------------------------------


@pytest.fixture
def staged() -> PlainSearch:
    return PlainSearch(
        [
            book(
                phrase(1, title="甲", stage="ship", tags=("退款", "急")),
                phrase(2, title="甲", stage="after", keywords=("退货",)),
                phrase(3, title="甲", stage="Aown", tags=("退货",)),
            )
        ]
    )


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("@ship", ["p1"]),
        ("@SHIP 甲", ["p1"]),
        ("@发", ["p1"]),
        ("@a", ["p2", "p3"]),
        ("@Aown", ["p3"]),
        ("@b运", ["p3"]),
        ("@after-s", ["p2"]),
        ("@ship @after", []),
        ("@nowhere", []),
        ("@", ["p1", "p2", "p3"]),
        ("#退", ["p1", "p3"]),
        ("#急", ["p1"]),
        ("#退 #急", ["p1"]),
        ("#款", []),
        ("#退 @Aown 甲", ["p3"]),
        ("#退 乙", []),
    ],
)
def test_filters(staged: PlainSearch, query: str, found: list[str]) -> None:
    assert ids(staged.search(query)) == found


def test_the_stage_asked_for_is_a_whole_key(staged: PlainSearch) -> None:
    assert ids(staged.search("", stage="ship")) == ["p1"]
    assert ids(staged.search("甲", stage="after")) == ["p2"]
    assert ids(staged.search("", stage="shi")) == []


def test_empty_query_is_everything_in_book_order(staged: PlainSearch) -> None:
    answer = staged.search(" ")
    assert ids(answer) == ["p1", "p2", "p3"]
    assert scores(answer) == [0, 0, 0]
    assert answer.query == " "


def test_limit_and_more(staged: PlainSearch) -> None:
    assert ids(staged.search("甲", limit=2)) == ["p1", "p2"]
    assert staged.search("甲", limit=2).more
    assert not staged.search("甲", limit=3).more
    assert staged.search("", limit=0).more


def test_nothing_to_search() -> None:
    assert PlainSearch([]).search("x").hits == ()
    assert PlainSearch([book()]).search("").hits == ()
    assert PlainSearch([book()]).search("x @ship #y", stage="z").hits == ()


# --- marks -----------------------------------------------------------------------


def test_marks_are_in_utf16_units_of_title_first_text_and_code() -> None:
    found = phrase(title="😀发货", texts=("A😀b发货", "发货"), code="ＦＨ1")
    marks = PlainSearch([]).marks("发货 fh @ship #t", found)
    assert marks.title == (Span(2, 2),)
    assert marks.text == (Span(4, 2),)
    assert marks.code == (Span(0, 2),)


def test_marks_of_an_emoji_without_its_variation_selector() -> None:
    assert PlainSearch([]).marks("❤️", phrase(title="x❤️y")).title == (Span(1, 1),)
    assert PlainSearch([]).marks("", phrase(title="x")).title == ()


# --- against a naive engine --------------------------------------------------------

PHRASES = st.builds(
    phrase,
    stage=st.sampled_from(["ship", "Aown", "after", "greet"]),
    title=WORD,
    texts=st.lists(WORD, min_size=1, max_size=2).map(tuple),
    code=WORD,
    keywords=st.lists(FILLED, max_size=2).map(tuple),
    tags=st.lists(FILLED, max_size=2).map(tuple),
)
QUERIES = st.lists(
    st.one_of(
        FILLED,
        FILLED.map("#{}".format),
        st.sampled_from(["@a", "@ship", "@发", "@greeting", "@b"]),
    ),
    max_size=3,
).map(" ".join)


def naive_score(item: Phrase, word: str) -> int:
    code, title = fold(item.code), fold(item.title)
    named = [code, title, *map(fold, item.keywords), *map(fold, item.tags)]
    steps = (
        (100, code == word),
        (60, title.startswith(word)),
        (56, code.startswith(word)),
        (45, word in title),
        (30, any(word in name for name in named)),
        (20, any(word in fold(text) for text in item.texts)),
    )
    return next((score for score, met in steps if met), -1)


def naive_search(
    books: Sequence[Book], query: str, stage: str | None
) -> list[tuple[str, int]]:
    english = {"ship": "shipping", "after": "after-sales", "greet": "greeting"}
    own = {stage.key: stage.title for stage in STAGES}
    words = [fold(w) for w in query.split() if w[0] not in "@#"]
    found = []
    for item in (item for one in books for item in one.phrases):
        names = [item.stage, own.get(item.stage, ""), english.get(item.stage, "")]
        kept = stage in (None, item.stage)
        for word in map(fold, query.split()):
            if word[0] == "@":
                kept &= any(fold(name).startswith(word[1:]) for name in names)
            if word[0] == "#":
                kept &= any(fold(tag).startswith(word[1:]) for tag in item.tags)
        score = min([naive_score(item, word) for word in words], default=0)
        if kept and score >= 0:
            found.append((item.key, score))
    return sorted(found, key=lambda hit: -hit[1])


@given(
    st.lists(st.lists(PHRASES, max_size=6), max_size=3),
    QUERIES,
    st.sampled_from([None, None, "ship", "Aown"]),
    st.integers(0, 12),
    st.booleans(),
)
def test_same_as_a_naive_engine(
    shelves: list[list[Phrase]],
    query: str,
    stage: str | None,
    limit: int,
    in_columns: bool,
) -> None:
    books = []
    for number, phrases in enumerate(shelves):
        numbered = [item._replace(id=f"p{i}") for i, item in enumerate(phrases)]
        one = book(*numbered, name=f"b{number}")
        if in_columns:
            one = one._replace(phrases=PhraseColumns.of(one.phrases))
        books.append(one)
    expected = naive_search(books, query, stage)
    engine = PlainSearch(books)
    for _ in range(2):  # what a query leaves behind must not change the next
        answer = engine.search(query, stage=stage, limit=limit)
        found = [(hit.phrase.key, hit.score) for hit in answer.hits]
        assert found == expected[:limit]
        assert answer.more == (len(expected) > limit)
        engine.search("a 发", limit=1)


# --- speed -------------------------------------------------------------------------


def test_ten_thousand_phrases_are_never_felt() -> None:
    # The budgets are 15 ms and 5 ms; this test only guards against another order of
    # growth, on machines that are busy with other things.
    words = [
        "发货",
        "退款",
        "运费",
        "快递",
        "时间",
        "仓库",
        "地址",
        "优惠",
        "尺码",
        "颜色",
    ]
    phrases = [
        phrase(
            number,
            title=words[number % 10] + words[number // 10 % 10],
            texts=("，".join(words[(number + step) % 10] * 4 for step in range(8)),),
            code=f"FH{number}",
            keywords=(words[number // 100 % 10],),
        )
        for number in range(10_000)
    ]
    engine = PlainSearch([book()._replace(phrases=PhraseColumns.of(phrases))])
    assert quickest(lambda: engine.search("髯"), 1) < 0.15
    for query in ("f", "发", "fh9999", "髯髯", "运费 fh77", "仓库 地址 无"):
        assert quickest(partial(engine.search, query), 5) < 0.05


def quickest(work: Callable[[], object], times: int) -> float:
    taken = []
    for _ in range(times):
        start = perf_counter()
        work()
        taken.append(perf_counter() - start)
    return min(taken)
