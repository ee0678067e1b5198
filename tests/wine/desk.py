"""The program on Windows, used by an agent's hands; see tests/desktop/desk_session."""

import os
import select
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.desktop.waiting import DEADLINE_S, wait_for
from tests.wine.lab import windows_path
from tests.wine.workplace import Workplace

HOTKEY = "ctrl+alt+space"
_KEYSTROKE_S = 0.08
_PATIENCE_S = 1.5
_START_S = 90.0
"""Beside other work Wine has taken more than 30 s; how long it may take is no matter
of these tests."""


class Desk:
    """One run of qtdesk; use it in a `with`."""

    def __init__(
        self, place: Workplace, folder: Path, arguments: Sequence[str] = ()
    ) -> None:
        """Remember what to start; the agent's data lies in `folder`."""
        self._place = place
        self.data = windows_path(folder)
        self.hands = place.hands
        self._arguments = arguments

    def __enter__(self) -> Self:
        self._program = self._start()
        told = "qtdesk to be ready"
        wait_for(lambda: self.status().get("ready"), told, _START_S, step=0.1)
        return self

    def _start(self) -> subprocess.Popen[bytes]:
        common = ("-m", "qtdesk", "--data-dir", self.data)
        return self._place.python(*common, *self._arguments)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._program.poll() is None:
            self.quit()
        assert self._program.stdout
        # Programs of Wine that it started hold the pipe open: its end never comes.
        output = self._program.stdout.fileno()
        written = select.select([output], [], [], 0)[0]
        said = os.read(output, 65536).decode() if written else ""
        assert problem is not None or not said, said

    def start_again(self) -> subprocess.CompletedProcess[str]:
        """What a second click on the icon does, to its end."""
        return self._place.run("-m", "qtdesk", "--data-dir", self.data)

    def cli(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run one command of the command line for the same data."""
        return self._place.run("-m", "qtdesk.cli", "--data-dir", self.data, *arguments)

    def status(self) -> dict[str, Any]:
        """What automation may know; empty while it is starting or gone."""
        return self._ask("status")

    def show(self) -> None:
        """Ask for the panel without the keyboard, as the tray and the shell do."""
        self._ask("show")

    def quit(self) -> int:
        """Ask it to end, and wait until it has; its exit code."""
        self._ask("quit")
        return self._program.wait(DEADLINE_S)

    def wait_for_exit(self) -> int:
        """The exit code of a program that somebody else ends."""
        return self._program.wait(DEADLINE_S)

    def _ask(self, what: str) -> dict[str, Any]:
        answer: dict[str, Any] = self._place.probe("ask", self.data, {"do": what})
        return answer

    def wait_for_panel(self, *, is_open: bool = True) -> None:
        wait_for(lambda: self.status()["panel_open"] is is_open, "the panel")

    def open_panel(self) -> None:
        """Hold the hotkey until the panel is there, as fingers do: not in 0 ms."""
        keys = HOTKEY.split("+")
        self.hands.down(*keys)
        self.wait_for_panel()
        own = self.status()["pid"]
        wait_for(lambda: self._place.probe("front")["pid"] == own, "it to be in front")
        self.hands.up(*reversed(keys))
        self._place.forget_keys()

    def choose(self, query: str) -> None:
        """Hotkey, query and Enter, as a typist does who looks at the panel first.

        On a busy machine Wine may let the editor hear how the hotkey is let go. Then
        the panel asks for another Enter.
        """
        self.open_panel()
        self.hands.type(query, _KEYSTROKE_S)
        self.hands.tap("enter")
        end = time.monotonic() + _PATIENCE_S
        while self.status()["panel_open"]:
            if time.monotonic() > end:
                self.hands.tap("enter")
                return

    def wait_for_end(self, count: int) -> dict[str, Any]:
        """The last result, once `count` pastes have ended."""
        try:
            wait_for(lambda: self.status()["paste_count"] >= count, f"paste {count}")
        except AssertionError as missed:
            raise AssertionError(self.status()) from missed
        last: dict[str, Any] = self.status()["last_paste"]
        return last
