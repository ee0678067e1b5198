"""Tells when a code was typed: prefix, code, space.

    start of a word ── prefix ─► armed ── letters ─► armed ── space ─► recognised
                                   └── anything else ─► dropped

The space belongs to the abbreviation: it ends the code, so that `;th` and `;thx` can
both exist, and it is erased with it. Enter never ends a code, because it sends. Of the
text before the prefix nothing is kept but whether each character belonged to a word.
"""

from collections import deque
from typing import NamedTuple, assert_never

from qtdesk.core.abbreviations.strokes import Away, Back, Stroke, Text

CODE_LIMIT = 32
"""Longer codes are not typed; what is longer is not remembered."""
PAUSE_S = 5.0
"""Whoever pauses longer within a code may have forgotten that it was one."""
_END = " "


class Armed(NamedTuple):
    """A prefix was typed where a code may begin."""

    at: float


class Dropped(NamedTuple):
    """What began as a code will not become one."""

    at: float


class Recognised(NamedTuple):
    """Prefix, code and space were typed one after the other, and nothing else."""

    code: str
    length: int
    """Characters before the cursor that belong to it."""
    at: float
    """When the space was typed."""

    def __repr__(self) -> str:
        """Without the code, which no log may hold."""
        return f"Recognised(at={self.at})"


Verdict = Armed | Dropped | Recognised | None


class Recogniser:
    """Feed it every stroke in order; it answers what that stroke meant."""

    __slots__ = ("_before", "_code", "_last", "_prefix")

    def __init__(self, prefix: str) -> None:
        """Begin, not knowing what stands before the cursor.

        `prefix` is a single character that no code contains.
        """
        self._prefix = prefix
        self._before: deque[bool] = deque(maxlen=CODE_LIMIT)
        """For each character before the cursor whether it belongs to a word."""
        self._code: list[str] | None = None
        self._last = float("-inf")

    def __repr__(self) -> str:
        """Without anything that was typed."""
        return f"Recogniser(armed={self.armed})"

    @property
    def armed(self) -> bool:
        """Whether a prefix was typed and its code is still open."""
        return self._code is not None

    def feed(self, stroke: Stroke) -> Verdict:
        """What `stroke` meant."""
        late = stroke.at - self._last >= PAUSE_S or stroke.at < self._last
        self._last = stroke.at
        dropped = self._forget(stroke.at) if late else None
        match stroke:
            case Text():
                return self._type(stroke) or dropped
            case Back():
                return self._take_back(stroke.at) or dropped
            case Away():
                return self._forget(stroke.at) or dropped
            case _:
                assert_never(stroke)

    def _forget(self, at: float) -> Verdict:
        """Know nothing any more about what stands before the cursor."""
        was_armed = self.armed
        self._before.clear()
        self._code = None
        return Dropped(at) if was_armed else None

    def _type(self, stroke: Text) -> Verdict:
        if self._code is None:
            return self._type_plain(stroke)
        if stroke.character == _END:
            return self._end(stroke.at)
        if self._cannot_continue(stroke.character):
            return self._give_up(stroke.character, stroke.at)
        self._code.append(stroke.character)
        return None

    def _cannot_continue(self, character: str) -> bool:
        full = len(self._code or ()) >= CODE_LIMIT
        return full or character == self._prefix or character.isspace()

    def _type_plain(self, stroke: Text) -> Verdict:
        in_word = bool(self._before) and self._before[-1]
        if stroke.character == self._prefix and not in_word:
            self._code = []
            return Armed(stroke.at)
        self._before.append(self._is_of_a_word(stroke.character))
        return None

    def _is_of_a_word(self, character: str) -> bool:
        # A prefix typed twice is no beginning: so one can be written as it is.
        return character.isalnum() or character in {"_", self._prefix}

    def _end(self, at: float) -> Verdict:
        if not self._code:
            return self._give_up(_END, at)
        code = "".join(self._code)
        self._forget(at)
        return Recognised(code, len(self._prefix + code + _END), at)

    def _give_up(self, character: str, at: float) -> Verdict:
        """What was typed stays where it is, and counts as one word."""
        self._before.extend(True for _ in (self._prefix, *(self._code or ())))
        self._code = None
        self._before.append(self._is_of_a_word(character))
        return Dropped(at)

    def _take_back(self, at: float) -> Verdict:
        if self._code:
            self._code.pop()
            return None
        if self._code is not None:
            self._code = None
            return Dropped(at)
        if self._before:
            self._before.pop()
        return None
