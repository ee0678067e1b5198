"""Other programs on the desktop, each a process of its own that reports what it sees.

They stand for what real desktops hold against a paste: a second window, a slow window,
a clipboard manager, and owners of the clipboard of every kind.
"""

import base64
import json
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Self

from tests.desktop.waiting import DEADLINE_S, wait_for

_ROOT = Path(__file__).parents[2]


class Other:
    """A program of tests/desktop/peers; use it in a `with`."""

    module: str
    arguments: tuple[str, ...] = ()

    def __init__(self, env: Mapping[str, str]) -> None:
        """Remember the display; nothing is started yet."""
        self._env = dict(env)
        self._reports: list[dict[str, Any]] = []
        self._news = threading.Condition()
        self._ended = False

    def __enter__(self) -> Self:
        self._program = subprocess.Popen(
            [
                sys.executable,
                "-m",
                f"tests.desktop.peers.{self.module}",
                *self.arguments,
            ],
            cwd=_ROOT,
            env=self._env,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        self._thread = threading.Thread(target=self._listen, name=self.module)
        self._thread.start()
        try:
            self.wait_for("ready")
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        assert self._program.stdin is not None
        assert self._program.stdout is not None
        # One that hangs could not end.
        if sys.platform != "win32":  # there, no signal stops a program
            self._program.send_signal(signal.SIGCONT)
        self._program.terminate()
        self._program.wait(DEADLINE_S)
        self._thread.join(DEADLINE_S)
        self._program.stdin.close()
        self._program.stdout.close()

    @property
    def pid(self) -> int:
        return self._program.pid

    def stop(self) -> None:
        """Hang: answer nothing and handle no event until `go_on`."""
        if sys.platform != "win32":  # there, no signal stops a program
            self._program.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        if sys.platform != "win32":  # there, no signal stops a program
            self._program.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        """Crash."""
        self._program.kill()
        self._program.wait(DEADLINE_S)

    def reports(self, what: str) -> list[dict[str, Any]]:
        """Everything of one kind that was reported so far."""
        with self._news:
            return [report for report in self._reports if report["what"] == what]

    def wait_for(self, what: str, count: int = 1) -> list[dict[str, Any]]:
        """All reports of one kind, once there are at least `count`."""
        with self._news:
            there = self._news.wait_for(
                lambda: self._ended or self._number(what) >= count, DEADLINE_S
            )
            number = self._number(what)
        assert there, f"{self.module} reported {what!r} {number} times, not {count}"
        assert number >= count, f"{self.module} ended before {what!r}"
        return self.reports(what)

    def order(self, answered_by: str, **order: object) -> dict[str, Any]:
        """Give an order and wait for its answer."""
        before = len(self.reports(answered_by))
        assert self._program.stdin is not None
        self._program.stdin.write(json.dumps(order) + "\n")
        return self.wait_for(answered_by, before + 1)[-1]

    def _number(self, what: str) -> int:
        return sum(report["what"] == what for report in self._reports)

    def _listen(self) -> None:
        assert self._program.stdout is not None
        for line in self._program.stdout:
            with self._news:
                self._reports.append(json.loads(line))
                self._news.notify_all()
        with self._news:
            self._ended = True
            self._news.notify_all()


class RawTarget(Other):
    """A window that records keys and pastes: a decoy, or a target with any lag."""

    module = "target"

    def __init__(
        self, env: Mapping[str, str], title: str = "decoy", app: str = "decoy"
    ) -> None:
        """A window with this title and WM_CLASS."""
        super().__init__(env)
        self.arguments = (app, title)

    @property
    def window_id(self) -> int:
        return int(self.reports("ready")[0]["window"])

    def set_lag(self, seconds: float) -> None:
        """How long it takes to read the clipboard after the chord."""
        self.order("ready", lag=seconds)

    def set_title(self, title: str) -> None:
        """Show another title, as a chat window does for another conversation."""
        self.order("ready", title=title)

    def be_busy(self, seconds: float) -> None:
        """Handle no event at all for a while, pings included."""
        self.order("ready", busy=seconds)

    def wait_for_key(self, name: str) -> None:
        """Return once this key has gone down in it."""
        wait_for(lambda: name in set(self.keys()), f"the key {name}")

    def keys(self) -> list[str]:
        """Names of the keys that went down in it."""
        return [report["key"] for report in self.reports("key") if report["down"]]

    def pastes(self) -> list[str | None]:
        """Texts that were pasted in it; None where the owner refused."""
        return [report["text"] for report in self.reports("paste")]


class GreedyReader(Other):
    """A clipboard manager that reads all formats at every change."""

    module = "greedy"

    def set_lag(self, seconds: float) -> None:
        """How long after a change it begins to read."""
        self.order("ready", lag=seconds)

    def texts(self) -> list[str]:
        """Every plain text that it has seen."""
        return [report["text"] for report in self.reports("text")]


class HistoryTool(Other):
    """A clipboard manager that takes every new text over."""

    module = "history"

    def set_lag(self, seconds: float) -> None:
        """How long after a change it begins to read."""
        self.order("ready", lag=seconds)


class ClipboardOwner(Other):
    """A program that has copied something."""

    module = "owner"

    def own(
        self,
        formats: Mapping[str, bytes],
        *,
        selection: str = "CLIPBOARD",
        lag: float = 0.0,
        hangs: bool = False,
    ) -> None:
        """Take the clipboard, offering exactly `formats`; return once it has it."""
        encoded = {
            name: base64.b64encode(content).decode()
            for name, content in formats.items()
        }
        self.order("owned", formats=encoded, selection=selection, lag=lag, hangs=hangs)

    def copy(self, text: str, selection: str = "CLIPBOARD") -> None:
        """An ordinary copy of a text."""
        self.own({"UTF8_STRING": text.encode()}, selection=selection)

    def lost(self) -> int:
        """How often another program took the clipboard."""
        return len(self.reports("lost"))


class FocusThief(Other):
    """A program that gives the focus to one window after the other."""

    module = "thief"

    def begin(self, windows: Sequence[int], every_s: float, for_s: float) -> None:
        """Start moving the focus, and return at once."""
        self.order("begun", windows=windows, every=every_s, **{"for": for_s})

    def wait_until_done(self, times: int) -> None:
        """Return once it has stopped for so many times."""
        self.wait_for("done", times)


PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAA"
    "AABJRU5ErkJggg=="
)
RICH = {
    "UTF8_STRING": "价格表 ✓".encode(),
    "text/plain;charset=utf-8": "价格表 ✓".encode(),
    "text/html": "<b>价格表</b> ✓".encode(),
    "text/uri-list": b"file:///srv/list.xlsx\r\n",
    "image/png": PNG,
    "application/x-own-format": bytes(range(256)),
}
"""What an office program offers for one copy."""
