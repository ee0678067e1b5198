"""What the dock shows: stages by the view, cards by situation, and what comes next."""

from qtdesk.core.dock import Part
from qtdesk.core.dock.contents import MOST_CARDS, contents_of
from qtdesk.core.phrases import Book, PhraseColumns, Shelf
from qtdesk.core.stage_views import ViewStage
from tests.core.dock.dock_desk import STAGES, DockDesk, phrase_of
from tests.fake_books import phrase


def shown(place: DockDesk) -> list[tuple[Part, str, list[str]]]:
    return [
        (part, title, [phrase.id for phrase in phrases])
        for part, title, phrases in place.dock.contents().sections
    ]


def test_the_stages_are_those_of_the_books_in_the_agent_s_view(
    place: DockDesk,
) -> None:
    assert [line.key for line in place.dock.stages()] == [
        *("greet", "answer", "verify", "internal")
    ]
    place.desk.change_settings({"stage_view": "seven"})
    assert [line.key for line in place.dock.stages()] == ["greet", "verify", "internal"]


def test_cards_stand_by_situation_in_the_order_of_the_book(place: DockDesk) -> None:
    place.dock.choose("greet")
    assert shown(place) == [
        (Part.SITUATION, "首次", ["p1", "p3"]),
        (Part.SITUATION, "忙", ["p2"]),
    ]


def test_what_is_pinned_comes_first_and_once(place: DockDesk) -> None:
    place.desk.usage.pin(phrase_of(3), pinned=True)
    place.desk.usage.pin(phrase_of(4), pinned=True)
    place.dock.choose("greet")
    assert shown(place)[0] == (Part.PINNED, "", ["p3"])
    assert shown(place)[1] == (Part.SITUATION, "首次", ["p1"])


def test_at_hand_is_what_is_pinned_and_what_was_used(place: DockDesk) -> None:
    assert place.dock.stage is None
    assert shown(place) == []
    place.desk.usage.pin(phrase_of(4), pinned=True)
    for number in (2, 4, 1):
        place.click(number)
    assert shown(place) == [
        (Part.PINNED, "", ["p4"]),
        (Part.RECENT, "", ["p1", "p2"]),
    ]


def test_a_stage_that_a_new_view_leaves_out_is_turned_away_from(
    place: DockDesk,
) -> None:
    place.dock.choose("answer")
    place.desk.change_settings({"stage_view": "seven"})
    assert place.dock.stage is None


def test_nobody_scrolls_through_thousands() -> None:
    many = tuple(
        phrase(number, situation=f"s{number % 7}") for number in range(MOST_CARDS + 5)
    )
    shelf = Shelf()
    line = ViewStage("answer", ("answer",))
    for phrases in (many, PhraseColumns.of(many)):
        shelf.place("x", Book("book", "x", "zh-CN", "1", STAGES, phrases))
        contents = contents_of(line, shelf, ())
        assert sum(len(one.phrases) for one in contents.sections) == MOST_CARDS
        assert contents.more
        few = Book("book", "x", "zh-CN", "1", STAGES, phrases[:MOST_CARDS])
        shelf.place("x", few)
        assert not contents_of(line, shelf, ()).more


def test_before_anything_is_learned_the_path_tells_what_comes_next(
    place: DockDesk,
) -> None:
    assert place.next_up() == ["p1"]
    place.click(4)
    assert place.next_up() == []  # no book has phrases for advice or payment
    place.click(6)
    assert place.next_up() == []
    place.click(1)
    assert place.next_up() == []


def test_the_path_leads_to_what_is_pinned_or_was_used(place: DockDesk) -> None:
    assert place.next_up() == ["p1"]
    place.desk.usage.pin(phrase_of(3), pinned=True)
    assert place.next_up() == ["p3"]


def test_what_is_learned_comes_before_the_path_and_outlives_the_run(
    place: DockDesk,
) -> None:
    for number in (1, 6, 1):
        place.click(number)
    assert place.next_up() == ["p6"]
    place.desk.flush()
    later = DockDesk(place.store)
    later.click(1)
    assert later.next_up() == ["p6"]


def test_nothing_is_written_where_nothing_was_learned(place: DockDesk) -> None:
    place.click(1)
    place.desk.flush()
    assert place.store.note("usually_next") == ""
