"""Ten hours beside a chat: with the panel closed it sleeps."""

import subprocess
import time
from pathlib import Path

import pytest

from tests.desktop.desk_session import DeskSession, write_book
from tests.desktop.others import RawTarget
from tests.desktop.programs import Workplace
from tests.desktop.waiting import DEADLINE_S, wait_for

_SPAN_S = 6.0
_MOST_WAKE_UPS = 12
"""Two looks at the books, and one for each file that came to lie beside them."""


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


@pytest.mark.alone
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
        wait_for(lambda: _shows_nothing(place), "the message of the start to go")
        before = wake_ups(process), processor_ticks(process)
        end = time.monotonic() + _SPAN_S
        while time.monotonic() < end:
            # Others write beside the book, which is none of its business.
            (tmp_path / str(time.monotonic())).touch()
            time.sleep(_SPAN_S / 4)  # what is measured is a span of time
        assert wake_ups(process) - before[0] <= _MOST_WAKE_UPS
        assert processor_ticks(process) - before[1] <= 1


def _shows_nothing(place: Workplace) -> bool:
    found = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--class", "^qtdesk$"],
        env=place.server.env,
        capture_output=True,
        check=False,
        timeout=DEADLINE_S,
    )
    return not found.stdout
