"""Measures in what buyers write."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtdesk.core.sizes import Measure, read_measures
from qtdesk.core.sizes.measures import _LIMITS

H, W, B, U = Measure.HEIGHT, Measure.WEIGHT, Measure.BUST, Measure.UNDERBUST


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("165 104斤", {H: 165, W: 52}),
        ("165 52", {H: 165, W: 52}),
        ("165/104", {H: 165, W: 52}),
        ("我身高165体重104", {H: 165, W: 52}),
        ("身高１６５，体重５２公斤", {H: 165, W: 52}),
        ("1米65 104斤，平时穿M", {H: 165, W: 52}),
        ("1.65m 52kg", {H: 165, W: 52}),
        ("一般 180 80 穿多大", {H: 180, W: 80}),
        ("160 90斤", {H: 160, W: 45}),
        ("1米6，90", {H: 160, W: 45}),
        ("身高168，胸围88", {H: 168, B: 88}),
        ("三围88-68-92，身高168", {H: 168, B: 88, Measure.WAIST: 68, Measure.HIP: 92}),
        (
            "上胸围88 下胸围75",
            {B: 88, U: 75, Measure.DIFFERENCE: 13},
        ),
        ("腰围2尺1", {Measure.WAIST: 70}),
        ("腰围27", {Measure.WAIST: 68.6}),
        ("腰围70", {Measure.WAIST: 70}),
        ("脚长24.5", {Measure.FOOT: 245}),
        ("脚长245mm", {Measure.FOOT: 245}),
        ("脚长245", {Measure.FOOT: 245}),
        ("头围57", {Measure.HEAD: 57}),
        ("手寸52", {Measure.FINGER: 52}),
        ("宝宝身高105", {H: 105}),
        ("height 165cm weight 52kg", {H: 165, W: 52}),
        ("chest 96", {B: 96}),
        ("体重45公斤", {W: 45}),
        ("体重120", {W: 60}),
        ("155 140", {H: 155, W: 70}),
        ("200 300", {H: 200}),
    ],
)
def test_it_reads(text: str, told: dict[Measure, float]) -> None:
    assert read_measures(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "",
        "这款有什么颜色",
        "订单4012345678901234567",
        "13800138000",
        "要2件",
        "身高999",
        "满200减30",
    ],
)
def test_it_makes_nothing_up(text: str) -> None:
    assert read_measures(text) == {}


def test_a_weight_goes_by_the_height() -> None:
    assert read_measures("185 95")[W] == 95
    assert read_measures("155 95")[W] == 47.5


@given(st.text())
def test_no_text_breaks_it_and_all_is_possible(text: str) -> None:
    for measure, value in read_measures(text).items():
        low, high = _LIMITS[measure]
        factor = 10 if measure in {Measure.FOOT, Measure.FINGER} else 1
        assert low * factor <= value <= high * factor


@given(st.floats(145, 200), st.floats(18, 29))
def test_kilograms_and_half_of_them_are_told_apart(height: float, index: float) -> None:
    height = round(height)
    weight = round(index * (height / 100) ** 2)
    assert read_measures(f"{height} {weight}")[W] == weight
    assert read_measures(f"{height} {2 * weight}")[W] == weight
