"""What every placeholder becomes, in both languages, and what is asked for instead."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from qtdesk.core.templates import (
    Context,
    Filled,
    Kind,
    Profile,
    Span,
    Unfilled,
    Want,
    explain_unfilled,
    fill,
)
from qtdesk.core.templates.filling import DEEPEST, MOST_PHRASES
from qtdesk.core.templates.names import KNOWN, NAMES, Origin

GOLDEN = json.loads((Path(__file__).parent / "golden.json").read_text("utf-8"))
MOMENT = datetime(2026, 11, 22, 14, 5)  # noqa: DTZ001 - the agent's own time
FIELDS = {
    known.key: f"<{known.key}>" for known in KNOWN if known.origin is Origin.FIELD
}
FULL = Context(
    moment=MOMENT,
    profile=Profile("小鹿家女装", "小云", "K08", "小云敬上"),
    buyer="云朵",
    clipboard=" SF123\n",
    fields=FIELDS,
    answers={"ask:快递单号": "SF456", "ask:parcel": "SF456", "choice:a|b|c": "b"},
    fact={"仓库电话": "0571-8888", "depot": "0571-8888"}.__getitem__,
    phrase={"hi": "欢迎{buyer}"}.get,
)
EMPTY = Context(moment=MOMENT)


def texts_of(text: str, context: Context) -> tuple[str, list[str]]:
    """How it reads, with the labels of what is wanted."""
    filling = fill(text, context)
    return filling.draft, [want.label for want in filling.wants]


@pytest.mark.parametrize(
    ("locale", "text"),
    [(locale, text) for locale, texts in GOLDEN["full"].items() for text in texts],
)
def test_every_placeholder_as_it_is_written_down(locale: str, text: str) -> None:
    filling = fill(text, _in(FULL, locale))
    assert isinstance(filling, Filled)
    assert filling.text == GOLDEN["full"][locale][text]


@pytest.mark.parametrize(
    ("locale", "text"),
    [(locale, text) for locale, texts in GOLDEN["empty"].items() for text in texts],
)
def test_every_placeholder_with_nothing_to_fill_it(locale: str, text: str) -> None:
    draft, labels = texts_of(text, _in(EMPTY, locale))
    assert [draft, *labels] == GOLDEN["empty"][locale][text]


def test_nothing_is_missing_from_the_golden_texts() -> None:
    for texts in GOLDEN.values():
        joined = " ".join(text for by_locale in texts.values() for text in by_locale)
        names = {name for name in NAMES if f"{{{name}" in joined}
        assert names == set(NAMES)


def _in(context: Context, locale: str) -> Context:
    return Context(
        moment=context.moment,
        locale=locale,
        profile=context.profile,
        buyer=context.buyer,
        clipboard=context.clipboard,
        fields=context.fields,
        answers=context.answers,
        fact=context.fact,
        phrase=context.phrase,
    )


@pytest.mark.parametrize(
    ("hour", "chinese", "english"),
    [
        (0, "夜深了", "Good evening"),
        (4, "夜深了", "Good evening"),
        (5, "早上好", "Good morning"),
        (7, "早上好", "Good morning"),
        (8, "上午好", "Good morning"),
        (10, "上午好", "Good morning"),
        (11, "中午好", "Good morning"),
        (12, "中午好", "Good afternoon"),
        (13, "下午好", "Good afternoon"),
        (17, "下午好", "Good afternoon"),
        (18, "晚上好", "Good evening"),
        (23, "晚上好", "Good evening"),
    ],
)
def test_greetings_follow_the_hour(hour: int, chinese: str, english: str) -> None:
    moment = MOMENT.replace(hour=hour, minute=59)
    assert fill("{daypart}", Context(moment=moment)).draft == chinese
    assert fill("{时段}", Context(moment=moment, locale="en-US")).draft == english


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{date}", "11月22日"),
        ("{date+9}", "12月1日"),
        ("{date+40d:YYYY-MM-DD}", "2027-01-01"),
        ("{date-22d:YY/M/D}", "26/10/31"),
        ("{日期+1周:M月D日（W）}", "11月29日（星期日）"),
        ("{time+10小时}", "00:05"),
        ("{date+10h}", "11月23日"),
        ("{time+30m:H点m分}", "14点35分"),
        ("{weekday+3天}", "星期三"),
        ("{date:MMMM D}", "11月 22"),
    ],
)
def test_moments_are_shifted_and_written_as_wanted(text: str, shown: str) -> None:
    assert fill(text, EMPTY) == Filled(shown, (Span(0, len(shown)),))


def test_moments_in_english() -> None:
    english = Context(moment=MOMENT, locale="en-US")
    text = "{date+9}, {weekday}, {date:MMM D}, {time}"
    assert fill(text, english).draft == "December 1, Sunday, Nov 22, 14:05"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{buyer}，您好", "您好"),
        ("{buyer}！欢迎光临", "欢迎光临"),
        ("{buyer}您好", "您好"),
        ("亲{buyer}，您好", "亲，您好"),
        ("您好，{buyer}", "您好"),
        ("您好，{buyer}！", "您好！"),
        ("您好，{buyer}！在的", "您好！在的"),
        ("好的，{buyer}，马上发", "好的，马上发"),
        ("好的。{buyer}，马上发", "好的。马上发"),
        ("在的\n{buyer}，您说", "在的\n您说"),
        ("在的\n{buyer}\n您说", "在的\n您说"),
        ("在的\n{buyer}，", "在的"),
        ("（{buyer}）您好", "您好"),
        ("您好（{buyer}），在的", "您好，在的"),
        ("{daypart}，{buyer}，在的", "下午好，在的"),
        ("{daypart}{buyer}，在的", "下午好，在的"),
        ("{buyer}，{buyer}，在的", "在的"),
        ("{buyer}{cursor}，在的", "在的"),
        ("{{buyer}}，{buyer}，在的", "{buyer}，在的"),
        ("{buyer}, thanks", "thanks"),
        ("Hi {buyer}, thanks", "Hi, thanks"),
        ("Hi {buyer} thanks", "Hi thanks"),
        ("Hi, {buyer} thanks", "Hi, thanks"),
        ("Hello, {buyer}, thanks", "Hello, thanks"),
        ("Thank you, {buyer}.", "Thank you."),
        ("Thank you {buyer}", "Thank you"),
        ("{buyer}，{{}}", "{}"),
    ],
)
def test_an_unknown_buyer_drops_with_the_punctuation(text: str, shown: str) -> None:
    filling = fill(text, EMPTY)
    assert isinstance(filling, Filled)
    assert filling.text == shown


def test_a_value_is_never_cut_by_what_drops_beside_it() -> None:
    context = Context(moment=MOMENT, fields={"item": "裙子，"})
    assert fill("{item}{buyer}！", context).draft == "裙子，！"


def test_values_are_not_read_as_templates() -> None:
    context = Context(moment=MOMENT, buyer="{shop}{{", clipboard="{ask:密码}")
    assert fill("{buyer}{clipboard}", context).draft == "{shop}{{{ask:密码}"


def test_where_the_cursor_belongs() -> None:
    assert fill("{buyer}，您好{cursor}，在的", EMPTY) == Filled("您好，在的", (), 2)
    assert fill("您好\n{光标}", EMPTY) == Filled("您好", (), 2)


def test_a_default_stands_in_and_an_empty_one_may_be_left_out() -> None:
    assert fill("发{courier|中通}", EMPTY).draft == "发中通"
    assert fill("送您{gift|}，请查收", EMPTY).draft == "送您，请查收"
    assert fill("{buyer|亲}，您好", EMPTY).draft == "亲，您好"
    assert fill("{shop|本店}", EMPTY).draft == "本店"
    assert fill("{某某|随便}", EMPTY).draft == "随便"
    told = Context(moment=MOMENT, answers={"courier": "顺丰"})
    assert fill("发{courier|中通}", told).draft == "发顺丰"


def test_what_is_wanted_says_how_it_is_answered() -> None:
    filling = fill(
        "{ask:单号|无}{ask:备注|}{choice:顺丰|中通}{ask:单号}{tracking}{店铺}{某某}",
        EMPTY,
    )
    assert filling.wants == (
        Want("ask:单号", "单号", default="无"),
        Want("ask:备注", "备注", optional=True),
        Want("choice:顺丰|中通", "顺丰 / 中通", Kind.CHOICE, ("顺丰", "中通"), "顺丰"),
        Want("tracking", "快递单号"),
        Want("shop", "店铺", setting="shop"),
        Want("某某", "某某"),
    )
    answers = {want.key: want.default or "1" for want in filling.wants}
    done = fill(
        "{ask:单号|无}{choice:顺丰|中通}{ask:单号}{tracking}{店铺}{某某}",
        Context(moment=MOMENT, answers=answers),
    )
    assert isinstance(done, Filled)
    assert done.text == "无顺丰无111"


def test_answers_that_are_none() -> None:
    answers = {"ask:单号": "  ", "choice:a|b": "c", "tracking": "\n"}
    text = "{ask:单号|无}{choice:a|b}{tracking}"
    filling = fill(text, Context(moment=MOMENT, answers=answers))
    assert len(filling.wants) == len(filling.gaps) == 3
    optional = Context(moment=MOMENT, answers={"ask:备注": ""})
    assert fill("好的，{ask:备注|}", optional) == Filled("好的")
    assert isinstance(fill("好的，{ask:备注|}", EMPTY), Unfilled)


def test_a_faulty_placeholder_waits_for_an_answer() -> None:
    text = "{date:Monday}前"
    assert texts_of(text, EMPTY) == ("{date:Monday}前", ["date:Monday"])
    told = Context(moment=MOMENT, answers={"date:Monday": "周一"})
    assert fill(text, told) == Filled("周一前", (Span(0, 2),))


def test_spans_tell_what_was_filled_in_and_what_is_missing() -> None:
    filling = fill("🙂{daypart}，{tracking}！", EMPTY)
    assert filling.draft == "🙂下午好，{快递单号}！"
    assert [filling.draft[s:e] for s, e in filling.filled] == ["下午好"]
    assert [filling.draft[s:e] for s, e in filling.gaps] == ["{快递单号}"]


# --- phrases within phrases -----------------------------------------------------------


def nest(text: str, **texts: str) -> tuple[str, str]:
    """How it reads, and what is told where it cannot be filled."""
    filling = fill(text, Context(moment=MOMENT, phrase=texts.get))
    error = filling.error if isinstance(filling, Unfilled) else None
    return filling.draft, str(error or "")


def test_what_was_copied_is_told_apart_from_what_the_agent_wrote() -> None:
    context = Context(
        moment=MOMENT,
        profile=Profile(shop="小店"),
        buyer="云朵",
        clipboard="剪",
        fields={"name": "张三", "reason": "缺货", "courier": "中通"},
        answers={"reason": "缺货", "ask:说明": "改日再发", "choice:a|b": "b"},
        phrase={"in": "（{收件人}）"}.get,
    )
    text = (
        "{buyer}{收件人}{reason}{courier|顺丰}{size|M}{ask:说明}{choice:a|b}"
        "{clipboard}{shop}{date}{phrase:in}"
    )
    filling = fill(text, context)
    assert isinstance(filling, Filled)
    copied = [filling.text[span.start : span.end] for span in filling.copied]
    assert copied == ["云朵", "张三", "中通", "张三"]
    assert set(filling.copied) <= set(filling.filled)
    assert list(filling.filled) == sorted(filling.filled)
    assert len(filling.filled) == 11


def test_a_default_stood_in_the_phrase_and_was_not_copied() -> None:
    filling = fill(
        "{courier|中通}{buyer|您}", Context(MOMENT, fields={"courier": "圆通"})
    )
    assert isinstance(filling, Filled)
    assert filling.text == "圆通您"
    assert filling.copied == (Span(0, 2),)


def test_phrases_within_phrases() -> None:
    assert nest("甲{phrase:b}", b="乙{phrase:c}", c="丙{buyer}") == ("甲乙丙", "")
    assert nest("{phrase:b}{phrase:b}", b="乙") == ("乙乙", "")


def test_wants_of_a_phrase_within_are_wanted() -> None:
    within = Context(moment=MOMENT, phrase={"b": "{ask:单号}"}.get)
    assert [want.label for want in fill("{phrase:b}", within).wants] == ["单号"]


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        ({}, "“b”, which is missing"),
        ({"b": "{phrase:b}"}, "“b” takes in itself"),
        ({"b": "{phrase:c}", "c": "{phrase:b}"}, "“b” takes in itself"),
        ({"b": "{phrase:c}" * (MOST_PHRASES + 1), "c": "丙"}, "Too many"),
    ],
)
def test_what_cannot_be_nested_is_told(texts: dict[str, str], told: str) -> None:
    draft, error = nest("甲{phrase:b}", **texts)
    assert told in error
    assert "phrasebook" in error
    assert "{phrase:" in draft


def test_there_is_an_end_to_depth_and_to_growth() -> None:
    deep = {f"p{n}": f"{{phrase:p{n + 1}}}" for n in range(DEEPEST)}
    assert nest("{phrase:p0}", **deep, **{f"p{DEEPEST}": "底"})[1]
    fits = {**deep, f"p{DEEPEST - 1}": "底"}
    assert nest("{phrase:p0}", **fits) == ("底", "")
    bomb = {f"p{n}": f"{{phrase:p{n + 1}}}" * 40 for n in range(DEEPEST)}
    assert "Too many" in nest("{phrase:p0}", **bomb)[1]


# --- in words -------------------------------------------------------------------------


def told_of(text: str) -> tuple[str, str]:
    filling = fill(text, EMPTY)
    assert isinstance(filling, Unfilled)
    what, remedy = explain_unfilled(filling)
    return str(what), str(remedy)


def test_what_is_missing_is_named_with_the_remedy() -> None:
    what, remedy = told_of("{快递单号}{ask:备注}{店铺}")
    assert what == "This phrase has blanks to fill in: 快递单号, 备注, 店铺."
    assert "Ctrl+C" in remedy
    assert "profile" in told_of("{shop}{客服}")[1]
    assert (
        told_of("{phrase:gone}")[0] == "This phrase takes in “gone”, which is missing."
    )


@pytest.mark.parametrize("text", ["{ask:{buyer}}", "{choice:a|b", "{phrase：\nb}"])
def test_a_question_without_an_end_is_never_pasted(text: str) -> None:
    assert "has no end" in told_of(text)[0]


def test_a_text_of_which_nothing_is_left_is_not_pasted() -> None:
    assert "Nothing of this phrase" in told_of("{buyer}，")[0]
    assert "Nothing of this phrase" in told_of("{cursor}")[0]


def test_no_text_gets_into_a_log() -> None:
    filled, unfilled = fill("{buyer}，您好", FULL), fill("密{tracking}", EMPTY)
    assert "云朵" not in repr(filled)
    assert "密" not in repr(unfilled)
    assert "云朵" not in repr(FULL)
    assert "小云" not in repr(FULL)
