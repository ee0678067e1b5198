"""Provinces, cities, districts and streets, by every name that buyers write.

Made from the text of `resources/regions/regions.txt`, which the lead may replace. Knows
places and their names; where one begins in a text is told by `chains`.

A line of that text is a place, below the last place of a higher level: `p`, `c` or `d`,
its full name, its other names after bars (one that it had formerly with a `~`), and
behind a tab the names of its streets. `@` lines tell the dates and the traditional
characters; `#` lines are for people.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum

from qtdesk.core.errors import RegionsError
from qtdesk.core.orders.folding import folding
from qtdesk.core.words import QT_TRANSLATE_NOOP, words

_HEAD = 2
"""No name of a place is shorter; the first two characters tell most texts apart."""


class Level(IntEnum):
    """How high a place stands; the highest is the smallest."""

    PROVINCE = 0
    CITY = 1
    DISTRICT = 2


class Place:
    """A province, city or district."""

    __slots__ = ("_streets", "children", "former", "level", "name", "names", "parent")

    def __init__(
        self, level: Level, written: str, streets: str, parent: "Place | None"
    ) -> None:
        self.level = level
        names, *former = written.split("|~")
        self.names = names.split("|")
        self.name = self.names[0]
        self.former = former
        self.parent = parent
        self.children: list[Place] = []
        self._streets = streets

    @property
    def streets(self) -> tuple[str, ...]:
        """Full names of the streets right below it."""
        return tuple(self._streets.split(" ")) if self._streets else ()

    def ancestor(self, level: Level) -> "Place | None":
        """Itself, or the place of that level it lies in."""
        place: Place | None = self
        while place is not None and place.level > level:
            place = place.parent
        return place if place is not None and place.level == level else None

    def lies_in(self, other: "Place") -> bool:
        return self.ancestor(other.level) is other

    def has_street(self, name: str) -> bool:
        return f" {name} " in f" {self._streets} "


class Regions:
    """All places; immutable once made."""

    def __init__(self, text: str) -> None:
        """Take in the text of a file of regions; some milliseconds.

        Raises:
            RegionsError: it is not one.
        """
        self.as_of = ""
        """Month of the districts, such as 2026-06; streets may be older."""
        self.provinces: list[Place] = []
        self._by_name: dict[str, list[Place]] = {}
        self._longest: dict[str, int] = {}
        self.fold_table: Mapping[int, str] = folding("")
        try:
            self._take_in(text)
        except (ValueError, IndexError) as problem:
            raise _no_regions() from problem
        if not self.provinces:
            raise _no_regions()

    def _take_in(self, text: str) -> None:
        above: list[Place] = []
        levels = {"p": Level.PROVINCE, "c": Level.CITY, "d": Level.DISTRICT}
        for line in text.split("\n"):
            mark, rest = line[:1], line[1:]
            if mark in levels:
                level = levels[mark]
                del above[level:]
                written, _, streets = rest.partition("\t")
                place = Place(level, written, streets, above[-1] if level else None)
                self._file(place)
                above.append(place)
            elif mark == "@":
                key, _, value = rest.partition(" ")
                self._note(key, value)
            elif mark not in {"", "#"}:
                raise ValueError(mark)

    def _note(self, key: str, value: str) -> None:
        if key == "as_of":
            self.as_of = value
        elif key == "traditional":
            self.fold_table = folding(value)

    def _file(self, place: Place) -> None:
        if len(place.name) < _HEAD:
            raise ValueError(place.name)
        siblings = place.parent.children if place.parent else self.provinces
        siblings.append(place)
        longest, by_name = self._longest, self._by_name
        for name in place.names + place.former:
            if name in by_name:
                by_name[name].append(place)
            else:
                by_name[name] = [place]
                head = name[:_HEAD]
                if longest.get(head, 0) < len(name):
                    longest[head] = len(name)

    def fold(self, text: str) -> str:
        """`text` as it is read; see `folding`."""
        return text.translate(self.fold_table)

    def named(self, name: str) -> Sequence[Place]:
        """Every place that has, or had, that name."""
        return self._by_name.get(name, ())

    def may_begin_at(self, folded: str, position: int) -> bool:
        """Whether it is worth looking there; wrong only where it says yes."""
        return folded[position : position + _HEAD] in self._longest

    def names_at(self, folded: str, position: int) -> Iterator[str]:
        """Every name of a place that begins there, the longest first."""
        longest = self._longest.get(folded[position : position + _HEAD], 0)
        for size in range(longest, _HEAD - 1, -1):
            name = folded[position : position + size]
            if len(name) == size and name in self._by_name:
                yield name


def _no_regions() -> RegionsError:
    return RegionsError(
        words(QT_TRANSLATE_NOOP("core", "The list of provinces cannot be read.")),
        hint=words(
            QT_TRANSLATE_NOOP(
                "core", "Take your regions.txt away; qtdesk then uses its own."
            )
        ),
    )
