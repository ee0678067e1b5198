import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qtdesk.core.phrases import PhraseColumns
from qtdesk.core.search import Answer, Habits, Span
from tests.search_books import book, engine, naive_search, phrase

# Few characters, so that they meet: of one reading (发 乏), of one initial (货 花), of
# two readings (重 长 行 还), of one that phrases read otherwise (重新), one traditional
# (發), something counted (一天), signs, half and full width, two units (😀).
_CHARACTERS = "发乏分货活花红重虫新长行还没收到發貨·afhＦ1一天 ，😀女绿"
_TEXT = st.text(alphabet=_CHARACTERS, max_size=6)
_PIECES = (
    *(
        "f",
        "fa",
        "fe",
        "fen",
        "h",
        "hu",
        "huo",
        "hua",
        "c",
        "ch",
        "chong",
        "zhong",
        "x",
    ),
    *("xin", "xing", "hang", "n", "nv", "发", "货", "重", "分", "a", "1", "'", "😀"),
)
_FILLED = _TEXT.filter(bool)
_PHRASES = st.builds(
    phrase,
    stage=st.sampled_from(["ship", "Aown", "after", "greet"]),
    situation=_TEXT,
    title=_TEXT,
    texts=st.lists(_TEXT, min_size=1, max_size=2).map(tuple),
    code=st.text(alphabet="fhFh1发", max_size=3),
    keywords=st.lists(_FILLED, max_size=2).map(tuple),
    tags=st.lists(_FILLED, max_size=2).map(tuple),
)
_WORDS = st.one_of(
    st.text(alphabet=_CHARACTERS.replace(" ", ""), min_size=1, max_size=3),
    st.lists(st.sampled_from(_PIECES), min_size=1, max_size=4).map("".join),
    st.lists(st.sampled_from(_PIECES), min_size=1, max_size=4).map("".join),
    st.text(alphabet="fahuocgnlv1'", min_size=1, max_size=8),
    st.sampled_from(
        [
            *("fahuo", "fah", "fh", "chong", "zhong", "zhang", "cha", "xing", "hang"),
            *("没shou", "发h", "发huo", "fahuom", "meishoudao", "nv", "nü", "h", "zh"),
            *("nvlv", "fhuo", "chongfa", "zho", "😀", "❤️", "ＦＨ", "fa'huo"),
        ]
    ),
)
_FILTERS = st.sampled_from(
    ["@a", "@ship", "@发", "@fah", "@greeting", "#发", "#f", "@b"]
)
_QUERIES = st.lists(st.one_of(_WORDS, _WORDS, _FILTERS), max_size=3).map(" ".join)


def keys(answer: Answer) -> list[str]:
    return [hit.phrase.key for hit in answer.hits]


def ids(answer: Answer) -> list[str]:
    return [hit.phrase.id for hit in answer.hits]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.lists(_PHRASES, max_size=8), max_size=2),
    _QUERIES,
    st.sampled_from([None, None, "ship", "Aown"]),
    st.integers(0, 20),
    st.booleans(),
)
def test_same_as_a_naive_engine(
    shelves: list[list[object]],
    query: str,
    stage: str | None,
    limit: int,
    in_columns: bool,
) -> None:
    books = []
    for number, phrases in enumerate(shelves):
        numbered = [item._replace(id=f"p{i}") for i, item in enumerate(phrases)]  # type: ignore[attr-defined]  # strategies are not typed
        one = book(*numbered, name=f"b{number}")
        if in_columns:
            one = one._replace(phrases=PhraseColumns.of(one.phrases))
        books.append(one)
    expected = naive_search(books, query, stage)
    tried = engine(*books)
    for thorough in (False, True):
        answer = tried.search(query, stage=stage, limit=limit, thorough=thorough)
        if not expected:
            # Nothing is found as it is typed; what was meant is another matter.
            assert thorough or not answer.hits
            continue
        found = [(hit.phrase.key, hit.score) for hit in answer.hits]
        assert found == expected[:limit]
        assert answer.more == (len(expected) > limit)
        assert answer.complete


@settings(max_examples=150, deadline=None)
@given(
    st.lists(_PHRASES, max_size=12),
    _WORDS,
    st.sampled_from(["ship", "Aown", "after", "nowhere"]),
    st.sampled_from([None, None, "after"]),
    st.integers(0, 4),
    st.lists(st.integers(0, 12), max_size=9),
)
def test_habits_and_stage_move_the_hits_of_a_naive_engine(
    phrases: list[object],
    word: str,
    reached: str,
    stage: str | None,
    limit: int,
    used: list[int],
) -> None:
    numbered = [item._replace(id=f"p{i}") for i, item in enumerate(phrases)]  # type: ignore[attr-defined]  # as above
    one = book(*numbered)
    habits = Habits()
    for number in used:
        habits.use(f"b/p{number}", 0.0)
    habits.pin("b/p5")
    habits.reach(reached)
    bonuses = habits.bonuses(0.0)
    stages = {item.key: item.stage for item in one.phrases}
    expected = [
        (key, score + 8 * (stages[key] == reached) + bonuses.get(key, 0))
        for key, score in naive_search([one], word, stage)
    ]
    expected.sort(key=lambda hit: -hit[1])
    answer = engine(one, habits=habits).search(word, stage=stage, limit=limit)
    found = [(hit.phrase.key, hit.score) for hit in answer.hits]
    assert found == expected[:limit]


@pytest.mark.parametrize("query", ["f发''", "''f'''发", "fa''huo", "'''"])
def test_any_number_of_apostrophes_parts_syllables(query: str) -> None:
    tried = engine(book(phrase()._replace(title="发货")))
    assert bool(tried.search(query).hits) is (query == "fa''huo")


@settings(max_examples=80, deadline=None)
@given(_PHRASES, st.lists(_WORDS, min_size=1, max_size=2).map(" ".join))
def test_marks_are_pieces_of_the_texts(item: object, query: str) -> None:
    one = phrase()._replace(**item._asdict())  # type: ignore[attr-defined]  # as above
    tried = engine(book(one))
    marks = tried.marks(query, one)
    for spans, text in (
        (marks.title, one.title),
        (marks.text, one.text),
        (marks.code, one.code),
    ):
        end = -1
        for start, length in spans:
            assert start > end
            assert length > 0
            end = start + length
            piece = text.encode("utf-16-le")[2 * start : 2 * end]
            assert piece.decode("utf-16-le")  # no character is cut in two
        assert end <= len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize(
    ("query", "title", "marked"),
    [
        ("fahuo", "😀发货时间", [(2, 2)]),
        ("fh", "😀发货时间", [(2, 2)]),
        ("fahuos", "发货时间", [(0, 3)]),
        ("发huo", "催发货", [(1, 2)]),
        ("fhsjxh", "发货时间 · 现货", [(0, 4), (7, 2)]),
        ("發貨", "发货", [(0, 2)]),
        ("发货", "發貨", [(0, 2)]),
        ("chongfa", "请重发", [(1, 2)]),
        ("zhongfa", "请重发", [(1, 2)]),
        ("yinhang", "银行卡", [(0, 2)]),
        ("yinxing", "银行卡", [(0, 2)]),
        ("nü", "女儿", [(0, 1)]),
        ("nver", "女儿", [(0, 2)]),
        ("VIP", "ｖｉｐ专享", [(0, 3)]),
        ("iphonetk", "iPhone退款", [(0, 8)]),
        ("7tian", "7天无理由", [(0, 2)]),
        ("七天", "7天无理由", [(0, 2)]),
        ("qitian", "7天无理由", [(0, 2)]),
        ("7天", "支持七天无理由", [(2, 2)]),
        ("7t", "支持七天无理由", [(2, 2)]),
        ("2件", "两件 9 折", [(0, 2)]),
        ("九折", "两件 9折", [(3, 2)]),
        ("❤️", "爱❤️您", [(1, 1)]),
        ("货 fa", "发货", [(0, 2)]),
        ("xian", "西安", [(0, 2)]),
        ("xi'an", "西安", [(0, 2)]),
        ("xian", "现货", [(0, 1)]),
    ],
)
def test_found_and_marked(
    query: str, title: str, marked: list[tuple[int, int]]
) -> None:
    tried = engine(book(phrase(1, title="别的"), phrase(2, title=title)))
    answer = tried.search(query)
    assert ids(answer) == ["p2"]
    assert list(tried.marks(query, answer.hits[0].phrase).title) == marked


@pytest.mark.parametrize("title", ["十七天", "17天", "第七天", "七夕", "1.7元"])
def test_a_numeral_among_others_stays_what_it_is(title: str) -> None:
    tried = engine(book(phrase(1, title=title)))
    other = title.translate(str.maketrans("7七", "七7"))
    assert ids(tried.search(title)) == ["p1"]
    assert ids(tried.search(other)) == []


def test_marks_in_the_first_text_and_in_the_code() -> None:
    one = phrase(1, texts=("A😀b发货\n快递", "发货"), code="ＦＨ1")
    tried = engine(book(one))
    marks = tried.marks("fh kuaidi", one)
    assert marks.text == (Span(4, 2), Span(7, 2))
    assert marks.code == (Span(0, 2),)
    assert tried.marks("fh", one._replace(book="other")) == ((), (), ())
    assert tried.marks("fh", one._replace(id="gone")) == ((), (), ())


def test_the_best_way_to_mean_a_word_is_marked_and_no_other() -> None:
    one = phrase(1, title="fh发货")
    assert engine(book(one)).marks("fh", one).title == (Span(0, 2),)


def test_what_is_used_comes_first_among_equals_and_no_index_is_made() -> None:
    many = [phrase(number, title="发货") for number in range(300)]
    habits = Habits()
    tried = engine(book(*many), habits=habits, now=100.0)
    assert ids(tried.search("fahuo", limit=3)) == ["p0", "p1", "p2"]
    habits.use("b/p250", 100.0)
    assert ids(tried.search("fahuo", limit=3)) == ["p250", "p0", "p1"]
    habits.pin("b/p299")
    assert ids(tried.search("fahuo", limit=3)) == ["p299", "p250", "p0"]
    assert ids(tried.search("", limit=3)) == ["p299", "p250", "p0"]
    habits.unpin("b/p299")
    assert ids(tried.search("fahuo", limit=3)) == ["p250", "p0", "p1"]
    habits.use("b/gone", 100.0)
    habits.use("nowhere/p1", 100.0)
    assert ids(tried.search("fahuo", limit=3)) == ["p250", "p0", "p1"]


def test_what_is_liked_overtakes_many_that_match_in_a_better_place() -> None:
    many = [phrase(number, title="发货") for number in range(60)]
    liked = [phrase(97, title="查发货"), phrase(98, texts=("发货",))]
    habits = Habits({f"b/p{number}": 30.0 for number in (97, 98)}, pins=["b/p97"])
    tried = engine(book(*many, *liked), habits=habits)
    assert ids(tried.search("fahuo", limit=2)) == ["p97", "p0"]
    habits.unpin("b/p97")
    assert ids(tried.search("fahuo", limit=2)) == ["p0", "p1"]


def test_the_stage_that_was_reached_comes_first_where_something_was_typed() -> None:
    many = [
        phrase(number, title="发货", stage="ship" if number < 200 else "after")
        for number in range(300)
    ]
    habits = Habits()
    tried = engine(book(*many), habits=habits)
    assert ids(tried.search("fahuo", limit=2)) == ["p0", "p1"]
    habits.reach("after")
    assert ids(tried.search("fahuo", limit=2)) == ["p200", "p201"]
    assert ids(tried.search("fahuo", stage="ship", limit=2)) == ["p0", "p1"]
    assert ids(tried.search("", limit=2)) == ["p0", "p1"]
    habits.reach(None)
    assert ids(tried.search("fahuo", limit=2)) == ["p0", "p1"]


def test_habit_never_comes_before_a_code() -> None:
    habits = Habits({"b/p1": 30.0}, pins=["b/p1"])
    habits.reach("ship")
    other = phrase(2, code="fh", stage="after")
    tried = engine(book(phrase(1, title="fh发货"), other), habits=habits)
    assert ids(tried.search("fh")) == ["p2", "p1"]


def test_habit_is_not_heard_outside_of_the_filter() -> None:
    habits = Habits(pins=["b/p1"])
    one = book(phrase(1, title="发货", stage="after"), phrase(2, title="发货"))
    tried = engine(one, habits=habits)
    assert ids(tried.search("fh", stage="ship", limit=0)) == []
    assert ids(tried.search("fh @ship", limit=1)) == ["p2"]
    assert ids(tried.search("", stage="ship")) == ["p2"]


def test_an_answer_that_would_take_long_is_cut_short_unless_asked_thoroughly() -> None:
    # Each has both characters, never side by side in the needed order.
    many = [phrase(number, title="发ab", texts=("货发" * 3,)) for number in range(4000)]
    last = phrase(9999, title="x", texts=("发ab的",))
    tried = engine(book(*many, last))
    hasty = tried.search("发ab 发ab的")
    assert not hasty.complete
    thorough = tried.search("发ab 发ab的", thorough=True)
    assert thorough.complete
    assert ids(thorough) == ["p9999"]


def test_nothing_to_search() -> None:
    assert engine().search("x").hits == ()
    assert engine(book()).search("").hits == ()
    assert engine(book()).search("x @ship #y", stage="z").hits == ()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(_PHRASES, min_size=1, max_size=8),
    st.lists(_QUERIES, min_size=2, max_size=6),
)
def test_what_was_asked_before_changes_no_answer(
    phrases: list[object], queries: list[str]
) -> None:
    numbered = [item._replace(id=f"p{i}") for i, item in enumerate(phrases)]  # type: ignore[attr-defined]  # as above
    one = book(*numbered)
    asked = engine(one)
    for whole in queries:
        for end in range(1, len(whole) + 1):
            query = whole[:end]
            assert asked.search(query) == engine(one).search(query)
