import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from qtdesk import paths
from qtdesk.core.errors import RunningError

if sys.platform == "win32":
    pytest.skip("folders and owners of Unix", allow_module_level=True)


@pytest.fixture(autouse=True)
def places(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[dict[str, Path]]:
    """A runtime folder and a temporary folder of our own."""
    tmp_path_factory.getbasetemp()  # while the temporary folder is still the real one
    # Not in pytest's folder, whose own path may be longer than a socket's may be.
    with tempfile.TemporaryDirectory(dir="/tmp") as short:
        made = {name: Path(short) / name for name in ("runtime", "temporary")}
        for folder in made.values():
            folder.mkdir()
        monkeypatch.setenv("XDG_RUNTIME_DIR", str(made["runtime"]))
        monkeypatch.setattr(tempfile, "tempdir", str(made["temporary"]))
        yield made


def test_a_link_to_the_folder_leads_to_the_same_address(tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (tmp_path / "link").symlink_to(data)
    assert paths.runtime_address(tmp_path / "link") == paths.runtime_address(data)


def test_the_address_is_in_a_folder_that_is_ours_alone(
    tmp_path: Path, places: dict[str, Path]
) -> None:
    folder = Path(paths.runtime_address(tmp_path)).parent
    assert folder == places["runtime"] / f"qtdesk-{os.getuid()}"
    folder.chmod(0o755)
    assert paths.runtime_address(tmp_path)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_long_runtime_folder_is_passed_over(
    tmp_path: Path, places: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    long = places["runtime"] / ("x" * 100)
    long.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(long))
    address = paths.runtime_address(tmp_path)
    assert len(address) <= 103
    assert not address.startswith(str(long))


def test_an_instance_elsewhere_is_found(
    tmp_path: Path, places: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", "")
    monkeypatch.setattr(Path, "is_dir", lambda path: "/run" not in str(path))
    without = Path(paths.runtime_address(tmp_path))
    monkeypatch.undo()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(places["runtime"]))
    monkeypatch.setattr(tempfile, "tempdir", str(places["temporary"]))
    assert without.parent.parent == places["temporary"]
    assert Path(paths.runtime_address(tmp_path)) != without
    without.touch()
    assert Path(paths.runtime_address(tmp_path)) == without


@pytest.mark.parametrize("kind", ["file", "link"])
def test_a_folder_that_is_not_ours_is_refused(
    kind: str, tmp_path: Path, places: dict[str, Path]
) -> None:
    squatted = places["runtime"] / f"qtdesk-{os.getuid()}"
    if kind == "file":
        squatted.touch()
    else:
        (tmp_path / "elsewhere").mkdir()
        squatted.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(RunningError, match="private folder"):
        paths.runtime_address(tmp_path)
