"""Whose turn it is among the variants of a phrase.

Each buyer is shown one after the other, never the same twice running. A variant may be
pinned; then it is always that one. The state is a small value without names of buyers.
"""

import json
from collections.abc import Mapping
from itertools import islice
from types import MappingProxyType
from typing import Any, NamedTuple
from zlib import crc32

MOST_REMEMBERED = 2000
"""Turns that are kept, some 40 KiB; the oldest are forgotten first."""


class Variants(NamedTuple):
    """Turns and pins; every change makes a new value."""

    last: Mapping[str, int] = MappingProxyType({})
    """The variant that was used last, by a mark for buyer and phrase."""
    pinned: Mapping[str, int] = MappingProxyType({})
    """By key of the phrase."""

    def __repr__(self) -> str:
        """Without keys and marks, which no log has use for."""
        return f"<{len(self.last)} turns, {len(self.pinned)} pinned>"

    def turn(self, phrase: str, count: int, buyer: str = "") -> int:
        """Which of `count` variants of the phrase with this key is next for `buyer`.

        Asking changes nothing: what a preview shows is what will be pasted. For nobody
        in particular the first comes first; buyers begin at different ones.
        """
        pinned = self.pinned.get(phrase)
        if pinned is not None and pinned < count:
            return pinned
        mark = _mark(phrase, buyer)
        if mark not in self.last:
            return int(mark, 16) % count if buyer else 0
        last = self.last[mark]
        return (last + 1) % count if last < count else 0

    def last_used(self, phrase: str, buyer: str = "") -> int | None:
        """The variant that this buyer got last; None where nobody knows."""
        return self.last.get(_mark(phrase, buyer))

    def after(self, phrase: str, used: int, buyer: str = "") -> "Variants":
        """The state once variant `used` was shown or pasted."""
        mark = _mark(phrase, buyer)
        others = {each: last for each, last in self.last.items() if each != mark}
        surplus = len(others) + 1 - MOST_REMEMBERED
        kept = dict(islice(others.items(), max(surplus, 0), None))
        return self._replace(last={**kept, mark: used})

    def pin(self, phrase: str, variant: int | None) -> "Variants":
        """The state with `variant` pinned, or with none where that is None."""
        pinned = {key: value for key, value in self.pinned.items() if key != phrase}
        if variant is not None:
            pinned[phrase] = variant
        return self._replace(pinned=pinned)

    def as_text(self) -> str:
        """All of it, for `from_text`."""
        return json.dumps({"last": dict(self.last), "pinned": dict(self.pinned)})

    @classmethod
    def from_text(cls, text: str) -> "Variants":
        """What `as_text` made; a beginning where the text is anything else."""
        try:
            stored = json.loads(text)
        except (ValueError, RecursionError):
            return cls()
        if not isinstance(stored, dict):
            return cls()
        last, pinned = _numbers(stored.get("last")), _numbers(stored.get("pinned"))
        return cls({key: last[key] for key in last if _is_mark(key)}, pinned)


def _mark(phrase: str, buyer: str) -> str:
    """Stands for a buyer and a phrase, and tells neither."""
    # Two in 2000 share a mark once in 2000 states, and then one turn is skipped.
    # `hashlib` would bring OpenSSL along, which a start has no time for.
    named = f"{buyer}\x1f{phrase}".encode(errors="surrogatepass")
    return f"{crc32(named):08x}"


def _is_mark(text: str) -> bool:
    return len(text) == 8 and set(text) <= set("0123456789abcdef")  # noqa: PLR2004 - four bytes


def _numbers(stored: Any) -> dict[str, int]:
    if not isinstance(stored, dict):
        return {}
    return {
        key: value for key, value in stored.items() if type(value) is int and value >= 0
    }
