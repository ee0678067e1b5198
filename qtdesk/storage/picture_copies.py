"""Copies of the pictures of books, on this computer: a share may be away at any time.

Made when a book is read, by name of their content; a copy that is not what its name
says counts as none. Can be thrown away: what is missing is copied anew.
"""

import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from qtdesk.core.phrases import Picture
from qtdesk.storage.atomic import write_atomically


class PictureCopies:
    """The copies for one source, in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, pictures: Iterable[Picture], book_folder: Path) -> None:
        """Have exactly `pictures` here, of those that can be read in `book_folder`.

        Raises:
            StoreError: one could not be written.
        """
        wanted = {picture.digest: picture for picture in pictures if picture.digest}
        there = {path.stem for path in self._folder.glob("*.png")}
        for digest in wanted.keys() - there:
            # Read anew: only what was checked may come in under its name.
            with suppress(OSError):
                data = (book_folder / wanted[digest].path).read_bytes()
                if _digest(data) == digest:
                    self._folder.mkdir(parents=True, exist_ok=True)
                    write_atomically(self._path(digest), data)
        for digest in there - wanted.keys():
            with suppress(OSError):
                self._path(digest).unlink()

    def read(self, picture: Picture) -> bytes | None:
        """The bytes of `picture`; None where there is no sound copy of it."""
        if not picture.digest:
            return None
        try:
            data = self._path(picture.digest).read_bytes()
        except OSError:
            return None
        if _digest(data) == picture.digest:
            return data
        with suppress(OSError):
            self._path(picture.digest).unlink()
        return None

    def forget(self) -> None:
        """Take all of them away."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _path(self, digest: str) -> Path:
        return self._folder / f"{digest}.png"


def _digest(data: bytes) -> str:
    # Brings OpenSSL along, which a start has no time for.
    from hashlib import sha256  # noqa: PLC0415

    return sha256(data).hexdigest()
