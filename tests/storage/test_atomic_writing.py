import errno
from collections.abc import Callable
from pathlib import Path

import pytest

from qtdesk.core.errors import StoreError
from qtdesk.storage.atomic import write_atomically


def _busy(code: int) -> OSError:
    error = PermissionError(errno.EACCES, "in use")
    error.winerror = code  # type: ignore[attr-defined, unused-ignore]
    return error


def _refuse(
    monkeypatch: pytest.MonkeyPatch, times: int, error: Callable[[], OSError]
) -> None:
    replace = Path.replace
    refused = 0

    def refusing(self: Path, target: Path) -> Path:
        nonlocal refused
        if refused < times:
            refused += 1
            raise error()
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refusing)


def test_writes_into_a_new_folder(tmp_path: Path) -> None:
    path = tmp_path / "new" / "file"
    write_atomically(path, b"one")
    write_atomically(path, b"two")
    assert path.read_bytes() == b"two"
    assert [file.name for file in path.parent.iterdir()] == ["file"]


@pytest.mark.parametrize("code", [5, 32, 33])
def test_waits_for_a_file_in_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    pauses: list[float] = []
    _refuse(monkeypatch, 3, lambda: _busy(code))
    write_atomically(tmp_path / "file", b"new", pauses.append)
    assert (tmp_path / "file").read_bytes() == b"new"
    assert len(pauses) == 3


def test_gives_up_after_two_and_a_half_seconds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"old")
    pauses: list[float] = []
    _refuse(monkeypatch, 99, lambda: _busy(32))
    with pytest.raises(StoreError, match="could not be saved"):
        write_atomically(tmp_path / "file", b"new", pauses.append)
    assert sum(pauses) == pytest.approx(2.5)
    assert (tmp_path / "file").read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["file"]


def test_does_not_wait_for_other_errors(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[float] = []
    _refuse(monkeypatch, 1, lambda: OSError(errno.ENOSPC, "No space left"))
    with pytest.raises(StoreError, match="No space left"):
        write_atomically(tmp_path / "file", b"new", pauses.append)
    assert pauses == []
