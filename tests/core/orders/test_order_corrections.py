"""The agent knows better: another word for a field, or a typed value."""

import pytest

from qtdesk.core.orders import FieldName, OrderReader, Reading, Span
from tests.core.orders.order_texts import covers_everything

TEXT = "云朵 13800138000 备选13900139000 浙江省杭州市余杭区仓前街道文一西路969号 王芳收"


def at(reading: Reading, words: str) -> Span:
    start = reading.text.index(words)
    return Span(start, start + len(words))


def left(reading: Reading) -> list[str]:
    return [span.of(reading.text) for span in reading.left]


def test_another_word_becomes_the_name_and_the_old_one_is_left(
    reader: OrderReader,
) -> None:
    reading = reader.read(TEXT)
    assert reading.value(FieldName.NAME) == "王芳"
    corrected = reader.reassign(reading, at(reading, "云朵"), FieldName.NAME)
    assert corrected.value(FieldName.NAME) == "云朵"
    assert "name_low_confidence" not in map(str, corrected.flags)
    assert "王芳" in left(corrected)
    covers_everything(corrected)
    assert reading.value(FieldName.NAME) == "王芳"


def test_part_of_a_detail_can_be_the_name(reader: OrderReader) -> None:
    reading = reader.read("13800138000 上海市静安区南京西路1266号恒隆广场李")
    corrected = reader.reassign(reading, at(reading, "李"), FieldName.NAME)
    assert corrected.value(FieldName.NAME) == "李"
    assert corrected.value(FieldName.DETAIL).endswith("恒隆广场")
    covers_everything(corrected)


def test_half_a_number_is_no_number(reader: OrderReader) -> None:
    reading = reader.read(TEXT)
    corrected = reader.reassign(reading, at(reading, "0013"), FieldName.REMARK)
    assert corrected.value(FieldName.MOBILE) == ""
    assert {"138", "8000"} <= set(left(corrected))


def test_a_number_brings_its_extension(reader: OrderReader) -> None:
    reading = reader.read("王芳 13800138000 或者18400000013转7804")
    span = at(reading, "18400000013转7804")
    corrected = reader.reassign(reading, span, FieldName.MOBILE)
    assert corrected.value(FieldName.MOBILE) == "18400000013"
    assert corrected.value(FieldName.EXTENSION) == "7804"
    covers_everything(corrected)


def test_a_new_number_does_not_keep_the_extension_of_the_old_one(
    reader: OrderReader,
) -> None:
    reading = reader.read("王芳 18400000013-7804 另外13900139000")
    span = at(reading, "13900139000")
    corrected = reader.reassign(reading, span, FieldName.MOBILE)
    assert corrected.value(FieldName.MOBILE) == "13900139000"
    assert corrected.value(FieldName.EXTENSION) == ""


def test_a_number_of_the_wrong_length_stays_doubtful(reader: OrderReader) -> None:
    reading = reader.read("王芳 13800138000 139001390")
    span = at(reading, "139001390")
    corrected = reader.reassign(reading, span, FieldName.MOBILE)
    assert "mobile_length:9" in map(str, corrected.flags)


def test_a_district_brings_city_and_province(reader: OrderReader) -> None:
    reading = reader.read("王芳 13800138000 余杭 文一西路969号")
    corrected = reader.reassign(reading, at(reading, "余杭"), FieldName.DISTRICT)
    assert corrected.value(FieldName.DISTRICT) == "余杭区"
    assert corrected.value(FieldName.CITY) == "杭州市"
    assert corrected.value(FieldName.PROVINCE) == "浙江省"


def test_a_district_never_overrides_an_explicit_city(reader: OrderReader) -> None:
    reading = reader.read("王芳 13800138000 江苏省南京市 朝阳 珠江路1号")
    corrected = reader.reassign(reading, at(reading, "朝阳"), FieldName.DISTRICT)
    assert corrected.value(FieldName.DISTRICT) == "朝阳"
    assert corrected.value(FieldName.CITY) == "南京市"


def test_what_followed_from_a_word_goes_with_it(reader: OrderReader) -> None:
    reading = reader.read("福清市石竹街道1号 13800138000")
    assert reading.value(FieldName.PROVINCE) == "福建省"
    corrected = reader.reassign(reading, at(reading, "福清市"), FieldName.REMARK)
    assert corrected.value(FieldName.PROVINCE) == corrected.value(FieldName.CITY) == ""
    assert "province_missing" in map(str, corrected.flags)


def test_a_wish_is_added_to_the_others(reader: OrderReader) -> None:
    reading = reader.read("不要到付 包两层")
    corrected = reader.reassign(reading, at(reading, "包两层"), FieldName.REQUEST)
    assert corrected.values(FieldName.REQUEST) == ("不要到付", "包两层")


@pytest.mark.parametrize("span", [(0, 0), (2, 3), (-1, 2), (3, 1), (0, 10_000)])
def test_nothing_is_no_field(reader: OrderReader, span: tuple[int, int]) -> None:
    reading = reader.read(TEXT)
    with pytest.raises(ValueError, match="Span"):
        reader.reassign(reading, Span(*span), FieldName.NAME)


def test_a_typed_value_stands_where_the_old_one_did(reader: OrderReader) -> None:
    reading = reader.read("云南省昆明市 小刘 1380013800")
    corrected = reader.write(reading, FieldName.MOBILE, " 13800138000 ")
    mobile = corrected.get(FieldName.MOBILE)
    assert mobile is not None
    assert (mobile.value, mobile.spans) == (
        "13800138000",
        reading.fields[-1].spans,
    )
    assert "mobile_length:10" not in map(str, corrected.flags)


def test_a_typed_value_needs_no_place_in_the_text(reader: OrderReader) -> None:
    reading = reader.read("广东省")
    corrected = reader.write(reading, FieldName.CITY, "东莞市")
    assert corrected.value(FieldName.CITY) == "东莞市"
    assert "district_missing" in map(str, reading.flags)
    assert "district_missing" not in map(str, corrected.flags)
    covers_everything(corrected)


def test_an_empty_value_takes_the_field_away(reader: OrderReader) -> None:
    reading = reader.read(TEXT)
    corrected = reader.write(reading, FieldName.NAME, " ")
    assert corrected.get(FieldName.NAME) is None
    assert "name_missing" in map(str, corrected.flags)
