"""What is written is read back the same: books, and one phrase among others."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtdesk.core.phrases import Book, Phrase, Picture, Validity
from qtdesk.core.phrases.fitness import has_unfit_characters
from qtdesk.formats import read_book
from qtdesk.formats.yaml_writing import book_yaml, phrase_yaml

HEAD = {"id": "mine-8821", "title": "我的短语", "locale": "zh-CN", "version": "1"}

ODD = "亲 :#-{}[]&*!|>%@`'\"\\,，、?~=<b>\t 😀é𠮷\u200b\u3000\u0085\u2028ab1."
lines = st.text(ODD, min_size=1, max_size=12)


def _fit(text: str) -> bool:
    return bool(text.strip()) and not has_unfit_characters(text)


words = lines.map(lambda text: " ".join(text.split())).filter(_fit)
texts = (
    st.lists(lines, min_size=1, max_size=4)
    .map(lambda some: "\n".join(some).rstrip("\n"))
    .filter(_fit)
)
days = st.sampled_from(["", "2026-11-01", "2026-11-11T18:00"])
validities = st.builds(
    lambda begins, ends, revoked, promotion: Validity(
        begins, max(begins[:10], ends) if ends else "", revoked, promotion
    ),
    *(days, days, st.sampled_from([None, "", "换成: 新 #话术"]), st.booleans()),
)


@st.composite
def phrases(draw: st.DrawFn, number: int = 0) -> Phrase:
    written = tuple(draw(st.lists(texts, min_size=1, max_size=3)))
    return Phrase(
        *("mine-8821", f"own-{number}", draw(st.sampled_from(["ship", "自己的"]))),
        *(draw(words), draw(words), written),
        draw(st.just("") | words),
        tuple(dict.fromkeys(draw(st.lists(words, max_size=3)))),
        tuple(dict.fromkeys(draw(st.lists(words, max_size=2)))),
        draw(validities),
        sequence=len(written) > 1 and draw(st.booleans()),
    )


def read(text: str) -> Book:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "book.yaml"
        path.write_text(text, encoding="utf-8")
        return read_book(path)


@given(phrases())
def test_a_phrase_goes_into_a_book_as_it_is(phrase: Phrase) -> None:
    around = "id: mine-8821\ntitle: t\nlocale: zh-CN\nstages:\n"
    before = "  - key: greet\n    situations: []\n"
    (got,) = read(around + before + phrase_yaml(phrase, {"自己的": "自己的"})).phrases
    assert got == phrase


@given(st.lists(phrases(), min_size=1, max_size=4))
def test_a_book_is_read_back(some: list[Phrase]) -> None:
    numbered = [
        one._replace(id=f"own-{number}", code="") for number, one in enumerate(some)
    ]
    book = read(book_yaml(HEAD, numbered, {}))
    assert (book.id, book.title, book.version) == ("mine-8821", "我的短语", "1")
    # Stages and situations are put together.
    assert sorted(book.phrases) == sorted(numbered)
    assert not [one for one in book.problems if one.fatal]


@pytest.mark.parametrize(
    "title", ["001", "true", "null", "2026-11-11", "1e3", "~", "-"]
)
def test_words_that_mean_something_in_yaml_stay_words(title: str) -> None:
    phrase = Phrase("mine-8821", "a", "ship", title, title, (title,), code=title)
    (got,) = read(book_yaml(HEAD, [phrase], {})).phrases
    assert got == phrase


def test_it_reads_as_a_lead_would_write_it() -> None:
    phrase = Phrase(
        *("mine-8821", "own-1", "ship", "催发货", "今天发"),
        ("亲，今天发。\n单号 {ask:快递单号}",),
        code="cfh",
        keywords=("催", "快"),
        validity=Validity(ends="2026-11-11T18:00"),
    )
    assert phrase_yaml(phrase, {}) == (
        "  - key: ship\n"
        "    situations:\n"
        "      - title: 催发货\n"
        "        phrases:\n"
        "          - id: own-1\n"
        "            title: 今天发\n"
        "            code: cfh\n"
        "            keywords:\n"
        "              - 催\n"
        "              - 快\n"
        "            until: 2026-11-11 18:00\n"
        "            text: |-\n"
        "              亲，今天发。\n"
        "              单号 {ask:快递单号}\n"
    )


def test_a_picture_and_html_are_named_as_a_lead_would() -> None:
    chart = Phrase(
        *("mine-8821", "a", "ask", "s", "尺码表", ("您看这张表", "")),
        sequence=True,
        picture=Picture("pictures/a.png", "0a"),
    )
    alone = chart._replace(id="b", texts=("",), sequence=False)
    rich = Phrase(
        *("mine-8821", "c", "ask", "s", "量法", ("这样量",)), html="<b>这样</b>量"
    )
    written = book_yaml(HEAD, [chart, alone, rich], {})
    assert written.count("image: pictures/a.png") == 2
    got = read(written).phrases
    assert got[0].texts == chart.texts
    assert got[1].texts == alone.texts
    assert got[2] == rich
