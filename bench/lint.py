"""The check of wording: its packs, one phrase, a book of ten thousand, all of it."""

import gc
import random
import subprocess
import sys
import time
from datetime import date

from bench.series import Series
from bench.shop_phrases import shop_book
from qtdesk import paths
from qtdesk.bootstrap.on_request import engine_over
from qtdesk.core.book_check import BookCheck
from qtdesk.core.lint import Linter
from qtdesk.core.settings import Settings
from qtdesk.core.templates import Filled
from qtdesk.core.wording import Wording
from qtdesk.formats import read_book
from qtdesk.formats.lint_packs import read_packs

_LOADS = 10
_PHRASES = 10_000
_LOADING = """\
import time, qtdesk.bootstrap.on_request, qtdesk.core.desk
from pathlib import Path
from qtdesk.core.settings import Settings
from qtdesk.core.wording import Wording
began = time.process_time()
read = qtdesk.bootstrap.on_request.read_lint_packs
Wording(lambda: read(Path("no-such-folder"))).linter(Settings()).check("0")
print((time.process_time() - began) * 1000)
"""


def measure() -> list[Series]:
    linter = Linter(read_packs([paths.resources() / "lint"]).packs)
    texts = _texts()
    linter.check(texts[0])
    gc.collect()
    began = time.process_time()
    took = [_checking(linter, text) for text in texts]
    whole = time.process_time() - began
    one = Series("a phrase", "ms", took)
    return [
        Series(
            "packs, by the first question", "ms", [_loading() for _ in range(_LOADS)]
        ),
        one,
        Series("a phrase, p99", "ms", [one.percentile(99)]),
        Series("10,000 phrases", "s", [whole]),
        Series("a phrase in the panel", "ms", [_remarking(text) for text in texts]),
        Series("the whole check of 10,000", "s", [_reviewing(linter)]),
    ]


_WORDING = Wording(lambda: read_packs([paths.resources() / "lint"]))


def _remarking(text: str) -> float:
    """As the panel asks, with what the text would be mended."""
    settings, filled = Settings(), Filled(text)
    began = time.process_time()
    _WORDING.remarks(filled, settings)
    return (time.process_time() - began) * 1000


def _reviewing(linter: Linter) -> float:
    """Everything that `check` finds, but for reading the file."""
    book, check = shop_book(_PHRASES), BookCheck(linter, date(2026, 11, 22))
    gc.collect()
    began = time.process_time()
    for _ in check.of_book(book, engine_over):
        pass
    return time.process_time() - began


def _loading() -> float:
    command = [sys.executable, "-c", _LOADING]
    return float(subprocess.run(command, capture_output=True, check=True).stdout)


def _texts() -> list[str]:
    """As many as a large book has, out of those that come with the program."""
    known = [
        text
        for name in ("general-zh-CN", "apparel-zh-CN.yaml")
        for phrase in read_book(paths.phrasebooks() / name).phrases
        for text in phrase.texts
    ]
    return random.Random(1).choices(known, k=_PHRASES)  # noqa: S311 - the same each time


def _checking(linter: Linter, text: str) -> float:
    began = time.process_time()
    linter.check(text)
    return (time.process_time() - began) * 1000
