"""What an agent tells of the shop in the settings reaches the check of an order."""

from decimal import Decimal
from pathlib import Path

from qtdesk.bootstrap import open_data
from qtdesk.core.checklists import ShopFacts, Verdict
from qtdesk.core.settings import Settings
from qtdesk.order_desk import open_order_checks, open_rules, shop_of

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
