"""Where the phrases of a book stand in its files, for whoever names a line."""

from collections.abc import Mapping
from typing import NamedTuple

from qtdesk.formats.yaml_nodes import Scalar


class Place(NamedTuple):
    """One phrase in its file."""

    file: str
    line: int
    texts: tuple[Scalar, ...]
    """Its texts as they were written."""

    def line_of(self, number: int, position: int) -> int:
        """The line of a position in a text; that of the phrase where none is known."""
        if number < len(self.texts):
            return self.texts[number].line_at(position)
        return self.line


Places = Mapping[str, Place]
"""By id of the phrase."""
