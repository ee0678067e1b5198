import importlib.util
import sys
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtdesk import paths
from qtdesk.core.search.readings import Readings
from tests.search_books import readings

NAMES = {code: name for name, code in readings().codes.items()}


def read(text: str) -> str:
    codes = readings().read(readings().fold(text))
    return " ".join(NAMES.get(code, code) for code in codes)


def every_character() -> list[str]:
    return [
        chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code <= 0xDFFF
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("没收到货", "mei shou dao huo"),
        ("银行转账", "yin hang zhuan zhang"),
        ("自行车", "zi xing che"),
        ("重新发货", "chong xin fa huo"),
        ("重发", "chong fa"),
        ("重量", "zhong liang"),
        ("分期还款", "fen qi huan kuan"),
        ("还有", "hai you"),
        ("长度", "chang du"),
        ("成长", "cheng zhang"),
        ("会计", "kuai ji"),
        ("女儿绿色", "nv er lv se"),
        ("發貨", "fa huo"),
        ("aB1😀髯", "a b 1 😀 ran"),
        ("", ""),
    ],
)
def test_read(text: str, wanted: str) -> None:
    assert read(text) == wanted


def test_every_character_becomes_one_of_the_same_width() -> None:
    fold, units = readings().fold, str.encode
    for character in every_character():
        folded = fold(character)
        assert len(folded) == 1
        assert len(units(folded, "utf-16-le")) == len(units(character, "utf-16-le"))


def test_folding_twice_changes_nothing() -> None:
    text = "".join(every_character())
    folded = readings().fold(text)
    assert readings().fold(folded) == folded


def test_what_is_taken_for_equal() -> None:
    fold = readings().fold
    assert fold("ＡＢ１發貨臺灣üÜǖ") == fold("ab1发货台湾vvv")
    assert fold("nǐhǎo") == "nihao"


def test_nothing_but_a_syllable_looks_like_one() -> None:
    known = set(readings()._defaults)
    others = "".join(c for c in every_character() if c not in known)
    codes = set(readings().codes.values())
    assert codes.isdisjoint(readings().read(others))


@given(st.text(alphabet="重新没收到发货行长银a1 ·\n😀", max_size=12))
def test_reading_and_initials_keep_each_place(text: str) -> None:
    reading = readings().read(text)
    assert len(reading) == len(text)
    initials = reading.translate(readings().initials).encode("latin-1")
    assert len(initials) * 2 == len(text.encode("utf-16-le"))


def test_a_table_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="not a table"):
        Readings(b"nothing")


def test_the_table_is_what_its_script_makes() -> None:
    if not (
        importlib.util.find_spec("pypinyin") and importlib.util.find_spec("opencc")
    ):
        pytest.skip("the tools that make the table are not installed")
    from resources.packaging import readings as make  # noqa: PLC0415 - needs those tools

    shipped = (paths.resources() / "readings" / "readings.txt").read_bytes()
    assert make.table() == shipped
    assert readings().version == zlib.crc32(shipped)
