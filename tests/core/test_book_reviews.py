"""A book looked through in slices: how far it is, what was found, and its end."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

import pytest

from qtdesk.bootstrap.on_request import engine_over, open_for_review, open_reviews
from qtdesk.core import book_reviews
from qtdesk.core.book_check import Gravity
from qtdesk.core.book_reviews import BookReviews
from qtdesk.core.settings import Settings
from tests.fake_books import AtOnce
from tests.shipped_wording import proof

_T = TypeVar("_T")
BOOK = """\
id: b
title: 一本
locale: zh-CN
version: '1'
stages:
- key: ship
  situations:
  - title: 场景
    phrases:
    - id: p0
      title: 招呼
      text: 亲，亲您好
    - id: p1
      title: 便宜
      text: 这款最便宜，放心拍
    - id: p2
      title: 微信
      text: 加我微信给您便宜点
"""


class ByHand:
    """A background whose work is done when a test says so."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(self, work: Callable[[], _T], done: Callable[[_T], None]) -> None:
        self.waiting.append(lambda: done(work()))

    def do_one(self) -> bool:
        if self.waiting:
            self.waiting.pop(0)()
        return bool(self.waiting)


@pytest.fixture
def path(tmp_path: Path) -> str:
    file = tmp_path / "b.yaml"
    file.write_text(BOOK, "utf-8")
    return str(file)


@pytest.fixture
def tiny_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(book_reviews, "SLICE_S", 0.0)


def reviews(background: AtOnce | ByHand, **given: str) -> BookReviews:
    settings = Settings().with_changes(given)
    moment = datetime(2026, 11, 22, tzinfo=UTC)
    return BookReviews(
        lambda path: open_for_review(Path(path)),
        engine_over,
        proof(),
        background,
        lambda: settings,
        lambda: moment,
    )


def test_what_was_found_has_its_place_the_gravest_first(path: str) -> None:
    made = reviews(AtOnce(), platform="taobao")
    told: list[int] = []
    made.follow(lambda: told.append(1))
    made.begin(path)
    review = made.of(path)
    assert review is not None
    assert not review.running
    assert (review.done, review.share) == (review.count, 1.0)
    assert [(one.finding.phrase, one.line) for one in review.placed] == [
        *(("p1", 15), ("p2", 18), ("p0", 12))
    ]
    first, *_, last = review.placed
    assert first.file == path
    assert first.finding.gravity is Gravity.FAULT
    assert last.finding.gravity is Gravity.WARNING
    assert len(told) >= 2


def test_packs_that_are_off_find_nothing(path: str) -> None:
    made = reviews(AtOnce(), wording_off="absolute, offplatform")
    made.begin(path)
    review = made.of(path)
    assert review is not None
    assert [one.finding.kind for one in review.placed] == ["address"]


@pytest.mark.usefixtures("tiny_slices")
def test_it_goes_on_in_slices_and_tells_how_far_it_is(path: str) -> None:
    background = ByHand()
    made = reviews(background)
    shares: list[float] = []

    def tell() -> None:
        review = made.of(path)
        assert review is not None
        shares.append(review.share)

    made.follow(tell)
    made.begin(path)
    while background.do_one():
        pass
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    assert len(shares) > 5


@pytest.mark.usefixtures("tiny_slices")
def test_it_can_be_ended_and_begun_anew(path: str) -> None:
    background = ByHand()
    made = reviews(background)
    made.begin(path)
    background.do_one()
    background.do_one()
    made.cancel(path)
    assert made.of(path) is None
    assert not background.do_one(), "the slice under way is the last"
    assert made.of(path) is None
    made.begin(path)
    made.begin(path)
    while background.do_one():
        pass
    review = made.of(path)
    assert review is not None
    assert (review.running, review.done) == (False, review.count)


def test_a_book_out_of_reach_says_so(tmp_path: Path) -> None:
    made = reviews(AtOnce())
    nowhere = str(tmp_path / "none.yaml")
    made.begin(nowhere)
    review = made.of(nowhere)
    assert review is not None
    assert review.failed is not None
    assert (review.running, review.placed) == (False, [])


def test_the_desk_s_own_are_made_of_the_same(path: str) -> None:
    made = open_reviews(proof(), AtOnce(), Settings)
    made.begin(path)
    review = made.of(path)
    assert review is not None
    assert review.placed
