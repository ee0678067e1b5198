"""What is new of the shared phrase behind the agent's own, and what to do about it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from qtdesk.core.own_phrases import News, Standing
from qtdesk.core.words import Words
from qtdesk.ui import theme as tokens
from qtdesk.ui.dialogs import voiced
from qtdesk.ui.words import tell

_LONGEST = 160
"""Characters of the shared text that are shown."""


class NewsBar(QFrame):
    """A line across the window with two answers, or none."""

    keep_asked = Signal()
    take_asked = Signal()
    undo_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("voice", "bar")
        row = QHBoxLayout(self)
        row.setContentsMargins(
            tokens.SPACE_12, tokens.SPACE_8, tokens.SPACE_8, tokens.SPACE_8
        )
        row.setSpacing(tokens.SPACE_8)
        self.said = QLabel()
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        row.addWidget(self.said, 1)
        self.keep = self._button(row, self.keep_asked)
        self.take = self._button(row, self.take_asked)
        self.undo = self._button(row, self.undo_asked)
        self.say_nothing()

    @property
    def controls(self) -> list[QWidget]:
        """In the order in which they are read."""
        return [self.keep, self.take, self.undo]

    def say_nothing(self) -> None:
        """There is nothing to answer."""
        self.hide()

    def say(self, standing: Standing, refusal: Words) -> None:
        """Tell what is new; `refusal` is why the shared phrase must not be used."""
        if standing.news is News.NONE:
            self.say_nothing()
            return
        self.keep.setText(self.tr("Keep mine"))
        self.take.setText(self.tr("Take theirs"))
        theirs = standing.theirs.text if standing.theirs is not None else ""
        if len(theirs) > _LONGEST:
            theirs = f"{theirs[: _LONGEST - 1]}…"
        if standing.news is News.NEWER:
            said = self.tr("The phrasebook has a newer text: “{text}”")
            self._say(said.format(text=theirs))
        elif standing.news is News.OVER:
            said = self.tr("{reason}. Yours is not pasted until you have looked at it.")
            self._say(said.format(reason=tell(refusal)))
        else:
            said = self.tr(
                "The phrasebook no longer has it. Yours waits for your word."
            )
            self._say(said)
            self.take.setText(self.tr("Delete mine"))

    def say_deleted(self, *, shared: bool) -> None:
        """It is gone, which can be undone."""
        said = self.tr("Deleted.")
        if shared:
            said = self.tr("Yours is deleted; that of the phrasebook is used again.")
        self._say(said)
        self.keep.hide()
        self.take.hide()
        self.undo.setText(self.tr("Undo"))
        self.undo.show()

    def say_unsaved(self) -> None:
        """Closing would lose what was written."""
        self._say(
            self.tr("This is not saved. Ctrl+Enter saves it, Esc once more drops it.")
        )
        self.keep.hide()
        self.take.hide()

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.undo.hide()
        self.keep.show()
        self.take.show()
        self.show()

    def _button(self, row: QHBoxLayout, asked: object) -> QPushButton:
        button = voiced(QPushButton(), "small")
        button.setAutoDefault(False)
        button.clicked.connect(asked)
        row.addWidget(button)
        return button
