"""qtdesk in a private display, started as an agent starts it."""

import contextlib
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.large_book import write_large_book
from bench.process import processor_ms
from qtdesk import ipc, paths
from tests.desktop.xserver import XServer

ROOT = Path(__file__).parents[1]
SAMPLE_BOOK = ROOT / "phrasebooks" / "general-zh-CN"
SAMPLE_SIZE = 348
"""Phrases in it."""
FROM_SOURCES = (sys.executable, "-m", "qtdesk")
_DEADLINE_S = 60.0
_STEP_S = 0.002


@dataclass(frozen=True)
class Running:
    """One instance that is ready."""

    pid: int
    address: str
    seconds: float
    """From its start until it was ready."""
    processor_ms: float
    """Of the processor, until then."""

    def status(self) -> dict[str, Any]:
        return ipc.ask(self.address, {"do": "status"})


@dataclass(frozen=True)
class Bench:
    """A display and a folder for data; start qtdesk in it as often as you like."""

    server: XServer
    folder: Path

    def large_book(self) -> Path:
        """10,000 phrases in Chinese."""
        path = self.folder / "large.yaml"
        return path if path.exists() else write_large_book(path)

    @contextlib.contextmanager
    def qtdesk(
        self, data: Path, books: Sequence[Path], start: Sequence[str] = FROM_SOURCES
    ) -> Iterator[Running]:
        """Start it and end it; `data` keeps what an earlier start has compiled."""
        command = [*start, "--data-dir", str(data)]
        for book in books:
            command += ["--book", str(book)]
        address = paths.runtime_address(data)
        began = time.perf_counter()
        program = self.server.start(command, env={"PYTHONPATH": str(ROOT)})
        try:
            _wait_until_ready(address)
            took = time.perf_counter() - began
            yield Running(program.pid, address, took, processor_ms(program.pid))
        finally:
            self.server.stop(program)


def wait_for_phrases(running: Running, number: int) -> None:
    """Until all books are on the shelf."""
    end = time.monotonic() + _DEADLINE_S
    while running.status()["phrases"] < number:
        if time.monotonic() > end:
            raise TimeoutError(f"{number} phrases")
        time.sleep(_STEP_S)


@contextlib.contextmanager
def bench() -> Iterator[Bench]:
    """A private display and a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder, XServer() as server:
        yield Bench(server, Path(folder))


def _wait_until_ready(address: str) -> None:
    end = time.monotonic() + _DEADLINE_S
    while True:
        with contextlib.suppress(ipc.NotRunningError):
            if ipc.ask(address, {"do": "status"}).get("ready"):
                return
        if time.monotonic() > end:
            raise TimeoutError("qtdesk was not ready")
        time.sleep(_STEP_S)
