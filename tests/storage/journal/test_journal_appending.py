import contextlib
import errno
import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from qtdesk.storage.durable import sync_file
from qtdesk.storage.journal import appending
from qtdesk.storage.journal.appending import Appender
from qtdesk.storage.journal.lines import Put, Report, encode, read

_LINES = [encode(number, [Put("t", number, {"a": "b" * 30})]) for number in range(1, 5)]


class Disk:
    """A disk with room for so many bytes, that takes so many at once."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.room: int | None = None
        self.at_once = 10**9
        self.writes = self.syncs = 0
        self.sync_error: OSError | None = None
        self.truncate_error: OSError | None = None
        self._write, self._truncate, self._sync = os.write, os.ftruncate, os.fsync
        monkeypatch.setattr(os, "write", self.write)
        monkeypatch.setattr(os, "ftruncate", self.truncate)
        monkeypatch.setattr(appending, "sync_file", self.sync)

    def write(self, file: int, data: bytes) -> int:
        self.writes += 1
        taken = min(len(data), self.at_once)
        if self.room is not None:
            if not self.room:
                raise OSError(errno.ENOSPC, "No space left on device")
            taken = min(taken, self.room)
            self.room -= taken
        return self._write(file, data[:taken])

    def truncate(self, file: int, length: int) -> None:
        if self.truncate_error is not None:
            raise self.truncate_error
        self._truncate(file, length)

    def sync(self, file: int) -> None:
        self.syncs += 1
        if self.sync_error is not None:
            raise self.sync_error
        self._sync(file)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


@contextlib.contextmanager
def _open(path: Path) -> Iterator[Appender]:
    appender = Appender(path)
    try:
        yield appender
    finally:
        appender.close()


def _report(path: Path) -> Report:
    report = Report()
    list(read(io.BytesIO(path.read_bytes()), report))
    return report


def test_one_write_and_one_sync_for_each_append(tmp_path: Path, disk: Disk) -> None:
    path = tmp_path / "journal"
    with _open(path) as appender:
        for line in _LINES:
            appender.append(line)
            assert path.read_bytes().endswith(line)
        assert appender.size == len(b"".join(_LINES))
    assert (disk.writes, disk.syncs) == (4, 4)
    assert path.read_bytes() == b"".join(_LINES)


@pytest.mark.skipif(sys.platform == "win32", reason="no such rights there")
def test_nobody_else_can_read_it(tmp_path: Path) -> None:
    with _open(tmp_path / "journal"):
        assert (tmp_path / "journal").stat().st_mode & 0o077 == 0


def test_what_was_there_stays(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    for line in _LINES:
        with _open(path) as appender:
            appender.append(line)
    assert path.read_bytes() == b"".join(_LINES)


def test_a_disk_that_takes_little_at_once(tmp_path: Path, disk: Disk) -> None:
    disk.at_once = 7
    path = tmp_path / "journal"
    with _open(path) as appender:
        appender.append(_LINES[0])
    assert path.read_bytes() == _LINES[0]
    assert disk.syncs == 1


@pytest.mark.parametrize("room", range(0, len(_LINES[0]), 5))
def test_a_full_disk_leaves_the_file_as_it_was(
    tmp_path: Path, disk: Disk, room: int
) -> None:
    path = tmp_path / "journal"
    with _open(path) as appender:
        appender.append(_LINES[0])
        disk.room = room
        with pytest.raises(OSError, match="No space left"):
            appender.append(_LINES[1])
        assert path.read_bytes() == _LINES[0]
        disk.room = None
        appender.append(_LINES[1])
    assert path.read_bytes() == b"".join(_LINES[:2])


def test_a_refused_sync_takes_the_line_back(tmp_path: Path, disk: Disk) -> None:
    path = tmp_path / "journal"
    with _open(path) as appender:
        appender.append(_LINES[0])
        disk.sync_error = OSError(errno.EIO, "Input/output error")
        with pytest.raises(OSError, match="Input/output"):
            appender.append(_LINES[1])
        assert path.read_bytes() == _LINES[0]
        disk.sync_error = None
        appender.append(_LINES[2])
    assert path.read_bytes() == _LINES[0] + _LINES[2]


def test_what_cannot_be_taken_back_is_fenced(tmp_path: Path, disk: Disk) -> None:
    path = tmp_path / "journal"
    with _open(path) as appender:
        appender.append(_LINES[0])
        disk.room = 20
        disk.truncate_error = OSError(errno.EIO, "Input/output error")
        with pytest.raises(OSError, match="No space left"):
            appender.append(_LINES[1])
        assert path.read_bytes() == _LINES[0] + _LINES[1][:20]
        disk.room = None
        appender.append(_LINES[1])
        appender.append(_LINES[2])
    report = _report(path)
    assert (report.lines, report.damaged, report.missing) == (3, 1, 0)


@pytest.mark.parametrize("kept", [1, 8, 20, len(_LINES[1]) - 1])
def test_a_torn_tail_is_fenced_by_the_next_append(tmp_path: Path, kept: int) -> None:
    path = tmp_path / "journal"
    path.write_bytes(_LINES[0] + _LINES[1][:kept])
    next_line = _LINES[_report(path).next - 1]
    with _open(path) as appender:
        appender.append(next_line)
    assert path.read_bytes() == _LINES[0] + _LINES[1][:kept] + b"\n" + next_line
    assert _report(path).sound


def test_a_file_that_was_replaced_takes_nothing_more(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    with _open(path) as appender:
        appender.append(_LINES[0])
        (tmp_path / "other").write_bytes(b"other")
        try:
            (tmp_path / "other").replace(path)
        except PermissionError:
            pytest.skip("this system keeps open files in their place")
        with pytest.raises(OSError, match="replaced"):
            appender.append(_LINES[1])
    assert path.read_bytes() == b"other"


def test_a_file_that_was_deleted_takes_nothing_more(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    with _open(path) as appender:
        appender.append(_LINES[0])
        try:
            path.unlink()
        except PermissionError:
            pytest.skip("this system keeps open files in their place")
        with pytest.raises(FileNotFoundError):
            appender.append(_LINES[1])


def test_what_another_program_wrote_is_never_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    with _open(path) as appender:
        appender.append(_LINES[0])
        with path.open("ab") as other:
            other.write(_LINES[1])
        with pytest.raises(OSError, match="another program"):
            appender.append(_LINES[2])
    assert path.read_bytes() == _LINES[0] + _LINES[1]


def test_another_programs_line_in_the_same_moment_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "journal"
    with _open(path) as appender:
        appender.append(_LINES[0])

        def sync(file: int) -> None:
            os.fsync(file)
            with path.open("ab") as other:
                other.write(_LINES[2])

        monkeypatch.setattr(appending, "sync_file", sync)
        with pytest.raises(OSError, match="another program"):
            appender.append(_LINES[1])
    assert path.read_bytes() == b"".join(_LINES[:3])


def test_a_folder_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Appender(tmp_path / "missing" / "journal")


class _Calls:
    F_FULLFSYNC = 51

    def __init__(self, error: OSError | None) -> None:
        self.error = error
        self.calls: list[tuple[int, int]] = []

    def fcntl(self, file: int, call: int) -> None:
        self.calls.append((file, call))
        if self.error is not None:
            raise self.error


@pytest.mark.parametrize("error", [None, OSError(errno.ENOTSUP, "Not supported")])
def test_on_macos_the_drive_itself_is_told_to_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError | None
) -> None:
    calls = _Calls(error)
    weaker: list[int] = []
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setitem(sys.modules, "fcntl", calls)
    monkeypatch.setattr(os, "fsync", weaker.append)
    with (tmp_path / "file").open("wb") as file:
        sync_file(file.fileno())
        assert calls.calls == [(file.fileno(), 51)]
        assert weaker == ([file.fileno()] if error else [])
