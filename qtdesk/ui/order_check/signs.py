"""Verdicts as signs: each has a shape and a colour, so that neither is needed alone."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from qtdesk.core.checklists import Entry, Verdict
from qtdesk.ui.theme import Theme

SIGN = 16
_STROKE = 1.75
_DOUBTFUL = (Verdict.WARN, Verdict.TODO)
_LINES = {
    Verdict.OK: ((-3.5, 0.2, -1.0, 2.8), (-1.0, 2.8, 3.6, -2.4)),
    Verdict.WARN: ((0, -4.2, 0, 0.8), (0, 3.7, 0, 3.8)),
    Verdict.STOP: ((-2.6, -2.6, 2.6, 2.6), (-2.6, 2.6, 2.6, -2.6)),
    Verdict.NOTE: ((0, -3.8, 0, -3.7), (0, -0.9, 0, 4.0)),
}


def ink_of(verdict: Verdict, theme: Theme) -> QColor:
    """The colour of words about an entry with that verdict."""
    inks = {Verdict.WARN: theme.warn, Verdict.STOP: theme.stop}
    return inks.get(verdict, theme.dim)


def ink_in_text(verdict: Verdict, theme: Theme) -> QColor:
    """The colour of a piece of the order with that verdict."""
    if verdict is Verdict.STOP:
        return theme.stop
    return theme.warn if verdict in _DOUBTFUL else theme.text


def ground_of(verdict: Verdict, theme: Theme) -> QColor:
    """The colour behind a piece of text with that verdict."""
    if verdict is Verdict.STOP:
        return theme.stop_bg
    return theme.warn_bg if verdict in _DOUBTFUL else theme.ok_bg


def draw_sign(painter: QPainter, middle: QPointF, entry: Entry, theme: Theme) -> None:
    """The sign of `entry`; what was let pass has a tick in a ring."""
    draw_verdict(painter, middle, entry.verdict, theme, passed=bool(entry.reason))


def draw_verdict(
    painter: QPainter,
    middle: QPointF,
    verdict: Verdict,
    theme: Theme,
    *,
    passed: bool = False,
) -> None:
    disc = QRectF(0, 0, SIGN, SIGN)
    disc.moveCenter(middle)
    discs = {
        Verdict.OK: theme.ok,
        Verdict.WARN: theme.warn,
        Verdict.STOP: theme.stop,
    }
    full = not passed and verdict in discs
    ink = discs[verdict] if full else theme.warn if passed else theme.dim
    painter.setPen(Qt.PenStyle.NoPen if full else QPen(ink, 1.5))
    painter.setBrush(ink if full else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(disc if full else disc.adjusted(1, 1, -1, -1))
    shape = Verdict.OK if passed else verdict
    pen = QPen(theme.bg if full else ink, _STROKE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    for left, top, right, bottom in _LINES.get(shape, ()):
        painter.drawLine(QLineF(left, top, right, bottom).translated(middle))
