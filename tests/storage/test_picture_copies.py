"""Pictures of a book stay at hand while its share is away, and never others."""

import os
from pathlib import Path

import pytest

from qtdesk.core.phrases import Picture
from qtdesk.core.ports import Reading
from qtdesk.formats import read_book
from qtdesk.storage.journal.journal import Journal
from qtdesk.storage.journal_tables import open_tables
from qtdesk.storage.library import BookLibrary
from tests.png_files import png

_RED, _BLUE = png(), png(colour=b"\x20\x20\xc0")


class Room:
    """A book on a share, and the library of an agent."""

    def __init__(self, folder: Path) -> None:
        self.share = folder / "share"
        self.data = folder / "data"
        self._tables = open_tables(Journal(folder / "agent.jsonl"))
        self._time = 10**18
        self.write("pictures/a.png", _RED)
        self.write_book("text: 您看", "image: pictures/a.png")
        self.library = self.open()
        self.source = self.library.add(str(self.share / "book.yaml"))

    def open(self) -> BookLibrary:
        return BookLibrary(self.data, self._tables, read_book)

    def write(self, name: str, data: bytes) -> None:
        path = self.share / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        self._time += 10**9
        os.utime(path, ns=(self._time, self._time))

    def write_book(self, *lines: str) -> None:
        head = ["id: shop", "title: 店", "stages:", "- key: ship", "  situations:"]
        head += [
            "  - title: 催件",
            "    phrases:",
            "    - id: p",
            "      title: 尺码表",
        ]
        text = "\n".join([*head, *(f"      {line}" for line in lines)])
        self.write("book.yaml", text.encode())

    def look(self) -> Reading:
        return self.library.read(self.source)

    def picture(self) -> Picture:
        book = self.open().last_good(self.source)
        assert book is not None
        (picture,) = book.pictures()
        return picture

    def bytes(self) -> bytes | None:
        return self.open().picture(self.picture())

    def copies(self) -> list[Path]:
        return sorted(self.data.rglob("*.png"))


@pytest.fixture
def room(tmp_path: Path) -> Room:
    made = Room(tmp_path)
    assert made.look().book is not None
    return made


def test_a_picture_is_at_hand_while_the_share_is_away(room: Room) -> None:
    room.share.rename(room.share.with_name("away"))
    assert room.look().unchanged
    assert room.bytes() == _RED


def test_a_changed_picture_is_a_new_edition(room: Room) -> None:
    assert room.look().unchanged
    room.write("pictures/a.png", _BLUE)
    assert room.look().book is not None
    assert room.bytes() == _BLUE
    assert len(room.copies()) == 1


def test_a_picture_that_comes_later_is_noticed(room: Room) -> None:
    room.write_book("text: 您看", "image: pictures/b.png")
    reading = room.look()
    assert reading.book is not None
    assert reading.book.phrases[0].validity.revoked is not None
    assert room.bytes() is None
    assert room.look().unchanged
    room.write("pictures/b.png", _BLUE)
    reading = room.look()
    assert reading.book is not None
    assert reading.book.phrases[0].validity.revoked is None
    assert room.bytes() == _BLUE


def test_a_picture_that_goes_takes_its_phrase_out_of_use(room: Room) -> None:
    (room.share / "pictures/a.png").unlink()
    reading = room.look()
    assert reading.book is not None
    assert reading.book.phrases[0].validity.revoked is not None
    assert room.copies() == []


def test_a_restart_reads_nothing_anew(room: Room) -> None:
    room.library = room.open()
    assert room.look().unchanged
    assert room.bytes() == _RED


def test_what_was_damaged_or_lost_here_is_copied_anew(room: Room) -> None:
    (copy,) = room.copies()
    picture = room.picture()
    copy.write_bytes(_RED[:-3])
    assert room.library.picture(picture) is None
    assert room.look().unchanged
    assert room.library.picture(picture) == _RED
    copy.unlink()
    assert room.look().unchanged
    assert room.library.picture(picture) == _RED


def test_a_copy_under_a_wrong_name_is_never_handed_over(room: Room) -> None:
    (copy,) = room.copies()
    copy.write_bytes(_BLUE)
    assert room.bytes() is None


def test_with_its_source_a_copy_goes(room: Room) -> None:
    picture = room.picture()
    room.library.remove(room.source)
    assert room.copies() == []
    assert room.library.picture(picture) is None


def test_a_folder_of_books_has_its_pictures_below_it(tmp_path: Path) -> None:
    room = Room(tmp_path)
    room.source = room.library.add(str(room.share))
    assert room.look().book is not None
    assert room.bytes() == _RED


def test_a_full_disk_is_told_and_the_phrase_stays(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    room.write("pictures/a.png", _BLUE)
    monkeypatch.setattr(os, "fdopen", full)
    reading = room.look()
    assert reading.book is not None
    assert any("could not be saved" in str(each.what) for each in reading.problems)
