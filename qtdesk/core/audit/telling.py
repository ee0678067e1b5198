"""The figures as lines of a sheet, for people and for other programs.

The words are data of the format, in Chinese and English, and no sentences of the
program, so that whoever reads a sheet by machine can rely on them.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from qtdesk.core.audit.figures import CAUSES, OVERRIDES, STOPS, Figures, Share, Tally
from qtdesk.core.checklists.texts import Text
from qtdesk.core.tables import Table

SCORES = "scores"
TITLES: Mapping[str, Text] = {
    SCORES: Text("抽查得分", "Scores of audits"),
    OVERRIDES: Text("放行最多的项目", "What was let pass most"),
    STOPS: Text("拦下最多的项目", "What stopped most"),
    "lost": Text("询单流失原因", "Lost enquiries by reason"),
    "reviews": Text("中差评原因", "Bad reviews by cause"),
    "returns": Text("退换货原因", "Returns by reason"),
    "freight": Text("退货运费谁付", "Returns by who pays the postage"),
}
HEADS = (
    Text("统计", "Figure"),
    Text("内容", "What"),
    Text("次数", "Count"),
    Text("总数", "Of"),
    Text("样本数 n", "Cases n"),
    Text("百分比", "Percent"),
)
BEFORE = (
    Text("之前次数", "Count before"),
    Text("之前总数", "Of, before"),
    Text("之前样本数 n", "Cases n, before"),
    Text("之前百分比", "Percent before"),
)
ONLY_RECORDED = Text(
    "只统计客服在这里记录的内容；不足 5 例不算百分比。",
    "Counts only what agents recorded here; no percentage of fewer than 5.",
)
_NOTHING = Share(0, 0, 0)


class Names(Protocol):
    """What ids of lists, items and rules are called."""

    def of_item(self, checklist: str, item: str, /) -> str: ...
    def of_reason(self, checklist: str, item: str, rule: str, /) -> str: ...


class Ids:
    """Stands for names where no list is loaded."""

    def of_item(self, checklist: str, item: str) -> str:
        return f"{checklist} {item}"

    def of_reason(self, checklist: str, item: str, rule: str) -> str:
        del checklist, item
        return rule


class Told(NamedTuple):
    """One line of the figures."""

    figure: str
    """Key of `TITLES`."""
    what: str
    now: Share
    before: Share = _NOTHING


class Teller:
    """Puts keys into words."""

    def __init__(
        self, names: Names, tables: Mapping[str, Table], language: str
    ) -> None:
        self._names, self._tables, self._language = names, tables, language

    def what(self, figure: str, key: tuple[str, ...]) -> str:
        """A cause in words."""
        if figure in CAUSES:
            table_id, column_id = CAUSES[figure]
            table = self._tables.get(table_id)
            column = table.by_id.get(column_id) if table is not None else None
            option = column.option(key[0]) if column is not None else None
            return option.label.said(self._language) if option is not None else key[0]
        checklist, item, rule = key
        name = self._names.of_item(checklist, item)
        return (
            f"{name} · {self._names.of_reason(checklist, item, rule)}" if rule else name
        )

    def lines(self, now: Figures, before: Figures | None = None) -> Iterator[Told]:
        """All that is told of `now`, beside the same of `before`."""
        earlier = {tally.id: tally for tally in before.tallies} if before else {}
        weeks = [*now.weeks, *(before.weeks if before else ())]
        for week in weeks:
            what = f"{week.agent} {week.monday}"
            yield Told(SCORES, what, week.score)
        for tally in now.tallies:
            yield from self._of_tally(tally, earlier.get(tally.id))

    def _of_tally(self, tally: Tally, before: Tally | None) -> Iterator[Told]:
        keys = dict.fromkeys(line.key for line in tally.lines)
        if before is not None:
            keys |= dict.fromkeys(line.key for line in before.lines)
        for key in keys:
            then = before.share(key) if before is not None else _NOTHING
            yield Told(tally.id, self.what(tally.id, key), tally.share(key), then)


def heads(language: str, *, compared: bool) -> list[str]:
    """The first line of a sheet."""
    told = (*HEADS, *BEFORE) if compared else HEADS
    return [head.said(language) for head in told]


def cells(told: Sequence[Told], language: str, *, compared: bool) -> list[list[str]]:
    """A line of a sheet for each of `told`."""
    return [
        [
            TITLES[each.figure].said(language),
            each.what,
            *_of_share(each.now),
            *(_of_share(each.before) if compared else ()),
        ]
        for each in told
    ]


def percent(share: Share) -> str:
    """`share` as people read it; a dash where there are too few cases."""
    return "–" if share.percent is None else f"{share.percent} %"


def _of_share(share: Share) -> list[str]:
    return [str(share.part), str(share.whole), str(share.cases), percent(share)]
