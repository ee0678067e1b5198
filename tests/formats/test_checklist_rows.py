"""Rows in checklist files: every fault has its line, and spoils the list."""

from pathlib import Path

import pytest

from qtdesk.formats.checklist_yaml import read_checklist
from tests.sample_rows import SHIPPED

GOOD = """\
id: CL-X
version: "1"
name: 试
items:
  - {id: A1, type: text, out: order, label: 单号}
  - id: A2
    type: choice
    out: why
    label: 原因
    options: [{id: price, label: 价}, {id: size, label: 码}]
  - {id: A3, type: money, out: paid, label: 金额}
  - {id: A4, type: tick, out: seen, label: 看过}
rows:
  - table: lost
    when: has(why)
    columns:
      reason: why
      note: '"单 " + order'
  - table: returns
    columns:
      kind: '"return" if seen else "exchange"'
      order: order
      refund: paid
      within_seven: paid > 3
"""


def read(tmp_path: Path, text: str) -> list[tuple[int, str, str]]:
    path = tmp_path / "list.yaml"
    path.write_text(text, "utf-8")
    found = read_checklist(path, {}, SHIPPED)
    assert (found.checklist is None) == bool(found.problems)
    return [(p.line, str(p.what), str(p.remedy)) for p in found.problems]


def test_a_good_list_has_its_rows(tmp_path: Path) -> None:
    assert read(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "said", "remedy"),
    [
        ("table: lost", "table: lots", 14, "no table “lots”", "lost"),
        ("      note:", "      nota:", 18, "no column “nota”", "note"),
        ("reason: why", "reason: what", 17, "called “what”", "item"),
        ("when: has(why)", "when: has(whom)", 14, "called “whom”", "item"),
        ("      reason: why\n", "", 14, "wants its column “reason”", "columns"),
        ('"exchange"', '"swap"', 21, "“swap” is none of the answers", "exchange"),
        ("refund: paid", "refund: seen", 23, "another kind of value: money", "number"),
        ("within_seven: paid > 3", "within_seven: paid", 24, "kind of value", "x == 1"),
        ("reason: why", "reason: seen", 17, "another kind of value", "Reckon"),
        ("refund: paid", 'refund: "1 +"', 23, "no expression", "Compare"),
        ("reason: why", "reason:", 17, "“reason” is missing", "Add"),
        (
            "{id: price, label: 价}",
            "{id: cost, label: 价}",
            17,
            "“cost” is none",
            "price",
        ),
        ("    when: has(why)\n", "    whne: has(why)\n", 15, "whne", "when"),
        (
            "    columns:\n      kind",
            "    colums:\n      kind",
            20,
            "colums",
            "columns",
        ),
    ],
)
def test_every_fault_of_a_row_has_its_line_and_a_remedy(
    tmp_path: Path, old: str, new: str, line: int, said: str, remedy: str
) -> None:
    assert old in GOOD
    problems = read(tmp_path, GOOD.replace(old, new, 1))
    hits = [p for p in problems if said in p[1] and remedy in p[2]]
    assert hits, problems
    assert min(abs(hit[0] - line) for hit in hits) <= 1, hits


def test_without_tables_no_row_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / "list.yaml"
    path.write_text(GOOD, "utf-8")
    assert read_checklist(path).checklist is None
