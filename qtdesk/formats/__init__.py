"""Phrasebook formats, one module each. Reads and checks; keeps nothing."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from qtdesk.core.errors import BookError
from qtdesk.core.phrases import Book
from qtdesk.core.words import QT_TRANSLATE_NOOP, words

if TYPE_CHECKING:
    from qtdesk.formats.places import Places


def _read_yaml(path: Path) -> Book:
    # PyYAML takes 30 ms to load, and a start with compiled books never needs it.
    from qtdesk.formats.yaml_book import read_yaml_book  # noqa: PLC0415

    return read_yaml_book(path)


FORMATS: dict[str, Callable[[Path], Book]] = {".yaml": _read_yaml, ".yml": _read_yaml}
"""Reader by suffix, in lower case."""


def read_book(path: Path) -> Book:
    """Read the phrasebook at `path`; see `read_book_with_places`."""
    return _reader(path)(path)


def read_book_with_places(path: Path) -> "tuple[Book, Places]":
    """Read the phrasebook at `path`, a file or a folder of YAML files.

    The places tell where each phrase stands; a format without lines has none.

    Where a problem is fatal the book must not be used; it then holds what could be
    read, for a check to list.

    Raises:
        BookError: the path is out of reach, or of no known format.
    """
    if _reader(path) is _read_yaml:
        from qtdesk.formats.yaml_book import read_with_places  # noqa: PLC0415 - as above

        return read_with_places(path)
    return read_book(path), {}


def _reader(path: Path) -> Callable[[Path], Book]:
    if path.is_dir():
        return _read_yaml
    reader = FORMATS.get(path.suffix.lower())
    if reader is None:
        raise BookError(
            words(
                QT_TRANSLATE_NOOP("core", "{path} is not a phrasebook."), path=str(path)
            ),
            hint=words(
                QT_TRANSLATE_NOOP("core", "Phrasebooks end in {suffixes}."),
                suffixes=", ".join(FORMATS),
            ),
        )
    return reader
