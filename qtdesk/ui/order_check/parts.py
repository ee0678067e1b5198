"""Small parts of the window of a check: the pill of counts, and buttons with keys.

They show what they are told and decide nothing.
"""

import math

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from qtdesk.core.checklists import Verdict
from qtdesk.ui import drawing
from qtdesk.ui import theme as tokens
from qtdesk.ui.theme import Appearance, font

_PILL = 22
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class CountPill(QWidget):
    """How many entries there are to put right, to do and to look at."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._text = ""
        self._verdict = Verdict.OK
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, text: str, verdict: Verdict) -> None:
        """`text` in the colours of the worst verdict in it."""
        self._text, self._verdict = text, verdict
        self.setVisible(bool(text))
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = QFontMetricsF(font(tokens.SMALL)).horizontalAdvance(self._text)
        return QSize(math.ceil(width) + 2 * tokens.SPACE_8, _PILL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._appearance.theme
        colours = {
            Verdict.STOP: (theme.stop_bg, theme.stop),
            Verdict.WARN: (theme.warn_bg, theme.warn),
            Verdict.TODO: (theme.sel, theme.text),
        }.get(self._verdict, (theme.ok_bg, theme.ok))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        small = font(tokens.SMALL)
        drawing.draw_pill(painter, QRectF(self.rect()), self._text, colours, small)


class ActionButton(QAbstractButton):
    """What it does, and the key that does the same; it never takes the focus."""

    def __init__(self, appearance: Appearance, *, primary: bool = False) -> None:
        super().__init__()
        self._appearance = appearance
        self._primary = primary
        self._key = drawing.ENTER if primary else ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def say(self, text: str, key: str = "") -> None:
        """Show `text` and, where it is not the primary one, its key."""
        if not self._primary:
            self._key = key
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        text = QFontMetricsF(self._font()).horizontalAdvance(self.text())
        key = drawing.key_width(self._key) + tokens.SPACE_12 if self._key else 0
        return QSize(math.ceil(text + key) + 2 * tokens.SPACE_12, tokens.CONTROL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        filled = self._primary and self.isEnabled()
        ground = theme.hover if self.underMouse() and self.isEnabled() else theme.bg
        painter.setPen(theme.accent if filled else theme.edge)
        painter.setBrush(theme.accent if filled else ground)
        painter.drawRoundedRect(box, tokens.RADIUS_CONTROL, tokens.RADIUS_CONTROL)
        inner = box.adjusted(tokens.SPACE_12, 0, -tokens.SPACE_12, 0)
        painter.setFont(self._font())
        ink = theme.on if filled else theme.text if self.isEnabled() else theme.dim
        painter.setPen(ink)
        painter.drawText(inner, _LEFT, self.text())
        if not self._key:
            return
        width = drawing.key_width(self._key)
        key = QRectF(inner.right() - width, 0, width, drawing.KEY_HEIGHT)
        key.moveTop(box.center().y() - key.height() / 2)
        if filled:
            drawing.draw_enter(painter, key.center(), theme.on)
        else:
            drawing.draw_key(painter, key, self._key, theme)

    def _font(self) -> QFont:
        return font(tokens.BODY, tokens.BOLD if self._primary else tokens.REGULAR)
