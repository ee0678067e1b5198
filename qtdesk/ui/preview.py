"""The whole text of a phrase, exactly as it will be pasted."""

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPalette, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from qtdesk.core.templates import Filled, Filling
from qtdesk.ui import drawing, utf16
from qtdesk.ui import theme as tokens
from qtdesk.ui.theme import Appearance, font

if TYPE_CHECKING:
    # Each class costs the start what its enumerations cost.
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QPaintEvent, QShowEvent
    from PySide6.QtWidgets import QTextEdit

    from qtdesk.ui.word_signs import MarkedWord

_LINES = 3


class Preview(QPlainTextEdit):
    """Read only, without the focus; scrolls by wheel and with Ctrl+Up and Ctrl+Down."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._filling: Filling = Filled("")
        self._words: Sequence[MarkedWord] = ()
        self.setReadOnly(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(font(tokens.BODY))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        clear = self.palette()
        clear.setBrush(QPalette.ColorRole.Base, Qt.BrushStyle.NoBrush)
        self.setPalette(clear)
        spacing = QFontMetricsF(font(tokens.BODY)).lineSpacing()
        self._spacing = spacing
        self.show_lines()
        appearance.theme_changed.connect(self._mark)

    def show_lines(self, fewer: int = 0) -> None:
        """Be as high as three lines of text, or `fewer`."""
        self.setFixedHeight(math.ceil(self._spacing * (_LINES - fewer)))

    def show_filling(self, filling: Filling) -> None:
        """Show the text from its beginning, with what is still wanted marked."""
        if filling == self._filling:
            return
        self._filling, self._words = filling, ()
        self.setPlainText(filling.draft)
        self._mark()
        if filling.gaps:
            # What is missing is what the agent looks for.
            self._go_to(filling.gaps[0].end)

    def mark_words(self, words: "Sequence[MarkedWord]") -> None:
        """Make these stand out in the text that is shown, and the first one be seen."""
        self._words = words
        self._mark()
        if words and not self._filling.gaps:
            self._go_to(words[0].end)

    def _go_to(self, place: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(utf16.length(self._filling.draft[:place]))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def scroll_by(self, lines: int) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + lines)

    def showEvent(self, event: "QShowEvent") -> None:
        super().showEvent(event)
        # Not when it is built: who asks for this widget first makes Qt for Python load
        # all classes of widgets.
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)

    def paintEvent(self, event: "QPaintEvent") -> None:
        super().paintEvent(event)
        bar = self.verticalScrollBar()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._appearance.theme.edge)
        lane = QRectF(self.viewport().rect())
        drawing.draw_thumb(painter, lane, (bar.value(), bar.pageStep(), bar.maximum()))

    def _mark(self) -> None:
        if self._filling.gaps or self._words or self.extraSelections():
            self.setExtraSelections([*self._marked_gaps(), *self._marked_words()])

    def _marked_words(self) -> "Iterator[QTextEdit.ExtraSelection]":
        if self._words:
            # Most texts have none.
            from qtdesk.ui.word_signs import selections  # noqa: PLC0415

            text, theme = self._filling.draft, self._appearance.theme
            yield from selections(self, text, self._words, theme)

    def _marked_gaps(self) -> "Iterator[QTextEdit.ExtraSelection]":
        # Most texts have no gaps.
        from PySide6.QtGui import QTextCharFormat, QTextCursor  # noqa: PLC0415
        from PySide6.QtWidgets import QTextEdit  # noqa: PLC0415

        look = QTextCharFormat()
        look.setForeground(self._appearance.theme.warn)
        look.setBackground(self._appearance.theme.warn_bg)
        draft = self._filling.draft
        for gap in self._filling.gaps:
            cursor = QTextCursor(self.document())
            cursor.setPosition(utf16.length(draft[: gap.start]))
            end = utf16.length(draft[: gap.end])
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            selection = QTextEdit.ExtraSelection()
            selection.cursor, selection.format = cursor, look
            yield selection
