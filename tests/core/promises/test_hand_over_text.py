"""A hand-over read back from what chat programs make of it."""

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtdesk.core.errors import HandOverError
from qtdesk.core.promises.hand_over_text import HandOver, read, written
from qtdesk.core.promises.promise import plain_buyer, plain_matter
from qtdesk.core.promises.promises import Made
from tests.promise_world import MOMENT

GOLDEN = """\
【待办3条】#7f3a9c1b 2026-11-22 14:05 +08:00
1｜11-22 18:00｜尾号4567 云**｜催发货；
2｜11-22 18:30｜尾号8899｜改地址：等回复，30 分钟｜快递回复；
3｜01-02 10:00｜｜回电；
【待办完】"""
PROMISES = (
    Made("催发货", MOMENT.replace(hour=18, minute=0), "云**", "4567"),
    Made(
        "改地址：等回复，30 分钟",
        MOMENT.replace(hour=18, minute=30),
        "",
        "8899",
        next_step="快递回复",
    ),
    Made("回电", MOMENT.replace(year=2027, month=1, day=2, hour=10, minute=0)),
)
SHIFT = HandOver("7f3a9c1b", MOMENT, PROMISES)

_plain = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp", "Zs", "Cf"]), max_size=30
)
_matters = _plain.map(plain_matter).filter(bool)
_made = st.builds(
    Made,
    matter=_matters,
    due=st.integers(-200_000, 500_000).map(
        lambda n: MOMENT.replace(second=0) + timedelta(minutes=n)
    ),
    buyer=_plain.map(plain_buyer).filter(lambda name: not name.startswith("尾")),
    tail=st.from_regex(r"\d{0,8}", fullmatch=True).filter(str.isascii),
    check=st.just(""),
    next_step=_plain.map(plain_matter),
)
_shifts = st.builds(
    HandOver,
    number=st.from_regex(r"[0-9a-f]{8}", fullmatch=True),
    made=st.just(MOMENT),
    promises=st.lists(_made, max_size=12).map(tuple),
)


def test_it_reads_as_people_do() -> None:
    assert written(SHIFT) == GOLDEN
    assert read(GOLDEN) == SHIFT


@given(_shifts)
def test_what_was_written_is_read_back(shift: HandOver) -> None:
    assert read(written(shift)) == shift


CHATS: dict[str, Callable[[str], str]] = {
    "windows": lambda text: text.replace("\n", "\r\n"),
    "one line": lambda text: text.replace("\n", " "),
    "no line ends": lambda text: text.replace("\n", ""),
    "blank lines": lambda text: text.replace("\n", "\n\n"),
    "hard spaces": lambda text: text.replace(" ", "\u00a0"),
    "wide spaces": lambda text: text.replace(" ", "\u3000").replace("\n", "\n　"),
    "quoted": lambda text: re.sub("(?m)^", "> ", text),
    "around": lambda text: f"小李 18:03:22\n早班交接\n{text}\n收到 1｜谢谢",
    "narrow": lambda text: text.replace("｜", "|").replace("；", ";"),
    "invisible": lambda text: text.replace("\n", "\n\u200b"),
}


@pytest.mark.parametrize("chat", CHATS)
def test_chat_programs_may_change_what_is_not_seen(chat: str) -> None:
    assert read(CHATS[chat](written(SHIFT))) == SHIFT


@given(_shifts, st.sampled_from(["windows", "one line", "no line ends", "around"]))
def test_none_of_it_changes_any_hand_over(shift: HandOver, chat: str) -> None:
    assert read(CHATS[chat](written(shift))) == shift


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("好的，收到", "There is no hand-over in this text."),
        (GOLDEN.partition("2｜")[0], "Missing of 3 lines: 2, 3."),
        (GOLDEN.replace("【待办完】", ""), "Its end is missing"),
        (GOLDEN.replace("1｜11-22", "1｜13-45"), "Line 1 was changed."),
        (GOLDEN.replace("3｜01-02 10:00｜｜回电", "3｜01-02 10:00｜回电"), "Line 3"),
        (
            GOLDEN.replace("2026-11-22 14", "2026-19-22 14"),
            "Its first line was changed.",
        ),
        (GOLDEN.replace("待办3条", "待办2条"), "or a line is odd"),
        (GOLDEN.replace("2｜11-22", "二｜11-22"), "Missing of 3 lines: 2."),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_taken(text: str, told: str) -> None:
    with pytest.raises(HandOverError) as error:
        read(text)
    assert told in str(error.value)


@given(
    st.text() | st.lists(st.sampled_from(GOLDEN.split("\n")), max_size=9).map("\n".join)
)
def test_any_text_is_a_hand_over_or_refused_in_words(text: str) -> None:
    with suppress(HandOverError):
        assert read(text).number
