"""Somebody who looks at the windows of qtdesk and clicks with the mouse.

Reads the screen as a screen reader does, so that what is asserted is what can be seen.
"""

import subprocess
from typing import Protocol

from tests.desktop.accessible import AccessibleBus
from tests.desktop.waiting import DEADLINE_S, wait_for
from tests.desktop.xserver import XServer

_PROGRAM = "qtdesk"


class Place(Protocol):
    """A desktop whose programs show themselves on a bus."""

    @property
    def server(self) -> XServer: ...

    @property
    def bus(self) -> AccessibleBus: ...


class Onlooker:
    """Needs a qtdesk that was started with `env`."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self.env = place.bus.env

    def sees(self, *parts: str) -> str:
        """The first thing on the screen that says all `parts`, once there is one."""
        return wait_for(lambda: self.finds(*parts), f"{parts} on the screen")

    def finds(self, *parts: str) -> str:
        """The first thing on the screen that says all `parts` now, or nothing."""
        names = self._place.bus.names(_PROGRAM)
        return next((n for n in names if all(part in n for part in parts)), "")

    def waits_until_gone(self, part: str) -> None:
        wait_for(lambda: not self.finds(part), f"{part!r} to be gone")

    def clicks(self, name: str, button: int = 1) -> None:
        """Click on what is called `name`."""
        self.clicks_at(*self._place.bus.middle_of(_PROGRAM, name), button)

    def clicks_at(self, x: int, y: int, button: int = 1) -> None:
        subprocess.run(
            ["xdotool", "mousemove", str(x), str(y), "click", str(button)],
            env=self._place.server.env,
            check=True,
            timeout=DEADLINE_S,
        )
