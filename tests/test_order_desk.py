"""What an agent tells of the shop reaches a check, and its end the disk."""

from datetime import timedelta
from decimal import Decimal
from pathlib import Path

from qtdesk.bootstrap import open_data, open_records, write_records
from qtdesk.bootstrap.tables import open_lasting, open_rows
from qtdesk.core.checklists import ShopFacts, Verdict
from qtdesk.core.ports.records import Question
from qtdesk.core.record_reading import RecordReading
from qtdesk.core.settings import Settings
from qtdesk.core.tables import Cell, new_row
from qtdesk.order_desk import open_order_checks, open_rules, shop_of
from tests.fake_books import AtOnce
from tests.sample_rows import NOW

RETURN = {
    "E01": "4012345678901234567",
    "E02": "2026-11-20 15:20",
    "E04": "wrong",
    "E04b": "yes",
}
ORDER = """订单编号：4012345678901234567
商品：圆领短袖T恤 颜色分类:白色 尺码:L ×2
实付：¥128.00（含运费0.00）
收货地址：陈静，86-13800138005，四川省 成都市 武侯区 桂溪街道 天府大道中段530号1栋1单元
"""


def confirmation(folder: Path, settings: Settings) -> str:
    data = open_data(folder)
    checks = open_order_checks(folder, data, lambda: settings)
    standing = checks.standing(checks.begin(ORDER))
    data.flush()
    made = standing.text("confirm")
    assert made is not None
    return made.filling.draft


def test_a_shop_that_tells_nothing_names_no_courier_and_hides_the_number(
    tmp_path: Path,
) -> None:
    said = confirmation(tmp_path, Settings())
    assert "实付：128元（包邮），付款后48小时内发出" in said
    assert "138****8005" in said


def test_the_usual_courier_and_the_whole_number_are_the_shops_choice(
    tmp_path: Path,
) -> None:
    chosen = {"courier": "安能", "full_phone": "on"}
    said = confirmation(tmp_path, Settings().with_changes(chosen))
    assert "（包邮），发安能，付款后48小时内发出" in said
    assert "13800138005" in said


def test_a_platform_brings_its_rules() -> None:
    chosen = Settings().with_changes({"platform": "taobao", "return_addr": "杭州仓"})
    facts = shop_of(chosen)
    assert (facts.platform, facts.return_address) == ("taobao", "杭州仓")
    assert shop_of(Settings()).platform == ""


def test_another_platform_keeps_its_name_and_has_the_common_rules(
    tmp_path: Path,
) -> None:
    facts = shop_of(Settings().with_changes({"platform": "jd"}))
    assert facts.platform == "jd"
    rule = open_rules(tmp_path).of("jd")
    assert rule is not None
    assert rule.platform == ""


def test_the_shops_own_ways_reach_a_check(tmp_path: Path) -> None:
    chosen = Settings().with_changes(
        {
            "postage_free": "on",
            "postage_free_from": "99.5",
            "gift": " 袖套1个 ",
            "stock_is_true": "off",
            "remark_form": "date-agent-text",
            "agent_id": "08",
        }
    )
    facts = shop_of(chosen)
    assert (facts.free_postage, facts.stock_is_true) == (True, False)
    assert (facts.free_from, facts.gift) == (Decimal("99.5"), "袖套1个")
    assert shop_of(Settings()).free_from is None
    data = open_data(tmp_path)
    checks = open_order_checks(tmp_path, data, lambda: chosen)
    standing = checks.standing(checks.begin(ORDER))
    data.flush()
    assert standing.remarks is not None
    # The order's gift, after the date and the agent's number.
    assert standing.remarks.filling.draft.endswith(" 08 加送袖套1个")
    stock = standing.entry("V19")
    assert stock is not None
    assert stock.verdict is Verdict.TODO
    assert shop_of(Settings()).remark_order == ShopFacts().remark_order


def test_the_address_for_returns_is_the_fact_before_the_setting(
    tmp_path: Path,
) -> None:
    data = open_data(tmp_path)
    settings = Settings(return_addr="旧仓")

    def address() -> object:
        checks = open_order_checks(tmp_path, data, lambda: settings)
        check = checks.begin("", "CL-08")
        for entry, answer in RETURN.items():
            check = checks.set(check, entry, answer)
        found = checks.standing(check).entry("E17")
        return found.value if found is not None else None

    assert address() == "旧仓"
    fact: dict[str, Cell] = {"key": "退货地址", "value": "新仓", "may_paste": True}
    row = new_row("facts", NOW, "小李", fact)
    rows = open_lasting(data)
    rows.put((row,))
    assert address() == "新仓"
    over = {**fact, "valid_until": NOW.date() - timedelta(days=1)}
    rows.put((row.changed(over, NOW, "小李"),))
    assert address() is None
    data.flush()


def test_a_return_that_ends_leaves_its_row_and_its_record_on_the_disk(
    tmp_path: Path,
) -> None:
    data = open_data(tmp_path)
    settings = Settings(agent="小李", return_addr="杭州仓")
    checks = open_order_checks(tmp_path, data, lambda: settings)
    check = checks.begin("", "CL-08")
    for entry, answer in RETURN.items():
        check = checks.set(check, entry, answer)
    records, rows = open_records(tmp_path), open_rows(tmp_path)
    reading = RecordReading(*(lambda: records, AtOnce(), write_records), lambda: rows)
    told: list[object] = []
    for _end in range(2):
        reading.add(checks.finish(check), told.append, checks.rows(check))
    assert told == [None, None]
    (row,) = open_rows(tmp_path).of("returns")
    assert (row.uid, row.agent) == (f"{check.uid}-1", "小李")
    assert row.cells["reason"] == "wrong"
    assert len(records.find(Question()).records) == 1
    reading.forget("4012345678901234567", lambda _: None)
    assert list(open_rows(tmp_path).of("returns")) == []
    data.flush()
