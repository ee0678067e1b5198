"""Every placeholder that is known, under its English and its Chinese names.

A name belongs to one placeholder only. Knows nothing of values.
"""

from enum import Enum, auto
from typing import NamedTuple


class Origin(Enum):
    """Where the value of a placeholder comes from."""

    PROFILE = auto()
    """The agent's settings; wanted while it is empty there."""
    BUYER = auto()
    """The conversation; dropped with its punctuation while nobody tells."""
    DAYPART = auto()
    MOMENT = auto()
    """The clock; may be shifted and takes a form, as `{date+3d:M月D日}`."""
    FIELD = auto()
    """An order, a promotion, a rule of the shop, or else the agent's answer."""
    ASK = auto()
    CHOICE = auto()
    FACT = auto()
    """A frequent fact of the shop, by its name."""
    PHRASE = auto()
    CLIPBOARD = auto()
    CURSOR = auto()


PROMOTION = frozenset({"promo", "promo_rule", "promo_end", "coupon", "gift"})
"""Filled from the promotion of a book; without one there is no such thing."""
FACTS = frozenset({"ship_time", "return_addr", "invoice_time", "unreachable"})
"""Rules of the shop that hold for every buyer: settings of the same names."""
_LASTING = frozenset({"courier", "lead", *FACTS})


def is_lasting(key: str) -> bool:
    """Whether a written answer to this tells nothing of a buyer."""
    return key in _LASTING


class Known(NamedTuple):
    """A placeholder that has a meaning."""

    key: str
    """Its English name, which answers and fields go by."""
    chinese: tuple[str, ...]
    origin: Origin

    @property
    def takes_argument(self) -> bool:
        takers = (Origin.MOMENT, Origin.ASK, Origin.CHOICE, Origin.FACT, Origin.PHRASE)
        return self.origin in takers


# `时间` is left out: a lead who writes `{时间}前答复` means a promise, not the clock.
_TABLE: dict[Origin, dict[str, str]] = {
    Origin.PROFILE: {
        "shop": "店铺 店名",
        "agent": "客服",
        "agent_id": "工号",
        "sign": "署名 落款",
    },
    Origin.BUYER: {"buyer": "买家"},
    Origin.DAYPART: {"daypart": "时段"},
    Origin.MOMENT: {
        "date": "日期 今天",
        "time": "当前时间 现在",
        "weekday": "星期",
    },
    Origin.FIELD: {
        "deadline": "截止时间",
        "order": "订单号",
        "order_tail": "订单尾号",
        "item": "商品",
        "sku": "规格",
        "qty": "数量",
        "amount": "金额",
        "postage_text": "邮费",
        "name": "收件人",
        "phone_masked": "电话",
        "ext": "分机号",
        "address_full": "地址",
        "address_short": "短地址",
        "courier": "快递",
        "tracking": "快递单号 运单号",
        "eta": "预计送达",
        "promo": "活动",
        "promo_rule": "活动规则",
        "promo_end": "活动截止",
        "coupon": "优惠券",
        "gift": "赠品",
        "ship_time": "发货时间",
        "return_addr": "退货地址",
        "invoice_time": "开票时间",
        "unreachable": "不达地区",
        "size": "尺码",
        "height": "身高",
        "weight": "体重",
        "fit_note": "尺码说明",
        "reason": "原因",
        "plan": "方案",
        "promise_time": "承诺时间",
        "lead": "主管",
    },
    Origin.ASK: {"ask": "询问 填写"},
    Origin.CHOICE: {"choice": "选择"},
    Origin.FACT: {"fact": "常用信息 常用"},
    Origin.PHRASE: {"phrase": "话术"},
    Origin.CLIPBOARD: {"clipboard": "剪贴板"},
    Origin.CURSOR: {"cursor": "光标"},
}

KNOWN: tuple[Known, ...] = tuple(
    Known(key, tuple(chinese.split()), origin)
    for origin, names in _TABLE.items()
    for key, chinese in names.items()
)
_BY_NAME = {name: each for each in KNOWN for name in (each.key, *each.chinese)}
NAMES = tuple(_BY_NAME)
"""Every name in either language, for whoever offers the nearest one."""


def known(name: str) -> Known | None:
    """The placeholder called `name`, without case; None where there is none."""
    return _BY_NAME.get(name.casefold())
