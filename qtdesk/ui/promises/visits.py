"""One visit of the popover after the other: from the key until a digit was chosen.

Keys that come before the popover can take them are kept and handed over in order.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from qtdesk.core.events import PromiseWanted
from qtdesk.core.ports import Stroke
from qtdesk.core.promise_desk import About
from qtdesk.ui.keys import event_of
from qtdesk.ui.promises.popover import PromisePopover

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk
    from qtdesk.ui.theme import Appearance

_FOCUS_LOOK_MS = 10
_FOCUS_LOOKS = 100
"""As long as a window manager may take; then the agent's keys go where they go."""


class PromiseVisits(QObject):
    """Opens the popover when a promise is wanted."""

    list_asked = Signal()
    made = Signal(object)  # Promise

    def __init__(
        self,
        desk: "Desk",
        appearance: "Appearance",
        give_keys_back: Callable[[], None],
        parent: QObject,
    ) -> None:
        """`give_keys_back` lets keys typed behind a hotkey go where they usually go."""
        super().__init__(parent)
        self._desk, self._promises = desk, desk.promises
        self._give_keys_back = give_keys_back
        self._typed_ahead: list[Stroke] = []
        self._about = About()
        served = (self._promises.book.wall, appearance, desk.platform.composited)
        self.popover = PromisePopover(*served)
        self.popover.chosen.connect(self._on_chosen)
        self.popover.list_asked.connect(self.list_asked)
        self.popover.opened_focused.connect(self._on_focused)
        self.popover.closed.connect(self._on_closed)
        self.popover.dismissed.connect(self._promises.dismiss)

    @Slot(object)
    def on_wanted(self, event: PromiseWanted) -> None:
        """Open the popover; the key pressed again asks for the list."""
        if event.by_hotkey:
            self._desk.platform.type_ahead.listen(self._on_stroke)
        if self.popover.isVisible():
            self.popover.close_window()
            self.list_asked.emit()
            return
        self._about = self._promises.open()
        target = self._promises.target
        area = target.area if target is not None else None
        self.popover.open(self._about, area, len(self._promises.book.mine))
        self._desk.platform.take_focus(int(self.popover.winId()))
        typed, self._typed_ahead = self._typed_ahead, []
        for stroke in typed:
            self._on_stroke(stroke)

    @Slot(str, object)
    def _on_chosen(self, matter: str, due: datetime) -> None:
        made = self._promises.make(self._about._replace(matter=matter), due)
        self._promises.dismiss()
        self.made.emit(made)

    # --- keys ------------------------------------------------------------------

    def _on_stroke(self, stroke: Stroke) -> None:
        if not self.popover.isVisible():
            self._typed_ahead.append(stroke)
            return
        receiver = self.popover.focusWidget() or self.popover
        QCoreApplication.sendEvent(receiver, event_of(stroke))

    @Slot()
    def _on_focused(self) -> None:
        self._release_keys_when_focused(_FOCUS_LOOKS)

    def _release_keys_when_focused(self, looks: int) -> None:
        if not self.popover.isVisible():
            return
        focused = self._desk.platform.has_focus(int(self.popover.winId()))
        if looks and not focused:
            again = partial(self._release_keys_when_focused, looks - 1)
            QTimer.singleShot(_FOCUS_LOOK_MS, self, again)
        else:
            self._release_keys()

    @Slot()
    def _on_closed(self) -> None:
        self._release_keys()
        # What came behind the last key is for nobody: least of all the next promise.
        self._typed_ahead.clear()

    def _release_keys(self) -> None:
        self._desk.platform.type_ahead.release()
        self._give_keys_back()
