"""A typed code on a desktop of fakes: replaced, left alone, or opening the panel."""

import pytest

from qtdesk.core.desk import Desk
from qtdesk.core.events import (
    AbbreviationsChanged,
    DeskEvent,
    FormWanted,
    PanelWanted,
    PasteEnded,
)
from qtdesk.core.paste import Fate, Outcome, Profile, Reason
from qtdesk.core.paste.withdrawal import PATIENCE_S
from qtdesk.core.phrases import Validity
from qtdesk.core.status import status_of
from qtdesk.core.words import Words
from tests.check_world import no_checks
from tests.fake_books import AtOnce, FakeLibrary, FakeStore, book, fake_inquiry, phrase
from tests.fake_records import fake_reading
from tests.fake_rows import fake_tables
from tests.fakes import FakeAutostart, FakePlatform, FakeWindow
from tests.shipped_wording import shipped_wording

_ORIGINAL = {"UTF8_STRING": b"original"}


class Place:
    """A desk with abbreviations, and a chat in front."""

    def __init__(self, **given: str) -> None:
        self.platform = FakePlatform()
        self.typing = self.platform.typing
        self.chat = self.platform.windows.open(FakeWindow(title="张三"))
        self.platform.clipboard.others_copy(dict(_ORIGINAL))
        shop = book(
            phrase(1, code="Hi"),
            phrase(2, texts=("单号 {tracking}，请查收",), code="blank"),
            phrase(3, texts=("好的", "好的呢"), code="ok"),
            phrase(4, code="both"),
            phrase(5, code="over", validity=Validity(revoked="")),
        )
        other = book(phrase(4, code="BOTH"))._replace(id="other")
        self.events: list[DeskEvent] = []
        self.desk = Desk(
            self.platform,
            FakeLibrary(shop=shop, other=other),
            FakeStore(),
            self.platform.clock,
            AtOnce(),
            {"abbreviations": "on", **given},
            FakeAutostart(),
            fake_inquiry(self.platform.clock),
            fake_reading(),
            fake_tables,
            no_checks,
            shipped_wording(),
        )
        self.desk.subscribe(self.events.append)
        self.desk.listening.start_abbreviations()

    def type_code(self, code: str) -> None:
        self.typing.type_code(code)
        self.platform.clock.run_all()

    def ends(self) -> list[tuple[Outcome, Reason, Fate]]:
        results = [e.result for e in self.events if isinstance(e, PasteEnded)]
        return [(found.outcome, found.reason, found.fate) for found in results]

    def panels(self) -> list[str]:
        return [event.query for event in self.events if isinstance(event, PanelWanted)]


@pytest.fixture
def place() -> Place:
    return Place()


def test_off_by_default() -> None:
    place = Place(abbreviations="off")
    assert not place.typing.hearing.on
    place.type_code("hi")
    assert place.ends() == []


def test_a_code_is_erased_and_its_phrase_pasted(place: Place) -> None:
    place.type_code("hi")
    assert place.chat.received == ["亲，这是第 1 条～"]
    assert place.typing.erased == [(4, place.chat)]
    assert place.ends() == [(Outcome.PASTED, Reason.NONE, Fate.RESTORED)]
    assert place.platform.clipboard.content.formats == _ORIGINAL
    assert [found.code for found in place.desk.recent()] == ["Hi"]


def test_an_unknown_code_stays_and_nothing_is_touched(place: Place) -> None:
    place.type_code("nobody")
    assert (place.ends(), place.panels(), place.typing.erased) == ([], [], [])
    assert place.platform.clipboard.content.owner == "user"


def test_variants_take_turns_and_none_is_left_to_choose(place: Place) -> None:
    for _ in range(3):
        place.type_code("ok")
    assert place.chat.received == ["好的", "好的呢", "好的"]
    assert place.panels() == []


def test_a_text_with_blanks_opens_its_form(place: Place) -> None:
    place.type_code("blank")
    assert place.typing.erased == [(7, place.chat)]
    assert [e.phrase.code for e in place.events if isinstance(e, FormWanted)] == [
        "blank"
    ]
    assert (place.panels(), place.chat.received, place.ends()) == ([], [], [])


@pytest.mark.parametrize("code", ["over", "both"])
def test_a_choice_is_left_to_the_agent(place: Place, code: str) -> None:
    place.type_code(code)
    assert place.typing.erased == [(len(code) + 2, place.chat)]
    assert place.panels() == [code]
    assert place.chat.received == []
    assert place.ends() == []


def test_the_panel_waits_until_the_program_has_taken_the_keys(place: Place) -> None:
    place.chat.pong = 0.3
    place.typing.type_code("both")
    place.platform.clock.run_until(0.29)
    assert place.typing.erased == [(6, place.chat)]
    assert place.panels() == []
    place.platform.clock.run_until(0.31)
    assert place.panels() == ["both"]


@pytest.mark.parametrize("pong", [None, 5.0])
def test_the_panel_does_not_wait_for_one_that_tells_nothing(
    place: Place, pong: float | None
) -> None:
    place.chat.pong = pong
    place.typing.type_code("both")
    place.platform.clock.run_until(PATIENCE_S)
    assert place.panels() == ["both"]
    place.platform.clock.run_all()
    assert place.panels() == ["both"]


def test_a_choice_behind_which_was_typed_on_opens_nothing(place: Place) -> None:
    place.platform.keyboard.held_keys.add("shift")
    place.typing.type_code("both")
    place.typing.type_on()
    place.platform.keyboard.held_keys.clear()
    place.platform.clock.run_all()
    assert (place.typing.erased, place.panels()) == ([], [])


def test_typing_on_leaves_everything_as_it_is(place: Place) -> None:
    place.platform.clipboard.snapshot_lag = 0.01
    place.typing.type_code("hi")
    place.typing.type_on()
    place.platform.clock.run_all()
    assert place.typing.erased == []
    assert place.ends() == [(Outcome.NOTHING, Reason.TYPED_ON, Fate.RESTORED)]
    assert place.platform.clipboard.content.formats == _ORIGINAL


def test_another_window_or_conversation_gets_nothing(place: Place) -> None:
    place.platform.clipboard.snapshot_lag = 0.01
    place.typing.type_code("hi")
    thief = place.platform.windows.open(FakeWindow("thief"))
    place.platform.clock.run_all()
    place.platform.windows.focus(place.chat)
    place.typing.type_code("hi")
    place.chat.title = "李四"
    place.platform.clock.run_all()
    assert place.ends() == [
        (Outcome.NOTHING, Reason.FOCUS_STOLEN, Fate.RESTORED),
        (Outcome.NOTHING, Reason.OTHER_CONVERSATION, Fate.RESTORED),
    ]
    assert (place.typing.erased, thief.received, place.chat.received) == ([], [], [])
    assert place.platform.windows.front_window is place.chat


def test_where_nothing_can_be_pasted_nothing_is_copied(place: Place) -> None:
    place.platform.unable.add("paste")
    place.type_code("hi")
    assert place.platform.clipboard.content.formats == _ORIGINAL
    assert [end[0] for end in place.ends()] == [Outcome.NOTHING]
    assert place.typing.erased == []


@pytest.mark.parametrize("code", ["hi", "both", "blank"])
def test_where_qtdesk_keeps_out_a_code_stays_as_it_is(place: Place, code: str) -> None:
    place.desk.profiles.keep(Profile(("chat",), never=True))
    place.type_code(code)
    assert place.typing.erased == []
    assert place.chat.received == []
    assert place.panels() == []
    assert place.platform.clipboard.content.formats == _ORIGINAL
    assert {reason for _, reason, _ in place.ends()} <= {Reason.NEVER_HERE}


def test_held_keys_are_waited_for(place: Place) -> None:
    place.platform.keyboard.held_keys.add("shift")
    clear = place.platform.keyboard.held_keys.clear
    place.platform.clock.call_later(0.5, clear)
    place.type_code("hi")
    assert place.ends() == [(Outcome.PASTED, Reason.NONE, Fate.RESTORED)]


def test_turning_it_off_and_on_again(place: Place) -> None:
    place.desk.change_settings({"abbreviations": "off"})
    assert not place.typing.hearing.on
    place.desk.change_settings({"abbreviations": "on", "abbreviation_prefix": "/"})
    assert (place.typing.hearing.on, place.typing.prefix) == (True, "/")
    assert AbbreviationsChanged(on=False, listening=False, problem=Words("")) in (
        place.events
    )


def test_names_of_programs_in_any_writing() -> None:
    place = Place(abbreviations_never=" KeePassXC，Chat ,")
    assert place.typing.never == {"keepassxc", "chat"}
    place.type_code("hi")
    assert place.ends() == []


def test_pausing_hears_nothing(place: Place) -> None:
    place.desk.listening.pause(paused=True)
    assert not place.typing.hearing.on
    assert place.desk.listening.abbreviations.on
    place.desk.listening.pause(paused=False)
    assert place.typing.hearing.on


def test_closing_hears_nothing(place: Place) -> None:
    place.desk.close(lambda: None)
    assert not place.typing.hearing.on


def test_why_nothing_is_heard_is_told() -> None:
    place = Place(abbreviations="off")
    place.typing.problem = Words("There are no keys.")
    place.desk.change_settings({"abbreviations": "on"})
    assert AbbreviationsChanged(True, False, Words("There are no keys.")) in (
        place.events
    )
    assert status_of(place.desk)["abbreviations"] == {
        "on": True,
        "listening": False,
        "problem": "There are no keys.",
    }
