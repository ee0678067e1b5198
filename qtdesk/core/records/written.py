"""Records as plain JSON values, and back; the version is written in each of them.

Reading takes whatever an older version wrote. What a newer one wrote is refused as a
whole: half of a record is worse than the news that there is one. Unknown keys of the
same version are an addition that older programs may pass over.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from qtdesk.core.records.record import (
    Correction,
    ItemResult,
    ItemVerdict,
    Output,
    OutputTarget,
    Personal,
    Record,
    Verdict,
)

VERSION = 1
PERSONAL = "personal"
"""The key of all that is personal, which can be taken away alone."""
_PLAIN_TEXTS = ("buyer", "recipient", "phone", "address", "note")
_NAMED_TEXTS = ("reasons", "texts")

Fields = dict[str, Any]


class NewerRecordError(ValueError):
    """Written by a later version of the program."""


def fields_of_record(record: Record) -> Fields:
    """`record` as JSON values."""
    return {
        "v": VERSION,
        "uid": record.uid,
        "made": record.made.isoformat(),
        "order": record.order,
        "platform": record.platform,
        "agent": record.agent,
        "checklist": [record.checklist, record.checklist_version],
        "verdict": record.verdict.value,
        "items": [_of_item(item) for item in record.items],
        "outputs": [[each.output, each.target.value] for each in record.outputs],
        **_of_personal(record.personal),
    }


def fields_of_correction(correction: Correction) -> Fields:
    """`correction` as JSON values."""
    told: Fields = {
        "v": VERSION,
        "uid": correction.uid,
        "record": correction.record,
        "made": correction.made.isoformat(),
        "agent": correction.agent,
        "order": correction.order,
        "platform": correction.platform,
        "items": [_of_item(item) for item in correction.items],
        **_of_personal(correction.personal),
    }
    if correction.verdict is not None:
        told["verdict"] = correction.verdict.value
    return told


def record_from(fields: Mapping[str, Any]) -> Record:
    """The record that was written as `fields`.

    Raises:
        NewerRecordError: a later version wrote it.
        ValueError: these are not the fields of a record.
    """
    _look_at_version(fields)
    try:
        checklist, checklist_version = fields["checklist"]
        return Record(
            str(fields["uid"]),
            _moment(fields["made"]),
            str(fields["order"]),
            str(fields["platform"]),
            str(fields["agent"]),
            str(checklist),
            str(checklist_version),
            Verdict(fields["verdict"]),
            tuple(map(_to_item, fields["items"])),
            tuple(Output(str(o), OutputTarget(to)) for o, to in fields["outputs"]),
            _to_personal(fields),
        )
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError("not a record") from error


def correction_from(fields: Mapping[str, Any]) -> Correction:
    """The correction that was written as `fields`.

    Raises:
        NewerRecordError: a later version wrote it.
        ValueError: these are not the fields of a correction.
    """
    _look_at_version(fields)
    try:
        return Correction(
            str(fields["uid"]),
            str(fields["record"]),
            _moment(fields["made"]),
            str(fields["agent"]),
            str(fields["order"]),
            str(fields["platform"]),
            Verdict(fields["verdict"]) if "verdict" in fields else None,
            tuple(map(_to_item, fields["items"])),
            _to_personal(fields),
        )
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError("not a correction") from error


def is_newer_document(fields: Mapping[str, Any]) -> bool:
    """Whether a later version of the program wrote `fields`."""
    version = fields.get("v")
    return isinstance(version, int) and version > VERSION


def _look_at_version(fields: Mapping[str, Any]) -> None:
    if is_newer_document(fields):
        raise NewerRecordError(str(fields["v"]))
    if fields.get("v") != VERSION:
        raise ValueError("nothing that has a version")


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a time without its distance from UTC")
    return moment


def _of_item(item: ItemResult) -> Fields:
    """Short where nothing happened: most items of most orders are simply right."""
    told: Fields = {"item": item.item, "verdict": item.verdict.value}
    if item.reasons:
        told["reasons"] = list(item.reasons)
    if item.answer:
        told["answer"] = item.answer
    if item.overridden:
        told["overridden"] = True
    return told


def _to_item(told: Mapping[str, Any]) -> ItemResult:
    return ItemResult(
        str(told["item"]),
        ItemVerdict(told["verdict"]),
        tuple(map(str, told.get("reasons", ()))),
        str(told.get("answer", "")),
        told.get("overridden") is True,
    )


def _of_personal(personal: Personal | None) -> Fields:
    if personal is None:
        return {}
    named = {name: dict(getattr(personal, name)) for name in _NAMED_TEXTS}
    told = {name: getattr(personal, name) for name in _PLAIN_TEXTS} | named
    return {PERSONAL: {name: value for name, value in told.items() if value}}


def _to_personal(fields: Mapping[str, Any]) -> Personal | None:
    if PERSONAL not in fields:
        return None
    told = fields[PERSONAL]
    buyer, recipient, phone, address, note = (
        str(told.get(name, "")) for name in _PLAIN_TEXTS
    )
    reasons, texts = (
        {str(key): str(text) for key, text in told.get(name, {}).items()}
        for name in _NAMED_TEXTS
    )
    return Personal(buyer, recipient, phone, address, note, reasons, texts)
