"""Records of order checks after years: adding, looking up, reading anew, exporting.

Segments are made beforehand without waiting for the disk; what is measured does wait.
A day has 300 records and a month 7,800, the work of a large team on one machine.
"""

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random
from typing import Self

from bench.series import Series
from qtdesk.core.ports.records import Question
from qtdesk.core.records import (
    ItemResult,
    ItemVerdict,
    Output,
    OutputTarget,
    Personal,
    Record,
    Verdict,
    fields_of_record,
)
from qtdesk.formats.record_files import write_records
from qtdesk.storage.journal.lines import Put, encode
from qtdesk.storage.records.kept import KeptRecords
from qtdesk.storage.records.segment import RECORDS, head

_CHINA = timezone(timedelta(hours=8))
_BEGIN = datetime(2016, 1, 1, 9, 0, tzinfo=_CHINA)
_MONTH = 7_800
_SIZES = (1_000, 100_000, 1_000_000)
_YEARS = 300_000
"""Records of a bit more than three years."""
_ADDED = 300
_ASKED = 500
_FORMATS = ("csv", "xlsx")


def measure() -> list[Series]:
    found = []
    for size in _SIZES:
        with _Folder(size, alike=True) as folder:
            found.append(_adding(folder, size))
    with _Folder(_YEARS) as folder:
        found += _asking(folder)
        found += _exporting(folder)
    return found


class _Folder:
    """Segments with so many records in a folder that goes afterwards."""

    def __init__(self, size: int, *, alike: bool = False) -> None:
        """`alike` for months that all have the same records, which is quicker."""
        self.path = Path(tempfile.mkdtemp(prefix="qtdesk-records-"))
        self.size = size
        self.last = _BEGIN
        self._alike = alike

    def __enter__(self) -> Self:
        month = b""
        for first in range(0, self.size, _MONTH):
            count = min(_MONTH, self.size - first)
            self.last = _moment(first)
            path = self.path / f"{self.last:%Y-%m}.jsonl"
            if not month or not self._alike or count < _MONTH:
                month = _segment(path, first, count)
            path.write_bytes(month)
        return self

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self.path)

    def opened(self) -> KeptRecords:
        return KeptRecords(self.path, lambda: self.last)


def _segment(path: Path, first: int, count: int) -> bytes:
    lines = [encode(1, [head(path, "")])]
    for number, record in enumerate(_records(count, first), 2):
        put = Put(RECORDS, number, fields_of_record(record))
        lines.append(encode(number, [put]))
    return b"".join(lines)


def _adding(folder: _Folder, size: int) -> Series:
    kept = folder.opened()
    took = []
    new = _records(_ADDED, first=size, made=folder.last)
    # The first one seals the months that were made without a seal.
    kept.seal()
    for record in new:
        began = time.perf_counter()
        kept.add(record)
        took.append((time.perf_counter() - began) * 1000)
    return Series(f"add one to {size:,}", "ms", took)


def _asking(folder: _Folder) -> list[Series]:
    kept = folder.opened()
    found = [_timed("read 300,000 into an index", "s", lambda: kept.find(Question()))]
    kept.close()
    kept = folder.opened()
    found.append(_timed("open an index of 300,000", "ms", lambda: kept.find(_NONE)))
    random = Random(1)  # noqa: S311 - nothing secret
    numbers = [random.randrange(folder.size) for _ in range(_ASKED)]
    questions = {
        "order": [Question(order=_order(n)) for n in numbers],
        "end of a number": [Question(order=_order(n)[-6:]) for n in numbers],
        "buyer": [Question(buyer=_buyer(n)) for n in numbers],
        "day, first 50": [
            Question(first=day.date(), last=day.date(), limit=50)
            for day in (_moment(n) for n in numbers)
        ],
        "order nobody has": [Question(order=f"{n}000000") for n in numbers],
    }
    for name, asked in questions.items():
        took = []
        for question in asked:
            began = time.perf_counter()
            kept.find(question)
            took.append((time.perf_counter() - began) * 1000)
        found.append(Series(f"find by {name} among 300,000", "ms", took))
    kept.close()
    return found


def _exporting(folder: _Folder) -> list[Series]:
    kept = folder.opened()
    kept.find(_NONE)
    made = []
    for suffix in _FORMATS:
        path = folder.path / f"table.{suffix}"

        def export(path: Path = path) -> None:
            count = write_records(path, kept.of_month(2016, 3), "zh_CN", unmasked=False)
            if count != _MONTH:
                raise AssertionError(count)

        export()  # the library is loaded
        made.append(_timed(f"a month of 7,800 as {suffix}", "s", export, times=3))
    forgetting = _timed(
        "forget an order among 300,000", "s", lambda: kept.forget(_order(5)), times=1
    )
    kept.close()
    return [*made, forgetting]


_NONE = Question(limit=0)
_FACTORS = {"s": 1.0, "ms": 1000.0}


def _timed(name: str, unit: str, work: Callable[[], object], times: int = 1) -> Series:
    took = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        took.append((time.perf_counter() - began) * _FACTORS[unit])
    return Series(name, unit, took)


def _records(
    count: int, first: int = 0, made: datetime | None = None
) -> Iterator[Record]:
    return (_record(number, made) for number in range(first, first + count))


def _record(number: int, made: datetime | None) -> Record:
    items = tuple(ItemResult(f"V{item:02}", ItemVerdict.OK) for item in range(1, 10))
    return Record(
        f"{number:032x}",
        made or _moment(number),
        _order(number),
        "taobao",
        f"客服{number % 12}",
        "CL-01",
        "3",
        Verdict.PASSED,
        items,
        (Output("confirm", OutputTarget.BUYER),),
        Personal(_buyer(number), "张小三", "13800138000", "浙江省杭州市余杭区仓前街道"),
    )


def _moment(number: int) -> datetime:
    """A month of 26 days of 300 records."""
    month, of_month = divmod(number, _MONTH)
    day, minute = divmod(of_month, 300)
    begin = _BEGIN.replace(year=_BEGIN.year + month // 12, month=1 + month % 12)
    return begin + timedelta(days=day, minutes=minute)


def _order(number: int) -> str:
    return f"{330012345600000000 + number * 104_729:018}"


def _buyer(number: int) -> str:
    return f"买家{number // 2}"
