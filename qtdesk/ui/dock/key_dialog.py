"""Gives one phrase a key combination of its own, or takes it away."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from qtdesk.core.errors import QtdeskError
from qtdesk.ui.combo_recorder import ComboRecorder
from qtdesk.ui.dialogs import Dialog, voiced
from qtdesk.ui.theme import Appearance
from qtdesk.ui.words import tell_error

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk
    from qtdesk.core.phrases import Phrase

_WIDTH = 420


class KeyDialog(Dialog):
    """What is recorded holds at once; a refusal is told below."""

    def __init__(
        self,
        desk: "Desk",
        appearance: Appearance,
        phrase: "Phrase",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, parent)
        self._desk = desk
        self._phrase = phrase
        self.rebuild()

    def build(self, body: QVBoxLayout, footer: QHBoxLayout) -> None:
        self.setWindowTitle(self.tr("Hotkey of a phrase"))
        self.setFixedWidth(_WIDTH)
        note = self.tr("The keys paste this phrase into the window in front, anywhere.")
        body.addLayout(self.heading(self._phrase.title, note))
        self.recorder = ComboRecorder("", may_be_empty=True)
        self.recorder.setAccessibleName(self.tr("Key combination"))
        self.recorder.combo_recorded.connect(self._on_recorded)
        self.recorder.listening_changed.connect(self._desk.listening.lend)
        body.addWidget(self.recorder)
        self.refusal = voiced(QLabel(), "stop")
        self.refusal.setWordWrap(True)
        body.addWidget(self.refusal)
        self._remove = QPushButton(self.tr("No hotkey"))
        self._remove.setAutoDefault(False)
        self._remove.clicked.connect(self._on_remove_clicked)
        footer.addWidget(self._remove)
        self._show("")

    @Slot(str)
    def _on_recorded(self, combo: str) -> None:
        if combo:
            self._try(lambda: self._desk.dock.keys.give(self._phrase.key, combo))
        else:
            self._on_remove_clicked()

    @Slot()
    def _on_remove_clicked(self) -> None:
        self._try(lambda: self._desk.dock.keys.take_away(self._phrase.key))

    def _try(self, change: Callable[[], None]) -> None:
        refusal = ""
        try:
            change()
        except QtdeskError as refused:
            refusal = "\n".join(part for part in tell_error(refused) if part)
        self._show(refusal)

    def _show(self, refusal: str) -> None:
        binding = self._desk.dock.keys.of_phrases.get(self._phrase.key)
        if not refusal and binding is not None and binding.problem is not None:
            told = tell_error(binding.problem)
            refusal = "\n".join(part for part in told if part)
        self.recorder.show_combo(binding.combo if binding is not None else "")
        self._remove.setEnabled(binding is not None)
        self.refusal.setText(refusal)
        self.refusal.setVisible(bool(refusal))
        self.fit_height()
