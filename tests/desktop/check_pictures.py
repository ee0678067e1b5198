"""Takes pictures of the order check: `python -m tests.desktop.check_pictures FOLDER`.

On a display of its own, with an editor in the place of a chat; the agent's own data are
left alone. The Chinese ones in single size are in docs.
"""

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from tests.check_world import BOTH
from tests.desktop.accessible import AccessibleBus
from tests.desktop.desk_session import DeskSession, write_book
from tests.desktop.others import ClipboardOwner
from tests.desktop.programs import Mousepad, Workplace
from tests.desktop.screen import Screen
from tests.desktop.waiting import DEADLINE_S, wait_for
from tests.desktop.xserver import XServer

_SIZES = {1: "1300x800", 2: "2600x1600"}
_STILL = 5
"""Looks, each a tenth of a second after the other, at the same place."""
_TITLES = {"zh_CN": "核单", "en": "order check"}


class Look(NamedTuple):
    """One picture."""

    theme: str
    language: str
    scale: int

    @property
    def name(self) -> str:
        return f"order-check-{self.language}-{self.theme}-{100 * self.scale}.png"


LOOKS = tuple(
    Look(theme, language, scale)
    for language in _TITLES
    for theme in ("light", "dark")
    for scale in (1, 2)
)


def take(look: Look, folder: Path, home: Path) -> None:
    """Take one picture into `folder`."""
    with XServer(_SIZES[look.scale]) as server:
        screen = Screen(server.env)
        bus = AccessibleBus(server, home)
        place = Workplace(server, screen, bus, home)
        chat = Mousepad(place)
        chat.start()
        settings = {"theme": look.theme, "language": look.language, "agent": "小林"}
        options = [f"--set={name}={value}" for name, value in settings.items()]
        book = write_book(home / "book.yaml", {"hi": "您好"})
        scaled = {"QT_SCALE_FACTOR": str(look.scale)}
        with (
            DeskSession(place, home / "data", book, options, scaled) as desk,
            ClipboardOwner(server.env) as owner,
        ):
            chat.focus()
            owner.copy(BOTH)
            # The first key of a display changes its keyboard, and grabs are made anew.
            desk.hands.tap("shift")
            wait_for(lambda: desk.status()["check"]["loaded"], "the lists")
            desk.hands.tap("ctrl+alt+h")
            wait_for(lambda: desk.status()["check"]["shown"], "the check")
            window = screen.wait_for_window("qtdesk", _TITLES[look.language])
            screen.wait_until_active(window)
            wait_for(lambda: desk.status()["check"]["counts"], "the verdicts")
            left, top, width, height = still(screen, window)
            picture = ["-colors", "256", str(folder / look.name)]
            part = f"{width}x{height}+{left}+{top}"
            subprocess.run(
                ["import", "-window", "root", "-crop", part, "+repage", *picture],
                env=server.env,
                check=True,
                timeout=DEADLINE_S,
            )
        chat.stop()
        bus.close()
        screen.close()


def still(screen: Screen, window: int) -> tuple[int, int, int, int]:
    """Where a window is, once it has stood there for a while."""
    areas = [screen.area(window)]

    def look() -> bool:
        areas.append(screen.area(window))
        return len(areas) > _STILL and len(set(areas[-_STILL:])) == 1

    wait_for(look, "the window to stand still", step=0.1)
    return areas[-1]


def main(folder: Path) -> None:
    for look in LOOKS:
        with tempfile.TemporaryDirectory() as home:
            take(look, folder, Path(home))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
