"""What is shown of an order without showing it."""

import pytest

from qtdesk.core.orders import FieldName, Flag, FlagKind, OrderReader
from qtdesk.core.orders.wording import field_words, flag_words
from qtdesk.core.orders.writing import masked, phone, region


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        (FieldName.NAME, "张三", "张**"),
        (FieldName.MOBILE, "13800138000", "138****8000"),
        (FieldName.LANDLINE, "95555", "*****"),
        (FieldName.DETAIL, "文一西路969号", "文一****"),
        (FieldName.CITY, "杭州市", "杭州市"),
        (FieldName.ITEM, "T恤", "T恤"),
    ],
)
def test_what_is_private_is_hidden(name: FieldName, value: str, shown: str) -> None:
    assert masked(name, value) == shown


def test_every_field_and_every_doubt_has_words() -> None:
    assert all(str(field_words(name)) for name in FieldName)
    for kind in FlagKind:
        sentence = str(flag_words(Flag(kind, 10)))
        assert sentence.endswith(".")
        assert "{" not in sentence


def test_the_extension_is_never_lost(reader: OrderReader) -> None:
    reading = reader.read("王芳 18400000013转7804 北京市朝阳区建外街道建国路1号")
    assert phone(reading) == "18400000013-7804"
    assert region(reading) == "北京市 朝阳区 建外街道"
