"""The use cases: begin, answer, correct, let pass, finish; what the record keeps."""

from dataclasses import replace

import pytest

from qtdesk.core.checklists import Check, ShopFacts, Verdict
from qtdesk.core.errors import AnswerError, ChecklistError
from qtdesk.core.orders import FieldName, Span
from qtdesk.core.records import ItemVerdict, OutputTarget
from qtdesk.core.records import Verdict as Outcome
from qtdesk.core.templates import Filled, Profile, Unfilled
from tests.checking_room import NOW, Room, order_text, shipped_lists

WISHES = "要顺丰，送个袋子"


@pytest.fixture
def room() -> Room:
    return Room()


def entry_text(room: Room, check: Check, entry: str) -> str:
    found = room.standing(check).entry(entry)
    assert found is not None
    return found.text


def test_a_clean_order_needs_no_click(room: Room) -> None:
    check = room.begin(order_text())
    standing = room.standing(check)
    assert {entry.verdict for entry in standing.entries} == {Verdict.OK}
    assert (standing.may_finish, standing.next, standing.blocking) == (True, None, ())
    assert standing.progress == (len(standing.entries), len(standing.entries))
    assert room.checks.finish(check).verdict is Outcome.PASSED


def test_every_entry_has_its_block_and_its_place(room: Room) -> None:
    check = room.begin(order_text())
    blocks = {block.id for block in check.checklist.blocks}
    assert len(blocks) == 5
    for entry in room.standing(check).entries:
        assert entry.item.block in blocks
        if entry.item.field is not None and entry.text and entry.id != "V18":
            assert entry.spans
    phone = room.standing(check).entry("V04")
    assert phone is not None
    assert phone.spans[0].of(order_text()) == "13800138005"


def test_two_wishes_are_two_ticks(room: Room) -> None:
    check = room.begin(order_text(message=WISHES), V18="顺丰")
    standing = room.standing(check)
    wishes = [entry for entry in standing.entries if entry.item.id == "V21"]
    assert [(wish.id, wish.label) for wish in wishes] == [
        ("V21.1", "要顺丰"),
        ("V21.2", "送个袋子"),
    ]
    assert not standing.may_finish
    check = room.answer(check, V21__1=True)
    assert not room.standing(check).may_finish
    check = room.answer(check, V21__2=True)
    assert room.standing(check).may_finish


def test_a_correction_is_judged_by_the_same_rules(room: Room) -> None:
    check = room.begin(order_text(phone="1380013800"))
    assert room.rules(check, "V04") == ["phone_one_digit_short"]
    for wrong, rule in (
        ("138001380055", "phone_one_digit_long"),
        ("12800138005", "phone_not_mobile"),
        ("138", "phone_short"),
        ("1380013800512345", "phone_long"),
        ("", "missing"),
    ):
        assert rule in room.rules(room.answer(check, V04=wrong), "V04"), wrong
    for right in ("13800138005", "138****8005", "+85291234567"):
        found = room.verdict(room.answer(check, V04=right), "V04")
        assert found in (Verdict.OK, Verdict.NOTE), right


@pytest.mark.parametrize(
    ("typed", "mobile", "extension"),
    [
        ("138 0013 8005", "13800138005", ""),
        ("86-13800138005", "13800138005", ""),
        ("18400000013-7804", "18400000013", "7804"),
        ("18400000013转7804", "18400000013", "7804"),
    ],
)
def test_a_number_is_taken_as_people_write_it(
    room: Room, typed: str, mobile: str, extension: str
) -> None:
    check = room.answer(room.begin(order_text(phone="1380013800")), V04=typed)
    assert entry_text(room, check, "V04") == mobile
    assert room.rules(check, "V04") == []
    if extension:
        assert entry_text(room, check, "V04b") == extension


def test_a_city_settles_of_which_district_it_was(room: Room) -> None:
    check = room.begin("张三 13800138005 鼓楼区 中山路1号3栋")
    assert "district_ambiguous" in room.rules(check, "V08")
    check = room.answer(check, V07="南京", V06="江苏省")
    assert room.rules(check, "V08") == []
    assert room.standing(check).may_finish


def test_places_are_judged_anew(room: Room) -> None:
    check = room.begin(order_text(address="浙江省 南京市 玄武区 珠江路1号3栋"))
    assert "region_conflict" in room.rules(check, "V08")
    right = room.answer(check, V06="江苏")
    assert room.rules(right, "V08") == []
    assert entry_text(room, right, "V06") == "江苏省"
    wrong = room.answer(right, V08="西湖区")
    assert "region_conflict" in room.rules(wrong, "V08")
    assert room.rules(room.checks.reset(wrong, "V08"), "V08") == []
    unheard = room.answer(right, V06="魔法省")
    assert "province_unknown" in room.rules(unheard, "V06")


def test_a_token_becomes_a_field(room: Room) -> None:
    text = "收货地址：浙江省杭州市余杭区文一西路969号 小鱼 13800138005 张三"
    check = room.begin(text)
    start = text.index("张三")
    check = room.checks.assign(check, Span(start, start + 2), FieldName.NAME)
    assert entry_text(room, check, "V03") == "张三"
    for span in (Span(0, 0), Span(3, 2), Span(500, 600)):
        with pytest.raises(AnswerError):
            room.checks.assign(check, span, FieldName.NAME)
    with pytest.raises(AnswerError):
        room.checks.assign(room.begin(), Span(0, 1), FieldName.NAME)


def test_letting_pass_wants_a_reason_and_ends_with_the_answer(room: Room) -> None:
    check = room.begin(order_text(phone="1380013800"))
    with pytest.raises(AnswerError):
        room.checks.override(check, "V04", "x")
    with pytest.raises(AnswerError):
        room.checks.override(check, "V99", "电话确认过")
    passed = room.checks.override(check, "V04", "  买家电话\n确认过 ")
    entry = room.standing(passed).entry("V04")
    assert entry is not None
    assert (entry.verdict, entry.reason) == (Verdict.STOP, "买家电话 确认过")
    assert not entry.blocks
    assert room.standing(passed).may_finish
    assert room.checks.finish(passed).verdict is Outcome.OVERRIDDEN
    assert not room.standing(room.checks.override(passed, "V04", "")).may_finish
    assert not room.standing(room.answer(passed, V04="138")).may_finish


def test_a_reason_where_nothing_is_wrong_says_nothing(room: Room) -> None:
    check = room.checks.override(room.begin(order_text()), "V04", "没有问题")
    record = room.checks.finish(check)
    assert record.verdict is Outcome.PASSED
    assert record.personal is not None
    assert record.personal.reasons == {}


@pytest.mark.parametrize(
    ("entry", "value"),
    [
        ("V13", "两"),
        ("V15", "免费"),
        ("V25b", "改天"),
        ("V18", "百世"),
        ("V26", "normal?"),
        ("V24", "长" * 2001),
        ("V99", "x"),
        ("H01", True),
    ],
)
def test_what_is_no_answer_is_refused_in_words(
    room: Room, entry: str, value: str
) -> None:
    check = room.begin(order_text(), V25="day")
    with pytest.raises(AnswerError) as refused:
        room.checks.set(check, entry, value)
    assert str(refused.value)


def test_answers_are_read_as_people_write_them(room: Room) -> None:
    check = room.begin(order_text(), V25="day")
    for written, text in (("￥1,128.5元", "1128.50"), ("128", "128"), ("0.10", "0.10")):
        assert entry_text(room, room.answer(check, V15=written), "V15") == text
    for written in (
        "11月23日 9点",
        "2026-11-23 09:00",
        "11-23 9:00",
        "2026/11/23 9:00",
    ):
        found = room.answer(check, V25b=written)
        assert entry_text(room, found, "V25b") == "11月23日 09:00"


def test_resetting_brings_back_what_was_read(room: Room) -> None:
    check = room.begin(order_text())
    changed = room.answer(check, V15="100", V03="李四", V18="圆通", V22="袜子")
    for entry in ("V15", "V03", "V18", "V22"):
        changed = room.checks.reset(changed, entry)
    assert room.standing(changed) == room.standing(check)


def test_a_doubt_comes_back_with_what_was_read(room: Room) -> None:
    check = room.begin(order_text(phone="4008123123"))
    assert "phone_hotline" in room.rules(check, "V04")
    right = room.answer(check, V04="13800138005")
    assert room.rules(right, "V04") == []
    assert room.standing(room.checks.reset(right, "V04")) == room.standing(check)


def test_what_was_given_to_another_field_is_not_taken_from_it(room: Room) -> None:
    text = "收货地址：浙江省杭州市余杭区文一西路969号 小鱼 13800138005 张三"
    check = room.begin(text)
    start = text.index("小鱼")
    span = Span(start, start + 2)
    check = room.checks.assign(check, span, FieldName.BUYER)
    check = room.answer(check, V03="李四")
    check = room.checks.reset(check, "V03")
    assert check.reading is not None
    spans = [s for f in check.reading.fields if not f.implied for s in f.spans]
    assert len(spans) == len(set(spans))


def test_an_address_abroad_is_written_as_there(room: Room) -> None:
    text = "John Smith, 350 5th Ave Apt 21B, New York, NY 10118, (212) 555-0147"
    made = room.text(room.begin(text), "confirm_address")
    assert made is not None
    assert "350 5th Ave, Apt 21B, New York, NY, 10118\n" in made


def test_a_preset_gives_its_answers(room: Room) -> None:
    check = room.begin(order_text(), "CL-04")
    check = room.checks.apply(check, "shipped")
    assert room.verdict(check, "A09") is Verdict.WARN
    with pytest.raises(ChecklistError):
        room.checks.apply(check, "nothing")


def test_a_check_may_begin_with_a_preset(room: Room) -> None:
    begun = room.checks.begin(order_text(), "CL-04", preset="shipped")
    applied = room.checks.apply(room.checks.begin(order_text(), "CL-04"), "shipped")
    assert begun.values == applied.values != {}
    with pytest.raises(ChecklistError):
        room.checks.begin(order_text(), "CL-04", preset="nothing")


def test_what_an_item_had_does_not_count_once_it_is_not_asked(room: Room) -> None:
    check = room.begin(order_text(), V25="day", V25b="2026-12-24 10:00")
    assert not room.standing(check).may_finish
    check = room.answer(check, V25="rule")
    standing = room.standing(check)
    assert standing.may_finish
    assert "V25b" in standing.not_asked
    assert [timer.id for timer in standing.timers] == ["ship_deadline"]


def test_the_time_limit_runs_from_payment(room: Room) -> None:
    (timer,) = room.standing(room.begin(order_text())).timers
    assert timer.at.isoformat() == "2026-11-24T10:20:00+08:00"
    room.now = timer.at
    assert room.rules(room.begin(order_text()), "V25") == []
    room.now = timer.at.replace(minute=21)
    assert room.rules(room.begin(order_text()), "V25") == ["ship_overdue"]


def test_a_promise_at_the_very_end_is_kept(room: Room) -> None:
    check = room.begin(order_text(), V25="day")
    assert room.rules(room.answer(check, V25b="2026-11-24 10:20"), "V25b") == []
    late = room.answer(check, V25b="2026-11-24 10:21")
    assert room.rules(late, "V25b") == ["promise_too_late"]
    said = room.standing(late).entry("V25b")
    assert said is not None
    assert str(said.findings[0].say) == "晚于发货时限 11月24日 10:20"
    presale = room.answer(late, V25="presale")
    assert room.rules(presale, "V25b") == ["presale_shown"]


def test_the_shop_says_what_is_usual() -> None:
    room = Room(
        ShopFacts(courier="圆通", gift="袖套1个", four_levels=True, has_variants=True)
    )
    text = order_text(sku="", address="浙江省 杭州市 余杭区 文一西路969号")
    standing = room.standing(room.begin(text))
    shown = {entry.id: entry.text for entry in standing.entries}
    assert (shown["V18"], shown["V22"]) == ("圆通", "袖套1个")
    assert room.rules(room.begin(text), "V09") == ["missing"]
    assert room.rules(room.begin(text), "V12b") == ["missing"]


def test_remarks_are_put_together_as_the_shop_does() -> None:
    room = Room(ShopFacts(remark_order="{date} {agent_id} {text}"))
    check = room.begin(order_text(), V22="袖套1个", V16="5")
    remarks = room.standing(check).remarks
    assert remarks is not None
    assert remarks.filling.draft == "11.22 08 加送袖套1个\n11.22 08 退差价5元"


def test_a_remark_without_a_signature_wants_one(room: Room) -> None:
    room.profile = Profile(agent="小李")
    standing = room.standing(room.begin(order_text(), V22="袖套1个"))
    assert standing.remarks is not None
    assert isinstance(standing.remarks.filling, Unfilled)
    assert [want.setting for want in standing.remarks.filling.wants] == ["sign"]


def test_a_long_remark_is_told_in_the_platforms_bytes() -> None:
    room = Room(ShopFacts(platform="taobao"))
    check = room.begin(order_text(), V24="礼" * 290)
    made = room.standing(check).text("remark_yq")
    assert made is not None
    assert isinstance(made.filling, Filled)
    assert made.bytes == len(made.filling.text.encode()) == 886
    assert not made.too_long
    made = room.standing(room.answer(check, V24="礼" * 295)).text("remark_yq")
    assert made is not None
    assert str(made.too_long) == "The remark has 901 bytes; the platform takes 1000."
    room.shop = ShopFacts()
    made = room.standing(room.begin(order_text(), V24="礼" * 400)).text("remark_yq")
    assert made is not None
    assert not made.too_long


def test_a_copied_text_is_remembered(room: Room) -> None:
    check = room.begin(order_text(), V24="手写纸条")
    assert room.rules(check, "V24") == ["special_not_noted"]
    check = room.checks.gave(room.checks.gave(check, "remark_yq"), "remark_yq")
    assert room.rules(check, "V24") == []
    made = room.standing(check).text("remark_yq")
    assert made is not None
    assert made.given
    outputs = room.checks.finish(check).outputs
    assert [(o.output, o.target) for o in outputs] == [
        ("remark_yq", OutputTarget.REMARK)
    ]


def test_the_record_keeps_no_address_and_no_number(room: Room) -> None:
    check = room.begin(order_text(message="写上秘密暗号"), V21__1=True)
    record = room.checks.finish(check)
    assert (record.order, record.agent, record.made) == (
        "4012345678901234567",
        "小李",
        NOW,
    )
    assert record.uid == check.uid
    told = repr(record)
    for private in ("陈静", "13800138005", "天府大道", "桂溪", "秘密"):
        assert private not in told
    whole = room.checks.finish(check, whole=True).personal
    assert whole is not None
    assert (whole.recipient, whole.phone) == ("陈静", "13800138005")
    assert "天府大道" in whole.address


def test_the_record_tells_rules_answers_and_what_was_only_usual(room: Room) -> None:
    check = room.begin(order_text(phone="1380013800"), V28="yes")
    check = room.checks.override(check, "V04", "电话确认过")
    record = room.checks.finish(check)
    items = {item.item: item for item in record.items}
    assert items["V04"].reasons == ("phone_one_digit_short",)
    assert (items["V04"].verdict, items["V04"].overridden) == (ItemVerdict.STOP, True)
    assert (items["V28"].answer, items["V28"].reasons) == ("yes", ())
    assert (items["V26"].answer, items["V26"].reasons) == ("normal", ("usual_answer",))
    assert items["V25b"].verdict is ItemVerdict.NOT_ASKED
    assert not [item for item in items if item.startswith("H")]
    assert record.personal is not None
    assert record.personal.reasons == {"V04": "电话确认过"}


def test_warnings_show_in_the_records_verdict(room: Room) -> None:
    check = room.begin(order_text(), V16="5")
    assert room.checks.finish(check).verdict is Outcome.PASSED_WITH_WARNINGS
    assert room.checks.refuse(check).verdict is Outcome.PASSED_WITH_WARNINGS


def test_finishing_says_what_is_open(room: Room) -> None:
    check = room.begin(order_text(phone="1380013800", status="退款中"))
    with pytest.raises(ChecklistError) as refused:
        room.checks.finish(check)
    assert "手机" in str(refused.value)
    assert "订单状态" in str(refused.value)
    assert room.checks.refuse(check).verdict is Outcome.STOPPED
    wish = room.begin(order_text(message="写上秘密暗号"))
    with pytest.raises(ChecklistError) as refused:
        room.checks.finish(wish, "en")
    assert "The buyer's message" in str(refused.value)
    assert "秘密" not in str(refused.value)


def test_a_list_may_want_more_before_it_ends(room: Room) -> None:
    answers = {
        "B01": "4012345678901234567",
        "B02": "T恤",
        "B03": "short",
        "B04": "11-20 10:00",
        "B05": True,
        "B06": True,
        "B06b": "白色L",
        "B07": "resend",
        "B08": "warehouse",
        "B09": "warehouse",
        "B13": "11-23 18:00",
        "B14": "yes",
    }
    check = room.begin("", "CL-02", **answers)
    standing = room.standing(check)
    assert standing.blocking == ()
    assert str(standing.close) == "处理完要回访一次再关闭"
    with pytest.raises(ChecklistError, match="回访"):
        room.checks.finish(check)
    check = room.answer(check, B15=True)
    assert room.checks.finish(check).checklist == "CL-02"
    assert (
        room.text(check, "remark_bf")
        == "BF 少货 补发白色L ×1 11月23日 18:00前 小李 11.22"
    )


def test_what_is_kept_comes_back(room: Room) -> None:
    first = room.answer(room.begin(order_text(message=WISHES)), V21__1=True)
    second = room.begin("", "CL-08", E02="2026-11-18 15:20")
    for check in (first, second):
        room.checks.keep(check)
    assert room.checks.unfinished() == (first, second)
    room.checks.drop(first)
    room.checks.drop(first)
    assert room.checks.unfinished() == (second,)
    room.kept.kept["odd"] = {"checklist": ["CL-08", "1"], "v": 99}
    room.kept.kept["gone"] = {"checklist": ["CL-99", "1"], "v": 1}
    room.kept.kept["none"] = {}
    assert room.checks.unfinished() == (second,)


def test_drafts_are_not_offered_and_unknown_lists_are_told() -> None:
    lists = [replace(each, draft=each.id == "CL-04") for each in shipped_lists()]
    room = Room(lists=lists)
    offered = [each.id for each in room.checks.checklists]
    assert offered == [each.id for each in lists if each.id != "CL-04"]
    assert room.checks.checklist("CL-04").draft
    with pytest.raises(ChecklistError, match="CL-99"):
        room.checks.begin("", "CL-99")


def test_english_has_every_word(room: Room) -> None:
    check = room.begin(order_text(phone="1380013800", message=WISHES))
    for entry in room.standing(check, "en").entries:
        if entry.item.each is None:
            assert entry.label.isascii(), entry.label
        for finding in entry.findings:
            said = f"{finding.say} {finding.remedy}"
            assert said.replace("顺丰", "").replace("店铺默认快递", "").isascii(), said
    for checklist in room.checks.checklists:
        for item in checklist.items:
            if item.shown:
                assert item.label.zh
                assert item.label.en
            for rule in item.rules:
                assert rule.say.zh
                assert rule.say.en
                assert bool(rule.remedy.zh) == bool(rule.remedy.en)
