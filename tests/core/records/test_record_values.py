import dataclasses
import json
import re
from datetime import datetime, timedelta, timezone

import hypothesis.strategies as st
import pytest
from hypothesis import given

from qtdesk.core.records import (
    Correction,
    ItemResult,
    ItemVerdict,
    KeptRecord,
    NewerRecordError,
    Output,
    OutputTarget,
    Personal,
    Record,
    Verdict,
    correction_from,
    fields_of_correction,
    fields_of_record,
    masked,
    new_uid,
    record_from,
    same_order,
)
from tests.sample_records import NOVEMBER, correction, record

TEXTS = st.text(max_size=20)
MOMENTS = st.datetimes(
    datetime(2000, 1, 1),  # noqa: DTZ001 - the strategy adds the distance
    datetime(2099, 1, 1),  # noqa: DTZ001
    timezones=st.integers(-12 * 60, 14 * 60).map(
        lambda minutes: timezone(timedelta(minutes=minutes))
    ),
)
ITEMS = st.builds(
    ItemResult,
    TEXTS,
    st.sampled_from(ItemVerdict),
    st.lists(TEXTS, max_size=2).map(tuple),
    TEXTS,
    st.booleans(),
)
NAMED = st.dictionaries(TEXTS, TEXTS.filter(bool), max_size=2)
PERSONAL = st.none() | st.builds(
    Personal, TEXTS, TEXTS, TEXTS, TEXTS, TEXTS, NAMED, NAMED
)
RECORDS = st.builds(
    Record,
    TEXTS,
    MOMENTS,
    *[TEXTS] * 5,
    st.sampled_from(Verdict),
    st.lists(ITEMS, max_size=3).map(tuple),
    st.lists(st.builds(Output, TEXTS, st.sampled_from(OutputTarget))).map(tuple),
    PERSONAL,
)
CORRECTIONS = st.builds(
    Correction,
    TEXTS,
    TEXTS,
    MOMENTS,
    *[TEXTS] * 3,
    st.none() | st.sampled_from(Verdict),
    st.lists(ITEMS, max_size=3).map(tuple),
    PERSONAL,
)


@given(RECORDS)
def test_a_record_is_the_same_after_json(one: Record) -> None:
    assert record_from(json.loads(json.dumps(fields_of_record(one)))) == one


@given(CORRECTIONS)
def test_a_correction_is_the_same_after_json(one: Correction) -> None:
    assert correction_from(json.loads(json.dumps(fields_of_correction(one)))) == one


def test_what_is_written_stays_readable() -> None:
    written = (
        '{"v":1,"uid":"u","made":"2026-10-03T10:15:00+08:00","order":"3300",'
        '"platform":"taobao","agent":"小王","checklist":["CL-01","3"],'
        '"verdict":"overridden","items":[{"item":"V10","verdict":"stop",'
        '"reasons":["no_house_number"],"overridden":true}],'
        '"outputs":[["confirm","buyer"]],"personal":{"buyer":"b"},"later":1}'
    )
    read = record_from(json.loads(written))
    assert read.made.isoformat() == "2026-10-03T10:15:00+08:00"
    assert read.items == (
        ItemResult("V10", ItemVerdict.STOP, ("no_house_number",), overridden=True),
    )
    assert read.personal == Personal(buyer="b")
    assert fields_of_record(read) | {"later": 1} == json.loads(written)


@pytest.mark.parametrize("read", [record_from, correction_from])
def test_what_a_newer_version_wrote_is_refused(read: object) -> None:
    assert callable(read)
    with pytest.raises(NewerRecordError):
        read(fields_of_record(record()) | {"v": 2, "surprise": True})


@pytest.mark.parametrize(
    "harm",
    [
        {"v": "1"},
        {"v": None},
        {"made": "2026-10-03T10:15:00"},
        {"made": 7},
        {"verdict": "fine"},
        {"items": [{"item": "V04"}]},
        {"items": 3},
        {"outputs": [["confirm"]]},
        {"checklist": "CL-01"},
        {"personal": ["张"]},
        {"personal": {"texts": ["a"]}},
    ],
)
def test_what_is_no_record_is_told(harm: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r".") as told:
        record_from(fields_of_record(record()) | harm)
    assert not isinstance(told.value, NewerRecordError)


def test_corrections_hold_one_after_the_other() -> None:
    one = record()
    item = ItemResult("V10", ItemVerdict.OK)
    new = ItemResult("V20", ItemVerdict.NOTE)
    kept = KeptRecord(
        one,
        (
            correction(one, order="2", items=(item, new)),
            correction(one, NOVEMBER, platform="jd", verdict=Verdict.PASSED),
        ),
    )
    current = kept.current
    assert kept.orders == {one.order, "2"}
    assert (current.order, current.platform) == ("2", "jd")
    assert current.items == (one.items[0], item, one.items[2], new)
    assert current.verdict is Verdict.PASSED
    assert current.personal is not None
    assert current.personal.note == "看错了"
    assert one.personal is not None
    assert current.personal.reasons == one.personal.reasons


def test_what_was_taken_away_does_not_come_back_by_a_correction() -> None:
    one = dataclasses.replace(record(), personal=None)
    kept = KeptRecord(one, (correction(one, personal=Personal(buyer="b")),))
    assert kept.current.personal is None


def test_order_numbers_however_they_were_copied() -> None:
    assert same_order(" 3300 1234\n", "３３００1234")
    assert same_order("ab-1", "AB-1")
    assert not same_order("3300", "33001")


def test_names_are_never_the_same() -> None:
    assert len({new_uid() for _ in range(1000)}) == 1000


@pytest.mark.parametrize(
    ("phone", "shown"),
    [
        ("13800138000", "138****8000"),
        ("138 0013 8000", "138****8000"),
        ("+86-13800138000", "138****8000"),
        ("18400000013-7804", "184****0013"),
        ("0571-88889999-12", "057****"),
        ("12345", "****"),
        ("138****8000", "****"),
        ("", ""),
    ],
)
def test_phones_as_others_see_them(phone: str, shown: str) -> None:
    seen = masked(record(personal=Personal(phone=phone))).personal
    assert seen is not None
    assert seen.phone == shown


def test_a_masked_record_tells_nobody() -> None:
    seen = masked(record()).personal
    assert seen == Personal(
        buyer="小**",
        recipient="张**",
        phone="138****8000",
        address="浙江省杭州市****",
        reasons={"V10": "****"},
        texts={"confirm": "****"},
    )
    assert masked(correction(record())).personal == Personal(note="****")
    nothing = dataclasses.replace(record(), personal=None)
    assert masked(nothing) == nothing


@given(RECORDS)
def test_masks_hold_for_every_text(one: Record) -> None:
    seen = masked(one)
    assert dataclasses.replace(seen, personal=one.personal) == one
    if one.personal is None or seen.personal is None:
        return
    for name in ("buyer", "recipient"):
        assert len(getattr(seen.personal, name)) in {0, 3}
    assert sum(map(str.isdigit, seen.personal.phone)) <= 7
    assert re.fullmatch(r".{0,6}\*{4}|", seen.personal.address, re.DOTALL)
    hidden = {seen.personal.note, *seen.personal.reasons.values()}
    assert hidden | set(seen.personal.texts.values()) <= {"", "****"}
