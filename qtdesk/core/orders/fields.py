"""What is read in an order: fields, where they stand, and what is doubtful in them.

Plain values; how they are found is told in the other modules of this room.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A place in the text as it was given: code points, the end not included."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def meets(self, other: "Span") -> bool:
        """Whether both have a character in common."""
        return self.start < other.end and other.start < self.end


class FieldName(StrEnum):
    """Every field an order can have; the value is its name in JSON."""

    NAME = "name"
    MOBILE = "mobile"
    """Also a number of Hong Kong, Macao, Taiwan or abroad, then with its country."""
    EXTENSION = "extension"
    """Of the mobile number, which is a virtual one then and nothing without it."""
    SECOND_PHONE = "second_phone"
    LANDLINE = "landline"
    COUNTRY = "country"
    PROVINCE = "province"
    CITY = "city"
    DISTRICT = "district"
    STREET = "street"
    """The fourth level: 街道, 镇, 乡; not the road, which is in the detail."""
    DETAIL = "detail"
    UNIT = "unit"
    """Apartment or suite; in addresses abroad only."""
    POSTCODE = "postcode"
    OTHER_ADDRESS = "other_address"
    """An address in the text that is not the one to send to, such as the old one."""
    ORDER = "order"
    BUYER = "buyer"
    ORDERED_AT = "ordered_at"
    ITEM = "item"
    SKU = "sku"
    QUANTITY = "quantity"
    PRICE = "price"
    DISCOUNT = "discount"
    FREIGHT = "freight"
    PAID = "paid"
    COURIER = "courier"
    TRACKING = "tracking"
    REQUEST = "request"
    """One wish of the buyer; there may be many."""
    REMARK = "remark"
    """What the shop noted itself."""


REPEATED = frozenset(
    {
        FieldName.SECOND_PHONE,
        FieldName.OTHER_ADDRESS,
        FieldName.ITEM,
        FieldName.SKU,
        FieldName.QUANTITY,
        FieldName.PRICE,
        FieldName.REQUEST,
        FieldName.REMARK,
    }
)
"""Fields that an order may have more than once."""

REGION_LEVELS = (
    FieldName.PROVINCE,
    FieldName.CITY,
    FieldName.DISTRICT,
    FieldName.STREET,
)


class FlagKind(StrEnum):
    """Every doubt; the value is its name in JSON."""

    NAME_MISSING = "name_missing"
    NAME_LOW_CONFIDENCE = "name_low_confidence"
    PHONE_MISSING = "phone_missing"
    MOBILE_LENGTH = "mobile_length"
    """The figure says how many digits there are."""
    NOT_PERSONAL = "phone_not_personal"
    AREA_CODE_MISSING = "area_code_missing"
    VIRTUAL_NUMBER = "virtual_number"
    PROVINCE_MISSING = "province_missing"
    CITY_MISSING = "city_missing"
    DISTRICT_MISSING = "district_missing"
    DISTRICT_RENAMED = "district_renamed"
    DISTRICT_NOT_LISTED = "district_not_listed"
    REGION_CONFLICT = "region_conflict"
    REGION_AMBIGUOUS = "region_ambiguous"
    STREET_MISSING = "street_missing"
    DETAIL_MISSING = "detail_missing"
    DETAIL_LOW_CONFIDENCE = "detail_low_confidence"
    TWO_ADDRESSES = "two_addresses"
    ADDRESS_CHANGE = "address_change"
    REMOTE_AREA = "remote_area"
    PICKUP_POINT = "pickup_point"
    MASKED = "masked"
    ORDER_ODD = "order_number_odd"
    AMOUNT_UNLABELLED = "amount_unlabelled"
    COURIER_GUESSED = "courier_guessed"
    ABROAD = "abroad"


class Flag(NamedTuple):
    """A doubt, and the number that belongs to it, if any."""

    kind: FlagKind
    figure: int | None = None

    def __str__(self) -> str:
        return self.kind if self.figure is None else f"{self.kind}:{self.figure}"


@dataclass(frozen=True, slots=True)
class Field:
    """One value that was read."""

    name: FieldName
    value: str
    """As it goes into texts: a place with its full name, a number without gaps."""
    spans: tuple[Span, ...]
    """Where it stands, in order; several where it is interrupted or repeated."""
    flags: tuple[Flag, ...] = ()
    """What is doubtful in this field."""
    implied: bool = False
    """It follows from what stands at `spans`, which belongs to another field."""


class Profile(StrEnum):
    """The rules an order was read by."""

    CHINA = "cn"
    UNITED_STATES = "us"
    INTERNATIONAL = "international"


class PieceKind(StrEnum):
    """What a part of the text is to the reading."""

    FIELD = "field"
    LABEL = "label"
    """Says what stands beside it."""
    GAP = "gap"
    """Nothing but spaces and punctuation."""
    LEFT = "left"
    """Nobody knows what to do with it; it is shown to the agent."""


class Piece(NamedTuple):
    """A part of the text; all pieces in order are the text."""

    kind: PieceKind
    span: Span
    field: Field | None = None


def ordered(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(sorted(set(spans)))
