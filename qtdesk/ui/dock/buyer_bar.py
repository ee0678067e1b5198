"""The buyers who are open, side by side, and a plus for another one."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from qtdesk.ui import theme as tokens
from qtdesk.ui.theme import Appearance, font

HEIGHT = 32
_SIGN = 26
_DOT = 7
_WIDEST = 132


class _SignButton(QAbstractButton):
    """A plus, or a cross."""

    def __init__(self, appearance: Appearance, parent: QWidget, *, plus: bool) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._plus = plus
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(_SIGN, _SIGN)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = theme.text if self.underMouse() else theme.dim
        painter.setPen(QPen(ink, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.translate(QRectF(self.rect()).center())
        if not self._plus:
            painter.rotate(45)
        arm = 5.0 if self._plus else 4.5
        painter.drawLine(QLineF(-arm, 0, arm, 0))
        painter.drawLine(QLineF(0, -arm, 0, arm))


class _BuyerButton(QAbstractButton):
    """One buyer; the current one on a lighter ground, with a dot."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        text = QFontMetricsF(font(tokens.BODY)).horizontalAdvance(self.text())
        extra = _DOT + tokens.SPACE_8 + _SIGN if self.isChecked() else tokens.SPACE_8
        return QSize(min(_WIDEST, round(text) + 2 + tokens.SPACE_8 + extra), HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, chosen = self._appearance.theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(2.5, 2.5, -2.5, -2.5)
        inner = box.adjusted(tokens.SPACE_8 - 2, 0, -tokens.SPACE_4, 0)
        if chosen:
            painter.setPen(QPen(theme.line, 1))
            painter.setBrush(theme.bg)
            radius = tokens.RADIUS_CONTROL - 2
            painter.drawRoundedRect(box, radius, radius)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.ok)
            middle = QPointF(inner.x() + _DOT / 2, inner.center().y())
            painter.drawEllipse(middle, _DOT / 2, _DOT / 2)
            inner.adjust(_DOT + tokens.SPACE_4 + 2, 0, -_SIGN + tokens.SPACE_4, 0)
        painter.setFont(font(tokens.BODY))
        painter.setPen(theme.text if chosen or self.underMouse() else theme.dim)
        name = QFontMetricsF(font(tokens.BODY)).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, inner.width()
        )
        place = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, place, name)


class BuyerBar(QWidget):
    """At most nine buyers; those out of sight come with the wheel or when chosen."""

    buyer_chosen = Signal(int)
    buyer_closed = Signal(int)
    new_asked = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._names: tuple[str, ...] = ()
        self._chosen = -1
        self._slide = 0
        self._row = QWidget(self)
        self._buttons: list[_BuyerButton] = []
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.buyer_chosen)
        self._close = _SignButton(appearance, self._row, plus=False)
        self._close.clicked.connect(self._on_close_clicked)
        self._plus = _SignButton(appearance, self, plus=True)
        self._plus.clicked.connect(self.new_asked)
        self._hint = ""
        self.setFixedHeight(HEIGHT)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._plus.setAccessibleName(self.tr("Open another buyer"))
        self._close.setAccessibleName(self.tr("Close this buyer"))
        self._hint = self.tr("No buyer is open")
        self.update()

    def show_buyers(self, names: Sequence[str], chosen: int) -> None:
        """Show these; `chosen` is the number of the current one, or -1."""
        self._names, self._chosen = tuple(names), chosen
        while len(self._buttons) < len(names):
            button = _BuyerButton(self._appearance, self._row)
            self._group.addButton(button, len(self._buttons))
            self._buttons.append(button)
        for number, button in enumerate(self._buttons):
            button.setVisible(number < len(names))
            if number < len(names):
                button.setText(names[number])
                button.setChecked(number == chosen)
        self._close.setVisible(chosen >= 0)
        self._arrange(bring=True)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(bring=True)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._slide -= event.angleDelta().y() // 4
        self._arrange(bring=False)
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.sunk)
        radius = tokens.RADIUS_CONTROL
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        if not self._names:
            painter.setPen(theme.dim)
            painter.setFont(font(tokens.SMALL))
            box = QRectF(self.rect()).adjusted(tokens.SPACE_12, 0, -_SIGN, 0)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self._hint)

    def _arrange(self, *, bring: bool) -> None:
        """Side by side; with `bring` the current one is brought into sight."""
        room = self.width() - _SIGN - tokens.SPACE_8
        self._row.setGeometry(0, 0, room, HEIGHT)
        top = (HEIGHT - _SIGN) // 2
        self._plus.setGeometry(room + tokens.SPACE_4, top, _SIGN, _SIGN)
        shown = self._buttons[: len(self._names)]
        widths = [button.sizeHint().width() for button in shown]
        lefts = [sum(widths[:number]) for number in range(len(widths))]
        if bring and 0 <= self._chosen < len(shown):
            left, right = lefts[self._chosen], sum(widths[: self._chosen + 1])
            self._slide = min(max(self._slide, right - room), left)
        self._slide = max(0, min(self._slide, sum(widths) - room))
        for button, left, width in zip(shown, lefts, widths, strict=True):
            button.setGeometry(left - self._slide, 0, width, HEIGHT)
        if 0 <= self._chosen < len(shown):
            place = shown[self._chosen].geometry()
            self._close.setGeometry(place.right() - _SIGN, top, _SIGN, _SIGN)
            self._close.raise_()

    @Slot()
    def _on_close_clicked(self) -> None:
        self.buyer_closed.emit(self._chosen)
