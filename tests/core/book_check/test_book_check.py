"""What a lead is told of a book."""

import time

import pytest

from qtdesk.core.book_check import Gravity
from qtdesk.core.book_check.texts import length
from qtdesk.core.phrases import Picture
from tests.core.book_check.checked_books import (
    check,
    kinds,
    of_phrases,
    of_text,
)
from tests.search_books import STAGES, book, engine, phrase

LONG = "您的订单已经安排打包，发出以后可以在订单里查看。" * 4


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("亲，您的包裹到了，收到了吗？", []),
        ("亲，亲的包裹到了，收到了吗？", ["address"]),
        ("亲，麻烦请亲友代收，亲自来取也行。", []),
        ("父亲和母亲节的礼物都有，亲要看看吗？", []),
        ("谢谢您😊 祝您愉快🌷", ["emoji"]),
        ("谢谢您👨‍👩‍👧 祝您愉快", []),
        ("👋🏽 您好，要看哪一款？", []),
        ("☀️ 早上好，要看点什么？", []),
        ("☀️☀️ 早上好，要看点什么？", ["emoji"]),
        ("让您久等了，抱歉😊 我去催。", ["emoji-in-apology"]),
        ("活动到2026年11月11日为止。", ["date"]),
        ("活动到2026-11-22为止。", []),
        ("活动到2026年13月41日为止。", []),
        ("2026年12月12日有活动。", []),
        (LONG, ["length"]),
        (LONG[:90], []),
        (LONG[:48] + "\n" + LONG[48:], ["length"]),
        (LONG[:48] + "\n\n" + LONG[48:], []),
        (LONG[:86] + "{promise_time}", []),
        (LONG[:87] + "{promise_time}", ["length"]),
        (LONG[:88] + "{buyer}，", []),
        (LONG[:85] + "{choice:一|一二三四五六}", ["length"]),
        (LONG[:84] + "{choice:一|一二三四五六}", []),
        (LONG[:89] + "{{{{", ["length"]),
        ("单号{cursor}，已发出", []),
        ("单号{cursor}" + LONG[:80], []),
        ("单号{cursor}" + LONG[:81], ["cursor"]),
        ("单号{cursor}，{光标}已发出", ["cursor"]),
    ],
)
def test_one_text(text: str, expected: list[str]) -> None:
    assert kinds(of_text(text)) == expected


def test_latin_letters_are_smaller() -> None:
    text = "Your parcel has left the warehouse. " * 8
    assert kinds(of_text(text, locale="en-US")) == []
    assert kinds(of_text(text * 2, locale="en-US"))[0] == "length"
    assert kinds(of_text(text))[0] == "length"


def test_lines_of_a_list_are_not_counted_for_their_ends() -> None:
    assert length("一\n二\n三") == 3


def test_a_place_is_one_in_the_text_of_that_variant() -> None:
    texts = ("亲，您好。", "您好，亲，亲要看哪一款？")
    (found,) = of_text(*texts)
    assert (found.text, texts[1][found.start], found.gravity) == (
        1,
        "亲",
        Gravity.WARNING,
    )
    assert found.start == texts[1].rindex("亲")


def test_words_that_are_not_said_have_a_place_and_a_better_one() -> None:
    (found,) = of_text("{buyer}，这是最便宜的一款。")
    assert (found.kind, found.word, found.better) == (
        "wording.absolute",
        "最便宜",
        "便宜",
    )
    assert found.start == len("{buyer}，这是")
    assert (
        found.gravity is Gravity.FAULT
    )  # in a book superlatives are no matter of taste


def test_what_will_be_filled_in_is_not_judged_but_choices_are() -> None:
    assert kinds(of_text("给您{ask:最便宜的那款}，好吗？")) == []
    assert kinds(of_text("给您{choice:最便宜的|普通的}那款，好吗？")) == [
        "wording.absolute"
    ]


def test_variants_that_are_the_same() -> None:
    assert kinds(of_text("您好，在的。", "您说。", "您好，在的。")) == ["same-variant"]


def test_phrases_that_read_the_same_are_told_of_once() -> None:
    text = "您的包裹已经发出，订单里点查看物流就能跟着看。"
    other = "您的包裹已经发出了，订单里点查看物流就能跟着看。"
    phrases = [
        phrase(1, title="已发货", texts=("别的话在这里。", text)),
        phrase(2, title="报个信", texts=(other,)),
        phrase(3, title="没有关系", texts=("这一句说的是另一件事情。",)),
    ]
    (found,) = of_phrases(*phrases)
    assert (found.kind, found.phrase) == ("alike", "p2")
    assert "p1" in str(found.what)


def test_variants_of_one_phrase_may_be_alike() -> None:
    text = "您的包裹已经发出，订单里点查看物流就能跟着看。"
    assert of_phrases(phrase(1, title="发货", texts=(text, text + "好吗？"))) == []


def test_a_stage_without_phrases() -> None:
    one = phrase(1, title="已发货", texts=("您的包裹已经发出。",))
    found = list(check().of_book(book(one, stages=STAGES)))
    assert kinds(found) == ["empty-stage"] * 2
    assert STAGES[1].title in str(found[0].what)


def test_what_nobody_will_find() -> None:
    crowd = [
        phrase(number, title="发货", texts=(f"第{number}种说法是{number * 7919}。",))
        for number in range(8)
    ]
    hidden = {each.phrase for each in of_phrases(*crowd) if each.kind == "out-of-sight"}
    assert hidden == {"p5", "p6", "p7"}
    crowd[7] = crowd[7]._replace(keywords=("催一催",))
    hidden = {each.phrase for each in of_phrases(*crowd) if each.kind == "out-of-sight"}
    assert hidden == {"p5", "p6"}


def test_without_an_engine_nobody_searches() -> None:
    crowd = [phrase(number, title="发货", texts=(str(number),)) for number in range(8)]
    found = check().of_book(book(*crowd, stages=STAGES[:1]))
    assert "out-of-sight" not in kinds(list(found))


def test_a_book_without_phrases() -> None:
    assert list(check().of_book(book(stages=()), engine)) == []


@pytest.mark.alone
def test_one_phrase_is_checked_while_somebody_types() -> None:
    checking = check()
    typed = phrase(texts=(LONG[:90], "亲，这是全网最低价，加我微信再便宜。"))
    list(checking.of_phrase(typed, "zh-CN"))
    took = []
    for _ in range(20):
        began = time.process_time()
        list(checking.of_phrase(typed, "zh-CN"))
        took.append(time.process_time() - began)
    assert min(took) < 0.005


def test_nothing_of_a_phrase_is_in_what_a_log_would_say() -> None:
    (found,) = of_text("这款最便宜，您看看？")
    assert "便宜" not in repr(found)


def test_html_is_judged_by_what_it_says_beyond_the_text() -> None:
    same = phrase(1, texts=("全网最便宜",))._replace(html="<b>全网最便宜</b>")
    more = phrase(2, texts=("价格实惠",))._replace(html="价格实惠，<b>全网最</b>便宜")
    wording = [each for each in of_phrases(same) if each.kind.startswith("wording")]
    assert wording
    found = [each for each in of_phrases(more) if each.kind.startswith("wording")]
    assert {each.word for each in found} == {each.word for each in wording}
    assert all(each.start == 0 for each in found)


def test_a_picture_among_the_parts_is_no_text() -> None:
    picture = Picture("a.png", "00")
    charts = [
        phrase(number, texts=(text, ""))._replace(picture=picture, sequence=True)
        for number, text in enumerate(("女装的尺码表发您", "鞋子看这一张图"))
    ]
    assert kinds(of_phrases(*charts)) == []
