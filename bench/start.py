"""From the start of the process until the hotkey works and the books are there.

Beside it a bare PySide6 window in the same run: no program in Python and Qt Widgets
can be quicker than that. Starts are warm, except for those named cold, which first
read and compile the phrasebook.
"""

import subprocess
import sys
import time

from bench.running import SAMPLE_BOOK, SAMPLE_SIZE, Bench, bench, wait_for_phrases
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
    with bench() as place:
        return [
            Series("start, bare PySide6 window", "ms", _bare(place)),
            Series("start, sample book", "ms", _starts(place, large=False)),
            Series("start, 10,000 phrases", "ms", _starts(place, large=True)),
            Series("cold start, 10,000 phrases", "ms", _cold_starts(place)),
        ]


def _bare(place: Bench) -> list[float]:
    found = []
    for _ in range(_ROUNDS + 1):
        began = time.perf_counter()
        subprocess.run(
            [sys.executable, "-c", _BARE], env=place.server.env, check=True, timeout=60
        )
        found.append((time.perf_counter() - began) * 1000)
    return found[1:]


def _starts(place: Bench, *, large: bool) -> list[float]:
    """The first start reads and compiles the book; it is left out."""
    book = place.large_book() if large else SAMPLE_BOOK
    data = place.folder / book.stem
    found = []
    for _ in range(_ROUNDS + 1):
        with place.qtdesk(data, [book]) as running:
            found.append(running.seconds * 1000)
            wait_for_phrases(running, _LARGE_SIZE if large else SAMPLE_SIZE)
    return found[1:]


def _cold_starts(place: Bench) -> list[float]:
    """With a data folder that has never been used: ready means the book was read."""
    found = []
    for number in range(_COLD_ROUNDS):
        data = place.folder / f"cold-{number}"
        with place.qtdesk(data, [place.large_book()]) as running:
            found.append(running.seconds * 1000)
    return found
