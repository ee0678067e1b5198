"""The search at 1,000 to 1,000,000 phrases, key by key, and beside fzf and ripgrep.

Each key press is one search for the best fifty, with the marks of the five rows that
are seen, by an agent without habits and by one with many. The best of some rounds
counts, so that other programs on the machine are left out; each round opens the index
anew, so that it remembers nothing of the round before. As in the program, the collector
of garbage is told to leave alone what was there before. The other two tools look
through the same phrases, folded and with their initials and syllables spelled out, for
the same queries. They find all matches, and fzf sorts them: queries that nothing
matches are the ones to compare.

`QTDESK_BENCH_PHRASES=1000,10000` measures other sizes.
"""

import gc
import math
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from bench.habits import NOW, agent_habits
from bench.keystrokes import keystrokes
from bench.series import Series
from bench.shop_phrases import shop_book
from qtdesk import paths
from qtdesk.core.phrases import Book, Phrase
from qtdesk.core.search import Habits
from qtdesk.core.search.compiler import Compiler
from qtdesk.core.search.engine import StreamSearch
from qtdesk.core.search.index import BookIndex, IndexBuilder
from qtdesk.core.search.packing import pack, unpack
from qtdesk.core.search.readings import Readings
from qtdesk.storage.indexes import DiskIndexes

_SIZES = "1000,10000,100000"
_ROUNDS = 5
_ROWS_SEEN = 5
_OTHERS_UP_TO = 100_000
_QUERIES = (
    *("f", "fh", "fahuo", "tuikuan", "发", "发货", "发货时间", "过敏", "运费险"),
    *("退款 运费", "髯髯髯", "meishoudao", "zzqx"),
)
_FZF = re.compile(r"min: ([\d.]+)(ms|s|µs)")
_MS = {"µs": 1e-3, "ms": 1.0, "s": 1e3}


def measure() -> list[Series]:
    sizes = os.environ.get("QTDESK_BENCH_PHRASES", _SIZES)
    return [one for size in sizes.split(",") for one in _measure(int(size))]


def _measure(size: int) -> Iterator[Series]:
    name = f"search {size:,}"
    table = (paths.resources() / "readings" / "readings.txt").read_bytes()
    readings = Readings(table)
    book = shop_book(size)
    began = time.perf_counter()
    made = IndexBuilder(book, readings).finish()
    yield Series(f"{name}: build", "ms", [(time.perf_counter() - began) * 1000])
    with tempfile.TemporaryDirectory() as folder:
        indexes = DiskIndexes(Path(folder), Path())
        data = pack(made)
        yield Series(f"{name}: on disk", "MB", [len(data) / 1e6])
        indexes.save("bench", data)
        del data, made
        before = _private_memory()
        opened = [_opened(indexes, table) for _ in range(_ROUNDS)]
        index = opened[-1][1]
        yield Series(f"{name}: open", "ms", [took for took, _ in opened])
        for kind, habits in (("key", Habits()), ("key, habits", agent_habits(book))):
            yield from _keys(f"{name}: {kind}", book, indexes, readings, habits)
        yield Series(f"{name}: own memory", "MB", [_private_memory() - before])
        if size <= _OTHERS_UP_TO:
            yield from _beside_others(name, book, index, readings, Path(folder))


def _opened(indexes: DiskIndexes, table: bytes) -> tuple[float, BookIndex]:
    """Milliseconds from nothing to the first answer's index, with checksum."""
    began = time.perf_counter()
    Readings(table)
    index = _open(indexes)
    return (time.perf_counter() - began) * 1000, index


def _open(indexes: DiskIndexes) -> BookIndex:
    data = indexes.open("bench")
    if data is None:
        raise RuntimeError("the index was not kept")
    return unpack(data)


def _engine(
    book: Book, index: BookIndex, readings: Readings, habits: Habits
) -> StreamSearch:
    return StreamSearch([(book, index)], Compiler(readings), habits, lambda: NOW)


def _keys(
    name: str, book: Book, indexes: DiskIndexes, readings: Readings, habits: Habits
) -> Iterator[Series]:
    """Milliseconds for each key press, by the clock and of the processor.

    On a machine that does other things the processor's time tells more.
    """
    queries = list(keystrokes())
    best = {kind: [math.inf] * len(queries) for kind in ("", ", CPU")}
    for _ in range(_ROUNDS):
        engine = _engine(book, _open(indexes), readings, habits)
        # What the program does when the panel opens.
        engine.search("")
        gc.collect()
        gc.freeze()
        for at, query in enumerate(queries):
            for own, took in zip(best.values(), _key(engine, query), strict=True):
                own[at] = min(own[at], took)
    gc.unfreeze()
    for kind, values in best.items():
        keys = Series(f"{name}{kind}", "ms", values)
        yield keys
        yield Series(f"{name}{kind}, p99", "ms", [keys.percentile(99)])


def _key(engine: StreamSearch, query: str) -> tuple[float, float]:
    """Milliseconds by the clock, and of the processor."""
    began, used = time.perf_counter(), time.thread_time()
    answer = engine.search(query)
    for hit in answer.hits[:_ROWS_SEEN]:
        engine.marks(query, hit.phrase)
    took, worked = time.perf_counter() - began, time.thread_time() - used
    return took * 1000, worked * 1000


def _private_memory() -> float:
    """Megabytes that are ours alone, without what is only mapped from files."""
    if sys.platform != "linux":
        return math.nan
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.split("RssAnon:")[1].split()[0]) / 1000


# --- beside other tools --------------------------------------------------------------


def _beside_others(
    name: str, book: Book, index: BookIndex, readings: Readings, folder: Path
) -> Iterator[Series]:
    lines = folder / "lines.txt"
    lines.write_text("".join(_spelled(book, readings)), encoding="utf-8")
    engine = _engine(book, index, readings, Habits())
    tools: dict[str, Callable[[str], float]] = {}
    if fzf := shutil.which("fzf", path=_path()):
        tools["fzf --exact"] = lambda query: _fzf(fzf, query, lines)
    if ripgrep := shutil.which("rg", path=_path()):
        tools["ripgrep"] = lambda query: _ripgrep(ripgrep, query, lines)
    ours = {query: _best_of(partial(_took, engine, query)) for query in _QUERIES}
    misses = [query for query in _QUERIES if not engine.search(query).hits]
    hits = [query for query in _QUERIES if query not in misses]
    for tool, ask in tools.items():
        theirs = {query: ask(query) for query in _QUERIES}
        for kind, queries in (("hits", hits), ("misses", misses)):
            ratios = [theirs[query] / ours[query] for query in queries]
            if ratios:
                mean = statistics.geometric_mean(ratios)
                yield Series(f"{name}: {tool}, {kind}, mean ratio", "x", [mean])
                yield Series(f"{name}: {tool}, {kind}, least ratio", "x", [min(ratios)])


def _took(engine: StreamSearch, query: str) -> float:
    return _key(engine, query)[0]


def _path() -> str:
    """Where programs are, those beside this Python first."""
    return os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))


def _best_of(once: Callable[[], float]) -> float:
    return min(once() for _ in range(_ROUNDS))


def _spelled(book: Book, readings: Readings) -> Iterator[str]:
    """One line for each phrase with all that our search looks at."""
    names = {ord(code): name for name, code in readings.codes.items()}
    for phrase in book.phrases:
        fields = []
        for text in _fields(phrase):
            folded = readings.fold(text).replace("\n", " ")
            read = readings.read(folded)
            fields += [folded, read.translate(names), read.translate(readings.initials)]
        yield "\t".join((phrase.code, *fields)) + "\n"


def _fields(phrase: Phrase) -> Sequence[str]:
    hints = " ".join((phrase.situation, *phrase.keywords, *phrase.tags))
    return (phrase.title, hints, " ".join(phrase.texts))


def _fzf(fzf: str, query: str, lines: Path) -> float:
    """Milliseconds for matching alone, in memory, as fzf itself measures it."""
    command = [fzf, "--exact", "--filter", query, "--bench", "1s", "--threads", "1"]
    with lines.open("rb") as file:
        told = subprocess.run(command, stdin=file, capture_output=True, check=False)
    found = _FZF.search(told.stdout.decode())
    return float(found[1]) * _MS[found[2]] if found else math.nan


def _ripgrep(ripgrep: str, query: str, lines: Path) -> float:
    """Milliseconds for one process that counts lines with the query's first word."""
    word = query.partition(" ")[0]

    def once() -> float:
        began = time.perf_counter()
        command = [ripgrep, "--count", "--fixed-strings", word, str(lines)]
        subprocess.run(command, capture_output=True, check=False)
        return (time.perf_counter() - began) * 1000

    return _best_of(once)
