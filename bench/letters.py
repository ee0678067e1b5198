"""From the press of a letter until the panel has painted what it finds.

Four letters are typed at 60 ms a key, as quick agents type; each finds something. The
X server tells when something in the list was painted.
"""

import contextlib
import select
import time
from collections.abc import Iterator
from typing import Any

from Xlib.display import Display

from bench.running import SAMPLE_BOOK, SAMPLE_SIZE, Bench, bench, wait_for_phrases
from bench.series import Series
from tests.desktop.hands import Hands
from tests.desktop.screen import Screen
from tests.desktop.waiting import wait_for

_PACE_S = 0.06
_SEEN_S = 0.2
"""Until somebody sees the panel and types on."""
_ROUNDS = 15
_IN_THE_LIST = 160
"""Pixels from the top of the window: below the field and the chips."""
_RAW = 0
"""Each rectangle that is painted, as it is painted."""
_LONGEST_S = 5.0


def measure() -> list[Series]:
    with bench() as place:
        return [
            *_series(place, "sample book", "fhsj"),
            *_series(place, "10,000 phrases", "cfhl"),
        ]


def _series(place: Bench, name: str, word: str) -> Iterator[Series]:
    rounds = _typed(place, word, large=name != "sample book")
    for at, took in enumerate(zip(*rounds, strict=True), 1):
        yield Series(f"letter to rows, {name}, {word[:at]}", "ms", took)


def _typed(place: Bench, word: str, *, large: bool) -> list[list[float]]:
    """Milliseconds for each letter, round for round; the first round warms up."""
    book = place.large_book() if large else SAMPLE_BOOK
    screen = Screen(place.server.env)
    other = place.server.start(["xterm"])
    found = []
    data = place.folder / f"letters-{word}"
    with place.qtdesk(data, [book]) as running:
        wait_for_phrases(running, 10_000 if large else SAMPLE_SIZE)
        # Without it letters find only what is written in letters.
        wait_for(lambda: [*(data / "indexes").glob("*.index")], "the index")
        for _ in range(_ROUNDS + 1):
            screen.activate(screen.wait_for_window("xterm"))
            with contextlib.closing(Hands(place.server.display)) as hands:
                hands.tap("ctrl+alt+space")
                wait_for(lambda: running.status()["panel_open"], "the panel")
                wait_for(lambda: "qtdesk" in screen.class_of(screen.active()), "it")
                time.sleep(_SEEN_S)
                found.append(_one_word(place, hands, screen.active(), word))
            screen.press("Escape")
            wait_for(lambda: not running.status()["panel_open"], "it to close")
    place.server.stop(other)
    screen.close()
    return found[1:]


def _one_word(place: Bench, hands: Hands, panel: int, word: str) -> list[float]:
    took = []
    with contextlib.closing(Display(place.server.display)) as display:
        _watch(display, panel)
        for letter in word:
            _forget_events(display)
            pressed = time.perf_counter()
            hands.tap(letter)
            _wait_for_rows(display, pressed + _LONGEST_S)
            took.append((time.perf_counter() - pressed) * 1000)
            # The rhythm of the typist is what is simulated.
            time.sleep(max(0.0, pressed + _PACE_S - time.perf_counter()))
    return took


def _watch(display: Any, window: int) -> None:
    """Have the server tell what is painted there; Xlib's stubs do not know that."""
    display.damage_query_version()
    display.create_resource_object("window", window).damage_create(_RAW)
    display.sync()


def _forget_events(display: Any) -> None:
    while display.pending_events():
        display.next_event()


def _wait_for_rows(display: Any, end: float) -> None:
    while True:
        while display.pending_events():
            event = display.next_event()
            if event.type == display.extension_event.DamageNotify:
                area = event.area
                if area.y <= _IN_THE_LIST < area.y + area.height:
                    return
        left = end - time.perf_counter()
        if left <= 0 or not select.select([display.fileno()], [], [], left)[0]:
            raise TimeoutError("no row was painted")
