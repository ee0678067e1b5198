"""An order written out again: labelled lines, and values without what is private.

What is written here is read again to the same fields. Labels are Chinese whatever the
interface speaks, since these texts go into Chinese chats and remarks.
"""

from qtdesk.core.orders.fields import REGION_LEVELS, FieldName
from qtdesk.core.orders.reading import Reading

_LINES = (
    ("订单编号", FieldName.ORDER),
    ("买家昵称", FieldName.BUYER),
    ("下单时间", FieldName.ORDERED_AT),
    ("商品", FieldName.ITEM),
    ("规格", FieldName.SKU),
    ("数量", FieldName.QUANTITY),
    ("单价", FieldName.PRICE),
    ("优惠", FieldName.DISCOUNT),
    ("运费", FieldName.FREIGHT),
    ("实付", FieldName.PAID),
    ("快递公司", FieldName.COURIER),
    ("运单号", FieldName.TRACKING),
    ("收货人", FieldName.NAME),
    ("手机", FieldName.MOBILE),
    ("备用电话", FieldName.SECOND_PHONE),
    ("固定电话", FieldName.LANDLINE),
)
_HIDDEN = "*"
_SHOWN_OF_NUMBER = (3, 4)
_SHOWN_OF_DETAIL = 2
_PRIVATE_NUMBERS = (
    FieldName.MOBILE,
    FieldName.SECOND_PHONE,
    FieldName.LANDLINE,
    FieldName.ORDER,
    FieldName.TRACKING,
)
_PRIVATE_WORDS = (FieldName.DETAIL, FieldName.OTHER_ADDRESS, FieldName.UNIT)


def phone(reading: Reading) -> str:
    """The mobile number as it is to be dialled: with its extension, if it has one."""
    parts = (reading.value(FieldName.MOBILE), reading.value(FieldName.EXTENSION))
    return "-".join(part for part in parts if part)


def region(reading: Reading) -> str:
    """Province to street, apart by spaces; a municipality is named once."""
    names = [reading.value(level) for level in REGION_LEVELS]
    return " ".join(dict.fromkeys(name for name in names if name))


def written(reading: Reading) -> str:
    """All fields in labelled lines; reads back to the same fields."""
    lines: list[str] = []
    for label, name in _LINES:
        values = [phone(reading)] if name is FieldName.MOBILE else reading.values(name)
        lines += [f"{label}：{value}" for value in values if value]
    for label, value in (
        ("所在地区", region(reading)),
        ("详细地址", reading.value(FieldName.DETAIL)),
        ("邮编", reading.value(FieldName.POSTCODE)),
        ("买家留言", "；".join(reading.values(FieldName.REQUEST))),
        *(("备注", remark) for remark in reading.values(FieldName.REMARK)),
    ):
        if value:
            lines.append(f"{label}：{value}")
    return "\n".join(lines)


def masked(name: FieldName, value: str) -> str:
    """`value` with what only the parcel needs hidden; places and goods stay."""
    if name in {FieldName.NAME, FieldName.BUYER}:
        return value[:1] + _HIDDEN * 2
    if name in _PRIVATE_NUMBERS:
        first, last = _SHOWN_OF_NUMBER
        if len(value) <= first + last:
            return _HIDDEN * len(value)
        return value[:first] + _HIDDEN * 4 + value[-last:]
    if name in _PRIVATE_WORDS:
        return value[:_SHOWN_OF_DETAIL] + _HIDDEN * 4
    return value
