import pytest

from qtdesk.core import inquiry
from qtdesk.core.finder import Finder
from qtdesk.core.inquiry import PAUSE_S, Answers, Inquiry
from qtdesk.core.search import engine as engine_module
from tests.fake_books import AtOnce, FakeIndexes, Later
from tests.fakes import FakeClock
from tests.search_books import book, phrase

PHRASES = [phrase(number, title=f"发货{number}", stage="ship") for number in range(9)]
PHRASES += [phrase(10, title="发货", stage="after")]


class Asking:
    def __init__(self) -> None:
        self.clock = FakeClock()
        self.later = Later()
        finder = Finder(FakeIndexes(), AtOnce(), self.clock.now)
        finder.take([book(*PHRASES)])
        self.inquiry = Inquiry(finder, self.clock, self.later)
        self.shown: list[Answers] = []

    def ask(self, query: str, stage: str | None = None) -> None:
        self.inquiry.ask(query, stage, self.shown.append)

    @property
    def queries(self) -> list[str]:
        return [answers.chosen.query for answers in self.shown]


@pytest.fixture
def asking() -> Asking:
    return Asking()


@pytest.fixture
def large(asking: Asking, monkeypatch: pytest.MonkeyPatch) -> Asking:
    monkeypatch.setattr(inquiry, "IN_PLACE", 1)
    return asking


@pytest.fixture
def hasty(asking: Asking, monkeypatch: pytest.MonkeyPatch) -> Asking:
    """No answer is complete before somebody asked thoroughly."""
    monkeypatch.setattr(engine_module, "_AT_ONCE", -1)
    return asking


def test_an_ordinary_book_is_searched_on_the_spot(asking: Asking) -> None:
    asking.ask("fahuo", "after")
    (answers,) = asking.shown
    assert [hit.phrase.id for hit in answers.chosen.hits] == ["p10"]
    assert len(answers.everywhere.hits) == len(PHRASES)
    asking.clock.run_all()
    assert not asking.later.waiting


def test_a_large_book_is_searched_elsewhere_and_only_the_latest_is_shown(
    large: Asking,
) -> None:
    for query in ("f", "fa", "fah"):
        large.ask(query)
    assert large.shown == []
    assert len(large.later.waiting) == 1
    large.later.work()
    assert large.queries == ["fah"]


def test_who_chooses_meanwhile_gets_an_answer_and_the_late_one_is_not_shown(
    large: Asking,
) -> None:
    large.ask("fa")
    answers = large.inquiry.answers("fahuo3", None)
    assert [hit.phrase.id for hit in answers.chosen.hits] == ["p3"]
    large.later.work()
    assert large.shown == []


def test_what_was_left_out_comes_behind_after_a_pause(hasty: Asking) -> None:
    hasty.ask("fahuo")
    (first,) = hasty.shown
    assert not first.chosen.complete
    hasty.clock.run_until(PAUSE_S / 2)
    assert not hasty.later.waiting
    hasty.clock.run_all()
    hasty.later.work()
    second = hasty.shown[1]
    assert second.chosen.complete
    assert len(second.chosen.hits) == len(PHRASES)
    assert second.chosen.hits[: len(first.chosen.hits)] == first.chosen.hits


def test_nothing_comes_behind_what_is_not_asked_any_more(hasty: Asking) -> None:
    hasty.ask("fahuo")
    hasty.ask("fahuo1")
    hasty.clock.run_all()
    hasty.later.work()
    assert hasty.queries == ["fahuo", "fahuo1", "fahuo1"]
