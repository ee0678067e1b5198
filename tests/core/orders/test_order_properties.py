"""What holds for every text, and not only for those somebody thought of."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from qtdesk.core.orders import Field, FieldName, OrderReader, Reading, Span
from qtdesk.core.orders.regions import Place
from qtdesk.core.orders.writing import written
from tests.core.orders.order_texts import covers_everything

SAMPLES = [
    sample["text"]
    for path in sorted(Path(__file__).with_name("samples").glob("*.yaml"))
    for sample in yaml.safe_load(path.read_text("utf-8"))
]
KINDS_OF_STREET = ("街道", "镇", "乡")
NOT_WRITTEN = {FieldName.OTHER_ADDRESS, FieldName.COUNTRY, FieldName.UNIT}

names = st.sampled_from(["张三", "欧阳锋", "李女士", "孙**", "小陈", "Tom", "迪丽·力"])
phones = st.sampled_from(
    [
        "13800138000",
        "138 0013 8000",
        "18400000013-7804",
        "138****8000",
        "1380013800",
        "021-58980000",
        "+852 9123 4567",
        "4008208820",
        "[4821]",
        "转4821",
    ]
)
places = st.sampled_from(
    [
        "浙江省",
        "杭州市",
        "余杭区",
        "仓前街道",
        "上海",
        "北京市",
        "朝阳区",
        "吉林",
        "东莞",
        "香港",
        "觀塘區",
        "雨花区",
        "吴江市",
        "高新区",
        "市辖区",
        "济源市",
        "省直辖",
    ]
)
details = st.sampled_from(
    [
        "文一西路969号",
        "5号楼",
        "201",
        "珠江路498号未来城B座946室",
        "祖冲之路****",
        "自提",
    ]
)
labels = st.sampled_from(
    [
        "收货人：",
        "电话:",
        "地址：",
        "原地址：",
        "新地址：",
        "改成",
        "订单编号：",
        "商品：",
        "颜色:",
        "数量：",
        "实付：",
        "买家留言：",
        "备注：",
        "邮编：",
        "运单号：",
        "详细地址：",
        "收货人\t手机\t地址\n",
        "| 姓名 | 电话 |\n",
    ]
)
goods = st.sampled_from(
    [
        "T恤 白色 L ×2",
        "¥128.00",
        "2件",
        "310000",
        "SF1234567890123",
        "包邮",
        "含运费6元",
        "4012345678901234567",
        "2026-11-11 10:00",
        "要顺丰，送个袋子",
        "谢谢",
        "圆通",
    ]
)
gaps = st.sampled_from(["", " ", "\n", "，", "\t", ";", "\u200b", "、", "(", "】"])
junk = st.text(max_size=6)
parts = st.one_of(names, phones, places, details, labels, goods, junk)
orders = st.lists(st.tuples(parts, gaps), max_size=16).map(
    lambda pieces: "".join(part + gap for part, gap in pieces)
)


@given(text=st.one_of(st.text(max_size=80), orders))
@example(text="")
@example(text="浙江:浙江/上海0号")
@example(text="\x01\x01地址\x01")
@example(text="安徽省城市：芜湖淮南市")
@example(text="改到漳州省份：安徽城市：芜湖")
@example(text="İ收货人：ß\u0130\ud7ff1⃣３８")
@settings(deadline=None, max_examples=400)
def test_any_text_is_read_and_accounted_for(reader: OrderReader, text: str) -> None:
    reading = reader.read(text)
    assert reading.text == text
    covers_everything(reading)
    taken = sorted(s for f in reading.fields if not f.implied for s in f.spans)
    taken = sorted([*taken, *reading.labels])
    assert all(a.end <= b.start for a, b in pairwise(taken))


@given(text=orders)
@settings(deadline=None, max_examples=200)
def test_reading_twice_gives_the_same(reader: OrderReader, text: str) -> None:
    assert reader.read(text) == reader.read(text)


@given(text=orders, data=st.data())
@settings(deadline=None, max_examples=300)
def test_any_word_can_be_any_field(
    reader: OrderReader, text: str, data: st.DataObject
) -> None:
    reading = reader.read(text)
    ends = st.integers(0, len(text))
    span = Span(*sorted((data.draw(ends), data.draw(ends))))
    name = data.draw(st.sampled_from(FieldName))
    try:
        corrected = reader.reassign(reading, span, name)
    except ValueError:
        assert not reader.regions.fold(span.of(text)).strip(" \t\n,;、。|.:\u200b；，")
        return
    assert corrected.text == text
    covers_everything(corrected)
    assert name in {field.name for field in corrected.fields}


def comparable(reading: Reading) -> dict[FieldName, list[str]]:
    found: dict[FieldName, list[str]] = {}
    for field in reading.fields:
        if field.name not in NOT_WRITTEN:
            found.setdefault(field.name, []).append(field.value)
    return found


@pytest.mark.parametrize("text", SAMPLES)
def test_what_is_written_reads_the_same(reader: OrderReader, text: str) -> None:
    reading = reader.read(text)
    if reading.profile == "cn":
        again = reader.read(written(reading))
        assert comparable(again) == comparable(reading)


def place_fields(reader: OrderReader, draw: Any) -> list[Field]:
    province = draw(st.sampled_from(reader.regions.provinces))
    city = draw(st.sampled_from(province.children))
    chosen = [(FieldName.PROVINCE, province.name), (FieldName.CITY, city.name)]
    streets = city.streets
    if city.children:
        district = draw(st.sampled_from(city.children))
        chosen.append((FieldName.DISTRICT, district.name))
        streets = district.streets
    # The statistics list farms and prisons, too, by words that any detail may have.
    streets = tuple(s for s in streets if s.endswith(KINDS_OF_STREET) and len(s) > 2)
    if streets:
        chosen.append((FieldName.STREET, draw(st.sampled_from(streets))))
    return [Field(name, value, ()) for name, value in chosen]


@given(data=st.data())
@settings(deadline=None, max_examples=400)
def test_every_place_there_is_reads_back(
    reader: OrderReader, data: st.DataObject
) -> None:
    fields = [
        Field(FieldName.NAME, data.draw(st.sampled_from(["王芳", "李雷", "赵敏"])), ()),
        Field(FieldName.MOBILE, "13800138000", ()),
        *place_fields(reader, data.draw),
        Field(
            FieldName.DETAIL, data.draw(st.sampled_from(["人民路1号", "5栋302"])), ()
        ),
    ]
    order = Reading("", fields=tuple(fields))
    again = reader.read(written(order))
    assert comparable(again) == comparable(order)
    glued = "".join(field.value for field in fields)
    assert comparable(reader.read(glued)) == comparable(order)


@given(data=st.data())
@settings(deadline=None, max_examples=300)
def test_an_explicit_city_is_never_overridden(
    reader: OrderReader, data: st.DataObject
) -> None:
    def any_city() -> Place:
        province = data.draw(st.sampled_from(reader.regions.provinces))
        return data.draw(st.sampled_from(province.children))

    city, elsewhere = any_city(), any_city()
    district = data.draw(st.sampled_from(elsewhere.children or [elsewhere]))
    province = city.parent
    assert province is not None
    between = data.draw(st.sampled_from(["", " ", "人民路", "1号 "]))
    text = f"王芳 13800138000 {province.name}{city.name}{between}{district.name}2号"
    reading = reader.read(text)
    assert reading.value(FieldName.PROVINCE) == province.name
    assert reading.value(FieldName.CITY) == city.name
