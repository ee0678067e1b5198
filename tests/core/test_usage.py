"""What the agent uses, from one run to the next, as the search shows it."""

import pytest

from qtdesk.core.finder import Finder
from qtdesk.core.ports import Target
from qtdesk.core.search.habits import HALF_LIFE_S
from qtdesk.core.usage import Usage
from tests.fake_books import AtOnce, FakeIndexes, FakeStore
from tests.search_books import book, phrase

NOW = 1_800_000_000.0
PHRASES = [
    phrase(number, title=f"发货{number}", stage="ship" if number < 200 else "after")
    for number in range(400)
]
CHAT = Target(1, 1, 1, "chat", "one buyer")
OTHER = Target(2, 1, 1, "chat", "another buyer")


class Run:
    """One run of the program over the store of the runs before."""

    def __init__(self, store: FakeStore, now: float = NOW) -> None:
        self.now = now
        self.finder = Finder(FakeIndexes(), AtOnce(), lambda: self.now)
        self.finder.take([book(*PHRASES)])
        self.usage = Usage(store, self.finder.habits, self.finder.now)

    def use(self, *numbers: int) -> None:
        for number in numbers:
            self.usage.used(PHRASES[number], None)

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


def test_the_stage_of_the_last_phrase_in_this_window_comes_first(
    store: FakeStore,
) -> None:
    tried = Run(store)
    tried.usage.used(PHRASES[300], CHAT)
    tried.usage.used(PHRASES[0], OTHER)
    tried.usage.meet(CHAT)
    assert tried.found()[:3] == ["p300", "p200", "p201"]
    tried.usage.meet(CHAT._replace(title="(1) one buyer"))
    assert tried.found()[1] == "p200"
    tried.usage.meet(OTHER)
    assert tried.found()[:3] == ["p0", "p1", "p2"]


@pytest.mark.parametrize(
    "met",
    [None, CHAT._replace(window=9), CHAT._replace(mark=7), CHAT._replace(title="")],
)
def test_of_another_window_or_after_half_an_hour_no_stage_is_known(
    store: FakeStore, met: Target | None
) -> None:
    tried = Run(store)
    tried.usage.used(PHRASES[300], CHAT)
    tried.usage.meet(CHAT)
    tried.now += 1801 * (met is not None and not met.title)
    tried.usage.meet(met)
    assert tried.found()[:2] == ["p300", "p0"]


def test_a_stage_holds_for_half_an_hour(store: FakeStore) -> None:
    tried = Run(store)
    tried.usage.used(PHRASES[300], CHAT)
    tried.now += 1799
    tried.usage.meet(CHAT)
    assert tried.found()[1] == "p200"


def test_where_nobody_tells_which_window_it_is_no_stage_is_known(
    store: FakeStore,
) -> None:
    tried = Run(store)
    unseen = Target(0, 0, 0, "", "")
    tried.usage.used(PHRASES[300], unseen)
    tried.usage.meet(unseen)
    assert tried.found()[:2] == ["p300", "p0"]


def test_windows_long_gone_are_forgotten(store: FakeStore) -> None:
    tried = Run(store)
    for window in range(1, 60):
        tried.usage.used(PHRASES[300], CHAT._replace(window=window))
    tried.usage.meet(CHAT)
    assert tried.found()[1] == "p0"
    tried.usage.meet(CHAT._replace(window=59))
    assert tried.found()[1] == "p200"


def test_pins_come_first_in_the_order_in_which_they_were_pinned(
    store: FakeStore,
) -> None:
    tried = Run(store)
    tried.use(*[5] * 100, *[301] * 100)
    for number in (300, 7, 301):
        tried.usage.pin(PHRASES[number], pinned=True)
    tried.usage.pin(PHRASES[300], pinned=True)
    assert tried.found("")[:5] == ["p300", "p7", "p301", "p5", "p0"]
    tried.usage.pin(PHRASES[7], pinned=False)
    assert tried.found("")[:4] == ["p300", "p301", "p5", "p0"]
    again = Run(store)
    assert again.found("")[:4] == ["p300", "p301", "p5", "p0"]
    assert again.usage.pinned(PHRASES[300])
    assert not again.usage.pinned(PHRASES[7])


def test_pins_come_before_habit_among_what_matches(store: FakeStore) -> None:
    tried = Run(store)
    tried.use(*[5] * 100)
    tried.usage.pin(PHRASES[7], pinned=True)
    assert tried.found()[:3] == ["p7", "p5", "p0"]
    tried.usage.pin(PHRASES[7], pinned=False)
    assert tried.found()[:2] == ["p5", "p0"]


@pytest.mark.parametrize("note", ["", "[", "7", '{"b/p7": 1}', "null"])
def test_a_note_that_cannot_be_read_pins_nothing(store: FakeStore, note: str) -> None:
    store.save_note("pins", note)
    tried = Run(store)
    assert tried.found("")[0] == "p0"
    tried.usage.pin(PHRASES[7], pinned=True)
    assert Run(store).found("")[0] == "p7"
