"""Takes pictures of the dock: `python -m tests.desktop.dock_pictures FOLDER`.

On a display of its own, with the sample books and an editor in the place of a chat. The
agent's own data are left alone. Two of the pictures are in docs.
"""

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from tests.desktop.accessible import AccessibleBus
from tests.desktop.desk_session import DeskSession
from tests.desktop.onlooker import Onlooker
from tests.desktop.programs import Mousepad, Workplace
from tests.desktop.screen import Screen
from tests.desktop.waiting import DEADLINE_S, wait_for
from tests.desktop.xserver import XServer

_ROOT = Path(__file__).parents[2]
_SIZES = {1: "1500x760", 2: "3000x1520"}
_AROUND = 16
_STILL = 5
"""Looks, each a tenth of a second after the other, at the same place."""


class Look(NamedTuple):
    """One picture."""

    theme: str
    language: str
    scale: int
    title: str
    """What stands in the title of the dock."""
    plus: str
    """What the plus for another buyer is called."""
    prompt: str
    """What stands in the title of the window it opens."""
    buyers: tuple[str, ...]
    stage: str
    rows: tuple[str, ...]
    """Begins of cards that are clicked first, so that something follows them."""

    @property
    def name(self) -> str:
        parts = [f"dock-{self.language}", self.theme]
        return "-".join([*parts, f"{100 * self.scale}"]) + ".png"


_CHINESE = (
    *("侧边栏", "再开一个买家", "买家"),
    *(("yunduo8821", "amei", "4567"), "核实", ("核对 · 整单信息",)),
)
_ENGLISH = (
    *("dock", "Open another buyer", "buyer"),
    *(("Cloud8821", "May", "4567"), "Order check", ("Check · whole",)),
)
LOOKS = tuple(
    Look(theme, language, scale, *words)
    for language, words in (("zh_CN", _CHINESE), ("en", _ENGLISH))
    for theme in ("light", "dark")
    for scale in (1, 2)
)


def take(look: Look, folder: Path, home: Path) -> None:
    """Take one picture into `folder`."""
    with XServer(_SIZES[look.scale]) as server:
        screen = Screen(server.env)
        bus = AccessibleBus(server, home)
        place = Workplace(server, screen, bus, home)
        eyes = Onlooker(place)
        chat = Mousepad(place)
        chat.start()
        settings = {"dock_shown": "on", "theme": look.theme, "language": look.language}
        options = [f"--set={name}={value}" for name, value in settings.items()]
        scaled = {**eyes.env, "QT_SCALE_FACTOR": str(look.scale)}
        book = [f"--book={_ROOT / 'phrasebooks' / 'general-en-US.yaml'}"]
        if look.language == "en":
            options += book
        with DeskSession(place, home / "data", None, options, scaled) as desk:
            chat.focus()
            _use(desk, eyes, place, chat.window_id, look)
            part = _part_with(place, chat.window_id, look.title)
            picture = ["-colors", "256", str(folder / look.name)]
            subprocess.run(
                ["import", "-window", "root", "-crop", part, "+repage", *picture],
                env=server.env,
                check=True,
                timeout=DEADLINE_S,
            )
        chat.stop()
        bus.close()
        screen.close()


def _wait_until_still(place: Workplace, title: str) -> None:
    """Return once the dock has come to its place beside the chat."""
    dock = place.screen.wait_for_window("qtdesk", title)
    areas = [place.screen.area(dock)]

    def look() -> bool:
        areas.append(place.screen.area(dock))
        return len(areas) > _STILL and len(set(areas[-_STILL:])) == 1

    wait_for(look, "the dock to stand still", step=0.1)


def _part_with(place: Workplace, chat: int, title: str) -> str:
    """The part of the screen with the dock and what it stands beside."""
    dock = place.screen.wait_for_window("qtdesk", title)
    areas = [place.screen.area(window) for window in (chat, dock)]
    left = min(area[0] for area in areas) - _AROUND
    top = min(area[1] for area in areas) - 2 * _AROUND
    # What qtdesk says at its first start is right of it.
    right = max(area[0] + area[2] for area in areas)
    bottom = max(area[1] + area[3] for area in areas) + _AROUND
    return f"{right - left}x{bottom - top}+{left}+{top}"


def _use(
    desk: DeskSession, eyes: Onlooker, place: Workplace, chat: int, look: Look
) -> None:
    def click(spot: tuple[int, int]) -> None:
        # Qt tells of places as if it did not scale.
        eyes.clicks_at(*(each * look.scale for each in spot))

    _wait_until_still(place, look.title)
    for buyer in look.buyers:
        click(place.bus.middle_of("qtdesk", look.plus))
        prompt = place.screen.wait_for_window("qtdesk", look.prompt)
        place.screen.wait_until_active(prompt)
        desk.hands.type(buyer.lower())
        desk.hands.tap("enter")
        place.screen.wait_until_active(chat)
    for name in (look.buyers[0].lower(), look.stage):
        click(place.bus.middle_of("qtdesk", name))
    for start in look.rows:
        wait_for(lambda start=start: eyes.finds(start), start)  # type: ignore[misc]  # a lambda's default
        spot = place.bus.first_middle_of("qtdesk", start)
        count = desk.status()["paste_count"]
        click(spot)
        desk.wait_for_end(count + 1)


def main(folder: Path) -> None:
    for look in LOOKS:
        with tempfile.TemporaryDirectory() as home:
            take(look, folder, Path(home))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
