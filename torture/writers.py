"""Two processes that both want to write, as if qtdesk had been started twice."""

import os
import time
from pathlib import Path

from qtdesk.storage.journal.writer_lock import TakenError
from torture.subjects import Subject, opened, record, state_of
from torture.verdict import Verdict

_TURN = 20
"""Records after which a writer closes its store, so that the other has its turn."""


def write_from_two(subject: Subject, folder: Path, records: int) -> Verdict:
    """Two processes insert so many records each; whoever is refused tries again."""
    verdict = Verdict("two processes", subject.name, promised=subject.promised)
    place = folder / "writers"
    place.mkdir(parents=True)
    children = [_child(subject, place, first, records) for first in (0, records)]
    ended = [os.waitpid(child, 0)[1] for child in children]
    verdict.acknowledged = records * sum(status == 0 for status in ended)
    whole = {str(record(n)["name"]): "" for n in range(2 * records)}
    verdict.judge(lambda: state_of_folder(subject, place), whole)
    if verdict.unreadable == 0:
        found = state_of_folder(subject, place)
        verdict.rows_back = 100 * len(found.keys() & whole.keys()) / len(whole)
    return verdict


def state_of_folder(subject: Subject, place: Path) -> dict[str, str]:
    with opened(subject, place) as tables:
        return state_of(tables)


def _child(subject: Subject, place: Path, first: int, records: int) -> int:
    child = os.fork()
    if child == 0:
        try:
            _insert(subject, place, first, first + records)
        except Exception:  # noqa: BLE001 - told by the exit code
            os._exit(1)
        os._exit(0)
    return child


def _insert(subject: Subject, place: Path, number: int, end: int) -> None:
    while number < end:
        with opened(subject, place) as tables:
            try:
                for _ in range(min(_TURN, end - number)):
                    tables.table("records").insert(record(number))
                    number += 1
            except TakenError:
                pass
        # Leave the other one its turn.
        time.sleep(0.001)
