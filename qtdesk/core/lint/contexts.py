"""Sentences that may use a word because they warn of it or deny it.

"We never ask for a code" is a good sentence about a bad one. Decides by words before
and behind, within a clause or a sentence; knows nothing of grammar.
"""

import re
from functools import cached_property

from qtdesk.core.lint.views import CLAUSE_ENDS, SENTENCE_ENDS, View

_NEAR = 12
"""Characters that may stand between a denial and what it denies."""
_FAR = 80
"""Characters that a sentence is followed, in either direction."""


class Contexts:
    """The words that make a sentence a warning, in all languages at once."""

    def __init__(
        self,
        warning: tuple[str, ...] = (),
        denying: tuple[str, ...] = (),
        touching: tuple[str, ...] = (),
        behind: tuple[str, ...] = (),
        turning: tuple[str, ...] = (),
        only_alike: tuple[str, ...] = (),
    ) -> None:
        """Take folded words.

        `warning` ones count anywhere before in the sentence, `denying` ones in the same
        clause, `touching` ones next to the word, `behind` ones behind it in the
        sentence. `turning` ones between end their reach; `only_alike` look like one of
        them and are none.
        """
        self.parts = (warning, denying, touching, behind, turning, only_alike)

    def with_words_of(self, other: "Contexts") -> "Contexts":
        """These and those of another language."""
        pairs = zip(self.parts, other.parts, strict=True)
        return Contexts(*(one + two for one, two in pairs))

    @cached_property
    def _patterns(self) -> tuple["re.Pattern[str] | None", ...]:
        # Only a text with a hit has use for them.
        return tuple(map(_one_of, self.parts))

    def excuse(self, view: View, start: int, end: int, inner: tuple[int, int]) -> bool:
        """Whether the sentence around warns of what stands there, or denies it.

        What stands `inner`, between its first word and its last, may deny, too, as in
        验证码自己填，别发给我.
        """
        warning, denying, touching, behind, turning, only_alike = self._patterns
        text = view.text
        sentence = text[max(_last(text, SENTENCE_ENDS, start), start - _FAR) : start]
        if only_alike is not None:
            sentence = only_alike.sub(lambda found: "·" * len(found[0]), sentence)
        clause = sentence[_last(sentence, CLAUSE_ENDS, len(sentence)) :]
        rest = text[end : min(_first(text, SENTENCE_ENDS, end), end + _FAR)]
        between = text[slice(*inner)]
        return (
            _reaches(warning, sentence, turning)
            or _reaches(denying, clause, turning, _NEAR)
            or (touching is not None and _touches(touching, clause))
            or (denying is not None and denying.search(between) is not None)
            or (behind is not None and behind.search(rest) is not None)
        )


def _one_of(words: tuple[str, ...]) -> "re.Pattern[str] | None":
    longest_first = sorted(set(words), key=len, reverse=True)
    return re.compile("|".join(map(_bounded, longest_first))) if words else None


def _bounded(word: str) -> str:
    """English words end where they end."""
    edge = "(?![a-z])" if word[-1].isascii() and word[-1].isalpha() else ""
    begin = "(?<![a-z])" if word[0].isascii() and word[0].isalpha() else ""
    return begin + re.escape(word) + edge


def _reaches(
    found_by: "re.Pattern[str] | None",
    before: str,
    turning: "re.Pattern[str] | None",
    near: int | None = None,
) -> bool:
    """Whether one of them stands there, with no turn behind it."""
    if found_by is None:
        return False
    for found in found_by.finditer(before):
        between = before[found.end() :]
        if near is not None and len(between) > near:
            continue
        if turning is None or turning.search(between) is None:
            return True
    return False


def _touches(touching: "re.Pattern[str]", clause: str) -> bool:
    return any(found.end() == len(clause) for found in touching.finditer(clause))


def _last(text: str, ends: str, before: int) -> int:
    """Behind the last of these signs, or the beginning."""
    return max(text.rfind(sign, 0, before) for sign in ends) + 1


def _first(text: str, ends: str, behind: int) -> int:
    places = [at for sign in ends if (at := text.find(sign, behind)) >= 0]
    return min(places, default=len(text))
