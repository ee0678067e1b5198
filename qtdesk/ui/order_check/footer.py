"""The actions of a check: the one that Enter does, the other texts, and a hint."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from qtdesk.core.checklists import MadeText, Standing
from qtdesk.core.records import OutputTarget
from qtdesk.ui import theme as tokens
from qtdesk.ui.order_check.next_step import Step, StepKind, texts_for
from qtdesk.ui.order_check.parts import ActionButton
from qtdesk.ui.quiet_line import QuietLine
from qtdesk.ui.theme import Appearance

KEYS = {
    OutputTarget.REMARK: "B",
    OutputTarget.WAREHOUSE: "W",
    OutputTarget.COURIER: "K",
}
"""What pastes a text of that kind."""


class CheckFooter(QWidget):
    """Says what was clicked; what is done is for the window."""

    primary_clicked = Signal()
    kind_clicked = Signal(object)  # OutputTarget
    more_clicked = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._primary = ActionButton(appearance, primary=True)
        self._others = {kind: ActionButton(appearance) for kind in KEYS}
        self.more = ActionButton(appearance)
        self.hint = QuietLine(appearance, Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.SPACE_20, 0, tokens.SPACE_20, 0)
        row.setSpacing(tokens.SPACE_8)
        row.addWidget(self._primary)
        for kind, button in self._others.items():
            row.addWidget(button)
            button.clicked.connect(lambda _=False, k=kind: self.kind_clicked.emit(k))
        row.addWidget(self.more)
        row.addWidget(self.hint, 1)
        self._primary.clicked.connect(self.primary_clicked)
        self.more.clicked.connect(self.more_clicked)

    def show_step(self, standing: Standing, step: Step, words: str, hint: str) -> None:
        """Offer what can be done now; `words` name the step that Enter does."""
        self._primary.say(words)
        self._primary.setEnabled(step.kind is not StepKind.NOTHING)
        names = {
            OutputTarget.REMARK: self.tr("Remark"),
            OutputTarget.WAREHOUSE: self.tr("Warehouse"),
            OutputTarget.COURIER: self.tr("Courier"),
        }
        for kind, button in self._others.items():
            made = text_of_kind(standing, kind)
            button.setVisible(made is not None)
            name = names[kind]
            if made is not None and kind is OutputTarget.REMARK:
                size = self.tr("{bytes} bytes").format(bytes=made.bytes)
                name = f"{name} · {size}"
            button.say(name, KEYS[kind])
        self.say(hint)

    def show_nothing(self) -> None:
        """Offer nothing but what does not need a check."""
        self._primary.say(self.tr("Read again"))
        self._primary.setEnabled(True)
        for button in self._others.values():
            button.hide()
        self.say("")

    def say(self, hint: str, *, wrong: bool = False) -> None:
        """A short line on the right; a refusal is for the eye to be caught."""
        self.hint.say(hint, "stop" if wrong else "dim")

    def retranslate(self) -> None:
        self.more.say(self.tr("More"), "F10")
        self.more.setAccessibleName(self.tr("More actions"))


def text_of_kind(standing: Standing, kind: OutputTarget) -> MadeText | None:
    """What there is for that kind: all remarks as one, else the first complete text.

    Without a complete one it is one that still wants something, which can be told.
    """
    if kind is OutputTarget.REMARK:
        return standing.remarks
    every = (made for made in standing.texts if made.output.target is kind)
    return next(iter((*texts_for(standing, kind), *every)), None)
