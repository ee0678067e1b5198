"""Facts among the phrases: found, filled as they stand, and grey when they are over."""

from datetime import date

import pytest

from qtdesk.core.events import DeskEvent, SourcesChanged
from qtdesk.core.fact_phrases import BOOK, book_of
from qtdesk.core.facts import Fact
from qtdesk.core.tables import Cell
from tests.core.test_desk import Place
from tests.sample_rows import FACTS

ADDRESS = Fact("退货地址", "杭州市{3}号仓", may_paste=True)


def test_only_what_may_be_pasted_is_a_phrase() -> None:
    book = book_of([ADDRESS, Fact("主管手机", "139")])
    assert book is not None
    (phrase,) = book.phrases
    assert (phrase.title, phrase.key) == ("常用信息 · 退货地址", "~facts/退货地址")
    assert book_of([]) is None


@pytest.fixture
def place() -> Place:
    made = Place()
    made.store.all_facts = [ADDRESS]
    made.desk.tables.load(lambda: None)
    return made


def change(place: Place, **cells: Cell) -> None:
    """A row of the table of facts is written, and the store has it."""
    told: dict[str, Cell] = {"key": "退货地址", "value": ADDRESS.value, **cells}
    place.desk.tables.add(FACTS, told, lambda _: None)


def test_a_fact_is_found_and_reads_as_it_stands(place: Place) -> None:
    change(place)
    found = place.desk.search.answers("退货地址", None).chosen.hits
    phrase = next(hit.phrase for hit in found if hit.phrase.book == BOOK)
    assert place.desk.fill(phrase).draft == "杭州市{3}号仓"
    assert not place.desk.living.refusal(phrase)


def test_a_fact_that_is_over_is_refused_like_a_phrase(place: Place) -> None:
    place.store.all_facts = [ADDRESS._replace(valid_until=date(2020, 1, 1))]
    change(place)
    phrase = place.desk.books.shelf.phrase("~facts/退货地址")
    assert phrase is not None
    assert place.desk.living.refusal(phrase)


def test_the_shelf_changes_with_the_facts_and_tells_it(place: Place) -> None:
    seen: list[DeskEvent] = []
    place.desk.subscribe(seen.append)
    change(place)
    assert place.desk.books.shelf.book(BOOK) is not None
    assert seen.count(SourcesChanged()) == 1
    change(place)
    assert seen.count(SourcesChanged()) == 1
    place.store.all_facts = []
    change(place)
    assert place.desk.books.shelf.book(BOOK) is None
    assert place.desk.books.shelf.phrase("~facts/退货地址") is None


def test_a_start_has_the_facts_that_were_kept() -> None:
    from tests.fake_books import FakeStore  # noqa: PLC0415 - one class, here only

    kept = FakeStore.facts

    def facts(store: FakeStore) -> tuple[Fact, ...]:
        return (ADDRESS, *kept(store))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(FakeStore, "facts", facts)
        assert Place().desk.books.shelf.book(BOOK) is not None
