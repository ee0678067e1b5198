"""Records as others may see them: who the buyer is cannot be read any more.

Enough is left to recognise an order one knows already, and not enough to find a
person. Free text goes as a whole, because nobody can tell what is in it.
"""

import dataclasses
import re
from typing import TypeVar

from qtdesk.core.records.record import MASKED, Correction, Personal, Record

_Kept = TypeVar("_Kept", Record, Correction)

_HIDDEN = MASKED * 4
_NO_DIGIT = re.compile(r"[^0-9]")
_MOBILE = re.compile(r"(?:86)?(1[3-9][0-9])[0-9]{4}([0-9]{4})")
_LONG = 8
"""Digits of a number whose first three may be seen."""
_AREA = 6
"""Characters of an address that stay: province and city, as a rule."""


def masked(kept: _Kept) -> _Kept:
    """A record or correction with its personal part masked; the rest is as it is."""
    if kept.personal is None:
        return kept
    return dataclasses.replace(kept, personal=_mask(kept.personal))


def _mask(personal: Personal) -> Personal:
    return Personal(
        buyer=masked_name(personal.buyer),
        recipient=masked_name(personal.recipient),
        phone=masked_phone(personal.phone),
        address=_masked_address(personal.address),
        note=_hidden(personal.note),
        reasons={item: _hidden(text) for item, text in personal.reasons.items()},
        texts={output: _hidden(text) for output, text in personal.texts.items()},
    )


def masked_name(name: str) -> str:
    """`张三` as `张**`: of how many characters it is made does not show."""
    return name[:1] + MASKED * 2 if name else ""


def masked_phone(phone: str) -> str:
    """A mobile number as `138****8000`, and of any other one only how it begins.

    Extensions go: with one a virtual number reaches a person.
    """
    digits = _NO_DIGIT.sub("", phone)
    mobile = _MOBILE.match(digits)
    if mobile is not None:
        return f"{mobile[1]}{_HIDDEN}{mobile[2]}"
    # Of a short number the beginning would be most of it.
    return (digits[:3] if len(digits) >= _LONG else "") + _hidden(phone)


def _masked_address(address: str) -> str:
    # A very short one may be all house number.
    return address[: min(_AREA, len(address) // 2)] + _HIDDEN if address else ""


def _hidden(text: str) -> str:
    return _HIDDEN if text else ""
