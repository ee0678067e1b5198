"""Facts of the shop as phrases read them; one that ran out is as good as missing."""

from datetime import date

import pytest

from qtdesk.core.facts import Fact, Facts, fact_from
from qtdesk.core.living_phrases import LivingPhrases
from qtdesk.core.phrases import Book, Shelf
from qtdesk.core.settings import Settings
from qtdesk.core.tables import Cell, fields_of_row, new_row
from qtdesk.core.templates import Filled, Unfilled
from tests.fake_books import FakeStore, phrase
from tests.sample_rows import NOW

TODAY = date(2026, 11, 22)
ADDRESS = Fact("退货地址", "杭州市余杭区退货仓", may_paste=True)


def facts(*known: Fact) -> Facts:
    return Facts(lambda: known, lambda: TODAY)


def test_a_fact_goes_before_the_setting_of_its_name() -> None:
    settings = Settings(return_addr="旧地址", ship_time="48小时内")
    fields = facts(ADDRESS).fields(settings)
    assert fields["return_addr"] == ADDRESS.value
    assert fields["ship_time"] == "48小时内"
    assert facts().fields(settings)["return_addr"] == "旧地址"


@pytest.mark.parametrize("name", ["退货地址", " return_addr ", "Return_Addr"])
def test_a_placeholders_names_are_one(name: str) -> None:
    assert facts(ADDRESS).value(name) == ADDRESS.value


@pytest.mark.parametrize(
    "fact",
    [
        ADDRESS._replace(valid_until=date(2026, 11, 21)),
        ADDRESS._replace(may_paste=False),
    ],
)
def test_what_does_not_hold_is_missing_and_nothing_stands_in_for_it(
    fact: Fact,
) -> None:
    settings = Settings(return_addr="旧地址")
    assert facts(fact).value("退货地址") == ""
    assert facts(fact).fields(settings)["return_addr"] == ""


def test_the_last_day_counts_and_the_first_of_two_names_does() -> None:
    until = ADDRESS._replace(valid_until=TODAY)
    assert (
        facts(until, ADDRESS._replace(value="older")).value("退货地址") == until.value
    )


def test_facts_are_read_anew_once_they_are_forgotten() -> None:
    known = [ADDRESS]
    read = Facts(lambda: known, lambda: TODAY)
    assert read.value("退货地址") == ADDRESS.value
    known.clear()
    assert read.value("退货地址") == ADDRESS.value
    read.forget()
    assert read.value("退货地址") == ""


def test_a_row_of_the_table_is_a_fact() -> None:
    cells: dict[str, Cell] = {
        "key": "仓库",
        "value": "0571",
        "may_paste": True,
        "valid_until": TODAY,
    }
    row = new_row("facts", NOW, "小李", cells)
    assert fact_from(fields_of_row(row)) == Fact(
        "仓库", "0571", "", may_paste=True, valid_until=TODAY
    )
    bare = new_row("facts", NOW, "小李", {"key": "仓库", "value": "0571"})
    assert not fact_from(fields_of_row(bare)).holds(TODAY)


def test_phrases_read_facts_and_an_old_one_is_asked_for() -> None:
    told = phrase(1, texts=("寄到{return_addr}，仓库{fact:仓库电话}",))
    shelf, store = Shelf(), FakeStore(return_addr="旧地址")
    shelf.place(told.book, Book(told.book, "书", "zh-CN", "1", (), (told,)))
    living = LivingPhrases(shelf, store, Settings, lambda: NOW)
    store.all_facts = [ADDRESS, Fact("仓库电话", "0571", may_paste=True)]
    filled = living.fill(told)
    assert isinstance(filled, Filled)
    assert filled.text == "寄到杭州市余杭区退货仓，仓库0571"
    assert len(filled.copied) == 2
    yesterday = date(2020, 1, 1)
    store.all_facts = [
        ADDRESS,
        Fact("仓库电话", "0571", "", may_paste=True, valid_until=yesterday),
    ]
    living.facts.forget()
    unfilled = living.fill(told)
    assert isinstance(unfilled, Unfilled)
    assert [want.label for want in unfilled.wants] == ["仓库电话"]
    answered = living.fill(told, {"fact:仓库电话": "0571-1"})
    assert answered.draft == "寄到杭州市余杭区退货仓，仓库0571-1"
