"""Corrections of an order within a check: typed, pointed at, and taken back.

The parser corrects and judges fields; what follows is added here: whether the places
still go together, a number with its extension, the way back. A place that is in no list
is believed.
"""

from dataclasses import replace

from qtdesk.core.orders import (
    Field,
    FieldName,
    Flag,
    FlagKind,
    OrderReader,
    Reading,
    Regions,
    Span,
)
from qtdesk.core.orders.regions import Level, Place

_LEVELS = {
    FieldName.PROVINCE: Level.PROVINCE,
    FieldName.CITY: Level.CITY,
    FieldName.DISTRICT: Level.DISTRICT,
}
_CONFLICT = Flag(FlagKind.REGION_CONFLICT)
_AMBIGUOUS = Flag(FlagKind.REGION_AMBIGUOUS)


def written(
    reader: OrderReader, reading: Reading | None, name: FieldName, text: str
) -> Reading:
    """The order with the field `name` as the agent has typed it."""
    reading = reading or reader.read("")
    if name is FieldName.MOBILE:
        # As it is read in an order: without gaps, and with its extension apart.
        typed = reader.read(text)
        text = typed.value(FieldName.MOBILE) or text
        extension = typed.value(FieldName.EXTENSION)
        if extension:
            reading = reader.write(reading, FieldName.EXTENSION, extension)
    return _placed(reader.write(reading, name, text), reader.regions, name)


def assigned(
    reader: OrderReader, reading: Reading | None, span: Span, name: FieldName
) -> Reading:
    """The order with the text at `span` as the field `name`.

    Raises:
        ValueError: there is no text at that place.
    """
    reading = reader.reassign(reading or reader.read(""), span, name)
    return _placed(reading, reader.regions, name)


def taken_back(reader: OrderReader, reading: Reading, name: FieldName) -> Reading:
    """The order with the field `name` as it was read at first."""
    first = reader.read(reading.text)
    back = _restored(reading, first, name)
    if back is None:
        return written(reader, reading, name, first.value(name))
    return _placed(back, reader.regions, name)


def _placed(reading: Reading, regions: Regions, changed: FieldName) -> Reading:
    """`reading` with its places judged anew, after the agent has changed one field.

    A place that was changed gets its full name; what was read stays as it is.
    """
    if changed not in _LEVELS:
        return reading
    above: dict[FieldName, str] = {}
    judged: dict[FieldName, Field] = {}
    for name, level in _LEVELS.items():
        field = reading.get(name)
        if field is None:
            continue
        found = _judged(field, level, above, regions)
        judged[name] = found if name is changed else replace(found, value=field.value)
        above[name] = judged[name].value
    fields = (judged.get(field.name, field) for field in reading.fields)
    return replace(reading, fields=tuple(fields))


def _judged(
    field: Field, level: Level, above: dict[FieldName, str], regions: Regions
) -> Field:
    settled = {_CONFLICT, _AMBIGUOUS} if above else {_CONFLICT}
    flags = tuple(flag for flag in field.flags if flag not in settled)
    known = [p for p in regions.named(field.value) if p.level == level]
    fitting = [place for place in known if _lies_below(place, above)]
    if known and not fitting:
        return replace(field, flags=(*flags, _CONFLICT))
    names = {place.name for place in fitting}
    return replace(
        field, value=names.pop() if len(names) == 1 else field.value, flags=flags
    )


def _lies_below(place: Place, above: dict[FieldName, str]) -> bool:
    for name, value in above.items():
        higher = place.ancestor(_LEVELS[name])
        if higher is not None and higher.name != value:
            return False
    return True


def _restored(reading: Reading, first: Reading, name: FieldName) -> Reading | None:
    """`reading` with the field `name` as it was read at first, its doubts included.

    None where its place in the text belongs to another field by now.
    """
    old = [field for field in first.fields if field.name is name]
    kept = [field for field in reading.fields if field.name is not name]
    taken = [span for field in kept if not field.implied for span in field.spans]
    for field in old:
        if any(span.meets(other) for span in field.spans for other in taken):
            return None
    fields = sorted((*kept, *old), key=lambda field: field.spans[:1])
    return replace(reading, fields=tuple(fields))
