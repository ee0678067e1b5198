"""The whole text of a phrase, exactly as it will be pasted."""

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QTextEdit, QWidget

from qtdesk.core.phrases import blanks
from qtdesk.ui import drawing
from qtdesk.ui import theme as tokens
from qtdesk.ui.theme import Appearance, font

_LINES = 3


class Preview(QPlainTextEdit):
    """Read only, without the focus; scrolls by wheel and with Ctrl+Up and Ctrl+Down."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setReadOnly(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(font(tokens.BODY))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        clear = self.palette()
        clear.setBrush(QPalette.ColorRole.Base, Qt.BrushStyle.NoBrush)
        self.setPalette(clear)
        spacing = QFontMetricsF(font(tokens.BODY)).lineSpacing()
        self.setFixedHeight(math.ceil(spacing * _LINES))
        appearance.theme_changed.connect(self._mark_blanks)

    def show_text(self, text: str) -> None:
        """Show `text` from its beginning, with its unfilled blanks marked."""
        if text == self.toPlainText():
            return
        self.setPlainText(text)
        self._mark_blanks()

    def scroll_by(self, lines: int) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + lines)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        bar = self.verticalScrollBar()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._appearance.theme.edge)
        lane = QRectF(self.viewport().rect())
        drawing.draw_thumb(painter, lane, (bar.value(), bar.pageStep(), bar.maximum()))

    def _mark_blanks(self) -> None:
        look = QTextCharFormat()
        look.setForeground(self._appearance.theme.warn)
        look.setBackground(self._appearance.theme.warn_bg)
        marked = []
        for name in dict.fromkeys(blanks(self.toPlainText())):
            found = self.document().find("{" + name + "}")
            while not found.isNull():
                marked.append(_selection(found, look))
                found = self.document().find("{" + name + "}", found)
        self.setExtraSelections(marked)


def _selection(where: QTextCursor, look: QTextCharFormat) -> QTextEdit.ExtraSelection:
    selection = QTextEdit.ExtraSelection()
    selection.cursor = where
    selection.format = look
    return selection
