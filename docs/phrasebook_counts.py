"""Counts the shipped phrasebooks against their plan, for `phrasebooks.md`.

Run from the root of the repository as `python -m docs.phrasebook_counts`. Counts only;
what a phrase says is no business of this page.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

import yaml

from qtdesk.core.phrases import Book, Phrase
from qtdesk.formats import read_book

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "phrasebooks.md"
PLAN = ROOT / "docs" / "phrasebook-plan.yaml"

_ASKING = re.compile(r"\{(?!daypart|buyer|date|time|weekday)[a-z_]+[:|}]")
"""A blank that neither the clock fills in nor drops out by itself."""
_INTERNAL = "internal"

_TOP = """\
# What the shipped phrasebooks hold

Written by `python -m docs.phrasebook_counts` from the books and from
[their plan](phrasebook-plan.yaml); do not edit. "Texts" counts all variants. "Asking"
counts the phrases that want an answer of the agent, or her profile, before they can be
sent.

## How findable the situations are

Each of the 103 situations of `general-zh-CN` was looked for in three ways: a word of
one's own, letters of its pinyin, and what a buyer says. The
[queries](../tests/core/search/situation_queries.yaml) were written from the names of
the situations by somebody who had not seen the phrases. All shipped books were
searched, and the situation had to be among the first five answers.

| | Found | Of | |
|---|--:|--:|--:|
| the first time, seen by nobody before | 270 | 309 | 87.4 % |
| with the words that phrases were found to lack | 306 | 309 | 99.0 % |

Only the first figure is a measurement of the unseen; the second shows what was mended.
What stays unfound: “问用途”, too short to be taken for a sentence and written nowhere;
“申请优惠”, which leads to phrases of other situations that serve as well; and “yijia”,
which is a whole stage.

For the English book 76 sentences of buyers, with their slips of spelling, stand among
[the sentences](../tests/core/search/relevance/sentences.tsv) that every change is tried
on. They are by the hand that wrote the phrases, so they tell less: 69 led to an answer
before any search was tried, and all 76 since.
"""

Plan = Mapping[str, Mapping[str, int]]
"""Phrases wanted, by stage and situation."""


def plans() -> dict[str, Plan]:
    """The plan of each book, by the name it has among the shipped books."""
    read: dict[str, Plan] = yaml.safe_load(PLAN.read_text("utf-8"))
    return read


@cache
def shipped(name: str) -> Book:
    """The book of this name; read once."""
    return read_book(ROOT / "phrasebooks" / name)


def is_asking(text: str) -> bool:
    """Whether an agent has to fill something in before `text` can be sent."""
    return bool(_ASKING.search(text))


def page() -> str:
    """The whole page, as it ought to be."""
    return "\n".join([_TOP, *(_of_book(name, plan) for name, plan in plans().items())])


def _of_book(name: str, plan: Plan) -> str:
    book = shipped(name)
    lines = [f"## {book.title} `{name}`", "", *_by_stage(book, plan), ""]
    for stage in book.stages:
        lines += [
            f"### {stage.title} `{stage.key}`",
            "",
            *_by_situation(book, stage.key, plan.get(stage.key, {})),
            "",
        ]
    return "\n".join(lines)


def _by_stage(book: Book, plan: Plan) -> Iterator[str]:
    yield "| Stage | Situations | Planned | Written | Texts | Asking |"
    yield "|---|--:|--:|--:|--:|--:|"
    for stage in book.stages:
        phrases = [each for each in book.phrases if each.stage == stage.key]
        planned = sum(plan.get(stage.key, {}).values())
        yield _row(stage.title, planned, phrases)
    for_buyers = [each for each in book.phrases if each.stage != _INTERNAL]
    planned = sum(sum(plan[key].values()) for key in plan if key != _INTERNAL)
    yield _row("**for buyers**", planned, for_buyers)


def _row(title: str, planned: int, phrases: Iterable[Phrase]) -> str:
    counted = list(phrases)
    figures = (
        len({(each.stage, each.situation) for each in counted}),
        planned,
        len(counted),
        sum(len(each.texts) for each in counted),
        sum(any(map(is_asking, each.texts)) for each in counted),
    )
    return f"| {title} | {' | '.join(map(str, figures))} |"


def _by_situation(book: Book, stage: str, plan: Mapping[str, int]) -> Iterator[str]:
    yield "| Situation | Planned | Written |"
    yield "|---|--:|--:|"
    written = Counter(each.situation for each in book.phrases if each.stage == stage)
    for situation in dict.fromkeys((*plan, *written)):
        yield f"| {situation} | {plan.get(situation, 0)} | {written[situation]} |"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
