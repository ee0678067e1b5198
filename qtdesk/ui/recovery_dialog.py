"""How it stands with the agent's own data, and the way back to an earlier state."""

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qtdesk.core.errors import StoreError
from qtdesk.core.ports import Backup, Condition, Safekeeping
from qtdesk.ui import theme as tokens
from qtdesk.ui.bridge import Bridge
from qtdesk.ui.dialogs import Dialog, voiced
from qtdesk.ui.theme import Appearance
from qtdesk.ui.words import tell, tell_error

_WIDTH = 520
_NAME = Qt.ItemDataRole.UserRole


class RecoveryDialog(Dialog):
    """The problem above, backups to choose from below; follows what happens."""

    quit_asked = Signal()

    def __init__(
        self,
        safekeeping: Safekeeping,
        bridge: Bridge,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, parent)
        self._safekeeping = safekeeping
        self._backups: tuple[Backup, ...] = ()
        self.rebuild()
        bridge.store_changed.connect(self._on_changed)

    def build(self, body: QVBoxLayout, footer: QHBoxLayout) -> None:
        self.setWindowTitle(self.tr("Settings and lists"))
        self.setFixedWidth(_WIDTH)
        state = self._safekeeping.state
        title = self.tr("Everything is saved.")
        note = self.tr("You can go back to how it was on an earlier day.")
        if state.problem is not None:
            title, note = tell_error(state.problem)
        body.addLayout(self.heading(title, note))
        self.refusal = voiced(QLabel(), "warn")
        self.refusal.setWordWrap(True)
        self.refusal.hide()
        body.addWidget(self.refusal)
        if state.condition is Condition.RESTORED:
            self._add_button(footer, self.tr("Quit qtdesk"), self.quit_asked)
            return
        self.backups = QListWidget()
        self.backups.setObjectName("lines")
        self.backups.setAccessibleName(self.tr("Backups"))
        self.backups.setMinimumHeight(3 * tokens.ROW)
        body.addWidget(self.backups)
        label = self.tr("Restore")
        self.restore = self._add_button(footer, label, self._on_restore_asked)
        self._fill_list()
        if state.condition is Condition.GONE:
            label = self.tr("Begin anew")
            self.begin_anew = self._add_button(footer, label, self._on_anew_asked)

    def _add_button(
        self, footer: QHBoxLayout, label: str, asked: object
    ) -> QPushButton:
        button = QPushButton(label)
        button.setAutoDefault(False)
        button.clicked.connect(asked)
        footer.addWidget(button)
        return button

    def _fill_list(self) -> None:
        self.backups.clear()
        for backup in self._backups:
            item = QListWidgetItem(self._line(backup))
            item.setData(_NAME, backup.name)
            self.backups.addItem(item)
        if self._backups:
            self.backups.setCurrentRow(0)
        else:
            item = QListWidgetItem(self.tr("There are no backups."))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.backups.addItem(item)
        self.restore.setEnabled(bool(self._backups))

    def _line(self, backup: Backup) -> str:
        made = QDateTime.fromString(backup.made, Qt.DateFormat.ISODate).toLocalTime()
        when = QLocale().toString(made, QLocale.FormatType.ShortFormat)
        entries = self.tr("{count} entries").format(count=backup.documents)
        parts = [when, entries]
        if not backup.sound:
            parts.append(self.tr("damaged in part"))
        return self.tr(", ").join(parts)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()
        self.fit_height()

    def _look(self) -> None:
        self._safekeeping.find_backups(self._on_found)

    def _on_found(self, backups: tuple[Backup, ...]) -> None:
        if backups != self._backups:
            self._backups = backups
            if self._safekeeping.state.condition is not Condition.RESTORED:
                self._fill_list()

    @Slot()
    def _on_changed(self) -> None:
        self.rebuild()
        self.fit_height()

    @Slot()
    def _on_restore_asked(self) -> None:
        item = self.backups.currentItem()
        if item is not None:
            self.restore.setEnabled(False)
            self._safekeeping.restore(item.data(_NAME), self._on_restored)

    def _on_restored(self, refusal: StoreError | None) -> None:
        self.restore.setEnabled(True)
        if refusal is not None:
            self.refusal.setText(f"{tell(refusal.title)}\n{tell(refusal.hint)}")
            self.refusal.show()
            self.fit_height()

    @Slot()
    def _on_anew_asked(self) -> None:
        self._safekeeping.begin_anew()
