"""What is private goes with time, and before anybody else sees it."""

from datetime import timedelta

import pytest

from qtdesk.core.tables import (
    Private,
    Row,
    RowQuestion,
    found_among,
    masked,
    new_row,
)
from qtdesk.core.tables.retention import REMOVED_DAYS, kept_on, without_order
from tests.sample_rows import LOST, NOW, RETURNS, SHIPPED, a_loss, a_return

CUSTOMERS = SHIPPED["customers"]


def kept(row: Row, after: int, days: int = 90) -> Row | None:
    return kept_on((NOW + timedelta(days=after)).date(), SHIPPED, days)(row)


def test_what_is_private_goes_when_its_day_has_come() -> None:
    row = a_loss(note="说贵")
    assert kept(row, 89) is row
    gone = kept(row, 90)
    assert gone is not None
    assert gone.let_go
    assert set(gone.cells) == {"reason"}
    assert kept(gone, 91) is gone


def test_what_it_said_before_goes_as_well() -> None:
    row = a_loss().changed({"reason": "price", "buyer": "别人"}, NOW, "小李")
    gone = kept(row, 90)
    assert gone is not None
    assert gone.earlier == ()


def test_a_row_goes_as_a_whole_when_its_table_says_so() -> None:
    assert kept(a_return(), 1094, 90) is not None
    assert kept(a_return(), 1095, 90) is None


def test_a_card_counts_from_its_last_change() -> None:
    card = new_row("customers", NOW, "小李", {"nickname": "云朵"})
    later = NOW + timedelta(days=300)
    changed = card.changed({"nickname": "云朵", "tags": "老客"}, later, "小李")
    assert kept(changed, 400, 90) is changed
    assert kept(changed, 664, 90) is changed
    assert kept(changed, 665, 90) is None


def test_what_was_taken_away_stays_for_a_while() -> None:
    gone = a_loss().taken_away(NOW, "小李")
    assert kept(gone, REMOVED_DAYS - 1) is gone
    assert kept(gone, REMOVED_DAYS) is None


def test_rows_of_a_table_nobody_knows_lose_all_cells() -> None:
    row = new_row("gone", NOW, "小李", {"who": "云朵"})
    assert kept(row, 89) is row
    left = kept(row, 90)
    assert left is not None
    assert left.cells == {}
    assert kept(left, 91) is left


def test_facts_stay() -> None:
    row = new_row("facts", NOW, "小李", {"key": "仓库", "value": "0571"})
    assert kept(row, 5000) is row


def test_an_order_is_forgotten_wherever_it_stands() -> None:
    forget = without_order(" 4012 345678901234567")
    row = a_return()
    assert forget(row) is None
    assert forget(a_loss(note="单号4012345678901234567的")) is None
    before = row.changed({"kind": "return"}, NOW, "小李")
    assert forget(before) is None
    other = a_return(order="401234567890")
    assert forget(other) is other
    assert without_order("")(row) is row


def test_masks() -> None:
    cells = {
        "customer": "王小明",
        "phone": "13800138000",
        "opinion": "快",
        "order": "1",
    }
    visits = SHIPPED["visits"]
    row = new_row("visits", NOW, "小李", {**cells, "own": "?"}).changed(
        {**cells, "own": "?", "order": "2"}, NOW, "小李"
    )
    shown = masked(row, visits)
    assert shown.cells["customer"] == "王**"
    assert shown.cells["phone"] == "138****8000"
    assert shown.cells["opinion"] == "快"
    assert shown.cells["order"] == "2"
    assert shown.cells["own"] == "****"
    assert shown.earlier == ()
    assert masked(row, visits, words_too=True).cells["opinion"] == "****"


def test_every_free_text_of_a_shipped_table_is_thought_about() -> None:
    """Names, numbers and whatever somebody wrote must not stay for ever."""
    open_texts = {
        "audits": {"reviewed", "order", "record", "sample"},
        "complaints": {"order", "raised_to"},
        "customers": {"tags"},
        "facts": {"key", "value"},
        "lost": {"item", "platform"},
        "questions": {"situation", "proposal", "handled_by", "became"},
        "returns": {"order", "tracking", "sent_sku", "sent_tracking"},
        "reviews": {"order", "sku", "reply", "owner"},
        "satisfaction": {"order", "measure", "effect"},
        "visits": {"order"},
        "weekly": {"week", "reviewed", "top_loss", "measure", "effect"},
    }
    for table in SHIPPED.values():
        told = {c.id for c in table.columns if c.type == "text" and not c.private}
        assert told == open_texts[table.id], table
    assert {c.private for t in SHIPPED.values() for c in t.columns if c.private} <= set(
        Private
    )


ROWS = [
    a_loss(0, reason="price", note="嫌贵"),
    a_loss(1, reason="size", tell_next=True),
    a_loss(2, reason="price"),
    a_loss(3).taken_away(NOW, "小李"),
]


@pytest.mark.parametrize(
    ("asked", "places"),
    [
        (RowQuestion("lost"), [0, 1, 2]),
        (RowQuestion("lost", descending=False), [2, 1, 0]),
        (RowQuestion("lost", limit=1), [0]),
        (RowQuestion("lost", text="嫌 贵"), [0]),
        (RowQuestion("lost", text="价格"), [0, 2]),
        (RowQuestion("lost", text="PRICE"), [0, 2]),
        (RowQuestion("lost", text="小李"), [0, 1, 2]),
        (RowQuestion("lost", text="贵云"), []),
        (RowQuestion("lost", chosen={"reason": "size"}), [1]),
        (RowQuestion("lost", chosen={"tell_next": "yes"}), [1]),
        (RowQuestion("lost", chosen={"tell_next": "no"}), [0, 2]),
        (RowQuestion("lost", chosen={"outcome": "x"}), []),
        (RowQuestion("lost", last=ROWS[1].day), [1, 2]),
        (RowQuestion("lost", first=ROWS[1].day), [0, 1]),
        (RowQuestion("lost", sort="note"), [0, 1, 2]),
        (RowQuestion("lost", sort="note", descending=False), [0, 2, 1]),
        (RowQuestion("lost", sort="reason"), [1, 0, 2]),
    ],
)
def test_what_is_asked_for(asked: RowQuestion, places: list[int]) -> None:
    found = found_among(ROWS, LOST, asked)
    assert [ROWS.index(row) for row in found.rows] == places
    assert found.total == (3 if asked.limit == 1 else len(places))


def test_amounts_and_days_are_sorted_as_they_count() -> None:
    from decimal import Decimal  # noqa: PLC0415

    those = [a_return(refund=Decimal(n)) for n in (9, 100, 20)]
    asked = RowQuestion("returns", sort="refund", descending=False)
    found = found_among(those, RETURNS, asked).rows
    assert [row.cells["refund"] for row in found] == [9, 20, 100]
