"""Checklist files: every fault has its line and a remedy, and spoils the list."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from qtdesk import paths
from qtdesk.bootstrap.tables import open_tables
from qtdesk.core.checklists import ItemType, Severity
from qtdesk.core.checklists.scope import FUNCTIONS, NAMES
from qtdesk.core.errors import ChecklistError
from qtdesk.core.orders import FieldName
from qtdesk.core.records import OutputTarget
from qtdesk.formats.checklist_items import (
    ITEM_KEYS,
    OPTION_KEYS,
    OUTPUT_KEYS,
    PRESET_KEYS,
    RULE_KEYS,
    TIMER_KEYS,
)
from qtdesk.formats.checklist_rows import ROW_KEYS
from qtdesk.formats.checklist_yaml import (
    BLOCK_KEYS,
    LIST_KEYS,
    SOURCE_KEYS,
    TAKEN_KEYS,
    read_checklist,
)
from tests.checking_room import shipped_lists

SHIPPED = paths.resources() / "checklists"
TABLES = open_tables(Path("no-such-folder"))
GOOD = """\
format: 1
id: CL-X
version: "1"
name: {zh: 试, en: Try}
blocks:
  - {id: one, label: 一}
items:
  - id: A1
    type: number
    out: height
    block: one
    label: {zh: 身高, en: Height}
    req: R
    validate:
      - id: tall
        when: height > 250
        severity: warn
        say: {zh: "{height} 厘米太高", en: "{height} cm is too much."}
  - {id: A2, type: tick, label: 看过, req: "C: height > 100"}
  - {id: A3, type: choice, label: 选, options: [{id: a, label: 甲}, {id: b, label: 乙}]}
outputs:
  - {id: t, target: buyer, label: 文, template: "身高{height}厘米"}
timers:
  - {id: w, label: 到点, at: 'hours_after(begun, 1)'}
presets:
  - {id: p, label: 预设, answers: {A3: a}}
"""


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "CL-X.yaml"
    path.write_text(text, "utf-8")
    return path


def test_a_good_list_is_read_whole(tmp_path: Path) -> None:
    read = read_checklist(write(tmp_path, GOOD))
    assert read.problems == ()
    checklist = read.checklist
    assert checklist is not None
    assert (checklist.id, checklist.version, checklist.locale) == ("CL-X", "1", "zh-CN")
    height, tick, choice = checklist.items
    assert (height.type, height.name, height.label.en) == (
        ItemType.NUMBER,
        "height",
        "Height",
    )
    assert height.rules[0].severity is Severity.WARN
    assert height.rules[0].blanks == {"height"}
    assert tick.required is not None
    assert tick.required.source == "height > 100"
    assert [option.id for option in choice.options] == ["a", "b"]
    preset = checklist.preset("p")
    assert preset is not None
    assert preset.answers == {"A3": "a"}
    assert not preset.entry
    assert checklist.draft is False


def test_a_preset_may_be_an_entry_of_its_own(tmp_path: Path) -> None:
    text = GOOD.replace("answers: {A3: a}", "answers: {A3: a}, entry: yes")
    read = read_checklist(write(tmp_path, text))
    assert read.problems == ()
    assert read.checklist is not None
    assert [each.entry for each in read.checklist.presets] == [True]


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("height > 250", "heigth > 250", 9, "heigth"),
        ("height > 250", "height >", 16, "no expression"),
        ("height > 250", "open('x')", 16, "unknown"),
        ("height > 250", "has()", 16, "brackets"),
        ("height > 250", "height.real > 250", 16, "no expression"),
        ("height > 250", 'flag("maskd")', 9, "maskd"),
        ("height > 250", 'has(read("phone"))', 9, "phone"),
        ("height > 250", 'A3 == "c"', 9, "“c”"),
        ("height > 250", 'A3 in ("a", "z")', 9, "“z”"),
        ("C: height > 100", "C: heigh > 100", 19, "heigh"),
        ("C: height > 100", "sometimes", 19, "sometimes"),
        ("{height} 厘米太高", "{hight} 厘米太高", 8, "hight"),
        ("type: number", "type: figure", 9, "figure"),
        ("severity: warn", "severity: bad", 17, "bad"),
        ("target: buyer", "target: sender", 22, "sender"),
        ("身高{height}厘米", "身高{size_of}厘米", 22, "size_of"),
        ("hours_after(begun, 1)", "hours_after(start, 1)", 24, "start"),
        ("answers: {A3: a}", "answers: {A3: c}", 26, "“c”"),
        ("answers: {A3: a}", "answers: {A9: a}", 26, "A9"),
        ("block: one", "block: two", 8, "two"),
        ("id: A2", "id: A1", 19, "twice"),
        ("out: height", "out: now", 8, "now"),
        ("id: A2", "id: 第二", 19, "no id"),
        ("format: 1", "format: 2", 1, "newer"),
        (
            "options: [{id: a, label: 甲}, {id: b, label: 乙}]",
            "options: []",
            20,
            "A3",
        ),
        ("label: {zh: 身高, en: Height}", "lable: 身高", 12, "lable"),
        ("    req: R\n", "    req: R\n    auto: height + 1\n", 8, "depends on itself"),
        ("id: CL-X\n", "", 1, "id"),
        ("items:\n", "things:\n", 7, "things"),
        ("items:\n", "items:\n  - {from: CL-01, items: [V99]}\n", 8, "V99"),
        ("  - id: A1", "  - id: A1\n   x", 9, ""),
    ],
)
def test_every_fault_has_its_line_and_a_remedy(
    tmp_path: Path, old: str, new: str, line: int, said: str
) -> None:
    assert old in GOOD
    read = read_checklist(write(tmp_path, GOOD.replace(old, new, 1)), {}, TABLES)
    hits = [
        problem
        for problem in read.problems
        if said in str(problem.what) and str(problem.remedy)
    ]
    assert hits, read.problems
    assert read.checklist is None
    assert min(abs(problem.line - line) for problem in hits) <= 1, hits


@pytest.mark.parametrize(
    "text",
    ["", "- a\n- b\n", "just words", "id: CL-X\n", "\0", "id: [", "id: CL-X\nitems: 3"],
)
def test_what_is_no_list_is_not_used(tmp_path: Path, text: str) -> None:
    read = read_checklist(write(tmp_path, text))
    assert read.checklist is None
    assert read.problems


def test_a_circle_through_others_is_found(tmp_path: Path) -> None:
    text = GOOD.replace(
        "outputs:",
        "  - {id: B1, type: number, label: 甲, auto: B2 + 1}\n"
        "  - {id: B2, type: number, label: 乙, default: B3}\n"
        "  - {id: B3, type: number, label: 丙, when: has(B1)}\n"
        "outputs:",
        1,
    )
    read = read_checklist(write(tmp_path, text))
    assert read.checklist is None
    assert "depends on itself" in str(read.problems[0].what)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ChecklistError):
        read_checklist(tmp_path / "none.yaml")


@pytest.mark.parametrize("path", sorted((SHIPPED / "zh-CN").glob("*.yaml")), ids=str)
def test_what_is_shipped_has_no_fault(path: Path) -> None:
    others = {each.id: each for each in shipped_lists()}
    read = read_checklist(path, others, TABLES)
    assert read.problems == ()
    assert read.checklist is not None
    assert read.checklist.id == path.stem


def test_items_are_taken_from_another_list() -> None:
    ours = {each.id: each for each in shipped_lists()}
    address, state = ours["CL-04"].by_id["V04"], ours["CL-01"].by_id["V04"]
    assert address.rules == state.rules
    assert (address.block, state.block) == ("address", "recipient")


SCHEMA = json.loads((SHIPPED / "checklist.schema.json").read_text("utf-8"))
PARTS = SCHEMA["$defs"]


@pytest.mark.parametrize(
    ("part", "keys"),
    [
        (SCHEMA, LIST_KEYS),
        (PARTS["item"], ITEM_KEYS),
        (PARTS["taken"], TAKEN_KEYS),
        (PARTS["rule"], RULE_KEYS),
        (PARTS["option"], OPTION_KEYS),
        (PARTS["output"], OUTPUT_KEYS),
        (PARTS["timer"], TIMER_KEYS),
        (PARTS["preset"], PRESET_KEYS),
        (PARTS["row"], ROW_KEYS),
        (PARTS["block"], BLOCK_KEYS),
        (PARTS["source"], SOURCE_KEYS),
    ],
)
def test_editors_and_the_reader_know_the_same_keys(
    part: dict[str, Any], keys: tuple[str, ...]
) -> None:
    assert tuple(part["properties"]) == keys
    assert part["additionalProperties"] is False


def test_editors_know_the_same_words() -> None:
    item = PARTS["item"]["properties"]
    assert item["type"]["enum"] == [each.value for each in ItemType]
    assert item["severity"]["enum"] == [each.value for each in Severity]
    assert item["field"]["enum"] == [each.value for each in FieldName]
    targets = PARTS["output"]["properties"]["target"]["enum"]
    assert targets == [each.value for each in OutputTarget]


GUIDE = (paths.resources().parent / "docs" / "checklists.md").read_text("utf-8")


def test_the_guide_names_every_function_and_every_name() -> None:
    told = set(re.findall(r"`(\w+)(?:\(.*?\))?`", GUIDE))
    assert set(FUNCTIONS) - told == set()
    assert NAMES - told == set()


def test_the_example_of_the_guide_has_no_fault(tmp_path: Path) -> None:
    example = re.search(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
    assert example
    read = read_checklist(write(tmp_path, example[1]), {}, TABLES)
    assert read.problems == ()
    assert read.checklist is not None
    assert read.checklist.outputs
