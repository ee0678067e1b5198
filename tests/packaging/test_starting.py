import sys
from pathlib import Path

import pytest

from resources.packaging import start_desk


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What windows would say."""
    texts: list[str] = []
    monkeypatch.setattr(start_desk, "show", texts.append)
    return texts


def test_a_program_without_console_complains_in_a_window(
    shown: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "file"
    file.touch()
    monkeypatch.setattr(sys, "argv", ["qtdesk", "--data-dir", str(file)])
    monkeypatch.setattr(sys, "stderr", None)  # as Windows does without a console
    assert start_desk.start() == 4
    (text,) = shown
    assert text.startswith(f"qtdesk: {file} is not a folder.")


def test_one_with_a_console_complains_there(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "argv", ["qtdesk", "--data-dir", str(tmp_path / "file")])
    (tmp_path / "file").touch()
    assert start_desk.start() == 4
    assert "is not a folder" in capsys.readouterr().err
