"""The window of a copied text: opened over the chat, worked by keys, away again.

Keys act when they are let go, because one that is down would be in the way of a paste.
It hides before a paste, so that the target can have the focus.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent

from qtdesk.ui import placement
from qtdesk.ui.copied_text.body import WIDTH, CopiedTextBody
from qtdesk.ui.floating import FloatingWindow
from qtdesk.ui.keys import ENTER_KEYS
from qtdesk.ui.theme import Appearance

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from qtdesk.core.copied_text import CopiedText

_FOCUS_CHECK_MS = 150
"""Longer than Qt itself waits for a lost focus to come back (100 ms on X11)."""
_NONE = Qt.KeyboardModifier.NoModifier
_CTRL = Qt.KeyboardModifier.ControlModifier


class CopiedTextWindow(FloatingWindow):
    """Shows one copied text; see `CopiedTextVisits` for when."""

    opened_focused = Signal()
    closed = Signal()

    def __init__(
        self,
        copied: "CopiedText",
        appearance: Appearance,
        composited: Callable[[], bool],
        enter_is_held: Callable[[], bool],
    ) -> None:
        super().__init__(appearance, composited)
        self._copied = copied
        self._enter_is_held = enter_is_held
        self._armed: Qt.KeyboardModifier | None = None
        """What was held at the press of Enter whose release will act."""
        self._awaited = False
        self._focus_check = QTimer(self, interval=_FOCUS_CHECK_MS)
        self._focus_check.timeout.connect(self._on_focus_overdue)
        self.body_widget = CopiedTextBody(appearance, self)
        self.body_widget.better_clicked.connect(self.take_better)
        self.body_widget.paste_clicked.connect(self.paste)
        self.body_widget.back_clicked.connect(self.leave)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._retranslate()
        self.winId()

    # --- for whoever opens it --------------------------------------------------

    def open(self) -> None:
        """Show what is copied over its target; `opened_focused` follows."""
        self.refresh()
        target = self._copied.target
        area = target.area if target is not None else None
        screen = placement.screen_for(area)
        if self.windowHandle().screen() is not screen:
            self.windowHandle().setScreen(screen)
        self.move(placement.beside(area, self.size(), screen))
        self._awaited = True
        self.show()
        self.rise()
        self.activateWindow()
        self.setFocus()
        self._focus_check.start()

    @Slot()
    def refresh(self) -> None:
        """Show the text that is copied, and what is to be said of it."""
        copied, body = self._copied, self.body_widget
        remarks, target = copied.remarks, copied.target
        able = target is not None and bool(copied.text) and copied.may_be_pasted
        body.show_text(copied.text, remarks, target.called if target else "")
        body.show_keys(better=remarks.better is not None, paste=able)
        body.ensurePolished()
        self.settle(WIDTH, body.sizeHint().height())
        self.update()

    def close_window(self) -> None:
        """Hide, and let nothing of the text stay."""
        if self.isVisible():
            self._put_away()

    def _put_away(self) -> None:
        self._awaited, self._armed = False, None
        self._focus_check.stop()
        self.hide()
        self._copied.forget()
        self.refresh()
        self.closed.emit()

    # --- what is done with the text --------------------------------------------

    @Slot()
    def take_better(self) -> None:
        """Put the better wording on the clipboard; without one this only leaves."""
        if self._copied.remarks.better is not None:
            self._copied.copy()
        self.leave()

    @Slot()
    def paste(self) -> None:
        """Paste the better wording, or the text, into the window that was in front."""
        target = self._copied.target
        if target is None or not self._copied.may_be_pasted:
            return
        if not target.unseen:
            self.hide()
        # A desktop that tells of no window lets only the one with the focus copy.
        self._copied.paste()
        self._put_away()

    @Slot()
    def leave(self) -> None:
        """Close; the target gets the focus back, and all else is as it was."""
        self._copied.dismiss()
        self.close_window()

    # --- Qt's events -----------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in ENTER_KEYS:
            if not event.isAutoRepeat():
                self._armed = held if held in (_NONE, _CTRL) else None
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.body_widget.text.scroll_by(1 if event.key() == Qt.Key.Key_Down else -1)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        armed = self._armed
        if event.isAutoRepeat() or event.key() not in ENTER_KEYS or armed is None:
            return
        # Repeats of a held key look like this, too; the next would go to the chat.
        if self._enter_is_held():
            return
        self._armed = None
        if armed == _CTRL:
            self.paste()
        else:
            self.take_better()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._awaited and self.isActiveWindow():
            self._awaited = False
            self._focus_check.stop()
            QTimer.singleShot(0, self, self.opened_focused.emit)

    def paint_body(self, painter: QPainter) -> None:
        self.body_widget.paint_behind(painter, self.body(), self.theme)

    def closeEvent(self, event: "QCloseEvent") -> None:
        # By its desktop; the end of the program needs no focus given back.
        if event.spontaneous():
            event.ignore()
            self.leave()

    @Slot()
    def _on_focus_overdue(self) -> None:
        if self.mend_activation():
            self.setFocus()
            self.update()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("qtdesk: what is copied"))
        self.body_widget.retranslate()
        self.refresh()
