"""What an order lacks, judged by its fields alone.

A correction by the agent is judged by the same rules, so that a doubt goes with its
cause.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from qtdesk.core.orders.fields import Field, FieldName, Flag, FlagKind, Profile

_REMOTE = re.compile("新疆|西藏|香港|澳门|台湾")
_OUTSIDE = re.compile("香港|澳门|台湾")
_PICKUP = re.compile("自提|驿站|代收|快递柜|丰巢|菜鸟|快递点")
_MASK = re.compile(r"\*{2}|\*$|^\*|[xX]{3}|＊")
_PHONES = (FieldName.MOBILE, FieldName.SECOND_PHONE, FieldName.LANDLINE)
_MASKABLE = (FieldName.NAME, *_PHONES, FieldName.DETAIL)

_Present = Mapping[FieldName, Field]


def missing(
    profile: Profile, fields: Iterable[Field], *, districtless: bool
) -> Iterator[Flag]:
    """The doubts that follow from which fields are there, and from their values.

    `districtless` says that the city is one of the few that have no districts.
    """
    present: dict[FieldName, Field] = {}
    for field in fields:
        present.setdefault(field.name, field)
    if FieldName.NAME not in present:
        yield Flag(FlagKind.NAME_MISSING)
    if not any(name in present for name in _PHONES):
        yield Flag(FlagKind.PHONE_MISSING)
    if profile is Profile.CHINA:
        yield from _address(present, districtless=districtless)
    elif FieldName.DETAIL not in present:
        yield Flag(FlagKind.DETAIL_MISSING)
    if any(name in present and _is_masked(present[name]) for name in _MASKABLE):
        yield Flag(FlagKind.MASKED)
    if FieldName.EXTENSION in present:
        yield Flag(FlagKind.VIRTUAL_NUMBER)


def _is_masked(field: Field) -> bool:
    return _MASK.search(field.value) is not None


def _address(present: _Present, *, districtless: bool) -> Iterator[Flag]:
    province = _value(present, FieldName.PROVINCE)
    city = _value(present, FieldName.CITY)
    outside = _OUTSIDE.match(province) is not None
    if not province:
        yield Flag(FlagKind.PROVINCE_MISSING)
    if not city and not outside:
        yield Flag(FlagKind.CITY_MISSING)
    if FieldName.DISTRICT not in present and not districtless and not outside:
        yield Flag(FlagKind.DISTRICT_MISSING)
    detail = _value(present, FieldName.DETAIL)
    if not detail:
        if FieldName.STREET not in present:
            yield Flag(FlagKind.STREET_MISSING)
        yield Flag(FlagKind.DETAIL_MISSING)
    if _REMOTE.match(province):
        yield Flag(FlagKind.REMOTE_AREA)
    if _PICKUP.search(detail):
        yield Flag(FlagKind.PICKUP_POINT)


def _value(present: _Present, name: FieldName) -> str:
    return present[name].value if name in present else ""
