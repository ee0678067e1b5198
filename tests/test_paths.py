import subprocess
import sys
from pathlib import Path

import pytest

from qtdesk import paths
from qtdesk.core.errors import StoreError


@pytest.fixture(autouse=True)
def _places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of our own where the address will be."""
    for variable in ("XDG_RUNTIME_DIR", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, str(tmp_path))


# --- what comes with the program ---------------------------------------------------


def test_source_tree() -> None:
    root = Path(__file__).resolve().parent.parent
    assert paths.resources() == root / "resources"
    assert paths.phrasebooks() == root / "phrasebooks"


def test_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path)
    (tmp_path / "_data" / "phrasebooks").mkdir(parents=True)
    assert paths.phrasebooks() == tmp_path / "_data" / "phrasebooks"


def test_frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resources() == tmp_path / "qtdesk" / "_data" / "resources"


# --- the agent's data --------------------------------------------------------------


def test_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert paths.data_dir(tmp_path / "mine") == tmp_path / "mine"
    assert not (tmp_path / "mine").exists()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert paths.data_dir().name == "qtdesk"


@pytest.mark.parametrize("marked", [True, False])
def test_data_folder_of_a_portable_edition(
    marked: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))
    beside, at_home = tmp_path / "data", paths.data_dir()
    assert beside != at_home
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "qtdesk"))
    if marked:
        (tmp_path / "portable").touch()
    assert paths.data_dir() == (beside if marked else at_home)
    assert paths.data_dir(tmp_path / "mine") == tmp_path / "mine"


def test_a_mark_beside_a_plain_python_means_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python"))
    (tmp_path / "portable").touch()
    assert paths.data_dir() != tmp_path / "data"


def test_data_folder_that_is_a_file(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    with pytest.raises(StoreError, match="not a folder"):
        paths.data_dir(file)


def test_the_system_is_asked_only_where_nothing_is_given() -> None:
    script = (
        "import sys, pathlib, qtdesk.paths as p; p.data_dir(pathlib.Path('x'));"
        "sys.exit('platformdirs' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


# --- the address -------------------------------------------------------------------


def test_one_address_for_every_way_to_write_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    data.mkdir()
    monkeypatch.chdir(tmp_path)
    written = (data, Path("data"), Path("x/../data"))
    assert len({paths.runtime_address(way) for way in written}) == 1
    assert paths.runtime_address(tmp_path) != paths.runtime_address(data)


@pytest.mark.skipif(sys.platform != "win32", reason="folders of Windows")
def test_on_windows_the_address_is_among_the_users_own_data(tmp_path: Path) -> None:
    address = Path(paths.runtime_address(tmp_path))
    assert address.parent == tmp_path / "qtdesk-run"
    assert address.parent.is_dir()


@pytest.mark.skipif(sys.platform != "win32", reason="Unix has room for 108 bytes")
def test_on_windows_a_long_name_of_the_user_is_no_matter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = tmp_path / ("客服" * 20)
    long.mkdir()
    monkeypatch.setenv("LOCALAPPDATA", str(long))
    assert Path(paths.runtime_address(tmp_path)).is_relative_to(long)


def test_the_command_that_starts_us_from_anywhere(tmp_path: Path) -> None:
    command = (sys.executable, "-m", "qtdesk")
    assert paths.start_command(paths.data_dir()) == (*command, "--at-login")
    folder = tmp_path / "data"
    given = ("--data-dir", str(folder), "--at-login")
    assert paths.start_command(folder) == (*command, *given)


def test_a_frozen_program_starts_itself_without_a_console(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    console = tmp_path / "qtdesk-cli"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(console))
    monkeypatch.delenv("APPIMAGE", raising=False)
    assert paths.start_command(paths.data_dir())[0] == str(console)
    (tmp_path / "qtdesk").touch()
    assert paths.start_command(paths.data_dir())[0] == str(tmp_path / "qtdesk")
    monkeypatch.setenv("APPIMAGE", "/opt/qtdesk.AppImage")
    assert paths.start_command(paths.data_dir())[0] == "/opt/qtdesk.AppImage"
