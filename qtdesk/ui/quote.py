"""The lower part of the panel: a text as it will read, and notes of it beside it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from qtdesk.core.own_phrases import News
from qtdesk.core.phrases import Phrase
from qtdesk.core.templates import Filling
from qtdesk.ui import theme as tokens
from qtdesk.ui.preview import Preview
from qtdesk.ui.preview_notes import PreviewNotes
from qtdesk.ui.theme import Appearance
from qtdesk.ui.words import tell

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk


class Quote(QWidget):
    """Preview and notes, side by side."""

    def __init__(self, desk: "Desk", appearance: Appearance) -> None:
        super().__init__()
        self._desk = desk
        self.preview = Preview(appearance)
        self.notes = PreviewNotes(appearance)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.SPACE_24, 13, tokens.SPACE_24, 8)
        row.setSpacing(tokens.SPACE_16)
        row.addWidget(self.preview, 1)
        row.addWidget(self.notes, alignment=Qt.AlignmentFlag.AlignTop)

    def show_filling(self, filling: Filling, phrase: Phrase | None = None) -> None:
        """Show a text as it will read; with all notes if it is that of `phrase`."""
        self.preview.show_filling(filling)
        note, count = "", len(filling.wants)
        if phrase is not None and (refused := self._desk.living.refusal(phrase)):
            note = tell(refused)
        elif count:
            note = self.tr("To fill in: {count}").format(count=count)
        if phrase is None:
            self.notes.say(note)
            return
        self.notes.say(note, self._desk.living.turn(phrase), self._whose(phrase))

    def _whose(self, phrase: Phrase) -> str:
        """Whether it is the agent's own, and what is new of the shared one."""
        standing = self._desk.writing.own.standing(phrase.key)
        if standing is None:
            return ""
        if standing.news is News.NONE:
            return self.tr("Yours")
        if standing.news is News.NEWER:
            return self.tr("Yours; theirs is newer")
        return self.tr("Yours; look at it")
