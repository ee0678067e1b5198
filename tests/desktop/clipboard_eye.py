"""Reading selections as any program does, over one connection that stays open."""

from typing import Self

from tests.desktop.selection_peer import Answer, Peer
from tests.desktop.waiting import wait_for

_NO_CONTENT = frozenset({"TARGETS", "TIMESTAMP", "MULTIPLE", "SAVE_TARGETS"})
_HINT = "x-kde-passwordManagerHint"
"""What asks history tools to look away; no format of the agent's."""


class ClipboardEye:
    """Sees everything that a selection offers; use it in a `with`."""

    def __init__(self, display: str) -> None:
        """Connect."""
        self._peer = Peer(display)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._peer.close()

    def formats(self, selection: str = "CLIPBOARD") -> dict[str, bytes]:
        """Every format with its bytes; empty where nobody owns the selection."""
        listed = self._wait(self._peer.ask(selection, "TARGETS"))
        if listed.offer is None:
            return {}
        names = set(self._peer.names(listed)) - _NO_CONTENT - {_HINT}
        # All at once: an owner answers one after the other anyway.
        answers = {name: self._peer.ask(selection, name) for name in names}
        return {
            name: answer.offer.data
            if self._wait(answer).offer and answer.offer
            else b""
            for name, answer in answers.items()
        }

    def text(self, selection: str = "CLIPBOARD") -> str:
        """The plain text on a selection, or an empty one."""
        offer = self._wait(self._peer.ask(selection, "UTF8_STRING")).offer
        return offer.data.decode() if offer else ""

    def _wait(self, answer: Answer) -> Answer:
        def look() -> bool:
            self._peer.pump()
            return answer.done

        wait_for(look, "the clipboard's owner to answer")
        answer.window.destroy()
        return answer
