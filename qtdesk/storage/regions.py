"""The file of provinces, cities and districts: the lead's own, or the shipped one."""

from collections.abc import Sequence
from pathlib import Path

from qtdesk.core.errors import RegionsError
from qtdesk.core.orders import Regions
from qtdesk.core.words import QT_TRANSLATE_NOOP, words


def read_regions(places: Sequence[Path]) -> Regions:
    """The regions in the first of `places` that exists.

    Raises:
        RegionsError: it cannot be read, or there is something else in it.
    """
    path = next((place for place in places if place.exists()), places[-1])
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise RegionsError(
            words(QT_TRANSLATE_NOOP("core", "{path} cannot be read."), path=path)
        ) from problem
    return Regions(text)
