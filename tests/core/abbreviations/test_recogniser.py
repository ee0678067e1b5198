"""A text field is played beside the recogniser, which sees only the keys."""

from hypothesis import given
from hypothesis import strategies as st

from qtdesk.core.abbreviations import (
    CODE_LIMIT,
    PAUSE_S,
    Armed,
    Away,
    Back,
    Dropped,
    Recognised,
    Recogniser,
    Stroke,
    Text,
    Verdict,
    Why,
)

_CLICK = Away(Why.CLICK, 0.0)
_characters = st.sampled_from([*";;;  hi", "，", "字", "7", "_", ".", "\t"])
_strokes = st.one_of(
    _characters.map(lambda character: Text(character, 0.0)),
    _characters.map(lambda character: Text(character, 0.0)),
    st.just(Back(0.0)),
    st.sampled_from(Why).map(lambda why: Away(why, 0.0)),
)
_gaps = st.sampled_from([0.0, 0.1, 0.1, PAUSE_S - 0.01, PAUSE_S])


def fed(strokes: str | list[Stroke], prefix: str = ";") -> list[Verdict]:
    recogniser = Recogniser(prefix)
    if isinstance(strokes, str):
        strokes = [Text(character, 0.0) for character in strokes]
    verdicts = (recogniser.feed(stroke) for stroke in strokes)
    return [verdict for verdict in verdicts if verdict is not None]


def codes(strokes: str | list[Stroke], prefix: str = ";") -> list[str]:
    found = fed(strokes, prefix)
    return [verdict.code for verdict in found if isinstance(verdict, Recognised)]


def test_prefix_code_and_space() -> None:
    assert fed(";hi ") == [Armed(0.0), Recognised("hi", 4, 0.0)]


def test_behind_other_text() -> None:
    assert codes("well, ;hi then ;th ") == ["hi", "th"]
    assert codes("好，;hi ") == ["hi"]


def test_never_within_a_word() -> None:
    assert codes("a;hi ") == []
    assert codes("http;hi ") == []
    assert codes("字;hi ") == []


def test_a_doubled_prefix_writes_it_as_it_is() -> None:
    assert codes(";;hi ") == []
    assert codes(";;hi ;hi ") == ["hi"]


def test_a_prefix_alone_is_a_prefix() -> None:
    assert codes("; hi ;hi ") == ["hi"]


def test_codes_of_which_one_begins_the_other() -> None:
    assert codes(";th ;thx ") == ["th", "thx"]


def test_backspace_takes_back_a_letter_of_the_code() -> None:
    strokes: list[Stroke] = [Text(letter, 0.0) for letter in ";hx"]
    assert codes([*strokes, Back(0.0), Text("i", 0.0), Text(" ", 0.0)]) == ["hi"]


def test_backspace_takes_back_the_prefix() -> None:
    strokes: list[Stroke] = [Text("a", 0.0), Text(" ", 0.0), Text(";", 0.0)]
    found = fed([*strokes, Back(0.0), Text("h", 0.0), Text(" ", 0.0)])
    assert found == [Armed(0.0), Dropped(0.0)]


def test_backspace_back_into_a_word() -> None:
    letters: list[Stroke] = [Text(letter, 0.0) for letter in "ab "]
    rest: list[Stroke] = [Text(letter, 0.0) for letter in ";hi "]
    assert codes([*letters, Back(0.0), *rest]) == []
    assert codes([*letters, *[Back(0.0)] * 3, *rest]) == ["hi"]


def test_whatever_moves_the_cursor_ends_a_code() -> None:
    for why in Why:
        strokes: list[Stroke] = [Text(";", 0.0), Text("h", 0.0), Away(why, 0.0)]
        assert codes([*strokes, Text("i", 0.0), Text(" ", 0.0)]) == []


def test_a_pause_ends_a_code() -> None:
    strokes: list[Stroke] = [Text(";", 0.0), Text("h", 1.0), Text(" ", 1.0 + PAUSE_S)]
    assert fed(strokes) == [Armed(0.0), Dropped(1.0 + PAUSE_S)]


def test_a_clock_that_goes_back_ends_a_code() -> None:
    assert codes([Text(";", 9.0), Text("h", 9.0), Text(" ", 1.0)]) == []


def test_a_code_that_is_too_long_is_none() -> None:
    assert codes(";" + "h" * CODE_LIMIT + " ") == ["h" * CODE_LIMIT]
    assert codes(";" + "h" * (CODE_LIMIT + 1) + " ") == []


def test_another_prefix() -> None:
    assert codes("/hi ;hi ", "/") == ["hi"]


@given(st.lists(st.tuples(_strokes, _gaps), max_size=60))
def test_only_what_was_just_typed_is_ever_claimed(
    played: list[tuple[Stroke, float]],
) -> None:
    recogniser = Recogniser(";")
    field, now = "", 0.0
    for stroke, gap in played:
        now += gap
        verdict = recogniser.feed(stroke._replace(at=now))
        match stroke:
            case Text():
                field += stroke.character
            case Back():
                field = field[:-1]
            case Away():
                field = ""  # from here on it is somebody else's text
        if isinstance(verdict, Recognised):
            assert field.endswith(f";{verdict.code} ")
            assert verdict.length == len(verdict.code) + 2
            before = field[: -verdict.length]
            assert not (before and (before[-1].isalnum() or before[-1] in ";_"))
            field = ""  # the phrase is there now


@given(st.lists(_strokes, max_size=40), st.sampled_from(Why))
def test_nothing_from_before_the_cursor_moved_counts(
    played: list[Stroke], why: Why
) -> None:
    recogniser, fresh = Recogniser(";"), Recogniser(";")
    for stroke in played:
        recogniser.feed(stroke)
    recogniser.feed(Away(why, 0.0))
    assert not recogniser.armed
    for letter in ";hi ":
        stroke = Text(letter, 0.0)
        assert recogniser.feed(stroke) == fresh.feed(stroke)


@given(st.lists(_strokes, max_size=200))
def test_little_is_kept_and_nothing_is_shown(played: list[Stroke]) -> None:
    recogniser = Recogniser(";")
    for stroke in played:
        recogniser.feed(stroke)
        assert len(recogniser._code or ()) <= CODE_LIMIT
        assert len(recogniser._before) <= CODE_LIMIT
        assert set(recogniser._before) <= {True, False}
    assert repr(recogniser) in {"Recogniser(armed=True)", "Recogniser(armed=False)"}
    assert "字" not in repr(Text("字", 0.0)) + repr(Recognised("字", 3, 0.0))


def test_armed_and_dropped_take_turns() -> None:
    found = fed([Text(";", 0.0), _CLICK, _CLICK, Text(";", 0.0), _CLICK])
    assert found == [Armed(0.0), Dropped(0.0), Armed(0.0), Dropped(0.0)]
