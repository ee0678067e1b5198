"""The X11 clipboards keep the contract, on a real X server among raw X programs."""

from collections.abc import Iterator, Mapping

import pytest

from qtdesk.core.ports import Target
from qtdesk.platforms.x11.clipboard import SelectionClipboard
from tests.contracts.clipboard_contract import ClipboardContract, ClipboardWorld
from tests.desktop.selection_peer import Offer
from tests.desktop.selection_world import SelectionWorld


class XWorld(SelectionWorld):
    """The contract's words, said to raw X programs."""

    text_format = "UTF8_STRING"
    html_format, picture_format = "text/html", "image/png"

    def __init__(self, display: str, selection: str) -> None:
        super().__init__(display)
        self.selection = selection
        self.clipboard = SelectionClipboard(self.connection, selection)
        self.owner = self.peer()
        self.reader = self.peer()
        self.pasting = self.peer()
        self.target = Target(1, self.pasting.client, 0, "shop", "buyer")

    def copy(self, formats: Mapping[str, bytes]) -> None:
        stamp = self.clipboard.stamp()
        offers = {name: Offer(data, name) for name, data in formats.items()}
        self.owner.copy(self.selection, offers)
        assert self.wait(lambda: self.clipboard.stamp() != stamp)

    def hang(self) -> None:
        self.peers.remove(self.owner)

    def die(self) -> None:
        self.peers.remove(self.owner)
        self.owner.close()

    def read(self, name: str, *, by_target: bool = False) -> bytes | None:
        peer = self.pasting if by_target else self.reader
        answer = self.ask(peer, self.selection, name)
        return answer.offer.data if answer.offer else None

    def look(self) -> tuple[str, ...]:
        answer = self.ask(self.reader, self.selection, "TARGETS")
        return tuple(self.reader.names(answer)) if answer.offer else ()

    def meddle(self) -> None:
        tool = self.peer()
        tool.takes_over.add(self.selection)
        tool.watch(self.selection)


@pytest.mark.desktop
class TestSelectionClipboard(ClipboardContract):
    @pytest.fixture(params=["CLIPBOARD", "PRIMARY"])
    def world(
        self, x_display: str, request: pytest.FixtureRequest
    ) -> Iterator[ClipboardWorld]:
        world = XWorld(x_display, request.param)
        yield world
        world.close()
