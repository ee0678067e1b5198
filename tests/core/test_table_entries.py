"""A row in a hurry: asked for by a key, with what was copied where that is wanted."""

import pytest

from qtdesk.core.events import DeskEvent, EntryWanted
from qtdesk.core.settings import Settings
from qtdesk.core.table_entries import without_numbers
from tests.core.test_desk import Place


@pytest.fixture
def place() -> Place:
    made = Place()
    made.desk.table_keys.start()
    return made


def test_keys_ask_for_a_row(place: Place) -> None:
    seen: list[DeskEvent] = []
    place.desk.subscribe(seen.append)
    place.desk.change_settings({"question_hotkey": "ctrl+alt+j"})
    for combo, pressed in place.platform.hotkeys.registered.items():
        if str(combo) in ("ctrl+alt+n", "ctrl+alt+j"):
            pressed()
    wanted = [event for event in seen if isinstance(event, EntryWanted)]
    assert sorted(wanted) == [
        EntryWanted("", by_hotkey=True),
        EntryWanted("questions", by_hotkey=True),
    ]
    assert Settings().question_hotkey == ""


@pytest.mark.parametrize(
    ("copied", "told"),
    [
        ("你们家发什么快递", "你们家发什么快递"),
        ("我电话13800138000，单号401234567890123", "我电话138****8000，单号****"),
        ("身高165体重104", "身高165体重104"),
        ("", ""),
    ],
)
def test_what_was_copied_has_no_numbers_of_a_person(copied: str, told: str) -> None:
    assert without_numbers(copied) == told


def test_the_words_of_the_buyer_and_what_phrases_would_answer(place: Place) -> None:
    entries = place.desk.entries
    place.platform.clipboard.others_copy({"UTF8_STRING": "打 13800138000".encode()})
    told: list[str] = []
    entries.open()
    entries.copied(told.append)
    place.clock.run_all()
    assert told == ["打 138****8000"]
    assert entries.situation("") == ""


def test_nothing_that_is_no_text_is_taken(place: Place) -> None:
    place.platform.clipboard.others_copy({"image/png": b"\x89"})
    told: list[str] = []
    place.desk.entries.copied(told.append)
    place.clock.run_all()
    assert told == [""]


def test_the_focus_goes_back_to_the_chat(place: Place) -> None:
    from tests.fakes import FakeWindow  # noqa: PLC0415 - one window, here only

    chat = place.platform.windows.open(FakeWindow("千牛", "云朵8821"))
    place.desk.entries.open()
    place.platform.windows.focus(None)
    place.desk.entries.dismiss()
    place.clock.run_all()
    assert place.platform.windows.front_window is chat
