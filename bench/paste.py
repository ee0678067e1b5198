"""From the hotkey until the text is in the window, by a quick hand; and what was lost.

Hotkey, code and Enter follow each other without a pause. A text that is not there
although the paste has ended counts as lost, and as untrue where qtdesk said "pasted".
"""

import time

from bench.running import bench
from bench.series import Series
from tests.desktop.accessible import AccessibleBus
from tests.desktop.browser import Chromium
from tests.desktop.desk_session import DeskSession, write_book
from tests.desktop.others import RICH, ClipboardOwner
from tests.desktop.programs import Mousepad, ReceivingProgram, Workplace
from tests.desktop.screen import Screen
from tests.desktop.waiting import wait_for

_ROUNDS = 40
_TEXT = "您好，亲 😊\n第二行：满 199 减 20"
_PATIENCE_S = 3.0


def measure() -> list[Series]:
    found: list[Series] = []
    with bench() as place:
        screen = Screen(place.server.env)
        bus = AccessibleBus(place.server, place.folder)
        workplace = Workplace(place.server, screen, bus, place.folder)
        book = write_book(place.folder / "book.yaml", {"lines": _TEXT})
        with DeskSession(workplace, place.folder / "data", book) as desk:
            wait_for(lambda: desk.status()["phrases"], "the book")
            for program in (Mousepad(workplace), Chromium(workplace)):
                try:
                    program.start()
                    found += _pastes(workplace, desk, program)
                finally:
                    program.stop()
        bus.close()
        screen.close()
    return found


def _pastes(
    place: Workplace, desk: DeskSession, program: ReceivingProgram
) -> list[Series]:
    took, lost, untrue = [], 0, 0
    with ClipboardOwner(place.server.env) as owner:
        for _ in range(_ROUNDS):
            owner.own(RICH)
            program.clear()
            program.focus()
            ended = desk.status()["paste_count"]
            pressed = time.perf_counter()
            desk.choose("lines")
            if _arrives(program):
                took.append((time.perf_counter() - pressed) * 1000)
            told = desk.wait_for_end(ended + 1)["outcome"]
            if program.text() != _TEXT:
                lost += 1
                untrue += told == "pasted"
    return [
        Series(f"paste in {program.name}", "ms", took or [float("nan")]),
        Series(f"paste in {program.name}, lost of {_ROUNDS}", "", [lost]),
        Series(f"paste in {program.name}, untrue of {_ROUNDS}", "", [untrue]),
    ]


def _arrives(program: ReceivingProgram) -> bool:
    end = time.monotonic() + _PATIENCE_S
    while program.text() != _TEXT:
        if time.monotonic() > end:
            return False
        time.sleep(0.001)
    return True
