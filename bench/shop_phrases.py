"""Phrases of a shop in any number, the same each time, for measurements of the search.

Titles, codes, keywords and texts are put together from what shops talk about, with
some traditional and full-width writing, rare characters and emoji among them.
"""

import random
from collections import Counter
from collections.abc import Iterator

from qtdesk.core.phrases import Book, Phrase, PhraseColumns, Stage

BOOK = "bench"

_TOPICS = {
    "greet": "欢迎进店 老客回访 早安问候 忙碌稍等 离线留言 节日祝福 转接同事",
    "ask": "尺码推荐 色差说明 材质说明 是否正品 产地说明 保质期 适用人群 起批数量",
    "recommend": "搭配推荐 对比推荐 新品推荐 平替推荐 直播间推荐 套装推荐",
    "answer": "发货时间 默认快递 发票说明 洗涤保养 使用教程 功能介绍 重量长度 库存查询",
    "bargain": "还能便宜吗 满减规则 优惠券领取 价格解释 赠品说明 会员权益 保价说明",
    "pay": "催付提醒 付款失败 花呗分期 定金尾款 银行卡限额 对公转账 红包抵扣",
    "verify": "核对地址 修改地址 修改规格 拍错重拍 合并订单 备注说明 拆单说明",
    "ship": "催发货 延迟发货 快递查询 物流停滞 转寄地址 快递拦截 丢件处理 驿站代收",
    "after": "退货流程 退款到账 七天无理由 运费险 质量问题 漏发补寄 重新发货 过敏处理",
    "review": "邀请评价 差评安抚 追评邀请 感谢好评 中评回访 晒图感谢",
    "complaint": "安抚情绪 升级主管 平台介入 赔付说明 假一赔十 举证说明",
    "farewell": "道别祝福 感谢光临 收藏店铺 下次再来",
    "follow": "签收回访 使用回访 补货通知 降价通知 复购提醒",
}
_KINDS = (
    *("加厚", "磁吸", "防水", "便携", "折叠", "无线", "智能", "大容量", "复古", "宽松"),
    *("显瘦", "纯棉", "真丝", "羊毛", "不锈钢", "实木", "儿童", "商务", "静音", "防滑"),
)
_THINGS = (
    *("手机壳", "充电器", "保温杯", "连衣裙", "牛仔裤", "羽绒服", "运动鞋", "行李箱"),
    *("台灯", "床垫", "四件套", "沙发", "空气炸锅", "吹风机", "洗衣液", "面膜", "口红"),
    *("奶粉", "纸尿裤", "猫粮", "坚果", "茶叶", "螺蛳粉", "蓝牙耳机", "键盘", "显示器"),
    *("路由器", "门锁", "窗帘", "雨伞", "帐篷", "弹簧床", "音乐盒", "人参", "绿豆糕"),
)
_NAMES = (
    *("iPhone 15 Pro", "HUAWEI Mate60", "小米14", "Apple Watch", "AirPods", "Switch"),
    *("SK-II", "Type-C数据线", "USB扩展坞", "MacBook", "Kindle", "JBL音箱", "LEGO积木"),
)
_COURIERS = (
    "顺丰",
    "圆通",
    "中通",
    "申通",
    "韵达",
    "极兔",
    "邮政EMS",
    "京东快递",
    "德邦",
)
_CITIES = (
    "新疆",
    "西藏",
    "重庆",
    "西安",
    "长沙",
    "成都",
    "厦门",
    "荥阳",
    "六安",
    "蚌埠",
)
_TURNS = (
    "",
    "",
    "",
    "话术",
    "模板",
    "（新）",
    "-大促",
    " · 简短",
    " · 详细",
    "VIP",
    "2",
)
_KEYWORDS = (
    *("怎么还不发", "什么时候到", "能便宜点吗", "不想要了", "有没有货", "多久退钱"),
    *("寄错了", "坏了", "没收到", "要发票", "包邮吗", "尺码多大", "会起球吗", "在吗"),
)
_TAGS = ("大促", "新品", "致歉", "催单", "规则", "敏感", "必读", "常用", "VIP", "女装")
_OPENINGS = ("亲，", "您好，", "亲亲～", "您好呀，", "", "", "不好意思，", "感谢您，")
_SENTENCES = (
    *(
        "付款后{n}小时内安排发货，发出后订单里会有单号",
        "仓库正在加急打包，请您再等一等",
    ),
    *("{courier}显示包裹已经到了{city}分拨中心", "物流{n}小时没有更新，我这就联系网点"),
    *(
        "退款会在{d}个工作日内原路退回您的账户",
        "吊牌完好不影响再卖，就可以七天无理由退换",
    ),
    *("质量问题来回运费由我们承担", "请您拍一张清楚的照片，我好替您核实"),
    *("这款{thing}建议拍大一码", "{kind}{thing}现在有现货，今天拍今天发"),
    *("图片因为灯光会有轻微色差，以实物为准", "满{n}减{d}，优惠券在首页领取"),
    *("地址已经替您改好了，请核对一下", "电子发票会在签收后发到您的邮箱"),
    *("很抱歉给您添了麻烦，我来跟进到解决为止", "这个我要问一下主管，{d}小时内回您"),
    *("{name}全国联保一年", "净重{d}公斤，长度{n}厘米", "重新发出的单号是SF{n}0{d}"),
    *("银行处理要{d}个工作日，到账会有短信", "请不要把验证码告诉任何人"),
    *(
        "安装师傅会在{d}天内打电话预约",
        "首次使用前请先清洗晾干",
        "{city}暂时只能发{courier}",
    ),
)
_ENDINGS = ("。", "～", "哦。", "😊", "🌹", "，您看可以吗？", "，还有别的要问吗？", "❤️")
_TRADITIONAL = str.maketrans(
    "发货时间订单处退换优惠质问题请联系谢产价",
    "發貨時間訂單處退換優惠質問題請聯繫謝產價",
)
_WIDE = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)})
_TRADITIONAL_SHARE, _WIDE_SHARE = 0.02, 0.03


def shop_book(count: int) -> Book:
    """A book of `count` phrases; equal counts give equal books."""
    stages = tuple(Stage(key, topics.split()[0][:2]) for key, topics in _TOPICS.items())
    columns = PhraseColumns.of(_phrases(count))
    return Book(BOOK, "测量用话术", "zh-CN", str(count), stages, columns)


def _phrases(count: int) -> Iterator[Phrase]:
    chance = random.Random(7)  # noqa: S311 - the same each time is the point
    codes: Counter[str] = Counter()
    keys = list(_TOPICS)
    for number in range(count):
        stage = keys[number * len(keys) // count]
        topic = chance.choice(_TOPICS[stage].split())
        title, text = _title(topic, chance), _text(chance)
        turn = chance.random()
        if turn < _TRADITIONAL_SHARE:
            title, text = title.translate(_TRADITIONAL), text.translate(_TRADITIONAL)
        elif turn < _WIDE_SHARE:
            title, text = title.translate(_WIDE), text.translate(_WIDE)
        yield Phrase(
            *(BOOK, f"p{number}", stage, topic, title, (text,), _code(codes, chance)),
            tuple(chance.sample(_KEYWORDS, chance.choice((0, 1, 2, 2, 3)))),
            tuple(chance.sample(_TAGS, chance.choice((0, 1, 1, 2)))),
        )


def _title(topic: str, chance: random.Random) -> str:
    rare = "".join(chr(chance.randrange(0x4E00, 0x9FA0)) for _ in range(2))
    return chance.choice(
        (
            f"{topic}{chance.choice(_TURNS)}",
            f"{topic} · {chance.choice(_THINGS)}",
            f"{chance.choice(_KINDS)}{chance.choice(_THINGS)}{topic}",
            f"{chance.choice(_NAMES)} {topic}",
            f"{chance.choice(_COURIERS)}{topic}{chance.choice(_TURNS)}",
            f"{topic} {rare}{chance.choice(_TURNS)}",
        )
    )


def _text(chance: random.Random) -> str:
    wanted = min(180, max(20, int(chance.lognormvariate(4.2, 0.5))))
    text = chance.choice(_OPENINGS)
    while len(text) < wanted:
        text += chance.choice(_SENTENCES).format(
            n=chance.randint(12, 999),
            d=chance.randint(1, 30),
            courier=chance.choice(_COURIERS),
            city=chance.choice(_CITIES),
            thing=chance.choice(_THINGS),
            kind=chance.choice(_KINDS),
            name=chance.choice(_NAMES),
        ) + chance.choice(("，", "。", "；"))
    return text[:-1] + chance.choice(_ENDINGS)


def _code(codes: Counter[str], chance: random.Random) -> str:
    if chance.random() < 0.4:  # noqa: PLR2004 - so many have none
        return ""
    letters = "".join(
        chance.choices("abcdefghjklmnpqrstwxyz", k=chance.choice((2, 3, 4)))
    )
    codes[letters] += 1
    return letters if codes[letters] == 1 else f"{letters}{codes[letters]}"
