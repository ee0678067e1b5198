"""A check that ends leaves its rows in the tables, once, whatever happens between."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from qtdesk.core.errors import StoreError
from tests.check_world import CheckWorld
from tests.checking_room import NOW, Room

SIGNED = {"E02": "2026-11-20 15:20", "E01": "4012345678901234567"}
WRONG = {**SIGNED, "E04": "wrong", "E04b": "yes", "E17": "杭州市余杭区退货仓"}


def test_a_return_leaves_a_row() -> None:
    room = Room()
    check = room.begin("", "CL-08", **WRONG, E18="SF1234567890123")
    (row,) = room.checks.rows(check)
    assert (row.table, row.source, row.agent) == ("returns", "CL-08", "小李")
    assert row.made == check.begun
    assert row.cells["kind"] == "return"
    assert row.cells["reason"] == "wrong"
    assert row.cells["liable"] == "shop"
    assert row.cells["order"] == "4012345678901234567"
    assert row.cells["tracking"] == "SF1234567890123"
    assert row.cells["state"] == "open"
    assert "window_end" not in row.cells


def test_a_refused_return_leaves_a_row_with_the_reason() -> None:
    room = Room()
    intact = dict.fromkeys(("E08", "E09", "E10"), "yes")
    answers = {**SIGNED, "E04": "no_reason", "E07": "no", **intact}
    (row,) = room.checks.rows(room.begin("", "CL-08", **answers))
    assert row.cells["kind"] == row.cells["state"] == "refused"
    assert row.cells["note"] == "商品有使用痕迹或污损"
    assert "intact" not in row.cells


def test_what_is_not_settled_leaves_none() -> None:
    room = Room()
    assert room.checks.rows(room.begin("", "CL-08", **SIGNED)) == ()
    assert room.checks.rows(room.begin("", "CL-01")) == ()


def test_a_refund_is_an_amount_and_ends_it() -> None:
    room = Room()
    done = {"E18": "SF1234567890123", "E19": "good", "E20": "12.5"}
    (row,) = room.checks.rows(room.begin("", "CL-08", **WRONG, **done))
    assert row.cells["refund"] == Decimal("12.5")
    assert row.cells["state"] == "done"


def test_a_later_end_has_the_same_row() -> None:
    room = Room()
    check = room.begin("", "CL-08", **WRONG)
    (before,) = room.checks.rows(check)
    room.now = NOW + timedelta(days=40)
    (after,) = room.checks.rows(check)
    assert (after.uid, after.made) == (before.uid, before.made)


def world_with_a_return() -> CheckWorld:
    world = CheckWorld()
    world.open("", "CL-08")
    for entry, answer in WRONG.items():
        world.checks.answer(entry, answer)
    return world


def test_row_and_record_are_kept_together() -> None:
    world = world_with_a_return()
    told: list[StoreError | None] = []
    world.checks.finish(told.append)
    assert told == [None]
    assert [row.source for row in world.rows.kept.values()] == ["CL-08"]
    assert len(world.records.months()) == 1
    assert world.room.kept.kept == {}


@pytest.mark.parametrize("what", ["rows", "record"])
def test_what_fails_in_the_midst_is_done_again_and_not_twice(what: str) -> None:
    world = world_with_a_return()
    if what == "rows":
        world.rows.full = True
    else:
        world.records.full = True
    told: list[StoreError | None] = []
    world.checks.finish(told.append)
    assert isinstance(told[0], StoreError)
    assert len(world.room.kept.kept) == 1
    assert len(world.rows.kept) == (what == "record")
    # The program ends here, and begins anew.
    later = CheckWorld(world.room)
    later.rows.kept = world.rows.kept
    later.checks.load(lambda: None)
    later.checks.turn_to(later.checks.under_way[0].uid)
    later.checks.finish(told.append)
    assert told[1] is None
    assert len(later.rows.kept) == 1
    assert later.room.kept.kept == {}


def test_a_record_that_is_there_is_not_written_again() -> None:
    world = world_with_a_return()
    check = world.checks.current
    world.checks.finish(lambda _: None)
    assert check is not None
    # A crash between the record and what was kept of the check.
    world.checks._take(check)
    world.checks.finish(lambda _: None)
    (month,) = world.records.months()
    assert month.records == 1
    assert len(world.rows.kept) == 1


def test_answers_in_a_text_column_are_read_by_people() -> None:
    room = Room()
    check = room.begin("", "CL-08", **WRONG)
    (rule,) = check.checklist.rows
    columns = {**rule.columns, "note": rule.columns["reason"]}
    own = replace(check.checklist, rows=(replace(rule, columns=columns),))
    (row,) = room.checks.rows(replace(check, checklist=own))
    assert (row.cells["reason"], row.cells["note"]) == ("wrong", "发错")
