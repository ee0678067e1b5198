"""The order as it was copied, its pieces coloured by what was found about them.

A piece that is pointed at can be made something else; what, is asked elsewhere.
"""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit

from qtdesk.core.checklists import Entry, Verdict
from qtdesk.core.orders import Piece, PieceKind, Reading, Span
from qtdesk.ui import drawing, utf16
from qtdesk.ui import theme as tokens
from qtdesk.ui.keys import ENTER_KEYS
from qtdesk.ui.order_check.signs import ground_of, ink_in_text
from qtdesk.ui.theme import Appearance, font

_LEADING = 145
"""Per cent: room for the grounds of two lines not to touch."""
_POINTABLE = (PieceKind.FIELD, PieceKind.LEFT)


class SourceText(QTextEdit):
    """Read only; a click, or Enter on a piece that the arrow keys chose, points."""

    piece_chosen = Signal(object, QPoint)  # Span, where a menu belongs

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._reading: Reading | None = None
        self._verdicts: dict[Span, Verdict] = {}
        self._pieces: tuple[Piece, ...] = ()
        self._current = -1
        self.setReadOnly(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(font(tokens.BODY))
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(tokens.SPACE_4)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        clear = self.palette()
        clear.setBrush(QPalette.ColorRole.Base, Qt.BrushStyle.NoBrush)
        self.setPalette(clear)
        appearance.theme_changed.connect(self._colour)

    def show_reading(
        self, reading: Reading | None, entries: tuple[Entry, ...] = ()
    ) -> None:
        """Show the text of `reading`, coloured by the verdicts of `entries`."""
        text = reading.text if reading is not None else ""
        if self._reading is None or text != self._reading.text:
            self.setPlainText(text)
            self._space_out()
            self._current = -1
        self._reading = reading
        self._pieces = tuple(reading.pieces) if reading is not None else ()
        self._verdicts = {}
        for entry in entries:
            verdict = Verdict.OK if entry.reason else entry.verdict
            for span in entry.spans:
                self._verdicts[span] = verdict
        self._colour()

    def _space_out(self) -> None:
        shape = QTextBlockFormat()
        kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight
        shape.setLineHeight(_LEADING, kind.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(shape)

    def _colour(self) -> None:
        theme = self._appearance.theme
        quiet = QTextCharFormat()
        quiet.setForeground(theme.dim)
        whole = QTextCursor(self.document())
        whole.select(QTextCursor.SelectionType.Document)
        whole.setCharFormat(quiet)
        for span, verdict in self._grounds():
            look = QTextCharFormat()
            look.setForeground(ink_in_text(verdict, theme))
            self._select(span).mergeCharFormat(look)
        self.viewport().update()

    def _grounds(self) -> Iterator[tuple[Span, Verdict]]:
        for piece in self._pieces:
            if piece.kind is PieceKind.FIELD and piece.span in self._verdicts:
                yield piece.span, self._verdicts[piece.span]

    def _select(self, span: Span) -> QTextCursor:
        text = self._reading.text if self._reading is not None else ""
        cursor = QTextCursor(self.document())
        cursor.setPosition(utf16.length(text[: span.start]))
        end = utf16.length(text[: span.end])
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    # --- painting --------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._appearance.theme
        radius = tokens.RADIUS_KEY
        painter.setPen(Qt.PenStyle.NoPen)
        for span, verdict in self._grounds():
            painter.setBrush(ground_of(verdict, theme))
            for box in self._boxes(span):
                painter.drawRoundedRect(box, radius, radius)
        if self.hasFocus() and 0 <= self._current < len(self._points()):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(theme.accent)
            for box in self._boxes(self._points()[self._current].span):
                painter.drawRoundedRect(box, radius, radius)
        bar = self.verticalScrollBar()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.edge)
        lane = QRectF(self.viewport().rect())
        part = (bar.value(), bar.pageStep(), bar.maximum())
        drawing.draw_thumb(painter, lane, part)
        painter.end()
        super().paintEvent(event)

    def _boxes(self, span: Span) -> Iterator[QRectF]:
        """The places of `span`, one for each line it touches."""
        cursor = self._select(span)
        first, last = cursor.selectionStart(), cursor.selectionEnd()
        block = self.document().findBlock(first)
        scrolled = QPointF(0, self.verticalScrollBar().value())
        while block.isValid() and block.position() < last:
            layout = block.layout()
            origin = layout.position() - scrolled
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                start = max(first - block.position(), line.textStart())
                end = min(last - block.position(), line.textStart() + line.textLength())
                if start < end:
                    left, right = (float(line.cursorToX(at)[0]) for at in (start, end))  # type: ignore[index]  # stub says object
                    top = line.y() + line.height() - line.descent() - line.ascent()
                    height = line.ascent() + line.descent()
                    box = QRectF(left - 1, top - 1, right - left + 2, height + 2)
                    yield box.translated(origin)
            block = block.next()

    # --- pointing --------------------------------------------------------------

    def _points(self) -> tuple[Piece, ...]:
        return tuple(piece for piece in self._pieces if piece.kind in _POINTABLE)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton or self._reading is None:
            return
        cursor = self.textCursor()
        text = self.toPlainText()
        where = event.globalPosition().toPoint()
        if cursor.hasSelection():
            start = len(utf16.head(text, cursor.selectionStart()))
            end = len(utf16.head(text, cursor.selectionEnd()))
            self.piece_chosen.emit(Span(start, end), where)
            return
        at = self.cursorForPosition(event.position().toPoint()).position()
        place = len(utf16.head(text, at))
        for piece in self._points():
            if piece.span.start <= place <= piece.span.end:
                self.piece_chosen.emit(piece.span, where)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        points = self._points()
        steps = {Qt.Key.Key_Right.value: 1, Qt.Key.Key_Left.value: -1}
        if event.key() in steps and points:
            self._current = (self._current + steps[event.key()]) % len(points)
            self.setTextCursor(self._at(points[self._current].span))
            self.viewport().update()
        elif event.key() in ENTER_KEYS and 0 <= self._current < len(points):
            span = points[self._current].span
            box = next(self._boxes(span), QRectF())
            below = self.viewport().mapToGlobal(box.bottomLeft().toPoint())
            self.piece_chosen.emit(span, below)
        else:
            event.ignore()

    def _at(self, span: Span) -> QTextCursor:
        cursor = self._select(span)
        cursor.setPosition(cursor.selectionStart())
        return cursor

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._current < 0 and self._points():
            self._current = 0
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
