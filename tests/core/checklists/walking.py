"""Walks through lists: answers, a text, a shop, and what is said at the end of each."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from qtdesk.core.checklists import Check, ShopFacts, Standing
from qtdesk.core.templates import Unfilled
from tests.checking_room import NOW, Room, order_text


class Walk(NamedTuple):
    """One way through a list."""

    name: str
    answers: dict[str, Any] = {}  # noqa: RUF012 - read only
    text: str = order_text()
    shop: ShopFacts = ShopFacts(
        return_address="杭州市余杭区仓前街道1号 小店 13700000000"
    )
    given: tuple[str, ...] = ()
    """Texts that were copied or pasted, before the answers."""
    earlier: int = 0
    """Finished checks of the same order by the same list."""
    preset: str = ""
    begun: datetime = NOW
    now: datetime = NOW


def check_of(room: Room, checklist: str, walk: Walk) -> Check:
    """The check at the end of `walk`; the room's clock stands there, too."""
    room.now = walk.begun
    check = room.checks.begin(walk.text, checklist, walk.earlier, walk.preset)
    for output in walk.given:
        check = room.checks.gave(check, output)
    check = room.answer(check, **walk.answers)
    room.now = walk.now
    return check


def standing_of(checklist: str, walk: Walk, language: str = "zh_CN") -> Standing:
    """How that check stands."""
    room = Room(walk.shop)
    check = check_of(room, checklist, walk)
    return room.standing(check, language)


def told(checklist: str, walks: Iterable[Walk]) -> str:
    """Every walk of a list, with what blocks and what is said."""
    lines: list[str] = []
    for walk in walks:
        standing = standing_of(checklist, walk)
        open_ = " ".join(entry.id for entry in standing.blocking)
        lines += [
            f"=== {walk.name}",
            "--- may finish" if standing.may_finish else f"--- open: {open_}".rstrip(),
        ]
        for entry in standing.entries:
            lines += [
                f"{f.verdict}: {entry.id} {f.say} {f.remedy}".rstrip()
                for f in entry.findings
            ]
        if standing.close:
            lines += [f"--- not before: {standing.close}"]
        for made in standing.texts:
            gap = " (wants something)" if isinstance(made.filling, Unfilled) else ""
            lines += [f"--- {made.output.id} [{made.output.target.value}]{gap}"]
            lines += [made.filling.draft]
        lines += [f"--- timer {t.id} {t.at:%Y-%m-%d %H:%M}" for t in standing.timers]
    return "\n".join(lines) + "\n"
