"""What the paste doctor found, the worst first, to be read and handed on."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from qtdesk.core.doctor import Finding, Verdict, examine, examine_clipboard
from qtdesk.ui import theme as tokens
from qtdesk.ui.dialogs import Dialog, voiced
from qtdesk.ui.theme import Appearance
from qtdesk.ui.words import tell

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk

_WIDTH = 520
_ORDER = (Verdict.STOP, Verdict.WARN, Verdict.OK)
_VOICES = {Verdict.STOP: "stop", Verdict.WARN: "warn", Verdict.OK: "dim"}
_SIGNS = {Verdict.STOP: "✕", Verdict.WARN: "!", Verdict.OK: "✓"}


class DoctorDialog(Dialog):
    """Looks when it is shown, and again when it is asked to."""

    profiles_asked = Signal()

    def __init__(
        self, desk: "Desk", appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, parent)
        self._desk = desk
        self._found: tuple[Finding, ...] = ()
        self.rebuild()

    def build(self, body: QVBoxLayout, footer: QHBoxLayout) -> None:
        self.setWindowTitle(self.tr("Why can't I paste?"))
        self.setFixedWidth(_WIDTH)
        title = self.tr("Nothing is in the way of a paste.")
        if any(finding.verdict is Verdict.STOP for finding in self._found):
            title = self.tr("A paste cannot work here now.")
        elif any(finding.verdict is Verdict.WARN for finding in self._found):
            title = self.tr("A paste may fail here.")
        note = self.tr("For the window that was in front last, as of this moment.")
        body.addLayout(self.heading(title, note))
        body.setSpacing(tokens.SPACE_8)
        for finding in self._sorted():
            body.addWidget(self._line(finding))
        body.addStretch()
        for label, asked in (
            (self.tr("Look again"), self.look),
            (self.tr("Copy as text"), self._on_copy_asked),
            (self.tr("Paste profiles…"), self.profiles_asked),
        ):
            button = QPushButton(label)
            button.setAutoDefault(False)
            button.clicked.connect(asked)
            footer.addWidget(button)

    def _sorted(self) -> list[Finding]:
        return sorted(self._found, key=lambda found: _ORDER.index(found.verdict))

    def _line(self, finding: Finding) -> QLabel:
        text = f"{_SIGNS[finding.verdict]}  {tell(finding.what)}"
        if finding.verdict is not Verdict.OK and finding.remedy:
            text += f"\n{tell(finding.remedy)}"
        label = voiced(QLabel(text), _VOICES[finding.verdict])
        label.setWordWrap(True)
        return label

    def as_text(self) -> str:
        """What is shown, for whoever helps; it names programs, and nobody."""
        lines = [f"qtdesk, {self._desk.platform.name}"]
        for finding in self._sorted():
            parts = (tell(finding.what), tell(finding.remedy))
            told = " ".join(part for part in parts if part)
            lines.append(f"{finding.verdict.value}\t{finding.name}\t{told}")
        return "\n".join(lines)

    @Slot()
    def look(self) -> None:
        """Examine anew; what the clipboard's owner says comes a moment later."""
        self._show(examine(self._desk))
        examine_clipboard(self._desk, lambda found: self._show((*self._found, found)))

    def _show(self, found: tuple[Finding, ...]) -> None:
        self._found = tuple({finding.name: finding for finding in found}.values())
        self.rebuild()
        self.fit_height()

    @Slot()
    def _on_copy_asked(self) -> None:
        QGuiApplication.clipboard().setText(self.as_text())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit_height()
        # Not now: the menu that led here may still have the keyboard.
        QTimer.singleShot(0, self, self.look)
