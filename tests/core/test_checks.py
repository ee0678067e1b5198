"""Order checks of an agent: read, answered, kept, given out, ended."""

from dataclasses import replace

import pytest

from qtdesk.core.checks import ADDRESS_CHANGE
from qtdesk.core.errors import AnswerError, ChecklistError, StoreError
from qtdesk.core.events import CheckWanted
from qtdesk.core.orders import FieldName, Span
from qtdesk.core.paste import Outcome, Reason
from qtdesk.core.ports.records import Question
from qtdesk.core.records import OutputTarget
from qtdesk.core.templates import Filled
from qtdesk.core.words import Words
from tests.check_world import (
    ADDRESS,
    BOTH,
    ORDER,
    SHORT,
    WISH,
    CheckWorld,
)
from tests.fake_books import Later
from tests.fakes import FakeWindow

ORDER_CHECK_WANTED = CheckWanted("CL-01", by_hotkey=True)


@pytest.fixture
def world() -> CheckWorld:
    return CheckWorld()


def test_a_key_only_asks_for_a_window(world: CheckWorld) -> None:
    world.checks.want(by_hotkey=True)
    assert world.wanted == [CheckWanted("CL-01", by_hotkey=True)]
    assert world.checks.engine is None


def test_what_was_copied_is_checked_for_the_window_in_front(world: CheckWorld) -> None:
    world.open(SHORT)
    assert world.checks.target == world.platform.windows.target_of(world.chat)
    assert world.counts() == {"stop": 1}
    assert world.platform.clipboard.content.owner == "user"


def test_line_ends_of_other_systems_are_no_matter(world: CheckWorld) -> None:
    world.open(ORDER.replace("\n", "\r\n"))
    assert world.checks.current is not None
    assert world.checks.current.reading is not None
    assert world.checks.current.reading.text == ORDER


def test_from_the_tray_the_last_window_is_taken(world: CheckWorld) -> None:
    world.platform.windows.focus(None)
    world.open(ORDER)
    assert world.checks.target == world.platform.windows.target_of(world.chat)


@pytest.mark.parametrize("text", ["", "好的，谢谢"])
def test_what_is_no_order_shows_no_other_buyers_check(
    world: CheckWorld, text: str
) -> None:
    world.open(BOTH)
    world.checks.answer("V21.1", value=True)
    world.open(text)
    assert world.checks.current is None
    assert len(world.checks.under_way) == 1


def test_a_clipboard_that_cannot_be_read_is_no_order(world: CheckWorld) -> None:
    world.platform.clipboard.others_copy({"UTF8_STRING": b"x"}, readable=False)
    world.checks.open(ORDER_CHECK_WANTED, lambda: None)
    world.clock.run_all()
    assert world.checks.engine is not None
    assert world.checks.current is None


def test_the_same_order_is_found_again_as_it_was_left(world: CheckWorld) -> None:
    world.open(WISH)
    world.checks.answer("V21.1", value=True)
    world.open(ORDER)
    world.open(WISH)
    assert world.checks.current is not None
    assert world.checks.current.values == {"V21.1": True}


def test_a_list_of_another_kind_is_another_check(world: CheckWorld) -> None:
    world.open(ADDRESS)
    world.checks.answer("V28", "waiting")
    world.open(ADDRESS, ADDRESS_CHANGE)
    assert world.checks.current is not None
    assert world.checks.current.checklist.id == ADDRESS_CHANGE


def test_a_list_without_an_order_can_be_begun(world: CheckWorld) -> None:
    world.open("", "CL-08")
    assert world.checks.current is not None


def test_only_what_was_worked_on_is_kept(world: CheckWorld) -> None:
    world.open(WISH)
    assert world.room.kept.all() == ()
    world.checks.answer("V21.1", value=True)
    assert len(world.room.kept.all()) == 1


def test_a_half_done_check_outlives_the_program(world: CheckWorld) -> None:
    world.open(BOTH)
    world.checks.answer("V21.1", value=True)
    world.checks.override("V04", "买家只给座机")
    later = CheckWorld(world.room)
    later.open(BOTH)
    assert later.counts() == world.counts()
    assert len(later.checks.under_way) == 1


def test_checks_under_way_come_in_turn(world: CheckWorld) -> None:
    world.checks.next()
    assert world.checks.current is None
    for number in "123":
        world.open(WISH.replace("4567", f"000{number}"))
        world.checks.answer("V21.1", value=True)
    seen: list[str] = []
    for _ in range(4):
        world.checks.next()
        assert world.checks.current is not None
        seen.append(world.checks.current.uid)
    assert len(set(seen[:3])) == 3
    assert seen[3] == seen[0]
    last = world.checks.current
    world.checks.turn_to("nobody")
    assert world.checks.current is last


def test_what_is_no_answer_changes_nothing(world: CheckWorld) -> None:
    world.open(ORDER)
    before = world.checks.current
    with pytest.raises(AnswerError):
        world.checks.answer("V13", "viele")
    assert world.checks.current is before


def test_an_answer_a_preset_begins_with_brings_the_rest(world: CheckWorld) -> None:
    world.open(ADDRESS, ADDRESS_CHANGE)
    world.checks.answer("A03", "printed")
    assert world.checks.current is not None
    assert world.checks.current.values["A06"] == "waiting"
    world.checks.answer("A06", "changed")
    world.checks.answer("A03", "printed")
    assert world.checks.current.values["A06"] == "changed"


def test_a_piece_of_the_order_can_be_another_field(world: CheckWorld) -> None:
    world.open(ORDER)
    at = ORDER.index("圆领")
    world.checks.assign(Span(at, at + 4), FieldName.NAME)
    standing = world.checks.standing
    assert standing is not None
    entry = standing.entry("V03")
    assert entry is not None
    assert entry.text == "圆领短袖"


# --- texts ------------------------------------------------------------------------


def test_the_confirmation_is_pasted_and_noted(world: CheckWorld) -> None:
    world.open(ORDER)
    world.checks.texts.paste("confirm", world.checks.target)
    assert world.settle().outcome is Outcome.PASTED
    assert world.chat.received[0] is not None
    assert "收件人：陈静" in world.chat.received[0]
    assert world.platform.clipboard.content.text == ORDER
    assert world.checks.current is not None
    assert world.checks.current.given == ("confirm",)
    assert len(world.room.kept.all()) == 1


def test_what_was_not_pasted_is_not_noted(world: CheckWorld) -> None:
    world.open(ORDER)
    world.platform.clipboard.accepts = False
    world.checks.texts.paste("confirm", world.checks.target)
    assert world.settle().outcome is Outcome.NOTHING
    assert world.checks.current is not None
    assert world.checks.current.given == ()


def test_all_remarks_go_into_the_window_in_front(world: CheckWorld) -> None:
    world.open(BOTH)
    world.checks.answer("V18", "顺丰")
    world.checks.answer("V22", "袋子")
    back_office = world.platform.windows.open(FakeWindow("ERP", "备注"))
    released = world.platform.type_ahead.released
    world.checks.texts.paste_in_front("remark")
    world.settle()
    assert world.platform.type_ahead.released == released + 1
    assert world.chat.received == []
    assert back_office.received == ["KD 指定顺丰 小李 11.22\nZP 加送袋子 小李 11.22"]
    assert world.checks.current is not None
    assert world.checks.current.given == ("remark_kd", "remark_zp")


def test_without_a_check_or_such_a_text_nothing_is_pasted(world: CheckWorld) -> None:
    world.checks.texts.paste_in_front("remark")
    world.open(ORDER)
    world.checks.texts.paste_in_front("remark")
    assert [end.reason for end in world.ends] == [Reason.BLANKS] * 2
    assert [str(end.told[0]) for end in world.ends] == [
        "No check is at hand.",
        "This check has no such text.",
    ]
    assert world.chat.received == []


def test_a_text_with_a_gap_is_not_pasted(world: CheckWorld) -> None:
    without = ADDRESS.replace("订单号：4012345678901299999 ", "")
    world.open(without, ADDRESS_CHANGE)
    world.checks.answer("A03", "printed")
    world.checks.texts.paste_in_front("warehouse")
    assert world.ends[-1].reason is Reason.BLANKS
    assert "订单号" in str(world.ends[-1].told[0])
    assert world.chat.received == []


def test_the_order_is_read_behind_a_paste_under_way(world: CheckWorld) -> None:
    world.open(ORDER)
    world.chat.lag = 0.5
    world.checks.texts.paste("confirm", world.checks.target)
    world.clock.run_until(world.clock.now() + 0.1)
    assert world.pastes.busy
    world.checks.open(ORDER_CHECK_WANTED, lambda: None)
    world.clock.run_all()
    assert world.checks.current is not None
    assert world.checks.current.reading is not None
    assert world.checks.current.reading.text == ORDER


# --- the end -------------------------------------------------------------------------


def test_a_finished_check_is_a_record_and_no_longer_kept(world: CheckWorld) -> None:
    world.open(ORDER)
    world.checks.texts.paste("confirm", world.checks.target)
    world.settle()
    told: list[StoreError | None] = []
    world.checks.finish(told.append)
    assert told == [None]
    found = world.records.find(Question(order="4567")).records
    assert [kept.original.verdict.value for kept in found] == ["passed"]
    assert [each.output for each in found[0].original.outputs] == ["confirm"]
    assert world.checks.current is None
    assert world.checks.under_way == ()
    assert world.room.kept.all() == ()


def test_a_check_with_a_stop_is_finished_with_a_reason_only(world: CheckWorld) -> None:
    world.open(SHORT)
    with pytest.raises(ChecklistError):
        world.checks.finish(lambda _: None)
    world.checks.override("V04", "买家说就是这个号")
    world.checks.finish(lambda _: None)
    found = world.records.find(Question(order="4567")).records
    assert found[0].original.verdict.value == "overridden"


def test_an_order_can_be_recorded_as_not_to_be_sent(world: CheckWorld) -> None:
    world.open(SHORT)
    world.checks.refuse(lambda _: None)
    found = world.records.find(Question(order="4567")).records
    assert found[0].original.verdict.value == "stopped"


def test_what_cannot_be_recorded_stays_half_done(world: CheckWorld) -> None:
    world.records.full = True
    world.open(ORDER)
    told: list[StoreError | None] = []
    world.checks.finish(told.append)
    assert [error is not None for error in told] == [True]
    assert len(world.checks.under_way) == 1
    world.records.full = False
    world.checks.next()
    world.checks.finish(told.append)
    assert told[-1] is None


def test_an_order_that_was_checked_before_says_so(world: CheckWorld) -> None:
    world.open(ORDER)
    world.checks.finish(lambda _: None)
    called: list[bool] = []
    world.copy(ORDER)
    world.checks.open(ORDER_CHECK_WANTED, lambda: called.append(True))
    world.clock.run_all()
    assert world.checks.current is not None
    assert world.checks.current.earlier == 1
    assert called == [True, True]
    assert world.counts()


def test_checks_by_another_list_are_no_earlier_ones(world: CheckWorld) -> None:
    world.open(ORDER)
    world.checks.finish(lambda _: None)
    world.copy(ORDER)
    world.checks.open(CheckWanted("CL-09", by_hotkey=True), lambda: None)
    world.clock.run_all()
    assert world.checks.current is not None
    assert world.checks.current.earlier == 0


def test_reminders_of_one_order_are_counted(world: CheckWorld) -> None:
    for reminder in range(3):
        world.copy(ORDER)
        world.checks.open(CheckWanted("CL-09", by_hotkey=True), lambda: None)
        world.clock.run_all()
        assert world.checks.current is not None
        assert world.checks.current.earlier == reminder
        world.checks.answer("J08", "paid")
        world.checks.finish(lambda _: None)


def test_a_quick_answer_does_not_cost_the_count() -> None:
    reading = Later()
    world = CheckWorld(reading=reading)
    world.open(ORDER, "CL-09")
    reading.work()
    world.checks.answer("J08", "paid")
    world.checks.finish(lambda _: None)
    reading.work()
    world.open(ORDER, "CL-09")
    world.checks.answer("J03", value=True)
    (before,) = world.checks.under_way
    assert before.earlier == 0
    reading.work()
    assert world.checks.current is not None
    assert world.checks.current.earlier == 1
    assert world.checks.current.values == {"J03": True}
    assert world.checks.under_way == (world.checks.current,)
    assert world.room.kept.all()[0]["earlier"] == 1


def test_a_check_can_be_dropped(world: CheckWorld) -> None:
    world.open(WISH)
    world.checks.answer("V21.1", value=True)
    world.checks.forget()
    assert world.checks.current is None
    assert world.room.kept.all() == ()


def test_names_are_ids_until_the_lists_are_there(world: CheckWorld) -> None:
    names = world.checks.names
    assert names.of_list("CL-01") == "CL-01"
    assert names.of_item("CL-01", "V04") == "V04"
    assert names.offered == ()
    world.open(ORDER)
    assert names.of_list("CL-01") == "发货前核对"
    assert names.of_item("CL-01", "V21.2") == "买家留言"
    assert names.of_item("CL-99", "V04") == "V04"
    short = names.of_reason("CL-01", "V04", "phone_one_digit_short")
    assert short == "少一位：应为 11 位"
    assert names.of_reason("CL-01", "V13", "quantity_mismatch").startswith("买家说要 …")
    assert names.of_reason("CL-01", "V03", "missing") == "没有收件人"
    assert names.of_reason("CL-01", "V04", "from_tomorrow") == "from_tomorrow"
    assert ("CL-04", "改地址") in names.offered
    assert world.checks.current is not None
    assert "4567" in names.of_check(world.checks.current)


def test_lists_that_cannot_be_loaded_are_told_of() -> None:
    world = CheckWorld()
    trouble = ChecklistError(Words("The rules are no use."))

    def refuse() -> None:
        raise trouble

    world.checks.loading._open = refuse  # type: ignore[assignment]  # never answers
    world.open(ORDER)
    assert world.checks.problem is trouble
    with pytest.raises(ChecklistError):
        world.checks.answer("V13", "1")


# --- words that are not said to buyers ---------------------------------------------


def test_a_text_for_the_buyer_with_forbidden_words_is_not_pasted(
    world: CheckWorld,
) -> None:
    world.open(ORDER, "CL-05")
    world.checks.answer("C03", "加我微信挑一款")
    world.checks.texts.paste("buyer_sorry", world.checks.target)
    result = world.settle()
    assert (result.outcome, result.reason) == (Outcome.NOTHING, Reason.INVALID)
    assert all(result.told)
    world.checks.answer("C03", "同款蓝色")
    world.checks.texts.paste("buyer_sorry", world.checks.target)
    assert world.settle().outcome is Outcome.PASTED


def test_what_an_order_brings_along_is_no_word_of_ours(world: CheckWorld) -> None:
    world.open(ORDER.replace("收货地址", "昵称：加我微信\n收货地址"))
    standing = world.checks.standing
    assert standing is not None
    made = standing.text("confirm")
    assert made is not None
    assert world.checks.texts.forbidden(made) is None


def test_texts_for_others_may_say_it(world: CheckWorld) -> None:
    world.open(ORDER)
    standing = world.checks.standing
    confirm = standing.text("confirm") if standing is not None else None
    assert confirm is not None
    said = replace(confirm, filling=Filled("加我微信"))
    assert world.checks.texts.forbidden(said) is not None
    inside = replace(said.output, target=OutputTarget.WAREHOUSE)
    assert world.checks.texts.forbidden(replace(said, output=inside)) is None
