"""A process that changes records until it is done or killed: run by the fault tests.

`writer_process.py FOLDER JOB` says a line for every change that was acknowledged.
`writer_process.py` alone reads lines of `FOLDER JOB STEP` and does each in a process of
its own, which kills itself right before its request to the system of that number.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from qtdesk.core.records import Record
from qtdesk.storage.records.kept import KeptRecords
from tests.sample_records import NOVEMBER, OCTOBER, correction, record
from tests.storage.records.folders import MANY

if sys.platform == "win32":
    raise ImportError("Processes are split in two, which Windows cannot do.")

STEPS = ("write", "fsync", "replace", "rename", "unlink", "ftruncate", "open")


def main() -> None:
    if len(sys.argv) > 1:
        folder, job = sys.argv[1:]
        do(Path(folder), job)
        return
    for line in sys.stdin:
        folder, job, step = line.split()
        ended, told = in_own_process(lambda: do(Path(folder), job), int(step))  # noqa: B023 - it is called at once
        say(json.dumps([ended, told]))


def do(folder: Path, job: str) -> None:
    JOBS[job](KeptRecords(folder, clock, lambda: (folder / "copies",)))


def in_own_process(work: Callable[[], None], step: int) -> tuple[bool, list[str]]:
    """Whether it came to its end before its `step`-th request, and what it said."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.dup2(writing, 1)
        die_in(step)
        work()
        os._exit(0)
    os.close(writing)
    with open(reading, encoding="utf-8") as file:  # noqa: PTH123 - no path
        told = file.read().split()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert status in {0, -signal.SIGKILL}, status
    return status == 0, told


def clock() -> datetime:
    return NOVEMBER


def add_for_ever(kept: KeptRecords) -> None:
    for number in range(1_000_000):
        add(kept, f"{os.getpid()}-{number}", NOVEMBER)


def add_many(kept: KeptRecords) -> None:
    for number in range(MANY):
        add(kept, f"{os.getpid()}-{number}", NOVEMBER)


def add_across_months(kept: KeptRecords) -> None:
    """The second makes a file, a head, and the seal of the month before."""
    one = add(kept, "5501", OCTOBER)
    kept.correct(correction(one, OCTOBER))
    say("corrected")
    add(kept, "5502", NOVEMBER)


def forget(kept: KeptRecords) -> None:
    kept.forget("330012345678901234")
    say("forgotten")


def expire(kept: KeptRecords) -> None:
    kept.expire(NOVEMBER.date())
    say("expired")


def seal(kept: KeptRecords) -> None:
    kept.seal()
    say("sealed")


JOBS: dict[str, Callable[[KeptRecords], None]] = {
    job.__name__: job
    for job in (
        *(add_for_ever, add_many, add_across_months),
        *(forget, expire, seal),
    )
}


def add(kept: KeptRecords, order: str, made: datetime) -> Record:
    one = record(order, made)
    kept.add(one)
    say(order)
    return one


def say(word: str) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def die_in(step: int) -> None:
    """Let the process be killed in its `step`-th request to the system, from 1 on."""
    left = [step]

    def dying(call: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*given: Any, **named: Any) -> Any:
            left[0] -= 1
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*given, **named)

        return counted

    for name in STEPS:
        setattr(os, name, dying(getattr(os, name)))


if __name__ == "__main__":
    main()
