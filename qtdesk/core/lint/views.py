"""A text in the forms in which words are looked for, with places in the original.

Full and half width, case and look-alikes of Unicode become one. What comes from an
order is hidden, so that nothing is found in it.
"""

import unicodedata
from collections.abc import Iterable, Sequence
from typing import NamedTuple

HIDDEN = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for a character that is not to be looked at; no word has it."""
SENTENCE_ENDS = "。!?\n"
"""In folded text; what is said of one sentence is not said of the next."""
CLAUSE_ENDS = SENTENCE_ENDS + ",;:"
_STAYING = {"…": "…", "➕": "加", "\r": "\n"}
"""Unicode would make three of the first; the second is written to hide the word."""


class _Folding(dict[int, str]):
    """One character to its plain form; fills itself."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        plain = _STAYING.get(sign) or unicodedata.normalize("NFKC", sign).casefold()
        self[code] = plain
        return plain


_FOLDING = _Folding()


def folded(text: str) -> str:
    """`text` in plain form, which may be longer."""
    return text.translate(_FOLDING)


class View(NamedTuple):
    """A form of a text."""

    text: str
    places: Sequence[int]
    """For each of its characters where it stands in the original."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the original of a piece that is not empty."""
        return self.places[start], self.places[end - 1] + 1


def plain(text: str, hidden: Iterable[tuple[int, int]] = ()) -> View:
    """All of it, with the spans `hidden` made unreadable."""
    for start, end in hidden:
        start, end = max(start, 0), min(end, len(text))  # noqa: PLW2901 - of a piece
        if start < end:
            text = text[:start] + HIDDEN * (end - start) + text[end:]
    made = folded(text)
    if len(made) == len(text):
        return View(made, range(len(text)))
    places = [at for at, sign in enumerate(text) for _ in folded(sign)]
    return View(made, places)


def squeezed(view: View) -> View:
    """Letters, digits and ends of clauses only, for words that somebody hides.

    A comma around a single character is none: 加，微，信.
    """
    kept = [
        at
        for at, sign in enumerate(view.text)
        if sign.isalnum() or sign in ",;。!?\n" or sign == HIDDEN
    ]
    signs = [view.text[at] for at in kept]
    if "," in signs:
        ends = [number for number, sign in enumerate(signs) if sign in CLAUSE_ENDS]
        around = zip([-1, *ends], ends, [*ends[1:], len(signs)], strict=False)
        lone = {
            number
            for before, number, behind in around
            if signs[number] == ","
            and (number - before == _ALONE or behind - number == _ALONE)
        }
        kept = [at for number, at in enumerate(kept) if number not in lone]
    text = "".join([view.text[at] for at in kept])
    return View(text, [view.places[at] for at in kept])


_ALONE = 2
"""From one mark to the next where a single character is between them."""


def bare(view: View) -> str:
    """Letters and digits only: what the whole text says."""
    return "".join(sign for sign in view.text if sign.isalnum() or sign == HIDDEN)
