"""What expressions may ask of the order and the shop: doubts, wishes, sums.

Reads what the parser left as sentences, such as "要顺丰" or "两件"; decides nothing.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from qtdesk.core.checklists.expressions import Arity
from qtdesk.core.checklists.shop import ShopFacts
from qtdesk.core.checklists.values import Value, number_from
from qtdesk.core.orders import FieldName, FlagKind, Profile, Reading
from qtdesk.core.orders.fields import REGION_LEVELS
from qtdesk.core.orders.writing import region

_NO_READING = Reading("")
_DIGITS = {word: number for number, word in enumerate("零一二三四五六七八九十")}
_DIGITS |= {"两": 2, "俩": 2}
_COUNTED = re.compile(
    r"(?:我|就|只|是|要|拍|买|订|来|共|一共|总共|下单|了)*"
    r"(?:[x×*] ?(\d{1,3})|(\d{1,3}|[一二两俩三四五六七八九十]) ?"
    r"(?:件|条|双|套|盒|瓶|包|箱|台|本|支|份|罐|桶|床))"
    r"(?:哦|啊|呀|呢|吧|的|谢谢|亲|~|～| )*"
)
"""A whole sentence that says how many; "写一张贺卡" is none."""
_REFUSALS = "不要|别发|别用|不发|不走|不收|请勿|勿发|不用|拒收"
_ALIASES = {"顺丰": ("顺丰", "sf"), "邮政": ("邮政", "ems")}
_OTHERS = ("百世", "天天", "优速", "丰网", "跨越", "宅急送", "菜鸟")
"""Couriers that buyers name although few shops have them."""
_NAMED = frozenset(
    {*REGION_LEVELS, FieldName.ITEM, FieldName.SKU, FieldName.DETAIL, FieldName.NAME}
    | {FieldName.BUYER}
)
_TITLE = re.compile(r"抬头[是为]?[ :：]*([^\s,，;；。]{2,60})")
_TAX = re.compile(r"(?:税号|识别号|信用代码)[是为]?[ :：]*([0-9A-Za-z]{6,30})")
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}", re.ASCII)


class OrderFacts:
    """Answers questions of expressions about one order in one shop."""

    def __init__(self, reading: Reading | None, shop: ShopFacts) -> None:
        self._reading = reading or _NO_READING
        self._shop = shop
        self._loose = _loose(self._reading)
        self._flag_names = {flag.kind: flag.figure for flag in self._reading.flags}
        self.functions: Mapping[str, Callable[..., Value]] = {
            "read": lambda name: self._reading.value(_field(name)) or None,
            "reads": lambda name: self._reading.values(_field(name)),
            "flag": lambda kind: FlagKind(str(kind)) in self._flag_names,
            "figure": self._figure,
            "source_mentions": self._source_mentions,
            "asked_quantity": self._asked_quantity,
            "goods_total": self._goods_total,
            "wanted_couriers": lambda: tuple(self._couriers(refused=False)),
            "refused_couriers": lambda: tuple(self._couriers(refused=True)),
            "reaches": self._reaches,
            "whole_address": self._whole_address,
            "quantity_total": self._quantity_total,
            "goods_lines": self._goods_lines,
            "found_title": lambda: self._found(_TITLE),
            "found_tax_number": lambda: self._found(_TAX),
            "found_mail": lambda: self._found(_MAIL),
        }

    def _figure(self, kind: Value) -> Value:
        figure = self._flag_names.get(FlagKind(str(kind)))
        return None if figure is None else Decimal(figure)

    def _source_mentions(self, parts: Value) -> Value:
        words = parts if isinstance(parts, tuple) else (parts,)
        return any(
            isinstance(word, str) and word != "" and word in self._loose
            for word in words
        )

    def _asked_quantity(self) -> Value:
        """How many the buyer's own words ask for; nothing where they do not say."""
        found = [
            Decimal(_DIGITS[number] if number in _DIGITS else int(number))
            for wish in self._reading.values(FieldName.REQUEST)
            for match in [_COUNTED.fullmatch(wish)]
            if match is not None
            for number in [match[1] or match[2]]
        ]
        return found[0] if len(found) == 1 else None

    def _goods_total(self) -> Value:
        """Sum of unit price by quantity; nothing where they do not pair."""
        prices = self._amounts(FieldName.PRICE)
        counts = self._amounts(FieldName.QUANTITY)
        if not prices or len(prices) != len(counts):
            return None
        pairs = zip(prices, counts, strict=True)
        total = Decimal(0)
        for price, count in pairs:
            if price is None or count is None:
                return None
            total += price * count
        return total

    def _quantity_total(self) -> Value:
        counts = self._amounts(FieldName.QUANTITY)
        known = [count for count in counts if count is not None]
        return sum(known, Decimal(0)) if known and len(known) == len(counts) else None

    def _goods_lines(self) -> Value:
        """All that was bought; nothing where what belongs together is not sure."""
        items = self._reading.values(FieldName.ITEM)
        counts = self._reading.values(FieldName.QUANTITY)
        variants = self._reading.values(FieldName.SKU)
        if not items or len(counts) != len(items):
            return None
        if len(variants) != len(items):
            variants = ("",) * len(items)
        rows = zip(items, variants, counts, strict=True)
        return "；".join(
            " ".join(filter(None, (item, sku, f"×{count}")))
            for item, sku, count in rows
        )

    def _found(self, pattern: "re.Pattern[str]") -> Value:
        match = pattern.search(self._loose)
        return match[match.lastindex or 0] if match else None

    def _amounts(self, name: FieldName) -> list[Decimal | None]:
        return [number_from(text) for text in self._reading.values(name)]

    def _couriers(self, *, refused: bool) -> Iterator[str]:
        """Those that the buyer names in a wish, or in one that refuses them."""
        known = (*self._shop.couriers, self._reading.value(FieldName.COURIER), *_OTHERS)
        for name in dict.fromkeys(filter(None, known)):
            spellings = "|".join(map(re.escape, _ALIASES.get(name, (name,))))
            against = re.compile(
                rf"(?:{_REFUSALS}).{{0,3}}(?:{spellings})|(?:{spellings})(?:不要|不行)$"
            )
            for wish in map(str.casefold, self._reading.values(FieldName.REQUEST)):
                if re.search(spellings, wish) and bool(against.search(wish)) is refused:
                    yield name
                    break

    def _reaches(self, courier: Value) -> Value:
        """Whether nothing is known against that courier in the order's region."""
        areas = [
            *self._shop.unreachable.get(str(courier), ()),
            *self._shop.unreachable.get("*", ()),
        ]
        where = "".join(self._reading.value(level) for level in REGION_LEVELS)
        where += self._reading.value(FieldName.DETAIL)
        return not any(area in where for area in areas if area)

    def _whole_address(self) -> Value:
        """Region and detail as on a label; nothing where there is neither."""
        said = self._reading.value
        detail, unit = said(FieldName.DETAIL), said(FieldName.UNIT)
        if self._reading.profile is Profile.CHINA:
            return region(self._reading).replace(" ", "") + detail or None
        places = (said(FieldName.CITY), said(FieldName.PROVINCE))
        country = (said(FieldName.POSTCODE), said(FieldName.COUNTRY))
        return ", ".join(filter(None, (detail, unit, *places, *country))) or None


def _loose(reading: Reading) -> str:
    """The text without what is named in it: a patch against 抬头纹 is no invoice."""
    text = reading.text
    for field in reading.fields:
        if field.name in _NAMED:
            for start, end in field.spans:
                text = text[:start] + " " * (end - start) + text[end:]
    return text


def _field(name: Value) -> FieldName:
    return FieldName(str(name))


ORDER_ARITIES: Mapping[str, Arity] = {
    "read": Arity(1, 1),
    "reads": Arity(1, 1),
    "flag": Arity(1, 1),
    "figure": Arity(1, 1),
    "source_mentions": Arity(1, 1),
    "asked_quantity": Arity(0, 0),
    "goods_total": Arity(0, 0),
    "wanted_couriers": Arity(0, 0),
    "refused_couriers": Arity(0, 0),
    "reaches": Arity(1, 1),
    "whole_address": Arity(0, 0),
    "quantity_total": Arity(0, 0),
    "goods_lines": Arity(0, 0),
    "found_title": Arity(0, 0),
    "found_tax_number": Arity(0, 0),
    "found_mail": Arity(0, 0),
}
