"""The size tables beside the book for clothes: complete, in order, and dated."""

import json
import re
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from docs.phrasebook_counts import shipped

FOLDER = Path(__file__).parents[2] / "phrasebooks" / "sizes"
SCHEMA = json.loads((FOLDER / "size-table.schema.json").read_text("utf-8"))
NAMES = (
    *("bras", "children", "hats", "men-tops", "rings", "shoes"),
    *("tops-as-labelled", "trousers", "women-tops"),
)
CM_PER_INCH = 2.54
CHI_PER_METRE = 3

Row = dict[str, Any]


@cache
def sheet(name: str) -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load((FOLDER / f"{name}.yaml").read_text("utf-8"))
    return read


def tables(name: str) -> list[tuple[list[str], list[Row]]]:
    """The keys of the columns and the rows of each table."""
    return [
        ([column["key"] for column in table["columns"]], table["rows"])
        for table in sheet(name)["tables"]
    ]


def column(rows: list[Row], key: str) -> list[Any]:
    return [row[key] for row in rows]


def is_figures(values: list[Any]) -> bool:
    return all(isinstance(value, int | float) for value in values)


def test_the_folder_holds_these_and_no_other() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.yaml")) == list(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_sheet_has_the_keys_of_the_schema(name: str) -> None:
    assert list(sheet(name)) == SCHEMA["required"]
    assert SCHEMA["required"] == list(SCHEMA["properties"])
    assert sheet(name)["id"] == name
    for table in sheet(name)["tables"]:
        assert list(table) == SCHEMA["$defs"]["table"]["required"]
        described = SCHEMA["$defs"]["column"]
        for each in table["columns"]:
            assert (
                set(described["required"]) <= set(each) <= set(described["properties"])
            )
            assert re.fullmatch(described["properties"]["key"]["pattern"], each["key"])
            units = described["properties"]["unit"]["enum"]
            assert each.get("unit", units[0]) in units


@pytest.mark.parametrize("name", NAMES)
def test_a_sheet_says_what_it_is_worth(name: str) -> None:
    read = sheet(name)
    assert read["example"] is True
    assert "示例" in read["note"]
    assert "以商品详情页为准" in read["note"]
    assert date.fromisoformat(read["as_of"]).year >= 2026
    assert read["source"]


@pytest.mark.parametrize("name", NAMES)
def test_each_row_has_all_columns(name: str) -> None:
    for keys, rows in tables(name):
        assert len(rows) > 1
        assert len(set(keys)) == len(keys)
        assert [list(row) for row in rows] == [keys] * len(rows)
        assert all(
            isinstance(value, int | float | str) and value != ""
            for row in rows
            for value in row.values()
        )


@pytest.mark.parametrize("name", NAMES)
def test_sizes_rise_and_no_figure_falls(name: str) -> None:
    for keys, rows in tables(name):
        columns = [column(rows, key) for key in keys]
        figures = [values for values in columns if is_figures(values)]
        assert figures
        assert all(one < other for one, other in pairwise(figures[0]))
        for values in figures[1:]:
            assert all(one <= other for one, other in pairwise(values))
        assert len(set(columns[0])) == len(rows)


@pytest.mark.parametrize("name", NAMES)
def test_ranges_leave_no_gap_and_do_not_overlap(name: str) -> None:
    for keys, rows in tables(name):
        for start in (key for key in keys if key.endswith("_from")):
            starts = column(rows, start)
            ends = column(rows, start.removesuffix("_from") + "_to")
            assert all(one < other for one, other in zip(starts, ends, strict=True))
            assert starts[1:] == [end + 1 for end in ends[:-1]]


def test_marks_of_tops_say_height_and_bust() -> None:
    for name in ("women-tops", "men-tops", "tops-as-labelled"):
        for _, rows in tables(name):
            for row in rows:
                assert row["mark"] == f"{row['height']}/{row['bust']}A"


def test_waists_of_trousers_are_the_inches() -> None:
    ((_, rows),) = tables("trousers")
    assert column(rows, "size") == list(range(25, 39))
    for row in rows:
        centimetres = row["size"] * CM_PER_INCH
        assert row["waist"] == pytest.approx(centimetres, abs=0.06)
        chi = centimetres / 100 * CHI_PER_METRE
        assert row["chi"] == pytest.approx(chi, abs=0.011)


def test_the_phrase_on_cups_has_the_figures_of_the_table() -> None:
    by_id = {phrase.id: phrase for phrase in shipped("apparel-zh-CN.yaml").phrases}
    (text,) = by_id["apparel-bra-cup"].texts
    _, (_, rows) = tables("bras")
    told = re.findall(r"([\d.]+)(?:厘米)?是([A-E])", text)
    assert told == [(f"{row['difference']:g}", row["size"]) for row in rows]
