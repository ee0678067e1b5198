"""A text in the languages it is written in; Chinese first, English beside it.

Texts of a checklist are data and not part of the program's catalogue, so that a shop
can write its own. What is said to a buyer is in the language of the list alone.
"""

from typing import NamedTuple


class Text(NamedTuple):
    """What a list says to the agent."""

    zh: str = ""
    en: str = ""

    def __bool__(self) -> bool:
        return bool(self.zh or self.en)

    def said(self, language: str) -> str:
        """In `language`, such as `en` or `zh_CN`, or in the one there is."""
        english = language.casefold().startswith("en")
        return (self.en or self.zh) if english else (self.zh or self.en)


NO_TEXT = Text()
