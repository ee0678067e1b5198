"""Random walks through every list: no crash, no end with an open stop."""

import json
from contextlib import suppress
from datetime import datetime
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from qtdesk.core.checklists import Check, Standing, Verdict
from qtdesk.core.checklists.checklist import ItemType
from qtdesk.core.checklists.keeping import check_from, fields_of_check
from qtdesk.core.errors import AnswerError, ChecklistError
from qtdesk.core.orders import FieldName, Span
from qtdesk.core.records import (
    ItemVerdict,
    fields_of_record,
    record_from,
)
from qtdesk.core.records import Verdict as Outcome
from tests.checking_room import Room, order_text, shipped_lists

TEXTS = (
    "",
    "谢谢",
    "张三\ud800 13800138000 浙江省杭州市\udfff",
    order_text(),
    order_text(message="要顺丰，送个袋子，要三件"),
    order_text("glued", phone="1380013800", address="浙江省 南京市 文一西路"),
    "孙** 1*********8 上海市 浦东新区 张江镇 祖冲之路****",
    "John Smith, 350 5th Ave Apt 21B, New York, NY 10118, (212) 555-0147",
    "陳大文 +852 9123 4567 香港 九龍 觀塘區 觀塘道388號創紀之城1期15樓",
    "地址改一下 福清市石竹街道义明综合楼3F 小陈 138 0013 8002",
)
ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.sampled_from(
        ["", "是", "2026-11-20 10:00", "11-21 9:00", "0", "-3", "12.50元", "1e9",
         "13800138000", "1380013800", "浙江", "杭州市", "西湖区", "张三", "顺丰",
         "{name}", "{{", "x" * 3000, "\ud800", "９１３３"]
    ),
    st.text(max_size=12),
)  # fmt: skip
CHOOSE = st.integers(0, 10_000)


class Walker:
    """Takes steps that a hypothesis drew, as an agent at random would."""

    def __init__(self, data: st.DataObject, checklist: str) -> None:
        self.data = data
        self.room = Room()
        text = data.draw(st.sampled_from(TEXTS))
        self.check: Check = self.room.checks.begin(text, checklist)

    def standing(self) -> Standing:
        return self.room.standing(
            self.check, self.data.draw(st.sampled_from(("zh_CN", "en")))
        )

    def step(self) -> None:
        kind = self.data.draw(
            st.sampled_from(
                ("set", "set", "set", "pass", "reset", "assign", "preset", "gave")
            )
        )
        with suppress(AnswerError):
            self.check = getattr(self, f"_{kind}")()

    def _entry(self) -> Any:
        entries = self.standing().entries
        return entries[self.data.draw(CHOOSE) % len(entries)]

    def _set(self) -> Check:
        entry = self._entry()
        if (
            entry.item.type is ItemType.CHOICE
            and entry.choices
            and self.data.draw(st.booleans())
        ):
            value = entry.choices[self.data.draw(CHOOSE) % len(entry.choices)].id
        elif entry.item.type.is_tick and self.data.draw(st.booleans()):
            value = True
        else:
            value = self.data.draw(ANYTHING)
        return self.room.checks.set(self.check, entry.id, value)

    def _pass(self) -> Check:
        reason = self.data.draw(st.sampled_from(("", "x", "老客户，电话确认过")))
        return self.room.checks.override(self.check, self._entry().id, reason)

    def _reset(self) -> Check:
        return self.room.checks.reset(self.check, self._entry().id)

    def _assign(self) -> Check:
        reading = self.check.reading
        text = reading.text if reading else ""
        start = self.data.draw(CHOOSE) % (len(text) + 1)
        end = start + self.data.draw(st.integers(0, 6))
        name = self.data.draw(st.sampled_from(FieldName))
        return self.room.checks.assign(self.check, Span(start, end), name)

    def _preset(self) -> Check:
        presets = self.check.checklist.presets
        if not presets:
            return self.check
        preset = presets[self.data.draw(CHOOSE) % len(presets)]
        return self.room.checks.apply(self.check, preset.id)

    def _gave(self) -> Check:
        texts = self.standing().texts
        return (
            self.room.checks.gave(self.check, texts[0].output.id)
            if texts
            else self.check
        )


@pytest.mark.parametrize("checklist", [each.id for each in shipped_lists()])
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_random_walk(checklist: str, data: st.DataObject) -> None:
    walker = Walker(data, checklist)
    for _ in range(data.draw(st.integers(0, 12))):
        walker.step()
    check, standing = walker.check, walker.standing()
    look_at_standing(standing)
    told = json.loads(json.dumps(fields_of_check(check)))
    back = check_from(told, check.checklist)
    assert back == check
    assert walker.room.standing(back) == walker.room.standing(check)
    look_at_end(walker, standing)


def look_at_standing(standing: Standing) -> None:
    ids = [entry.id for entry in standing.entries]
    assert len(ids) == len(set(ids))
    assert sum(standing.counts.values()) == len(ids)
    done, of = standing.progress
    assert 0 <= done <= of == len(ids)
    assert bool(standing.blocking) <= (not standing.may_finish)
    if not standing.may_finish and not standing.close:
        assert standing.next is not None
    for entry in standing.entries:
        assert (entry.verdict is Verdict.OK) == (not entry.findings)
        assert all(str(finding.say) for finding in entry.findings)
        assert "rule_broken" not in [finding.rule for finding in entry.findings]


def look_at_end(walker: Walker, standing: Standing) -> None:
    """It ends exactly when nothing blocks, and the record tells what happened."""
    if standing.may_finish:
        record = walker.room.checks.finish(walker.check)
        assert record.verdict is not Outcome.STOPPED
        stops = [i for i in record.items if i.verdict is ItemVerdict.STOP]
        assert all(item.overridden for item in stops)
    else:
        with pytest.raises(ChecklistError):
            walker.room.checks.finish(walker.check)
        record = walker.room.checks.refuse(walker.check)
        assert record.verdict is Outcome.STOPPED
    assert record_from(json.loads(json.dumps(fields_of_record(record)))) == record


def test_nothing_private_is_shown_by_a_value() -> None:
    room = Room()
    check = room.answer(room.begin(order_text()), V24="秘密暗号", V25="urgent")
    standing = room.standing(check)
    told = f"{check!r}{standing!r}{standing.entries!r}{standing.texts!r}"
    for private in ("陈静", "13800138005", "530号", "秘密", "4012345678901234567"):
        assert private not in told


def test_a_check_of_another_list_or_version_is_not_taken() -> None:
    room = Room()
    told = fields_of_check(room.begin(order_text()))
    other = room.checks.checklist("CL-08")
    with pytest.raises(ValueError, match="list"):
        check_from(told, other)
    own = room.checks.checklist("CL-01")
    for changed in (
        {"v": 2},
        {"values": 3},
        {"begun": "yesterday"},
        {"begun": datetime(2026, 1, 1).isoformat()},  # noqa: DTZ001 - that is the fault
        {"reading": {"text": "x"}},
        {"values": {"V24": {"number": "x"}}},
        {"values": {"V24": {"what": "x"}}},
        {"shop": {"ship_hours": "48"}},
        {"earlier": "many"},
    ):
        with pytest.raises(ValueError, match=r".+"):
            check_from({**told, **changed}, own)
