"""The combinations of phrases, as a list in the settings: which, whose, and why not."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from qtdesk.core.combos import Combo
from qtdesk.ui import theme as tokens
from qtdesk.ui.dialogs import voiced
from qtdesk.ui.words import tell_error

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk
    from qtdesk.core.key_bindings import Binding


class PhraseKeys(QWidget):
    """A row for each; they are given in the dock, by the other mouse button."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self._desk = desk
        self._rows = QGridLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setHorizontalSpacing(tokens.SPACE_12)
        self._rows.setVerticalSpacing(tokens.SPACE_4)
        self._rows.setColumnStretch(0, 1)
        self.show_keys()

    def show_keys(self) -> None:
        """Show what is bound now."""
        while (item := self._rows.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        bound = self._desk.dock.keys.of_phrases
        for number, (key, binding) in enumerate(bound.items()):
            self._add(2 * number, key, binding)
        self.setVisible(bool(bound))

    def _add(self, row: int, key: str, binding: "Binding") -> None:
        keys = self._desk.dock.keys
        title = QLabel(keys.title(key))
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setWordWrap(True)
        combo = voiced(QLabel(Combo.parse(binding.combo).label), "dim")
        remove = QPushButton(self.tr("Remove"))
        remove.setAutoDefault(False)
        remove.setAccessibleDescription(f"{title.text()}, {combo.text()}")
        remove.clicked.connect(partial(self._remove, key))
        self._rows.addWidget(title, row, 0)
        self._rows.addWidget(combo, row, 1)
        self._rows.addWidget(remove, row, 2)
        if keys.is_gone(key):
            told = self.tr("No phrasebook has this phrase now. Its keys are free.")
            self._tell_below(row, told, "dim")
        elif binding.problem is not None:
            told = "\n".join(part for part in tell_error(binding.problem) if part)
            self._tell_below(row, told, "stop")

    def _tell_below(self, row: int, told: str, voice: str) -> None:
        label = voiced(QLabel(told), voice)
        label.setWordWrap(True)
        self._rows.addWidget(label, row + 1, 0, 1, 3)

    def _remove(self, key: str) -> None:
        self._desk.dock.keys.take_away(key)
        self.show_keys()
