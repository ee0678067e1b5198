"""What the agent uses, from one run to the next, as the search shows it."""

import pytest

from qtdesk.core.finder import Finder
from qtdesk.core.search.habits import HALF_LIFE_S
from qtdesk.core.usage import Usage
from tests.fake_books import AtOnce, FakeIndexes, FakeStore
from tests.search_books import book, phrase

NOW = 1_800_000_000.0
PHRASES = [phrase(number, title=f"发货{number}") for number in range(400)]


class Run:
    """One run of the program over the store of the runs before."""

    def __init__(self, store: FakeStore, now: float = NOW) -> None:
        self.now = now
        self.finder = Finder(FakeIndexes(), AtOnce(), lambda: self.now)
        self.finder.take([book(*PHRASES)])
        self.usage = Usage(store, self.finder.habits, self.finder.now)

    def use(self, *numbers: int) -> None:
        for number in numbers:
            self.usage.used(PHRASES[number])

    def found(self, query: str = "fahuo") -> list[str]:
        return [hit.phrase.id for hit in self.finder.engine.search(query).hits]


@pytest.fixture
def store() -> FakeStore:
    return FakeStore()


def test_what_is_used_often_comes_first_in_the_next_run_too(store: FakeStore) -> None:
    first = Run(store)
    first.use(300, 300, 300, 300, 200)
    assert first.found()[:3] == ["p300", "p200", "p0"]
    assert Run(store).found()[:3] == ["p300", "p200", "p0"]


def test_uses_fade_between_runs(store: FakeStore) -> None:
    Run(store).use(*[300] * 4)
    later = Run(store, NOW + 8 * HALF_LIFE_S)
    later.use(200)
    assert later.found()[:2] == ["p200", "p0"]


def test_of_older_data_the_order_is_known(store: FakeStore) -> None:
    for number in (9, 7):
        store.add_recent(f"b/p{number}")
    tried = Run(store)
    assert tried.found()[:3] == ["p7", "p9", "p0"]
    tried.use(300, 300)
    assert tried.found()[:3] == ["p300", "p7", "p9"]
    assert Run(store).found()[:3] == ["p300", "p7", "p9"]


def test_a_clock_that_was_wrong_once_is_outlived(store: FakeStore) -> None:
    Run(store, NOW + 900 * HALF_LIFE_S).use(300)
    tried = Run(store)
    tried.use(7, 7)
    assert tried.found()[0] == "p7"
    tried.use(300)
    assert Run(store, NOW + 30 * HALF_LIFE_S).found()[0] == "p0"
