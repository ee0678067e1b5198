"""Where the dock was put, by screen, from one run to the next."""

import pytest

from qtdesk.core.dock import Place
from qtdesk.core.dock.places import Places
from tests.fake_books import FakeStore


def test_each_screen_has_its_place_in_the_next_run_too() -> None:
    store = FakeStore()
    first = Places(store)
    first.keep("HDMI-1 1920x1080", Place(1500, 40))
    first.keep("eDP-1 1440x900", Place(10, 20))
    first.keep("HDMI-1 1920x1080", Place(1400, 50))
    later = Places(store)
    assert later.on("HDMI-1 1920x1080") == Place(1400, 50)
    assert later.on("eDP-1 1440x900") == Place(10, 20)
    assert later.on("HDMI-1 3840x2160") is None
    assert later.last_screen == "HDMI-1 1920x1080"


def test_screens_of_long_ago_are_forgotten() -> None:
    places = Places(FakeStore())
    for number in range(30):
        places.keep(f"beamer {number}", Place(number, 0))
    assert places.on("beamer 0") is None
    assert places.on("beamer 29") == Place(29, 0)


@pytest.mark.parametrize("note", ["", "[]", "x", '{"a": [1], "b": "c", "d": [1, "2"]}'])
def test_any_note_is_read(note: str) -> None:
    store = FakeStore()
    store.save_note("dock_places", note)
    assert Places(store).last_screen == ""
