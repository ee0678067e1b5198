"""The autostart file of Linux desktops, read back by the programs that read it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtdesk.autostart.desktop_file import DesktopFile, exec_line
from qtdesk.core.errors import AutostartError
from qtdesk.core.ports import Autostart
from tests.contracts.autostart_contract import AutostartContract
from tests.desktop.waiting import wait_for

HARD = "a b\"c$d`e\\f%g=;h'i&j｜中文"
"""What a folder may be called."""


def at(home: Path, command: tuple[str, ...] = (sys.executable, "-V")) -> DesktopFile:
    environ = {"HOME": str(home), "XDG_CONFIG_DIRS": str(home / "etc")}
    return DesktopFile(lambda: command, environ)


def own(home: Path) -> Path:
    return home / ".config/autostart/qtdesk.desktop"


class TestDesktopFile(AutostartContract):
    @pytest.fixture
    def autostart(self, tmp_path: Path) -> Autostart:
        return at(tmp_path)

    @pytest.fixture
    def refusing(self, tmp_path: Path) -> Autostart:
        (tmp_path / ".config").touch()
        return at(tmp_path)


def test_the_folder_is_the_one_the_session_uses(tmp_path: Path) -> None:
    folder = tmp_path / "settings"
    command = (sys.executable,)
    DesktopFile(lambda: command, {"XDG_CONFIG_HOME": str(folder)}).enable()
    assert (folder / "autostart/qtdesk.desktop").is_file()


def test_nothing_is_left_beside_it(tmp_path: Path) -> None:
    at(tmp_path).enable()
    assert [path.name for path in own(tmp_path).parent.iterdir()] == ["qtdesk.desktop"]


@pytest.mark.parametrize(
    "line", ["Hidden=true", "X-GNOME-Autostart-enabled=false", "TryExec=/nowhere/q"]
)
def test_what_was_switched_off_elsewhere_counts(tmp_path: Path, line: str) -> None:
    autostart = at(tmp_path)
    autostart.enable()
    path = own(tmp_path)
    written = path.read_text("utf-8")
    path.write_text(f"{written}{line}\n[Other]\nHidden=false\n", "utf-8")
    assert not autostart.enabled()
    autostart.enable()
    assert autostart.enabled()


def test_a_file_of_the_system_is_hidden_and_not_touched(tmp_path: Path) -> None:
    shared = tmp_path / "etc/autostart/qtdesk.desktop"
    shared.parent.mkdir(parents=True)
    shared.write_text("[Desktop Entry]\nType=Application\nExec=qtdesk\n")
    autostart = at(tmp_path)
    assert autostart.enabled()
    autostart.disable()
    assert not autostart.enabled()
    assert "Hidden=true" in own(tmp_path).read_text()
    autostart.enable()
    assert autostart.enabled()


def test_a_file_of_nonsense_is_no_start(tmp_path: Path) -> None:
    own(tmp_path).parent.mkdir(parents=True)
    own(tmp_path).write_bytes(b"\xff\xfe[Desktop\nExec\n=\n[Desktop Entry]\n\\")
    assert not at(tmp_path).enabled()


@pytest.mark.skipif(os.name == "nt", reason="there are no such rights")
def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / ".config").mkdir()
    (tmp_path / ".config/autostart").touch()
    with pytest.raises(AutostartError) as caught:
        at(tmp_path).enable()
    assert "Give yourself the right" in str(caught.value.hint)
    assert str(own(tmp_path)) in str(caught.value.detail)


@given(
    st.lists(
        st.text(
            st.characters(exclude_categories=["Cs", "Cc"], include_characters="\t"),
            min_size=1,
        ),
        min_size=1,
    )
)
def test_exec_says_what_was_meant(command: list[str]) -> None:
    """Undone step by step, as the specification reads it."""
    line = exec_line(command)
    assert "\n" not in line
    assert unpacked(line)[-len(command) :] == command
    assert (len(unpacked(line)) == len(command)) is not bool({*"%="} & {*command[0]})


def unpacked(line: str) -> list[str]:
    text = ""
    signs = iter(line)
    for sign in signs:
        if sign == "\\":
            text += {"s": " ", "n": "\n", "t": "\t", "r": "\r"}.get(
                following := next(signs), following
            )
        else:
            text += sign
    words: list[str] = []
    word, quoted = "", False
    signs = iter(text.replace("%%", "%") + " ")
    for sign in signs:
        if sign == '"':
            quoted = not quoted
        elif sign == "\\" and quoted:
            word += next(signs)
        elif sign == " " and not quoted:
            words.append(word)
            word = ""
        else:
            assert quoted or sign not in "\t\n\"'\\><~|&;$*?#()`"
            word += sign
    return words


@pytest.mark.skipif(not shutil.which("gio"), reason="gio is not installed")
def test_glib_starts_it_as_it_was_meant(tmp_path: Path) -> None:
    """The reader that GNOME, Xfce, MATE and others have in common."""
    folder = tmp_path / HARD
    folder.mkdir()
    program = folder / "qtdesk"
    told = tmp_path / "told"
    program.write_text(
        f'#!/bin/sh\nprintf "%s\\n" "$0" "$@" > "{told}.tmp"\n'
        f'mv "{told}.tmp" "{told}"\n'
    )
    program.chmod(0o755)
    command = (str(program), "--data-dir", str(folder), "--at-login", "100%u")
    autostart = at(tmp_path, command)
    autostart.enable()
    assert autostart.enabled()
    subprocess.run(["gio", "launch", own(tmp_path)], check=True, timeout=30)
    wait_for(told.exists, "the program to be started")
    assert told.read_text().splitlines() == list(command)
