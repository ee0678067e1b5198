import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bench.habits import NOW, agent_habits
from bench.large_book import write_large_book
from bench.process import (
    cpu_seconds,
    private_mib,
    processor_ms,
    pss_mib,
    used_by_children,
    wakeups,
)
from bench.series import Series, as_data, table
from bench.shop_phrases import shop_book
from qtdesk.formats import read_book


def test_percentiles_are_values_that_were_measured() -> None:
    series = Series("a", "ms", [float(number) for number in range(100, 0, -1)])
    assert series.percentile(50) == 50
    assert series.percentile(95) == 95
    assert series.percentile(100) == 100
    assert Series("one", "ms", [7.0]).percentile(50) == 7.0


def test_the_table_lines_up() -> None:
    text = table([Series("start", "ms", [1, 2, 3]), Series("idle, long", "1/s", [10])])
    assert text.splitlines() == [
        "measured    unit  n   p50   p95   max",
        "start       ms    3   2.0   3.0   3.0",
        "idle, long  1/s   1  10.0  10.0  10.0",
    ]


def test_the_data_name_the_machine_and_keep_every_value() -> None:
    data = as_data([Series("start", "ms", [1.5, 2.5])])
    assert data["machine"]["cores"] == os.cpu_count()
    assert data["series"][0]["values"] == [1.5, 2.5]


@pytest.mark.skipif(sys.platform != "linux", reason="as Linux counts it")
def test_a_process_is_measured() -> None:
    before = wakeups(os.getpid()), cpu_seconds(os.getpid())
    for _ in range(20):
        time.sleep(0.001)  # each is one wake-up
    end = time.process_time() + 0.05
    while time.process_time() < end:
        pass
    assert wakeups(os.getpid()) - before[0] >= 20
    assert cpu_seconds(os.getpid()) - before[1] >= 0.03
    assert processor_ms(os.getpid()) >= 50
    assert 0 < private_mib(os.getpid()) <= pss_mib(os.getpid())


@pytest.mark.skipif(sys.platform != "linux", reason="as Linux counts it")
def test_what_a_program_used_is_counted_when_it_has_ended() -> None:
    before = used_by_children()
    worker = "import time\nwhile time.process_time() < 0.1: pass"
    subprocess.run([sys.executable, "-c", worker], check=True)
    assert used_by_children() - before >= 0.1


def test_habits_are_those_of_one_who_has_worked_for_a_while() -> None:
    book = shop_book(3_000)
    habits = agent_habits(book)
    assert len(habits.levels) == 2_000
    assert len(habits.pins) == 20
    assert 200 <= len(habits.bonuses(NOW)) <= 220
    assert agent_habits(book).levels == habits.levels


def test_the_large_book_is_always_the_same_and_without_a_fault(tmp_path: Path) -> None:
    first = write_large_book(tmp_path / "first.yaml", 500)
    second = write_large_book(tmp_path / "second.yaml", 500)
    assert first.read_bytes() == second.read_bytes()
    book = read_book(first)
    assert len(book.phrases) == 500
    assert not book.problems
