"""What the agent has to allow in the system's settings, and whether it is by now.

Knows no system: title, reason and steps are the platform's own words.
"""

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qtdesk.core.ports import Permission
from qtdesk.ui import theme as tokens
from qtdesk.ui.dialogs import Dialog, voiced
from qtdesk.ui.theme import Appearance
from qtdesk.ui.words import tell

_WIDTH = 520
_LOOK_MS = 1000
"""Systems announce no change of a permission; the dialog looks while it is open."""


class PermissionDialog(Dialog):
    """Steps above, and below them the state, which follows by itself."""

    def __init__(
        self,
        permission: Permission,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, parent)
        self._permission = permission
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._show_state)
        self.rebuild()

    def build(self, body: QVBoxLayout, footer: QHBoxLayout) -> None:
        title = tell(self._permission.title)
        self.setWindowTitle(title)
        self.setFixedWidth(_WIDTH)
        body.addLayout(self.heading(title, tell(self._permission.reason)))
        body.addLayout(self._steps())
        self.state = voiced(QLabel(), "state")
        self.state.setWordWrap(True)
        body.addWidget(self.state)
        body.addStretch()
        self.open_settings = QPushButton(self.tr("Open the settings"))
        self.open_settings.setAutoDefault(False)
        self.open_settings.clicked.connect(self._on_settings_asked)
        footer.addWidget(self.open_settings)
        self._show_state()

    def _steps(self) -> QGridLayout:
        top = Qt.AlignmentFlag.AlignTop
        grid = QGridLayout()
        grid.setHorizontalSpacing(tokens.SPACE_12)
        grid.setVerticalSpacing(tokens.SPACE_8)
        grid.setColumnStretch(1, 1)
        for row, step in enumerate(self._permission.steps):
            grid.addWidget(QLabel(f"{row + 1}."), row, 0, top)
            text = QLabel(tell(step))
            text.setWordWrap(True)
            grid.addWidget(text, row, 1)
        return grid

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_state()
        self.fit_height()
        self._look.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._look.stop()
        super().hideEvent(event)

    @Slot()
    def _show_state(self) -> None:
        granted = self._permission.granted
        allowed = self.tr("It is allowed: qtdesk can paste now.")
        missing = self.tr("Not allowed yet. This line changes by itself.")
        self.state.setText(allowed if granted else missing)
        voice = "good" if granted else "warn"
        if self.state.property("voice") != voice:
            voiced(self.state, voice)
            self.state.style().unpolish(self.state)
            self.state.style().polish(self.state)

    @Slot()
    def _on_settings_asked(self) -> None:
        self._permission.ask()
