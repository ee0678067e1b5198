"""Real programs that receive a text: what they are asked to do, and the simple ones.

Each runs with a home and settings of its own. Reading what a program holds presses no
key, touches no clipboard and moves no focus.
"""

import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from tests.desktop.accessible import AccessibleBus, Field
from tests.desktop.screen import Screen
from tests.desktop.waiting import wait_for
from tests.desktop.xserver import XServer


class ReceivingProgram(Protocol):
    """A program with one field that a text can be pasted into."""

    name: str
    paste_chord: str
    """What its users press to paste."""
    window_id: int

    def start(self) -> None:
        """Start, and return once its window can take a text."""
        ...

    def focus(self) -> None:
        """In front, with the keyboard in the field."""
        ...

    def text(self) -> str:
        """Exactly what the field holds now."""
        ...

    def clear(self) -> None:
        """Empty the field, and return once it is empty."""
        ...

    def stop(self) -> None: ...


def wait_for_text(program: ReceivingProgram, expected: str) -> None:
    """Return once the field holds exactly `expected`."""
    found: list[str] = []

    def look() -> bool:
        found.append(program.text())
        return found[-1] == expected

    try:
        wait_for(look, f"the text in {program.name}")
    except AssertionError as late:
        raise AssertionError(f"{late}: {found[-1:]} and not {expected!r}") from None


@dataclass(frozen=True)
class Workplace:
    """Where programs are started: a display, a bus and a folder for their homes."""

    server: XServer
    screen: Screen
    bus: AccessibleBus
    folder: Path

    def start(self, name: str, argv: Sequence[str]) -> subprocess.Popen[str]:
        """Start a program that finds nothing of the person who runs the tests."""
        env = {**private(self.home(name)), **self.bus.env}
        return self.server.start(argv, env=env)

    def home(self, name: str) -> Path:
        found = self.folder / name
        found.mkdir(parents=True, exist_ok=True)
        return found


def private(home: Path) -> dict[str, str]:
    """An environment in which every folder for a person's own things is in `home`."""
    runtime = home / "run"
    runtime.mkdir(parents=True, exist_ok=True)
    runtime.chmod(0o700)
    return {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_CACHE_HOME": str(home / ".cache"),
        "XDG_DATA_HOME": str(home / ".local" / "share"),
        "XDG_STATE_HOME": str(home / ".local" / "state"),
        "XDG_RUNTIME_DIR": str(runtime),
        "GSETTINGS_BACKEND": "memory",
        "LC_ALL": "C.UTF-8",
    }


class Editor:
    """A text editor with one empty document."""

    name: str
    argv: tuple[str, ...]
    paste_chord = "ctrl+v"

    def __init__(self, place: Workplace) -> None:
        self.window_id = 0
        self._place = place
        self._program: subprocess.Popen[str] | None = None
        self._field: Field | None = None

    def start(self) -> None:
        self._program = self._place.start(self.name, self.argv)
        self.window_id = self._place.screen.wait_for_window(self.name)
        self._field = self._place.bus.field(self.name)

    def focus(self) -> None:
        self._place.screen.activate(self.window_id)

    @property
    def field(self) -> Field:
        assert self._field is not None, "not started"
        return self._field

    def text(self) -> str:
        return self.field.text()

    def clear(self) -> None:
        self.field.set_text("")
        wait_for_text(self, "")

    def stop(self) -> None:
        if self._program is not None:
            self._place.server.stop(self._program)


class Mousepad(Editor):
    """The GTK 3 editor of Xfce."""

    name = "mousepad"
    argv = ("mousepad", "--disable-server")


class FeatherPad(Editor):
    """A Qt 5 editor."""

    name = "featherpad"
    argv = ("featherpad", "--standalone")


class Terminal:
    """xterm with a program that writes down every byte it is given."""

    name = "xterm"
    paste_chord = "shift+Insert"

    def __init__(self, place: Workplace) -> None:
        self.window_id = 0
        self._place = place
        self._file = place.home(self.name) / "typed"
        self._seen = 0
        self._program: subprocess.Popen[str] | None = None

    def start(self) -> None:
        self._file.write_bytes(b"")
        ready = self._file.with_name("ready")
        script = f"stty raw -echo; touch '{ready}'; exec cat > '{self._file}'"
        title = "receiving xterm"
        self._program = self._place.start(
            self.name, ["xterm", "-u8", "-title", title, "-e", "sh", "-c", script]
        )
        self.window_id = self._place.screen.wait_for_window("xterm", title)
        wait_for(ready.exists, "the program in xterm")

    def focus(self) -> None:
        self._place.screen.activate(self.window_id)

    def text(self) -> str:
        """What arrived since `clear`; a terminal turns line breaks into returns."""
        arrived = self._file.read_bytes()[self._seen :]
        return arrived.decode(errors="replace").replace("\r", "\n")

    def clear(self) -> None:
        self._seen = self._file.stat().st_size

    def stop(self) -> None:
        if self._program is not None:
            self._place.server.stop(self._program)


def missing(*programs: str) -> str:
    """Why a test must be left out; empty where all `programs` are installed."""
    absent = [program for program in programs if shutil.which(program) is None]
    return f"not installed: {', '.join(absent)}" if absent else ""


def left_behind(folder: Path) -> list[int]:
    """Process ids of programs whose home lies in `folder` and that still run."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            surroundings = (entry / "environ").read_bytes()
        except OSError:
            continue
        if f"HOME={folder}".encode() in surroundings:
            found.append(int(entry.name))
    return found
