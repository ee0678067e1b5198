"""Facts among the agent's own data, read with and without their table."""

from datetime import timedelta
from pathlib import Path

from qtdesk.core.tables import Cell, new_row
from qtdesk.storage.agent_data import AgentData
from qtdesk.storage.rows.facts import PREFIX, kept_facts
from qtdesk.storage.rows.lasting import LastingRows
from qtdesk.storage.store import DeskStore
from tests.sample_rows import NOW


def test_the_last_change_comes_first_and_what_was_taken_away_is_gone(
    tmp_path: Path,
) -> None:
    data = AgentData(tmp_path)
    assert DeskStore(data).facts() == ()
    rows = LastingRows(data)
    old: dict[str, Cell] = {"key": "退货地址", "value": "旧"}
    one, two = new_row("facts", NOW, "", old), new_row("facts", NOW, "", old)
    later = NOW + timedelta(days=1)
    rows.put((one, two.changed({**old, "value": "新"}, later, "小李")))
    gone = new_row("facts", later, "", {"key": "别的", "value": "x"})
    rows.put((gone.taken_away(later, "小李"),))
    assert [fact.value for fact in DeskStore(data).facts()] == ["新", "旧"]
    data.flush()
    again = AgentData(tmp_path)
    assert [fact.value for fact in kept_facts(again)] == ["新", "旧"]


def test_what_is_no_fact_is_passed_over(tmp_path: Path) -> None:
    data = AgentData(tmp_path)
    data.tables.table(f"{PREFIX}facts").insert({"uid": "x", "row": {"cells": 3}})
    data.tables.table(f"{PREFIX}facts").insert({"uid": "y"})
    assert list(kept_facts(data)) == []
    assert list(LastingRows(data).of("facts")) == []
