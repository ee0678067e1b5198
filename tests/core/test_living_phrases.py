"""Living phrases at the desk: what reaches the chat, and what is refused by name."""

from datetime import datetime

import pytest

from qtdesk.core.desk import Desk
from qtdesk.core.errors import StoreError
from qtdesk.core.events import DeskEvent, PasteEnded
from qtdesk.core.living_phrases import local_time
from qtdesk.core.paste import Outcome, Reason
from qtdesk.core.paste.result import explain
from qtdesk.core.phrases import Phrase
from qtdesk.core.status import status_of
from qtdesk.core.templates import Filled
from qtdesk.core.words import Words
from tests.fake_books import AtOnce, FakeLibrary, FakeStore, book, fake_inquiry, phrase
from tests.fake_records import fake_reading
from tests.fakes import FakeAutostart, FakePlatform, FakeWindow

GREETING = phrase(1, texts=("{买家}，{daypart}，欢迎光临{shop}，我是{agent}",))
TRACKING = phrase(2, texts=("单号 {ask:快递单号}，{courier}",))
TURNS = phrase(3, texts=("在的", "在", "您说"))
NESTED = phrase(4, texts=("{phrase:p3}，{phrase:other/p5}",))
ENGLISH = phrase(5, book="other", texts=("{daypart}",))
LOST = phrase(6, texts=("{phrase:gone}",))
PROFILE = {"shop": "小鹿家", "agent": "小云"}


class Place:
    """A desk at five past two in the afternoon, over a chat."""

    def __init__(
        self, given: dict[str, str] | None = None, store: FakeStore | None = None
    ) -> None:
        self.platform = FakePlatform()
        self.chat = self.platform.windows.open(FakeWindow(title="张三"))
        self.store = store or FakeStore()
        self.events: list[DeskEvent] = []
        shop = book(GREETING, TRACKING, TURNS, NESTED, LOST)
        other = book(ENGLISH)._replace(id="other", locale="en-US")
        self.desk = Desk(
            self.platform,
            FakeLibrary(shop=shop, other=other),
            self.store,
            self.platform.clock,
            AtOnce(),
            given or {},
            FakeAutostart(),
            fake_inquiry(self.platform.clock),
            fake_reading(),
            lambda: datetime(2026, 11, 22, 14, 5),  # noqa: DTZ001 - the agent's own time
        )
        self.desk.subscribe(self.events.append)
        self.desk.open()

    def paste(self, chosen: Phrase, **answers: str) -> PasteEnded:
        self.desk.paste(chosen, answers)
        self.platform.clock.run_all()
        ended = self.events[-1]
        assert isinstance(ended, PasteEnded)
        return ended


def test_profile_and_clock_are_filled_in_and_an_unknown_buyer_drops() -> None:
    place = Place(PROFILE)
    place.paste(GREETING)
    assert place.chat.received == ["下午好，欢迎光临小鹿家，我是小云"]
    place.desk.living.buyer = "云朵"
    place.paste(GREETING)
    assert place.chat.received[1].startswith("云朵，下午好")  # type: ignore[union-attr]


def test_an_empty_profile_is_wanted_where_it_can_be_kept() -> None:
    ended = Place({"shop": "小鹿家"}).paste(GREETING)
    what, remedy = explain(ended.result)
    assert (ended.result.outcome, ended.result.reason) == (
        Outcome.NOTHING,
        Reason.BLANKS,
    )
    assert "agent." in str(what)
    assert "settings" in str(remedy)


def test_a_new_profile_holds_at_once() -> None:
    place = Place()
    place.desk.change_settings(PROFILE)
    place.paste(GREETING)
    assert place.chat.received == ["下午好，欢迎光临小鹿家，我是小云"]


def test_what_is_missing_is_refused_by_name_and_nothing_is_touched() -> None:
    place = Place()
    ended = place.paste(TRACKING)
    assert "快递单号, courier" in str(explain(ended.result)[0])
    assert place.chat.received == []
    assert place.platform.clipboard.content.formats == {}
    assert place.desk.recent() == ()
    assert "单号" not in str(status_of(place.desk))


def test_answers_finish_a_text() -> None:
    place = Place()
    wants = place.desk.fill(TRACKING).wants
    assert [want.key for want in wants] == ["ask:快递单号", "courier"]
    answers = {"ask:快递单号": "SF1", "courier": "顺丰"}
    assert isinstance(place.desk.fill(TRACKING, answers), Filled)
    place.paste(TRACKING, **answers)
    assert place.chat.received == ["单号 SF1，顺丰"]


def test_a_copy_is_filled_as_far_as_it_goes() -> None:
    place = Place(PROFILE)
    place.desk.copy(GREETING)
    place.platform.clock.run_all()
    assert place.platform.clipboard.content.text == "下午好，欢迎光临小鹿家，我是小云"
    place.desk.copy(TRACKING, {"courier": "顺丰"})
    place.platform.clock.run_all()
    assert place.platform.clipboard.content.text == "单号 {快递单号}，顺丰"


def test_variants_take_turns_and_the_preview_shows_the_next() -> None:
    place = Place()
    for _ in range(4):
        shown = place.desk.fill(TURNS).draft
        assert place.desk.fill(TURNS).draft == shown
        place.paste(TURNS)
        assert place.chat.received[-1] == shown
    assert place.chat.received == ["在的", "在", "您说", "在的"]


def test_turns_outlive_the_program() -> None:
    store = FakeStore()
    place = Place(store=store)
    place.paste(TURNS)
    place.desk.flush()
    assert Place(store=store).desk.fill(TURNS).draft == "在"


class FullDisk(FakeStore):
    """Takes no notes any more, but flushes."""

    flushed = False

    def save_note(self, name: str, text: str) -> None:
        del name, text
        raise StoreError(Words("The disk is full."))

    def flush(self) -> None:
        self.flushed = True


def test_a_turn_that_cannot_be_kept_does_not_keep_the_rest_from_it() -> None:
    store = FullDisk()
    place = Place(store=store)
    place.paste(TURNS)
    place.desk.flush()
    assert store.flushed


def test_a_refused_variant_keeps_its_turn() -> None:
    place = Place()
    wanting = phrase(7, texts=("{tracking}", "好的"))
    place.paste(wanting)
    assert place.desk.fill(wanting).draft == "{tracking}"


def test_phrases_within_phrases_come_from_this_book_or_from_another() -> None:
    place = Place()
    place.paste(NESTED)
    assert place.chat.received == ["在的，下午好"]
    place.paste(ENGLISH)
    assert place.chat.received[-1] == "Good afternoon"


def test_a_phrase_that_takes_in_a_missing_one_is_refused_in_words() -> None:
    ended = Place().paste(LOST)
    what, remedy = explain(ended.result)
    assert "“gone”, which is missing" in str(what)
    assert "phrasebook" in str(remedy)


@pytest.mark.parametrize(
    ("wanting", "received"),
    [("{tracking}", []), ("{buyer}，您好", ["您好"])],
)
def test_a_typed_code_is_replaced_only_by_a_finished_text(
    wanting: str, received: list[str]
) -> None:
    place = Place({"abbreviations": "on"})
    living = phrase(8, texts=(wanting,), code="hi")
    place.desk.books.shelf.place("shop", book(living))
    place.desk.listening.start_abbreviations()
    place.platform.typing.type_code("hi")
    place.platform.clock.run_all()
    assert place.chat.received == received


def test_the_time_is_the_agent_s_own() -> None:
    assert local_time().utcoffset() == datetime.now().astimezone().utcoffset()
