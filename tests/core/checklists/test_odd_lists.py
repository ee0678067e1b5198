"""Small lists of a lead's own: broken rules, hidden items, choices, kept answers."""

from pathlib import Path

import pytest

from qtdesk.core.checklists import Check, Checklist, ShopFacts, Verdict
from qtdesk.core.checklists.keeping import check_from, fields_of_check
from qtdesk.core.checklists.order_facts import ORDER_ARITIES, OrderFacts
from qtdesk.formats.checklist_yaml import read_checklist
from tests.checking_room import Room, order_text

HEAD = 'id: X\nversion: "1"\nname: 试\nitems:\n'


def a_list(tmp_path: Path, body: str) -> Checklist:
    path = tmp_path / "X.yaml"
    path.write_text(HEAD + body, "utf-8")
    read = read_checklist(path)
    assert read.problems == ()
    assert read.checklist is not None
    return read.checklist


def begin(checklist: Checklist, text: str = "") -> tuple[Room, Check]:
    room = Room(lists=[checklist])
    return room, room.begin(text, "X")


def test_a_rule_that_breaks_never_passes_for_right(tmp_path: Path) -> None:
    room, check = begin(
        a_list(
            tmp_path,
            "  - {id: A, type: text, label: 甲, validate: "
            "[{id: bad, when: A > 3, say: 错}]}\n"
            "  - {id: B, type: tick, label: 乙, when: 'A > 3', req: R}\n"
            "  - {id: C, type: tick, label: 丙, req: 'C: A > 3'}\n"
            "  - {id: D, type: number, label: 丁, auto: A + 1}\n",
        )
    )
    check = room.answer(check, A="词")
    standing = room.standing(check)
    for entry in standing.entries:
        assert "rule_broken" in [finding.rule for finding in entry.findings]
        assert entry.verdict in (Verdict.WARN, Verdict.TODO)
    # In doubt it is asked, and has to be answered.
    assert [entry.id for entry in standing.blocking] == ["B", "C"]
    assert standing.not_asked == ()
    assert standing.entries[3].value is None


def test_a_close_rule_that_breaks_keeps_the_check_open(tmp_path: Path) -> None:
    body = "  - {id: A, type: text, label: 甲}\nclose_rule: A > 3\n"
    room, check = begin(a_list(tmp_path, body))
    standing = room.standing(room.answer(check, A="词"))
    assert not standing.may_finish
    assert str(standing.close) == "This list cannot be finished yet."


def test_a_text_that_breaks_is_not_made(tmp_path: Path) -> None:
    body = (
        "  - {id: A, type: text, label: 甲}\n"
        "outputs:\n"
        "  - {id: t, target: buyer, label: 文, when: A > 3, template: 字}\n"
        "timers:\n  - {id: w, label: 到, at: 'hours_after(A, 1)'}\n"
    )
    room, check = begin(a_list(tmp_path, body))
    standing = room.standing(room.answer(check, A="词"))
    assert (standing.texts, standing.timers) == ((), ())


def test_a_reason_goes_with_the_answer_it_was_given_for(tmp_path: Path) -> None:
    body = (
        "  - {id: A, type: number, label: 甲, validate: "
        "[{id: big, when: A > 3, say: 太大}]}\n"
    )
    room, check = begin(a_list(tmp_path, body))
    check = room.checks.override(room.answer(check, A="4"), "A", "量过了")
    assert room.standing(check).may_finish
    assert not room.standing(room.answer(check, A="5")).may_finish
    assert room.standing(room.checks.reset(check, "A")).may_finish


def test_answers_of_items_that_are_gone_go_with_them(tmp_path: Path) -> None:
    two = a_list(
        tmp_path,
        "  - {id: A, type: text, label: 甲}\n  - {id: B, type: text, label: 乙}\n",
    )
    room, check = begin(two)
    told = fields_of_check(room.answer(check, A="一", B="二"))
    one = a_list(tmp_path, "  - {id: B, type: text, label: 乙}\n")
    assert check_from(told, one).values == {"B": "二"}


def test_an_option_is_offered_where_it_applies(tmp_path: Path) -> None:
    body = (
        "  - {id: A, type: tick, label: 甲}\n"
        "  - {id: B, type: choice, label: 乙, options: "
        "[{id: x, label: 子}, {id: y, label: 丑, when: A}], "
        "options_from: shop_couriers}\n"
    )
    room, check = begin(a_list(tmp_path, body))
    offered = room.standing(check).entries[1].choices
    assert [each.id for each in offered][:3] == ["x", "顺丰", "中通"]
    check = room.answer(check, A=True, B="y")
    assert room.standing(check).entries[1].text == "丑"


def test_an_item_for_each_wish_sees_each_by_itself(tmp_path: Path) -> None:
    body = (
        "  - {id: A, type: tick, each: request, out: done, label: 留言, req: R}\n"
        "  - {id: B, type: number, label: 办了几件, auto: count(done)}\n"
    )
    checklist = a_list(tmp_path, body)
    room, check = begin(checklist, order_text(message="要顺丰，送个袋子，写贺卡"))
    check = room.answer(check, A__1=True, A__3=True)
    standing = room.standing(check)
    assert [entry.id for entry in standing.entries] == ["A.1", "A.2", "A.3", "B"]
    assert standing.entries[3].text == "2"
    assert [entry.id for entry in standing.blocking] == ["A.2"]
    assert (
        standing.entries[1].spans[0].of(order_text(message="要顺丰，送个袋子"))
        == "送个袋子"
    )
    room, check = begin(checklist)
    assert room.standing(check).not_asked == ("A",)


@pytest.mark.parametrize(
    ("kind", "written", "text"),
    [
        ("tick", "是", "是"),
        ("image_note", True, "是"),
        ("tick", "无", ""),
        ("text", " 一\r\n二 ", "一\n二"),
        ("number", "3", "3"),
        ("money", "￥12.50", "12.50"),
        ("date", "2026-11-20", "11月20日"),
        ("datetime", "11-20 9:05", "11月20日 09:05"),
        ("parsed", "字", "字"),
        ("phone", "13800138000", "13800138000"),
    ],
)
def test_every_kind_of_answer(
    tmp_path: Path, kind: str, written: str | bool, text: str
) -> None:
    room, check = begin(a_list(tmp_path, f"  - {{id: A, type: {kind}, label: 甲}}\n"))
    check = room.answer(check, A=written)
    assert room.standing(check).entries[0].text == text
    assert check_from(fields_of_check(check), check.checklist) == check
    taken_back = room.answer(check, A="")
    assert room.standing(taken_back).entries[0].text == ""


def test_every_function_that_may_be_called_is_there() -> None:
    assert OrderFacts(None, ShopFacts()).functions.keys() == ORDER_ARITIES.keys()
