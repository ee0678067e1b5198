"""A monitor is unplugged while the dock stands on it."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.conftest import need
from tests.desktop.desk_session import DeskSession, write_book
from tests.desktop.others import RawTarget
from tests.desktop.screen import Screen
from tests.desktop.waiting import DEADLINE_S, wait_for
from tests.desktop.xserver import XServer

_WIDTH = 1000


class TwoMonitors:
    """A display with two monitors side by side."""

    def __init__(self, server: XServer) -> None:
        self.server = server
        self.screen = Screen(server.env)

    def unplug_the_right_one(self) -> None:
        subprocess.run(
            ["xrandr", "--delmonitor", "monitor-1"],
            env=self.server.env,
            check=True,
            timeout=DEADLINE_S,
        )

    def drag(self, window: int, left: int) -> None:
        """Take `window` by its corner and let it go at `left`."""
        at_left, at_top, _, _ = self.screen.area(window)
        steps = (
            *("mousemove", at_left + 4, at_top + 4, "mousedown", 1),
            *("mousemove", left - 40, at_top + 20, "mousemove", left, at_top + 20),
        )
        subprocess.run(
            ["xdotool", *map(str, steps), "mouseup", "1"],
            env=self.server.env,
            check=True,
            timeout=DEADLINE_S,
        )

    def close(self) -> None:
        self.screen.close()


@pytest.fixture
def desk_place() -> Iterator[TwoMonitors]:
    need("Xvfb", "openbox", "xrandr")
    size = f"{_WIDTH}x760"
    with XServer((size, size)) as server:
        made = TwoMonitors(server)
        yield made
        made.close()


def _left_of(place: TwoMonitors) -> int:
    dock = place.screen.wait_for_window("qtdesk", "dock")
    return place.screen.area(dock)[0]


def _right_of(place: TwoMonitors) -> int:
    dock = place.screen.wait_for_window("qtdesk", "dock")
    left, _, width, _ = place.screen.area(dock)
    return left + width


def test_the_dock_comes_to_the_monitor_that_is_left(
    desk_place: TwoMonitors, tmp_path: Path
) -> None:
    book = write_book(tmp_path / "book.yaml", {"hi": "在的"})
    options = [f"--set={each}" for each in ("language=en", "dock_shown=on")]
    with (
        RawTarget(desk_place.server.env, "chat", "chat") as chat,
        DeskSession(desk_place, tmp_path / "data", book, options),
    ):
        desk_place.screen.activate(chat.window_id)
        dock = desk_place.screen.wait_for_window("qtdesk", "dock")
        desk_place.drag(dock, _WIDTH + 300)
        wait_for(lambda: _left_of(desk_place) >= _WIDTH, "the dock on the right")
        desk_place.unplug_the_right_one()
        wait_for(lambda: _right_of(desk_place) <= _WIDTH, "the dock on the left")
        assert desk_place.screen.active() == chat.window_id
