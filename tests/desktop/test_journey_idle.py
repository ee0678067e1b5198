"""Ten hours beside a chat: with the panel closed it sleeps."""

import time
from pathlib import Path

from tests.desktop.desk_session import DeskSession, write_book
from tests.desktop.others import RawTarget
from tests.desktop.programs import Workplace
from tests.desktop.waiting import wait_for

_SPAN_S = 10.0
_MOST_WAKE_UPS = 6
"""One look at the books may fall into the span: that wakes two threads."""


def wake_ups(process: int) -> int:
    """How often the threads of a process have gone to sleep so far."""
    total = 0
    for status in Path(f"/proc/{process}/task").glob("*/status"):
        lines = status.read_text().splitlines()
        name = "voluntary_ctxt_switches:"
        total += int(next(line for line in lines if line.startswith(name)).split()[1])
    return total


def processor_ticks(process: int) -> int:
    numbers = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return int(numbers[11]) + int(numbers[12])


def test_it_sleeps_while_the_panel_is_closed(place: Workplace, tmp_path: Path) -> None:
    book = write_book(tmp_path / "book.yaml", {"hi": "在的"})
    with (
        RawTarget(place.server.env, "buyer", "chat") as chat,
        DeskSession(place, tmp_path / "data", book) as desk,
    ):
        place.screen.activate(chat.window_id)
        desk.choose("hi")
        desk.wait_for_end(1)
        process = desk.program.pid
        # The message of the start goes by itself; then it is quiet.
        wait_for(lambda: _is_quiet(process), "the first quiet second")
        before = wake_ups(process), processor_ticks(process)
        time.sleep(_SPAN_S)  # what is measured is a span of time
        assert wake_ups(process) - before[0] <= _MOST_WAKE_UPS
        assert processor_ticks(process) - before[1] <= 1


def _is_quiet(process: int) -> bool:
    before = wake_ups(process)
    time.sleep(1)
    return wake_ups(process) == before
