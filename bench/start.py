"""From the start of the process until the hotkey works and the books are there.

Beside it a bare PySide6 window: no program in Python and Qt Widgets can be quicker than
that. They take turns, so that the machine's moods hit all of them; where other programs
run, the processor's time tells more than the clock. Starts are warm, except for those
named cold, which first read and compile the phrasebook.
"""

import compileall
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial

from bench.process import used_by_children
from bench.running import (
    ROOT,
    SAMPLE_BOOK,
    SAMPLE_SIZE,
    Bench,
    bench,
    wait_for_phrases,
)
from bench.series import Series

_ROUNDS = 10
_COLD_ROUNDS = 3
_LARGE_SIZE = 10_000

_BARE = """
from PySide6.QtCore import QStringListModel, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QVBoxLayout, QWidget
app = QApplication(["bare"])
window = QWidget()
column = QVBoxLayout(window)
column.addWidget(QLineEdit())
view = QListView()
view.setModel(QStringListModel(["发货时间"] * 50))
column.addWidget(view)
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""


def measure() -> list[Series]:
    # Where Python was told to keep nothing, each start would compile all of it anew.
    compileall.compile_dir(ROOT / "qtdesk", quiet=1)
    found: dict[str, list[float]] = {}
    with bench() as place:
        for number in range(_ROUNDS + 1):
            for name, start in _STARTS.items():
                took, processor = start(place)
                # The first start reads and compiles the book.
                if number:
                    found.setdefault(name, []).append(took)
                    found.setdefault(f"{name}, CPU", []).append(processor)
        return [
            *(Series(name, "ms", values) for name, values in found.items()),
            Series("cold start, 10,000 phrases", "ms", _cold_starts(place)),
        ]


def _bare(place: Bench) -> tuple[float, float]:
    """Milliseconds by the clock and of the processor, until the window was shown."""
    began, used = time.perf_counter(), used_by_children()
    subprocess.run(
        [sys.executable, "-c", _BARE], env=place.server.env, check=True, timeout=60
    )
    took = (time.perf_counter() - began) * 1000
    return took, (used_by_children() - used) * 1000


def _start(place: Bench, *, large: bool) -> tuple[float, float]:
    """The same, until the hotkey worked."""
    book = place.large_book() if large else SAMPLE_BOOK
    with place.qtdesk(place.folder / book.stem, [book]) as running:
        wait_for_phrases(running, _LARGE_SIZE if large else SAMPLE_SIZE)
        return running.seconds * 1000, running.processor_ms


_STARTS: dict[str, Callable[[Bench], tuple[float, float]]] = {
    "start, bare PySide6 window": _bare,
    "start, sample book": partial(_start, large=False),
    "start, 10,000 phrases": partial(_start, large=True),
}


def _cold_starts(place: Bench) -> list[float]:
    """With a data folder that has never been used: ready means the book was read."""
    found = []
    for number in range(_COLD_ROUNDS):
        data = place.folder / f"cold-{number}"
        with place.qtdesk(data, [place.large_book()]) as running:
            found.append(running.seconds * 1000)
    return found
