"""What a form begins with, and what is forgotten."""

from qtdesk.core.errors import StoreError
from qtdesk.core.remembered import MOST_BUYERS, MOST_PHRASES, Remembered
from qtdesk.core.templates import Kind, Want
from qtdesk.core.words import Words
from tests.fake_books import FakeStore

TRACKING = Want("ask:快递单号", "快递单号")
COURIER = Want("courier", "快递", default="中通")
CHOICE = Want("choice:a|b", "a / b", Kind.CHOICE, ("a", "b"), "a")
WANTS = (TRACKING, COURIER, CHOICE)


def test_defaults_stand_first_where_nothing_is_known() -> None:
    shown = Remembered(FakeStore()).suggest("p", "云朵", WANTS)
    assert shown == {"ask:快递单号": "", "courier": "中通", "choice:a|b": "a"}


def test_a_choice_that_is_gone_from_the_book_is_not_suggested() -> None:
    remembered = Remembered(FakeStore())
    remembered.keep("p", "", WANTS, {"choice:a|b": "b"})
    fewer = CHOICE._replace(options=("a", "c"))
    assert remembered.suggest("p", "", [CHOICE]) == {"choice:a|b": "b"}
    assert remembered.suggest("p", "", [fewer]) == {"choice:a|b": "a"}


def test_another_phrase_knows_the_buyer_s_answer_but_not_the_choice() -> None:
    remembered = Remembered(FakeStore())
    answers = {"ask:快递单号": "SF1", "courier": "顺丰"}
    remembered.keep("p", "云朵", WANTS, answers)
    shown = remembered.suggest("q", "云朵", WANTS)
    assert (shown["ask:快递单号"], shown["courier"]) == ("SF1", "顺丰")
    assert remembered.suggest("q", "", WANTS)["courier"] == "中通"


def test_the_oldest_make_way() -> None:
    store = FakeStore()
    remembered = Remembered(store)
    for number in range(MOST_BUYERS + 1):
        remembered.keep("p", f"b{number}", [TRACKING], {"ask:快递单号": "x"})
    assert remembered.suggest("p", "b0", [TRACKING])["ask:快递单号"] == ""
    assert remembered.suggest("p", "b1", [TRACKING])["ask:快递单号"] == "x"
    for number in range(MOST_PHRASES + 1):
        remembered.keep(f"p{number}", "", [CHOICE], {"choice:a|b": "b"})
    remembered.flush()
    later = Remembered(store)
    assert later.suggest("p0", "", [CHOICE])["choice:a|b"] == "a"
    assert later.suggest("p1", "", [CHOICE])["choice:a|b"] == "b"


class FullDisk(FakeStore):
    def save_note(self, name: str, text: str) -> None:
        del name, text
        raise StoreError(Words("The disk is full."))


def test_a_full_disk_is_no_matter() -> None:
    remembered = Remembered(FullDisk())
    remembered.keep("p", "", [CHOICE], {"choice:a|b": "b"})
    remembered.flush()
    assert remembered.suggest("p", "", [CHOICE])["choice:a|b"] == "b"
