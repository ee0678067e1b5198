"""Qt's clipboard as the core's `Clipboard`, for desktops that lend it only on focus.

A clip can be offered and its readings are seen. What was there before can neither be
read nor put back without the focus, and this says so.
"""

from collections.abc import Callable

from PySide6.QtCore import QMetaType, QMimeData, QObject, Slot
from PySide6.QtGui import QGuiApplication

from qtdesk.core.ports import Clip, Reader, Saved, Snapshot, Target
from qtdesk.ui.clip_forms import fill


class _Offer(QMimeData):
    """A clip that is handed over when it is asked for."""

    def __init__(self, clip: Clip, read: Callable[[Reader], None]) -> None:
        super().__init__()
        self._read = read
        fill(self, clip)

    def retrieveData(self, kind: str, wanted: QMetaType | QMetaType.Type) -> object:
        data: object = super().retrieveData(kind, wanted)
        self._read(Reader.UNKNOWN)
        return data


class LentClipboard(QObject):
    """Implements `Clipboard`."""

    sees_every_read = True

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._clip: Clip | None = None
        self._stamp = 0
        self._lost: Callable[[Reader], None] = _nothing
        self._clipboard.dataChanged.connect(self._on_changed)

    def stamp(self) -> int:
        return self._stamp

    def snapshot(self, done: Callable[[Snapshot], None]) -> None:
        done(Snapshot(Saved.UNREADABLE, {}, self._stamp))

    def publish(
        self,
        clip: Clip,
        target: Target | None,
        read: Callable[[Reader], None],
        lost: Callable[[Reader], None],
    ) -> bool:
        del target
        self._lost = _nothing
        # Owned by Qt from here on.
        self._clipboard.setMimeData(_Offer(clip, read))
        self._clip = clip if self.owns() else None
        self._lost = lost if self.owns() else _nothing
        return self.owns()

    def owns(self) -> bool:
        return self._clipboard.ownsClipboard()

    def holds(self, clip: Clip, answer: Callable[[bool], None]) -> None:
        del clip
        answer(False)

    def restore(self, snapshot: Snapshot) -> bool:
        del snapshot
        return False

    def keep(self, clip: Clip) -> bool:
        """Leave it where it is offered already: anew would need the focus."""
        if self._clip != clip or not self.owns():
            return self.publish(clip, None, _nothing, _nothing)
        self._lost = _nothing
        return True

    @Slot()
    def _on_changed(self) -> None:
        if not self.owns():
            self._stamp += 1
            self._clip = None
            lost, self._lost = self._lost, _nothing
            lost(Reader.UNKNOWN)


def _nothing(_reader: Reader) -> None:
    """Nobody wants to know."""
