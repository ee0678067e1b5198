"""What is to be looked at in a draft, each with what can be done about it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qtdesk.core.phrase_review import Remark
from qtdesk.ui import theme as tokens
from qtdesk.ui.dialogs import voiced
from qtdesk.ui.words import tell

_KEYS = 9
_MOST_SHOWN = 20
_LONGEST_WORD = 16
"""Characters of a word that a button can hold."""


class RemarkList(QScrollArea):
    """One below the other; Alt with a digit does what the button of one does."""

    better_chosen = Signal(object)  # Remark
    other_asked = Signal(object)  # Phrase

    def __init__(self) -> None:
        super().__init__()
        self.remarks: tuple[Remark, ...] = ()
        self._actions: list[QPushButton] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        for number in range(_KEYS):
            shortcut = QShortcut(QKeySequence(f"Alt+{number + 1}"), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(partial(self._on_key, number))
        self.show_remarks(())

    @property
    def controls(self) -> list[QWidget]:
        """In the order in which they are read."""
        return [*self._actions]

    def show_remarks(self, remarks: Sequence[Remark], *, several: bool = False) -> None:
        """Show these instead, the graver first; of `several` texts each says which."""
        graver = sorted(remarks, key=lambda one: not one.grave)
        self.remarks = tuple(graver[:_MOST_SHOWN])
        self._actions = []
        inside = QWidget()
        inside.setAutoFillBackground(False)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, tokens.SPACE_12, 0)
        column.setSpacing(tokens.SPACE_12)
        for remark in self.remarks:
            column.addLayout(self._entry(remark, several=several))
        if not self.remarks:
            column.addWidget(voiced(QLabel(self.tr("Nothing to look at.")), "dim"))
        column.addStretch()
        before = self.takeWidget()
        if before is not None:
            # A button of it may be in the midst of its click.
            before.deleteLater()
        self.setWidget(inside)

    def _entry(self, remark: Remark, *, several: bool) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        said = [tell(remark.what), tell(remark.remedy)]
        if several and remark.other is None:
            said[0] = f"{remark.text + 1} · {said[0]}"
        for line, voice in zip(
            said, ("grave" if remark.grave else "", "dim"), strict=True
        ):
            if line:
                label = voiced(QLabel(line), voice)
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setWordWrap(True)
                column.addWidget(label)
        button = self._action(remark)
        if button is not None:
            row = QHBoxLayout()
            row.addWidget(button)
            row.addStretch()
            column.addLayout(row)
            button.setAccessibleDescription(" ".join(filter(None, said)))
        return column

    def _action(self, remark: Remark) -> QPushButton | None:
        if remark.other is not None:
            label, wanted = self.tr("Open it"), partial(self._open, remark)
        elif remark.better is not None and remark.word:
            better = _shortened(remark.better)
            label = self.tr("Write “{better}”").format(better=better)
            if not remark.better:
                label = self.tr("Leave “{word}” out").format(
                    word=_shortened(remark.word)
                )
            wanted = partial(self.better_chosen.emit, remark)
        else:
            return None
        number = len(self._actions) + 1
        keys = f"  Alt+{number}" if number <= _KEYS else ""
        button = QPushButton(f"{label}{keys}".replace("&", "&&"))
        button.setAutoDefault(False)
        button.setProperty("voice", "small")
        button.clicked.connect(wanted)
        self._actions.append(button)
        return button

    def _open(self, remark: Remark) -> None:
        self.other_asked.emit(remark.other)

    def _on_key(self, number: int) -> None:
        if number < len(self._actions):
            self._actions[number].click()


def _shortened(word: str) -> str:
    return word if len(word) <= _LONGEST_WORD else f"{word[: _LONGEST_WORD - 1]}…"
