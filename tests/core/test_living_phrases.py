"""Living phrases at the desk: what reaches the chat, and what is refused by name."""

from datetime import datetime

import pytest

from qtdesk.core.desk import Desk
from qtdesk.core.errors import StoreError
from qtdesk.core.events import DeskEvent, PartPasted, PasteEnded
from qtdesk.core.living_phrases import Piece, Turn, local_time
from qtdesk.core.paste import Outcome, Reason
from qtdesk.core.paste.copied_text import MOST
from qtdesk.core.paste.result import explain
from qtdesk.core.phrases import Phrase, Promotion, Validity
from qtdesk.core.status import status_of
from qtdesk.core.templates import Filled
from qtdesk.core.words import Words
from tests.check_world import no_checks
from tests.fake_books import AtOnce, FakeLibrary, FakeStore, book, fake_inquiry, phrase
from tests.fake_records import fake_reading
from tests.fake_rows import fake_tables
from tests.fakes import FakeAutostart, FakePlatform, FakeWindow
from tests.shipped_wording import shipped_wording

GREETING = phrase(1, texts=("{买家}，{daypart}，欢迎光临{shop}，我是{agent}",))
TRACKING = phrase(2, texts=("单号 {ask:快递单号}，{courier}",))
TURNS = phrase(3, texts=("在的", "在", "您说"))
NESTED = phrase(4, texts=("{phrase:p3}，{phrase:other/p5}",))
ENGLISH = phrase(5, book="other", texts=("{daypart}",))
LOST = phrase(6, texts=("{phrase:gone}",))
COPIED = phrase(9, texts=("您给的是 {clipboard}",))
FACT = phrase(10, texts=("{ship_time}发货，发{courier}，{choice:好吗|行吗}",))
OFFER = phrase(11, texts=("{promo}：{promo_rule}，到{promo_end}",))
OVER = phrase(12, texts=("三折",), validity=Validity(ends="2026-11-11"))
STEPS = phrase(13, texts=("一", "二 {ask:几点}", "三"), sequence=True)
SALE = Promotion("双11", "满300减40", ends="2026-11-30T18:00")
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
        living = (COPIED, FACT, OFFER, OVER, STEPS)
        shop = book(GREETING, TRACKING, TURNS, NESTED, LOST, *living)
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
            fake_tables,
            no_checks,
            shipped_wording(),
            lambda: datetime(2026, 11, 22, 14, 5),  # noqa: DTZ001 - the agent's own time
        )
        self.desk.subscribe(self.events.append)
        self.desk.open()

    def paste(self, chosen: Phrase, **answers: str) -> PasteEnded:
        self.desk.paste(chosen, answers)
        self.platform.clock.run_all()
        return self.ended()

    def ended(self) -> PasteEnded:
        """The last end of a paste."""
        return [event for event in self.events if isinstance(event, PasteEnded)][-1]

    def sell(self, sale: Promotion | None) -> None:
        """The promotion of the shop's book from now on."""
        shop = self.desk.books.shelf.of("shop")
        assert shop is not None
        self.desk.books.shelf.place("shop", shop._replace(promotion=sale))


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
    assert "客服." in str(what)
    assert "settings" in str(remedy)


def test_a_new_profile_holds_at_once() -> None:
    place = Place()
    place.desk.change_settings(PROFILE)
    place.paste(GREETING)
    assert place.chat.received == ["下午好，欢迎光临小鹿家，我是小云"]


def test_what_is_missing_is_refused_by_name_and_nothing_is_touched() -> None:
    place = Place()
    ended = place.paste(TRACKING)
    assert "快递单号, 快递" in str(explain(ended.result)[0])
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
    assert place.desk.fill(wanting).draft == "{快递单号}"


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


# --- what fills them besides -------------------------------------------------------


def test_the_clipboard_is_what_the_agent_copied_before_the_panel() -> None:
    place = Place()
    assert [want.key for want in place.desk.fill(COPIED).wants] == ["clipboard"]
    place.platform.clipboard.others_copy({"UTF8_STRING": b" SF123\r\n"})
    looked: list[str] = []
    place.desk.open(lambda: looked.append(place.desk.fill(COPIED).draft))
    assert looked == ["您给的是 SF123"]
    place.paste(COPIED)
    assert place.chat.received == ["您给的是 SF123"]


def test_a_copy_that_came_later_or_is_too_long_is_asked_for() -> None:
    place = Place()
    place.platform.clipboard.others_copy({"UTF8_STRING": b"old"})
    place.desk.open()
    place.platform.clipboard.others_copy({"UTF8_STRING": b"new"})
    assert place.desk.fill(COPIED).wants
    place.platform.clipboard.others_copy({"UTF8_STRING": b"x" * (MOST + 1)})
    place.desk.open()
    assert place.desk.fill(COPIED).wants
    place.platform.clipboard.others_copy({"UTF8_STRING": b"x" * MOST})
    place.desk.open()
    assert isinstance(place.desk.fill(COPIED), Filled)


def test_facts_of_the_shop_are_settings() -> None:
    place = Place()
    (fact, *_) = place.desk.fill(FACT).wants
    assert (fact.key, fact.setting) == ("ship_time", "ship_time")
    place.desk.change_settings({"ship_time": "48小时内"})
    draft = place.desk.fill(FACT).draft
    assert draft == "48小时内发货，发{快递}，{好吗 / 行吗}"


def test_a_promotion_fills_in_while_it_is_on() -> None:
    place = Place()
    assert "promotion" in str(place.desk.living.refusal(OFFER))
    ended = place.paste(OFFER)
    assert (ended.result.reason, place.chat.received) == (Reason.INVALID, [])
    place.sell(SALE)
    assert not place.desk.living.refusal(OFFER)
    place.paste(OFFER)
    assert place.chat.received == ["双11：满300减40，到11月30日 18:00"]
    place.sell(SALE._replace(ends="2026-11-22T14:05"))
    assert place.desk.living.refusal(OFFER)


def test_days_are_written_as_the_book_writes_them() -> None:
    place = Place()
    assert place.desk.living.day(FACT, 10) == "12月2日"
    assert place.desk.living.day(ENGLISH, -1) == "November 21"


def test_wants_are_called_as_the_language_of_the_book_has_it() -> None:
    labels = [want.label for want in Place().desk.fill(FACT).wants]
    assert labels == ["发货时间", "快递", "好吗 / 行吗"]


# --- what is remembered ------------------------------------------------------------


def test_answers_about_a_buyer_come_back_for_that_buyer_only() -> None:
    place = Place()
    answers = {"ask:快递单号": "SF1", "courier": "顺丰"}
    place.paste(TRACKING, **answers)
    assert place.desk.living.suggest(TRACKING) == {
        "ask:快递单号": "",
        "courier": "顺丰",
    }
    place.desk.living.buyer = "云朵"
    place.paste(TRACKING, **answers)
    assert place.desk.living.suggest(TRACKING)["ask:快递单号"] == "SF1"
    place.desk.living.buyer = "张三"
    assert place.desk.living.suggest(TRACKING)["ask:快递单号"] == ""
    place.desk.living.remembered.forget("云朵")
    place.desk.living.buyer = "云朵"
    assert place.desk.living.suggest(TRACKING)["ask:快递单号"] == ""


def test_nothing_personal_is_written_down() -> None:
    store = FakeStore()
    place = Place(store=store)
    place.desk.living.buyer = "云朵"
    place.paste(TRACKING, **{"ask:快递单号": "SF1", "courier": "顺丰"})
    choice = {"ship_time": "明天", "courier": "中通", "choice:好吗|行吗": "行吗"}
    place.paste(FACT, **choice)
    place.desk.flush()
    kept = store.note("answers")
    assert "SF1" not in kept
    assert "云朵" not in kept
    later = Place(store=store)
    suggested = later.desk.living.suggest(FACT)
    assert suggested == choice
    assert later.desk.living.suggest(TRACKING)["courier"] == "顺丰"


def test_a_note_that_cannot_be_read_is_a_beginning() -> None:
    for note in ("[]", "{", '{"p": 1}', "null"):
        store = FakeStore()
        store.save_note("answers", note)
        assert Place(store=store).desk.living.suggest(FACT)["courier"] == ""


# --- variants ----------------------------------------------------------------------


def test_another_variant_is_shown_and_the_last_one_left_out() -> None:
    place = Place()
    living = place.desk.living
    place.paste(TURNS)
    assert living.turn(TURNS) == Turn(2, 3)
    living.show_another(TURNS)
    assert place.desk.fill(TURNS).draft == "您说"
    living.show_another(TURNS)
    assert living.turn(TURNS) == Turn(2, 3)
    living.show_another(TURNS)
    place.paste(TURNS)
    assert place.chat.received == ["在的", "您说"]
    place.paste(TURNS)
    assert place.chat.received[-1] == "在的"


def test_a_pinned_variant_always_comes_and_goes_on_later() -> None:
    store = FakeStore()
    place = Place(store=store)
    place.desk.living.show_another(TURNS)
    place.desk.living.pin_variant(TURNS)
    for _ in range(2):
        place.paste(TURNS)
    place.desk.flush()
    place = Place(store=store)
    assert place.desk.living.turn(TURNS) == Turn(2, 3, pinned=True)
    place.desk.living.show_another(TURNS)
    assert place.desk.living.turn(TURNS) == Turn(3, 3)
    place.paste(TURNS)
    assert place.desk.living.turn(TURNS) == Turn(2, 3, pinned=True)
    place.desk.living.pin_variant(TURNS)
    assert not place.desk.living.turn(TURNS).pinned
    assert Turn(1, 1) == place.desk.living.turn(GREETING)


def test_a_new_visit_asks_for_no_other_variant() -> None:
    place = Place()
    place.desk.living.show_another(TURNS)
    place.desk.open()
    assert place.desk.living.turn(TURNS) == Turn(1, 3)


# --- parts -------------------------------------------------------------------------


def due(place: Place) -> str:
    found = place.desk.living.due()
    return found.key if found else ""


def test_parts_follow_each_other_once_they_were_read() -> None:
    place = Place()
    place.paste(STEPS)
    assert due(place) == STEPS.key
    told = [event.part for event in place.events if isinstance(event, PartPasted)]
    assert [(part.done, part.parts) for part in told] == [(1, 3)]
    assert place.desk.search.answers("", None).chosen.hits[0].phrase == STEPS
    assert place.desk.fill(STEPS).draft == "二 {几点}"
    refused = place.paste(STEPS)
    assert refused.result.reason is Reason.BLANKS
    assert due(place) == STEPS.key
    place.paste(STEPS, **{"ask:几点": "三点"})
    place.paste(STEPS)
    assert place.chat.received == ["一", "二 三点", "三"]
    assert due(place) == ""
    assert place.desk.living.turn(STEPS) == Turn(1, 3, part=True)


def test_a_part_that_was_not_read_is_offered_again() -> None:
    place = Place()
    place.chat.lag = 60.0  # it reads long after anybody waits
    ended = place.paste(STEPS)
    assert ended.result.outcome is Outcome.UNCONFIRMED
    assert due(place) == ""
    assert place.desk.living.turn(STEPS).number == 1


def test_another_conversation_has_parts_of_its_own() -> None:
    place = Place()
    place.paste(STEPS)
    place.chat.title = "李四"
    place.desk.open()
    assert due(place) == ""
    assert place.desk.living.turn(STEPS).number == 1
    place.chat.title = "张三 (2)"
    place.desk.open()
    assert due(place) == STEPS.key
    place.desk.living.show_another(STEPS)
    assert place.desk.living.turn(STEPS).number == 3
    place.desk.living.show_another(STEPS)
    assert (due(place), place.desk.living.turn(STEPS).number) == ("", 1)


# --- what must not be used ---------------------------------------------------------


def test_what_is_over_is_never_pasted_copied_or_put_in_front() -> None:
    place = Place()
    assert str(place.desk.living.refusal(OVER)) == "Over since 11/11"
    ended = place.paste(OVER)
    assert (ended.result.outcome, ended.result.reason) == (
        Outcome.NOTHING,
        Reason.INVALID,
    )
    what, remedy = explain(ended.result)
    assert (str(what), str(remedy)) == ("Over since 11/11", "Nothing was pasted.")
    place.desk.copy(OVER)
    place.desk.paste_all((Piece(TURNS), Piece(OVER)))
    place.platform.clock.run_all()
    assert (place.chat.received, place.platform.clipboard.content.formats) == ([], {})
    assert place.desk.recent() == ()
    hits = place.desk.search.answers("", None).chosen.hits
    refused = [bool(place.desk.living.refusal(hit.phrase)) for hit in hits]
    assert refused == sorted(refused)
    assert refused.count(True) == 2


def test_a_phrase_withdrawn_meanwhile_is_not_pasted() -> None:
    place = Place()
    withdrawn = TURNS._replace(validity=Validity(revoked="错了"))
    place.desk.books.shelf.place("shop", book(withdrawn))
    ended = place.paste(TURNS)
    assert (ended.result.reason, place.chat.received) == (Reason.INVALID, [])


def test_a_code_that_was_typed_keeps_its_place_to_be_told_about() -> None:
    place = Place()
    hits = place.desk.search.answers("c12", None).chosen.hits
    assert hits[0].phrase == OVER
    assert place.desk.search.answers("话术", None).chosen.hits[-1].phrase in (
        OVER,
        OFFER,
    )


def test_several_phrases_are_one_message() -> None:
    place = Place()
    tracking = Piece(TRACKING, {"ask:快递单号": "SF1", "courier": "顺丰"})
    place.desk.paste_all((Piece(TURNS), tracking))
    place.platform.clock.run_all()
    assert place.chat.received == ["在的\n单号 SF1，顺丰"]
    place.desk.paste_all((Piece(TURNS), Piece(TRACKING)))
    assert place.ended().result.reason is Reason.BLANKS
    assert len(place.chat.received) == 1
    assert len(place.desk.recent()) == 2
