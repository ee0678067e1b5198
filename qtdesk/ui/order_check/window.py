"""The window of a check: opened over the chat, worked by keys, away again.

It shows what has come of the agent's answers, and hides before a paste, so that the
target can have the focus.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QScreen,
)

from qtdesk.core.checklists import MadeText
from qtdesk.core.errors import QtdeskError
from qtdesk.ui import placement
from qtdesk.ui.floating import FloatingWindow
from qtdesk.ui.order_check.actions import CheckActions
from qtdesk.ui.order_check.body import CheckBody
from qtdesk.ui.order_check.menus import CheckMenus
from qtdesk.ui.order_check.next_step import next_step
from qtdesk.ui.order_check.rows import rows_of
from qtdesk.ui.order_check.window_keys import WindowKeys
from qtdesk.ui.order_check.wording import Wording
from qtdesk.ui.theme import Appearance
from qtdesk.ui.translations import language_now
from qtdesk.ui.words import tell_error

if TYPE_CHECKING:
    from qtdesk.core.checks import Checks

_FOCUS_CHECK_MS = 150
"""Longer than Qt itself waits for a lost focus to come back (100 ms on X11)."""


class OrderCheckWindow(FloatingWindow):
    """Shows the check at hand; see `CheckVisits` for when."""

    opened_focused = Signal()
    closed = Signal()
    dismissed = Signal()
    """Escape: the target should have the focus back."""
    read_asked = Signal(str)
    """The id of a list, to be filled from what is copied now."""
    refused = Signal(object)  # QtdeskError
    recorded = Signal()

    def __init__(
        self, checks: "Checks", appearance: Appearance, composited: Callable[[], bool]
    ) -> None:
        super().__init__(appearance, composited)
        self._checks = checks
        self._wording = Wording(self)
        self._opened: set[str] = set()
        """Blocks that show each of their entries."""
        self._picked = ""
        """The output whose text is shown; empty for the one that Enter pastes."""
        self._awaited = False
        self._focus_check = QTimer(self, interval=_FOCUS_CHECK_MS)
        self._focus_check.timeout.connect(self._on_focus_overdue)
        self.body_widget = CheckBody(appearance, self, checks.texts.remarks)
        self._menus = CheckMenus(checks, self)
        self._actions = CheckActions(checks, self)
        self._keys = WindowKeys(
            *(self._actions, self._leave, self._show_more, self._copy_shown),
            checks.enter_is_held,
        )
        self._connect()
        self._retranslate()
        self._fit(self.screen())
        self.winId()

    def _connect(self) -> None:
        body, entries = self.body_widget, self.body_widget.entries
        actions, menus = self._actions, self._menus
        entries.enter_released.connect(self._on_enter_released)
        entries.answered.connect(actions.answer)
        entries.reset_asked.connect(actions.reset)
        entries.reason_given.connect(actions.let_pass)
        entries.blocks_opened.connect(self._on_blocks_opened)
        entries.selectionModel().currentChanged.connect(self._show_actions)
        body.source.piece_chosen.connect(menus.ask_field)
        body.text_picked.connect(self._on_text_picked)
        body.footer.primary_clicked.connect(actions.take_step)
        body.footer.kind_clicked.connect(actions.copy_kind)
        body.footer.more_clicked.connect(self._show_more)
        menus.preset_chosen.connect(actions.apply)
        menus.field_chosen.connect(actions.assign)
        menus.text_chosen.connect(actions.copy)
        menus.check_chosen.connect(actions.turn_to)
        menus.list_chosen.connect(self.read_asked)
        menus.pass_asked.connect(entries.ask_reason)
        menus.finish_asked.connect(actions.finish)
        menus.refuse_asked.connect(actions.refuse)
        menus.forget_asked.connect(actions.forget)
        actions.changed.connect(self.refresh)
        actions.turned.connect(self.start_over)
        actions.forbidden.connect(self._say_forbidden)
        actions.copied.connect(self._say_copied)
        actions.look_asked.connect(entries.look_at)
        actions.away_asked.connect(self.close_window)
        actions.left.connect(self._leave)
        actions.read_asked.connect(self.read_asked)
        actions.recorded.connect(self.recorded)
        actions.not_recorded.connect(self.refused)

    # --- for whoever opens it --------------------------------------------------

    def open(self) -> None:
        """Show the check at hand over its target; `opened_focused` follows."""
        self.start_over()
        target = self._checks.target
        area = target.area if target is not None else None
        screen = placement.screen_for(area)
        self._fit(screen)
        if self.windowHandle().screen() is not screen:
            self.windowHandle().setScreen(screen)
        if not self.isVisible():
            self.move(placement.next_to(area, self.size(), screen))
        self._awaited = True
        self._checks.shown = True
        self.show()
        self.rise()
        self.activateWindow()
        self.body_widget.entries.setFocus()
        self.update()
        self._focus_check.start()

    def _fit(self, screen: QScreen) -> None:
        """Be as large as this screen allows; what is too much scrolls."""
        wanted = self.body_widget.sizeHint()
        most = screen.availableGeometry().height() - 2 * self.margin
        self.settle(wanted.width(), min(wanted.height(), most))

    def close_window(self) -> None:
        """Hide; the check stays at hand."""
        self._awaited = False
        self._keys.forget()
        self._focus_check.stop()
        if self.isVisible():
            self._checks.shown = False
            self.hide()
            QGuiApplication.inputMethod().reset()
            self.closed.emit()

    # --- showing ---------------------------------------------------------------

    @Slot()
    def start_over(self) -> None:
        """Show the check at hand as if nobody had seen it yet."""
        self._opened.clear()
        self._picked = ""
        self._show("")

    @Slot()
    def refresh(self) -> None:
        """Show how the check at hand stands, and go on to what needs the agent."""
        entry = self.body_widget.entries.entry
        self._show(entry.id if entry is not None else "")

    def _show(self, stay_at: str) -> None:
        self._checks.language = language = language_now()
        check, standing = self._checks.current, self._checks.standing
        if check is None or standing is None:
            self._show_empty()
            return
        entry = standing.entry(stay_at)
        if entry is None or not entry.blocks:
            entry = standing.next
        rows = rows_of(standing, check.checklist, language, self._opened)
        current = entry.id if entry is not None else ""
        self.body_widget.show_check(check, standing, rows, current)
        self._show_actions()
        self.update()

    def _show_empty(self) -> None:
        checks = self._checks
        if checks.problem is not None:
            self.body_widget.show_empty(*tell_error(checks.problem))
        elif checks.engine is None:
            self.body_widget.show_empty(self.tr("Loading the checklists…"), "")
        else:
            title = self.tr("No order was copied")
            hint = self.tr("Copy the order with its address, then press Ctrl+V here.")
            self.body_widget.show_empty(title, hint)

    @Slot()
    def _show_actions(self) -> None:
        standing = self._checks.standing
        if standing is None:
            return
        step = next_step(standing)
        target = self._checks.target
        called = target.called if target is not None else ""
        current = self.body_widget.entries.entry
        hint = self._wording.hint(standing, current, called)
        footer = self.body_widget.footer
        footer.show_step(standing, step, self._wording.step(step), hint)
        texts = list(standing.texts)
        shown = standing.text(self._picked) or step.text
        if shown is None and texts:
            shown = texts[0]
        self.body_widget.show_texts(tuple(texts), shown)

    @Slot(object)
    def _say_forbidden(self, error: QtdeskError) -> None:
        title, rest = tell_error(error)
        said = " ".join((title, rest.replace("\n", " "))).strip()
        self.body_widget.footer.say(said, wrong=True)

    @Slot(object)
    def _say_copied(self, made: MadeText) -> None:
        said = self.tr("Copied: {label}").format(label=made.label)
        self.body_widget.footer.say(said)

    @Slot()
    def _on_enter_released(self) -> None:
        # Repeats of a held key look like this, too; the next would go to the chat.
        if not self._checks.enter_is_held():
            self._actions.take_step()

    @Slot(object)
    def _on_blocks_opened(self, blocks: frozenset[str]) -> None:
        self._opened |= blocks
        self.refresh()

    @Slot(str)
    def _on_text_picked(self, output: str) -> None:
        self._picked = output
        self._show_actions()

    @Slot()
    def _show_more(self) -> None:
        button = self.body_widget.footer.more
        entry = self.body_widget.entries.entry
        may_pass = entry is not None and entry.blocks
        self._menus.show_more(button, self._checks.standing, may_pass=may_pass)

    @Slot()
    def _leave(self) -> None:
        self.close_window()
        self.dismissed.emit()

    # --- keys ------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = self._keys.press(event)
        if text:
            self.body_widget.entries.let_type(text)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self._keys.release(event)

    def _copy_shown(self) -> None:
        standing = self._checks.standing
        if standing is not None:
            shown = standing.text(self._picked) or next_step(standing).text
            if shown is not None:
                self._actions.copy(shown)

    # --- Qt's other events -----------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
            if self.isVisible():
                self.refresh()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._awaited and self.isActiveWindow():
            self._awaited = False
            self._focus_check.stop()
            QTimer.singleShot(0, self, self.opened_focused.emit)

    def paint_body(self, painter: QPainter) -> None:
        self.body_widget.paint_behind(painter, self.body(), self.theme)

    def closeEvent(self, event: QCloseEvent) -> None:
        # By its desktop; the end of the program needs no focus given back.
        if event.spontaneous():
            event.ignore()
            self._leave()

    @Slot()
    def _on_focus_overdue(self) -> None:
        if self.mend_activation():
            self.body_widget.entries.setFocus()
            self.update()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("qtdesk: order check"))
        self.body_widget.retranslate()
