"""Samples are drawn, kept and decided over records and tables; figures come of both."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from qtdesk.bootstrap import open_data, open_records, write_records
from qtdesk.bootstrap.tables import open_rows, shop_tables
from qtdesk.core.audit import Answer, Draw, Period, is_open, marks_of
from qtdesk.core.auditing import Audit, Auditing, Comparison
from qtdesk.core.errors import StoreError
from qtdesk.core.ports.records import Question
from qtdesk.core.record_reading import RecordReading
from qtdesk.core.records import KeptRecord
from qtdesk.core.settings import Settings
from qtdesk.core.tables import Row, RowQuestion
from tests.audit_world import DAYS, AuditWorld
from tests.fake_books import AtOnce
from tests.sample_rows import SHIPPED

SHEET = SHIPPED["audits"]


class World(AuditWorld):
    def __init__(self) -> None:
        super().__init__()
        self.auditing.load(lambda: None)

    def draw(self, **more: Any) -> tuple[Audit, ...]:
        given: dict[str, Any] = {"count": 2, "seed": 5, **more}
        return tuple(wait(self.auditing.draw, Draw(*DAYS, **given)))


def decide(world: World, row: Row, mark: str, answer: Answer) -> Row:
    other = world.auditing.marked(row, mark, answer)
    assert wait(world.auditing.keep, other) == other
    return other


def nothing() -> None:
    """Facts do not matter here."""


def wait(ask: Callable[..., None], *given: object) -> Any:
    told: list[Any] = []
    ask(*given, told.append)
    (answer,) = told
    return answer


@pytest.fixture
def world() -> World:
    return World()


def orders(sample: tuple[Audit, ...]) -> set[str]:
    return {str(audit.row.cells["record"]) for audit in sample}


def test_a_sample_is_of_order_checks_by_agent_and_day(world: World) -> None:
    sample = world.draw()
    assert len(sample) == 8
    assert all(isinstance(audit.record, KeptRecord) for audit in sample)
    assert {audit.row.uid for audit in sample} == {
        uid for table, uid in world.rows.kept if table == "audits"
    }
    assert {audit.row.agent for audit in sample} == {"组长"}


def test_the_same_draw_brings_back_what_was_decided(world: World) -> None:
    first = world.draw()
    row = decide(world, first[0].row, "as_ordered", Answer.MISSED)
    again = world.draw()
    assert orders(again) == orders(first)
    assert again[0].row == row


def test_no_order_is_in_two_samples(world: World) -> None:
    first = world.draw()
    second = world.draw(seed=6)
    assert len(second) == 4
    assert orders(first).isdisjoint(orders(second))
    assert world.draw(seed=7) == ()


def test_what_is_open_is_found_until_all_is_decided(world: World) -> None:
    sample = world.draw(agent="小李")
    found = wait(world.auditing.open_ones)
    assert orders(found) == orders(sample)
    row = sample[0].row
    for mark in marks_of(SHEET):
        row = decide(world, row, mark.id, Answer.MET)
    assert not is_open(row, SHEET)
    found = wait(world.auditing.open_ones)
    assert orders(found) == orders(sample[1:])


def test_an_order_that_was_forgotten_leaves_its_row(world: World) -> None:
    sample = world.draw()
    kept = sample[0].record
    assert kept is not None
    world.records.forget(kept.current.order)
    found = wait(world.auditing.open_ones)
    assert [audit.record for audit in found if audit.row.uid == sample[0].row.uid] == [
        None
    ]


def test_nothing_open_reads_no_record(world: World) -> None:
    world.records.find = None  # type: ignore[assignment,method-assign]  # would fail
    assert wait(world.auditing.open_ones) == ()


def test_figures_come_of_records_and_tables(world: World) -> None:
    before = Period(DAYS.first - timedelta(days=7), DAYS.last - timedelta(days=7))
    told = wait(world.auditing.figures, DAYS, before)
    assert isinstance(told, Comparison)
    assert told.before is not None
    assert (told.now.checks, told.before.checks) == (13, 0)
    assert told.now.tallies[2].whole == 6
    assert wait(world.auditing.figures, DAYS, None).before is None


def test_refusals_are_handed_on(world: World) -> None:
    world.rows.full = True
    assert isinstance(wait(world.auditing.draw, Draw(*DAYS, 2)), StoreError)
    world.rows.full = False
    (audit, *_) = world.draw()
    world.rows.full = True
    other = world.auditing.marked(audit.row, "time_kept", Answer.MET)
    refused = wait(world.auditing.keep, other)
    assert isinstance(refused, StoreError)
    found = wait(world.tables.find, RowQuestion("audits"))
    assert audit.row in found.rows


def test_over_real_files(tmp_path: Path, world: World) -> None:
    records, rows = open_records(tmp_path), open_rows(tmp_path)
    for kept in world.records.find(Question(limit=99)).records:
        records.add(kept.original)
    settings = Settings(agent="组长")
    reading = RecordReading(lambda: records, AtOnce(), write_records, lambda: rows)
    tables = shop_tables(
        tmp_path, open_data(tmp_path), lambda: rows, AtOnce(), lambda: settings, nothing
    )
    auditing = Auditing(reading, tables, AtOnce())
    auditing.load(lambda: None)
    sample = wait(auditing.draw, Draw(*DAYS, 2, 5))
    assert orders(sample) == orders(world.draw())
    wait(auditing.keep, auditing.marked(sample[0].row, "time_kept", Answer.NA))
    found = wait(auditing.open_ones)
    assert {audit.row.uid for audit in found} == {audit.row.uid for audit in sample}
    path = tmp_path / "audits.csv"
    assert wait(auditing.export, path, "zh_CN") == 8
    assert "发货前发了核对文本" in path.read_text("utf-8-sig")
