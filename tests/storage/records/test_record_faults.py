"""Real processes that are killed, crowd each other, or run out of disk."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from qtdesk.core.ports.records import Question
from qtdesk.storage.records.kept import KeptRecords
from tests.sample_records import NOVEMBER, OCTOBER, correction, record
from tests.storage.records.folders import MANY, Clock, files_with, opened

Program = subprocess.Popen[str]
ROOT = Path(__file__).parents[3]
ORDER = "330012345678901234"
NO_END = 1 << 40
STEPS_AT_LEAST = {"forget": 20, "expire": 10, "seal": 4}

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="processes cannot be split in two"
)


class Mortal:
    """Does jobs in processes that kill themselves in the middle of them."""

    def __init__(self) -> None:
        self._program = start("writer_process.py")

    def run(self, folder: Path, job: str, step: int) -> tuple[bool, list[str]]:
        """Whether it came to its end before that step, and what was acknowledged."""
        assert self._program.stdin
        assert self._program.stdout
        self._program.stdin.write(f"{folder} {job} {step}\n")
        self._program.stdin.flush()
        ended, told = json.loads(self._program.stdout.readline())
        return ended, told

    def close(self) -> None:
        self._program.communicate(timeout=30)


@pytest.fixture(scope="module")
def mortal() -> Iterator[Mortal]:
    started = Mortal()
    yield started
    started.close()


def start(script: str, *arguments: object, within: Sequence[str] = ()) -> Program:
    """A program beside this one, perhaps started by another that prepares its world."""
    python = [sys.executable, "-S", str(Path(__file__).with_name(script))]
    return subprocess.Popen(
        [*within, *python, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])},
    )


def orders(kept: KeptRecords) -> set[str]:
    found = kept.find(Question(limit=NO_END)).records
    return {each.original.order for each in found}


# --- kill -9 -------------------------------------------------------------------------


def test_killed_in_each_step_of_adding(mortal: Mortal, tmp_path: Path) -> None:
    for step in range(1, 200):
        folder = tmp_path / str(step)
        ended, told = mortal.run(folder, "add_across_months", step)
        kept = opened(folder, Clock(NOVEMBER))
        acknowledged = set(told) - {"corrected"}
        in_flight = {"5501", "5502"} - acknowledged
        assert acknowledged <= orders(kept) <= acknowledged | in_flight
        if "corrected" in told:
            (one,) = kept.find(Question(order="5501")).records
            assert len(one.corrections) == 1
        kept.add(record("5503", NOVEMBER))
        assert "5503" in orders(kept)
        assert not [m for m in kept.months() if m.missing or m.altered or m.lost]
        if ended:
            assert step > 10
            return
    pytest.fail("it never ended")


@pytest.mark.parametrize("job", ["forget", "expire", "seal"])
def test_killed_in_each_step_of(job: str, mortal: Mortal, tmp_path: Path) -> None:
    full = tmp_path / "full"
    kept = opened(full, Clock(OCTOBER))
    for number in range(3):
        kept.add(record(f"5500{number}"))
    one = record(ORDER)
    kept.add(one)
    if job != "seal":
        # The first of a month seals the one before.
        opened(full, Clock(NOVEMBER)).correct(correction(one, NOVEMBER))
    shutil.copytree(full, full / "copies", ignore=shutil.ignore_patterns("copies"))
    for step in range(1, 200):
        folder = tmp_path / str(step)
        shutil.copytree(full, folder)
        ended, told = mortal.run(folder, job, step)
        after = opened(folder, Clock(NOVEMBER), folder / "copies")
        others = {"55000", "55001", "55002"}
        assert others <= orders(after)
        assert all(month.sound for month in after.months())
        half_forgotten = (folder / "forgetting").exists()
        after.add(record("5503", NOVEMBER))
        assert others | {"5503"} <= orders(after)
        if told or half_forgotten:
            look_at_what_was_acknowledged(job, after, folder)
        # Whatever was begun can be done again, and then it is done.
        again(job, after)
        look_at_what_was_acknowledged(job, after, folder)
        assert not list(folder.rglob("*.tmp"))
        if ended:
            assert told
            assert step > STEPS_AT_LEAST[job]
            return
    pytest.fail("it never ended")


def again(job: str, kept: KeptRecords) -> None:
    match job:
        case "forget":
            kept.forget(ORDER)
        case "expire":
            kept.expire(NOVEMBER.date())
        case _:
            kept.seal()


def look_at_what_was_acknowledged(job: str, kept: KeptRecords, folder: Path) -> None:
    match job:
        case "forget":
            assert files_with(folder, ORDER, "看错了") == []
        case "expire":
            held = files_with(folder, "小鱼儿_88")
            assert not [name for name in held if "2026-10" in name]
        case _:
            assert kept.months()[0].sealed


def test_killed_at_any_moment_nothing_acknowledged_is_lost(tmp_path: Path) -> None:
    acknowledged: set[str] = set()
    for round_number in range(6):
        with start("writer_process.py", tmp_path, "add_for_ever") as running:
            assert running.stdout
            for _ in range(5 + 3 * round_number):
                acknowledged.add(running.stdout.readline().strip())
            running.kill()
            acknowledged |= set(running.stdout.read().split())
        kept = opened(tmp_path, Clock(NOVEMBER))
        assert acknowledged <= orders(kept)
        kept.close()
    assert len(acknowledged) > 50
    (state,) = opened(tmp_path, Clock(NOVEMBER)).months()
    assert state.missing == 0


# --- two processes -------------------------------------------------------------------


def test_two_processes_hurt_nobody(tmp_path: Path) -> None:
    with (
        start("writer_process.py", tmp_path, "add_many") as one,
        start("writer_process.py", tmp_path, "add_many") as other,
    ):
        kept = opened(tmp_path, Clock(NOVEMBER))
        own = [record(f"own-{number}", NOVEMBER) for number in range(20)]
        for each in own:
            kept.add(each)
            kept.forget(each.order)
        told = [each.communicate(timeout=120)[0].split() for each in (one, other)]
    assert [len(lines) for lines in told] == [MANY, MANY]
    assert orders(kept) == {*told[0], *told[1]}
    (state,) = kept.months()
    assert (state.records, state.sound) == (2 * MANY, True)


# --- full, read-only -----------------------------------------------------------------


def in_own_mounts(folder: Path, options: str) -> list[str] | None:
    """How to start a program for which `folder` is mounted with `options`."""
    tool = shutil.which("unshare")
    mounted = f"mount {options} {folder}"
    probe = [tool or "false", "-m", "sh", "-c", mounted]
    if sys.platform != "linux" or subprocess.run(probe, check=False).returncode:
        return None
    return [*probe[:4], f'{mounted} && exec "$@"', "sh"]


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "small"
    folder.mkdir()
    entered = in_own_mounts(folder, "-t tmpfs -o size=200k none")
    if entered is None:
        pytest.skip("needs the right to mount")
    with start("full_disk.py", folder, within=entered) as running:
        told, _ = running.communicate(timeout=120)
    assert (running.returncode, told.split()) == (0, ["end"])


def test_a_folder_that_cannot_be_written_can_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "records"
    kept = opened(folder, Clock(NOVEMBER))
    kept.add(record(ORDER, NOVEMBER))
    entered = in_own_mounts(folder, f"--bind -o ro {folder}")
    if entered is None:
        pytest.skip("needs the right to mount")
    before = sorted(path.name for path in folder.iterdir())
    with start("read_only.py", folder, ORDER, within=entered) as running:
        told, _ = running.communicate(timeout=60)
    assert running.returncode == 0
    assert told.split() == ["found", "refused", "refused", "refused", "found"]
    assert sorted(path.name for path in folder.iterdir()) == before
