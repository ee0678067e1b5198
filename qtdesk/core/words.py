"""Sentences for people, kept apart from the language they are shown in.

Core and adapters write English templates with named blanks; a front end looks the
template up in its catalogue and fills the blanks. Nothing in here translates.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple


def QT_TRANSLATE_NOOP(context: str, template: str) -> str:
    """Mark `template` for translation and return it unchanged."""
    del context
    return template


class Words(NamedTuple):
    """A sentence with blanks: `Words("Line {line} is empty", {"line": 3})`.

    `str()` gives the English sentence. Front ends translate `template` in the
    context "core" and fill in `values` themselves.
    """

    template: str
    values: Mapping[str, Any] = MappingProxyType({})

    def __str__(self) -> str:
        return self.fill(self.template)

    def __bool__(self) -> bool:
        return bool(self.template)

    def fill(self, template: str) -> str:
        """`template`, usually a translation of ours, with our values filled in."""
        return template.format(**self.values) if self.values else template


def words(template: str, **values: object) -> Words:
    """A `Words`; `template` must be marked by `QT_TRANSLATE_NOOP` where it is born."""
    return Words(template, values)


NO_WORDS = Words("")
