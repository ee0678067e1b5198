"""Records as others may see them: who the buyer is cannot be read any more.

Enough is left to recognise an order one knows already, and not enough to find a
person. Free text goes as a whole, because nobody can tell what is in it.
"""

import dataclasses
import re

from qtdesk.core.records.record import MASKED, Personal, Record

_HIDDEN = MASKED * 4
_DIGITS = re.compile(r"\d(?:[ -]?\d)*")
_AREA = 6
"""Characters of an address that stay: province and city, as a rule."""
_ENDS_OF_PHONE = (3, 4)
"""Digits that stay in front and behind, as platforms themselves show a number."""


def masked(record: Record) -> Record:
    """`record` with its personal part masked; the rest is as it is."""
    if record.personal is None:
        return record
    return dataclasses.replace(record, personal=_mask(record.personal))


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
    """`13800138000-1234` as `138****8000`, and anything short as nothing but stars."""
    found = _DIGITS.search(phone)
    if found is None:
        return _hidden(phone)
    digits = re.sub(r"\D", "", found[0])
    front, back = _ENDS_OF_PHONE
    # Of a short number the ends would be most of it.
    if len(digits) < front + back + len(_HIDDEN):
        return _HIDDEN
    return digits[:front] + _HIDDEN + digits[-back:]


def _masked_address(address: str) -> str:
    # A very short one may be all house number.
    return address[: min(_AREA, len(address) // 2)] + _HIDDEN if address else ""


def _hidden(text: str) -> str:
    return _HIDDEN if text else ""
