import os
from pathlib import Path

import pytest

from qtdesk.core.errors import BookError, StoreError
from qtdesk.core.phrases import Book, Phrase, PhraseColumns, Problem
from qtdesk.core.ports import Library, Source
from qtdesk.core.words import words
from qtdesk.storage.compiled import Edition
from qtdesk.storage.journal.journal import Journal
from qtdesk.storage.journal_tables import open_tables
from qtdesk.storage.library import BookLibrary


class Reader:
    """Reads files of one phrase a line.

    `!` is a fatal fault, `?` a slight one, and `~` a slight one of a phrase.
    """

    def __init__(self) -> None:
        self.read: list[Path] = []
        self.meanwhile = b""
        self.error: Exception | None = None

    def __call__(self, path: Path) -> Book:
        self.read.append(path)
        if self.error is not None:
            raise self.error
        text = "".join(file.read_text("utf-8") for file in _files(path))
        if self.meanwhile:
            path.write_bytes(self.meanwhile)
        return _book(path, text)


def _files(path: Path) -> list[Path]:
    return sorted(path.iterdir()) if path.is_dir() else [path]


def _book(path: Path, text: str) -> Book:
    lines = text.split()
    phrases = [
        Phrase("shop", line, "ship", "", line, (line,))
        for line in lines
        if "@" < line < "~"
    ]
    problems = [
        Problem(
            *(str(path), 1, "e" if line == "~" else "", words("Fault.")),
            fatal=line == "!",
        )
        for line in lines
        if line in "!?~"
    ]
    columns = PhraseColumns.of(phrases)
    return Book("shop", "店", "zh-CN", "1", (), columns, tuple(problems))


class Room:
    """A library with one source, a reader, and a folder to break things in."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "data"
        self.tables = open_tables(Journal(folder / "agent.jsonl"))
        self.path = folder / "book.txt"
        self.reader = Reader()
        self.write("a b c d")
        self.library = self.open()
        self.source = self.library.add(str(self.path))

    def open(self, *extra: Path) -> BookLibrary:
        return BookLibrary(self.data, self.tables, self.reader, extra)

    def write(self, text: str) -> None:
        before = self.path.stat().st_mtime_ns if self.path.exists() else 10**18
        self.path.write_text(text, "utf-8")
        os.utime(self.path, ns=(before + 10**9, before + 10**9))

    def titles(self) -> list[str] | None:
        book = self.open().last_good(self.source)
        return None if book is None else [phrase.title for phrase in book.phrases]


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path)


def test_keeps_its_contract(room: Room) -> None:
    library: Library = room.library
    assert library.sources() == (room.source,)


def test_sources_survive_a_restart_and_come_once(room: Room) -> None:
    room.library.add(str(room.path))
    away = room.library.add("/not/there/book.yaml")
    assert room.open().sources() == (room.source, away)
    room.library.remove(room.source)
    assert room.open().sources() == (away,)


def test_a_relative_path_is_made_absolute(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(room.path.parent)
    assert room.library.add("book.txt") == room.source


def test_books_of_this_run_come_first_and_are_not_kept(room: Room) -> None:
    other = room.path.parent / "other.txt"
    library = room.open(other, room.path)
    assert library.sources() == (Source(str(other)), room.source)
    assert room.open().sources() == (room.source,)
    library.remove(Source(str(other)))
    assert library.sources() == (room.source,)


def test_samples_stand_in_while_there_is_no_other_source(room: Room) -> None:
    sample = room.path.parent / "sample.txt"
    sample.write_text("x y", "utf-8")
    library = BookLibrary(room.data, room.tables, room.reader, (), (sample,))
    assert library.sources() == (room.source,)
    library.remove(room.source)
    (found,) = library.sources()
    assert found.sample
    assert library.read(found).book is not None
    library.remove(found)
    assert library.sources() == (found,)
    assert library.last_good(found) is not None
    library.add(found.path)
    (own,) = library.sources()
    assert not own.sample


def test_a_good_book_is_read_once_and_opened_without_reading(room: Room) -> None:
    assert room.titles() is None
    reading = room.library.read(room.source)
    assert reading.book is not None
    assert not reading.unchanged
    assert room.library.read(room.source).unchanged
    later = room.open()
    assert later.read(room.source).unchanged
    assert room.titles() == ["a", "b", "c", "d"]
    assert room.reader.read == [room.path]


def test_a_new_edition_is_read(room: Room) -> None:
    room.library.read(room.source)
    room.write("a b c e")
    reading = room.library.read(room.source)
    assert reading.book is not None
    assert room.titles() == ["a", "b", "c", "e"]


def test_a_fatal_book_changes_nothing_and_is_told_once(room: Room) -> None:
    room.library.read(room.source)
    room.write("a !")
    reading = room.library.read(room.source)
    assert reading.book is None
    assert not reading.unchanged
    assert reading.problems[0].fatal
    assert room.library.read(room.source).unchanged
    assert room.titles() == ["a", "b", "c", "d"]


def test_a_vanished_share_changes_nothing(room: Room) -> None:
    room.library.read(room.source)
    room.path.unlink()
    reading = room.library.read(room.source)
    assert reading.unchanged
    assert reading.problems
    assert room.titles() == ["a", "b", "c", "d"]
    room.write("e")
    assert room.library.read(room.source).book is not None


def test_a_source_that_never_was_is_told_once(room: Room) -> None:
    away = room.library.add(str(room.path.parent / "away.txt"))
    reading = room.library.read(away)
    assert reading.book is None
    assert not reading.unchanged
    assert "out of reach" in str(reading.problems[0])
    assert room.library.read(away).unchanged
    Path(away.path).write_text("x", "utf-8")
    assert room.library.read(away).book is not None


def test_a_locked_file_changes_nothing(room: Room) -> None:
    room.library.read(room.source)
    room.write("e")
    room.reader.error = BookError(words("Locked."))
    assert room.library.read(room.source).unchanged
    room.reader.error = None
    assert room.library.read(room.source).book is not None


def test_a_half_copied_file_waits_for_the_next_look(room: Room) -> None:
    room.library.read(room.source)
    room.write("a b")
    room.reader.meanwhile = b"a b c d e f"
    assert room.library.read(room.source).unchanged
    room.reader.meanwhile = b""
    assert room.library.read(room.source).book is not None
    assert room.titles() == ["a", "b", "c", "d", "e", "f"]


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("a ?", False),
        ("a ~", False),
        ("a b ?", True),
        ("a b ~", True),
        ("a", True),
        ("? ?", False),
    ],
)
def test_half_a_book_with_a_fault_is_not_taken(
    room: Room, text: str, *, taken: bool
) -> None:
    room.library.read(room.source)
    room.write(text)
    reading = room.library.read(room.source)
    assert (reading.book is not None) is taken
    assert any(problem.fatal for problem in reading.problems) is not taken


def test_a_folder_changes_with_any_of_its_files(room: Room) -> None:
    folder = room.path.parent / "books"
    folder.mkdir()
    (folder / "1.txt").write_text("a ", "utf-8")
    source = room.library.add(str(folder))
    room.library.read(source)
    assert room.library.read(source).unchanged
    (folder / "2.txt").write_text("b", "utf-8")
    book = room.library.read(source).book
    assert book is not None
    assert [phrase.id for phrase in book.phrases] == ["a", "b"]


def test_a_damaged_edition_is_made_anew(room: Room) -> None:
    room.library.read(room.source)
    (edition,) = (room.data / "editions").iterdir()
    edition.write_bytes(edition.read_bytes()[:-1])
    assert room.titles() is None
    assert room.open().read(room.source).book is not None
    assert room.titles() == ["a", "b", "c", "d"]


def test_a_removed_source_leaves_nothing_behind(room: Room) -> None:
    room.library.read(room.source)
    room.library.remove(room.source)
    assert list((room.data / "editions").iterdir()) == []
    assert room.path.exists()


def test_a_source_added_again_is_read_again(room: Room) -> None:
    room.library.read(room.source)
    (edition,) = (room.data / "editions").iterdir()
    left_over = edition.read_bytes()
    room.library.remove(room.source)
    edition.write_bytes(left_over)
    assert room.library.read(room.library.add(str(room.path))).book is not None
    assert room.library.read(room.source).unchanged


def test_a_full_disk_does_not_keep_a_book_from_use(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, edition: Edition) -> None:
        del edition
        raise StoreError(words("{name} could not be saved.", name=path.name))

    monkeypatch.setattr("qtdesk.storage.library.write_edition", full)
    reading = room.library.read(room.source)
    assert reading.book is not None
    assert "could not be saved" in str(reading.problems[0])
