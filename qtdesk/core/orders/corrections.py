"""What an agent corrects in a reading: another word for a field, or a typed value.

A correction is never weighed against what was read; it replaces it. Makes new readings
and changes none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from qtdesk.core.orders.draft import Draft, tidy
from qtdesk.core.orders.fields import (
    REPEATED,
    Field,
    FieldName,
    Flag,
    FlagKind,
    Profile,
    Span,
)
from qtdesk.core.orders.phones import read_phones
from qtdesk.core.orders.reading import Reading
from qtdesk.core.orders.regions import Level, Place, Regions

_DIVISIBLE = frozenset(
    {
        FieldName.NAME,
        FieldName.DETAIL,
        FieldName.OTHER_ADDRESS,
        FieldName.ITEM,
        FieldName.SKU,
        FieldName.REQUEST,
        FieldName.REMARK,
        FieldName.BUYER,
    }
)
"""Fields of which a part is still such a field; half a number is none."""
_LEVELS = {
    FieldName.PROVINCE: Level.PROVINCE,
    FieldName.CITY: Level.CITY,
    FieldName.DISTRICT: Level.DISTRICT,
}
_NUMBERS = (FieldName.MOBILE, FieldName.SECOND_PHONE, FieldName.LANDLINE)
_MOBILE_DIGITS = 11


def reassigned(
    reading: Reading, span: Span, name: FieldName, regions: Regions
) -> Reading:
    """See `OrderReader.reassign`."""
    if not 0 <= span.start < span.end <= len(reading.text):
        raise ValueError(span)
    span = Draft(reading.text, regions.fold(reading.text)).trim(span)
    if span.start == span.end:
        raise ValueError(span)
    kept = list(_without_place(reading, span))
    if name not in REPEATED:
        kept = _without_name(kept, name)
    new = list(_fields_of(reading, span, name, regions))
    if name is FieldName.MOBILE:
        kept = _without_name(kept, FieldName.EXTENSION)
    if name in _LEVELS:
        new += _implied_above(kept, new[0], regions)
    labels = [rest for label in reading.labels for rest in _minus(label, span)]
    return _with(reading, [*kept, *new], regions, tuple(labels))


def rewritten(
    reading: Reading, name: FieldName, value: str, regions: Regions
) -> Reading:
    """See `OrderReader.write`."""
    old = reading.get(name)
    kept = [field for field in reading.fields if field is not old]
    if old is not None and not old.implied:
        kept = [f for f in kept if not f.implied or not _same_place(f, old)]
    value = tidy(value)
    if value:
        spans = old.spans if old is not None and not old.implied else ()
        kept.append(Field(name, value, spans, tuple(_length(name, value))))
    return _with(reading, kept, regions, reading.labels)


def _with(
    reading: Reading,
    fields: Sequence[Field],
    regions: Regions,
    labels: tuple[Span, ...],
) -> Reading:
    city = next((f.value for f in fields if f.name is FieldName.CITY), "")
    places = [p for p in regions.named(city) if p.level is Level.CITY]
    return replace(
        reading,
        fields=tuple(sorted(fields, key=lambda field: field.spans[:1])),
        labels=labels,
        districtless=bool(places) and not any(place.children for place in places),
    )


def _without_name(fields: Sequence[Field], name: FieldName) -> list[Field]:
    """`fields` without those of that name, and without what followed from them."""
    gone = [f for f in fields if f.name is name]
    return [
        field
        for field in fields
        if field not in gone
        and not (field.implied and any(_same_place(field, other) for other in gone))
    ]


def _same_place(field: Field, other: Field) -> bool:
    return any(a == b for a in field.spans for b in other.spans)


def _without_place(reading: Reading, span: Span) -> Iterator[Field]:
    for field in reading.fields:
        if not any(part.meets(span) for part in field.spans):
            yield field
        elif field.name in _DIVISIBLE and not field.implied:
            rest = tuple(r for part in field.spans for r in _rest(reading, part, span))
            if rest:
                value = " ".join(tidy(part.of(reading.text)) for part in rest)
                yield replace(field, value=value, spans=rest)


def _rest(reading: Reading, part: Span, span: Span) -> Iterator[Span]:
    for rest in _minus(part, span):
        if re.search(r"\w", rest.of(reading.text)):
            yield rest


def _minus(part: Span, taken: Span) -> Iterator[Span]:
    if not part.meets(taken):
        yield part
        return
    if part.start < taken.start:
        yield Span(part.start, taken.start)
    if taken.end < part.end:
        yield Span(taken.end, part.end)


def _fields_of(
    reading: Reading, span: Span, name: FieldName, regions: Regions
) -> Iterator[Field]:
    written = tidy(span.of(reading.text))
    folded = regions.fold(written)
    if name in _LEVELS:
        place = _place(folded, _LEVELS[name], reading.fields, regions)
        yield Field(name, place.name if place else written, (span,))
    elif name in _NUMBERS and reading.profile is Profile.CHINA:
        yield from _number(reading, span, name, written, regions)
    else:
        yield Field(name, written, (span,))


def _number(
    reading: Reading, span: Span, name: FieldName, written: str, regions: Regions
) -> Iterator[Field]:
    """The number at `span` without gaps, and its extension as a field of its own."""
    alone = " " * span.start + regions.fold(reading.text)[span.start : span.end]
    folded = regions.fold(written)
    draft = Draft(reading.text[: span.end], alone)
    read_phones(draft, ())
    extension = draft.find(FieldName.EXTENSION)
    found = draft.find(FieldName.MOBILE) or draft.find(FieldName.LANDLINE)
    if found is None or (extension is not None and name is not FieldName.MOBILE):
        digits = re.sub(r"[^\d*+\-xX]", "", folded) or written
        yield Field(name, digits, (span,), tuple(_length(name, digits)))
        return
    yield replace(found, name=name)
    if extension is not None:
        yield extension


def _length(name: FieldName, value: str) -> Iterator[Flag]:
    digits = len(re.sub(r"[^\d*xX]", "", value))
    if name is FieldName.MOBILE and digits != _MOBILE_DIGITS and value[:1] not in "(+":
        yield Flag(FlagKind.MOBILE_LENGTH, digits)


def _place(
    name: str, level: Level, fields: Sequence[Field], regions: Regions
) -> Place | None:
    """The only place of that name and level that fits the places above it."""
    above = {f.name: f.value for f in fields if f.name in _LEVELS and not f.implied}
    fitting = [
        place
        for place in regions.named(name)
        if place.level == level and _fits(place, above)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _fits(place: Place, above: dict[FieldName, str]) -> bool:
    for name, level in _LEVELS.items():
        if level < place.level and name in above:
            higher = place.ancestor(level)
            if higher is None or higher.name != above[name]:
                return False
    return True


def _implied_above(
    fields: Sequence[Field], new: Field, regions: Regions
) -> Iterator[Field]:
    place = _place(new.value, _LEVELS[new.name], fields, regions)
    present = {field.name for field in fields}
    for name, level in _LEVELS.items():
        above = place.ancestor(level) if place is not None else None
        if above is not None and name not in present and name is not new.name:
            yield Field(name, above.name, new.spans, implied=True)
