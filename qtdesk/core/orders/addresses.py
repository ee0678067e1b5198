"""The address to send to: which chain of places is meant, its street and its detail.

Two addresses in one text are told apart by what stands before them; the one not meant
is kept as a field of its own, and the doubt is flagged.
"""

import re
from collections.abc import Sequence

from qtdesk.core.orders.chains import SURE, Chain, Mention, chains
from qtdesk.core.orders.draft import Draft
from qtdesk.core.orders.fields import FieldName, Flag, FlagKind, Span
from qtdesk.core.orders.folding import TAKEN
from qtdesk.core.orders.label_words import Topic
from qtdesk.core.orders.labels import Section
from qtdesk.core.orders.regions import Level, Place, Regions
from qtdesk.core.orders.streets import Street, district_of_street, street_at

_HOUSE = re.compile(r"\d+\s*(?:号|栋|幢|座|楼|室|单元|弄|层|组|[A-Za-z]座)|\d-\d")
_HOUSE_POINTS = 3
_LOOK_AHEAD = 40
_END_OF_OTHER = re.compile(rf"[\n;；。{TAKEN}]")
_LABELLED = {Topic.NEW_ADDRESS: 20, Topic.ADDRESS: 6, Topic.OLD_ADDRESS: -20}
_WHOLE = 5
"""Points from which on a chain is an address and no place mentioned in passing."""
_FIELDS = {
    Level.PROVINCE: FieldName.PROVINCE,
    Level.CITY: FieldName.CITY,
    Level.DISTRICT: FieldName.DISTRICT,
}


def set_old_aside(draft: Draft, sections: Sequence[Section]) -> None:
    """Where a text has an old and a new address, nothing is read in the old one."""
    if not any(section.topic is Topic.NEW_ADDRESS for section in sections):
        return
    for section in sections:
        parts = draft.unclaimed(section.value)
        if section.topic is Topic.OLD_ADDRESS and parts:
            draft.take(FieldName.OTHER_ADDRESS, parts)
            draft.note(FlagKind.TWO_ADDRESSES)


def read_region(
    draft: Draft, sections: Sequence[Section], regions: Regions
) -> int | None:
    """Claim province, city, district and street; tell where the detail may begin."""
    found = list(chains(draft.open, regions))
    if not found:
        return None
    points = {chain.start: _points(draft, chain, sections) for chain in found}
    best = max(found, key=lambda chain: (points[chain.start], -chain.start))
    street = street_at(draft.open, best.end, best.place)
    _settle_rivals(draft, best)
    if best.rivals and street is None:
        street = street_at(draft.open, best.end, None)
    _claim(draft, best)
    end = best.end
    if street is not None:
        draft.take(FieldName.STREET, street.span, street.name)
        end = street.span.end
        _imply_district(draft, best, street)
    others = [
        chain
        for chain in found
        if points[chain.start] >= _WHOLE
        and not best.start <= chain.start < end
        and (len(chain.mentions) > 1 or _stands_alone(draft, chain))
    ]
    _set_others_aside(draft, best, others)
    return end


def _points(draft: Draft, chain: Chain, sections: Sequence[Section]) -> int:
    points = chain.weight
    ahead = draft.open[chain.end : chain.end + _LOOK_AHEAD].lstrip(f" ,{TAKEN}")
    if _HOUSE.search(ahead.partition(TAKEN)[0]):
        points += _HOUSE_POINTS
    for section in sections:
        if section.value.start <= chain.start < section.value.end:
            points += _LABELLED.get(section.topic, 0)
    return points


def _settle_rivals(draft: Draft, chain: Chain) -> None:
    """朝阳区 is in two cities; a street right behind it tells in which."""
    fitting = [
        place
        for place in chain.rivals
        if (street := street_at(draft.open, chain.end, place)) and street.listed
    ]
    if len(fitting) != 1:
        return
    place, last = fitting[0], chain.mentions[-1]
    chain.mentions[-1] = Mention(
        place.level, place.name, last.span, place, last.weight, last.flags
    )
    chain.rivals = []


def _claim(draft: Draft, chain: Chain) -> None:
    last = chain.mentions[-1]
    for mention in chain.mentions:
        flags = mention.flags
        if chain.rivals and mention is last:
            flags = (*flags, Flag(FlagKind.REGION_AMBIGUOUS))
        draft.take(_FIELDS[mention.level], mention.span, mention.name, *flags)
    if not chain.rivals and chain.place is not None:
        _imply_above(draft, chain, chain.place)
    _label_the_rest(draft, chain)
    city = draft.find(FieldName.CITY)
    known = chain.place.ancestor(Level.CITY) if chain.place else None
    draft.districtless = (
        known is not None
        and city is not None
        and known.name == city.value
        and not known.children
    )


def _imply_above(draft: Draft, chain: Chain, place: Place) -> None:
    """Fill in the levels above that were left out; never one that is there."""
    conflict = any(
        flag.kind is FlagKind.REGION_CONFLICT
        for m in chain.mentions
        for flag in m.flags
    )
    if conflict:
        return
    if len(place.children) == 1:
        place = place.children[0]  # a municipality is its own only city
    for level, name in _FIELDS.items():
        above = place.ancestor(level)
        if above is not None and not draft.has(name):
            draft.imply(name, above.name, [chain.mentions[-1].span])


def _label_the_rest(draft: Draft, chain: Chain) -> None:
    """Names said twice, and words like 市辖区, say nothing more."""
    for match in re.finditer(r"[^\W\d_]+", draft.open[chain.start : chain.end]):
        start = chain.start + match.start()
        draft.label(Span(start, chain.start + match.end()))


def _imply_district(draft: Draft, chain: Chain, street: Street) -> None:
    """The one district of the city that has a street of that name."""
    place = chain.place
    if place is None or place.level is not Level.CITY or draft.has(FieldName.DISTRICT):
        return
    district = district_of_street(place, street)
    if district is not None:
        draft.imply(FieldName.DISTRICT, district.name, [street.span])


def _stands_alone(draft: Draft, chain: Chain) -> bool:
    """Whether it is a full name and no part of a word, as in 泰州市人民医院."""
    before = draft.open[chain.start - 1 : chain.start]
    return chain.weight >= SURE and not before.isalnum()


def _set_others_aside(draft: Draft, best: Chain, others: Sequence[Chain]) -> None:
    for other in others:
        start = other.start
        stop = _END_OF_OTHER.search(draft.open, other.end)
        end = stop.start() if stop else len(draft.open)
        if start < best.start < end:
            end = best.start
        # Labels may stand within: each of its parts has one in some forms.
        parts = draft.unclaimed(Span(start, end))
        if not parts:
            continue
        first = parts[0]
        ours = draft.folded[best.start : best.start + len(first.of(draft.folded))]
        if len(parts) == 1 and first.of(draft.folded) == ours:
            draft.label(first)  # the same once more
        else:
            draft.take(FieldName.OTHER_ADDRESS, parts)
            draft.note(FlagKind.TWO_ADDRESSES)
