"""A disk that is full in the midst of a write, at many offsets of it.

The system itself limits the length of a file: it takes the first part of what is
written and refuses the rest, as a full disk does.
"""

import contextlib
import os
import resource
import shutil
import signal
from collections.abc import Callable
from functools import partial
from pathlib import Path

from torture.subjects import State, Subject, opened, state_of
from torture.verdict import Verdict
from torture.workload import beginning, expect, fill, perform

_OPERATIONS = 20
"""As many as there may be room for."""
_STEP = 53
"""Bytes from one offset to the next; through some twenty lines in all."""


def fill_the_disk(
    subject: Subject, folder: Path, offsets: int, first: int = 50
) -> Verdict:
    """Work with room for so many more bytes, and go on when there is room again."""
    verdict = Verdict("full disk", subject.name, promised=subject.promised)
    for room in range(offsets):
        place = folder / f"full-{room}"
        place.mkdir(parents=True)
        with opened(subject, place) as tables:
            fill(tables, first)
        _in_a_child(partial(_write, subject, place, room * _STEP, first))
        state = beginning(first)
        states = [dict(state)]
        for number in range(_OPERATIONS + 1):
            expect(state, number, first)
            states.append(dict(state))
        acknowledged = int((place / "acknowledged").read_text())
        verdict.acknowledged += acknowledged
        verdict.judge(
            partial(_go_on, subject, place, acknowledged, first),
            states[acknowledged + 1],
        )
        shutil.rmtree(place)
    return verdict


def _write(subject: Subject, place: Path, room: int, first: int) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    size = (place / subject.file).stat().st_size
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    acknowledged = 0
    with contextlib.suppress(Exception), opened(subject, place) as tables:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + room, most))
        with contextlib.suppress(Exception):
            for number in range(_OPERATIONS):
                perform(tables, number, first)
                acknowledged = number + 1
        # The program ends without another write, as one does that is closed then.
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    (place / "acknowledged").write_text(str(acknowledged))


def _go_on(subject: Subject, place: Path, number: int, first: int) -> State:
    """Somebody has made room: what is there after the next operation."""
    with opened(subject, place) as tables:
        perform(tables, number, first)
        return state_of(tables)


def _in_a_child(work: Callable[[], None]) -> None:
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    os.waitpid(child, 0)
