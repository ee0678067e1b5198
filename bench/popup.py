"""From the press of the hotkey until the panel is in front and takes keys."""

import contextlib
import time

from bench.running import (
    SAMPLE_BOOK,
    SAMPLE_SIZE,
    Bench,
    Running,
    bench,
    wait_for_phrases,
)
from bench.series import Series
from tests.desktop.hands import Hands
from tests.desktop.screen import Screen
from tests.desktop.waiting import wait_for

_ROUNDS = 30


def measure() -> list[Series]:
    with bench() as place:
        return [
            Series("popup, sample book", "ms", _popups(place, large=False)),
            Series("popup, 10,000 phrases", "ms", _popups(place, large=True)),
        ]


def open_and_close(place: Bench, running: Running) -> float:
    """Seconds from the press until the panel was in front, above a plain window."""
    screen = Screen(place.server.env)
    other = place.server.start(["xterm"])
    try:
        window = screen.wait_for_window("xterm")
        screen.activate(window)
        return _once(place, screen, running)
    finally:
        place.server.stop(other)
        screen.close()


def _popups(place: Bench, *, large: bool) -> list[float]:
    book = place.large_book() if large else SAMPLE_BOOK
    screen = Screen(place.server.env)
    other = place.server.start(["xterm"])
    found = []
    with place.qtdesk(place.folder / f"popup-{book.stem}", [book]) as running:
        wait_for_phrases(running, 10_000 if large else SAMPLE_SIZE)
        for _ in range(_ROUNDS):
            screen.activate(screen.wait_for_window("xterm"))
            found.append(_once(place, screen, running) * 1000)
    place.server.stop(other)
    screen.close()
    return found


def _once(place: Bench, screen: Screen, running: Running) -> float:
    """Open the panel, wait until it is in front, and close it again."""
    with contextlib.closing(Hands(place.server.display)) as hands:
        pressed = time.perf_counter()
        hands.tap("ctrl+alt+space")
    wait_for(
        lambda: "qtdesk" in screen.class_of(screen.active()), "the panel", step=0.001
    )
    took = time.perf_counter() - pressed
    wait_for(lambda: running.status()["panel_open"], "the panel to be ready")
    screen.press("Escape")
    wait_for(lambda: not running.status()["panel_open"], "the panel to close")
    return took
