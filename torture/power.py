"""Power cuts, by a model that trusts a disk with nothing but what was waited for.

At any moment the disk has, of each file, what it had at the last `fsync`, and of each
page that was written since either the old or the new one; the length is the old or the
new one, or in between. A new name is there or is not, until its folder was waited for.
"""

import contextlib
import os
import random
import shutil
import stat
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from unittest import mock

from torture.subjects import State, Subject, opened, state_of
from torture.verdict import Verdict
from torture.workload import beginning, expect, fill, perform

_PAGE = 4096


class Disk:
    """What of a folder is on the disk for certain, and what may be."""

    def __init__(self, folder: Path, rnd: random.Random) -> None:
        self._folder = folder
        self._rnd = rnd
        self._contents: dict[int, bytes] = {}
        self._names: dict[str, int] = {}
        self.settle()

    def settle(self) -> None:
        """All is on the disk."""
        self._names = self._listed()
        for name, number in self._names.items():
            self._contents[number] = (self._folder / name).read_bytes()

    @contextlib.contextmanager
    def watched(self, moment: Callable[[], None]) -> Iterator[None]:
        """Call `moment` before each `fsync`; remember what that brings to the disk."""
        sync = os.fsync

        def fsync(file: int) -> None:
            moment()
            sync(file)
            self._synced(file)

        with mock.patch("os.fsync", fsync):
            yield

    def after_cut(self, place: Path) -> None:
        """One of the states that a cut right now could leave, in `place`."""
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        now = self._listed()
        for name in sorted(self._names.keys() | now.keys()):
            number = self._rnd.choice([self._names.get(name), now.get(name)])
            if number is not None:
                (place / name).write_bytes(self._content(number, now))

    def _content(self, number: int, now: dict[str, int]) -> bytes:
        safe = self._contents.get(number, b"")
        name = next((name for name, each in now.items() if each == number), None)
        if name is None:
            return safe
        written = (self._folder / name).read_bytes()
        if written == safe:
            return safe
        length = self._length(len(safe), len(written))
        pages = range(0, length, _PAGE)
        mixed = b"".join(self._page(at, safe, written) for at in pages)
        return mixed[:length]

    def _length(self, old: int, new: int) -> int:
        between = self._rnd.randint(min(old, new), max(old, new))
        return self._rnd.choice([old, new, between])

    def _page(self, at: int, safe: bytes, written: bytes) -> bytes:
        chosen = self._rnd.choice([safe, written])[at : at + _PAGE]
        return chosen.ljust(_PAGE, b"\0")

    def _synced(self, file: int) -> None:
        state = os.fstat(file)
        if stat.S_ISDIR(state.st_mode):
            self._names = self._listed()
            return
        for path in self._folder.iterdir():
            if path.stat().st_ino == state.st_ino:
                self._contents[state.st_ino] = path.read_bytes()

    def _listed(self) -> dict[str, int]:
        return {
            path.name: path.stat().st_ino
            for path in self._folder.iterdir()
            if path.is_file() and path.suffix != ".lock"
        }


def cut_the_power(
    subject: Subject, folder: Path, cuts: int, first: int = 50, seed: int = 1
) -> Verdict:
    """Cut it at `cuts` moments of a store that begins with `first` records."""
    verdict = Verdict("power cut", subject.name, promised=subject.promised)
    rnd = random.Random(seed)  # noqa: S311 - trials, the same each time
    place, left = folder / "power", folder / "left"
    place.mkdir(parents=True)
    with opened(subject, place) as tables:
        fill(tables, first)
    disk, state = Disk(place, rnd), beginning(first)
    with opened(subject, place) as tables:
        number = 0
        while verdict.trials < cuts:
            more = dict(state)
            expect(more, number, first)

            with disk.watched(partial(_cut, disk, verdict, subject, left, state, more)):
                perform(tables, number, first)
            state = more
            number += 1
            verdict.acknowledged += 1
            _cut(disk, verdict, subject, left, state)
    return verdict


def _cut(
    disk: Disk, verdict: Verdict, subject: Subject, left: Path, *allowed: State
) -> None:
    """Look at one state that a cut right now could leave."""
    disk.after_cut(left)
    verdict.judge(partial(_read, subject, left), *allowed)


def _read(subject: Subject, place: Path) -> State:
    with opened(subject, place) as tables:
        return state_of(tables)
