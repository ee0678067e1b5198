"""What follows from a correction: do the places go together, and the way back.

The parser judges what it reads; this judges what was typed since. A place that is in
no list is believed.
"""

from dataclasses import replace

from qtdesk.core.orders import Field, FieldName, Flag, FlagKind, Reading, Regions
from qtdesk.core.orders.regions import Level, Place

LEVELS = {
    FieldName.PROVINCE: Level.PROVINCE,
    FieldName.CITY: Level.CITY,
    FieldName.DISTRICT: Level.DISTRICT,
}
_CONFLICT = Flag(FlagKind.REGION_CONFLICT)
_AMBIGUOUS = Flag(FlagKind.REGION_AMBIGUOUS)


def placed(reading: Reading, regions: Regions, changed: FieldName) -> Reading:
    """`reading` with its places judged anew, after the agent has changed one field.

    A place that was changed gets its full name; what was read stays as it is.
    """
    if changed not in LEVELS:
        return reading
    above: dict[FieldName, str] = {}
    judged: dict[FieldName, Field] = {}
    for name, level in LEVELS.items():
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
        higher = place.ancestor(LEVELS[name])
        if higher is not None and higher.name != value:
            return False
    return True


def restored(reading: Reading, first: Reading, name: FieldName) -> Reading | None:
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
