"""The language of conditions: what it can, what it refuses, and that it never runs."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from qtdesk.core.checklists import CHINA, Expression, ExpressionError, Value
from qtdesk.core.checklists.expressions import LONGEST, Arity
from qtdesk.core.checklists.functions import PLAIN, PLAIN_ARITIES

MORNING = datetime(2026, 11, 20, 9, 30, tzinfo=CHINA)


class Names:
    """A scope of some names and the plain functions."""

    def __init__(self, **values: Any) -> None:
        self.values = values

    def value(self, name: str) -> Value:
        if name not in self.values:
            raise ExpressionError("unknown", name)
        found: Value = self.values[name]
        return found

    def call(self, name: str, arguments: Sequence[Value]) -> Value:
        return PLAIN[name](*arguments)


def value(source: str, **names: Any) -> Value:
    return Expression(source, PLAIN_ARITIES).value(Names(**names))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("1 + 2 * 3", Decimal(7)),
        ("0.1 + 0.2 == 0.3", True),
        ("(1 + 2) * 3 - 4 / 2", Decimal(7)),
        ("-3 < 2", True),
        ("1 < 2 < 3", True),
        ("1 < 2 < 2", False),
        ('"a" + "b"', "ab"),
        ('"一" in "一二"', True),
        ('"三" not in ("一", "二")', True),
        ("not none", True),
        ("none < 3", False),
        ("none > 3", False),
        ("none == None", True),
        ("none + 3", None),
        ("none in (1, 2)", False),
        ("none in (1, None)", True),
        ('none in "a"', False),
        ('"a" if none else "b"', "b"),
        ("yes and three > 2", True),
        ("none or 0", False),
        ("True == 1", False),
        ('count(("a", "", None))', Decimal(1)),
        ("has(none)", False),
        ("has(no)", False),
        ('digits("138-0013")', Decimal(7)),
        ('join(("甲", None, "乙"), "；")', "甲；乙"),
        ("near(1, 1.01, 0.01)", True),
        ("near(1, 1.02, 0.01)", False),
        ('mentions(("要顺丰", "谢谢"), ("顺丰",))', True),
        ('mentions("要顺丰", ())', False),
        ('begins("abc", "")', False),
        ('end("4012345", 4)', "2345"),
        ('number("￥12.50元")', Decimal("12.50")),
        ('number("十二")', None),
        ("whole(2.9)", Decimal(2)),
        ("hours_between(morning, hours_after(morning, 1.5))", Decimal("1.5")),
        ("next_midnight(morning)", datetime(2026, 11, 21, tzinfo=CHINA)),
        ("next_midnight(none)", None),
        ('wrote(morning, "M月D日 HH:mm")', "11月20日 09:30"),
        ('moment("2026-11-20 09:30")', MORNING),
        ('moment("11-20 09:30")', None),
        ('masked_phone("13800138000")', "138****8000"),
    ],
)
def test_what_an_expression_comes_to(source: str, expected: Value) -> None:
    found = value(
        source, none=None, yes=True, no=False, three=Decimal(3), morning=MORNING
    )
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize(
    "source",
    [
        "",
        "1 +",
        "x = 1",
        "a.b",
        "a[0]",
        "().__class__",
        '"{0.__class__}".format(1)',
        "lambda: 1",
        "[x for x in y]",
        "{1: 2}",
        "{1}",
        "1 if 2",
        "2 ** 99999999",
        "1 // 2",
        "1 % 2",
        "~1",
        "1 << 2",
        "1 | 2",
        "x := 1",
        'f"{a}"',
        'b"x"',
        "1j",
        "...",
        "a is b",
        "await a",
        "*a",
        "has(*a)",
        "has(value=1)",
        "print(1)",
        "eval('1')",
        "__import__('os')",
        "has()",
        "has(1, 2)",
        "(has)(1)(2)",
        "9" * 40,
        "1e400",
        "nan" * 300,
        "(" * 250 + "1" + ")" * 250,
        "+".join(["1"] * 290),
    ],
)
def test_what_is_no_expression_is_refused_when_it_is_read(source: str) -> None:
    with pytest.raises(ExpressionError):
        Expression(source, PLAIN_ARITIES)


@pytest.mark.parametrize(
    "source",
    [
        '"a" < 1',
        '1 + "a"',
        '"a" * 3',
        "1 / 0",
        "999999999999999 * 999999999999999",
        "yes + 1",
        "morning + 1",
        "morning < day",
        "hours_after(1, 1)",
        'hours_after(morning, "1")',
        "hours_after(morning, 999999999999999)",
        'wrote(morning, "rm -rf")',
        "1 in 1",
        "unknown",
        'near(1, 2, "a")',
    ],
)
def test_values_that_do_not_go_together_are_told(source: str) -> None:
    with pytest.raises(ExpressionError):
        value(source, yes=True, morning=MORNING, day=date(2026, 11, 20))


def test_texts_do_not_grow_without_end() -> None:
    source = "+".join(["long"] * 20)
    with pytest.raises(ExpressionError):
        value(source, long="一" * 1000)
    with pytest.raises(ExpressionError):
        value('join((long, long, long, long, long), "")', long="一" * 1000)


def test_it_tells_what_it_needs() -> None:
    expression = Expression("has(a) and b > number(c)", PLAIN_ARITIES)
    assert expression.names == {"a", "b", "c"}
    assert expression == Expression("has(a) and b > number(c)", PLAIN_ARITIES)
    expression = Expression('a == "x" or b in ("y", "z") or has("w")', PLAIN_ARITIES)
    assert expression.compared == {("a", "x"), ("b", "y"), ("b", "z")}
    assert expression.asked == {("has", "w")}


PIECES = st.sampled_from(
    [*"()+-*/<>=.,[]{}:'\"", " and ", " or ", " not ", " in ", " if ", " else ", "None",
     "True", "a", "b", "now", "has", "join", "wrote", "hours_after", "1", "0",
     "99999999", "'x'", "lambda", "__class__", "for", "\n", "\0", "一", "=="]
)  # fmt: skip
NUMBERS = st.decimals(-1_000_000_000, 1_000_000_000, places=2)
VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.text(max_size=8),
    NUMBERS,
    st.just(MORNING),
    st.just(date(2026, 11, 20)),
    st.tuples(st.text(max_size=3), st.none()),
)


@settings(max_examples=600, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join), VALUES, VALUES)
def test_nothing_but_its_own_error_ever_comes_out(
    source: str, a: Value, b: Value
) -> None:
    with suppress(ExpressionError):
        found = value(source, a=a, b=b, now=MORNING)
        assert found is None or isinstance(found, bool | str | Decimal | date | tuple)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=LONGEST + 5))
def test_any_text_is_read_or_refused(source: str) -> None:
    with suppress(ExpressionError):
        Expression(source, PLAIN_ARITIES)


@given(st.sampled_from(sorted(PLAIN)), st.lists(VALUES, max_size=3))
@settings(max_examples=600, deadline=None)
def test_functions_take_whatever_they_are_given(name: str, given_: list[Value]) -> None:
    names = "abc"[: len(given_)]
    arity: Arity = PLAIN_ARITIES[name]
    if not arity.least <= len(given_) <= arity.most:
        return
    with suppress(ExpressionError):
        value(f"{name}({', '.join(names)})", **dict(zip(names, given_, strict=True)))
