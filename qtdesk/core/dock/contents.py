"""The cards of one stage, in sections. Arranges phrases and remembers nothing."""

from collections.abc import Iterable
from enum import Enum, auto
from typing import NamedTuple

from qtdesk.core.phrases import Phrase, Shelf
from qtdesk.core.stage_views import ViewStage

MOST_CARDS = 300
"""Nobody scrolls further; the panel finds what is left out."""
MOST_RECENT = 12


class Part(Enum):
    """What the phrases of a section have in common."""

    PINNED = auto()
    SITUATION = auto()
    RECENT = auto()


class Section(NamedTuple):
    """Some cards under one heading."""

    part: Part
    title: str
    """Of a situation, in the words of the book; else empty."""
    phrases: tuple[Phrase, ...]


class Contents(NamedTuple):
    """Everything there is to scroll through."""

    sections: tuple[Section, ...] = ()
    more: bool = False
    """Whether some phrases were left out."""


def contents_of(line: ViewStage, shelf: Shelf, pins: Iterable[Phrase]) -> Contents:
    """What is pinned of this line, then its situations in the order of the books."""
    pinned = tuple(phrase for phrase in pins if line.holds(phrase))
    apart = {phrase.key for phrase in pinned}
    situations: dict[str, list[Phrase]] = {}
    count, more = len(pinned), False
    for phrase in shelf.in_stages(line.stages):
        if phrase.key in apart or not line.holds(phrase):
            continue
        if count == MOST_CARDS:
            more = True
            break
        count += 1
        situations.setdefault(phrase.situation, []).append(phrase)
    sections = [Section(Part.PINNED, "", pinned)] if pinned else []
    sections += (
        Section(Part.SITUATION, title, tuple(phrases))
        for title, phrases in situations.items()
    )
    return Contents(tuple(sections), more)


def at_hand(pins: Iterable[Phrase], recent: Iterable[Phrase]) -> Contents:
    """What is pinned, and what was used lately, of all stages."""
    pinned = tuple(pins)
    apart = {phrase.key for phrase in pinned}
    others = tuple(phrase for phrase in recent if phrase.key not in apart)
    sections = (
        Section(Part.PINNED, "", pinned),
        Section(Part.RECENT, "", others[:MOST_RECENT]),
    )
    return Contents(tuple(section for section in sections if section.phrases))
