"""One short message in the corner of the screen; it never takes the focus."""

from collections import deque
from collections.abc import Callable
from enum import Enum
from typing import NamedTuple, Protocol

from PySide6.QtCore import QEvent, QLineF, QRectF, Qt, QTimer, Slot
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
_TURN_SECONDS = {"ok": 2, "warn": 4, "stop": 4}
"""How long a message has the place for itself while others wait."""
_MOST_WAITING = 5
_FRAMES, _FRAME_MS = 10, 20


class Kind(Enum):
    """How a message is meant; each has a colour and a shape."""

    OK = "ok"
    WARN = "warn"
    STOP = "stop"


class Messages(Protocol):
    """Where the agent is told something, in short."""

    def say(
        self,
        title: str,
        detail: str = "",
        kind: Kind = Kind.OK,
        area: Area | None = None,
        when_clicked: Callable[[], None] | None = None,
        *,
        urgent: bool = False,
    ) -> None:
        """Show a message on the screen of `area`, or on the pointer's, in its turn.

        `when_clicked` shows more about it. `urgent` is an answer to what the agent
        did just now.
        """
        ...


class _Message(NamedTuple):
    title: str
    detail: str
    kind: Kind
    area: Area | None
    when_clicked: Callable[[], None] | None
    urgent: bool

    def comes_before(self, other: "_Message") -> bool:
        """Whether `other` has to make room at once."""
        serious = tuple(Kind)
        return self.urgent or serious.index(self.kind) > serious.index(other.kind)


class Toast(FloatingWindow):
    """Goes by itself after six seconds; the mouse over it keeps it.

    Messages that come quickly one after the other take turns, so that none is lost;
    an answer to the agent, and what is more serious, comes first.
    """

    def __init__(self, appearance: Appearance, composited: Callable[[], bool]) -> None:
        super().__init__(appearance, composited, Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._message = _Message("", "", Kind.OK, None, None, urgent=False)
        self._waiting: deque[_Message] = deque(maxlen=_MOST_WAITING)
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
        self._column.addStretch()
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._on_turn_over)
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
        when_clicked: Callable[[], None] | None = None,
        *,
        urgent: bool = False,
    ) -> None:
        message = _Message(title, detail, kind, area, when_clicked, urgent)
        if message != self._message and self._busy():
            if not message.comes_before(self._message):
                self._waiting.append(message)
                return
            if not self._message.urgent:
                self._waiting.appendleft(self._message)
        self._show(message)

    @property
    def kind(self) -> Kind:
        """How the message that is shown is meant."""
        return self._message.kind

    def _busy(self) -> bool:
        """Whether what is shown cannot have been read yet."""
        return self.isVisible() and (self._turn.isActive() or not self._stay.isActive())

    def _show(self, message: _Message) -> None:
        self._message = message
        title, detail = message.title, message.detail
        self._title.setText(title)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self.setAccessibleName(f"{title} {detail}".strip())
        inner = _WIDTH - self._column.contentsMargins().left() - tokens.SPACE_16
        texts = [max(_SIGN, self._title.heightForWidth(inner))]
        if detail:
            texts.append(self._detail.heightForWidth(inner) + tokens.SPACE_4)
        self._title.setMinimumHeight(texts[0])
        self.settle(_WIDTH, sum(texts) + 2 * tokens.SPACE_12)
        screen = placement.screen_for(message.area)
        self.move(placement.corner(self.size(), screen))
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.setCursor(hand if message.when_clicked is not None else arrow)
        self._turn.setInterval(_TURN_SECONDS[message.kind.value] * 1000)
        self._wake()
        self.show()
        self.update()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def paint_body(self, painter: QPainter) -> None:
        """A sign on the left: a tick, an exclamation mark or a cross in a disc."""
        theme = self.theme
        ink = getattr(theme, self.kind.value)
        body = self.body()
        top = body.y() + tokens.SPACE_12
        disc = QRectF(body.x() + tokens.SPACE_16, top, _SIGN, _SIGN)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(getattr(theme, f"{self.kind.value}_bg"))
        painter.drawEllipse(disc)
        pen = QPen(ink, 1.75, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        x, y = disc.center().x(), disc.center().y()
        strokes = {
            Kind.OK: ((-4, 0, -1, 3), (-1, 3, 4, -3)),
            Kind.WARN: ((0, -5, 0, 1), (0, 4.5, 0, 4.6)),
            Kind.STOP: ((-3, -3, 3, 3), (-3, 3, 3, -3)),
        }
        for from_x, from_y, to_x, to_y in strokes[self.kind]:
            painter.drawLine(QLineF(x + from_x, y + from_y, x + to_x, y + to_y))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        for timer in (self._turn, self._stay, self._fade):
            timer.stop()
        self.setWindowOpacity(1)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._wake()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self._leave()
        if self._message.when_clicked is not None:
            self._message.when_clicked()

    def _wake(self) -> None:
        self._fade.stop()
        self.setWindowOpacity(1)
        self._turn.start()
        self._stay.start()

    def _leave(self) -> None:
        """Make room for the next one, or go."""
        for timer in (self._turn, self._stay, self._fade):
            timer.stop()
        if self._waiting:
            self._show(self._waiting.popleft())
        else:
            self.hide()

    @Slot()
    def _on_turn_over(self) -> None:
        if self._waiting:
            self._leave()

    @Slot()
    def _on_stayed(self) -> None:
        self._fade.start()

    @Slot()
    def _on_faded(self) -> None:
        opacity = self.windowOpacity() - 1 / _FRAMES
        if opacity > 0:
            self.setWindowOpacity(opacity)
        else:
            self._leave()
