"""An agent's version of a shared phrase, and what becomes of it when that one moves.

Field by field: what the agent has changed stays, all else goes with the shared phrase.
Where both have changed the same, the agent's stays in use, and the agent is told. What
must not be used any more wins over every version that was made before: an outdated
promise must not live on. Values only; nothing is kept or announced.
"""

from datetime import datetime
from enum import Enum, auto
from typing import Any, NamedTuple

from qtdesk.core.phrases import Phrase, Validity
from qtdesk.core.phrases.validity import stricter
from qtdesk.core.words import NO_WORDS

MINUTE = "%Y-%m-%dT%H:%M"
"""How a moment is written down; without a zone, as days in books are."""
_TOGETHER = (("texts", *Phrase._fields[Phrase._fields.index("sequence") :]),)
"""Fields that make sense only beside each other: texts, and what is said of them."""
_APART = {"book", "id", "validity", *(name for some in _TOGETHER for name in some)}
_GROUPS: tuple[tuple[str, ...], ...] = (
    *_TOGETHER,
    *((name,) for name in Phrase._fields if name not in _APART),
)


class News(Enum):
    """What the agent should know of the shared phrase behind their own version."""

    NONE = auto()
    NEWER = auto()
    """It changed where the agent had changed it, too."""
    OVER = auto()
    """It must not be used now, and neither must the version."""
    GONE = auto()
    """Its book has it no longer."""


class Kept(NamedTuple):
    """What is kept of one phrase that an agent wrote."""

    mine: Phrase
    """Under the key by which everybody knows it."""
    base: Phrase | None = None
    """The shared phrase as it was when the agent last looked; None for a new phrase."""
    looked: str = ""
    """When that was, on the agent's clock."""
    gone: bool = False
    """Whether the agent has seen that the book has it no longer."""

    def __repr__(self) -> str:
        """Without any text, which no log may hold."""
        return f"Kept({self.mine.key!r})"


class Standing(NamedTuple):
    """How it stands with a phrase of the agent's own."""

    phrase: Phrase
    """As it is used now."""
    written: Phrase
    """The same with the agent's own days, which may be wider than those in use."""
    theirs: Phrase | None
    """The shared one of now, if it stands in for one."""
    news: News

    @property
    def is_version(self) -> bool:
        """Whether there is a shared phrase that it stands in for."""
        return self.theirs is not None

    def __repr__(self) -> str:
        """Without any text, which no log may hold."""
        return f"Standing({self.phrase.key!r}, {self.news.name})"


def standing(kept: Kept, theirs: Phrase | None, now: datetime) -> Standing:
    """How it stands with `kept`, while the shared phrase is `theirs`."""
    mine, base = kept.mine, kept.base
    if base is None or (theirs is None and kept.gone):
        return Standing(mine, mine, None, News.NONE)
    if theirs is None:
        over = mine.validity._replace(revoked=mine.validity.revoked or "")
        return Standing(mine._replace(validity=over), mine, None, News.GONE)
    taken: dict[str, Any] = {}
    newer = False
    for group in _GROUPS:
        own, old, new = (_values(group, one) for one in (mine, base, theirs))
        if own == old:
            taken |= new
        newer = newer or (own not in (old, new) and new != old)
    if mine.picture is not None and theirs.picture is not None:
        # No agent draws: a new one comes to whatever words they have made.
        taken["picture"] = theirs.picture
    days = theirs.validity if mine.validity == base.validity else mine.validity
    written = mine._replace(**taken, validity=days)
    seen = base.validity == theirs.validity and _is_over(theirs, kept.looked)
    if seen:
        # The promotion alone comes and goes, whoever has looked when.
        in_use = days._replace(promotion=days.promotion or theirs.validity.promotion)
    else:
        in_use = stricter(days, theirs.validity)
    news = News.NEWER if newer else News.NONE
    if not seen and _is_over(theirs, now.strftime(MINUTE)):
        news = News.OVER
    return Standing(written._replace(validity=in_use), written, theirs, news)


def is_the_same(found: Standing) -> bool:
    """Whether the shared phrase says by now what the agent made of it."""
    return found.theirs is not None and found.written == found.theirs


def kept_on(found: Standing, now: datetime) -> Kept:
    """What is to be kept once the agent has looked, and wants to go on with their own.

    What kept it from being used goes: the agent has read why.
    """
    if found.theirs is None:
        return Kept(found.written, found.written, now.strftime(MINUTE), gone=True)
    days = found.written.validity
    if found.news is News.OVER:
        days = _without_what_is_over(days, now)
    mine = found.written._replace(validity=days)
    return Kept(mine, found.theirs, now.strftime(MINUTE))


def rewritten(
    found: Standing, before: Kept, new: Phrase, seen: Phrase | None, now: datetime
) -> Kept:
    """What is to be kept once the agent has written `new` in its place.

    `seen` is the shared phrase as it was while they wrote. Writing is no answer to one
    that must not be used: that stays to be looked at.
    """
    if before.base is None or found.theirs is None or seen is None:
        return before._replace(mine=new)
    if found.news is News.OVER:
        held = seen._replace(validity=before.base.validity)
        return Kept(new, held, before.looked)
    return Kept(new, seen, now.strftime(MINUTE))


def _without_what_is_over(days: Validity, now: datetime) -> Validity:
    if Validity(days.begins, days.ends).refusal(now, promotion=True):
        days = days._replace(begins="", ends="")
    return days._replace(revoked=None)


def _is_over(phrase: Phrase, moment: str) -> bool:
    """Whether it must not be used at `moment`, whatever promotion is on."""
    if not moment:
        return False
    at = datetime.strptime(moment, MINUTE)  # noqa: DTZ007 - the agent's own clock
    return phrase.validity.refusal(at, promotion=True) != NO_WORDS


def _values(group: tuple[str, ...], phrase: Phrase) -> dict[str, Any]:
    return {name: getattr(phrase, name) for name in group}
