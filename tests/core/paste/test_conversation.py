import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtdesk.core.paste.conversation import essence, same_conversation


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("张三", "张三"),
        ("张三", "(3) 张三"),
        ("(3) 张三", "(4) 张三"),
        ("张三", "张三 (99+)"),
        ("张三", "张三（12）"),
        ("张三", "[2] 张三"),
        ("张三", "【新消息】张三"),
        ("张三", "【新消息】 张三"),
        ("张三", "【您有3条新消息】张三"),
        ("张三", "【未读消息】张三"),
        ("张三", "● 张三"),
        ("张三", "张三 •"),
        ("张三", "•张三"),
        ("张三", "🔴 张三"),
        ("张三", "\N{HEAVY EXCLAMATION MARK SYMBOL}\ufe0f张三"),
        ("张三", "* 张三"),
        ("张三", "! 张三"),
        ("张三", "(*) 张三"),
        ("张三 - 千牛", "张三 (3) - 千牛"),
        ("张三 - 千牛", "(3) ● 张三 - 千牛 [2]"),
        ("张三 - 千牛", "张三 - 千牛 - 3 new"),
        ("张三 - 千牛", "张三 — 千牛 — 2 unread messages"),
        ("张三 - 千牛", "张三 - 千牛 - 5条新消息"),
        ("张三", "张三 (3 new)"),
        ("张三", "张三 [1 unread]"),
        ("张三", "张三 正在输入..."),
        ("张三", "张三（对方正在输入…）"),
        ("alice@localhost", "alice@localhost is typing..."),
        ("alice", "alice (typing...)"),
        ("alice", "alice [offline]"),
        ("张三", "张三（在线）"),
        ("notes.txt - Mousepad", "*notes.txt - Mousepad"),
        ("notes.txt", "notes.txt*"),
        ("notes.txt", "notes.txt — edited"),
        ("notes.txt", "notes.txt [modified]"),
        ("notes.txt", "notes.txt [+]"),
        ("notes.txt", "notes.txt - Modified"),
        ("#general | Acme", "• #general | Acme"),
        ("general - Acme - Slack", "! general - Acme - Slack"),
        ("Alice", "  ALICE "),
        ("A  B", "A B"),
        ("ＡＢ１", "AB1"),
        ("张三", "\u200e张三\u200f"),
        ("张三", ""),
        ("", "张三"),
        ("", ""),
        ("   ", "张三"),
        ("张三", "【新消息】"),
        ("张三", "您有新消息"),
        ("(3)", "张三"),
    ],
)
def test_what_comes_and_goes_by_itself_does_not_matter(old: str, new: str) -> None:
    assert same_conversation(old, new)
    assert same_conversation(new, old)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("张三", "李四"),
        ("张三", "张三丰"),
        ("张三", "张三1"),
        ("买家8821", "买家8822"),
        ("买家(8821)", "买家(8822)"),
        ("买家 8821", "买家 8822"),
        ("tb_8821", "tb_8821_"),
        ("t**3", "t**4"),
        ("t**3", "t*3"),
        ("李*", "李**"),
        ("张三 - 千牛", "李四 - 千牛"),
        ("张三 - 千牛", "张三 - 旺旺"),
        ("(3) 张三", "(3) 张三丰"),
        ("【新消息】张三", "【新消息】李四"),
        ("【VIP】张三", "张三"),
        ("【VIP】张三", "【SVIP】张三"),
        ("张三（天猫）", "张三（淘宝）"),
        ("3 new hats", "4 new hats"),
        ("newton", "ton"),
        ("新消息张三", "张三"),
        ("张三新", "张三"),
        ("Untitled 1 - Mousepad", "Untitled 2 - Mousepad"),
        ("12", "13"),
        ("#general", "#random"),
        ("busy bee", "bee"),
        ("a-b", "a-c"),
        ("Yahoo!", "Yahoo"),
        ("alice", "alicé"),
    ],
)
def test_another_name_is_another_conversation(old: str, new: str) -> None:
    assert not same_conversation(old, new)
    assert not same_conversation(new, old)


_NAMES = st.text("张三李四丰小明abcXYZ0123456789_", min_size=1, max_size=12).filter(
    lambda name: essence(name) == name.casefold()
)
_BEFORE = st.lists(
    st.sampled_from(("(3) ", "[2] ", "● ", "•", "* ", "【新消息】", "(99+) ")),
    max_size=3,
).map("".join)
_AFTER = st.lists(
    st.sampled_from((" (3)", " [12]", " ●", " *", " - 3 new", " — edited", "（在线）")),
    max_size=3,
).map("".join)


@given(_NAMES, _BEFORE, _AFTER, _BEFORE, _AFTER)
def test_marks_never_separate_a_conversation_from_itself(
    name: str, before: str, after: str, other_before: str, other_after: str
) -> None:
    assert same_conversation(before + name + after, other_before + name + other_after)


@given(_NAMES, _NAMES, _BEFORE, _AFTER)
def test_marks_never_join_two_names(
    one: str, two: str, before: str, after: str
) -> None:
    same = one.casefold() == two.casefold()
    assert same_conversation(before + one + after, before + two + after) is same


@given(st.text(), st.text())
def test_it_is_symmetric_and_takes_any_text(one: str, two: str) -> None:
    assert same_conversation(one, two) is same_conversation(two, one)
    assert same_conversation(one, one)
