"""Any text there is can be read, comes back whole, and keeps its ordinary braces."""

import json
import re
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtdesk.core.templates import Context, Filled, Profile, check, fill, parse
from qtdesk.core.templates.grammar import Brace, Placeholder, Shift
from qtdesk.core.templates.names import KNOWN, NAMES

_CONTEXT = Context(
    moment=datetime(2026, 11, 22, 14, 5),  # noqa: DTZ001 - the agent's own time
    profile=Profile("小鹿家", "小云", "8", "小云敬上"),
    buyer="云朵",
)
_BITS = st.sampled_from(
    [
        *("{", "}", "{{", "}}", "|", ":", "：", "｜", "+", "3d", " ", "\n", "，", "。"),
        *("a", "{}", '"', ";", "｛", "｝", "🙂", "{phrase:x}", "{ask:", "{choice:a|b}"),
        *(f"{{{name}}}" for name in NAMES),
        *NAMES[:12],
    ]
)
_TEXTS = st.one_of(st.text(), st.lists(_BITS, max_size=30).map("".join))
_BARE = st.text(st.characters(exclude_characters="{｛"))
_JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=8)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=5), inner)
    ),
    max_leaves=12,
)


def placeholders(text: str) -> list[Placeholder]:
    return [node for node in parse(text) if isinstance(node, Placeholder)]


@given(_TEXTS)
def test_nodes_are_the_text_again(text: str) -> None:
    nodes = parse(text)
    assert "".join(node.source for node in nodes) == text
    for node in nodes:
        assert node.source
        assert text[node.start : node.start + len(node.source)] == node.source


@given(_TEXTS, st.sampled_from(["zh-CN", "en-US", ""]))
def test_no_text_is_too_odd_to_be_filled_and_checked(text: str, locale: str) -> None:
    context = Context(
        moment=_CONTEXT.moment, locale=locale, phrase={"x": "{phrase:x}{buyer}"}.get
    )
    filling = fill(text, context)
    for span in (*filling.filled, *filling.gaps):
        assert 0 <= span.start <= span.end <= len(filling.draft)
    for fault in check(text, lambda name: name == "x"):
        assert 0 <= fault.start < len(text)
        assert str(fault.what)
        assert str(fault.remedy)


@given(_TEXTS)
def test_a_finished_text_has_no_placeholder_that_was_not_meant_as_text(
    text: str,
) -> None:
    filling = fill(text, _CONTEXT)
    if not isinstance(filling, Filled):
        return
    literal = any(isinstance(node, Brace) for node in parse(text))
    assert literal or not placeholders(filling.text)


@given(_BARE)
def test_a_text_without_an_opening_brace_stays_as_it_is(text: str) -> None:
    filling = fill(text, _CONTEXT)
    if text.strip():
        assert filling == Filled(text.rstrip("\n"))


@given(_JSON)
def test_json_stays_as_it_is(value: object) -> None:
    for indent in (None, 2):
        text = f"x {json.dumps(value, indent=indent)}"
        # JSON has no `{{` outside of its strings, and no name right behind a brace.
        if "{{" in text or placeholders(text):
            continue
        assert fill(text, _CONTEXT) == Filled(text)


@given(st.text(max_size=20))
def test_doubled_braces_make_any_text_literal(text: str) -> None:
    doubled = text.replace("{", "{{")
    shown, open_braces = "", 0
    for character in text:
        shown += character
        open_braces += {"{": 1, "}": -1}.get(character, 0)
        if character == "}" and open_braces >= 0:
            shown += "}"
        open_braces = max(open_braces, 0)
    doubled = shown.replace("{", "{{")
    if text.strip():
        assert fill(doubled, _CONTEXT) == Filled(text.rstrip("\n"))


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "{ }",
        "{",
        "}",
        "}{",
        "{1}",
        "1 {2} 3}",
        '{"buyer": 1}',
        '{"a": {"b": {"c": 1}}}',
        "if (a) { return b; }",
        "a { color: red; }",
        "{color:red;}",
        '{name: "x"}',
        "{ buyer }",
        "${1:x}",
        "\\{",
        "{买家",
        "买家}",
        "{买\n家}",
        "{{",
    ],
)
def test_ordinary_braces_survive(text: str) -> None:
    expected = "{" if text == "{{" else text
    assert fill(text, _CONTEXT) == Filled(expected)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{{buyer}}", "{buyer}"),
        ("{{{buyer}}}", "{云朵}"),
        ("{buyer}}", "云朵}"),
        ("{{}}", "{}"),
        ("{{a}} }}", "{a} }}"),
        ("{{{{", "{{"),
    ],
)
def test_doubled_braces_are_text(text: str, shown: str) -> None:
    filling = fill(text, _CONTEXT)
    assert isinstance(filling, Filled)
    assert filling.text == shown


def test_what_stands_in_a_placeholder() -> None:
    (date,) = placeholders("{date+3d:M月D日}")
    assert (date.key, date.shift, date.argument) == ("date", Shift(3, "d"), "M月D日")
    (earlier,) = placeholders("{日期-2周}")
    assert (earlier.key, earlier.shift) == ("date", Shift(-2, "周"))
    (ask,) = placeholders("{ask: 快递单号 | 无 }")
    assert (ask.key, ask.argument, ask.default) == ("ask", "快递单号", "无")
    (wide,) = placeholders("{询问：快递单号｜无}")
    assert (wide.key, wide.argument, wide.default) == ("ask", "快递单号", "无")
    (choice,) = placeholders("{选择：顺丰｜ 中通|顺丰|}")
    assert choice.options == ("顺丰", "中通", "")
    (plain,) = placeholders("{Buyer|您}")
    assert (plain.key, plain.argument, plain.default) == ("buyer", None, "您")
    (empty,) = placeholders("{gift|}")
    assert empty.default == ""
    (hyphen,) = placeholders("{return-address}")
    assert (hyphen.key, hyphen.known) == ("return-address", None)


def test_a_name_belongs_to_one_placeholder() -> None:
    assert len(NAMES) == sum(1 + len(known.chinese) for known in KNOWN)
    assert all(known.chinese for known in KNOWN)
    assert all(name == name.casefold() for name in NAMES)
    for name in NAMES:
        (node,) = placeholders(f"{{{name}}}")
        assert node.known is not None


def test_every_name_is_in_the_table_for_people() -> None:
    page = Path(__file__).parents[3] / "docs" / "phrasebook-format.md"
    text = page.read_text("utf-8")
    missing = [name for name in NAMES if not re.search(rf"\{{{name}[}}:]", text)]
    assert missing == []
