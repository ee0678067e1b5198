"""The file of rules: what it holds, and each fault with its line and remedy."""

import json
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from qtdesk import paths
from qtdesk.core.errors import ChecklistError
from qtdesk.core.rules import ReturnKind, RuleBook, overdue_parts
from qtdesk.formats.rule_yaml import (
    CLASS_KEYS,
    CONTACT_KEYS,
    FILE_KEYS,
    PLATFORM_KEYS,
    RETURN_KEYS,
    look_at_rules,
)

SHIPPED = paths.resources() / "checklists"
GOOD = """\
format: 1
rules:
  - platform: a
    as_of: 2026-11-21
    source: x
    ship_hours: 24
    verified: no
    exceptions: [预售, 定制]
    comp_rate: 0.05
    comp_min: 5
    comp_cap: 30
contact:
  as_of: 2026-11-21
  source: y
  reminders: 2
  quiet_from: "21:30"
returns:
  as_of: 2026-11-20
  source: z
  classes:
    - {name: 服装, kind: applies, standard: 吊牌}
    - {name: 鲜花, kind: fresh}
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "rules.yaml"
    path.write_text(text, "utf-8")
    return path


def read(path: Path) -> RuleBook:
    """The rules of a file without a fault."""
    book, problems = look_at_rules(path)
    assert problems == ()
    assert book is not None
    return book


def test_every_part_is_read(tmp_path: Path) -> None:
    book = read(write(tmp_path, GOOD))
    (rule,) = book.rules
    assert (str(rule.ship_hours), rule.verified) == ("24", False)
    assert rule.exceptions == ("预售", "定制")
    limits = (rule.comp_rate, rule.comp_min, rule.comp_cap)
    assert list(map(str, limits)) == ["0.05", "5", "30"]
    assert book.contact is not None
    assert (int(book.contact.reminders), int(book.contact.visit_days)) == (2, 3)
    assert (book.contact.quiet_from, book.contact.quiet_to) == (time(21, 30), time(9))
    assert book.returns is not None
    assert [each.kind for each in book.returns.classes] == ["applies", "fresh"]
    assert book.returns.of("鲜花") is book.returns.classes[1]
    assert book.returns.of("船") is None


def test_parts_may_be_left_out(tmp_path: Path) -> None:
    book = read(write(tmp_path, GOOD[: GOOD.index("contact:")]))
    assert (book.contact, book.returns) == (None, None)


@pytest.mark.parametrize(
    ("old", "new", "line", "what", "remedy"),
    [
        ("as_of: 2026-11-21\n    source: x", "as_of: soon\n    source: x", 4, "soon",
         "2026-11-21"),
        ("    as_of: 2026-11-21\n    source: x", "    source: x", 3, "as_of", "Add"),
        ("source: x", "source:", 5, "source", "Add"),
        ("ship_hours: 24", "ship_hours: many", 6, "many", "above zero"),
        ("ship_hours: 24", "ship_hours: -1", 6, "-1", "above zero"),
        ("ship_hours", "ship_ours", 6, "ship_ours", "ship_hours"),
        ("verified: no", "verified: maybe", 7, "maybe", "yes or no"),
        ("comp_rate: 0.05", "comp_rate: 5", 9, "“5”", "five per cent"),
        ("reminders: 2", "reminders: 0", 15, "“0”", "above zero"),
        ('"21:30"', '"half nine"', 16, "half nine", "22:00"),
        ("kind: fresh", "kind: fesh", 22, "fesh", "fresh"),
        (", kind: fresh", "", 22, "kind", "Add"),
        ("name: 鲜花, ", "", 22, "name", "Add"),
        ("name: 鲜花", "name: 服装", 22, "服装", "Delete one"),
        ("contact:\n", "contact: 3\nelse:\n", 12, "contact", "keys"),
        ("  classes:\n", "  classes: 3\n  more:\n", 20, "list", "“- ”"),
        ("rules:\n", "rule:\n", 1, "no rules", "Copy the file"),
        (GOOD, "", 0, "empty", "wait"),
        (GOOD, "[]", 1, "no rules", "Copy the file"),
        (GOOD, "rules: [", 2, "", "Indent"),
    ],
)  # fmt: skip
def test_every_fault_has_its_line_and_a_remedy(
    tmp_path: Path, old: str, new: str, line: int, what: str, remedy: str
) -> None:
    assert old in GOOD
    path = write(tmp_path, GOOD.replace(old, new, 1))
    book, problems = look_at_rules(path)
    assert book is None
    hits = [each for each in problems if each.line == line and what in str(each.what)]
    assert hits, [str(each) for each in problems]
    assert remedy in str(hits[0].remedy)


def test_what_is_out_of_reach_says_so(tmp_path: Path) -> None:
    with pytest.raises(ChecklistError, match="cannot be read"):
        look_at_rules(tmp_path / "none.yaml")


def test_what_is_older_than_a_year_is_to_be_looked_up_again(tmp_path: Path) -> None:
    book = read(write(tmp_path, GOOD))
    assert not list(overdue_parts(book, date(2027, 11, 20)))
    assert list(overdue_parts(book, date(2027, 11, 21))) == [
        ("returns", date(2026, 11, 20))
    ]
    names = [name for name, _ in overdue_parts(book, date(2027, 11, 22))]
    assert names == ["rules a", "contact", "returns"]


def test_shipped_figures_are_dated_and_unverified_ones_say_so() -> None:
    book = read(SHIPPED / "rules.yaml")
    for rule in book.rules:
        assert rule.source
        unknown = "未核对" in rule.source and "赔付" not in rule.source
        assert not (rule.verified and unknown), rule.platform
    # No figure of compensation could be compared; the old example is no platform's.
    told = [rule.platform for rule in book.rules if rule.comp_rate is not None]
    assert told == ["example-2017"]
    assert book.returns is not None
    assert len(book.returns.classes) >= 25
    assert {each.kind for each in book.returns.classes} == set(ReturnKind)
    for source in (book.returns.source, book.contact and book.contact.source):
        assert source
    assert "示例" in book.returns.source


def test_the_platforms_rules_have_day_and_source() -> None:
    book = read(SHIPPED / "rules.yaml")
    taobao = book.of("taobao")
    assert taobao is not None
    assert (taobao.memo_bytes, taobao.memo_warning) == (1000, 900)
    other = book.of("somewhere else")
    assert other is not None
    assert (other.platform, str(other.as_of)) == ("", "2026-11-21")
    assert all(rule.source for rule in book.rules)


def test_the_latest_of_two_rules_counts(tmp_path: Path) -> None:
    path = tmp_path / "rules.yaml"
    path.write_text(
        "rules:\n"
        "  - {platform: a, as_of: 2026-11-21, source: x, ship_hours: 24}\n"
        "  - {platform: a, as_of: 2026-01-01, source: x, ship_hours: 72}\n",
        "utf-8",
    )
    rule = read(path).of("a")
    assert rule is not None
    assert rule.ship_hours == 24
    assert read(path).of("b") is None


SCHEMA = json.loads((SHIPPED / "rules.schema.json").read_text("utf-8"))
PARTS = SCHEMA["$defs"]


@pytest.mark.parametrize(
    ("part", "keys"),
    [
        (SCHEMA, FILE_KEYS),
        (PARTS["platform"], PLATFORM_KEYS),
        (PARTS["contact"], CONTACT_KEYS),
        (PARTS["returns"], RETURN_KEYS),
        (PARTS["class"], CLASS_KEYS),
    ],
)
def test_editors_and_the_reader_know_the_same_keys(
    part: dict[str, Any], keys: tuple[str, ...]
) -> None:
    assert tuple(part["properties"]) == keys
    assert part["additionalProperties"] is False


def test_editors_know_the_same_kinds() -> None:
    kinds = PARTS["class"]["properties"]["kind"]["enum"]
    assert kinds == [each.value for each in ReturnKind]
