"""The use cases of an agent, on a desktop of fakes."""

from collections.abc import Callable

import pytest

from qtdesk.core.combos import Combo
from qtdesk.core.desk import Desk
from qtdesk.core.errors import HotkeyError, SettingsError
from qtdesk.core.events import (
    BookChanged,
    BookKept,
    DeskEvent,
    PanelWanted,
    PasteEnded,
    SourcesChanged,
)
from qtdesk.core.paste import Outcome, Reason
from qtdesk.core.ports import Source
from qtdesk.core.status import status_of
from tests.check_world import no_checks
from tests.fake_books import (
    AtOnce,
    FakeLibrary,
    FakeStore,
    book,
    broken,
    fake_inquiry,
    phrase,
)
from tests.fake_records import fake_reading
from tests.fake_rows import fake_tables
from tests.fakes import FakeAutostart, FakePlatform, FakeWindow
from tests.shipped_wording import shipped_wording

HOTKEY = Combo.parse("ctrl+alt+space")


class Place:
    """A desk with everything an agent has around it."""

    def __init__(self, library: FakeLibrary | None = None, **given: str) -> None:
        self.platform = FakePlatform()
        self.clock = self.platform.clock
        self.chat = self.platform.windows.open(FakeWindow(title="买家 小云"))
        shop = book(phrase(1, "发货时间"), phrase(2))
        self.library = library or FakeLibrary(shop=shop)
        self.store = FakeStore()
        self.events: list[DeskEvent] = []
        self.desk = Desk(
            self.platform,
            self.library,
            self.store,
            self.clock,
            AtOnce(),
            given,
            FakeAutostart(),
            fake_inquiry(self.clock),
            fake_reading(),
            fake_tables,
            no_checks,
            shipped_wording(),
        )
        self.desk.subscribe(self.events.append)

    def last(self) -> DeskEvent:
        return self.events[-1]


@pytest.fixture
def place() -> Place:
    return Place()


def test_hotkey_search_paste(place: Place) -> None:
    place.desk.listening.start_hotkeys()
    place.platform.hotkeys.registered[HOTKEY]()
    assert place.last() == PanelWanted(by_hotkey=True)
    target = place.desk.open()
    assert target is not None
    assert target.title == "买家 小云"
    found = place.desk.search.answers("发货", None).chosen.hits[0].phrase
    place.desk.paste(found)
    place.clock.run_all()
    assert place.chat.received == [found.text]
    ended = place.last()
    assert isinstance(ended, PasteEnded)
    assert ended.result.outcome is Outcome.PASTED
    assert [p.key for p in place.desk.recent()] == ["book/p1"]


def test_the_stage_of_the_conversation_counts_when_the_panel_opens_again() -> None:
    shop = book(
        phrase(1, "发货", stage="ship"),
        phrase(2, "发货", stage="after"),
        phrase(3, "发货", stage="after"),
    )
    desk = Place(FakeLibrary(shop=shop)).desk
    desk.open()
    desk.paste(desk.search.answers("发货", None).chosen.hits[2].phrase)
    assert ids(desk) == ["p3", "p1", "p2"]
    desk.open()
    assert ids(desk) == ["p3", "p2", "p1"]


def ids(desk: Desk) -> list[str]:
    return [hit.phrase.id for hit in desk.search.answers("发货", None).chosen.hits]


def test_from_the_tray_the_window_last_in_front_is_the_target(place: Place) -> None:
    place.platform.windows.focus(None)
    target = place.desk.open()
    assert target is not None
    assert target.app == "chat"


def test_enter_is_held_as_long_as_the_key_is_down(place: Place) -> None:
    place.platform.keyboard.held_keys = {"ctrl"}
    assert not place.desk.enter_is_held()
    place.platform.keyboard.held_keys = {"enter"}
    assert place.desk.enter_is_held()


def test_whether_keys_are_missing_is_the_platform_s_word(place: Place) -> None:
    assert not place.desk.keys_may_be_missing()
    place.platform.type_ahead.missed = True
    assert place.desk.keys_may_be_missing()


def test_a_phrase_with_blanks_is_never_pasted(place: Place) -> None:
    place.desk.open()
    place.desk.paste(phrase(9, texts=("单号 {快递单号}，请查收",)))
    place.clock.run_all()
    ended = place.last()
    assert isinstance(ended, PasteEnded)
    assert ended.result.reason is Reason.BLANKS
    assert place.platform.keyboard.presses == []
    assert place.platform.clipboard.content.formats == {}


def test_dismissing_gives_the_focus_back_and_touches_nothing(place: Place) -> None:
    place.desk.open()
    place.platform.windows.focus(None)
    place.desk.dismiss()
    place.clock.run_all()
    assert place.platform.windows.front_window is place.chat
    assert place.platform.clipboard.content.owner == "nobody"


def test_a_taken_hotkey_is_told_in_words_and_the_desk_works_on(place: Place) -> None:
    place.platform.hotkeys.taken.add(HOTKEY)
    place.desk.listening.start_hotkeys()
    assert not place.desk.listening.hotkeys.active
    assert "Another program" in str(place.desk.listening.hotkeys.problem)
    assert place.desk.search.answers("", None).chosen.hits


def test_moving_to_a_taken_hotkey_keeps_the_old_one(place: Place) -> None:
    place.desk.listening.start_hotkeys()
    place.platform.hotkeys.taken.add(Combo.parse("ctrl+f9"))
    with pytest.raises(HotkeyError):
        place.desk.change_settings({"hotkey": "Ctrl+F9"})
    assert list(place.platform.hotkeys.registered) == [HOTKEY]
    assert place.desk.settings.hotkey == "ctrl+alt+space"
    place.desk.change_settings({"hotkey": "alt+f8"})
    assert list(place.platform.hotkeys.registered) == [Combo.parse("alt+f8")]
    assert place.store.settings()["hotkey"] == "alt+f8"


def test_paused_hotkeys_are_given_back(place: Place) -> None:
    place.desk.listening.start_hotkeys()
    place.desk.listening.pause(True)
    assert place.platform.hotkeys.registered == {}
    assert place.desk.listening.hotkeys.paused
    place.desk.listening.pause(False)
    assert HOTKEY in place.platform.hotkeys.registered


def test_given_settings_win_and_are_not_stored() -> None:
    place = Place(hotkey="ctrl+f9")
    assert place.desk.settings.hotkey == "ctrl+f9"
    assert place.store.settings() == {}


def test_an_unusable_setting_changes_nothing(place: Place) -> None:
    with pytest.raises(SettingsError, match=r"zh_CN, en"):
        place.desk.change_settings({"language": "klingon"})
    assert place.store.settings() == {}


def test_a_new_edition_shows_up_with_what_changed(place: Place) -> None:
    second = phrase(2)._replace(texts=("新的",))
    place.library.content["shop"] = book(second, phrase(3, "新话术"), version="2")
    place.desk.books.refresh()
    event = place.last()
    assert isinstance(event, BookChanged)
    assert (event.added, event.changed, event.removed) == (
        ("新话术",),
        ("话术 2",),
        ("发货时间",),
    )
    assert place.desk.search.answers("新话术", None).chosen.hits[0].phrase.id == "p3"


def test_a_broken_file_leaves_the_last_good_edition(place: Place) -> None:
    place.library.content["shop"] = broken("shop")
    place.desk.books.refresh()
    event = place.last()
    assert isinstance(event, BookKept)
    assert event.title == "通用话术"
    assert place.desk.search.answers("发货", None).chosen.hits
    assert place.desk.books.sources()[0].problems == 1


def test_a_vanished_share_changes_nothing(place: Place) -> None:
    place.library.content["shop"] = None
    place.desk.books.refresh()
    assert place.events == []
    assert place.desk.books.phrase_count == 2


def test_status_tells_states_and_never_a_text(place: Place) -> None:
    place.desk.listening.start_hotkeys()
    place.desk.open()
    place.desk.paste(place.desk.search.answers("发货", None).chosen.hits[0].phrase)
    place.clock.run_all()
    status = status_of(place.desk)
    assert status["hotkeys"][0]["active"]
    assert status["last_paste"]["outcome"] == "pasted"
    assert status["target"] == {"app": "chat"}
    assert status["store"]["condition"] == "safe"
    assert "亲" not in str(status)
    assert "小云" not in str(status)


def titles(desk: Desk) -> set[str]:
    return {hit.phrase.title for hit in desk.search.answers("", None).chosen.hits}


def test_samples_go_at_once_and_come_back_with_the_last_source() -> None:
    library = FakeLibrary(sample=book(phrase(1, "示例")))
    sample = Source("sample", sample=True)
    library.remove(sample)
    library.samples = (sample,)
    place = Place(library)
    assert titles(place.desk) == {"示例"}
    library.content["own"] = book(phrase(2, "自己的"))
    place.desk.books.add("own")
    assert titles(place.desk) == {"自己的"}
    assert [state.source.path for state in place.desk.books.sources()] == ["own"]
    assert SourcesChanged() in place.events
    place.desk.books.remove(Source("own"))
    assert place.last() == SourcesChanged()
    assert titles(place.desk) == {"示例"}


def test_samples_go_even_for_a_source_that_is_out_of_reach() -> None:
    library = FakeLibrary(sample=book(phrase(1, "示例")))
    sample = Source("sample", sample=True)
    library.remove(sample)
    library.samples = (sample,)
    place = Place(library)
    library.content["away"] = None
    place.desk.books.add("away")
    assert titles(place.desk) == set()


def test_samples_that_were_never_read_are_read_when_they_are_needed() -> None:
    library = FakeLibrary(shop=book(phrase(1, "自己的")))
    library.samples = (Source("sample", sample=True),)
    library.content["sample"] = book(phrase(2, "示例"))
    place = Place(library)
    place.desk.books.remove(Source("shop"))
    assert titles(place.desk) == {"示例"}


class AskingPlatform(FakePlatform):
    """A desktop that wants to be asked before keys are pressed."""

    asked: list[str] | None = None
    kept: Callable[[str], None]

    def ask_for_keys(self, token: str, kept: Callable[[str], None]) -> None:
        self.asked = [*(self.asked or []), token]
        self.kept = kept

    def give_keys_back(self) -> None:
        self.asked = None


def asking_desk(store: FakeStore) -> tuple[Desk, AskingPlatform]:
    platform = AskingPlatform()
    desk = Desk(
        platform,
        FakeLibrary(),
        store,
        platform.clock,
        AtOnce(),
        {},
        FakeAutostart(),
        fake_inquiry(platform.clock),
        fake_reading(),
        fake_tables,
        no_checks,
        shipped_wording(),
    )
    desk.listening.start_hotkeys()
    return desk, platform


def test_the_desktop_is_asked_for_keys_only_when_the_agent_wants_it() -> None:
    store = FakeStore()
    desk, platform = asking_desk(store)
    assert platform.asked is None
    desk.change_settings({"press_paste": "on"})
    assert platform.asked == [""]
    platform.kept("restore-1")
    desk.change_settings({"theme": "dark"})
    assert platform.asked == [""]
    _, platform = asking_desk(store)
    assert platform.asked == ["restore-1"]
    desk.change_settings({"press_paste": "off"})
    _, platform = asking_desk(store)
    assert platform.asked is None


def test_a_copy_says_so_where_nothing_can_be_pasted(place: Place) -> None:
    place.platform.unable = {"paste", "restore"}
    found = place.desk.search.answers("发货", None).chosen.hits[0].phrase
    place.desk.copy(found)
    place.clock.run_all()
    event = place.last()
    assert isinstance(event, PasteEnded)
    assert event.result.reason is Reason.UNABLE
    assert not event.result.quiet
