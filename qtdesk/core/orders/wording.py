"""What fields and doubts are called, in words for people."""

from typing import assert_never

from qtdesk.core.orders.fields import FieldName, Flag, FlagKind
from qtdesk.core.words import QT_TRANSLATE_NOOP, Words, words

_FIELDS = {
    FieldName.NAME: QT_TRANSLATE_NOOP("core", "Recipient"),
    FieldName.MOBILE: QT_TRANSLATE_NOOP("core", "Mobile"),
    FieldName.EXTENSION: QT_TRANSLATE_NOOP("core", "Extension"),
    FieldName.SECOND_PHONE: QT_TRANSLATE_NOOP("core", "Second phone"),
    FieldName.LANDLINE: QT_TRANSLATE_NOOP("core", "Landline"),
    FieldName.COUNTRY: QT_TRANSLATE_NOOP("core", "Country"),
    FieldName.PROVINCE: QT_TRANSLATE_NOOP("core", "Province"),
    FieldName.CITY: QT_TRANSLATE_NOOP("core", "City"),
    FieldName.DISTRICT: QT_TRANSLATE_NOOP("core", "District"),
    FieldName.STREET: QT_TRANSLATE_NOOP("core", "Street or town"),
    FieldName.DETAIL: QT_TRANSLATE_NOOP("core", "Address detail"),
    FieldName.UNIT: QT_TRANSLATE_NOOP("core", "Apartment"),
    FieldName.POSTCODE: QT_TRANSLATE_NOOP("core", "Postcode"),
    FieldName.OTHER_ADDRESS: QT_TRANSLATE_NOOP("core", "Other address"),
    FieldName.ORDER: QT_TRANSLATE_NOOP("core", "Order number"),
    FieldName.BUYER: QT_TRANSLATE_NOOP("core", "Buyer"),
    FieldName.ORDERED_AT: QT_TRANSLATE_NOOP("core", "Ordered at"),
    FieldName.ITEM: QT_TRANSLATE_NOOP("core", "Item"),
    FieldName.SKU: QT_TRANSLATE_NOOP("core", "Variant"),
    FieldName.QUANTITY: QT_TRANSLATE_NOOP("core", "Quantity"),
    FieldName.PRICE: QT_TRANSLATE_NOOP("core", "Unit price"),
    FieldName.DISCOUNT: QT_TRANSLATE_NOOP("core", "Discount"),
    FieldName.FREIGHT: QT_TRANSLATE_NOOP("core", "Freight"),
    FieldName.PAID: QT_TRANSLATE_NOOP("core", "Paid"),
    FieldName.COURIER: QT_TRANSLATE_NOOP("core", "Courier"),
    FieldName.TRACKING: QT_TRANSLATE_NOOP("core", "Tracking number"),
    FieldName.REQUEST: QT_TRANSLATE_NOOP("core", "Buyer asks"),
    FieldName.REMARK: QT_TRANSLATE_NOOP("core", "Shop's remark"),
}


def field_words(name: FieldName) -> Words:
    """What a field is called."""
    return words(_FIELDS[name])


def flag_words(flag: Flag) -> Words:  # noqa: C901, PLR0911, PLR0912 - one line for each
    """What is doubtful, in one sentence."""
    match flag.kind:
        case FlagKind.NAME_MISSING:
            return words(QT_TRANSLATE_NOOP("core", "There is no recipient."))
        case FlagKind.NAME_LOW_CONFIDENCE:
            return words(QT_TRANSLATE_NOOP("core", "The recipient is a guess."))
        case FlagKind.PHONE_MISSING:
            return words(QT_TRANSLATE_NOOP("core", "There is no phone number."))
        case FlagKind.MOBILE_LENGTH:
            return words(
                QT_TRANSLATE_NOOP(
                    "core", "The mobile number has {figure} digits instead of 11."
                ),
                figure=flag.figure,
            )
        case FlagKind.NOT_PERSONAL:
            return words(QT_TRANSLATE_NOOP("core", "This is a hotline, not a person."))
        case FlagKind.AREA_CODE_MISSING:
            return words(QT_TRANSLATE_NOOP("core", "The landline has no area code."))
        case FlagKind.VIRTUAL_NUMBER:
            return words(
                QT_TRANSLATE_NOOP(
                    "core",
                    "This is a virtual number: it needs its extension, and it expires.",
                )
            )
        case FlagKind.PROVINCE_MISSING:
            return words(QT_TRANSLATE_NOOP("core", "The province is missing."))
        case FlagKind.CITY_MISSING:
            return words(QT_TRANSLATE_NOOP("core", "The city is missing."))
        case FlagKind.DISTRICT_MISSING:
            return words(QT_TRANSLATE_NOOP("core", "The district is missing."))
        case FlagKind.DISTRICT_RENAMED:
            return words(
                QT_TRANSLATE_NOOP("core", "The district has another name by now.")
            )
        case FlagKind.DISTRICT_NOT_LISTED:
            return words(QT_TRANSLATE_NOOP("core", "The district is in no list."))
        case FlagKind.REGION_CONFLICT:
            return words(
                QT_TRANSLATE_NOOP(
                    "core", "Province, city and district do not go together."
                )
            )
        case FlagKind.REGION_AMBIGUOUS:
            return words(
                QT_TRANSLATE_NOOP("core", "Several cities have a district so named.")
            )
        case FlagKind.STREET_MISSING:
            return words(QT_TRANSLATE_NOOP("core", "Street or town is missing."))
        case FlagKind.DETAIL_MISSING:
            return words(QT_TRANSLATE_NOOP("core", "Road and house are missing."))
        case FlagKind.DETAIL_LOW_CONFIDENCE:
            return words(QT_TRANSLATE_NOOP("core", "The address detail is a guess."))
        case FlagKind.TWO_ADDRESSES:
            return words(QT_TRANSLATE_NOOP("core", "There is more than one address."))
        case FlagKind.ADDRESS_CHANGE:
            return words(QT_TRANSLATE_NOOP("core", "The buyer asks for a change."))
        case FlagKind.REMOTE_AREA:
            return words(
                QT_TRANSLATE_NOOP("core", "Not every courier delivers to this area.")
            )
        case FlagKind.PICKUP_POINT:
            return words(
                QT_TRANSLATE_NOOP("core", "It goes to a pickup point: ask the buyer.")
            )
        case FlagKind.MASKED:
            return words(
                QT_TRANSLATE_NOOP(
                    "core", "Parts are hidden: let the buyer check the order page."
                )
            )
        case FlagKind.ORDER_ODD:
            return words(
                QT_TRANSLATE_NOOP("core", "The order number looks unlike others.")
            )
        case FlagKind.AMOUNT_UNLABELLED:
            return words(
                QT_TRANSLATE_NOOP("core", "Nothing says what the amount is for.")
            )
        case FlagKind.COURIER_GUESSED:
            return words(
                QT_TRANSLATE_NOOP("core", "The courier is a guess by its number.")
            )
        case FlagKind.ABROAD:
            return words(QT_TRANSLATE_NOOP("core", "This is an address abroad."))
    assert_never(flag.kind)
