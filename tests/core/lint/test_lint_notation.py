import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtdesk.core.lint import NotationError, parse


def found(source: str, text: str) -> str | None:
    """The first piece of `text` that is meant by `source`."""
    pattern = parse(source)
    for start in range(len(text)):
        for head in pattern.heads:
            if text.startswith(head, start):
                rest = pattern.rest(text, start + len(head))
                if rest is not None:
                    return text[start : rest[1]]
    return None


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("国家级", "是国家级的", "国家级"),
        ("最{好|棒|}的", "最好的", "最好的"),
        ("最{好|棒|}的", "最的", "最的"),
        ("最{好|棒|}的", "最大的", None),
        ("{加|扫}码", "请扫码", "扫码"),
        ("加~微信", "加我的新微信", "加我的新微信"),
        ("加~微信", "加我的新的微信", None),
        ("好评…红包", "好评一二三四五六七八九十红包", "好评一二三四五六七八九十红包"),
        ("好评…红包", "好评一二三四五六七八九十一红包", None),
        ("好评…红包", "好评。红包", None),
        ("好评…红包", "好评,红包", "好评,红包"),
        ("send…code", "send me the code", "send me the code"),
        ("send…code", "send" + "x" * 30 + "code", "send" + "x" * 30 + "code"),
        ("send…code", "send" + "x" * 31 + "code", None),
        ("好……返", "好" + "一" * 20 + "返", "好" + "一" * 20 + "返"),
        ("好……返", "好" + "一" * 21 + "返", None),
        ("好………返", "好" + "一" * 30 + "返", "好" + "一" * 30 + "返"),
        ("剩<number>件", "剩12件", "剩12件"),
        ("剩<amount>件", "剩十二件", "剩十二件"),
        ("剩<amount>件", "剩几百件", "剩几百件"),
        ("qq<qq>", "qq1234", None),
        ("qq<qq>", "qq12345", "qq12345"),
        ("ＶX<account>", "vxabc123", "vxabc123"),
        ("打<mobile>", "打13800138000", "打13800138000"),
        ("打<mobile>", "打138001380001", None),
        ("http<link>", "http://a.b/c d", "http://a.b/c"),
        ("c++(a.b)", "c++(a.b)", "c++(a.b)"),
        ("{c+|d}…e*", "c+1e*", "c+1e*"),
    ],
)
def test_what_is_meant(source: str, text: str, expected: str | None) -> None:
    assert found(source, text) == expected


@pytest.mark.parametrize(
    ("source", "heads"),
    [
        ("^在$", ("在",)),
        ("^{嗯|哦}{嗯|}$", ("嗯嗯", "嗯", "哦嗯", "哦")),
        ("^$", ("",)),
    ],
)
def test_whole_texts(source: str, heads: tuple[str, ...]) -> None:
    pattern = parse(source)
    assert pattern.whole
    assert pattern.heads == heads


@pytest.mark.parametrize(
    "source",
    [
        "",
        "…红包",
        "~红包",
        "<number>件",
        "{好|}的",
        "{好|棒的",
        "好}的",
        "好<什么>",
        "好<phone>",
        "^在",
        "在$",
        "^在…呢$",
        "{a|<number>}b",
        "a{b{c}d}",
    ],
)
def test_what_means_nothing(source: str) -> None:
    with pytest.raises(NotationError) as caught:
        parse(source)
    assert str(caught.value.what)
    assert str(caught.value.remedy)


@given(st.text("好评返{}|~…<>^$number 1", max_size=12))
def test_any_text_is_read_or_refused(source: str) -> None:
    try:
        pattern = parse(source)
    except NotationError:
        return
    assert pattern.heads
    assert pattern.whole or all(pattern.heads)


@given(st.text("ab好。.*+?()[]\\|-", min_size=1, max_size=8))
def test_signs_without_meaning_stand_for_themselves(word: str) -> None:
    assert found(word, f"x{word}x") == word
    tail = parse(f"开{{{'甲|乙' * 60}}}{word}") if "|" not in word else None
    assert tail is None or re.escape(word)[-1] == word[-1]


def test_many_words_are_left_to_an_expression() -> None:
    source = "开" + "{一|二|三|四|五|六|七|八|九|十}" * 3
    assert parse(source).heads == ("开",)
    assert found(source, "开三二一") == "开三二一"
    assert found(source, "开三二零") is None
