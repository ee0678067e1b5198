"""Faults in size tables: each is told with its line, and the table is not used."""

from pathlib import Path

import pytest

from qtdesk.formats.size_yaml import read_size_tables

GOOD = """\
id: socks
title: 袜子
example: false
source: 自己量的
as_of: "2026-11-22"
note: 以商品详情页为准
phrase: 亲，建议选 {size} 码
none: 亲，没有合适的码
together: false
tables:
  - title: 袜子
    columns:
      - { key: size, title: 尺码 }
      - { key: foot_from, title: 脚长从, unit: mm }
      - { key: foot_to, title: 脚长到, unit: mm }
    rows:
      - { size: S, foot_from: 220, foot_to: 235 }
      - { size: M, foot_from: 236, foot_to: 250 }
"""


def test_a_table_is_read(tmp_path: Path) -> None:
    (tmp_path / "socks.yaml").write_text(GOOD, "utf-8")
    (table,) = read_size_tables([tmp_path]).tables
    assert (table.id, table.title, table.example) == ("socks", "袜子", False)
    assert [row["size"] for row in table.charts[0].rows] == ["S", "M"]


def test_the_earlier_folder_counts(tmp_path: Path) -> None:
    for name in ("own", "ours"):
        (tmp_path / name).mkdir()
        text = GOOD.replace("袜子", name)
        (tmp_path / name / "socks.yaml").write_text(text, "utf-8")
    reading = read_size_tables([tmp_path / "own", tmp_path / "ours", tmp_path / "no"])
    assert [table.title for table in reading.tables] == ["own"]


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        ("id: socks", "id: sock", 1, "The id is not the name of the file."),
        ("phrase: 亲，建议选 {size} 码\n", "", 1, "“phrase” is missing."),
        ("foot_to: 235", "foot_to: 2xx", 17, "“foot_to” is no number."),
        ("foot_from: 236", "foot_from: 23", 18, "“foot_from” is less than in the row"),
        ("foot_to: 250 }", "}", 18, "“foot_to” is missing."),
        ("key: size,", "key: name,", 13, "No column names the size."),
        ("title: 袜子\nex", "title: 袜子\nexx: 1\nex", 3, "“exx”"),
        ("tables:", "tables: no\nmore:", 10, "“tables” must be a list."),
    ],
)
def test_a_fault_is_told(
    tmp_path: Path, old: str, new: str, line: int, what: str
) -> None:
    assert old in GOOD
    (tmp_path / "socks.yaml").write_text(GOOD.replace(old, new), "utf-8")
    reading = read_size_tables([tmp_path])
    assert reading.tables == ()
    told = [(problem.line, str(problem.what)) for problem in reading.problems]
    assert any(at == line and what in said for at, said in told), told


@pytest.mark.parametrize("text", ["", "- a\n", "a: [", "\x00"])
def test_what_is_no_table_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "odd.yaml").write_text(text, "utf-8")
    reading = read_size_tables([tmp_path])
    assert reading.tables == ()
    assert reading.problems
