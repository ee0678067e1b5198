import pytest

from qtdesk.core.errors import PhraseError
from qtdesk.core.own_phrases.draft import Draft
from qtdesk.core.phrases import OWN, Phrase, Picture, Validity

BLANK = Phrase(OWN, "own-1", "answer", "", "", ("",))


def test_lines_are_put_right() -> None:
    draft = Draft(
        "  催  发货 ",
        ("亲\r\n您好\n\n", "  ", "二"),
        code=" cfh ",
        keywords="催，快、 发货;催",
    )
    phrase = draft.finished(BLANK)
    assert phrase.title == "催 发货"
    assert phrase.texts == ("亲\n您好", "二")
    assert (phrase.code, phrase.keywords) == ("cfh", ("催", "快", "发货"))


def test_a_draft_of_a_phrase_is_that_phrase() -> None:
    days = Validity("2026-11-01", "2026-11-11T18:00", "理由", promotion=True)
    phrase = Phrase(
        *("shop", "a", "ship", "常问", "标题"),
        ("一", "二"),
        *("c", ("k",), ("tag",), days),
        sequence=True,
    )
    assert Draft.of(phrase).finished(phrase) == phrase


def test_what_cannot_be_pasted_is_left_out() -> None:
    phrase = Draft("a\x00b", ("x\x1fy\x1e\ud800",)).finished(BLANK)
    assert (phrase.title, phrase.text) == ("a b", "xy")


def test_without_a_title_the_text_names_it() -> None:
    assert Draft(texts=("您好\n欢迎",)).finished(BLANK).title == "您好"
    long = Draft(texts=("好" * 50,)).finished(BLANK).title
    assert (len(long), long[-1]) == (20, "…")


def test_parts_are_parts_only_where_there_are_several() -> None:
    assert not Draft("t", ("一",), sequence=True).finished(BLANK).sequence
    assert Draft("t", ("一", "二"), sequence=True).finished(BLANK).sequence


@pytest.mark.parametrize(
    "draft",
    [
        Draft("t", ("", " \n ")),
        Draft("t", ("x",), begins="11月11日"),
        Draft("t", ("x",), ends="2026-02-30"),
        Draft("t", ("x",), begins="2026-11-12", ends="2026-11-11"),
    ],
)
def test_what_is_missing_or_cannot_be_read_is_told(draft: Draft) -> None:
    with pytest.raises(PhraseError) as told:
        draft.finished(BLANK)
    assert told.value.hint


def test_days_are_written_as_people_write_them() -> None:
    draft = Draft("t", ("x",), begins="2026/1/2", ends=" 2026-11-11 18:00 ")
    assert draft.finished(BLANK).validity == Validity("2026-01-02", "2026-11-11T18:00")


def test_what_stands_behind_the_texts_and_is_none_stays_there() -> None:
    picture = Picture("a.png", "0a")
    phrase = BLANK._replace(
        title="t", texts=("表发您", ""), sequence=True, picture=picture
    )
    draft = Draft.of(phrase)
    assert draft.texts == ("表发您",)
    assert draft.finished(phrase) == phrase
    changed = draft._replace(texts=("对照表发您",)).finished(phrase)
    assert (changed.texts, changed.sequence) == (("对照表发您", ""), True)


def test_what_nobody_touched_stays_as_the_book_has_it() -> None:
    odd = Phrase(
        *("shop", "a", "ship", "常  问", "两  天"),
        ("一\u00a0二  ", "三\u2028四"),
        *("a  b", ("k、l", "m")),
    )
    changed = Draft.of(odd)._replace(code="x").finished(odd)
    assert changed == odd._replace(code="x")
