"""Takes pictures of every list: `python -m tests.desktop.list_pictures FOLDER [ID]`.

Each list that is offered is opened by the launcher's own keys over an editor in the
place of a chat, filled from the sample order; and the launcher itself. The agent's own
data are left alone. What comes of it is in docs/pictures/lists.
"""

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from qtdesk.core.checks import ORDER_CHECK
from qtdesk.order_desk import sample_order
from tests.checking_room import shipped_lists
from tests.desktop.accessible import AccessibleBus
from tests.desktop.check_pictures import Look, still
from tests.desktop.desk_session import HOTKEY, DeskSession, write_book
from tests.desktop.others import ClipboardOwner
from tests.desktop.programs import Mousepad, Workplace
from tests.desktop.screen import Screen
from tests.desktop.waiting import DEADLINE_S, wait_for
from tests.desktop.xserver import XServer

_SIZES = {1: "1300x800", 2: "2600x1600"}
_TITLES = {"zh_CN": ("核单", "话术"), "en": ("order check", "phrases")}
EACH = Look("light", "zh_CN", 1)
"""Of every list; the other look is taken of one."""
OTHER = Look("dark", "en", 2)
_COLOURS = "64"


class Scene:
    """A desk on a display of its own, and what is cut out of it."""

    def __init__(
        self, desk: DeskSession, place: Workplace, look: Look, folder: Path
    ) -> None:
        self.desk, self.screen, self.folder = desk, place.screen, folder
        self.env = place.server.env
        self.check_title, self.panel_title = _TITLES[look.language]

    def open_launcher(self) -> None:
        self.desk.hands.tap(HOTKEY)
        wait_for(lambda: self.desk.status()["panel_open"], "the panel")
        self.desk.hands.tap("slash")

    def choose(self, list_id: str) -> None:
        """By its id: the digits reach nine of them."""
        for letter in list_id.casefold():
            self.desk.hands.tap("minus" if letter == "-" else letter)
        self.desk.hands.tap("enter")
        wait_for(lambda: self.desk.status()["check"]["list"] == list_id, list_id)
        window = self.screen.wait_for_window("qtdesk", self.check_title)
        self.screen.wait_until_active(window)
        wait_for(lambda: not self.desk.status()["panel_open"], "the panel to go")

    def leave(self, title: str) -> None:
        self.desk.hands.tap("escape")
        if title == self.panel_title:
            # From the launcher to phrases, and then out.
            self.desk.hands.tap("escape")
            wait_for(lambda: not self.desk.status()["panel_open"], "the panel to go")
        else:
            wait_for(lambda: not self.desk.status()["check"]["shown"], "the check")

    def picture(self, title: str, name: str) -> None:
        window = self.screen.wait_for_window("qtdesk", title)
        left, top, width, height = still(self.screen, window)
        part = f"{width}x{height}+{left}+{top}"
        path = f"png8:{self.folder / name}.png"
        subprocess.run(
            [
                *("import", "-window", "root", "-crop", part, "+repage"),
                *("+dither", "-colors", _COLOURS, path),
            ],
            env=self.env,
            check=True,
            timeout=DEADLINE_S,
        )


def take(look: Look, ids: Sequence[str], folder: Path, home: Path) -> None:
    """One picture of each of these lists, and one of the launcher."""
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
            owner.copy(sample_order())
            # The first key of a display changes its keyboard, and grabs are made anew.
            desk.hands.tap("shift")
            wait_for(lambda: desk.status()["check"]["loaded"], "the lists")
            scene = Scene(desk, place, look, folder)
            tail = "" if look == EACH else f"-{look.language}-{look.theme}"
            scene.open_launcher()
            scene.picture(scene.panel_title, f"launcher{tail}")
            scene.leave(scene.panel_title)
            for list_id in ids:
                scene.open_launcher()
                scene.choose(list_id)
                scene.picture(scene.check_title, f"{list_id}{tail}")
                scene.leave(scene.check_title)
        chat.stop()
        bus.close()
        screen.close()


def main(folder: Path, wanted: Sequence[str]) -> None:
    offered = [each.id for each in shipped_lists() if not each.draft]
    ids = [each for each in offered if each in wanted or not wanted]
    richest = [each for each in ids if each == ORDER_CHECK]
    for look, some in ((EACH, ids), (OTHER, richest)):
        with tempfile.TemporaryDirectory() as home:
            take(look, some, folder, Path(home))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
