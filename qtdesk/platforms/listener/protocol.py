"""What parent and listener say to each other: one JSON array per line.

The first word names the message, the rest are its fields in order. The listener's
first line is its greeting; with another version nothing else is understood.
"""

import json
from typing import NamedTuple

VERSION = 2
LINE_LIMIT = 4096
"""No honest line is as long."""


class Greeting(NamedTuple):
    """The listener has started."""

    version: int


class Listening(NamedTuple):
    """Keys are heard from now on."""


class Deaf(NamedTuple):
    """Keys cannot be heard; the listener ends."""

    why: str
    """A name of `Deafness`."""


class PrefixTyped(NamedTuple):
    """A prefix was typed where a code may begin."""

    window: int
    """The window in front."""


class CodeDropped(NamedTuple):
    """What began as a code was none."""


class CodeTyped(NamedTuple):
    """A code was typed whole; some listeners hear no more until they are to go on."""

    code: str
    length: int
    window: int
    time: int
    """The system's time of the last key, in its milliseconds."""
    key: int
    """The system's number of that key."""

    def __repr__(self) -> str:
        """Without the code, which no log may hold."""
        return f"CodeTyped({self.length})"


class CodeFollowed(NamedTuple):
    """A key or a click came behind the code that was typed last."""


class Alive(NamedTuple):
    """The answer to `Ping`."""


class Ask(NamedTuple):
    """What to listen for; the listener hears nothing before it."""

    prefix: str
    never: tuple[str, ...]


class Ping(NamedTuple):
    """Whether the listener still hears."""


class GoOn(NamedTuple):
    """The code that was typed last is settled, or nobody wants to replace it."""


Heard = PrefixTyped | CodeDropped | CodeTyped | CodeFollowed
Message = Greeting | Listening | Deaf | Heard | Alive | Ask | Ping | GoOn
_KINDS: dict[str, type[Message]] = {
    kind.__name__: kind
    for kind in (
        *(Greeting, Listening, Deaf),
        *(PrefixTyped, CodeDropped, CodeTyped, CodeFollowed),
        *(Alive, Ask, Ping, GoOn),
    )
}


def encode(message: Message) -> bytes:
    """One line."""
    return json.dumps([type(message).__name__, *message]).encode() + b"\n"


def decode(line: bytes) -> Message:
    """The message in `line`.

    Raises:
        ValueError: it is none of ours.
    """
    try:
        words = json.loads(line)
    except RecursionError as problem:
        raise ValueError("not a message") from problem
    if not isinstance(words, list) or not words or not isinstance(words[0], str):
        raise ValueError("not a message")
    kind = _KINDS.get(words[0])
    if kind is None:
        raise ValueError("not a message that is known")
    fields = kind.__annotations__.values()
    if len(words) - 1 != len(fields):
        raise ValueError("fields are missing, or too many")
    values = [_read(field, word) for field, word in zip(fields, words[1:], strict=True)]
    return kind._make(values)


def _read(field: object, word: object) -> object:
    if field is str or field is int:
        if type(word) is not field:
            raise ValueError("a field of another kind")
        return word
    if not isinstance(word, list) or any(type(part) is not str for part in word):
        raise ValueError("a field of another kind")
    return tuple(word)
