"""How words stand out that are not said to buyers, and those that take their place.

Each kind has a shape and a colour, so that neither is needed alone.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from qtdesk.core.lint import Level
from qtdesk.ui import utf16
from qtdesk.ui.theme import Appearance, Theme
from qtdesk.ui.toast import Kind

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QTextCharFormat
    from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

    from qtdesk.core.remarks import Remarks

_SIZE = 16
_STROKES = {
    Kind.OK: ((-3.5, 0.2, -1.0, 2.8), (-1.0, 2.8, 3.6, -2.4)),
    Kind.WARN: ((0, -4.2, 0, 0.8), (0, 3.7, 0, 3.8)),
    Kind.STOP: ((-2.6, -2.6, 2.6, 2.6), (-2.6, 2.6, 2.6, -2.6)),
}


class MarkedWord(NamedTuple):
    """A piece of a text, in Python's characters, that is to stand out."""

    start: int
    end: int
    kind: Kind


def kind_of(level: Level) -> Kind:
    """How a word of that level is meant."""
    return Kind.STOP if level is Level.BLOCK else Kind.WARN


def marked(remarks: "Remarks") -> tuple[MarkedWord, ...]:
    """The words that were found."""
    return tuple(
        MarkedWord(hit.start, hit.end, kind_of(hit.level)) for hit in remarks.hits
    )


def selections(
    edit: "QPlainTextEdit", text: str, words: Iterable[MarkedWord], theme: Theme
) -> "Iterator[QTextEdit.ExtraSelection]":
    """What makes `words` stand out in `edit`, which shows `text`."""
    # Most texts have none.
    from PySide6.QtGui import QTextCursor  # noqa: PLC0415
    from PySide6.QtWidgets import QTextEdit  # noqa: PLC0415

    for word in words:
        cursor = QTextCursor(edit.document())
        cursor.setPosition(utf16.length(text[: word.start]))
        end = utf16.length(text[: word.end])
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.cursor, selection.format = cursor, _look(word.kind, theme)
        yield selection


def _look(kind: Kind, theme: Theme) -> "QTextCharFormat":
    """A wave under what is warned of, a double ground under what is forbidden."""
    from PySide6.QtGui import QTextCharFormat  # noqa: PLC0415 - as above

    lines = QTextCharFormat.UnderlineStyle
    styles = {
        Kind.OK: lines.DotLine,
        Kind.WARN: lines.WaveUnderline,
        Kind.STOP: lines.SingleUnderline,
    }
    ink = ink_of(kind, theme)
    look = QTextCharFormat()
    look.setUnderlineStyle(styles[kind])
    look.setUnderlineColor(ink)
    look.setForeground(ink)
    if kind is not Kind.OK:
        look.setBackground(getattr(theme, f"{kind.value}_bg"))
    return look


def ink_of(kind: Kind, theme: Theme) -> QColor:
    """The colour of words of that kind."""
    colour: QColor = getattr(theme, kind.value)
    return colour


class WordSign(QWidget):
    """A tick, an exclamation mark or a cross in a disc."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.kind = Kind.WARN
        self.setFixedSize(_SIZE, _SIZE)

    def show_kind(self, kind: Kind) -> None:
        self.kind = kind
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_SIZE, _SIZE)

    def paintEvent(self, _event: "QPaintEvent") -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(getattr(theme, f"{self.kind.value}_bg"))
        disc = QRectF(0, 0, _SIZE, _SIZE)
        painter.drawEllipse(disc)
        ink = ink_of(self.kind, theme)
        round_cap = Qt.PenCapStyle.RoundCap
        painter.setPen(QPen(ink, 1.75, Qt.PenStyle.SolidLine, round_cap))
        x, y = disc.center().x(), disc.center().y()
        for from_x, from_y, to_x, to_y in _STROKES[self.kind]:
            painter.drawLine(QLineF(x + from_x, y + from_y, x + to_x, y + to_y))
