"""Seven kinds of damage to a file at rest, and how many rows come back from it."""

import random
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from unittest import mock

from torture.subjects import State, Subject, opened, record, state_of
from torture.verdict import Verdict

_NAME = re.compile(rb'"name":"(r\d+)"')
Harm = Callable[[bytearray, random.Random], None]


def _zero(data: bytearray, begin: int, length: int) -> None:
    end = min(len(data), begin + length)
    data[begin:end] = bytes(end - begin)


def _a_page(data: bytearray, rnd: random.Random) -> None:
    _zero(data, rnd.randrange(0, len(data), 4096), 4096)


def _the_first_page(data: bytearray, rnd: random.Random) -> None:
    del rnd
    _zero(data, 0, 4096)


def _64_kilobytes(data: bytearray, rnd: random.Random) -> None:
    _zero(data, rnd.randrange(0, len(data) - 65536), 65536)


def _a_bit(data: bytearray, rnd: random.Random) -> None:
    data[rnd.randrange(len(data))] ^= 1 << rnd.randrange(8)


def _a_hundred_bits(data: bytearray, rnd: random.Random) -> None:
    for _ in range(100):
        _a_bit(data, rnd)


def _cut_off(data: bytearray, rnd: random.Random) -> None:
    del rnd
    del data[len(data) * 7 // 10 :]


def _the_end(data: bytearray, rnd: random.Random) -> None:
    del rnd
    _zero(data, len(data) - 32768, 32768)


KINDS: Mapping[str, Harm] = {
    "a page zeroed": _a_page,
    "the first page zeroed": _the_first_page,
    "64 KB zeroed": _64_kilobytes,
    "one bit flipped": _a_bit,
    "100 bits flipped": _a_hundred_bits,
    "cut off at 70 %": _cut_off,
    "the last 32 KB zeroed": _the_end,
}
"""What is done to a file. A line of a journal that was not hit must survive it."""


def damage(
    subject: Subject, folder: Path, kind: str, trials: int, records: int = 5000
) -> Verdict:
    """Harm a file of so many records in one way, several times."""
    harm = KINDS[kind]
    verdict = Verdict(kind, subject.name, promised=subject.promised)
    place = folder / "damage"
    sound, whole = _sound(subject, place, records)
    rnd = random.Random(kind)  # noqa: S311 - trials, the same each time
    for _ in range(trials):
        data = bytearray(sound)
        harm(data, rnd)
        for path in place.iterdir():
            path.unlink()
        (place / subject.file).write_bytes(bytes(data))
        verdict.trials += 1
        missing = _look(verdict, subject, place, whole)
        verdict.lost += bool(verdict.promised and missing & _unhurt(sound, data))
    shutil.rmtree(place)
    return verdict


def _sound(subject: Subject, place: Path, records: int) -> tuple[bytes, State]:
    """A file of several sessions, and what is in it."""
    place.mkdir(parents=True)
    half = records // 2
    for begin, end in ((0, half), (half, records)):
        # Nothing is cut here, so that nobody need wait for the disk.
        with mock.patch("os.fsync"), opened(subject, place) as tables:
            if subject.promised:
                for number in range(begin, end):
                    tables.table("records").insert(record(number, f"n{number}"))
            else:
                rows = (record(number, f"n{number}") for number in range(begin, end))
                tables.table("records").insert_multiple(rows)
            whole = state_of(tables)
    return (place / subject.file).read_bytes(), whole


def _unhurt(sound: bytes, data: bytearray) -> set[str]:
    """The records of a journal whose line is as it was."""
    names: set[bytes] = set()
    offset = 0
    for line in sound.splitlines(keepends=True):
        end = offset + len(line)
        if data[offset:end] == line:
            names.update(_NAME.findall(line))
        offset = end
    return {name.decode() for name in names}


def _look(verdict: Verdict, subject: Subject, place: Path, whole: State) -> set[str]:
    """Count what came back; the names of the records that did not."""
    try:
        with opened(subject, place) as tables:
            rows = {str(row.get("name")): dict(row) for row in tables.table("records")}
    except Exception:  # noqa: BLE001 - whatever it is, nothing could be read
        verdict.unreadable += 1
        verdict.rows_back = 0.0
        return set(whole)
    right = {
        name
        for name, row in rows.items()
        if name in whole and row == record(int(name[1:]), whole[name])
    }
    verdict.wrong_rows += len(rows) - len(right)
    verdict.rows_back = min(verdict.rows_back, 100 * len(right) / len(whole))
    return whole.keys() - right
