"""How many pastes of a quick hand are lost, and of how many qtdesk says otherwise.

Hotkey, code and Enter follow each other without a pause. A text that is not there when
the paste has ended counts as lost, and as untrue where qtdesk said "pasted".
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
_STEP_S = 0.01


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
                    found += _losses(workplace, desk, program)
                finally:
                    program.stop()
        bus.close()
        screen.close()
    return found


def _losses(
    place: Workplace, desk: DeskSession, program: ReceivingProgram
) -> list[Series]:
    lost, untrue = 0, 0
    with ClipboardOwner(place.server.env) as owner:
        for _ in range(_ROUNDS):
            owner.own(RICH)
            program.clear()
            program.focus()
            ended = desk.status()["paste_count"]
            desk.choose("lines")
            told = desk.wait_for_end(ended + 1)["outcome"]
            if not _arrives(program):
                lost += 1
                untrue += told == "pasted"
    return [
        Series(f"{program.name}, lost of {_ROUNDS}", "pastes", [lost]),
        Series(f"{program.name}, untrue of {_ROUNDS}", "pastes", [untrue]),
    ]


def _arrives(program: ReceivingProgram) -> bool:
    end = time.monotonic() + _PATIENCE_S
    while program.text() != _TEXT:
        if time.monotonic() > end:
            return False
        time.sleep(_STEP_S)
    return True
