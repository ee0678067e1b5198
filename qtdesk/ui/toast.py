"""One short message in the corner of the screen; it never takes the focus."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QEvent, QLineF, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QEnterEvent,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QVBoxLayout

from qtdesk.core.ports import Area
from qtdesk.ui import placement
from qtdesk.ui import theme as tokens
from qtdesk.ui.floating import FloatingWindow
from qtdesk.ui.panel_parts import DimLabel
from qtdesk.ui.theme import Appearance

_WIDTH = 360
_SIGN = 20
_SECONDS = 6
_FRAMES, _FRAME_MS = 10, 20


class Kind(Enum):
    """How a message is meant; each has a colour and a shape."""

    OK = "ok"
    WARN = "warn"
    STOP = "stop"


class Toast(FloatingWindow):
    """Goes by itself after six seconds; the mouse over it keeps it."""

    clicked = Signal()

    def __init__(self, appearance: Appearance, composited: Callable[[], bool]) -> None:
        super().__init__(appearance, composited, Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._kind = Kind.OK
        self._title = DimLabel(appearance, "text", tokens.BODY)
        self._title.setFont(tokens.font(tokens.BODY, tokens.MEDIUM))
        self._detail = DimLabel(appearance)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(tokens.SPACE_4)
        left = tokens.SPACE_16 + _SIGN + tokens.SPACE_12
        self._column.setContentsMargins(
            left, tokens.SPACE_12, tokens.SPACE_16, tokens.SPACE_12
        )
        for label in (self._title, self._detail):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            self._column.addWidget(label)
        self._stay = QTimer(self)
        self._stay.setSingleShot(True)
        self._stay.setInterval(_SECONDS * 1000)
        self._stay.timeout.connect(self._on_stayed)
        self._fade = QTimer(self)
        self._fade.setInterval(_FRAME_MS)
        self._fade.timeout.connect(self._on_faded)

    def say(
        self,
        title: str,
        detail: str = "",
        kind: Kind = Kind.OK,
        area: Area | None = None,
    ) -> None:
        """Show a message on the screen of `area`, or on the pointer's."""
        self._kind = kind
        self._title.setText(title)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self.setAccessibleName(f"{title} {detail}".strip())
        inner = _WIDTH - self._column.contentsMargins().left() - tokens.SPACE_16
        texts = [self._title.heightForWidth(inner)]
        if detail:
            texts.append(self._detail.heightForWidth(inner) + tokens.SPACE_4)
        self.settle(_WIDTH, max(tokens.CONTROL, sum(texts)) + 2 * tokens.SPACE_12)
        screen = placement.screen_for(area)
        self.move(placement.corner(self.size(), screen))
        self._wake()
        self.show()
        self.update()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def paint_body(self, painter: QPainter) -> None:
        """A sign on the left: a tick, an exclamation mark or a cross in a disc."""
        theme = self.theme
        ink = getattr(theme, self._kind.value)
        body = self.body()
        disc = QRectF(body.x() + tokens.SPACE_16, body.y() + 13, _SIGN, _SIGN)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(getattr(theme, f"{self._kind.value}_bg"))
        painter.drawEllipse(disc)
        pen = QPen(ink, 1.75, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        x, y = disc.center().x(), disc.center().y()
        strokes = {
            Kind.OK: ((-4, 0, -1, 3), (-1, 3, 4, -3)),
            Kind.WARN: ((0, -5, 0, 1), (0, 4.5, 0, 4.6)),
            Kind.STOP: ((-3, -3, 3, 3), (-3, 3, 3, -3)),
        }
        for from_x, from_y, to_x, to_y in strokes[self._kind]:
            painter.drawLine(QLineF(x + from_x, y + from_y, x + to_x, y + to_y))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._stay.stop()
        self._fade.stop()
        self.setWindowOpacity(1)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._wake()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.hide()
        self.clicked.emit()

    def _wake(self) -> None:
        self._fade.stop()
        self.setWindowOpacity(1)
        self._stay.start()

    @Slot()
    def _on_stayed(self) -> None:
        self._fade.start()

    @Slot()
    def _on_faded(self) -> None:
        opacity = self.windowOpacity() - 1 / _FRAMES
        if opacity > 0:
            self.setWindowOpacity(opacity)
        else:
            self._fade.stop()
            self.hide()
