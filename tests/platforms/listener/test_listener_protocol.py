import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtdesk.platforms.listener.lines import Lines
from qtdesk.platforms.listener.protocol import (
    LINE_LIMIT,
    Alive,
    Ask,
    CodeDropped,
    CodeFollowed,
    CodeTyped,
    Deaf,
    Greeting,
    Listening,
    Message,
    Ping,
    PrefixTyped,
    decode,
    encode,
)

_numbers = st.integers(0, 2**32)
_MESSAGES = st.one_of(
    st.builds(Greeting, _numbers),
    st.just(Listening()),
    st.builds(Deaf, st.text()),
    st.builds(PrefixTyped, _numbers),
    st.just(CodeDropped()),
    st.just(CodeFollowed()),
    st.builds(CodeTyped, st.text(), _numbers, _numbers, _numbers, _numbers),
    st.just(Alive()),
    st.builds(Ask, st.text(), st.lists(st.text()).map(tuple)),
    st.just(Ping()),
)


@given(_MESSAGES)
def test_every_message_comes_back(message: Message) -> None:
    line = encode(message)
    assert line.count(b"\n") == 1
    back = decode(line)
    assert (type(back), back) == (type(message), message)


def test_how_a_line_looks() -> None:
    assert encode(Greeting(1)) == b'["Greeting", 1]\n'
    assert encode(Ask(";", ("keepassxc",))) == b'["Ask", ";", ["keepassxc"]]\n'


@pytest.mark.parametrize(
    "line",
    [
        *("", "{}", "[]", "3", '["Nothing"]', '["Greeting"]', '["Greeting", "1"]'),
        *('["Greeting", true]', '["Greeting", 1, 2]', '["Ask", ";", "x"]'),
        *('["Ask", ";", [1]]', "[[]]", '["CodeTyped", 1, 1, 1, 1, 1]', "\xff"),
        "[" * 4000,
    ],
)
def test_what_is_no_message_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        decode(line.encode("latin-1"))


@given(st.binary())
def test_nonsense_is_never_more_than_refused(line: bytes) -> None:
    try:
        message = decode(line)
    except ValueError:
        return
    assert json.loads(line)[0] == type(message).__name__


def test_codes_do_not_show() -> None:
    assert "字" not in repr(CodeTyped("字", 3, 1, 2, 3))


@given(
    st.lists(st.binary(min_size=1).filter(lambda text: b"\n" not in text)), st.data()
)
def test_lines_in_any_pieces(texts: list[bytes], data: st.DataObject) -> None:
    stream = b"".join(text + b"\n" for text in texts)
    lines, found = Lines(), []
    while stream:
        size = data.draw(st.integers(1, len(stream)))
        found += lines.feed(stream[:size])
        stream = stream[size:]
    assert found == texts


def test_the_end_and_a_flood_end_it() -> None:
    assert Lines().feed(b"") == [b""]
    assert Lines().feed(b"x" * (LINE_LIMIT + 1)) == [b""]
