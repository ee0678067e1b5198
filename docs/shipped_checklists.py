"""Tells what the shipped checklists hold, for `checklists-shipped.md`.

Run from the root of the repository as `python -m docs.shipped_checklists`. Reads the
files and nothing else: how a list is used stands in `order-check.md`.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from qtdesk.bootstrap.tables import open_tables
from qtdesk.core.checklists import Checklist, Output, Severity
from qtdesk.core.checklists.texts import Text
from qtdesk.core.records import OutputTarget
from qtdesk.order_desk import open_checklists

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "checklists-shipped.md"
PICTURES = ROOT / "docs" / "pictures" / "lists"
_NO_AGENT = ROOT / "docs" / "no-such-folder"
"""Where an agent's own lists and tables would be."""

_TOP = """\
# The checklists that come with qtdesk

Written by `python -m docs.shipped_checklists` from the files in
`resources/checklists/zh-CN`; do not edit. [The format](checklists.md) says how to
change a list or write one. "Stops" are rules that keep a check from ending, unless the
agent writes why it may pass.
"""
_TARGETS = {
    OutputTarget.BUYER: "For the buyer",
    OutputTarget.REMARK: "Remarks",
    OutputTarget.WAREHOUSE: "For the warehouse",
    OutputTarget.COURIER: "For the courier",
    OutputTarget.HANDOVER: "For the next shift",
    OutputTarget.TEAM: "For colleagues",
    OutputTarget.RECORD: "For a table of the shop's own",
}


@cache
def lists() -> tuple[Checklist, ...]:
    """The lists, in the order of their ids; read once."""
    found = open_checklists(_NO_AGENT)
    return tuple(sorted(found, key=lambda checklist: checklist.id))


def page() -> str:
    """The whole page, as it ought to be."""
    return "\n".join([_TOP, *_overview(), *(_of_list(each) for each in lists())])


def _overview() -> Iterator[str]:
    yield "| | list | items | stops | texts |"
    yield "|---|---|--:|--:|--:|"
    for each in lists():
        items = sum(item.shown for item in each.items)
        texts = len(each.outputs)
        yield f"| {each.id} | {_both(each.name)} | {items} | {_stops(each)} | {texts} |"
    yield ""


def _stops(checklist: Checklist) -> int:
    rules = (rule for item in checklist.items for rule in item.rules)
    return sum(rule.severity is Severity.STOP for rule in rules)


def _of_list(checklist: Checklist) -> str:
    lines = [f"## {checklist.id} {_both(checklist.name)}", ""]
    if checklist.trigger:
        lines += [f"{_both(checklist.trigger)}.", ""]
    # Those that were taken; `tests.desktop.list_pictures` takes all.
    if (PICTURES / f"{checklist.id}.png").exists():
        told = f"![{checklist.name.zh}](pictures/lists/{checklist.id}.png)"
        lines += [told, ""]
    lines += [f"- {told}" for told in _told(checklist)]
    return "\n".join([*lines, ""])


def _told(checklist: Checklist) -> Iterator[str]:
    if checklist.draft:
        yield "A draft: not offered yet."
    entries = [_both(each.label) for each in checklist.presets if each.entry]
    if entries:
        yield f"Entries of its own: {'; '.join(entries)}."
    for target, whom in _TARGETS.items():
        texts = [each for each in checklist.outputs if each.target is target]
        if texts:
            yield f"{whom}: {'; '.join(map(_of_text, texts))}."
    timers = [_both(each.label) for each in checklist.timers]
    if timers:
        yield f"Not to be missed: {'; '.join(timers)}."
    names = {table.id: _both(table.name) for table in open_tables(_NO_AGENT).values()}
    rows = dict.fromkeys(names[row.table] for row in checklist.rows)
    if rows:
        yield f"Leaves a row in: {'; '.join(rows)}."
    if checklist.close_rule is not None:
        yield f"What keeps it open: {_both(checklist.close_say)}."
    for source in checklist.sources:
        yield f"Rests on 《{source.title}》{source.article} (as of {source.as_of})."


def _of_text(output: Output) -> str:
    return f"{_both(output.label)}{f' `{output.code}`' if output.code else ''}"


def _both(text: Text) -> str:
    """In Chinese and English, without the points at their ends."""
    told = dict.fromkeys(part.rstrip("。.") for part in (text.zh, text.en) if part)
    return " / ".join(told)


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
