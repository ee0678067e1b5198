"""The quick panel: type a few letters, see the text, press Enter.

Built once, hidden, and shown again at every hotkey; opening it does next to nothing.
What is done with the phrases that it finds is in `panel_choices`.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication

from qtdesk.core.inquiry import Answers
from qtdesk.core.phrases import Phrase
from qtdesk.core.ports import Stroke, Target
from qtdesk.ui import placement
from qtdesk.ui.drops import local_paths
from qtdesk.ui.floating import FloatingWindow
from qtdesk.ui.keys import event_of
from qtdesk.ui.panel_body import PanelBody
from qtdesk.ui.panel_choices import PanelChoices
from qtdesk.ui.panel_launcher import PanelLauncher
from qtdesk.ui.panel_menu import PanelMenu
from qtdesk.ui.theme import Appearance

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter, QPaintEvent

    from qtdesk.core.desk import Desk

WIDTH = 640
_FOCUS_CHECK_MS = 150
"""Longer than Qt itself waits for a lost focus to come back (100 ms on X11)."""


class QuickPanel(FloatingWindow):
    """The window of the panel: opening, searching, closing.

    It hides before it tells what was chosen, so that the target can have the focus;
    without a target it hides afterwards.
    """

    opened_focused = Signal()
    """The field has the focus and the panel has been painted."""
    message_chosen = Signal(object)  # tuple of Piece, to be pasted as one text
    message_copied = Signal(object)  # the same, to be copied
    dismissed = Signal()
    """Escape: the target should have the focus back."""
    left = Signal()
    """The agent went to another window, which keeps the focus."""
    books_asked = Signal()
    settings_asked = Signal()
    paths_dropped = Signal(list)  # of str

    def __init__(
        self, desk: "Desk", appearance: Appearance, composited: Callable[[], bool]
    ) -> None:
        super().__init__(appearance, composited)
        self._desk = desk
        self._stage: str | None = None
        self._titles: dict[str, str] = {}
        self._awaited = False
        """Whether `opened_focused` is still to come."""
        self._was_focused = False
        self._focus_check = QTimer(self)
        self._focus_check.setInterval(_FOCUS_CHECK_MS)
        self._focus_check.timeout.connect(self._on_focus_overdue)
        self._body = PanelBody(desk, appearance, self)
        self._choices = PanelChoices(desk, self._body, self._fresh_phrase)
        self._launcher = PanelLauncher(
            *(desk, self._body, appearance, lambda: not self._awaited)
        )
        self._menu = PanelMenu(desk, self._body, self._fresh_phrase)
        self._connect()
        self.setAcceptDrops(True)
        self._retranslate()
        self.settle(WIDTH, self._body.sizeHint().height())
        self.winId()

    # --- for the application ---------------------------------------------------

    def open(self, target: Target | None, *, by_hotkey: bool, query: str = "") -> None:
        """Show `query` and what it finds over `target`; `opened_focused` follows."""
        self._stage = None
        self._choices.begin(target, by_hotkey=by_hotkey)
        self._take_titles()
        self._body.show_target(target)
        self._body.field.start_over(query)
        self._search()
        self.settle(WIDTH, self._body.sizeHint().height())
        # From the tray the pointer is beside the tray, not where the agent works.
        area = target.area if target is not None else None
        screen = placement.screen_for(area if by_hotkey or area else None)
        if self.windowHandle().screen() is not screen:
            self.windowHandle().setScreen(screen)
        self.move(placement.beside(area, self.size(), screen))
        self._awaited = True
        self._was_focused = False
        self.show()
        self.rise()
        self.activateWindow()
        self._body.field.setFocus()
        self._focus_check.start()

    def ask(self, phrase: Phrase) -> None:
        """Show, in the open panel, the form of `phrase`, or else `phrase` itself."""
        if not self._choices.ask(phrase):
            self._body.field.setText(phrase.title)
            self._search()
            self._body.go_to(phrase)

    def feed(self, stroke: Stroke) -> None:
        """A key typed before the panel had the focus, as if typed into it."""
        QCoreApplication.sendEvent(self._body.key_taker, event_of(stroke))

    def look_again(self) -> None:
        """What texts are filled with may be known only now: show the current anew."""
        if self.isVisible() and not self._launcher.shown:
            self._choices.look_again()

    def turn_to(self, stages: Sequence[str]) -> None:
        """Show, in an open panel, the first of these stages; none is all of them."""
        elsewhere = self._choices.asking or self._body.field.wish is not None
        if self.isVisible() and not elsewhere:
            known = (stage for stage in stages if stage in self._titles)
            self._on_stage_chosen(next(known, None))

    def close_panel(self) -> None:
        """Hide, and forget what was half typed."""
        self._awaited = self._was_focused = False
        self._focus_check.stop()
        self.hide()
        self._choices.end()
        self._launcher.end()
        QGuiApplication.inputMethod().reset()

    def warm_up(self) -> None:
        """Do now what the first opening would have to do: first rows, fonts."""
        if not self.isVisible():
            self.ensurePolished()
            self._search()
            self.grab()

    @property
    def asks(self) -> bool:
        """Whether it shows the form of a phrase."""
        return self._choices.asking

    @property
    def current(self) -> Phrase | None:
        """The phrase that Enter would choose."""
        return self._body.phrases.phrase(self._body.results.row)

    def refresh(self) -> None:
        """Search again: books changed while the panel was open."""
        if self.isVisible():
            self._take_titles()
            self._search()

    @Slot()
    def lists_changed(self) -> None:
        """Show the launcher anew, where it is shown; phrases stay where they are."""
        self._launcher.show_again()

    # --- searching -------------------------------------------------------------

    def _take_titles(self) -> None:
        stages = self._desk.books.stages()
        self._titles = {stage.key: stage.title for stage in stages}

    def _search(self) -> None:
        """Search now, however long it takes: somebody is about to choose."""
        if self._show_launcher():
            return
        self._show(self._desk.search.answers(self._body.field.query, self._stage))

    @Slot()
    def _ask(self) -> None:
        if self._show_launcher():
            return
        show = partial(self._show, completed=True)
        self._desk.search.ask(self._body.field.query, self._stage, show)

    def _show(self, answers: Answers, *, completed: bool = False) -> None:
        """Show `answers`, which are `completed` later where they are not complete."""
        if self._choices.asking or self._body.field.wish is not None:
            # Something else stands in the place of the list, which is asked for behind.
            return
        awaited = completed and not answers.complete
        self._body.show_answers(answers, self._titles, self._stage, awaited=awaited)

    def _show_launcher(self) -> bool:
        """Show what a slash asks for; False where none is typed."""
        return not self._choices.asking and self._launcher.show()

    def _fresh_phrase(self, row: int) -> Phrase | None:
        """The phrase in `row` of the answer to what is typed now."""
        if self._launcher.shown:
            return None
        if self._body.phrases.answer.asked != (self._body.field.query, self._stage):
            self._search()
        return self._body.phrases.phrase(row)

    @Slot(object)
    def _on_stage_chosen(self, stage: str | None) -> None:
        if not self._launcher.choose_stage(stage):
            self._stage = stage
            self._ask()

    @Slot()
    def _on_escaped(self) -> None:
        self.close_panel()
        self.dismissed.emit()

    @Slot()
    def _on_resized(self) -> None:
        self.settle(WIDTH, self._body.sizeHint().height())
        room = self.screen().availableGeometry()
        below = self.geometry().bottom() - room.bottom()
        if below > 0:
            self.move(self.x(), max(self.y() - below, room.top()))

    # --- Qt's events -----------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() is QEvent.Type.ActivationChange and self.isVisible():
            self.update()
            # A grab may take the activation away for a moment only: look again.
            QTimer.singleShot(0, self, self._leave_if_inactive)

    def paintEvent(self, event: "QPaintEvent") -> None:
        super().paintEvent(event)
        if self._awaited and self._has_focus():
            self._awaited = False
            self._was_focused = True
            self._focus_check.stop()
            QTimer.singleShot(0, self, self.opened_focused.emit)

    def paint_body(self, painter: "QPainter") -> None:
        self._body.paint_behind(painter, self.body(), self.theme)

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        if local_paths(event):
            event.acceptProposedAction()

    def dropEvent(self, event: "QDropEvent") -> None:
        event.acceptProposedAction()
        self.paths_dropped.emit(local_paths(event))

    @Slot()
    def _on_focus_gained(self) -> None:
        self.update()

    @Slot()
    def _on_focus_overdue(self) -> None:
        if self.mend_activation():
            self._body.key_taker.setFocus()
            self.update()

    def _has_focus(self) -> bool:
        return self.isActiveWindow() and self._body.key_taker.hasFocus()

    def _leave_if_inactive(self) -> None:
        # An empty panel stays: the agent went to fetch a file to drop on it.
        left = self._was_focused and not self.isActiveWindow()
        if left and (self._desk.books.phrase_count or self._launcher.giving_way):
            self.close_panel()
            self.left.emit()

    # --- building --------------------------------------------------------------

    def _connect(self) -> None:
        body, field, choices = self._body, self._body.field, self._choices
        field.focus_gained.connect(self._on_focus_gained)
        field.query_changed.connect(self._ask)
        field.step_asked.connect(self._launcher.go)
        self.opened_focused.connect(self._launcher.on_focused)
        field.stage_asked.connect(body.chips.move_by)
        field.preview_asked.connect(body.preview.scroll_by)
        field.settings_asked.connect(self.settings_asked)
        body.chips.stage_chosen.connect(self._on_stage_chosen)
        body.footer.stage_clicked.connect(partial(body.chips.move_by, 1))
        choices.message_chosen.connect(self.message_chosen)
        choices.message_copied.connect(self.message_copied)
        choices.closing.connect(self.close_panel)
        choices.books_asked.connect(self.books_asked)
        choices.escaped.connect(self._on_escaped)
        choices.listed.connect(self.refresh)
        choices.resized.connect(self._on_resized)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("qtdesk: phrases"))
        self._body.retranslate()
