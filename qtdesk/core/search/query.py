"""A query taken apart: words to be found, and filters for stages and tags."""

from collections.abc import Callable
from typing import NamedTuple

from qtdesk.core.search.fold import fold

# Asks for the coloured form of a character. Chat programs add it to some emoji and
# leave it out of others, so nobody may have to type it.
_VARIATION_SELECTOR = "\ufe0f"


class Query(NamedTuple):
    """What the agent typed, folded. Every part narrows what is found."""

    words: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    """Beginnings of a stage's key or title, written `@ship`."""
    tags: tuple[str, ...] = ()
    """Beginnings of a tag, written `#refund`."""

    @classmethod
    def parse(cls, text: str, fold: Callable[[str], str] = fold) -> "Query":
        """Read `text`, folded by `fold`.

        A lone `@` or `#` is a filter not typed yet and means nothing.
        Separators within book columns count as spaces, as `str.split` has it.
        """
        parts = dict.fromkeys(fold(text.replace(_VARIATION_SELECTOR, " ")).split())
        return cls(
            tuple(part for part in parts if part[0] not in "@#"),
            tuple(part[1:] for part in parts if part[0] == "@" and part[1:]),
            tuple(part[1:] for part in parts if part[0] == "#" and part[1:]),
        )
