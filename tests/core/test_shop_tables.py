"""The tables as a front end has them: asked, written, undone, handed on, taken in."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qtdesk.core.errors import QtdeskError, StoreError
from qtdesk.core.settings import Settings
from qtdesk.core.tables import Found, Row, RowQuestion, Table
from tests.fake_rows import FakeRows, fake_tables
from tests.sample_rows import LOST, SHIPPED, a_loss


class World:
    def __init__(self) -> None:
        self.settings = Settings(agent="小李")
        self.changed_facts = 0
        self.tables = fake_tables(lambda: self.settings, self._on_facts)
        self.tables.load(lambda: None)

    def _on_facts(self) -> None:
        self.changed_facts += 1

    @property
    def rows(self) -> FakeRows:
        rows = self.tables._open_rows()
        assert isinstance(rows, FakeRows)
        return rows

    def add(self, table: Table = LOST, **cells: Any) -> Row:
        row = wait(lambda told: self.tables.add(table, cells, told))
        assert isinstance(row, Row)
        return row

    def find(self, table: str = "lost", **asked: Any) -> tuple[Row, ...]:
        question = RowQuestion(table, **asked)
        found = wait(lambda told: self.tables.find(question, told))
        assert isinstance(found, Found)
        return found.rows


def wait(ask: Callable[[Callable[[Any], None]], None]) -> Any:
    told: list[Any] = []
    ask(told.append)
    (answer,) = told
    return answer


@pytest.fixture
def world() -> World:
    return World()


def test_cards_of_customers_are_there_only_if_they_are_turned_on(world: World) -> None:
    assert {table.id for table in world.tables.tables} == set(SHIPPED) - {"customers"}
    world.settings = Settings(customer_cards=True)
    assert world.tables.table("customers") is not None
    assert fake_tables(Settings).tables == ()


def test_a_row_by_hand_has_who_and_when(world: World) -> None:
    row = world.add(reason="price")
    assert (row.agent, row.made) == ("小李", world.tables.now)
    assert world.find() == (row,)
    assert world.find(text="尺码") == ()


def test_a_row_is_changed_and_taken_away_and_both_undone(world: World) -> None:
    tables, row = world.tables, world.add(reason="price")
    changed = wait(lambda told: tables.change(row, {"reason": "size"}, told))
    assert world.find()[0].cells == {"reason": "size"}
    assert changed.earlier[-1].cells == {"reason": "price"}
    wait(lambda told: tables.remove(changed, told))
    assert world.find() == ()
    wait(lambda told: tables.write(changed, told))
    assert world.find() == (changed,)
    wait(lambda told: tables.write(row, told))
    assert world.find() == (row,)


def test_a_disk_that_is_full_is_told(world: World) -> None:
    world.rows.full = True
    answer = wait(lambda told: world.tables.add(LOST, {"reason": "price"}, told))
    assert isinstance(answer, StoreError)


def test_facts_lie_apart_and_tell_of_a_change(world: World) -> None:
    facts = SHIPPED["facts"]
    row = world.add(facts, key="退货地址", value="杭州")
    assert world.changed_facts
    assert world.rows.kept == {}
    assert world.find("facts") == (row,)


def test_a_setting_that_changes_is_written_to_its_fact(world: World) -> None:
    facts = SHIPPED["facts"]
    world.add(facts, key="退货地址", value="旧", valid_until=world.tables.now.date())
    world.settings = Settings(return_addr="新", ship_time="48小时")
    world.tables.take_settings(("return_addr", "ship_time", "theme"))
    (row,) = world.find("facts")
    assert row.cells == {"key": "退货地址", "value": "新"}
    assert row.earlier[-1].cells["value"] == "旧"
    world.tables.take_settings(("return_addr",))
    assert len(world.find("facts")[0].earlier) == 1
    world.settings = Settings(return_addr="")
    world.tables.take_settings(("return_addr",))
    assert world.find("facts")[0].cells["value"] == "新"


def test_what_is_handed_on_is_masked_and_comes_back_without_harm(world: World) -> None:
    rows = [a_loss(n, note="说贵") for n in range(3)]
    world.rows.put(rows)
    path = Path("table.csv")
    asked = RowQuestion("lost", limit=1000)
    count = wait(
        lambda told: world.tables.export(
            asked, path, "zh_CN", unmasked=False, told=told
        )
    )
    assert count == 3
    sheets: Any = world.tables._sheets
    said = str(sheets.sheets[path])
    assert "云朵8821" not in said
    assert "说贵" not in said
    plan = wait(lambda told: world.tables.plan_import(LOST, path, "zh_CN", told))
    assert (plan.rows, plan.same) == ((), 3)
    wait(lambda told: world.tables.export(asked, path, "en", unmasked=True, told=told))
    assert "云朵8821" in str(sheets.sheets[path])


def test_an_import_says_first_what_it_would_do(world: World) -> None:
    sheets: Any = world.tables._sheets
    path = Path("table.csv")
    lines = [(1, ["流失原因"]), *((n, ["价格"]) for n in range(2, 4)), (4, ["扔了"])]
    sheets.sheets[path] = [*lines, (5, ["尺码"])]
    plan = wait(lambda told: world.tables.plan_import(LOST, path, "zh_CN", told))
    assert world.rows.kept == {}
    assert (len(plan.new), plan.same, len(plan.refused)) == (2, 1, 1)
    assert wait(lambda told: world.tables.carry_out(plan, told)) == 2
    assert len(world.find()) == 2
    missing = Path("none.csv")
    answer = wait(lambda told: world.tables.plan_import(LOST, missing, "en", told))
    assert isinstance(answer, QtdeskError)


def test_an_import_is_broken_off_and_done_again(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qtdesk.core.shop_tables._TOGETHER", 2)
    sheets: Any = world.tables._sheets
    path = Path("table.csv")
    told = [["流失原因", "说明"], *(["价格", str(n)] for n in range(7))]
    sheets.sheets[path] = list(enumerate(told, 1))
    plan = wait(lambda answer: world.tables.plan_import(LOST, path, "en", answer))

    def put(rows: list[Row]) -> None:
        FakeRows.put(world.rows, rows)
        world.tables.break_off()

    monkeypatch.setattr(world.rows, "put", put)
    assert wait(lambda answer: world.tables.carry_out(plan, answer)) == 2
    monkeypatch.undo()
    again = wait(lambda answer: world.tables.plan_import(LOST, path, "en", answer))
    assert (len(again.new), again.same) == (5, 2)
    wait(lambda answer: world.tables.carry_out(again, answer))
    assert sorted(str(row.cells["note"]) for row in world.find()) == list("0123456")


def test_a_question_is_broken_off_with_what_was_read(world: World) -> None:
    world.rows.put([a_loss(0), a_loss(40), a_loss(80)])
    of = world.rows.of

    def slow(*asked: Any) -> Any:
        for row in of(*asked):
            world.tables.break_off()
            yield row

    world.rows.of = slow  # type: ignore[assignment, method-assign]  # one fault
    assert len(world.find()) == 1
    assert world.tables.progress == 1.0
