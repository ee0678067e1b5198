"""From the release of Enter until the text is in the program, beside a bare Ctrl+V.

Both are watched in the same way and take turns, so that the machine's moods hit both.
The watching itself costs a few milliseconds; it is the same for both.
"""

import contextlib
import time
from collections.abc import Iterator
from pathlib import Path

from bench.running import Bench, bench
from bench.series import Series
from tests.desktop.accessible import AccessibleBus
from tests.desktop.browser import Chromium
from tests.desktop.chat import Pidgin
from tests.desktop.desk_session import HOTKEY, DeskSession, write_book
from tests.desktop.others import ClipboardOwner
from tests.desktop.programs import Mousepad, ReceivingProgram, Workplace
from tests.desktop.screen import Screen
from tests.desktop.waiting import wait_for

_ROUNDS = 30
_TEXT = "您好，现货付款后按顺序打包，发出后订单里会有单号。\n您是赶着用吗？"


def measure() -> list[Series]:
    found: list[Series] = []
    with bench() as benched, workplace(benched) as place:
        book = write_book(benched.folder / "paste.yaml", {"short": _TEXT})
        with (
            ClipboardOwner(place.server.env) as owner,
            DeskSession(place, benched.folder / "paste", book) as desk,
        ):
            for kind in (Pidgin, Mousepad, Chromium):
                program = kind(place)
                program.start()
                try:
                    found += _both(program, desk, owner)
                finally:
                    program.stop()
    return found


@contextlib.contextmanager
def workplace(benched: Bench) -> Iterator[Workplace]:
    """Where receiving programs run, on the display of `benched`."""
    homes = Path(benched.folder / "homes")
    homes.mkdir()
    screen = Screen(benched.server.env)
    bus = AccessibleBus(benched.server, homes)
    try:
        yield Workplace(benched.server, screen, bus, homes)
    finally:
        bus.close()
        screen.close()


def _both(
    program: ReceivingProgram, desk: DeskSession, owner: ClipboardOwner
) -> list[Series]:
    by_hand, by_us = [], []
    for number in range(_ROUNDS + 1):
        hand = _by_hand(program, desk, owner)
        us = _by_us(program, desk)
        if number:  # the first one of each loads fonts
            by_hand.append(hand * 1000)
            by_us.append(us * 1000)
    return [
        Series(f"{program.name}: Ctrl+V by hand", "ms", by_hand),
        Series(f"{program.name}: Enter in the panel", "ms", by_us),
    ]


def _by_hand(
    program: ReceivingProgram, desk: DeskSession, owner: ClipboardOwner
) -> float:
    program.clear()
    owner.copy(_TEXT)
    program.focus()
    began = time.perf_counter()
    desk.hands.tap("ctrl+v")
    return until_there(program, began, _TEXT)


def _by_us(program: ReceivingProgram, desk: DeskSession) -> float:
    program.clear()
    program.focus()
    ended = desk.status()["paste_count"]
    desk.hands.tap(HOTKEY)
    desk.hands.type("short")
    wait_for(lambda: desk.status()["panel_open"], "the panel")
    # An agent looks before pressing Enter; the panel is in front and painted by then.
    time.sleep(0.15)
    desk.hands.down("enter")
    time.sleep(0.03)
    began = time.perf_counter()
    desk.hands.up("enter")
    took = until_there(program, began, _TEXT)
    desk.wait_for_end(ended + 1)
    return took


def until_there(program: ReceivingProgram, began: float, text: str) -> float:
    """Seconds since `began` until the program holds exactly `text`."""
    while program.text() != text:
        if time.perf_counter() - began > 20:  # noqa: PLR2004 - seconds, and then some
            raise TimeoutError(f"no text in {program.name}")
    return time.perf_counter() - began
