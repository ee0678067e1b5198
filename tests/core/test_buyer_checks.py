"""A check goes with its buyer: nobody gets the remark of another one's order."""

import pytest

from qtdesk.core.buyer_checks import BuyerChecks
from qtdesk.core.buyers import Buyers
from qtdesk.core.events import DockChanged
from tests.check_world import BOTH, ORDER, CheckWorld


class Shop:
    """Checks with the buyers of a dock beside them."""

    def __init__(self) -> None:
        self.world = CheckWorld()
        self.checks = self.world.checks
        self.buyers = Buyers(self._follow, lambda _: None)
        self._follower = BuyerChecks(self.checks, lambda: self.buyers.current)

    def _follow(self) -> None:
        self._follower.on_event(DockChanged())

    def work_on(self, text: str) -> str:
        """Begin a check and do something in it; its name."""
        self.world.open(text)
        self.checks.override("V19", "仓库刚看过")
        assert self.checks.current is not None
        return self.checks.current.uid

    @property
    def at_hand(self) -> str:
        return self.checks.current.uid if self.checks.current is not None else ""


@pytest.fixture
def shop() -> Shop:
    return Shop()


def test_each_buyer_has_a_check_of_their_own(shop: Shop) -> None:
    shop.buyers.open("云朵")
    first = shop.work_on(ORDER)
    shop.buyers.open("阿May")
    assert shop.at_hand == ""
    second = shop.work_on(BOTH)
    shop.buyers.choose(0)
    assert shop.at_hand == first
    shop.buyers.next()
    assert shop.at_hand == second


def test_what_was_begun_before_a_name_was_given_stays_with_that_name(
    shop: Shop,
) -> None:
    check = shop.work_on(ORDER)
    shop.buyers.open("云朵")
    assert shop.at_hand == check
    shop.buyers.open("阿May")
    shop.buyers.choose(0)
    assert shop.at_hand == check


def test_an_ended_check_leaves_none_at_hand(shop: Shop) -> None:
    shop.buyers.open("云朵")
    shop.work_on(ORDER)
    shop.buyers.open("阿May")
    shop.checks.turn_to(shop.checks.under_way[0].uid)
    shop.checks.forget()
    shop.work_on(BOTH)
    shop.buyers.choose(0)
    assert shop.at_hand == ""


def test_the_check_in_an_open_window_stays(shop: Shop) -> None:
    shop.buyers.open("云朵")
    check = shop.work_on(ORDER)
    shop.checks.shown = True
    shop.buyers.open("阿May")
    assert shop.at_hand == check
