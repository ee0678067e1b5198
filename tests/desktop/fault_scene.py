"""A paste on which something goes wrong: who is there, and what each of them gets."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from tests.desktop.clipboard_eye import ClipboardEye
from tests.desktop.desk_session import DeskSession, write_book
from tests.desktop.others import RICH, ClipboardOwner, RawTarget
from tests.desktop.screen import Screen
from tests.desktop.waiting import wait_for
from tests.desktop.xserver import XServer

TEXTS = {
    "short": "在的，您说～",
    "lines": "您好，亲 😊\n第二行：满 199 减 20\n\n\tTab & <b>tags</b>",
    "long": "亲，" + "发货时间以订单页为准。\n" * 2200 + "😊完",
}
SHORT, LINES, LONG = TEXTS["short"], TEXTS["lines"], TEXTS["long"]
TIMEOUT_S = 2.0
"""What an impatient agent has set: how long a window may take to read."""

End = tuple[str, str, str]
"""Outcome, reason and fate as the status tells them."""
PASTED: End = ("pasted", "none", "restored")

_SEEN = frozenset({"Control_L", "Alt_L", "v"})
"""What the target may see of the keyboard: the chord, and the hotkey's modifiers."""


@dataclass(frozen=True)
class Stage:
    """A display with nothing on it but what a test puts there."""

    server: XServer
    screen: Screen


@contextmanager
def staged(server: XServer) -> Iterator[Stage]:
    """Start `server` and look at it."""
    with server:
        screen = Screen(server.env)
        try:
            yield Stage(server, screen)
        finally:
            screen.close()


def desk_on(stage: Stage, folder: Path, *arguments: str) -> DeskSession:
    """The program with `TEXTS`, not yet started."""
    book = write_book(folder / "book.yaml", TEXTS)
    return DeskSession(stage, folder / "data", book, arguments)


class Scene:
    """An agent in a chat, beside a window that nothing is meant for."""

    def __init__(self, stage: Stage, desk: DeskSession) -> None:
        """Prepare; use it in a `with`."""
        env = stage.server.env
        self.server, self.screen = stage.server, stage.screen
        self.desk, self.hands = desk, desk.hands
        self.eye = ClipboardEye(stage.server.display)
        self.owner = ClipboardOwner(env)
        self.decoy = RawTarget(env, "decoy", "decoy")
        self.chat = RawTarget(env, "张三 - chat", "chat")
        self._here = ExitStack()
        self._ended = 0

    def __enter__(self) -> Self:
        for one in (self.eye, self.owner, self.decoy, self.chat):
            self._here.enter_context(one)
        self.screen.wait_until_listed(self.decoy.window_id, self.chat.window_id)
        self.screen.activate(self.chat.window_id)
        self.owner.own(RICH)
        self._ended = self.desk.status()["paste_count"]
        return self

    def __exit__(self, *_: object) -> None:
        self._here.close()

    def end(self) -> End:
        """How the next paste ended, once it has."""
        self._ended += 1
        last = self.desk.wait_for_end(self._ended)
        return last["outcome"], last["reason"], last["fate"]

    def choose_and_hold(self, modifier: str = "ctrl") -> None:
        """Choose a phrase with a modifier held, so that its chord has to wait."""
        self.desk.open_panel()
        self.hands.type("short")
        self.hands.down("enter", modifier)
        self.hands.up("enter")
        self.wait_until_chosen(self.chat.window_id)

    def wait_until_chosen(self, target: int) -> None:
        """Return once the panel is closed and its target in front again."""
        wait_for(lambda: not self.desk.status()["panel_open"], "the choice")
        self.screen.wait_until_active(target)

    def check(
        self,
        *,
        chat: list[str],
        clipboard: str | Mapping[str, bytes] = RICH,
        seen: frozenset[str] = frozenset(),
    ) -> None:
        """Hold everything against what should be, once the paste has ended.

        `chat` are the texts that arrived there, `seen` the keys that it may have had
        besides the chord. The other window got nothing, nothing was sent, no key is
        down.
        """
        if chat:
            self.chat.wait_for("paste", len(chat))
        arrived, keys = self.chat.pastes(), self.chat.keys()
        assert arrived == chat, arrived
        assert set(keys) <= _SEEN | seen, keys
        assert self.decoy.pastes() == []
        assert set(self.decoy.keys()) <= {"Control_L", "Alt_L"}
        assert self.hands.keys_down() == set()
        if isinstance(clipboard, str):
            assert self.eye.text() == clipboard
        else:
            assert self.eye.formats() == clipboard
