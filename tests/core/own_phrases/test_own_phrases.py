"""Own phrases at the desk: on the shelf, in the search, in the dock and in the chat."""

from qtdesk.core.events import OwnPhrasesChanged, PasteEnded
from qtdesk.core.own_phrases import News
from qtdesk.core.own_phrases.draft import Draft
from qtdesk.core.phrases import OWN, Phrase, Validity
from tests.core.dock.dock_desk import PHRASES, DockDesk, phrase_of
from tests.fake_books import FakeStore


def write(place: DockDesk, title: str, text: str, **fields: object) -> Phrase:
    draft = Draft(title, (text,), **fields)  # type: ignore[arg-type]  # names are checked by the tuple
    made = draft.finished(place.desk.writing.own.new(stage="greet"))
    place.desk.writing.own.save(made)
    return made


def found(place: DockDesk, query: str) -> list[str]:
    hits = place.desk.search.answers(query, None).chosen.hits
    return [hit.phrase.key for hit in hits]


def click(place: DockDesk, key: str) -> None:
    phrase = place.desk.books.shelf.phrase(key)
    assert phrase is not None
    place.desk.paste_in_front(phrase)
    place.clock.run_all()


def edition(place: DockDesk, *phrases: Phrase) -> None:
    """The lead writes a new edition with these in the place of those with their ids."""
    book = place.library.last_good(place.library.sources()[0])
    assert book is not None
    by_id = {one.id: one for one in phrases}
    kept = tuple(by_id.get(one.id, one) for one in PHRASES)
    place.library.content["shop"] = book._replace(version="2", phrases=kept)
    place.desk.books.refresh()


def test_a_new_phrase_is_found_shown_and_pasted_at_once() -> None:
    place = DockDesk()
    made = write(place, "退运费", "运费 {ask:多少} 元，马上退", code="tyf")
    assert OwnPhrasesChanged() in place.events
    for query in ("tuiyunfei", "tyf", "退运", "马上退"):
        assert found(place, query)[0] == made.key
    place.dock.choose("greet")
    titles = [
        one.title for part in place.dock.contents().sections for one in part.phrases
    ]
    assert titles[0] == "退运费"
    place.desk.open()
    place.desk.paste(made, {"ask:多少": "8"})
    place.clock.run_all()
    assert place.chat.received == ["运费 8 元，马上退"]
    assert place.desk.books.phrase_count == len(PHRASES) + 1


def test_the_next_run_has_it() -> None:
    store = FakeStore()
    made = write(DockDesk(store), "退运费", "马上退")
    place = DockDesk(store)
    assert found(place, "tuiyunfei") == [made.key]
    assert place.desk.writing.own.kept[made.key].mine == made


def test_a_version_stands_in_for_the_shared_one_under_its_key() -> None:
    place = DockDesk()
    shared = phrase_of(4)
    place.desk.usage.pin(shared, pinned=True)
    place.desk.writing.own.save(shared._replace(title="多久发", texts=("今天就发",)))
    assert found(place, "多久发") == [shared.key]
    assert shared.key not in found(place, "第 4 条")
    assert found(place, "").count(shared.key) == 1
    assert found(place, "")[0] == shared.key  # still pinned
    (hit, *_) = place.desk.search.answers("duojiufa", None).chosen.hits
    assert (hit.phrase.book, hit.phrase.text) == ("book", "今天就发")
    assert place.desk.search.marks("duojiufa", hit.phrase).title
    assert place.desk.books.phrase_count == len(PHRASES)
    assert len(list(place.desk.books.shelf)) == len(PHRASES)
    place.dock.choose("answer")
    texts = [
        one.text for part in place.dock.contents().sections for one in part.phrases
    ]
    assert texts.count("今天就发") == 1
    assert shared.text not in texts


def test_it_is_hidden_with_filters_and_by_the_plain_search_too() -> None:
    place = DockDesk()
    shared = phrase_of(4)
    place.desk.writing.own.save(
        shared._replace(title="多久发", texts=("一",), stage="verify")
    )
    in_stage = place.desk.search.answers("", "answer").chosen.hits
    assert shared.key not in [hit.phrase.key for hit in in_stage]
    in_stage = place.desk.search.answers("", "verify").chosen.hits
    assert shared.key in [hit.phrase.key for hit in in_stage]
    from qtdesk.core.search.plain import PlainSearch  # noqa: PLC0415 - for this one

    plain = PlainSearch(place.desk.books.shelf.books)
    assert [hit.phrase.key for hit in plain.search("多久发").hits] == [shared.key]
    assert plain.search("第 4 条").hits == ()


def test_a_stage_has_the_version_and_not_the_shared_one() -> None:
    place = DockDesk()
    shelf, shared = place.desk.books.shelf, phrase_of(4)
    place.desk.writing.own.save(shared._replace(texts=("今天就发",)))
    found = [one for one in shelf.in_stages(("answer",)) if one.key == shared.key]
    assert [one.text for one in found] == ["今天就发"]
    place.desk.writing.own.save(shared._replace(texts=("今天就发",), stage="greet"))
    assert shared.key not in [one.key for one in shelf.in_stages(("answer",))]
    assert shared.key in [one.key for one in shelf.in_stages(("greet",))]


def test_a_code_means_the_version() -> None:
    place = DockDesk()
    shared = phrase_of(4)
    place.desk.writing.own.save(shared._replace(texts=("今天",)))
    (only,) = place.desk.books.shelf.with_code(shared.code)
    assert only.text == "今天"


def test_what_the_lead_takes_back_is_refused_until_it_was_looked_at() -> None:
    place = DockDesk()
    shared = phrase_of(4)
    place.desk.writing.own.save(shared._replace(texts=("今天就发",)))
    edition(place, shared._replace(validity=Validity(revoked="搬仓")))
    standing = place.desk.writing.own.standing(shared.key)
    assert standing is not None
    assert standing.news is News.OVER
    click(place, shared.key)
    assert place.chat.received == []
    last = [event for event in place.events if isinstance(event, PasteEnded)][-1]
    assert last.result.phrase == shared.key
    place.desk.writing.own.keep_mine(shared.key)
    click(place, shared.key)
    assert place.chat.received == ["今天就发"]


def test_a_change_of_the_lead_is_told_and_either_is_taken() -> None:
    place = DockDesk()
    own, shared = place.desk.writing.own, phrase_of(4)
    own.save(shared._replace(texts=("今天就发",)))
    edition(place, shared._replace(texts=("明天发",)))
    standing = own.standing(shared.key)
    assert standing is not None
    assert (standing.news, standing.phrase.text) == (News.NEWER, "今天就发")
    own.keep_mine(shared.key)
    standing = own.standing(shared.key)
    assert standing is not None
    assert standing.news is News.NONE
    own.delete(shared.key)
    assert own.standing(shared.key) is None
    assert place.desk.living.current(shared).text == "明天发"


def test_what_the_lead_took_over_is_no_version_any_more() -> None:
    store = FakeStore()
    place = DockDesk(store)
    better = phrase_of(4)._replace(texts=("今天就发",))
    place.desk.writing.own.save(better)
    edition(place, better)
    assert place.desk.writing.own.kept == {}
    assert store.own_phrases() == []
    assert place.desk.books.shelf.own == {}


def test_saving_what_nobody_changed_keeps_nothing() -> None:
    store = FakeStore()
    place = DockDesk(store)
    place.desk.writing.own.save(phrase_of(4))
    assert store.own_phrases() == []


def test_a_deletion_is_undone() -> None:
    place = DockDesk()
    made = write(place, "退运费", "马上退")
    place.desk.writing.own.delete(made.key)
    assert found(place, "tuiyunfei") == []
    assert place.desk.writing.own.deleted == made
    assert place.desk.writing.own.undo() == made
    assert found(place, "tuiyunfei") == [made.key]
    assert place.desk.writing.own.undo() is None


def test_versions_wait_for_their_book() -> None:
    place = DockDesk()
    place.desk.writing.own.save(phrase_of(4)._replace(texts=("今天就发",)))
    (source,) = place.library.sources()
    place.desk.books.remove(source)
    assert place.desk.books.shelf.own == {}
    assert [one.text for one in place.desk.writing.own.all()] == ["今天就发"]
    place.desk.books.add("shop")
    assert place.desk.books.shelf.own[phrase_of(4).key].text == "今天就发"


def test_ids_are_never_used_twice() -> None:
    place = DockDesk()
    made = {write(place, f"t{number}", "x").id for number in range(50)}
    assert len(made) == 50
    assert all(one.book == OWN for one in place.desk.books.shelf.own.values())


def test_nothing_of_a_phrase_is_in_a_line_of_a_log() -> None:
    place = DockDesk()
    made = write(place, "退运费", "马上退")
    told = (
        place.desk.writing.own.kept[made.key],
        place.desk.writing.own.standing(made.key),
    )
    assert "退" not in repr(told)
    assert "退" not in repr(Draft("退", ("退",)))


def test_a_book_that_moves_while_somebody_writes_is_no_change_of_theirs() -> None:
    place = DockDesk()
    own, shared = place.desk.writing.own, phrase_of(4)
    edition(place, shared._replace(texts=("明天发",)))
    own.save(shared._replace(code="my"), seen=shared)
    standing = own.standing(shared.key)
    assert standing is not None
    assert (standing.phrase.code, standing.phrase.text) == ("my", "明天发")
    # The same for a version that there was already.
    begun = own.shared(shared)
    assert begun is not None
    edition(place, shared._replace(texts=("后天发",)))
    own.save(standing.written._replace(code="mine"), seen=begun)
    assert place.desk.living.current(shared).text == "后天发"
    edition(place, shared._replace(texts=("后天发",), code="lead"))
    own.save(standing.written._replace(texts=("今天发",), code="mine"), seen=begun)
    standing = own.standing(shared.key)
    assert standing is not None
    assert (standing.news, standing.phrase.text) == (News.NEWER, "今天发")


def test_what_was_written_again_is_not_brought_back_over_it() -> None:
    place = DockDesk()
    made = write(place, "退运费", "马上退")
    own = place.desk.writing.own
    own.delete(made.key)
    own.save(made._replace(texts=("今天退",)))
    assert own.deleted is None
    assert own.undo() is None
    assert found(place, "今天退") == [made.key]
