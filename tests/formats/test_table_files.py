"""Files of tables: those that are shipped, and every fault with its line."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from qtdesk import paths
from qtdesk.core.errors import StoreError
from qtdesk.core.tables import ColumnType, Private, usual_cell
from qtdesk.formats.table_yaml import (
    COLUMN_KEYS,
    OPTION_KEYS,
    RETENTION_KEYS,
    TABLE_KEYS,
    read_table,
    read_tables,
)
from tests.sample_rows import NOW, SHIPPED

FOLDER = paths.resources() / "tables"
GOOD = """\
id: own
name: {zh: 自己的, en: Own}
columns:
  - {id: a, type: text, label: 甲, required: yes}
  - {id: b, type: choice, label: 乙, options: [{id: x, label: X}], usual: x}
retention: {rows: 30, since: change}
"""


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda p: p.stem)
def test_what_is_shipped_has_no_fault(path: Path) -> None:
    read = read_table(path)
    assert read.problems == ()
    assert read.table is not None
    assert read.table.id == path.stem
    for text in (read.table.name, read.table.note):
        assert text.zh
        assert text.en
    for column in read.table.columns:
        assert column.label.zh
        assert column.label.en
        usual_cell(column, NOW)


def test_all_forms_of_the_trade_are_there() -> None:
    assert set(SHIPPED) == {
        *("lost", "reviews", "returns", "visits", "complaints", "questions"),
        *("satisfaction", "weekly", "facts", "customers", "audits"),
    }
    assert SHIPPED["customers"].setting == "customer_cards"
    assert SHIPPED["facts"].lasting
    assert [t for t in SHIPPED.values() if t.setting] == [SHIPPED["customers"]]
    assert [t for t in SHIPPED.values() if t.lasting] == [SHIPPED["facts"]]


def test_a_good_file(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(GOOD, "utf-8")
    table = read_table(path).table
    assert table is not None
    assert table.retention.rows == 30
    assert table.retention.since_change
    assert [column.id for column in table.quick] == ["a", "b"]


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("id: own\n", "", 1, "“id” is missing"),
        ("name: {zh: 自己的, en: Own}\n", "", 1, "“name” is missing"),
        ("type: text", "type: words", 4, "words"),
        ("id: b", "id: a", 5, "“a” is no id"),
        ("id: a", "id: day", 4, "“day” is no id"),
        ("id: a", "id: 甲", 4, "is no id"),
        (", options: [{id: x, label: X}]", "", 5, "“options” is missing"),
        ("type: text, label", "type: text, options: [{id: x, label: X}], label", 4, ""),
        ("rows: 30", "rows: month", 6, "month"),
        ("rows: 30", "rows: 0", 6, "0"),
        ("since: change", "since: ever", 6, "ever"),
        ("usual: x", "usual: y", 5, "usual"),
        ("required: yes", "privat: name", 4, "privat"),
        ("required: yes", "private: secret", 4, "secret"),
        ("id: own", "id: own\nsetting: none", 2, "none"),
        ("id: own", "id: own\nformat: 2", 2, "2"),
    ],
)
def test_every_fault_has_its_line_and_spoils_the_table(
    tmp_path: Path, old: str, new: str, line: int, said: str
) -> None:
    assert old in GOOD
    path = tmp_path / "own.yaml"
    path.write_text(GOOD.replace(old, new, 1), "utf-8")
    read = read_table(path)
    assert read.table is None
    hits = [p for p in read.problems if said in str(p.what) and str(p.remedy)]
    assert hits, read.problems
    assert min(abs(hit.line - line) for hit in hits) <= 1, hits
    assert read_tables([tmp_path]) == {}


@pytest.mark.parametrize("text", ["", "- a", "words", "id: [", "id: x\ncolumns: 3\n"])
def test_what_is_no_table_is_not_used(tmp_path: Path, text: str) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(text, "utf-8")
    assert read_table(path).table is None
    assert read_table(path).problems


def test_a_shops_own_table_goes_before_ours(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(GOOD.replace("id: own", "id: lost"), "utf-8")
    (tmp_path / "notes.txt").write_text("nothing", "utf-8")
    tables = read_tables([tmp_path, FOLDER])
    assert tables["lost"].name.en == "Own"
    assert len(tables) == len(SHIPPED)
    with pytest.raises(StoreError):
        read_table(tmp_path / "none.yaml")


SCHEMA = json.loads((FOLDER / "table.schema.json").read_text("utf-8"))
PARTS = SCHEMA["$defs"]


@pytest.mark.parametrize(
    ("part", "keys"),
    [
        (SCHEMA, TABLE_KEYS),
        (PARTS["column"], COLUMN_KEYS),
        (PARTS["option"], OPTION_KEYS),
        (PARTS["retention"], RETENTION_KEYS),
    ],
)
def test_editors_and_the_reader_know_the_same(
    part: dict[str, Any], keys: tuple[str, ...]
) -> None:
    assert tuple(part["properties"]) == keys
    assert part["additionalProperties"] is False
    column = PARTS["column"]["properties"]
    assert column["type"]["enum"] == [each.value for each in ColumnType]
    assert column["private"]["enum"] == [each.value for each in Private]


GUIDE = (paths.resources().parent / "docs" / "tables.md").read_text("utf-8")


def test_the_guide_names_every_table_and_column() -> None:
    lines = {
        line.split("`")[1]: line for line in GUIDE.splitlines() if line[:3] == "| `"
    }
    for table in SHIPPED.values():
        line = lines[table.id]
        assert table.name.zh in line
        for column in table.columns:
            star = "*" if column.required else ""
            assert f"`{column.id}`{star} ({column.type.value}" in line, column.id
            assert " ".join(o.id for o in column.options) in line


def test_the_example_of_the_guide_has_no_fault(tmp_path: Path) -> None:
    example = re.search(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
    assert example
    path = tmp_path / "loans.yaml"
    path.write_text(example[1], "utf-8")
    read = read_table(path)
    assert read.problems == ()
    assert read.table is not None
