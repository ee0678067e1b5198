"""Which rows a check has, and what comes next, without a window."""

import pytest

from qtdesk.core.checklists import Check, Verdict
from qtdesk.core.records import OutputTarget
from qtdesk.ui.order_check.footer import text_of_kind
from qtdesk.ui.order_check.next_step import StepKind, next_step, texts_for
from qtdesk.ui.order_check.rows import Row, RowKind, blocks_of, rows_of
from tests.check_world import ADDRESS, BOTH, MASKED, ORDER, REFUND, SHORT, WISH
from tests.checking_room import Room


@pytest.fixture
def room() -> Room:
    return Room()


def rows(room: Room, check: Check, *opened: str) -> tuple[Row, ...]:
    return rows_of(room.standing(check), check.checklist, "zh_CN", opened)


def of_kind(found: tuple[Row, ...], kind: RowKind) -> list[Row]:
    return [row for row in found if row.kind is kind]


def test_an_order_in_order_fits_on_one_screen(room: Room) -> None:
    found = rows(room, room.begin(ORDER))
    assert len(found) < 20
    blocks = [row.label for row in of_kind(found, RowKind.BLOCK)]
    assert blocks == ["收件", "商品", "发货", "要求", "状态"]
    assert not any(row.needs_agent for row in found)


def test_a_sound_address_is_one_row(room: Room) -> None:
    found = rows(room, room.begin(ORDER))
    (place,) = of_kind(found, RowKind.PLACE)
    assert place.value == "四川省 · 成都市 · 武侯区 · 桂溪街道"
    assert place.second == "天府大道中段530号1栋1单元"


def test_a_doubtful_part_of_it_stands_apart(room: Room) -> None:
    found = rows(room, room.begin(ORDER.replace("武侯区 桂溪街道 ", "")))
    apart = [row for row in found if row.entry and row.entry.id == "V08"]
    assert [row.verdict for row in apart] == [Verdict.WARN]


def test_every_entry_is_in_exactly_one_row(room: Room) -> None:
    for text in (ORDER, BOTH, MASKED, REFUND, ""):
        check = room.begin(text)
        entries = [entry.id for entry in room.standing(check).entries]
        for opened in ((), ("shipping",), tuple(b.id for b in check.checklist.blocks)):
            shown = [e.id for row in rows(room, check, *opened) for e in row.entries]
            assert sorted(shown) == sorted(entries)


def test_what_needs_the_agent_is_never_drawn_together(room: Room) -> None:
    for text in (BOTH, REFUND, SHORT, ""):
        check = room.begin(text)
        quiet = {
            entry.id
            for row in rows(room, check)
            if row.kind is not RowKind.ENTRY
            for entry in row.entries
        }
        for entry in room.standing(check).entries:
            assert entry.verdict is Verdict.OK or entry.id not in quiet


def test_an_opened_block_shows_each_entry(room: Room) -> None:
    check = room.begin(ORDER)
    usual = of_kind(rows(room, check), RowKind.USUAL)[0]
    opened = rows(room, check, *blocks_of(usual))
    shown = [row.entry.id for row in opened if row.entry is not None]
    assert {entry.id for entry in usual.entries} <= set(shown)


def test_what_was_let_pass_needs_nobody_any_more(room: Room) -> None:
    check = room.checks.override(room.begin(SHORT), "V04", "买家只留了这个")
    assert not any(row.needs_agent for row in rows(room, check))


def test_no_row_shows_what_is_private_in_a_log(room: Room) -> None:
    assert "陈静" not in repr(rows(room, room.begin(ORDER)))


# --- the next step ------------------------------------------------------------------


def test_an_order_in_order_is_confirmed_then_finished(room: Room) -> None:
    check = room.begin(ORDER)
    step = next_step(room.standing(check))
    assert step.kind is StepKind.PASTE
    assert step.text is not None
    assert step.text.output.id == "confirm"
    given = room.checks.gave(check, "confirm")
    assert next_step(room.standing(given)).kind is StepKind.FINISH


def test_what_the_buyer_can_mend_is_asked_for(room: Room) -> None:
    step = next_step(room.standing(room.begin(SHORT)))
    assert step.text is not None
    assert step.text.output.id == "missing"


def test_hidden_parts_are_left_to_the_buyer(room: Room) -> None:
    step = next_step(room.standing(room.begin(MASKED)))
    assert step.text is not None
    assert step.text.output.id == "confirm_masked"


def test_an_order_being_refunded_is_not_confirmed(room: Room) -> None:
    check = room.begin(REFUND)
    step = next_step(room.standing(check))
    assert step.kind is StepKind.LOOK
    assert step.entry is not None
    assert step.entry.id == "V26"
    passed = room.checks.override(check, "V26", "买家撤销了退款")
    assert next_step(room.standing(passed)).kind is StepKind.FINISH


def test_after_all_texts_what_is_open_is_next(room: Room) -> None:
    check = room.checks.gave(room.begin(WISH), "confirm")
    step = next_step(room.standing(check))
    assert step.kind is StepKind.LOOK
    assert step.entry is not None
    assert step.entry.id == "V21.1"


def test_a_change_of_address_asks_for_patience_first(room: Room) -> None:
    check = room.begin(ADDRESS, "CL-04", A03="printed", A06="waiting")
    step = next_step(room.standing(check))
    assert step.text is not None
    assert step.text.output.id == "buyer_waiting"


def test_all_remarks_are_one_text_and_gaps_are_none(room: Room) -> None:
    check = room.begin(BOTH, V18="顺丰", V22="袋子")
    standing = room.standing(check)
    made = text_of_kind(standing, OutputTarget.REMARK)
    assert made is not None
    assert made.filling.draft.count("\n") == 1
    without = ADDRESS.replace("订单号：4012345678901299999 ", "")
    wanting = room.standing(room.begin(without, "CL-04", A03="printed"))
    assert wanting.text("warehouse") is not None
    assert texts_for(wanting, OutputTarget.WAREHOUSE) == ()
