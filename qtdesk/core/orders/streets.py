"""The fourth level: 街道, 镇 or 乡, by its name in the list or by its form."""

import re
from typing import NamedTuple

from qtdesk.core.orders.fields import Span
from qtdesk.core.orders.regions import Level, Place

_SHORTEST_SURE = 3
_OFFICE = "街道"
_LONG_OFFICES = ("街道办事处", "街道办", "街道", "办事处")
_GAP = re.compile(r"[ \t,/\-·\n()\x01]*")
_FORM = re.compile(
    r"[\u4e00-\u9fff]{1,8}?(?:街道办事处|街道办|街道|苏木|办事处|地区办|镇|乡)"
)
_END = re.compile("[路街]?街道.*|苏木|办事处|地区办|[镇乡]$")
_NO_STREET = re.compile(r"[路街巷弄号村栋楼区](?!道)|\d")
_GOES_ON = re.compile(r"[路街村江庄](?!道)|中学|中心|小学|小区|大道|政府|医院|卫生")
_ROAD_BEHIND = re.compile(
    r"[东南西北中]?(?:路|街(?!道)|巷|村|大道|大街|号|\d|广场|小区|花园)"
)


class Street(NamedTuple):
    """A street in the text."""

    name: str
    span: Span
    listed: bool
    """Whether the list has it at this place."""


def street_at(text: str, position: int, place: Place | None) -> Street | None:
    """The street of `place` that folded `text` names at `position`, spaces left out."""
    gap = _GAP.match(text, position)
    start = gap.end() if gap else position
    listed = _listed(text, start, place) if place is not None else None
    return listed or _by_form(text, start)


def district_of_street(city: Place, street: Street) -> Place | None:
    """The only district of `city` with that street."""
    found = [d for d in city.children if d.has_street(street.name)]
    return found[0] if len(found) == 1 else None


def _listed(text: str, start: int, place: Place) -> Street | None:
    best: Street | None = None
    for name in _names_below(place):
        end = _end_of(text, start, name)
        if end is not None and (best is None or end > best.span.end):
            best = Street(name, Span(start, end), listed=True)
    return best


def _names_below(place: Place) -> tuple[str, ...]:
    if place.level is Level.CITY and place.children:
        return tuple(name for child in place.children for name in child.streets)
    return place.streets


def _end_of(text: str, start: int, name: str) -> int | None:
    """Where `name` ends in the text, in any of the ways it is written."""
    if not name.endswith(_OFFICE):
        if not text.startswith(name, start):
            return None
        end = start + len(name)
        doubtful = len(name) < _SHORTEST_SURE and _ROAD_BEHIND.match(text, end)
        return None if doubtful else end
    stem = name[: -len(_OFFICE)]
    if not stem or not text.startswith(stem, start):
        return None
    end = start + len(stem)
    for office in _LONG_OFFICES:
        if text.startswith(office, end):
            return end + len(office)
    apart = text[end : end + 1] in {" ", ","} and len(stem) > 1
    return end if apart and stem[-1] not in "路街村园" else None


def _by_form(text: str, start: int) -> Street | None:
    found = _FORM.match(text, start)
    if found is None or _NO_STREET.search(_END.sub("", found[0])):
        return None
    if found[0][-1] in "镇乡" and _GOES_ON.match(text, found.end()):
        return None
    return Street(found[0], Span(*found.span()), listed=False)
