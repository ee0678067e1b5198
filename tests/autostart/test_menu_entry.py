"""The file in the menu of applications, read back by those who read it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from qtdesk import APP_ID
from qtdesk.autostart.menu_entry import MenuEntry
from qtdesk.core.errors import AutostartError
from qtdesk.core.ports import Autostart
from tests.contracts.autostart_contract import AutostartContract
from tests.desktop.waiting import wait_for

_PICTURES = Path(__file__).parents[2] / "resources" / "icons"


def at(home: Path, command: tuple[str, ...] = (sys.executable, "-V")) -> MenuEntry:
    environ = {"HOME": str(home), "XDG_DATA_DIRS": str(home / "usr")}
    return MenuEntry(lambda: command, _PICTURES / "qtdesk-256.png", environ)


def own(home: Path) -> Path:
    return home / ".local/share/applications" / f"{APP_ID}.desktop"


class TestMenuEntry(AutostartContract):
    @pytest.fixture
    def autostart(self, tmp_path: Path) -> Autostart:
        return at(tmp_path)

    @pytest.fixture
    def refusing(self, tmp_path: Path) -> Autostart:
        (tmp_path / ".local").touch()
        return at(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="what is below a file is not there")
def test_a_refusal_is_about_the_menu(tmp_path: Path) -> None:
    (tmp_path / ".local").touch()
    for change in (at(tmp_path).enable, at(tmp_path).disable):
        with pytest.raises(AutostartError) as caught:
            change()
        title = "The menu of applications could not be changed."
        assert str(caught.value.title) == title


def test_the_name_is_one_that_portals_and_gnome_know_a_program_by() -> None:
    first, *rest = APP_ID.split(".")
    assert first
    assert rest
    assert all(part.isidentifier() for part in rest)


def test_what_is_installed_for_all_counts_as_well(tmp_path: Path) -> None:
    shared = tmp_path / "usr/applications" / f"{APP_ID}.desktop"
    shared.parent.mkdir(parents=True)
    shared.write_text("[Desktop Entry]\nType=Application\nName=q\nExec=true\n")
    assert at(tmp_path).enabled()


def test_a_program_that_has_moved_is_in_no_menu(tmp_path: Path) -> None:
    at(tmp_path, (str(tmp_path / "gone"),)).enable()
    assert not at(tmp_path).enabled()


@pytest.mark.skipif(not shutil.which("gio"), reason="gio is not installed")
def test_glib_starts_it(tmp_path: Path) -> None:
    """Portals look it up with the same library, in the same places."""
    mark = tmp_path / "a mark 100%"
    at(tmp_path, ("touch", str(mark))).enable()
    subprocess.run(["gio", "launch", own(tmp_path)], check=True, timeout=30)
    wait_for(mark.exists, "the program to have run")


def test_the_icon_is_there(tmp_path: Path) -> None:
    at(tmp_path).enable()
    lines = own(tmp_path).read_text(encoding="utf-8").splitlines()
    (icon,) = (line.partition("=")[2] for line in lines if line.startswith("Icon="))
    assert Path(icon).read_bytes().startswith(b"\x89PNG")
