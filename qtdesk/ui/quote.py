"""The lower part of the panel: a text as it will read, or a picture, and notes of it.

What is not said to buyers is looked for a moment after the text is shown, so that no
key waits for it. The better wording takes the text's place when it is asked for.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qtdesk.core.phrases import Phrase
from qtdesk.core.templates import Filled, Filling
from qtdesk.core.worded import AS_WRITTEN, Worded
from qtdesk.ui import theme as tokens
from qtdesk.ui.preview import Preview
from qtdesk.ui.preview_notes import PreviewNotes
from qtdesk.ui.theme import Appearance
from qtdesk.ui.whose import whose
from qtdesk.ui.words import tell

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from qtdesk.core.desk import Desk
    from qtdesk.core.remarks import Remarks
    from qtdesk.ui.thumbnail import Thumbnail
    from qtdesk.ui.wording_line import WordingLine

_LOOK_MS = 60
"""Behind the last change: less than it takes to read a word, longer than a key."""


class Quote(QWidget):
    """Preview and notes, side by side, and what is to be said of the words below."""

    worded_anew = Signal(bool)
    """Whether the text is shown with the better wording now."""

    def __init__(self, desk: "Desk", appearance: Appearance) -> None:
        super().__init__()
        self._desk, self._appearance = desk, appearance
        self._filling: Filling = Filled("")
        """As it reads without better wordings."""
        self._remarks: Remarks | None = None
        """None while nobody has looked, and where nothing is to be said."""
        self._better = False
        self._look = QTimer(self, singleShot=True, interval=_LOOK_MS)
        self._look.timeout.connect(self._on_look_due)
        self.preview = Preview(appearance)
        self.notes = PreviewNotes(appearance)
        self._line: WordingLine | None = None
        self.thumbnail: Thumbnail | None = None
        """Made with the first picture."""
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.addWidget(self.preview)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.SPACE_24, 13, tokens.SPACE_24, 8)
        row.setSpacing(tokens.SPACE_16)
        row.addLayout(self._column, 1)
        row.addWidget(self.notes, alignment=Qt.AlignmentFlag.AlignTop)
        self.setFixedHeight(self.sizeHint().height())

    def show_filling(self, filling: Filling, phrase: Phrase | None = None) -> None:
        """Show a text as it will read; with all notes if it is that of `phrase`."""
        if filling != self._filling:
            self._filling, self._remarks, self._better = filling, None, False
            self.preview.show_filling(filling)
            self._show_line(shown=False)
        self._show_picture(phrase)
        if self._remarks is None:
            self._look.start()
        note, count = "", len(filling.wants)
        if phrase is not None and (refused := self._desk.living.refusal(phrase)):
            note = tell(refused)
        elif count:
            note = self.tr("To fill in: {count}").format(count=count)
        if phrase is None:
            self.notes.say(note)
            return
        own = whose(self._desk.writing.own, phrase)
        self.notes.say(note, self._desk.living.turn(phrase), own)

    def forget(self) -> None:
        """Begin anew: another visit takes no better wording for granted."""
        self.show_filling(Filled(""))

    # --- words -----------------------------------------------------------------

    def shows(self, filling: Filling) -> bool:
        """Whether this text is shown, be it with the better wording."""
        return self._filling == filling

    @property
    def worded(self) -> Worded:
        """How the agent has the text that is shown, and whether its words were told."""
        if self._remarks is None:
            return AS_WRITTEN
        return Worded(better=self._better, seen=True)

    def look_now(self) -> None:
        """Say at once what is to be said of the text: somebody wants to paste it."""
        self._look.stop()
        self._show_remarks()

    @Slot()
    def take_better(self) -> None:
        """Show the better wording in its place, or the text as it was again."""
        if self._remarks is None:
            # A quick hand: nobody has looked yet.
            self.look_now()
        if self._remarks is not None and self._remarks.better is not None:
            self._better = not self._better
            self._show_remarks()
            self.worded_anew.emit(self._better)

    def hideEvent(self, event: "QHideEvent") -> None:
        super().hideEvent(event)
        self._look.stop()

    @Slot()
    def _on_look_due(self) -> None:
        if self._filling.draft and self.isVisible():
            self._desk.proof.when_ready(self._show_if_shown)

    def _show_if_shown(self) -> None:
        # The packs may have been read meanwhile, for another text.
        if self.isVisible():
            self._show_remarks()

    def _show_remarks(self) -> None:
        found = self._desk.proof.remarks(self._filling)
        self._remarks = found if found is not None and found.hits else None
        if self._remarks is None:
            self._show_line(shown=False)
            return
        # A start has no use for them, and most texts have none.
        from qtdesk.ui.toast import Kind  # noqa: PLC0415
        from qtdesk.ui.word_signs import MarkedWord, marked  # noqa: PLC0415

        shown, words = self._remarks, marked(self._remarks)
        better = shown.better
        if self._better and better is not None:
            self.preview.show_filling(better)
            left = self._desk.proof.found(better)
            changed = [MarkedWord(*span, Kind.OK) for span in shown.changed]
            shown, words = left, (*marked(left), *changed)
        else:
            self.preview.show_filling(self._filling)
        self._show_line(shown=True)
        self.line.say(shown, taken=self._better)
        self.preview.mark_words(words)

    @property
    def line(self) -> "WordingLine":
        """What is said of the words, made when there is something to say."""
        if self._line is None:
            from qtdesk.ui.wording_line import WordingLine  # noqa: PLC0415 - as above

            self._line = WordingLine(self._appearance)
            self._line.better_clicked.connect(self.take_better)
            self._column.addWidget(self._line)
        return self._line

    def _show_line(self, *, shown: bool) -> None:
        """The line takes the place of one of the text, so that nothing moves."""
        if shown or self._line is not None:
            self.preview.show_lines(fewer=1 if shown else 0)
            self.line.setVisible(shown)

    def _show_picture(self, phrase: Phrase | None) -> None:
        """The picture of `phrase` in the place of the text; else the text."""
        picture = None if phrase is None else self._desk.living.picture(phrase)
        if picture is not None:
            self._thumbnail().show_picture(picture)
        if self.thumbnail is not None:
            self.preview.setVisible(picture is None)
            self.thumbnail.setVisible(picture is not None)

    def _thumbnail(self) -> "Thumbnail":
        if self.thumbnail is None:
            # Most books have none, and the start has no time for it.
            from qtdesk.ui.thumbnail import Thumbnail  # noqa: PLC0415

            self.thumbnail = Thumbnail(self._desk, self._appearance)
            self.thumbnail.setFixedHeight(self.preview.height())
            self._column.insertWidget(0, self.thumbnail)
        return self.thumbnail
