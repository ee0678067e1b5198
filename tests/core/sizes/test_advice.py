"""Which size fits, and why; over the tables that come with the program."""

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtdesk.core.sizes import (
    Chart,
    Column,
    Fit,
    Measure,
    Said,
    SizeTable,
    Verdict,
    advise,
    likeliest,
    read_measures,
    say,
)
from qtdesk.core.templates import Context, Filled, fill
from qtdesk.formats.size_yaml import read_size_tables

FOLDER = Path(__file__).parents[3] / "phrasebooks" / "sizes"
CONTEXT = Context(datetime(2026, 11, 22, 12, tzinfo=UTC))


@cache
def tables() -> dict[str, SizeTable]:
    return {table.id: table for table in read_size_tables([FOLDER]).tables}


def said(table: str, text: str, chart: int = 0, fit: Fit = Fit.USUAL) -> Said:
    sheet = tables()[table]
    return say(sheet, sheet.charts[chart], read_measures(text), fit)


def text_of(told: Said) -> str:
    """What the buyer reads; empty where there is nothing to say."""
    if told.phrase is None:
        return ""
    filling = fill(told.phrase.text, CONTEXT._replace(answers=told.answers))
    assert isinstance(filling, Filled)
    return filling.text


@pytest.mark.parametrize(
    ("table", "chart", "text", "size"),
    [
        ("women-tops", 0, "165 104斤", "M"),
        ("women-tops", 0, "165 106斤", "L"),
        ("women-tops", 0, "胸围86 身高160", "M"),
        ("women-tops", 0, "胸围87 身高160", "L"),
        ("women-tops", 0, "胸围87 身高160 90斤", "L"),
        ("women-tops", 0, "身高160", "M"),
        ("men-tops", 0, "180 75kg", "XL"),
        ("men-tops", 0, "175 胸围92", "L"),
        ("tops-as-labelled", 0, "胸围80 身高160", "160/80A"),
        ("trousers", 0, "腰围70", "28"),
        ("trousers", 0, "腰围2尺1", "28"),
        ("trousers", 0, "腰围27", "27"),
        ("bras", 0, "上胸围88 下胸围75", "75B"),
        ("shoes", 0, "脚长24", "38"),
        ("shoes", 0, "脚长243", "39"),
        ("shoes", 1, "脚长26.5cm", "43"),
        ("children", 0, "宝宝身高105", "110"),
        ("children", 0, "身高104.5", "110"),
        ("rings", 0, "手寸52", "12"),
        ("hats", 0, "头围57", "M"),
    ],
)
def test_a_size_of_the_shipped_tables(
    table: str, chart: int, text: str, size: str
) -> None:
    told = said(table, text, chart)
    assert told.verdict is Verdict.FITS
    assert told.size == size
    assert size in text_of(told)
    assert "以商品详情页" in text_of(told)


def test_what_the_buyer_reads() -> None:
    told = said("women-tops", "163 胸围88 104斤")
    assert text_of(told) == (
        "亲，按您的身高163cm、胸围88cm、体重52kg（104斤），这款建议选 L 码"
        "（按胸围选，体重对应M）。手工量有 1～3 厘米误差，以商品详情页的尺码表为准哦～"
    )


def test_outside_of_a_table_no_size_is_named() -> None:
    for text, verdict in (
        ("胸围120", Verdict.TOO_LARGE),
        ("胸围60", Verdict.TOO_SMALL),
        ("165 200斤", Verdict.TOO_LARGE),
    ):
        told = said("women-tops", text)
        assert (told.verdict, told.size) == (verdict, "")
        assert "没有合适的码" in text_of(told)


def test_nothing_is_said_where_nothing_is_known() -> None:
    told = said("women-tops", "这款有什么颜色")
    assert (told.verdict, text_of(told)) == (Verdict.UNKNOWN, "")
    assert told.missing == (Measure.HEIGHT, Measure.BUST, Measure.WEIGHT)
    assert said("bras", "下胸围75").verdict is Verdict.UNKNOWN


def test_who_likes_it_loose_gets_one_more_where_there_is_one() -> None:
    assert said("women-tops", "胸围84", fit=Fit.LOOSE).size == "L"
    assert "大了一码" in text_of(said("women-tops", "胸围84", fit=Fit.LOOSE))
    assert said("women-tops", "胸围92", fit=Fit.LOOSE).size == "XL"
    assert "大了一码" not in text_of(said("women-tops", "胸围92", fit=Fit.LOOSE))


CHART = Chart(
    "",
    (Column("size", ""), Column("bust", "", "cm"), Column("waist", "", "cm")),
    tuple(
        {"size": name, "bust": str(80 + 4 * at), "waist": str(60 + 4 * at)}
        for at, name in enumerate("SMLX")
    ),
)


@given(st.floats(60, 120), st.floats(40, 100))
def test_the_size_is_never_tighter_than_a_measure_takes(
    bust: float, waist: float
) -> None:
    advice = advise(CHART, {Measure.BUST: bust, Measure.WAIST: waist})
    if advice.verdict is not Verdict.FITS:
        assert advice.size == ""
        return
    place = "SMLX".index(advice.size)
    assert bust <= CHART.range_of(Measure.BUST, place)[1]
    assert waist <= CHART.range_of(Measure.WAIST, place)[1]


@given(st.floats(60, 120), st.floats(0, 10))
def test_more_never_takes_less(bust: float, more: float) -> None:
    sizes = ["", *"SMLX"]
    one = advise(CHART, {Measure.BUST: bust})
    other = advise(CHART, {Measure.BUST: bust + more})
    if one.verdict is other.verdict is Verdict.FITS:
        assert sizes.index(one.size) <= sizes.index(other.size)


@pytest.mark.parametrize(
    ("text", "chart"),
    [
        ("165 104斤", "女上装"),
        ("185 170斤", "男上装"),
        ("宝宝身高105", "童装"),
        ("脚长24", "女鞋"),
        ("脚长27", "男鞋"),
        ("上胸围88 下胸围75", "底围"),
        ("手寸52", "戒指"),
        ("头围57", "帽子"),
        ("腰围70", "裤装"),
        ("这款有什么颜色", None),
    ],
)
def test_measures_tell_what_they_are_for(text: str, chart: str | None) -> None:
    offered = [
        (table, one)
        for table in tables().values()
        for one in (table.charts[:1] if table.together else table.charts)
    ]
    found = likeliest(offered, read_measures(text))
    assert (None if found is None else offered[found][1].title) == chart
