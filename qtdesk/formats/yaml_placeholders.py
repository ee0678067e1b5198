"""Tells what is wrong with the placeholders of a book, once all of it has been read.

What a placeholder is, and what is wrong with one, is for the core to say.
"""

from typing import NamedTuple

from qtdesk.core.templates import check, taken_in, unfillable
from qtdesk.core.words import QT_TRANSLATE_NOOP, words
from qtdesk.formats.fields import Fields
from qtdesk.formats.yaml_nodes import Scalar

_TEXT_KEYS = ("text", "variants", "parts")


class _Text(NamedTuple):
    """One text with braces, and where faults of it are reported."""

    phrase: str
    fields: Fields
    scalar: Scalar


class PlaceholderCheck:
    """Remembers the texts with braces; reports when every id is known."""

    def __init__(self, book: str) -> None:
        self._book = book
        self._ids: set[str] = set()
        self._texts: list[_Text] = []
        self._within: dict[str, set[str]] = {}

    def add(self, phrase_id: str, fields: Fields) -> None:
        """Remember a phrase that is used, with all its texts."""
        self._ids.add(phrase_id)
        for key in _TEXT_KEYS:
            for scalar in fields.scalars(key):
                if "{" in scalar.text or "｛" in scalar.text:
                    self._texts.append(_Text(phrase_id, fields, scalar))

    def report(self) -> None:
        """Report every fault with its line."""
        for text in self._texts:
            names = {self._local(name) for _, name in taken_in(text.scalar.text)}
            self._within.setdefault(text.phrase, set()).update(names)
        for text in self._texts:
            for fault in check(text.scalar.text, self._has_phrase):
                line = text.scalar.line_at(fault.start)
                text.fields.report(line, fault.what, fault.remedy)
            self._report_circles(text)

    def _report_circles(self, text: _Text) -> None:
        for start, name in taken_in(text.scalar.text):
            if text.phrase in self._reached_from(self._local(name)):
                text.fields.report(
                    text.scalar.line_at(start),
                    unfillable.circle(text.phrase).title,
                    words(QT_TRANSLATE_NOOP("core", "Take “{id}” out."), id=name),
                )

    def _local(self, name: str) -> str:
        return name.removeprefix(f"{self._book}/")

    def _has_phrase(self, name: str) -> bool:
        """Whether this book has it; what others have is not known here."""
        local = self._local(name)
        return local in self._ids or "/" in local

    def _reached_from(self, phrase_id: str) -> set[str]:
        """It and all that it takes in, by way of others, too."""
        found, waiting = {phrase_id}, [phrase_id]
        while waiting:
            new = self._within.get(waiting.pop(), set()) - found
            found |= new
            waiting += new
        return found
