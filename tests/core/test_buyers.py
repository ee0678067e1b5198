"""Slots of buyers: a small machine, tried with any order of what an agent may do."""

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from qtdesk.core.buyers import LONGEST_NAME, MOST_OPEN, Buyers, Slot
from qtdesk.core.errors import BuyersError


def made(*names: str) -> Buyers:
    buyers = Buyers(lambda: None, lambda _name: None)
    for name in names:
        buyers.open(name)
    return buyers


def names(buyers: Buyers) -> list[str]:
    return [slot.name for slot in buyers.slots]


def test_a_new_buyer_is_the_current_one_and_the_next_comes_in_turn() -> None:
    buyers = made("云朵", "阿May")
    assert (names(buyers), buyers.at) == (["云朵", "阿May"], 1)
    buyers.next()
    assert buyers.at == 0
    buyers.next()
    assert buyers.at == 1


def test_one_who_is_open_is_turned_to_and_not_opened_twice() -> None:
    buyers = made("云朵", "阿May")
    buyers.open("  云朵 ")
    assert (len(buyers.slots), buyers.at) == (2, 0)


def test_a_closed_slot_is_forgotten_and_its_neighbour_is_current() -> None:
    buyers = made("a", "b", "c")
    buyers.choose(1)
    buyers.reach("verify")
    buyers.close(1)
    assert (names(buyers), buyers.at) == (["a", "c"], 1)
    buyers.close(1)
    assert buyers.at == 0
    buyers.close(0)
    assert buyers.current is None
    buyers.open("b")
    assert buyers.current == Slot("b")


def test_nine_are_enough() -> None:
    buyers = made(*map(str, range(MOST_OPEN)))
    with pytest.raises(BuyersError) as refused:
        buyers.open("one more")
    assert "Close one of them" in str(refused.value)
    assert len(buyers.slots) == MOST_OPEN


@pytest.mark.parametrize("name", ["", "  ", "x" * (LONGEST_NAME + 1)])
def test_no_name_is_no_buyer(name: str) -> None:
    with pytest.raises(BuyersError):
        made().open(name)


def test_a_stage_belongs_to_its_buyer() -> None:
    buyers = made("a", "b")
    buyers.reach("verify")
    buyers.choose(0)
    assert buyers.current == Slot("a")
    buyers.choose(1)
    assert buyers.current == Slot("b", "verify")


def test_for_nobody_no_stage_is_remembered() -> None:
    buyers = made()
    buyers.reach("verify")
    assert buyers.slots == ()


@pytest.mark.parametrize(
    ("name", "tail"),
    [
        *(
            ("4567", "4567"),
            ("尾号 4567", "4567"),
            ("尾号：88", "88"),
            ("#0012", "0012"),
        ),
        *(("云朵8821", ""), ("123456789", ""), ("阿May", ""), ("尾号", "")),
    ],
)
def test_the_last_digits_of_an_order_are_no_name(name: str, tail: str) -> None:
    slot = Slot(name)
    assert slot.order_tail == tail
    assert slot.nickname == ("" if tail else name)


def test_no_log_gets_a_name() -> None:
    buyers = made("云朵8821")
    for text in (repr(buyers), repr(buyers.slots), repr(buyers.current)):
        assert "云朵" not in text


class AnyOrder(RuleBasedStateMachine):
    """Whatever is done, one slot is current exactly while there are any."""

    def __init__(self) -> None:
        super().__init__()
        self.told = 0
        self.forgotten: list[str] = []
        self.buyers = Buyers(self._on_changed, self.forgotten.append)
        self.expected: list[str] = []

    def _on_changed(self) -> None:
        self.told += 1

    @rule(name=st.sampled_from([f"buyer {n}" for n in range(12)]))
    def open(self, name: str) -> None:
        if name not in self.expected and len(self.expected) == MOST_OPEN:
            with pytest.raises(BuyersError):
                self.buyers.open(name)
            return
        if name not in self.expected:
            self.expected.append(name)
        self.buyers.open(name)
        assert self.buyers.current is not None
        assert self.buyers.current.name == name

    @rule(number=st.integers(-2, 12))
    def close(self, number: int) -> None:
        before = self.buyers.current
        self.buyers.close(number)
        if 0 <= number < len(self.expected):
            gone = self.expected.pop(number)
            assert self.forgotten[-1] == gone
            if before is not None and before.name != gone:
                assert self.buyers.current == before

    @rule(number=st.integers(-2, 12))
    def choose(self, number: int) -> None:
        told, at = self.told, self.buyers.at
        self.buyers.choose(number)
        assert (self.told > told) is (self.buyers.at != at)

    @rule()
    def next(self) -> None:
        at = self.buyers.at
        self.buyers.next()
        if self.expected:
            assert self.buyers.at == (at + 1) % len(self.expected)

    @invariant()
    def one_is_current(self) -> None:
        assert names(self.buyers) == self.expected
        assert (self.buyers.current is None) is (not self.expected)
        assert -1 <= self.buyers.at < len(self.expected)


TestAnyOrder = AnyOrder.TestCase
