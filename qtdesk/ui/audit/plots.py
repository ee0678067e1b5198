"""Two plots: bars for causes, and a small line for each agent over weeks.

Painted from tokens; whoever shows one has a table beside it that says the same, and a
screen reader is told all of it in words.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from qtdesk.core.audit import Share
from qtdesk.core.audit.telling import Told, percent
from qtdesk.ui import theme as tokens
from qtdesk.ui.theme import Appearance, font

_MOST_BARS = 8
_BAR, _THIN, _STEP = 12, 6, 30
_NAMES = 0.42
"""Part of the width that names take."""
_LINE_HEIGHT, _DOT = 44, 3
_WHOLE = 100


class Bars(QWidget):
    """Horizontal bars, the longest first; a thin one below for the time before."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._told: Sequence[Told] = ()
        self._compared = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance.theme_changed.connect(self.update)

    def take(self, told: Sequence[Told], *, compared: bool) -> None:
        """Show the first of these."""
        self._told, self._compared = told[:_MOST_BARS], compared
        spoken = (f"{each.what}: {_count(each, compared=compared)}" for each in told)
        self.setAccessibleDescription("; ".join(spoken))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, _STEP * len(self._told))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, _STEP * len(self._told))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        longest = max(
            (max(map(self._length, (each.now, each.before))) for each in self._told),
            default=0,
        )
        for number, each in enumerate(self._told):
            box = QRectF(0, number * _STEP, self.width(), _STEP)
            self._paint_bar(painter, box, each, longest)

    def _length(self, share: Share) -> float:
        """Two spans are compared by their shares; a handful of cases has no bar."""
        if not share.whole or (self._compared and share.percent is None):
            return 0
        return share.part / share.whole

    def _paint_bar(
        self, painter: QPainter, box: QRectF, each: Told, longest: float
    ) -> None:
        theme = self._appearance.theme
        names = QRectF(box.x(), box.y(), box.width() * _NAMES, box.height())
        text = _count(each, compared=self._compared)
        metrics = QFontMetricsF(font(tokens.SMALL))
        painter.setFont(font(tokens.SMALL))
        painter.setPen(theme.text)
        room = names.width() - tokens.SPACE_12
        name = metrics.elidedText(each.what, Qt.TextElideMode.ElideMiddle, room)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(names, middle | Qt.AlignmentFlag.AlignLeft, name)
        wide = metrics.horizontalAdvance(text) + tokens.SPACE_8
        most = box.width() - names.width() - wide
        painter.setPen(Qt.PenStyle.NoPen)
        both = _BAR + _THIN + 1 if self._compared else _BAR
        top = box.center().y() - both / 2
        length = most * self._length(each.now) / longest if longest else 0
        painter.setBrush(theme.accent)
        painter.drawRoundedRect(QRectF(names.right(), top, length, _BAR), 3, 3)
        if self._compared:
            before = most * self._length(each.before) / longest if longest else 0
            painter.setBrush(theme.dim)
            thin = QRectF(names.right(), top + _BAR + 1, before, _THIN)
            painter.drawRoundedRect(thin, 2, 2)
            length = max(length, before)
        painter.setPen(theme.text)
        left = names.right() + length + tokens.SPACE_8
        place = QRectF(left, box.y(), wide, box.height())
        painter.drawText(place, middle | Qt.AlignmentFlag.AlignLeft, text)


class Point(NamedTuple):
    """One week of an agent."""

    monday: date
    percent: int | None
    """None where too few orders are there to tell."""


class ScoreLine(QWidget):
    """Weeks of one agent from left to right; a week of too few orders is a gap."""

    def __init__(
        self, agent: str, weeks: Sequence[Point], appearance: Appearance
    ) -> None:
        super().__init__()
        self._agent, self._weeks = agent, weeks
        self._appearance = appearance
        self.setFixedHeight(_LINE_HEIGHT)
        self.setAccessibleName(agent)
        spoken = (f"{w.monday}: {_spoken(w.percent)}" for w in weeks)
        self.setAccessibleDescription("; ".join(spoken))
        appearance.theme_changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(tokens.SMALL))
        painter.setPen(theme.text)
        names = QRectF(0, 0, self.width() * _NAMES / 2, self.height())
        left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(names, left, self._agent)
        last = next((w for w in reversed(self._weeks) if w.percent is not None), None)
        ends = QRectF(self.width() - 56, 0, 56, self.height())
        painter.drawText(ends, left, _spoken(last.percent if last else None))
        across = ends.left() - names.right() - 2 * tokens.SPACE_12
        ground = QRectF(names.right(), 6, across, self.height() - 12)
        painter.setPen(QPen(theme.line, 1))
        painter.drawLine(ground.topLeft(), ground.topRight())
        painter.drawLine(ground.bottomLeft(), ground.bottomRight())
        self._paint_points(painter, ground)

    def _paint_points(self, painter: QPainter, ground: QRectF) -> None:
        theme = self._appearance.theme
        before: QPointF | None = None
        for number, week in enumerate(self._weeks):
            if week.percent is None:
                before = None
                continue
            part = number / max(1, len(self._weeks) - 1)
            x = ground.x() + ground.width() * part
            y = ground.bottom() - ground.height() * week.percent / _WHOLE
            point = QPointF(x, y)
            if before is not None:
                painter.setPen(QPen(theme.accent, 2))
                painter.drawLine(before, point)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.accent)
            painter.drawEllipse(point, _DOT, _DOT)
            before = point


def _spoken(value: int | None) -> str:
    return "–" if value is None else f"{value} %"


def _count(each: Told, *, compared: bool) -> str:
    """`12 of 80, 15 %`, in signs that need no translation."""
    now = f"{each.now.part}/{each.now.whole} · {percent(each.now)}"
    if not compared:
        return now
    return f"{now} ← {each.before.part}/{each.before.whole} · {percent(each.before)}"
