"""What is found in a text, what is not, and what is said of it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtdesk.core.lint import Level, Linter, Platform, mended
from tests.core.lint.shipped_packs import (
    named,
    packs_of,
    reading,
    shipped,
    words,
)

PACK = """\
id: ours
level: warn
in_book: block
block_on: jd
off_on: own-site
as_of: 2026-11
rules:
  - why: 甲
    advice: 乙
    words: [最低, 全网最低价 → 页面价, 秘密 → ∅]
  - why: 丙
    note_on: jd, own-site
    words: [轻声]
  - why: 戊
    level: note
    block_on: pdd
    words: [小事]
except: [最低温度, 温度最低]
"""
SECOND = """\
id: second
level: block
as_of: 2026-11
rules:
  - why: 丁
    words: [最低价, "{加|扫}~码"]
"""


@pytest.fixture
def small(tmp_path: Path) -> Linter:
    return Linter(packs_of(tmp_path, ours=PACK))


def test_a_hit_says_where_what_and_why(small: Linter) -> None:
    text = "亲，这里是全网最低价哦"
    (hit,) = small.check(text)
    assert (text[hit.start : hit.end], hit.word) == ("全网最低价", "全网最低价")
    assert (hit.pack, hit.level) == ("ours", Level.WARN)
    assert (str(hit.why), str(hit.advice), hit.better) == ("甲", "乙", "页面价")
    assert mended(text, hit) == "亲，这里是页面价哦"


def test_a_better_wording_may_be_nothing_or_missing(small: Linter) -> None:
    (hit,) = small.check("有秘密的")
    assert mended("有秘密的", hit) == "有的"
    (hit,) = small.check("价格最低的")
    assert hit.better is None
    assert mended("价格最低的", hit) == "价格最低的"
    with pytest.raises(ValueError, match="another text"):
        mended("别的话", hit)


def test_the_longest_match_counts(small: Linter) -> None:
    assert words(small.check("全网最低价，最低")) == ["全网最低价", "最低"]


def test_an_exception_hides_what_begins_or_ends_in_it(small: Linter) -> None:
    assert small.check("最低温度是十度") == ()
    assert small.check("夜里温度最低") == ()
    assert words(small.check("最低温度，价格最低")) == ["最低"]


def test_the_level_is_that_of_the_platform_and_of_the_book(small: Linter) -> None:
    def level(platform: Platform | None, text: str = "最低", *, book: bool) -> Level:
        hits = small.check(text, platform=platform, in_book=book)
        return max((hit.level for hit in hits), default=Level.OFF)

    assert level(None, book=False) is Level.WARN
    assert level(Platform.TAOBAO, book=False) is Level.WARN
    assert level(Platform.JD, book=False) is Level.BLOCK
    assert level(Platform.OWN_SITE, book=False) is Level.OFF
    assert level(Platform.TAOBAO, book=True) is Level.BLOCK
    assert level(Platform.OWN_SITE, book=True) is Level.OFF
    assert level(Platform.JD, "轻声", book=False) is Level.NOTE
    assert level(Platform.OWN_SITE, "轻声", book=False) is Level.NOTE
    assert level(None, "小事", book=False) is Level.NOTE
    assert level(Platform.JD, "小事", book=False) is Level.NOTE
    assert level(Platform.PDD, "小事", book=False) is Level.BLOCK
    assert level(Platform.OWN_SITE, "小事", book=False) is Level.OFF


def test_of_packs_that_overlap_the_gravest_counts(tmp_path: Path) -> None:
    linter = Linter(packs_of(tmp_path, ours=PACK, second=SECOND))
    (hit,) = linter.check("全网最低价")
    assert (hit.word, hit.pack) == ("最低价", "second")
    (hit,) = linter.check("全网最低的")
    assert hit.pack == "ours"


def test_nothing_is_found_in_what_comes_from_an_order() -> None:
    text = "请核对：浙江省加微信路1号，QQ12345678，对吗？"
    assert named(shipped().check(text)) == {"offplatform"}
    start, end = text.index("浙江"), text.index("，对吗")
    assert shipped().check(text, [(start, end)]) == ()


def test_what_stands_around_a_value_is_still_looked_at() -> None:
    text = "加我微信浙江省"
    hits = shipped().check(text, [(4, 7)])
    assert words(hits) == ["加我微信"]
    assert shipped().check("加我微信", [(0, 9), (-3, 1), (3, 3)]) == ()


@pytest.mark.parametrize(
    "text",
    [
        "加微信",
        "加 微 信",
        "加*微.信",
        "加，微，信",
        "➕微❤信，发您",
        "加Ｖ信",
        "加vＸ聊",
        "加\u200b微\ufe0f信",
        "加个威信",
        "ｗｘ：mao_shop88",
        "QQ 3 4 5 6 7 8 9",
    ],
)
def test_hidden_words_are_found(text: str) -> None:
    (hit, *_) = shipped().check(text)
    assert (hit.pack, hit.level) == ("offplatform", Level.BLOCK)
    assert hit.word in text


@pytest.mark.parametrize(
    "text",
    [
        "运费要另加，微信支付也行。",
        "上面加。微微有点重。",
        "面料里加了微弹的纱。",
        "show xbox to me",
    ],
)
def test_words_apart_are_not_joined(text: str) -> None:
    assert shipped().check(text) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("我们不会让您加微信。", False),
        ("请勿添加微信以外的账号，也别把验证码告诉别人。", False),
        ("凡是让您加微信的，都请当心。", False),
        ("让您加微信的都是骗子。", False),
        ("别忘了加我微信。", True),
        ("您要不要加我微信？", True),
        ("能不能加您微信？", True),
        ("您有没有QQ号？", True),
        ("不能发图就加我微信。", True),
        ("不方便的话，加我微信。", True),
        ("谨防诈骗。加我微信。", True),
        ("这里不能说，您直接加我微信。", True),
        ("验证码请您自己填，别发给我。", False),
        ("验证码发我，别告诉别人。", True),
        ("收了货就不能退了。", True),
        ("开发票不用加钱。", False),
        ("We will never ask you to send us your password.", False),
        ("Just send me your password.", True),
        ("It's nothing, send me your password.", True),
    ],
)
def test_a_warning_may_name_what_it_warns_of(text: str, *, found: bool) -> None:
    assert bool(shipped().check(text)) is found


@pytest.mark.parametrize("platform", Platform)
def test_off_the_platform_depends_on_the_platform(platform: Platform) -> None:
    outside = {Platform.WECHAT_SHOP, Platform.OWN_SITE}
    hits = shipped().check("加我微信", platform=platform)
    assert bool(hits) is (platform not in outside)
    assert named(shipped().check("把验证码发我", platform=platform)) == {"privacy"}
    assert named(shipped().check("好评返现五元", platform=platform)) == {"review"}


def test_an_optional_pack_is_turned_on() -> None:
    text = "这个能治疗失眠"
    assert shipped().check(text) == ()
    assert named(shipped("medical").check(text)) == {"medical"}


@pytest.mark.parametrize(
    "text", ["在", "在。", " 在 ", "嗯嗯", "？？？", "😊", "1", "。。", "没有！"]
)
def test_a_reply_of_one_word(text: str) -> None:
    (hit,) = shipped().check(text)
    assert (hit.pack, hit.word) == ("short", text.strip())


@pytest.mark.parametrize("text", ["", " ", "\n", "在的，您说。", "好的，马上", "5斤"])
def test_a_reply_of_more_than_a_word_or_none_at_all(text: str) -> None:
    assert shipped().check(text) == ()


def test_a_value_alone_is_no_short_reply() -> None:
    assert shipped().check("5", [(0, 1)]) == ()


def test_english_words_end_where_they_end() -> None:
    assert shipped().check("The idiotproof manual is in the box.") == ()
    assert named(shipped().check("What an idiot.")) == {"english"}


def test_nothing_of_the_text_is_in_what_a_log_would_say() -> None:
    (hit,) = shipped().check("加我微信")
    assert "微信" not in repr(hit)


_ALPHABET = "亲您好加微信最便宜一好评返现不会别，。 V验证码发我\n😊①Ａß…"


@given(st.text(_ALPHABET, max_size=40), st.lists(st.tuples(*[st.integers(0, 40)] * 2)))
def test_hits_lie_in_the_text_and_share_nothing(
    text: str, exempt: list[tuple[int, int]]
) -> None:
    hits = shipped("medical").check(text, exempt)
    position = 0
    for hit in hits:
        assert position <= hit.start < hit.end <= len(text)
        assert text[hit.start : hit.end] == hit.word
        hidden = set().union(*(range(start, end) for start, end in exempt), ())
        assert hit.start not in hidden or hit.pack == "short"
        position = hit.end


def test_a_better_wording_is_better() -> None:
    tried = 0
    for pack in reading().packs.packs:
        for rule in pack.rules:
            if rule.better is None:
                continue
            word = rule.pattern.heads[0]
            text = word if rule.pattern.whole else f"这款{word}，您看看"
            hits = [hit for hit in shipped().check(text) if hit.better == rule.better]
            assert hits, word
            assert shipped().check(mended(text, hits[0])) == (), word
            tried += 1
    assert tried >= 30


def test_every_word_of_a_shipped_pack_can_be_found() -> None:
    linter = shipped("medical")
    for pack in reading().packs.packs:
        for rule in pack.rules:
            if rule.pattern.whole or rule.pattern.rest("", 0) is None:
                continue
            for word in rule.pattern.heads:
                assert linter.check(f"{word}，这款"), (pack.id, word)
