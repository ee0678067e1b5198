"""What a plain copy took the place of, for as long as it may be brought back.

By the agent's hand only; nothing here acts by itself.
"""

from qtdesk.core.ports import Clipboard, Snapshot


class WayBack:
    """The latest such snapshot, with the clipboard it belongs on."""

    def __init__(self) -> None:
        self._replaced: tuple[Clipboard, Snapshot, int] | None = None

    def remember(self, clipboard: Clipboard, snapshot: Snapshot) -> None:
        """Our text stands on `clipboard` as of now, in the place of `snapshot`."""
        self._replaced = (clipboard, snapshot, clipboard.stamp())

    @property
    def open(self) -> bool:
        """Whether our text still stands there."""
        if self._replaced is None:
            return False
        clipboard, _, stamp = self._replaced
        return clipboard.stamp() == stamp

    def go(self) -> bool:
        """Restore it; False where nothing could be."""
        if self._replaced is None or not self.open:
            return False
        clipboard, snapshot, _ = self._replaced
        self._replaced = None
        return clipboard.restore(snapshot)
