"""The list of promises: what is overdue, what is next, and what can be done about it.

Everything works by one key. It asks the desk and decides nothing.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qtdesk.core.combos import Combo
from qtdesk.core.errors import HandOverError, StoreError
from qtdesk.core.promises import Promise
from qtdesk.core.promises.choices import moments_to_snooze
from qtdesk.ui import theme as tokens
from qtdesk.ui.bridge import Bridge
from qtdesk.ui.dialogs import Dialog, voiced
from qtdesk.ui.promises.table import PromiseModel, PromiseTable
from qtdesk.ui.promises.wording import PromiseWording
from qtdesk.ui.theme import Appearance
from qtdesk.ui.words import tell_error

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk

_WIDTH, _HEIGHT = 840, 520
_SNOOZES = (Qt.Key.Key_1.value, Qt.Key.Key_2.value, Qt.Key.Key_3.value)
_DONE = (Qt.Key.Key_D.value, Qt.Key.Key_Space.value)
_GO = (Qt.Key.Key_G.value, Qt.Key.Key_Return.value, Qt.Key.Key_Enter.value)


class PromisesWindow(Dialog):
    """Shows the promises as of now, and anew with each change."""

    refused = Signal(object)  # QtdeskError

    def __init__(
        self,
        desk: "Desk",
        bridge: Bridge,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, parent)
        self._desk, self._promises = desk, desk.promises
        self._wording = PromiseWording(self)
        self._last_done = ""
        self.resize(_WIDTH, _HEIGHT)
        bridge.promises_changed.connect(self._on_changed)
        bridge.settings_changed.connect(self._on_changed)
        self.rebuild()

    # --- building --------------------------------------------------------------

    def build(self, body: QVBoxLayout, footer: QHBoxLayout) -> None:
        self.setWindowTitle(self.tr("Promises"))
        note = self.tr("What was promised to buyers, and by when.")
        body.addLayout(self.heading(self.tr("Promises"), note))
        body.addLayout(self._build_offer())
        self.filter = voiced(QLineEdit(), "field")
        self.filter.setPlaceholderText(self.tr("Buyer, order or words"))
        self.filter.setAccessibleName(self.tr("Show only"))
        self.filter.textChanged.connect(self.show_promises)
        body.addWidget(self.filter)
        self._model = PromiseModel(self)
        self.table = PromiseTable(self._model, self.appearance)
        self.table.setAccessibleName(self.tr("Promises"))
        self.table.key_pressed.connect(self._on_key)
        self.table.doubleClicked.connect(self._on_double_clicked)
        self.table.selectionModel().selectionChanged.connect(self._show_actions)
        self.empty = voiced(QLabel(), "dim")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        body.addWidget(self.table, 1)
        body.addWidget(self.empty, 1)
        body.addLayout(self._build_actions())
        self._build_footer(footer)
        self.show_promises()

    def _build_offer(self) -> QHBoxLayout:
        """What the shift before has left, where it has left something."""
        self.offer = voiced(QLabel(), "warn")
        self.offer.setWordWrap(True)
        self.take_over = self._button(self.tr("Take over"), "T", self._take_over)
        row = QHBoxLayout()
        row.setSpacing(tokens.SPACE_8)
        row.addWidget(self.offer, 1)
        row.addWidget(self.take_over)
        return row

    def _build_actions(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(tokens.SPACE_8)
        self.keep = self._button(self.tr("Done"), "D", self._on_done)
        self.go = self._button(self.tr("Go there"), "G", self._on_go)
        self.snoozes: list[QPushButton] = []
        for number, choice in enumerate(moments_to_snooze(self._promises.book.wall)):
            label = self._wording.offer(choice.offer)
            snooze = partial(self._on_snooze, number)
            self.snoozes.append(self._button(label, str(number + 1), snooze))
        row.addWidget(self.keep)
        row.addWidget(self.go)
        row.addSpacing(tokens.SPACE_16)
        row.addWidget(voiced(QLabel(self.tr("Remind me again")), "dim"))
        for button in self.snoozes:
            row.addWidget(button)
        row.addStretch()
        return row

    def _build_footer(self, footer: QHBoxLayout) -> None:
        for label, key, act in (
            (self.tr("Hand over the shift"), "H", self._promises.hand_over),
            (self.tr("Take over what is copied"), "C", self._take_copied),
        ):
            footer.addWidget(self._button(label, key, act))
        self.told = voiced(QLabel(), "dim")
        footer.addWidget(self.told, 1)

    def _button(self, label: str, key: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(f"{label}  {key}")
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: act())
        return button

    # --- showing ---------------------------------------------------------------

    @Slot()
    def show_promises(self) -> None:
        """Show what there is now, with the same one chosen."""
        book = self._promises.book
        chosen = self.current
        row = self.table.currentIndex().row()
        wanted = self.filter.text().strip().casefold()
        shown = [each for each in book.waiting if self._is_wanted(each, wanted)]
        self._model.take(shown, book.wall.now())
        self.table.setVisible(bool(shown))
        self.empty.setVisible(not shown)
        self.empty.setText(self._said_of_nothing(filtered=bool(wanted)))
        same = self._model.row_of(chosen.uid) if chosen is not None else -1
        self.table.selectRow(same if same >= 0 else max(0, min(row, len(shown) - 1)))
        self._show_offer()
        self._show_actions()

    def choose(self, uid: str) -> None:
        """Have that promise chosen, if it is shown."""
        row = self._model.row_of(uid)
        if row >= 0:
            self.table.selectRow(row)

    def _is_wanted(self, promise: Promise, wanted: str) -> bool:
        texts = (promise.buyer, promise.tail, promise.matter, promise.next_step)
        return all(word in " ".join(texts).casefold() for word in wanted.split())

    def _said_of_nothing(self, *, filtered: bool) -> str:
        if filtered:
            return self.tr("Nothing that is promised has these words.")
        keys = self._desk.settings.promise_hotkey
        if not keys:
            return self.tr("Nothing is promised.")
        text = self.tr("Nothing is promised. {keys} promises something, anywhere.")
        return text.format(keys=Combo.parse(keys).label)

    def _show_offer(self) -> None:
        offered = self._promises.shifts.offered
        for widget in (self.offer, self.take_over):
            widget.setVisible(bool(offered))
        if offered:
            first = offered[0]
            book = self._promises.book
            when = self._wording.moment(first.made, book.wall.now())
            text = self.tr("Handed over by {giver}, {moment}: who has the shift now?")
            giver = first.giver or "–"
            self.offer.setText(text.format(giver=giver, moment=when))

    @Slot()
    def _show_actions(self) -> None:
        chosen = self.current is not None
        for button in (self.keep, self.go, *self.snoozes):
            button.setEnabled(chosen)

    @property
    def current(self) -> Promise | None:
        """The chosen promise."""
        return self._model.promise(self.table.currentIndex().row())

    # --- what can be done ------------------------------------------------------

    @Slot(int)
    def _on_key(self, key: int) -> None:
        if key in _DONE:
            self._on_done()
        elif key in _GO:
            self._on_go()
        elif key in _SNOOZES:
            self._on_snooze(_SNOOZES.index(key))
        elif key == Qt.Key.Key_Backspace:
            self._undo()
        elif key == Qt.Key.Key_T:
            self._take_over()
        elif key == Qt.Key.Key_C:
            self._take_copied()
        elif key == Qt.Key.Key_H:
            self._promises.hand_over()

    def _on_done(self) -> None:
        promise = self.current
        if promise is not None:
            self._last_done = promise.uid
            self._promises.book.keep(promise.uid)
            self.told.setText(self.tr("Done. Backspace takes it back."))

    def _undo(self) -> None:
        if self._last_done:
            self._promises.book.reopen(self._last_done)
            self.choose(self._last_done)
            self._last_done = ""
            self.told.clear()

    def _on_snooze(self, number: int) -> None:
        promise = self.current
        if promise is not None:
            choice = moments_to_snooze(self._promises.book.wall)[number]
            self._promises.book.snooze(promise.uid, choice.moment)

    def _on_go(self) -> None:
        promise = self.current
        if promise is None:
            return
        if self._promises.go_to(promise.uid):
            self.told.clear()
            self.close()
        else:
            self.told.setText(self.tr("Neither its check nor its buyer is open here."))

    @Slot(QModelIndex)
    def _on_double_clicked(self, _index: QModelIndex) -> None:
        self._on_go()

    def _take_over(self) -> None:
        offered = self._promises.shifts.offered
        if offered:
            count = self._promises.shifts.take_over(offered[0].uid, self._on_noted)
            self._say_taken(count)

    def _on_noted(self, problem: StoreError | None) -> None:
        if problem is not None:
            self.refused.emit(problem)

    def _take_copied(self) -> None:
        self._promises.shifts.take_copied(self._on_copied_taken)

    def _on_copied_taken(self, taken: int | HandOverError) -> None:
        if isinstance(taken, HandOverError):
            self.told.setText(tell_error(taken)[0])
            self.refused.emit(taken)
        else:
            self._say_taken(taken)

    def _say_taken(self, count: int) -> None:
        none = self.tr("You have all of these already.")
        text = self.tr("{count} promises are yours now.").format(count=count)
        self.told.setText(text if count else none)

    # --- events ----------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The same keys where there is no list to take them."""
        if self.table.isHidden() and not event.modifiers():
            self._on_key(event.key())
        super().keyPressEvent(event)

    @Slot(object)
    def _on_changed(self) -> None:
        if self.isVisible():
            self.show_promises()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.told.clear()
        self.show_promises()
        (self if self.table.isHidden() else self.table).setFocus()
