"""What narrows the list of records: number, buyer, days, verdict."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from qtdesk.core.ports.records import Question
from qtdesk.core.records import KeptRecord, Verdict
from qtdesk.ui import theme as tokens
from qtdesk.ui.controls import ChoiceBox
from qtdesk.ui.dialogs import voiced
from qtdesk.ui.theme import Appearance

_TYPING_MS = 250
_LEAST = 4
"""Characters of an order's number; fewer would fit too many."""
_FINDINGS = {Verdict.PASSED_WITH_WARNINGS, Verdict.OVERRIDDEN, Verdict.STOPPED}


class FilterRow(QWidget):
    """Tells of a change once nobody types any more."""

    changed = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self.changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.SPACE_8)
        self.order = self._field(self.tr("Order number, or its last 4"))
        self.buyer = self._field(self.tr("Buyer's whole name"))
        self.days = self._choice(
            self.tr("Days"),
            (self.tr("Today"), 0),
            (self.tr("Last 7 days"), 6),
            (self.tr("Last 30 days"), 29),
            (self.tr("All days"), None),
        )
        self.days.setCurrentIndex(1)
        self.verdicts = self._choice(
            self.tr("Verdict"),
            (self.tr("All verdicts"), False),
            (self.tr("With a finding"), True),
        )
        for field in (self.order, self.buyer):
            row.addWidget(field, 2)
        for box in (self.days, self.verdicts):
            row.addWidget(box, 1)

    @property
    def too_short(self) -> bool:
        """Whether so little of a number is typed that nobody can be meant."""
        return 0 < len(self.order.text().strip()) < _LEAST

    def question(self, limit: int) -> Question:
        """What is asked for, up to `limit` records."""
        days = self.days.currentData()
        today = datetime.now().astimezone().date()
        first: date | None = None if days is None else today - timedelta(days=days)
        order, buyer = self.order.text().strip(), self.buyer.text().strip()
        return Question(order, buyer, first, None, limit)

    def wants(self, kept: KeptRecord) -> bool:
        """Whether the verdict of `kept` is wanted, which no question can say."""
        return not self.verdicts.currentData() or kept.current.verdict in _FINDINGS

    def _field(self, name: str) -> QLineEdit:
        field = voiced(QLineEdit(), "field")
        field.setPlaceholderText(name)
        field.setAccessibleName(name)
        field.textChanged.connect(self._typing.start)
        return field

    def _choice(self, name: str, *choices: tuple[str, object]) -> QComboBox:
        box = ChoiceBox(self._appearance)
        box.setAccessibleName(name)
        for label, value in choices:
            box.addItem(label, value)
        box.activated.connect(self._on_chosen)
        return box

    @Slot()
    def _on_chosen(self) -> None:
        self._typing.stop()
        self.changed.emit()
