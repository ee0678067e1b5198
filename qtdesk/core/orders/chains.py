"""Runs of place names in a text: a province, its city, its district.

A name is taken for a place only where the names around it bear it out. An explicit
province or city is never overridden: what does not lie in it is kept as it is written,
and flagged.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from qtdesk.core.orders.fields import Flag, FlagKind, Span
from qtdesk.core.orders.folding import INVISIBLE, TAKEN
from qtdesk.core.orders.regions import Level, Place, Regions
from qtdesk.core.orders.streets import street_at

_BETWEEN = re.compile(
    rf"[ \t\n,/\-·|>;(){TAKEN}{INVISIBLE}]*"
    r"(?:(?:中国(?!人)|市辖区|省直辖县级行政区划|自治区直辖县级行政区划|省直辖行政单位"
    rf"|省直辖县|雄安新区|县(?=[ ,]))[ \t\n,/\-·|>;(){TAKEN}]*)*"
)
_NO_PLACE = re.compile(
    r"[东南西北中]{0,2}[一二三四五六七八九十]{0,2}"
    r"(?:路|街(?!道)|道|巷|弄|大道|大街|胡同|桥|门|站|湾|湖|山|河|江|港|广场|大厦|"
    r"宾馆|酒店|饭店|花园|公寓"
    r"|小区|村|苑|大学|学院|中学|小学|医院|银行|商城|特产|人|茶|牌|产|[市区县旗盟])"
)
"""Behind a short name: then it names a road, a hotel or a product."""
_WRITTEN = re.compile(r"[\u4e00-\u9fff]{1,10}?(?:自治县|自治旗|区|县|市|旗)")
_ZONE = re.compile(
    r"[\u4e00-\u9fff]{0,10}?"
    r"(?:高新技术(?:产业)?开发区|高新技术产业园区?|经济技术开发区|经济开发区|技术开发区|"
    r"高新开发区"
    r"|综合保税区|保税港区|保税区|自贸试验区|自贸区|风景名胜区|管理区|示范区|实验区"
    r"|高新区|经开区|开发区|工业园区|产业园区|新区)"
)
_NO_ZONE = re.compile(r"[路街巷弄号村镇栋楼]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_SHORTEST_FULL_NAME = 3
"""Characters; names of two, such as 东区, are everywhere."""
_TOWNS = "镇乡"
"""Taiwan has them where the mainland has districts; elsewhere they are streets."""
SURE = 3
_SHORT = 2
"""Weights of a full name and of a short one."""
_CHANGES_OF_KIND = ("区", "市", "县")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place name in the text."""

    level: Level
    name: str
    """Its full name of now, or as it is written where no place is known by it."""
    span: Span
    place: Place | None
    weight: int
    """How much it speaks for itself: a full name more than a short one."""
    flags: tuple[Flag, ...] = ()


@dataclass(slots=True)
class Chain:
    """Place names that belong together."""

    mentions: list[Mention]
    end: int
    rivals: list[Place] = field(default_factory=list)
    """Places that all fit the last mention, when it is not known which is meant."""

    @property
    def start(self) -> int:
        return self.mentions[0].span.start

    @property
    def weight(self) -> int:
        return sum(mention.weight for mention in self.mentions)

    @property
    def place(self) -> Place | None:
        """The lowest place that is known."""
        places = (mention.place for mention in reversed(self.mentions))
        return next((place for place in places if place is not None), None)

    def at(self, level: Level) -> Mention | None:
        return next((m for m in self.mentions if m.level == level), None)


def chains(text: str, regions: Regions) -> Iterator[Chain]:
    """Every chain in folded text, from left to right; none overlaps another."""
    position = 0
    while position < len(text):
        known = regions.may_begin_at(text, position)
        chain = _chain_at(text, position, regions) if known else None
        if chain is None:
            position += 1
        else:
            yield chain
            position = chain.end


def _chain_at(text: str, position: int, regions: Regions) -> Chain | None:
    for name in regions.names_at(text, position):
        span = Span(position, position + len(name))
        roots = [p for p in regions.named(name) if _may_begin(text, span, p)]
        if not roots:
            continue
        grown = [_grown(text, _mention(place, span, name), regions) for place in roots]
        best = max(grown, key=lambda chain: (chain.weight, -chain.mentions[0].level))
        if not _is_borne_out(text, best):
            continue
        if len(best.mentions) == 1 and best.mentions[0].level is Level.DISTRICT:
            best.rivals = roots if len(roots) > 1 else []
        return best
    return _renamed_root(text, position, regions)


def _renamed_root(text: str, position: int, regions: Regions) -> Chain | None:
    """吴江市 without anything above it, where a street of 吴江区 stands behind."""
    written = _WRITTEN.match(text, position)
    places = regions.named(written[0][:-1]) if written is not None else ()
    if written is None or len(places) != 1 or places[0].level is not Level.DISTRICT:
        return None
    if not _street_follows(text, written.end(), places[0]):
        return None
    flag = Flag(FlagKind.DISTRICT_RENAMED)
    root = _mention(places[0], Span(*written.span()), written[0], flag)
    return Chain([root], root.span.end)


def _may_begin(text: str, span: Span, place: Place) -> bool:
    name = span.of(text)
    if name == place.name:
        long = len(name) >= _SHORTEST_FULL_NAME and name[-1] not in _TOWNS
        return place.level is not Level.DISTRICT or long
    if name in place.former:
        return True
    return not _NO_PLACE.match(text, span.end)


def _is_borne_out(text: str, chain: Chain) -> bool:
    """A short name alone is a place only where a word begins with it."""
    first = chain.mentions[0]
    if len(chain.mentions) > 1 or first.weight >= SURE:
        return True
    before = text[first.span.start - 1 : first.span.start]
    if before and _HAN.match(before):
        return False
    if first.level is Level.DISTRICT:
        place = first.place
        return place is not None and _street_follows(text, first.span.end, place)
    return True


def _street_follows(text: str, position: int, place: Place) -> bool:
    behind = text[position:].lstrip(" ,")
    return any(
        behind.startswith((street, street.removesuffix("街道") + "街道"))
        for street in place.streets
    )


def _mention(place: Place, span: Span, name: str, *flags: Flag) -> Mention:
    if name in place.former and name not in place.names:
        flags = (*flags, Flag(FlagKind.DISTRICT_RENAMED))
    full = name == place.name or bool(flags)
    return Mention(
        place.level, place.name, span, place, SURE if full else _SHORT, flags
    )


def _grown(text: str, root: Mention, regions: Regions) -> Chain:
    chain = Chain([root], root.span.end)
    while True:
        position = _skip(text, chain.end)
        step = (
            _child(text, position, chain, regions)
            or _renamed(text, position, chain, regions)
            or _contradiction(text, position, chain, regions)
            or _zone(text, position, chain)
        )
        if step is not None:
            chain.mentions.append(step)
            chain.end = step.span.end
            continue
        repeated = _repeated(text, position, chain, regions)
        if repeated is None:
            return chain
        chain.end = repeated


def _skip(text: str, position: int) -> int:
    found = _BETWEEN.match(text, position)
    return found.end() if found else position


def _child(text: str, position: int, chain: Chain, regions: Regions) -> Mention | None:
    """A place right behind the chain that lies in its last one."""
    last = chain.mentions[-1].place
    if last is None or last.level is Level.DISTRICT:
        return None
    for name in regions.names_at(text, position):
        span = Span(position, position + len(name))
        below = [
            place
            for place in regions.named(name)
            if place.level > last.level
            and place.lies_in(last)
            and (name == place.name or not _NO_PLACE.match(text, span.end))
        ]
        if not below:
            continue
        below.sort(key=lambda place: (place.level, name != place.name))
        found = _mention(below[0], span, name)
        if (
            len(below) > 1
            and below[1].level == below[0].level
            and ((name == below[0].name) == (name == below[1].name))
        ):
            chain.rivals = below
            return Mention(found.level, name, span, None, 2)
        return found
    return None


def _renamed(
    text: str, position: int, chain: Chain, regions: Regions
) -> Mention | None:
    """A district whose kind has changed: 吴江市 is 吴江区 by now."""
    last = chain.mentions[-1].place
    written = _WRITTEN.match(text, position)
    if last is None or last.level is Level.DISTRICT or written is None:
        return None
    stem = written[0][:-1]
    if written[0][-1] not in _CHANGES_OF_KIND or len(written[0]) < _SHORTEST_FULL_NAME:
        return None
    for place in regions.named(stem):
        if place.level is Level.DISTRICT and place.lies_in(last):
            flag = Flag(FlagKind.DISTRICT_RENAMED)
            return _mention(place, Span(*written.span()), written[0], flag)
    return None


def _contradiction(
    text: str, position: int, chain: Chain, regions: Regions
) -> Mention | None:
    """A full name right behind the chain of a place that does not lie in it."""
    last = chain.mentions[-1]
    if last.place is None or last.level is Level.DISTRICT:
        return None
    for name in regions.names_at(text, position):
        others = [
            place
            for place in regions.named(name)
            if name == place.name
            and len(name) >= _SHORTEST_FULL_NAME
            and place.level > last.level
        ]
        if others:
            span = Span(position, position + len(name))
            city = next((p for p in others if p.level is Level.CITY), None)
            level = others[0].level if city is None else Level.CITY
            flag = Flag(FlagKind.REGION_CONFLICT)
            return Mention(level, name, span, city, 1, (flag,))
    return None


def _zone(text: str, position: int, chain: Chain) -> Mention | None:
    """A functional zone or a new district that no list has yet."""
    last = chain.mentions[-1]
    found = _ZONE.match(text, position)
    if last.level is not Level.CITY or found is None or _NO_ZONE.search(found[0]):
        return None
    place = chain.place
    if place is not None and not place.children:
        # A city without districts, such as 潜江, has streets of that form.
        street = street_at(text, position, place)
        if street is not None and street.listed:
            return None
    flag = Flag(FlagKind.DISTRICT_NOT_LISTED)
    return Mention(Level.DISTRICT, found[0], Span(*found.span()), None, 2, (flag,))


def _repeated(text: str, position: int, chain: Chain, regions: Regions) -> int | None:
    """The end of a name that says again where we are already."""
    place = chain.place
    if place is None:
        return None
    known = {p for level in Level if (p := place.ancestor(level)) is not None}
    for name in regions.names_at(text, position):
        if known.isdisjoint(regions.named(name)):
            continue
        end = position + len(name)
        alone = not _HAN.match(text, end) or _child(text, end, chain, regions)
        if alone or any(name == p.name for p in known):
            return end
    return None
