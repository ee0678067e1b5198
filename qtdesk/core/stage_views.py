"""Named views of the stages: some are left out, joined, or called otherwise.

There is one list of stages, and a phrase belongs to one of them. Trainers and shops
count them differently; each count is a view, written down here as data. Stages that a
book brings along itself stand behind those of the trade, in every view.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qtdesk.core.phrases import CANONICAL_STAGES, Phrase, Stage
from qtdesk.core.words import NO_WORDS, QT_TRANSLATE_NOOP, Words, words

EVERY_STAGE = "all"
KEYS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "minus", "equal", "grave")
"""Keys of the stages of a view, in their order; the thirteenth is beside the 1."""


class ViewStage(NamedTuple):
    """One line of a view: a stage, several as one, or some situations of one."""

    key: str
    stages: tuple[str, ...]
    title: Words = NO_WORDS
    """Empty where the book's own title stands."""
    about: tuple[str, ...] = ()
    """Only situations that name one of these."""
    not_about: tuple[str, ...] = ()
    """Only situations that name none of these."""

    def holds(self, phrase: Phrase) -> bool:
        """Whether `phrase` is shown here."""
        if phrase.stage not in self.stages:
            return False
        situation = phrase.situation.casefold()
        if self.about and not any(name in situation for name in self.about):
            return False
        return not any(name in situation for name in self.not_about)


def _one(key: str, title: str = "") -> ViewStage:
    return ViewStage(key, (key,), words(title) if title else NO_WORDS)


def _some(title: str, *stages: str) -> ViewStage:
    return ViewStage(stages[0], stages, words(title))


_PROMOTIONS = ("活动", "满减", "赠", "优惠", "promo", "offer", "gift")
_SHORT_PATH = ("greet", "ask", "recommend", "bargain", "verify", "farewell", "follow")

VIEWS: dict[str, tuple[ViewStage, ...]] = {
    EVERY_STAGE: tuple(map(_one, CANONICAL_STAGES)),
    "seven": tuple(map(_one, _SHORT_PATH)),
    "eight": (
        *map(_one, _SHORT_PATH[:5]),
        _one("ship", QT_TRANSLATE_NOOP("core", "Courier")),
        *map(_one, _SHORT_PATH[5:]),
    ),
    "phrases": (
        _some(QT_TRANSLATE_NOOP("core", "Welcome"), "greet"),
        _some(QT_TRANSLATE_NOOP("core", "Dialogue"), "ask", "recommend", "answer"),
        _some(QT_TRANSLATE_NOOP("core", "Bargaining"), "bargain"),
        _some(QT_TRANSLATE_NOOP("core", "Paying"), "pay", "verify"),
        _some(QT_TRANSLATE_NOOP("core", "Delivery"), "ship", "follow"),
        _some(QT_TRANSLATE_NOOP("core", "Service"), "after", "complaint"),
        _some(QT_TRANSLATE_NOOP("core", "Praise"), "review"),
        _some(QT_TRANSLATE_NOOP("core", "Goodbye"), "farewell"),
    ),
    "guide": (
        _some(QT_TRANSLATE_NOOP("core", "Welcome"), "greet"),
        ViewStage(
            "promotions",
            ("recommend",),
            words(QT_TRANSLATE_NOOP("core", "Promotions")),
            about=_PROMOTIONS,
        ),
        ViewStage(
            "ask",
            ("ask", "recommend"),
            words(QT_TRANSLATE_NOOP("core", "Recommending")),
            not_about=_PROMOTIONS,
        ),
        _some(QT_TRANSLATE_NOOP("core", "Solving"), "answer"),
        _some(QT_TRANSLATE_NOOP("core", "Agreeing"), "bargain"),
        _some(QT_TRANSLATE_NOOP("core", "Paying"), "pay"),
        _some(QT_TRANSLATE_NOOP("core", "Confirming"), "verify"),
        _some(QT_TRANSLATE_NOOP("core", "Closing"), "farewell", "review"),
    ),
}
"""By the value of the setting `stage_view`."""


def stages_of(view: str, shelf: Sequence[Stage]) -> tuple[ViewStage, ...]:
    """The lines of `view` for books that have these stages."""
    titles = {stage.key: stage.title for stage in shelf}
    return tuple(_titled(view, titles))


def _titled(view: str, titles: dict[str, str]) -> Iterator[ViewStage]:
    for line in VIEWS[view]:
        if not titles.keys().isdisjoint(line.stages):
            yield (
                line if line.title else line._replace(title=_as_it_is(titles[line.key]))
            )
    for key, title in titles.items():
        if key not in CANONICAL_STAGES:
            yield ViewStage(key, (key,), _as_it_is(title))


def _as_it_is(title: str) -> Words:
    """A title of a book, which is in the language of the book."""
    return words("{title}", title=title)
