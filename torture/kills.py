"""Kills the writing process at any moment, and looks at what it had acknowledged."""

import os
import random
import select
import shutil
import signal
import struct
import time
from collections.abc import Callable
from pathlib import Path

from torture.subjects import State, Subject, opened, state_of
from torture.verdict import Verdict
from torture.workload import beginning, expect, fill, perform

_NUMBER = struct.Struct("<I")
_LONGEST_S = 0.02
_ROUNDS = 25
"""Kills before a store begins anew."""


def kill_while_writing(
    subject: Subject, folder: Path, kills: int, first: int = 50, seed: int = 1
) -> Verdict:
    """Kill a writer `kills` times; the store begins with `first` records."""
    verdict = Verdict("kill -9", subject.name, promised=subject.promised)
    rnd = random.Random(seed)  # noqa: S311 - trials, the same each time
    place, state, number = folder / "kills", beginning(first), 0
    for turn in range(kills):
        if turn % _ROUNDS == 0:
            state, number = beginning(first), 0
            _begin(subject, place, first)
        moment = rnd.random() * _LONGEST_S
        end = _write_until_killed(subject, place, number, first, moment)
        verdict.acknowledged += end - number
        after = dict(state)
        for each in range(number, end):
            expect(after, each, first)
        more = dict(after)
        expect(more, end, first)
        before = verdict.lost + verdict.unreadable
        found: list[State] = []
        verdict.judge(_reader(subject, place, found), after, more)
        if verdict.lost + verdict.unreadable > before:
            _begin(subject, place, first)
            state, number = beginning(first), 0
        else:
            # The operation in the midst of which it died may have got through.
            in_flight = found[0] != after
            state, number = found[0], end + in_flight
    return verdict


def _begin(subject: Subject, place: Path, first: int) -> None:
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    with opened(subject, place) as tables:
        fill(tables, first)


def _reader(subject: Subject, place: Path, found: list[State]) -> Callable[[], State]:
    def read() -> State:
        with opened(subject, place) as tables:
            found.append(state_of(tables))
        return found[-1]

    return read


def _write_until_killed(
    subject: Subject, place: Path, number: int, first: int, seconds: float
) -> int:
    """The number of the operation that was not acknowledged any more."""
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(told)
        _write(subject, place, number, first, tell)
    os.close(tell)
    try:
        # It has begun when it says so; from then on it has so many seconds.
        select.select([told], [], [], 10)
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            raise RuntimeError("the writer ended by itself")
        heard = b""
        while chunk := os.read(told, 1 << 16):
            heard += chunk
    finally:
        os.close(told)
    whole = len(heard) // _NUMBER.size * _NUMBER.size
    last: int = _NUMBER.unpack_from(heard, whole - _NUMBER.size)[0] if whole else number
    return last


def _write(subject: Subject, place: Path, number: int, first: int, tell: int) -> None:
    """What the child does until it is killed."""
    try:
        tables = subject.open(place)
        os.write(tell, _NUMBER.pack(number))
        while True:
            perform(tables, number, first)
            number += 1
            os.write(tell, _NUMBER.pack(number))
    finally:
        os._exit(3)
