import json
import os
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtdesk.core.errors import RunningError
from qtdesk.core.words import Words
from qtdesk.ipc.wire import (
    LONGEST_LINE,
    Message,
    answer_line,
    read_answer,
    refusal_line,
    request_line,
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


def echo(request: Message) -> Message:
    return {"asked": request}


@given(st.dictionaries(st.text(), JSON).filter(lambda made: made.get("do") != "ping"))
def test_any_request_arrives_as_it_was(request: dict[str, Any]) -> None:
    request.pop("v", None)
    line = request_line(request)
    assert line.count(b"\n") == 1
    assert read_answer(answer_line(line, echo)) == {"asked": {"v": 1, **request}}


@given(st.binary(max_size=60))
def test_any_noise_is_answered_in_words(noise: bytes) -> None:
    with pytest.raises(RunningError, match=r"."):
        read_answer(answer_line(noise, echo))


@pytest.mark.parametrize("answer", [b"", b"[]", b"nul", b'{"v":1}', b'{"v":1,"ok":1}'])
def test_any_noise_is_no_answer(answer: bytes) -> None:
    with pytest.raises(RunningError, match="not a message"):
        read_answer(answer)


def test_ping_needs_no_handler() -> None:
    def never(request: Message) -> Message:
        raise AssertionError(request)

    answer = read_answer(answer_line(request_line({"do": "ping"}), never))
    assert answer == {"pid": os.getpid()}


def test_refusals_keep_their_three_sentences() -> None:
    refusal = RunningError(Words("No {0}."), Words("Why."), Words("Do."))
    with pytest.raises(RunningError) as caught:
        read_answer(refusal_line(refusal))
    error = caught.value
    sentences = [str(error.title), str(error.detail), str(error.hint)]
    assert sentences == ["No {0}.", "Why.", "Do."]


def test_another_version_is_told_apart_on_both_ends() -> None:
    old = json.dumps({"v": 0, "do": "ping"}).encode()
    with pytest.raises(RunningError, match="protocol 1, one 0"):
        read_answer(answer_line(old, echo))
    with pytest.raises(RunningError, match="another version"):
        read_answer(b'{"v": 2, "ok": true, "answer": {}}')


def test_too_long_to_send_or_to_read() -> None:
    with pytest.raises(RunningError, match=str(LONGEST_LINE)):
        request_line({"path": "x" * LONGEST_LINE})
    with pytest.raises(RunningError, match=str(LONGEST_LINE)):
        read_answer(answer_line(b" " * LONGEST_LINE, echo))
