"""The list of places that comes with the program, and one of the lead's own."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtdesk.core.errors import RegionsError
from qtdesk.core.orders import OrderReader, Regions
from qtdesk.core.orders.regions import Level

SMALL = (
    "@as_of 2027-01\n@traditional 東东\np山东省|山东\nc临沂市|临沂\nd沂南县\t界湖街道\n"
)


def test_every_province_and_the_newest_districts_are_there(
    reader: OrderReader,
) -> None:
    regions = reader.regions
    assert len(regions.provinces) == 34
    for name in ("和安县", "和康县", "米林市", "错那市", "白杨市", "临平区", "江北区"):
        assert regions.named(name), name
    assert {place.name for place in regions.provinces[-1].children} >= {"台北市"}
    assert regions.as_of >= "2026-06"


def test_no_place_has_a_name_twice_or_lies_in_two(reader: OrderReader) -> None:
    for province in reader.regions.provinces:
        for city in province.children:
            names = [district.name for district in city.children]
            assert len(names) == len(set(names))
            for district in city.children:
                assert district.level is Level.DISTRICT
                assert district.lies_in(province)
                assert len(set(district.names)) == len(district.names)


def test_streets_are_whole_names(reader: OrderReader) -> None:
    streets = [
        street
        for province in reader.regions.provinces
        for city in province.children
        for place in (city, *city.children)
        for street in place.streets
    ]
    assert len(streets) > 40_000
    assert not [name for name in streets if len(name) < 2 or "\t" in name]


def test_no_name_of_a_place_is_changed_by_folding(reader: OrderReader) -> None:
    for province in reader.regions.provinces:
        for city in province.children:
            for place in (province, city, *city.children):
                for name in (*place.names, *place.streets):
                    assert reader.regions.fold(name) == name


@given(text=st.text(max_size=60))
def test_folding_keeps_every_place(reader: OrderReader, text: str) -> None:
    folded = reader.regions.fold(text)
    assert len(folded) == len(text)
    assert reader.regions.fold(folded) == folded


def test_a_small_list_of_ones_own_is_enough() -> None:
    regions = Regions(SMALL)
    assert regions.as_of == "2027-01"
    assert regions.fold("山東") == "山东"
    reading = OrderReader(regions).read("王芳 13800138000 山東临沂市沂南县界湖街道1号")
    assert [str(flag) for flag in reading.flags] == []


@pytest.mark.parametrize(
    "text", ["", "hello", "p", "c杭州市", "d余杭区", "@as_of", "\0"]
)
def test_anything_else_is_refused_in_words(text: str) -> None:
    with pytest.raises(RegionsError) as refused:
        Regions(text)
    assert refused.value.title
    assert refused.value.hint


def test_an_endless_text_does_not_hold_anybody_up(reader: OrderReader) -> None:
    began = time.monotonic()
    for piece in (
        "浙江省",
        "收货人：",
        "1",
        "1 ",
        "13800138000 ",
        "[",
        "（",
        "要顺丰，",
        "a,",
    ):
        text = piece * (100_000 // len(piece))
        assert reader.read(text).text == text
    assert time.monotonic() - began < 60
