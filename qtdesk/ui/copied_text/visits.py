"""One visit of the window of a copied text after the other: from the key until away.

Keys that come before the window can take them are kept and handed over in order.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication

from qtdesk.core.events import CopiedTextWanted
from qtdesk.core.ports import Stroke
from qtdesk.ui.copied_text.window import CopiedTextWindow
from qtdesk.ui.keys import event_of

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk
    from qtdesk.ui.theme import Appearance

_FOCUS_LOOK_MS = 10
_FOCUS_LOOKS = 100
"""As long as a window manager may take; then the agent's keys go where they go."""


class CopiedTextVisits(QObject):
    """Opens the window when somebody wants to look at what is copied."""

    def __init__(
        self,
        desk: "Desk",
        appearance: "Appearance",
        give_keys_back: Callable[[], None],
        parent: QObject,
    ) -> None:
        """`give_keys_back` lets keys typed behind a hotkey go where they usually go."""
        super().__init__(parent)
        self._desk = desk
        self._give_keys_back = give_keys_back
        self._typed_ahead: list[Stroke] = []
        self._opening = False
        self.window = CopiedTextWindow(
            *(desk.copied_text, appearance, desk.platform.composited),
            desk.enter_is_held,
        )
        self.window.opened_focused.connect(self._on_focused)
        self.window.closed.connect(self._on_closed)

    @Slot(object)
    def on_wanted(self, event: CopiedTextWanted) -> None:
        """Open the window, or put it away where it has the focus already."""
        if self._opening:
            return
        if event.by_hotkey:
            self._desk.platform.type_ahead.listen(self._on_stroke)
            # Qt may hold a window for active that was hidden a moment ago.
            if self.window.isVisible() and self.window.isActiveWindow():
                self.window.leave()
                return
        self._opening = True
        self._desk.copied_text.open(self._on_ready)

    def _on_ready(self) -> None:
        self._opening = False
        self.window.open()
        self._desk.platform.take_focus(int(self.window.winId()))
        typed, self._typed_ahead = self._typed_ahead, []
        for stroke in typed:
            self._on_stroke(stroke)

    def _on_stroke(self, stroke: Stroke) -> None:
        if self.window.isVisible():
            QCoreApplication.sendEvent(self.window, event_of(stroke))
        else:
            self._typed_ahead.append(stroke)

    @Slot()
    def _on_focused(self) -> None:
        self._release_keys_when_focused(_FOCUS_LOOKS)
        copied = self._desk.copied_text
        if copied.target is not None and copied.target.unseen:
            # Such a desktop lets nobody read but who has the focus, as we have now.
            copied.take(QGuiApplication.clipboard().text())
            self.window.refresh()

    def _release_keys_when_focused(self, looks: int) -> None:
        if not self.window.isVisible():
            return
        if looks and not self._desk.platform.has_focus(int(self.window.winId())):
            again = partial(self._release_keys_when_focused, looks - 1)
            QTimer.singleShot(_FOCUS_LOOK_MS, self, again)
        else:
            self._release_keys()

    @Slot()
    def _on_closed(self) -> None:
        self._typed_ahead.clear()
        self._release_keys()

    def _release_keys(self) -> None:
        self._desk.platform.type_ahead.release()
        self._give_keys_back()
