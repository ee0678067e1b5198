"""What covers each piece of the trade, for `coverage.md`.

Run from the root of the repository as `python -m docs.coverage_table`. Reads
`coverage.yaml` and looks whether what it names is there; says nothing itself of how
well a thing is covered.
"""

import ast
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

from docs.phrasebook_counts import shipped
from docs.shipped_checklists import lists
from qtdesk.core.checklists import Checklist
from qtdesk.core.phrases import CANONICAL_STAGES
from qtdesk.core.settings import declarations
from qtdesk.core.stage_views import VIEWS

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "coverage.md"
ROWS = ROOT / "docs" / "coverage.yaml"
_BOOKS = ("general-zh-CN", "apparel-zh-CN.yaml", "general-en-US.yaml")

_TOP = """\
# What covers the trade

Written by `python -m docs.coverage_table` from [coverage.yaml](coverage.yaml); do not
edit. A row is something that training books for agents ask of a shop: a stage, a
remark, a rule, a form. Beside it stands what does it here: a checklist, an item or a
text of one, a phrase, a table of records, a setting, a rule, or a test. A test looks
whether all of that is there. “Only told” means that a page or a phrase says it and
nothing sees to it.
"""


class Row(NamedTuple):
    """One piece of the trade."""

    id: str
    what: str
    covered_by: tuple[str, ...]
    """References as in `coverage.yaml`: a kind and a name."""
    only_told: bool


def rows() -> dict[str, list[Row]]:
    """All rows by their group, in the order of the file."""
    read = yaml.safe_load(ROWS.read_text("utf-8"))
    return {
        group: [
            Row(name, each["what"], tuple(each["by"]), each.get("only_told", False))
            for name, each in entries.items()
        ]
        for group, entries in read.items()
    }


def page() -> str:
    """The whole page, as it ought to be."""
    return "\n".join([_TOP, *_lines()])


def _lines() -> Iterator[str]:
    for group, entries in rows().items():
        yield f"## {group}\n"
        yield "| | What is asked for | What does it |"
        yield "|---|---|---|"
        for row in entries:
            shown = ", ".join(map(_shown, row.covered_by))
            told = "only told: " if row.only_told else ""
            yield f"| {row.id} | {row.what} | {told}{shown} |"
        yield ""


def _shown(reference: str) -> str:
    """A reference as a link where it is a file, else as it stands."""
    kind, name = reference.split(" ", 1)
    if kind == "list":
        return f"[{name}](../resources/checklists/zh-CN/{name}.yaml)"
    if kind == "page":
        return f"[{name}]({name})"
    if kind == "test":
        path, _, test = name.partition("::")
        return f"[{test}](../{path})"
    if kind in {"item", "text"}:
        return _part_shown(name)
    return f"{kind} `{name}`"


def _part_shown(name: str) -> str:
    """An item or a text of a list as agents see it."""
    checklist, _, part = name.partition("/")
    found = _lists()[checklist]
    labels = {item.id: item.label.zh for item in found.items}
    labels |= {output.id: output.label.zh for output in found.outputs}
    return f"{checklist} “{labels[part]}”"


# --- whether it is there -------------------------------------------------------------


def is_there(reference: str) -> bool:
    """Whether what `reference` names exists.

    Raises:
        KeyError: there is no such kind of reference.
    """
    kind, name = reference.split(" ", 1)
    return _KINDS[kind](name)


@cache
def _lists() -> Mapping[str, Checklist]:
    return {one.id: one for one in lists()}


def _item(name: str) -> bool:
    checklist, _, item = name.partition("/")
    found = _lists().get(checklist)
    return found is not None and item in {one.id for one in found.items}


def _output(name: str) -> bool:
    checklist, _, output = name.partition("/")
    found = _lists().get(checklist)
    return found is not None and output in {one.id for one in found.outputs}


@cache
def _phrases() -> frozenset[str]:
    return frozenset(one.id for name in _BOOKS for one in shipped(name).phrases)


@cache
def _situations() -> frozenset[str]:
    return frozenset(one.situation for one in shipped(_BOOKS[0]).phrases)


def _table(name: str) -> bool:
    return (ROOT / "resources" / "tables" / f"{name}.yaml").is_file()


def _rule(name: str) -> bool:
    text = (ROOT / "resources" / "checklists" / "rules.yaml").read_text("utf-8")
    return f"{name}:" in text


def _test(name: str) -> bool:
    path, _, test = name.partition("::")
    file = ROOT / path
    if not file.is_file():
        return False
    nodes = ast.walk(ast.parse(file.read_text("utf-8")))
    return test in {one.name for one in nodes if isinstance(one, ast.FunctionDef)}


_KINDS: Mapping[str, Callable[[str], bool]] = {
    "list": lambda name: name in _lists(),
    "item": _item,
    "text": _output,
    "phrase": lambda name: name in _phrases(),
    "situation": lambda name: name in _situations(),
    "stage": lambda name: name in CANONICAL_STAGES,
    "view": lambda name: name in VIEWS,
    "table": _table,
    "rule": _rule,
    "setting": lambda name: name in declarations(),
    "page": lambda name: (ROOT / "docs" / name).is_file(),
    "test": _test,
}


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
