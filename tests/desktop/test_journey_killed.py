"""Killed in the midst of changes, again and again: what was saved is there."""

import random
from pathlib import Path

from qtdesk import ipc, paths
from tests.desktop.desk_session import DeskSession, write_book
from tests.desktop.programs import Workplace
from tests.desktop.waiting import DEADLINE_S, wait_for

_LIVES = 10
_MOST_CHANGES = 40


def test_what_was_saved_outlives_every_kill(place: Workplace, tmp_path: Path) -> None:
    rnd = random.Random(11)  # noqa: S311 - trials, the same each time
    data = tmp_path / "data"
    book = write_book(tmp_path / "book.yaml", {"hi": "您好"})
    asked, saved = [""], 0
    for life in range(_LIVES):
        with DeskSession(place, data, book) as desk:
            state = desk.status()["store"]
            assert (state["condition"], state["damaged"]) == ("safe", 0), state
            for number in range(rnd.randrange(1, _MOST_CHANGES)):
                asked.append(f"{life}/{number}")
                change(data, asked[-1])
                if rnd.random() < 0.5:
                    wait_for(
                        lambda: not desk.status()["store"]["unsaved"], "the saving"
                    )
                    saved = len(asked) - 1
            desk.program.kill()
            desk.program.wait(DEADLINE_S)
            found = desk.cli("settings", "get", "shop").stdout.strip()
        # Of what was still under way, any part may have been in time.
        assert found in asked[saved:], (found, asked[saved:])
        asked, saved = [found], 0


def change(data: Path, shop: str) -> None:
    request = {"do": "change_settings", "changes": {"shop": shop}}
    ipc.ask(paths.runtime_address(data), request, DEADLINE_S)
