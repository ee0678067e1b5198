"""The real program on a private desktop, used by an agent's hands."""

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol, Self

import yaml

from qtdesk import ipc, paths
from qtdesk.core.errors import RunningError
from tests.desktop.hands import Hands
from tests.desktop.waiting import DEADLINE_S, wait_for
from tests.desktop.xserver import XServer

_ROOT = Path(__file__).parents[2]
HOTKEY = "ctrl+alt+space"
_NOISE = (
    # Qt and the accessibility bus lose sight of widgets that have just gone.
    "qt.accessibility.atspi: Could not find accessible",
    # Without a tray on the bus; it waits for one.
    "QDBusTrayIcon encountered a D-Bus error",
)


def write_book(path: Path, texts: Mapping[str, str]) -> Path:
    """A phrasebook whose phrases have the keys of `texts` as codes."""
    phrases = [
        {"id": code, "title": f"phrase {code}", "code": code, "text": text}
        for code, text in texts.items()
    ]
    book = {
        "id": "test",
        "title": "test",
        "locale": "zh-CN",
        "version": "1",
        "stages": [
            {"key": "answer", "situations": [{"title": "all", "phrases": phrases}]}
        ],
    }
    text = yaml.safe_dump(book, allow_unicode=True, sort_keys=False)
    path.write_text(text, encoding="utf-8")
    return path


class Place(Protocol):
    """Wherever programs can be started."""

    @property
    def server(self) -> XServer: ...


class DeskSession:
    """One run of qtdesk; use it in a `with`."""

    def __init__(
        self,
        place: Place,
        folder: Path,
        book: Path | None = None,
        arguments: Sequence[str] = (),
        env: Mapping[str, str] | None = None,
    ) -> None:
        """Remember what to start; the agent's data lies in `folder`."""
        self._place = place
        self._data = folder
        self._env = {"PYTHONPATH": str(_ROOT), **(env or {})}
        books = ["--book", str(book)] if book else []
        self.start_line = [
            *(sys.executable, "-m", "qtdesk", "--data-dir", str(folder)),
            *(*books, *arguments),
        ]
        self._log = folder.with_suffix(".log")
        self.path = str(_ROOT)
        """Where its modules are found."""
        self.hands = Hands(place.server.display)

    def __enter__(self) -> Self:
        with self._log.open("w") as log:
            self.program = self._place.server.start(
                self.start_line, env=self._env, stderr=log
            )
        wait_for(lambda: self.status().get("ready"), "qtdesk to be ready")
        return self

    def __exit__(self, *_: object) -> None:
        self._place.server.stop(self.program)
        self.hands.close()
        lines = self._log.read_text().splitlines()
        complaints = [line for line in lines if not line.startswith(_NOISE)]
        assert not complaints, "\n".join(complaints)

    def status(self) -> dict[str, Any]:
        """What automation may know; empty while it is starting or gone."""
        address = paths.runtime_address(self._data)
        try:
            return ipc.ask(address, {"do": "status"}, DEADLINE_S)
        except RunningError:
            return {}

    def cli(
        self, *arguments: str, env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run one command of the command line for the same data."""
        return subprocess.run(
            [
                *(sys.executable, "-m", "qtdesk.cli", "--data-dir", str(self._data)),
                *arguments,
            ],
            env={**self._place.server.env, **self._env, **(env or {})},
            capture_output=True,
            check=False,
            encoding="utf-8",
            timeout=DEADLINE_S,
        )

    def show(self) -> None:
        """Ask for the panel without the keyboard, as the tray and the shell do."""
        ipc.ask(paths.runtime_address(self._data), {"do": "show"}, DEADLINE_S)

    def quit(self) -> None:
        """Ask it to end, and wait until it has."""
        ipc.ask(paths.runtime_address(self._data), {"do": "quit"}, DEADLINE_S)
        self.program.wait(DEADLINE_S)

    def open_panel(self) -> None:
        self.hands.tap(HOTKEY)
        wait_for(lambda: self.status()["panel_open"], "the panel")

    def choose(self, query: str) -> None:
        """Hotkey, query and Enter, without a pause."""
        self.hands.tap(HOTKEY)
        self.hands.type(query)
        self.hands.tap("enter")

    def wait_for_end(self, count: int) -> dict[str, Any]:
        """The last result, once `count` pastes have ended."""
        wait_for(lambda: self.status()["paste_count"] >= count, f"paste {count}")
        last: dict[str, Any] = self.status()["last_paste"]
        return last

    def memory_kib(self) -> int:
        """Memory of its own; its share of libraries changes with what else runs."""
        rollup = Path(f"/proc/{self.program.pid}/smaps_rollup").read_text()
        sizes = dict(line.split()[:2] for line in rollup.splitlines()[1:])
        return int(sizes["Pss_Anon:"])


def read_clipboard(
    place: Place, target: str, selection: str = "clipboard"
) -> bytes | None:
    """One format of the clipboard, as any program reads it; None if it has none."""
    asked = subprocess.run(
        ["xclip", "-o", "-selection", selection, "-t", target],
        env=place.server.env,
        capture_output=True,
        check=False,
        timeout=DEADLINE_S,
    )
    return asked.stdout if asked.returncode == 0 else None
