"""What a sample is drawn of: agent, days, how many, seed."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QWidget

from qtdesk.core.audit import Draw, Every
from qtdesk.ui import theme as tokens
from qtdesk.ui.controls import ChoiceBox
from qtdesk.ui.dialogs import voiced
from qtdesk.ui.theme import Appearance

_COUNTS = (1, 2, 3, 5, 10)
_LARGEST_SEED = 999_999
_WEEK = 7


class DrawRow(QWidget):
    """Tells when a sample is wanted."""

    draw_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.SPACE_8)
        self.agent = self._field(self.tr("Agent; empty for all"))
        self.days = self._choice(
            self.tr("Days"),
            (self.tr("Today"), (0, 0)),
            (self.tr("Yesterday"), (1, 1)),
            (self.tr("Last 7 days"), (_WEEK - 1, 0)),
            (self.tr("Last 30 days"), (29, 0)),
        )
        self.days.setCurrentIndex(2)
        self.count = self._choice(
            self.tr("Orders"),
            *((self.tr("Orders: {count}").format(count=n), n) for n in _COUNTS),
        )
        self.count.setCurrentIndex(1)
        self.every = self._choice(
            self.tr("Of each agent and"),
            (self.tr("a day"), Every.DAY),
            (self.tr("a week"), Every.WEEK),
        )
        self.seed = self._field(self.tr("Seed"))
        self.seed.setText("1")
        self.seed.setValidator(QIntValidator(0, _LARGEST_SEED, self))
        self.seed.setToolTip(self.tr("The same seed draws the same orders again."))
        row.addWidget(self.agent, 2)
        for box in (self.days, self.count, self.every):
            row.addWidget(box, 2)
        row.addWidget(self.seed, 1)
        self.draw = QPushButton(self.tr("Draw"))
        self.draw.clicked.connect(self.draw_wanted)
        self.all_open = QPushButton(self.tr("All open ones"))
        self.all_open.clicked.connect(self.open_wanted)
        for button in (self.draw, self.all_open):
            button.setAutoDefault(False)
            row.addWidget(button)

    def wanted(self, today: date) -> Draw:
        """The draw that is asked for."""
        first, last = self.days.currentData()
        return Draw(
            today - timedelta(days=first),
            today - timedelta(days=last),
            int(self.count.currentData()),
            int(self.seed.text() or 0),
            Every(self.every.currentData()),
            self.agent.text().strip(),
        )

    def _field(self, name: str) -> QLineEdit:
        field = voiced(QLineEdit(), "field")
        field.setPlaceholderText(name)
        field.setAccessibleName(name)
        field.returnPressed.connect(self.draw_wanted)
        return field

    def _choice(self, name: str, *choices: tuple[str, object]) -> QComboBox:
        box = ChoiceBox(self._appearance)
        box.setAccessibleName(name)
        for label, value in choices:
            box.addItem(label, value)
        return box
