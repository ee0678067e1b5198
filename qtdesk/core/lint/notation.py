"""How packs write what is looked for: words, and a few signs for what may vary.

    国家级              the word
    最{好|棒}的         one of several; an empty one may be left out
    好评…红包           up to ten characters between, within one sentence; …… up to
                        twenty, ……… up to thirty
    加~微信             up to three; three times as many among Latin letters
    <number> <account>  a shape, see `SHAPES`
    ^在$                the whole text but for signs; `^$` is a text of signs only, and
                        `^<character>$` one with a single letter or digit

Half or full width and case make no difference. There is nothing that could take long:
gaps are short, and nothing repeats.
"""

import re
from functools import cached_property
from itertools import product
from math import prod

from qtdesk.core.lint.views import SENTENCE_ENDS, folded
from qtdesk.core.words import QT_TRANSLATE_NOOP, Words, words

SHAPES = {
    "number": r"\d{1,12}",
    "amount": r"[\d一二两三四五六七八九十百千万几半]{1,8}",
    "account": r"[a-z][a-z0-9]{5,19}(?![a-z0-9])",
    "qq": r"[1-9]\d{4,10}(?!\d)",
    "mobile": r"1[3-9]\d{9}(?!\d)",
    "link": r"[^\s,。;、\"'<>]{3,200}",
}
"""What can stand for itself, by name; in the form that all text is brought to first."""
ANY_CHARACTER = "^<character>$"
"""The one pattern for a text of a single letter or digit, whichever it is."""

_TOKEN = re.compile(r"\{(?P<choice>[^{}]*)\}|(?P<gap>…{1,3}|~)|<(?P<shape>[a-z]+)>")
_GAPS = {"~": 3, "…": 10, "……": 20, "………": 30}
_LATIN_TIMES = 3
"""A Chinese word has two characters, an English one has six."""
_MOST_WORDS = 96
"""So many words are looked up one by one; more are left to a regular expression."""
_CHINESE = re.compile("[\u4e00-\u9fff]")
_SIGNS = frozenset("{}<>^$…~")
_BROKEN = re.compile(r"[{}<>^$]")


class NotationError(ValueError):
    """A pattern that means nothing; `what` and `remedy` say why."""

    def __init__(self, what: Words, remedy: Words) -> None:
        super().__init__(str(what))
        self.what = what
        self.remedy = remedy


class Pattern:
    """What is looked for: one of its `heads`, and behind it the `tail`."""

    def __init__(self, source: str, heads: tuple[str, ...], tail: str = "") -> None:
        """Take the parts; `tail` is a regular expression, empty for none."""
        self.source = source
        self.heads = heads
        self._tail = tail
        self.whole = source.startswith("^")
        """Whether nothing else may stand in the text."""
        self.linked = "<link>" in source
        """Whether signs between letters are a part of it."""

    @cached_property
    def _compiled(self) -> "re.Pattern[str]":
        # Only once its head was met: all of them together would take 50 ms.
        return re.compile(self._tail)

    def rest(self, text: str, at: int) -> tuple[int, int] | None:
        """Where the last word of a match is whose head ends `at`, if it is one.

        Without a tail both places are `at`.
        """
        if not self._tail:
            return at, at
        found = self._compiled.match(text, at)
        return found.span("last") if found else None

    def __repr__(self) -> str:
        return f"Pattern({self.source!r})"


def parse(source: str) -> Pattern:
    """The pattern that is written as `source`.

    Raises:
        NotationError: it means nothing.
    """
    if source and _SIGNS.isdisjoint(source):
        return Pattern(source, (folded(source),))
    if source == ANY_CHARACTER:
        return Pattern(source, (ANY_CHARACTER,))
    parts = _parts(source)
    if source.startswith("^"):
        return Pattern(source, _spelt(source, parts))
    if not parts or not isinstance(parts[0], tuple) or "" in parts[0]:
        raise _headless(source)
    plain = [part for part in parts if isinstance(part, tuple)]
    if len(plain) == len(parts) and prod(map(len, plain)) <= _MOST_WORDS:
        return Pattern(source, _spelt(source, parts))
    *inner, last = map(_expression, parts[1:])
    return Pattern(source, plain[0], f"{''.join(inner)}(?P<last>{last})")


def _parts(source: str) -> "list[tuple[str, ...] | str]":
    """Words to choose from, as tuples, and expressions, as text."""
    inner = source
    if source.startswith("^"):
        if not source.endswith("$"):
            raise _unclear(source)
        inner = source[1:-1]
    parts: list[tuple[str, ...] | str] = []
    times = _LATIN_TIMES if not _CHINESE.search(inner) else 1
    done = 0
    for found in _TOKEN.finditer(inner):
        _add_word(source, inner[done : found.start()], parts)
        done = found.end()
        if found["choice"] is not None:
            if _BROKEN.search(found["choice"]):
                raise _unclear(source)
            options = (folded(each) for each in found["choice"].split("|"))
            parts.append(tuple(dict.fromkeys(options)))
        elif found["gap"]:
            parts.append(f"[^{SENTENCE_ENDS}]{{0,{times * _GAPS[found['gap']]}}}?")
        elif found["shape"] in SHAPES:
            parts.append(f"(?:{SHAPES[found['shape']]})")
        else:
            raise _unclear(source)
    _add_word(source, inner[done:], parts)
    return parts


def _add_word(source: str, word: str, parts: "list[tuple[str, ...] | str]") -> None:
    if _BROKEN.search(word):
        raise _unclear(source)
    if word:
        parts.append((folded(word),))


def _spelt(source: str, parts: "list[tuple[str, ...] | str]") -> tuple[str, ...]:
    """Every word that is meant."""
    words_of = [part for part in parts if isinstance(part, tuple)]
    if len(words_of) < len(parts):
        raise _unclear(source)
    return tuple("".join(each) for each in product(*words_of))


def _expression(part: "tuple[str, ...] | str") -> str:
    if isinstance(part, str):
        return part
    longest_first = sorted(part, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first))})"


def _headless(source: str) -> NotationError:
    return NotationError(
        words(
            QT_TRANSLATE_NOOP("core", "“{word}” does not begin with a word."),
            word=source,
        ),
        words(
            QT_TRANSLATE_NOOP(
                "core", "Begin with a word, or with words to choose from: “{right}”."
            ),
            right="{好评|五星}…红包",
        ),
    )


def _unclear(source: str) -> NotationError:
    return NotationError(
        words(QT_TRANSLATE_NOOP("core", "“{word}” cannot be read."), word=source),
        words(
            QT_TRANSLATE_NOOP(
                "core",
                "Braces stand in pairs, “^” at the beginning goes with “$” at the end,"
                " and shapes are: {shapes}.",
            ),
            shapes=", ".join(f"<{name}>" for name in SHAPES),
        ),
    )
