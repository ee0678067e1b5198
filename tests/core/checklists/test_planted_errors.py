"""Sixty orders with one planted error each, and sixty clean ones."""

from decimal import Decimal
from typing import Any, NamedTuple

import pytest

from qtdesk.core.checklists import ShopFacts, Verdict
from tests.checking_room import SHAPES, Room, order_text

SHANGHAI = "上海市 浦东新区 张江镇 祖冲之路887弄72号3楼"
BARE = "四川省 成都市 武侯区 桂溪街道 "


class Planted(NamedTuple):
    """One wrong thing, and who has to say so."""

    entry: str
    rule: str
    parts: dict[str, str]
    answers: dict[str, Any] = {}  # noqa: RUF012 - read only
    shop: ShopFacts = ShopFacts()
    earlier: int = 0


def planted(entry: str, rule: str, **parts: str) -> Planted:
    return Planted(entry, rule, parts)


PLANTED = [
    planted("V04", "phone_one_digit_short", phone="1380013800"),
    planted("V04", "missing", phone="138 0013 800"),
    planted("V04", "phone_short", phone="138001380", address=SHANGHAI),
    planted("V04", "phone_one_digit_long", phone="138001380055"),
    planted("V04", "phone_one_digit_long", phone="159000022221", address=SHANGHAI),
    planted("V04", "missing", phone=""),
    planted("V04", "phone_hotline", phone="4008123123"),
    planted("V03", "missing", name=""),
    planted("V03", "name_is_title", name="先生"),
    planted("V06", "missing", address="天府大道中段530号1栋1单元"),
    planted("V08", "district_missing", address="四川省 成都市 天府大道中段530号1栋"),
    planted("V08", "district_missing", address="浙江省 杭州市 文一西路969号5号楼"),
    planted("V08", "district_missing", address="云南省 昆明市 学府路296号2栋"),
    planted("V08", "region_conflict", address="浙江省 南京市 玄武区 珠江路1号3栋"),
    planted("V08", "region_conflict", address="湖北省 武汉市 余杭区 文一西路969号"),
    planted("V08", "region_conflict", address="南京市雨花区软件大道1号2栋"),
    planted("V08", "region_conflict", address="四川省 成都市 浦东新区 天府大道5号"),
    planted("V10", "missing", address="四川省 成都市 武侯区 桂溪街道"),
    planted("V10", "missing", address="广东省 深圳市 南山区"),
    planted("V10", "detail_weak", address=BARE + "天府大道"),
    planted("V10", "detail_weak", address="浙江省 杭州市 余杭区 仓前街道 文一西路"),
    planted("V10", "pickup_point", address=BARE + "天府大道530号菜鸟驿站"),
    planted("V10", "pickup_point", address=BARE + "天府大道530号丰巢快递柜"),
    planted("V12", "missing", item="", sku=""),
    planted("V13", "missing", qty=""),
    planted("V13", "quantity_mismatch", message="要三件"),
    planted("V13", "quantity_mismatch", message="我要3件哦，谢谢"),
    planted("V13", "quantity_mismatch", qty="1", price="128.00", message="两件"),
    planted("V13", "quantity_mismatch", message="x5"),
    planted("V15", "missing", paid=""),
    planted("V15", "amount_mismatch", paid="118.00"),
    planted("V15", "amount_mismatch", paid="128.00", freight="10.00"),
    planted("V15", "amount_mismatch", paid="128.00", discount="8.00"),
    planted("V15", "amount_mismatch", paid="127.98"),
    Planted("V15b", "promised_price_differs", {}, {"V15b": "120"}),
    Planted("V16", "adjust_not_noted", {}, {"V16": "5"}),
    Planted(
        "V17",
        "postage_was_free",
        {"freight": "10.00", "paid": "138.00"},
        shop=ShopFacts(free_from=Decimal(99)),
    ),
    planted("V18", "courier_refused", courier="中通", message="不要发中通"),
    planted("V18", "courier_refused", courier="百世", message="别发百世"),
    Planted(
        "V18",
        "courier_refused",
        {"message": "不要韵达"},
        shop=ShopFacts(courier="韵达"),
    ),
    planted("V18", "courier_left_open", message="不要发极兔"),
    planted("V18", "courier_not_as_wished", courier="圆通", message="要顺丰"),
    planted("V18", "courier_not_as_wished", message="麻烦发京东"),
    Planted(
        "V18",
        "courier_unreachable",
        {"courier": "极兔", "address": "西藏自治区 拉萨市 城关区 八廓街道 北京中路1号"},
        shop=ShopFacts(unreachable={"极兔": ("西藏",)}),
    ),
    planted(
        "V18", "remote_area", address="新疆维吾尔自治区 乌鲁木齐市 天山区 解放北路10号"
    ),
    Planted("V19", "missing", {}, shop=ShopFacts(stock_is_true=False)),
    planted("V20", "missing", message="拍重了，帮我看看"),
    Planted("V20", "checked_before", {}, earlier=1),
    planted("V21.1", "missing", message="送个袋子"),
    planted("V21.2", "missing", message="要顺丰，送个袋子"),
    planted("V23b", "missing", message="要开发票，税号 91330100MA27XXXX1X"),
    planted("V23c", "missing", message="开发票 抬头：杭州某某有限公司"),
    planted("V23c", "tax_number_odd", message="开票抬头：某某公司 税号：91330100MA"),
    planted("V23", "missing", message="要发票"),
    Planted("V25b", "promise_too_late", {}, {"V25": "day", "V25b": "2026-11-25 10:00"}),
    planted("V25", "ship_overdue", time="2026-11-19 09:00:00"),
    planted("V26", "order_refunding", status="退款中"),
    planted("V26", "order_refunding", status="买家申请退款"),
    planted("V26", "order_closed", status="交易关闭"),
    planted("V27", "missing", message="地址改一下，不是这个"),
]


def test_there_are_sixty() -> None:
    assert len(PLANTED) == 60


@pytest.mark.parametrize(
    ("case", "shape"),
    [(case, SHAPES[n % 2 * 2]) for n, case in enumerate(PLANTED)],
    ids=[f"{n}-{case.rule}" for n, case in enumerate(PLANTED)],
)
def test_the_planted_error_is_found(case: Planted, shape: str) -> None:
    room = Room(case.shop)
    check = room.checks.begin(order_text(shape, **case.parts), earlier=case.earlier)
    check = room.answer(check, **case.answers)
    entry = room.standing(check).entry(case.entry)
    assert entry is not None
    assert case.rule in [finding.rule for finding in entry.findings]
    assert entry.verdict not in (Verdict.OK, Verdict.NOTE)


PEOPLE = [
    ("陈静", "13800138005", "四川省 成都市 武侯区 桂溪街道 天府大道中段530号1栋"),
    ("张三", "13912345678", "浙江省 杭州市 余杭区 仓前街道 文一西路969号5号楼"),
    ("李小龙", "18600001111", "北京市 北京市 朝阳区 建外街道 建国路93号8号楼1201"),
    ("王芳", "15900002222", SHANGHAI),
    ("欧阳雪", "17700003333", "广东省 深圳市 南山区 粤海街道 高新南七道18号"),
    ("刘海江", "13800138003", "河南省 济源市 沁园街道 沁园中路100号"),
    ("韩丽丽", "13800138001", "广东省 东莞市 望牛墩镇 赤滘村南昌南路53号"),
    ("杨寅", "13800138006", "江苏省 南京市 玄武区 珠江路498号未来城B座946室"),
    ("周慧敏", "18800004444", "湖北省 武汉市 洪山区 珞喻路1037号韵苑14栋"),
    ("赵六", "18400000013-7804", "山东省 青岛市 市南区 香港中路40号旗舰大厦2208"),
    ("孙晓", "15100006666", "福建省 厦门市 思明区 嘉莲街道 莲前西路88号"),
    ("吴迪", "18500007777", "重庆市 重庆市 渝中区 民族路188号环球金融中心30层"),
    ("郑凯", "13300008888", "陕西省 西安市 雁塔区 小寨路街道 长安中路123号"),
    ("冯丽", "18900009999", "湖南省 长沙市 岳麓区 金星中路319号5栋602"),
    ("周女士", "021-58980000", "上海市 浦东新区 川沙新镇 川沙路5600弄12号301室"),
    ("何勇", "13500001234", "辽宁省 大连市 甘井子区 泡崖街道 玉境路16号"),
    ("高圆", "15000004321", "云南省 昆明市 五华区 龙翔街道 学府路296号"),
    ("马冬梅", "17800005678", "河北省 石家庄市 裕华区 裕兴街道 槐安东路99号8号楼"),
    ("林志远", "13100008765", "广西壮族自治区 南宁市 青秀区 民族大道131号"),
    ("许晴", "18200001357", "黑龙江省 哈尔滨市 南岗区 花园街道 西大直街92号"),
]
PURCHASES: list[dict[str, str]] = [
    {},
    {
        "item": "抽纸100抽24包整箱",
        "sku": "",
        "qty": "1",
        "price": "39.90",
        "paid": "39.90",
    },
    {
        "item": "不锈钢保温杯500ml",
        "freight": "8.00",
        "paid": "136.00",
        "courier": "中通快递",
    },
    {"item": "连衣裙", "discount": "20.00", "paid": "108.00", "message": "无"},
    {"order": "260101-123456789012345", "item": "坚果礼盒1.5kg", "message": "谢谢老板"},
    {
        "item": "女鞋",
        "sku": "鞋码：38",
        "qty": "1",
        "price": "199.00",
        "paid": "199.00",
    },
    {
        "item": "抬头纹贴6片装 退款中也能用",
        "discount": "",
        "courier": "圆通",
        "message": "没有",
    },
    {"item": "手机壳 iPhone15", "price": "", "freight": "", "paid": "29.80"},
    {"item": "顺丰包邮大闸蟹券", "qty": "2", "courier": "顺丰", "message": "暂无"},
    {"item": "预留孔置物架", "buyer": "", "time": "2026-11-21 23:10:00"},
]


def clean(number: int) -> tuple[str, dict[str, str]]:
    """Each person once in each shape, with what was bought going round."""
    who = dict(zip(("name", "phone", "address"), PEOPLE[number // 3], strict=True))
    return SHAPES[number % 3], {**PURCHASES[number // 3 % 10], **who}


CLEAN = [clean(number) for number in range(60)]


def test_at_most_two_of_sixty_clean_orders_are_stopped() -> None:
    room = Room()
    stopped = []
    for shape, parts in CLEAN:
        standing = room.standing(room.begin(order_text(shape, **parts)))
        if not standing.may_finish:
            found = [(e.id, [f.rule for f in e.findings]) for e in standing.blocking]
            stopped.append((shape, parts.get("item", ""), found))
    assert len(stopped) <= 2, stopped


def test_clean_orders_are_nearly_all_green_without_a_click() -> None:
    room = Room()
    doubtful = []
    for shape, parts in CLEAN:
        standing = room.standing(room.begin(order_text(shape, **parts)))
        warned = [e.id for e in standing.entries if e.verdict is Verdict.WARN]
        if warned:
            doubtful.append((shape, parts, warned))
    assert len(doubtful) <= 3, doubtful


@pytest.mark.parametrize(
    "wish",
    [
        "写一张贺卡",
        "第二件半价给我算上",
        "顺丰不要到付",
        "发顺丰，不要到付",
        "多送两个袋子",
        "放门口",
        "不要放驿站",
        "周末送货",
        "包装好一点",
        "匿名发货",
        "送到三单元门口",
        "一起的还有个杯子别压坏",
    ],
)
def test_a_wish_is_open_and_nothing_else(wish: str) -> None:
    room = Room(ShopFacts(courier="顺丰"))
    standing = room.standing(room.begin(order_text(message=wish)))
    wrong = {e.id for e in standing.entries if e.verdict is not Verdict.OK}
    assert wrong <= {"V21.1", "V21.2"}, wrong


@pytest.mark.parametrize(
    ("wish", "wanted", "refused"),
    [
        ("不要中通", False, True),
        ("别发中通快递", False, True),
        ("中通不要", False, True),
        ("不要给我发中通", False, True),
        ("要中通", True, False),
        ("中通不要放驿站", True, False),
        ("发中通吧", True, False),
        ("谢谢", False, False),
    ],
)
def test_who_is_wanted_and_who_is_not(wish: str, wanted: bool, refused: bool) -> None:
    room = Room(ShopFacts(courier="圆通"))
    rules = room.rules(room.begin(order_text(message=wish)), "V18")
    assert ("courier_not_as_wished" in rules) is wanted
    check = room.begin(order_text(message=wish, courier="中通"))
    assert ("courier_refused" in room.rules(check, "V18")) is refused


def test_every_item_of_the_trade_is_there() -> None:
    ids = {item.id for item in Room().checks.checklist("CL-01").items}
    assert {f"V{number:02}" for number in range(1, 29)} <= ids
