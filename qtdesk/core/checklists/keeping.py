"""Checks under way as plain JSON values, and back.

A reading is kept with its fields and not read anew: what the agent saw and corrected
is what they find again, also after the parser has learned something.
"""

from collections.abc import Mapping
from dataclasses import fields as dataclass_fields
from datetime import datetime
from decimal import Decimal
from typing import Any

from qtdesk.core.checklists.check import Check
from qtdesk.core.checklists.checklist import Checklist
from qtdesk.core.checklists.shop import ShopFacts
from qtdesk.core.checklists.values import as_json, from_json
from qtdesk.core.orders import Field, FieldName, Flag, FlagKind, Profile, Reading, Span

VERSION = 1

_Told = Mapping[str, Any]


def fields_of_check(check: Check) -> dict[str, Any]:
    """`check` as JSON values."""
    return {
        "v": VERSION,
        "uid": check.uid,
        "checklist": [check.checklist.id, check.checklist.version],
        "begun": check.begun.isoformat(),
        "reading": None if check.reading is None else _of_reading(check.reading),
        "values": {entry: as_json(value) for entry, value in check.values.items()},
        "overrides": dict(check.overrides),
        "given": list(check.given),
        "earlier": check.earlier,
        "shop": _of_shop(check.shop),
    }


def checklist_of(told: _Told) -> str:
    """The id of the list that a kept check belongs to; empty where it says none."""
    named = told.get("checklist")
    return str(named[0]) if isinstance(named, list) and named else ""


def check_from(told: _Told, checklist: Checklist) -> Check:
    """The check that was kept as `told`, with its list as it is now.

    Answers of items that are gone go with them.

    Raises:
        ValueError: this is no check of this list, or of a later version.
    """
    if told.get("v") != VERSION or checklist_of(told) != checklist.id:
        raise ValueError("not a check of this list")
    try:
        begun = datetime.fromisoformat(told["begun"])
        if begun.tzinfo is None:
            raise ValueError("a time without its distance from UTC")
        return Check(
            uid=str(told["uid"]),
            checklist=checklist,
            begun=begun,
            reading=None if told["reading"] is None else _to_reading(told["reading"]),
            values={
                entry: from_json(value)
                for entry, value in told["values"].items()
                if entry.partition(".")[0] in checklist.by_id
            },
            overrides={str(key): str(why) for key, why in told["overrides"].items()},
            given=tuple(map(str, told["given"])),
            earlier=int(told["earlier"]),
            shop=_to_shop(told["shop"]),
        )
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError("not a check") from error


def _of_shop(shop: ShopFacts) -> dict[str, Any]:
    told: dict[str, Any] = {}
    for item in dataclass_fields(shop):
        value = getattr(shop, item.name)
        if item.name == "unreachable":
            told[item.name] = {name: list(areas) for name, areas in value.items()}
        else:
            told[item.name] = as_json(value)
    return told


def _to_shop(told: _Told) -> ShopFacts:
    known = {item.name for item in dataclass_fields(ShopFacts)}
    values: dict[str, Any] = {
        name: from_json(value)
        for name, value in told.items()
        if name in known and name != "unreachable"
    }
    values["unreachable"] = {
        str(name): tuple(map(str, areas))
        for name, areas in told.get("unreachable", {}).items()
    }
    for name in ("free_from", "ship_hours"):
        if not isinstance(values.get(name), Decimal | None):
            raise TypeError(name)
    return ShopFacts(**values)


def _of_reading(reading: Reading) -> dict[str, Any]:
    return {
        "text": reading.text,
        "profile": reading.profile.value,
        "fields": [_of_field(field) for field in reading.fields],
        "labels": [list(span) for span in reading.labels],
        "notes": [_of_flag(flag) for flag in reading.notes],
        "districtless": reading.districtless,
    }


def _to_reading(told: _Told) -> Reading:
    return Reading(
        str(told["text"]),
        Profile(told["profile"]),
        tuple(map(_to_field, told["fields"])),
        _to_spans(told["labels"]),
        tuple(map(_to_flag, told["notes"])),
        told["districtless"] is True,
    )


def _of_field(field: Field) -> dict[str, Any]:
    return {
        "name": field.name.value,
        "value": field.value,
        "spans": [list(span) for span in field.spans],
        "flags": [_of_flag(flag) for flag in field.flags],
        "implied": field.implied,
    }


def _to_field(told: _Told) -> Field:
    return Field(
        FieldName(told["name"]),
        str(told["value"]),
        _to_spans(told["spans"]),
        tuple(map(_to_flag, told["flags"])),
        told["implied"] is True,
    )


def _to_spans(told: Any) -> tuple[Span, ...]:
    return tuple(Span(int(start), int(end)) for start, end in told)


def _of_flag(flag: Flag) -> list[Any]:
    return [flag.kind.value, flag.figure]


def _to_flag(told: Any) -> Flag:
    kind, figure = told
    return Flag(FlagKind(kind), None if figure is None else int(figure))
