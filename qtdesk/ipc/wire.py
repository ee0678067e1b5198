"""What travels: requests `{"v": 1, "do": ...}` and their answers, one line each.

An answer is `{"v": 1, "ok": true, "answer": {...}}`, or an error in words:
`{"v": 1, "ok": false, "error": {"title": ..., "detail": ..., "hint": ...}}`. `ping` is
answered in here, everything else by the application. Knows no sockets.
"""

import json
import os
from collections.abc import Callable
from typing import Any

from qtdesk.core.errors import QtdeskError, RunningError
from qtdesk.core.words import QT_TRANSLATE_NOOP, Words, words

VERSION = 1
"""Raised when an old instance would misunderstand a new request."""

LONGEST_LINE = 64 * 1024
"""Bytes of a request or answer, its end of line included."""

Message = dict[str, Any]
Handler = Callable[[Message], Message]
"""Answers one request; raises a QtdeskError to refuse it."""


class NotRunningError(RunningError):
    """There is no running instance for this data folder."""

    def __init__(self) -> None:
        super().__init__(
            words(QT_TRANSLATE_NOOP("core", "qtdesk is not running.")),
            hint=words(QT_TRANSLATE_NOOP("core", "Start it, then try again.")),
        )


def no_answer() -> RunningError:
    """The error for an instance that is there and says nothing."""
    return RunningError(
        words(QT_TRANSLATE_NOOP("core", "The running qtdesk does not answer.")),
        hint=words(QT_TRANSLATE_NOOP("core", "Wait a moment, or end it and start it.")),
    )


def too_long() -> RunningError:
    """The error for a line beyond the limit."""
    return RunningError(
        words(
            QT_TRANSLATE_NOOP("core", "A request may have {limit} bytes, no more."),
            limit=LONGEST_LINE,
        )
    )


def request_line(request: Message) -> bytes:
    """`request`, ready to be sent.

    Raises:
        RunningError: it is too long.
    """
    line = _line(request)
    if len(line) > LONGEST_LINE:
        raise too_long()
    return line


def answer_line(line: bytes, handler: Handler) -> bytes:
    """Have the request in `line` answered; the answer, ready to be sent."""
    try:
        if len(line) >= LONGEST_LINE:
            raise too_long()
        request = _read(line)
        if request.get("do") == "ping":
            return _line({"ok": True, "answer": {"pid": os.getpid()}})
        return _line({"ok": True, "answer": handler(request)})
    except QtdeskError as refusal:
        return refusal_line(refusal)


def refusal_line(refusal: QtdeskError) -> bytes:
    """`refusal` as an answer, ready to be sent."""
    parts = {
        "title": str(refusal.title),
        "detail": str(refusal.detail),
        "hint": str(refusal.hint),
    }
    return _line({"ok": False, "error": parts})


def read_answer(line: bytes) -> Message:
    """What was answered.

    Raises:
        RunningError: the request was refused, or the answer is not ours to read.
    """
    message = _read(line)
    answer = message.get("answer")
    if message.get("ok") is True and isinstance(answer, dict):
        return answer
    error = message.get("error")
    if not isinstance(error, dict):
        raise _unreadable()
    said = (Words(str(error.get(part, ""))) for part in ("title", "detail", "hint"))
    raise RunningError(*said)


def _line(message: Message) -> bytes:
    return json.dumps({"v": VERSION, **message}).encode() + b"\n"


def _read(line: bytes) -> Message:
    try:
        message = json.loads(line)
    except (ValueError, RecursionError):
        message = None
    if not isinstance(message, dict):
        raise _unreadable()
    if message.get("v") != VERSION:
        raise RunningError(
            words(QT_TRANSLATE_NOOP("core", "The running qtdesk is another version.")),
            words(
                QT_TRANSLATE_NOOP("core", "One speaks protocol {ours}, one {theirs}."),
                ours=VERSION,
                theirs=message.get("v"),
            ),
            words(QT_TRANSLATE_NOOP("core", "Quit it and start it anew.")),
        )
    return message


def _unreadable() -> RunningError:
    return RunningError(
        words(QT_TRANSLATE_NOOP("core", "That is not a message of qtdesk."))
    )
