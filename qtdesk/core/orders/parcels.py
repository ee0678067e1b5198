"""Courier and tracking number.

The courier behind a number is a guess by its shape, flagged as one: couriers change
their numbers and share some shapes.
"""

import re
from collections.abc import Sequence

from qtdesk.core.orders.draft import Draft
from qtdesk.core.orders.fields import FieldName, Flag, FlagKind, Span
from qtdesk.core.orders.label_words import Topic
from qtdesk.core.orders.labels import Section

_COURIERS = {
    "顺丰": "顺丰速运|顺丰快递|顺丰标快|顺丰特快|顺丰",
    "圆通": "圆通速递|圆通快递|圆通",
    "中通": "中通快递|中通快运|中通",
    "申通": "申通快递|申通",
    "韵达": "韵达速递|韵达快递|韵达快运|韵达",
    "极兔": "极兔速递|极兔快递|极兔",
    "京东": "京东快递|京东物流",
    "德邦": "德邦快递|德邦物流|德邦",
    "邮政": "邮政快递包裹|邮政快递|邮政EMS|邮政平邮|邮政包裹|中国邮政|EMS特快|EMS",
    "百世": "百世快递|百世汇通|百世",
    "菜鸟": "菜鸟速递|菜鸟裹裹|丹鸟",
    "天天": "天天快递",
    "跨越": "跨越速运",
}
_COURIER = re.compile("|".join(_COURIERS.values()), re.IGNORECASE)
_BY_SPELLING = {
    spelling.lower(): courier
    for courier, spellings in _COURIERS.items()
    for spelling in spellings.split("|")
}
_BY_SHAPE = (
    ("顺丰", r"SF\d{13}"),
    ("圆通", r"YT\d{13}"),
    ("极兔", r"JT\d{13}"),
    ("京东", r"JD[A-Z]{0,2}\d{11,13}"),
    ("德邦", r"DPK\d{12}"),
    ("邮政", r"E[A-Z]\d{9}CN|[1-9]\d{12}"),
    ("中通", r"7[3-68]\d{12}"),
    ("申通", r"(?:77|43)\d{12,15}"),
    ("韵达", r"[34]\d{14}|5\d{12}"),
    ("菜鸟", r"621\d{12}"),
)
_SHAPED = [(courier, re.compile(shape)) for courier, shape in _BY_SHAPE]
_LETTERED = re.compile(
    r"(?<![0-9A-Za-z])((?:SF|YT|JT)\d{13}|JD[A-Z]{0,2}\d{11,13}|DPK\d{12}|E[A-Z]\d{9}CN)"
    r"(?![0-9A-Za-z])",
    re.IGNORECASE,
)
_ANY = re.compile(r"[A-Z]{0,4}\d{8,22}[A-Z]{0,2}(?![0-9A-Za-z])", re.IGNORECASE)
_BESIDE_COURIER = re.compile(r"[ :,\x01]{0,4}(\d{12,18})(?!\d)")


def read_parcels(draft: Draft, sections: Sequence[Section]) -> None:
    for section in sections:
        if section.topic is Topic.TRACKING:
            _read_tracking(draft, section.value)
        elif section.topic is Topic.COURIER:
            _read_courier(draft, section.value)
    for found in _LETTERED.finditer(draft.open):
        draft.take(FieldName.TRACKING, Span(*found.span(1)), found[1].upper())
    tracked = draft.find(FieldName.TRACKING)
    if tracked is not None and not draft.has(FieldName.COURIER):
        _guess(draft, tracked.value, tracked.spans)


def _read_tracking(draft: Draft, span: Span) -> None:
    found = _ANY.search(draft.open, *span)
    if found is not None:
        draft.take(FieldName.TRACKING, Span(*found.span()), found[0].upper())
        _read_courier(draft, Span(span.start, found.start()))
        _read_courier(draft, Span(found.end(), span.end))


def _read_courier(draft: Draft, span: Span) -> None:
    found = _COURIER.search(draft.open, *span)
    if found is None:
        return
    courier = _BY_SPELLING[found[0].lower()]
    draft.take(FieldName.COURIER, Span(*found.span()), courier)
    beside = _BESIDE_COURIER.match(draft.open, found.end())
    if beside is not None and not draft.has(FieldName.TRACKING):
        draft.take(FieldName.TRACKING, Span(*beside.span(1)))


def _guess(draft: Draft, number: str, spans: Sequence[Span]) -> None:
    fitting = [name for name, shape in _SHAPED if shape.fullmatch(number)]
    if len(fitting) == 1:
        flag = Flag(FlagKind.COURIER_GUESSED)
        draft.imply(FieldName.COURIER, fitting[0], spans, flag)
