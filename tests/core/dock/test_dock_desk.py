"""The dock in use: clicks, keys and buyers, on a desktop of fakes."""

import pytest

from qtdesk.core.combos import Combo
from qtdesk.core.errors import HotkeyError, SettingsError
from qtdesk.core.events import DockChanged, DockWanted, FormWanted, PasteEnded
from qtdesk.core.paste import Outcome
from qtdesk.core.phrases import Phrase
from qtdesk.core.status import status_of
from tests.core.dock.dock_desk import DockDesk, phrase_of
from tests.fake_books import FakeStore
from tests.fakes import FakeWindow

STAGE_KEYS = {"ctrl+alt+1", "ctrl+alt+2", "ctrl+alt+3", "ctrl+alt+4"}


def test_a_click_pastes_into_the_window_that_is_in_front_then(place: DockDesk) -> None:
    other = place.platform.windows.open(FakeWindow(title="阿May"))
    place.click(2)
    place.platform.windows.focus(place.chat)
    place.click(4)
    assert other.received == [phrase_of(2).text]
    assert place.chat.received == [phrase_of(4).text]


def test_variants_take_turns_by_clicks_too(place: DockDesk) -> None:
    for _ in range(3):
        place.click(1)
    assert place.chat.received == ["在的～", "您好～", "在的～"]


def test_what_a_phrase_wants_is_asked_for_first(place: DockDesk) -> None:
    place.click(5)
    assert place.events == [FormWanted(phrase_of(5))]
    assert place.chat.received == []


def test_without_a_window_in_front_nothing_is_pasted_anywhere(place: DockDesk) -> None:
    place.platform.windows.focus(None)
    place.click(2)
    ended = place.events[-1]
    assert isinstance(ended, PasteEnded)
    assert ended.result.outcome is Outcome.COPIED
    assert place.chat.received == []
    assert place.platform.clipboard.content.text == phrase_of(2).text


def test_a_copy_moves_no_window(place: DockDesk) -> None:
    other = place.platform.windows.open(FakeWindow(title="阿May"))
    place.desk.copy_here(phrase_of(2))
    place.clock.run_all()
    assert place.platform.clipboard.content.text == phrase_of(2).text
    assert place.platform.windows.front_window is other


# --- keys ---------------------------------------------------------------------------


def test_keys_of_stages_and_buyers_are_taken_only_while_the_dock_is_shown(
    place: DockDesk,
) -> None:
    place.dock.keys.start()
    assert place.registered() == {"ctrl+alt+d"}
    place.dock.show(shown=True)
    assert place.registered() == {"ctrl+alt+d", "ctrl+alt+b", *STAGE_KEYS}
    place.dock.show(shown=True)
    place.dock.show(shown=False)
    assert place.registered() == {"ctrl+alt+d"}


def test_the_key_of_a_stage_turns_to_it_and_pastes_nothing(place: DockDesk) -> None:
    place.dock.show(shown=True)
    place.events.clear()
    for _ in range(2):
        place.press("ctrl+alt+3")
    assert place.dock.stage is not None
    assert place.dock.stage.key == "verify"
    assert set(place.events) == {DockChanged()}
    assert place.chat.received == []


def test_the_keys_follow_the_view(place: DockDesk) -> None:
    place.dock.show(shown=True)
    place.desk.change_settings({"stage_view": "seven"})
    place.dock.show(shown=True)
    place.press("ctrl+alt+2")
    assert place.dock.stage is not None
    assert place.dock.stage.key == "verify"
    assert "ctrl+alt+4" not in place.registered()
    place.desk.change_settings({"stage_keys": "off"})
    assert not STAGE_KEYS & place.registered()
    place.desk.change_settings({"stage_keys": "on"})
    assert len(STAGE_KEYS & place.registered()) == 3


def test_the_key_of_the_dock_asks_for_it(place: DockDesk) -> None:
    place.dock.keys.start()
    place.press("ctrl+alt+d")
    assert place.events[-1] == DockWanted()


def test_one_press_pastes_a_phrase_that_has_keys_also_in_the_next_run(
    place: DockDesk,
) -> None:
    place.dock.keys.start()
    place.dock.keys.give(phrase_of(1).key, "ctrl+alt+g")
    place.press("ctrl+alt+g")
    assert place.chat.received == ["在的～"]
    later = DockDesk(place.store)
    later.dock.keys.start()
    later.press("ctrl+alt+g")
    assert later.chat.received == ["在的～"]
    later.dock.keys.take_away(phrase_of(1).key)
    assert "ctrl+alt+g" not in later.registered()
    assert DockDesk(place.store).dock.keys.of_phrases == {}


def test_keys_of_a_phrase_that_is_gone_paste_nothing(place: DockDesk) -> None:
    place.dock.keys.give("book/gone", "ctrl+alt+g")
    place.press("ctrl+alt+g")
    assert place.events == [DockChanged()]


def _with_books(place: DockDesk, *phrases: Phrase) -> None:
    """The shop's book has these phrases from now on."""
    shop = place.library.last_good(place.library.sources()[0])
    assert shop is not None
    place.library.content["shop"] = shop._replace(version="x", phrases=phrases)
    place.desk.books.refresh()
    place.dock.keys.follow()


def test_keys_go_with_their_phrase_and_come_back_with_it(place: DockDesk) -> None:
    key = phrase_of(4).key
    place.dock.keys.start()
    place.dock.keys.give(key, "ctrl+alt+g")
    _with_books(place, phrase_of(1))
    assert "ctrl+alt+g" not in place.registered()
    assert place.dock.keys.is_gone(key)
    # The agent knows it by its name, in the next run, too.
    assert place.dock.keys.title(key) == phrase_of(4).title
    later = DockDesk(place.store)
    later.library.content["shop"] = None
    _with_books(later, phrase_of(1))
    later.dock.keys.start()
    assert later.dock.keys.title(key) == phrase_of(4).title
    assert list(later.dock.keys.of_phrases) == [key]
    assert later.registered() == {"ctrl+alt+d"}
    _with_books(later, phrase_of(1), phrase_of(4))
    later.press("ctrl+alt+g")
    assert later.chat.received == [phrase_of(4).text]


def test_a_title_is_forgotten_with_the_keys(place: DockDesk) -> None:
    place.dock.keys.start()
    place.dock.keys.give(phrase_of(4).key, "ctrl+alt+g")
    place.dock.keys.take_away(phrase_of(4).key)
    assert place.store.note("phrase_key_titles") == "{}"


def test_while_one_is_recorded_none_of_ours_is_in_the_way(place: DockDesk) -> None:
    place.desk.listening.start_hotkeys()
    place.dock.keys.start()
    before = place.registered()
    place.desk.listening.lend(lent=True)
    assert place.registered() == set()
    assert not place.desk.listening.hotkeys.paused
    place.desk.listening.lend(lent=False)
    assert place.registered() == before
    # A pause that the agent wants is none that a recording ends.
    place.desk.listening.pause(paused=True)
    place.desk.listening.lend(lent=True)
    place.desk.listening.lend(lent=False)
    assert place.registered() == set()


def test_a_line_that_is_chosen_once_more_is_told_too(place: DockDesk) -> None:
    told: list[str | None] = []
    place.dock.tell(lambda line: told.append(line.key if line else None))
    for key in ("greet", "greet", None):
        place.dock.choose(key)
    assert told == ["greet", "greet", None]


def test_keys_that_are_taken_are_refused_in_words_and_the_others_work(
    place: DockDesk,
) -> None:
    keys = place.dock.keys
    keys.start()
    place.platform.hotkeys.taken.add(Combo.parse("ctrl+alt+x"))
    for combo in ("ctrl+alt+x", "ctrl+alt+d", "ctrl+alt+space", "g"):
        with pytest.raises(HotkeyError):
            keys.give(phrase_of(1).key, combo)
    with pytest.raises(SettingsError):
        keys.give(phrase_of(1).key, "ctrl")
    assert keys.of_phrases == {}
    keys.give(phrase_of(2).key, "ctrl+alt+y")
    place.press("ctrl+alt+y")
    assert place.chat.received == [phrase_of(2).text]


def test_at_a_start_a_lost_combination_is_told_and_stops_no_other() -> None:
    place = DockDesk()
    place.dock.keys.give(phrase_of(1).key, "ctrl+alt+x")
    place.dock.keys.give(phrase_of(2).key, "ctrl+alt+y")
    later = DockDesk(place.store)
    later.platform.hotkeys.taken.add(Combo.parse("ctrl+alt+x"))
    later.dock.keys.start()
    bound = later.dock.keys.of_phrases
    assert bound[phrase_of(1).key].problem is not None
    assert bound[phrase_of(2).key].active


def test_automation_is_told_of_every_combination(place: DockDesk) -> None:
    place.platform.hotkeys.taken.add(Combo.parse("ctrl+alt+d"))
    place.dock.keys.start()
    place.dock.keys.give(phrase_of(1).key, "ctrl+alt+g")
    told = {one["name"]: one for one in status_of(place.desk)["hotkeys"]}
    assert list(told) == ["quick_panel", "dock", "phrase:book/p1"]
    assert told["phrase:book/p1"]["active"]
    assert "Another program" in told["dock"]["problem"]


def test_a_pause_gives_every_combination_back(place: DockDesk) -> None:
    place.desk.listening.start_hotkeys()
    place.dock.keys.start()
    place.dock.keys.give(phrase_of(1).key, "ctrl+alt+g")
    place.dock.show(shown=True)
    before = place.registered()
    place.desk.listening.pause(paused=True)
    assert place.registered() == set()
    place.desk.listening.pause(paused=False)
    assert place.registered() == before
    place.desk.close(lambda: None)
    assert place.registered() == set()


def test_settings_move_keys_or_leave_them_where_they_are(place: DockDesk) -> None:
    place.desk.listening.start_hotkeys()
    place.dock.keys.start()
    place.dock.show(shown=True)
    place.desk.change_settings({"dock_hotkey": "ctrl+alt+k", "buyer_key": ""})
    assert "ctrl+alt+k" in place.registered()
    assert {"ctrl+alt+d", "ctrl+alt+b"} & place.registered() == set()
    with pytest.raises(HotkeyError):
        place.desk.change_settings({"dock_hotkey": "ctrl+alt+space"})
    with pytest.raises(HotkeyError):
        place.desk.change_settings({"hotkey": "ctrl+alt+k", "buyer_key": "ctrl+alt+n"})
    assert "ctrl+alt+n" not in place.registered()
    with pytest.raises(HotkeyError):
        place.desk.change_settings(
            {"dock_hotkey": "ctrl+alt+p", "buyer_key": "ctrl+alt+1"}
        )
    assert "ctrl+alt+p" not in place.registered()
    assert place.desk.settings.dock_hotkey == "ctrl+alt+k"
    binding = place.dock.keys.of_setting("dock_hotkey")
    assert binding is not None
    assert binding.active


@pytest.mark.parametrize("note", ["", "[]", "nonsense", '{"a": "ctrl", "b": 7}'])
def test_any_note_of_keys_is_read(note: str) -> None:
    store = FakeStore()
    store.save_note("phrase_keys", note)
    assert DockDesk(store).dock.keys.of_phrases == {}


# --- buyers -------------------------------------------------------------------------


def test_each_buyer_has_a_stage_of_their_own(place: DockDesk) -> None:
    place.dock.show(shown=True)
    place.dock.choose("verify")
    for name in ("云朵", "阿May"):
        place.dock.buyers.open(name)
    assert place.dock.stage is None
    place.dock.choose("answer")
    place.press("ctrl+alt+b")
    assert place.dock.stage is None
    place.press("ctrl+alt+b")
    assert place.dock.stage is not None
    assert place.dock.stage.key == "answer"
    for _ in range(2):
        place.dock.buyers.close(0)
    assert place.dock.stage is not None
    assert place.dock.stage.key == "verify"


def test_answers_are_known_for_their_buyer_and_forgotten_with_them(
    place: DockDesk,
) -> None:
    size, suggest = phrase_of(5), place.desk.living.suggest
    place.dock.buyers.open("云朵")
    place.desk.open()
    place.desk.paste(size, {"size": "M"})
    place.clock.run_all()
    assert place.chat.received == ["建议 M，合身"]
    assert suggest(size) == {"size": "M"}
    place.dock.buyers.open("阿May")
    assert suggest(size) == {"size": ""}
    place.dock.buyers.choose(0)
    assert suggest(size) == {"size": "M"}
    place.dock.buyers.close(0)
    place.dock.buyers.open("云朵")
    assert suggest(size) == {"size": ""}


def test_a_name_fills_in_the_buyer_and_digits_the_order(place: DockDesk) -> None:
    verify = phrase_of(6)
    assert place.desk.fill(verify).draft == "尾号 …，对吗"
    place.dock.buyers.open("云朵")
    assert place.desk.fill(verify).draft == "尾号 …，云朵，对吗"
    place.dock.buyers.open("尾号 4567")
    assert place.desk.fill(verify).draft == "尾号 4567，对吗"


def test_each_buyer_gets_variants_in_turn(place: DockDesk) -> None:
    for name in ("云朵", "阿May"):
        place.dock.buyers.open(name)
    for _ in range(2):
        for buyer in (0, 1):
            place.dock.buyers.choose(buyer)
            place.click(1)
    assert set(place.chat.received[::2]) == {"在的～", "您好～"}
    assert set(place.chat.received[1::2]) == {"在的～", "您好～"}


def test_no_name_of_a_buyer_is_ever_kept(place: DockDesk) -> None:
    place.dock.keys.start()
    place.dock.show(shown=True)
    place.dock.buyers.open("云朵8821")
    for number in (1, 6, 1, 6):
        place.click(number)
    place.dock.buyers.close(0)
    place.desk.flush()
    kept = [place.store.note(name) for name in place.store._notes]
    assert kept
    assert "云朵" not in "".join(
        (*kept, repr(place.events), str(place.store.settings()))
    )
