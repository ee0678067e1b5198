"""Order checks over the shipped lists and regions, with a clock that stands still."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from qtdesk import paths
from qtdesk.bootstrap.tables import open_tables
from qtdesk.core.checklists import CHINA, Check, ShopFacts, Standing, Verdict
from qtdesk.core.order_checks import OrderChecks
from qtdesk.core.orders import OrderReader, Regions
from qtdesk.core.rules import RuleBook
from qtdesk.core.templates import Profile
from qtdesk.order_desk import open_checklists, open_rules

NOWHERE = Path("no-such-folder")
NOW = datetime(2026, 11, 22, 16, 5, tzinfo=CHINA)
PROFILE = Profile("小店", "小李", "08", "小李")


class FakeUnfinished:
    """Checks under way, in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, Mapping[str, Any]] = {}

    def all(self) -> tuple[Mapping[str, Any], ...]:
        return tuple(self.kept.values())

    def keep(self, uid: str, fields: Mapping[str, Any]) -> None:
        self.kept[uid] = dict(fields)

    def drop(self, uid: str) -> None:
        self.kept.pop(uid, None)


@cache
def shipped_lists() -> Any:
    return open_checklists(NOWHERE)


@cache
def shipped_tables() -> Any:
    return open_tables(NOWHERE)


@cache
def shipped_rules() -> RuleBook:
    return open_rules(NOWHERE)


@cache
def shipped_reader() -> OrderReader:
    text = (paths.resources() / "regions" / "regions.txt").read_text("utf-8")
    return OrderReader(Regions(text))


class Room:
    """One agent's checks, and short ways to say what a test says often."""

    def __init__(
        self,
        shop: ShopFacts | None = None,
        now: datetime = NOW,
        lists: Any = None,
        rules: RuleBook | None = None,
    ) -> None:
        self.now = now
        self.kept = FakeUnfinished()
        self.shop = shop or ShopFacts()
        self.profile = PROFILE
        self.checks = OrderChecks(
            shipped_lists() if lists is None else lists,
            shipped_reader(),
            shipped_rules() if rules is None else rules,
            lambda: self.shop,
            lambda: self.profile,
            lambda: self.now,
            self.kept,
            shipped_tables(),
        )

    def begin(self, text: str = "", checklist: str = "CL-01", **answers: Any) -> Check:
        return self.answer(self.checks.begin(text, checklist), **answers)

    def answer(self, check: Check, **answers: Any) -> Check:
        for entry, value in answers.items():
            check = self.checks.set(check, entry.replace("__", "."), value)
        return check

    def standing(self, check: Check, language: str = "zh_CN") -> Standing:
        return self.checks.standing(check, language)

    def rules(self, check: Check, entry: str) -> list[str]:
        """Names of what is wrong with an entry."""
        found = self.standing(check).entry(entry)
        return [] if found is None else [each.rule for each in found.findings]

    def verdict(self, check: Check, entry: str) -> Verdict | None:
        found = self.standing(check).entry(entry)
        return found.verdict if found is not None else None

    def text(self, check: Check, output: str) -> str | None:
        """A text of the check where it applies; a draft has its gaps in braces."""
        made = self.standing(check).text(output)
        return made.filling.draft if made is not None else None


ORDER = {
    "order": "4012345678901234567",
    "buyer": "tb_qiqi88",
    "time": "2026-11-22 10:20:30",
    "item": "圆领短袖T恤",
    "sku": "颜色分类:白色 尺码:L",
    "qty": "2",
    "price": "64.00",
    "freight": "0.00",
    "discount": "",
    "paid": "128.00",
    "courier": "",
    "message": "",
    "name": "陈静",
    "phone": "13800138005",
    "address": "四川省 成都市 武侯区 桂溪街道 天府大道中段530号1栋1单元",
    "status": "",
}
"""A clean order, part by part."""
_LABELS = {
    "order": "订单编号",
    "buyer": "买家昵称",
    "time": "付款时间",
    "item": "商品",
    "sku": "",
    "qty": "数量",
    "price": "单价",
    "discount": "优惠",
    "freight": "运费",
    "paid": "实付",
    "courier": "快递公司",
    "message": "买家留言",
    "status": "订单状态",
}
SHAPES = ("lines", "glued", "labelled")


def order_text(shape: str = "lines", **parts: str) -> str:
    """An order as it is copied, with `parts` in place of those of `ORDER`."""
    told = {**ORDER, **parts}
    lines = []
    for key, label in _LABELS.items():
        if told[key]:
            lines.append(f"{label}：{told[key]}" if label else told[key])
    where = {
        "lines": f"收货地址：{told['name']}，{told['phone']}，{told['address']}",
        "glued": f"{told['name']} {told['phone']} {told['address'].replace(' ', '')}",
        "labelled": (
            f"收货人：{told['name']}\n手机号码：{told['phone']}\n"
            f"收货地址：{told['address']}"
        ),
    }[shape]
    return "\n".join([*lines, where])
