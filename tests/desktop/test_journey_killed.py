"""Killed in the midst of changes, again and again: what was saved is there."""

import json
import random
from pathlib import Path
from typing import Any

from qtdesk import ipc, paths
from tests.desktop.desk_session import DeskSession, write_book
from tests.desktop.others import RawTarget
from tests.desktop.programs import Workplace
from tests.desktop.waiting import DEADLINE_S, wait_for

_LIVES = 8
_MOST_CHANGES = 40


def test_what_was_saved_outlives_every_kill(place: Workplace, tmp_path: Path) -> None:
    rnd = random.Random(11)  # noqa: S311 - trials, the same each time
    data = tmp_path / "data"
    book = write_book(tmp_path / "book.yaml", {"hi": "您好"})
    asked, saved, pastes = [""], 0, 0
    with RawTarget(place.server.env, "buyer", "chat") as chat:
        for life in range(_LIVES):
            with DeskSession(place, data, book) as desk:
                state = desk.status()["store"]
                assert (state["condition"], state["damaged"]) == ("safe", 0), state
                place.screen.activate(chat.window_id)
                desk.choose("hi")
                pastes += desk.wait_for_end(1)["outcome"] == "pasted"
                wait_until_saved(desk)
                for number in range(rnd.randrange(1, _MOST_CHANGES)):
                    asked.append(f"{life}/{number}")
                    change(data, asked[-1])
                    if rnd.random() < 0.5:
                        wait_until_saved(desk)
                        saved = len(asked) - 1
                desk.program.kill()
                desk.program.wait(DEADLINE_S)
                found = exported(desk, tmp_path / "all.json")
            # Of what was still under way, any part may have been in time.
            assert found["shop"] in asked[saved:], (found, asked[saved:])
            assert found["uses"] == {"test/hi": pastes}
            asked, saved = [found["shop"]], 0
    assert pastes == _LIVES


def change(data: Path, shop: str) -> None:
    request = {"do": "change_settings", "changes": {"shop": shop}}
    ipc.ask(paths.runtime_address(data), request, DEADLINE_S)


def wait_until_saved(desk: DeskSession) -> None:
    wait_for(lambda: not desk.status()["store"]["unsaved"], "the saving")


def exported(desk: DeskSession, file: Path) -> dict[str, Any]:
    """The shop's name, and how often each phrase was used, by the command line."""
    assert desk.cli("store", "export", str(file)).returncode == 0
    tables = json.loads(file.read_text(encoding="utf-8"))["tables"]
    (settings,) = tables["settings"].values()
    uses = {row["phrase"]: row["count"] for row in tables["uses"].values()}
    return {"shop": settings.get("shop", ""), "uses": uses}
