"""One visit of the window of a check after the other: from the key until it is away.

Keys that come before the window can take them are kept and handed over in order.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from qtdesk.core.checks import ORDER_CHECK
from qtdesk.core.events import CheckWanted
from qtdesk.core.ports import Stroke
from qtdesk.ui.keys import event_of
from qtdesk.ui.order_check.window import OrderCheckWindow

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk
    from qtdesk.ui.bridge import Bridge
    from qtdesk.ui.theme import Appearance

_FOCUS_LOOK_MS = 10
_FOCUS_LOOKS = 100
"""As long as a window manager may take; then the agent's keys go where they go."""


class CheckVisits(QObject):
    """Opens the window when a check is wanted."""

    refused = Signal(object)  # QtdeskError
    recorded = Signal()

    def __init__(
        self,
        desk: "Desk",
        bridge: "Bridge",
        appearance: "Appearance",
        give_keys_back: Callable[[], None],
    ) -> None:
        """`give_keys_back` lets keys typed behind a hotkey go where they usually go."""
        super().__init__(bridge)
        self._desk = desk
        self._give_keys_back = give_keys_back
        self._typed_ahead: list[Stroke] = []
        self._opening = False
        platform = desk.platform
        self.window = OrderCheckWindow(desk.checks, appearance, platform.composited)
        bridge.check_wanted.connect(self.on_wanted)
        bridge.paste_ended.connect(self._on_paste_ended)
        self.window.opened_focused.connect(self._on_focused)
        self.window.closed.connect(self._on_closed)
        self.window.dismissed.connect(desk.checks.dismiss)
        self.window.read_asked.connect(self._on_read_asked)
        self.window.refused.connect(self.refused)
        self.window.recorded.connect(self.recorded)

    @Slot(object)
    def on_wanted(self, event: CheckWanted) -> None:
        """Open a check, or put the window away where it has the focus already."""
        if self._opening:
            return
        if event.by_hotkey:
            self._desk.platform.type_ahead.listen(self._on_stroke)
        # Qt calls a window active that was hidden a moment ago.
        shown = self.window.isVisible() and self.window.isActiveWindow()
        if event.by_hotkey and shown:
            self.window.close_window()
            self._desk.checks.dismiss()
            return
        self._opening = True
        self._desk.checks.open(event, self._on_ready)
        if self._desk.checks.engine is None:
            # The first check of a run: say so while its lists are loaded.
            self._show()

    def _on_ready(self) -> None:
        if not self._opening:
            # It was closed while its lists were being loaded, or more is known now.
            if self.window.isVisible():
                self.window.refresh()
            return
        self._opening = False
        self._show()
        typed, self._typed_ahead = self._typed_ahead, []
        for stroke in typed:
            self._on_stroke(stroke)

    def _show(self) -> None:
        self.window.open()
        self._desk.platform.take_focus(int(self.window.winId()))

    @Slot(str)
    def _on_read_asked(self, checklist: str) -> None:
        checks, wanted = self._desk.checks, checklist or ORDER_CHECK
        target = checks.target
        if target is not None and target.unseen:
            # Such a desktop lets nobody read but who has the focus, as we have now.
            text = QGuiApplication.clipboard().text()
            checks.take(wanted, text, self.window.start_over)
        else:
            checks.read(wanted, self.window.start_over)

    # --- keys ------------------------------------------------------------------

    def _on_stroke(self, stroke: Stroke) -> None:
        if self._opening or not self.window.isVisible():
            self._typed_ahead.append(stroke)
            return
        receiver = self.window.focusWidget() or self.window
        QCoreApplication.sendEvent(receiver, event_of(stroke))

    @Slot()
    def _on_focused(self) -> None:
        self._release_keys_when_focused(_FOCUS_LOOKS)
        target = self._desk.checks.target
        if target is not None and target.unseen and self._desk.checks.current is None:
            self._on_read_asked("")

    def _release_keys_when_focused(self, looks: int) -> None:
        if not self.window.isVisible():
            return
        focused = self._desk.platform.has_focus(int(self.window.winId()))
        if self._opening or (looks and not focused):
            again = partial(self._release_keys_when_focused, max(looks - 1, 1))
            QTimer.singleShot(_FOCUS_LOOK_MS, self, again)
        else:
            self._release_keys()

    @Slot()
    def _on_closed(self) -> None:
        self._opening = False
        self._typed_ahead.clear()
        self._release_keys()

    def _release_keys(self) -> None:
        self._desk.platform.type_ahead.release()
        self._give_keys_back()

    @Slot(object)
    def _on_paste_ended(self) -> None:
        """A text that was given out may change what is next."""
        if self.window.isVisible():
            self.window.refresh()
