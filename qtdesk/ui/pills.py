"""Buttons that paint themselves: pills and labelled keys. They never take the focus."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from qtdesk.ui import drawing
from qtdesk.ui import theme as tokens
from qtdesk.ui.theme import Appearance, font

PILL = 24


class Pill(QAbstractButton):
    """A rounded button; filled with the accent while checked, or if `primary`."""

    def __init__(
        self,
        appearance: Appearance,
        parent: QWidget | None = None,
        *,
        primary: bool = False,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._primary = primary
        self._height = tokens.CONTROL if primary else PILL
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCheckable(not primary)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        text = QFontMetricsF(self._font()).horizontalAdvance(self.text())
        side = self._height / 2
        return QSize(round(text + side * 2), self._height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = (theme.sunk, theme.dim)
        if self._strong():
            colours = (theme.accent, theme.on)
        elif self.underMouse():
            colours = (theme.sel, theme.text)
        drawing.draw_pill(
            painter, QRectF(self.rect()), self.text(), colours, self._font()
        )

    def _strong(self) -> bool:
        return self._primary or self.isChecked()

    def _font(self) -> QFont:
        return font(tokens.SMALL, tokens.MEDIUM if self._strong() else tokens.REGULAR)


class KeyHint(QAbstractButton):
    """A key with what it does; a click does the same."""

    def __init__(
        self, key: str, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._key = key
        self._appearance = appearance
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        text = QFontMetricsF(font(tokens.SMALL)).horizontalAdvance(self.text())
        key = drawing.key_width(self._key)
        return QSize(round(key + tokens.SPACE_8 + text), drawing.KEY_HEIGHT + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = drawing.key_width(self._key)
        key = QRectF(0, 1, width, drawing.KEY_HEIGHT)
        drawing.draw_key(painter, key, self._key, theme)
        painter.setFont(font(tokens.SMALL))
        painter.setPen(theme.text if self.underMouse() else theme.dim)
        label = QRectF(self.rect()).adjusted(width + tokens.SPACE_8, 0, 0, 0)
        painter.drawText(label, Qt.AlignmentFlag.AlignVCenter, self.text())
