"""A rounded window without a frame, floating over other programs.

With a compositor it has soft corners and a shadow; without one its corners are cut
by a mask, because transparent pixels would be black. It must not know what is in it.
"""

import sys
import warnings
from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QRegion,
)
from PySide6.QtWidgets import QApplication, QWidget

from qtdesk.ui import theme as tokens
from qtdesk.ui.theme import Appearance, Theme

_FLAGS = (
    Qt.WindowType.Tool
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.NoDropShadowWindowHint
)


class FloatingWindow(QWidget):
    """Base of the quick panel, the toast and the dock."""

    shadow_reach = tokens.SHADOW
    """How far the shadow goes; over it the window below cannot be clicked."""

    def __init__(
        self,
        appearance: Appearance,
        composited: Callable[[], bool],
        flags: Qt.WindowType = _FLAGS,
    ) -> None:
        super().__init__(None, flags | _FLAGS)
        self.appearance = appearance
        self._composited = composited
        self._soft: bool | None = None
        self._shadow = QPixmap()
        self._shadow_of: tuple[int, int, float, Theme] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        # On a Mac they would hide while another program is active: always.
        self.setAttribute(Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow)

    @property
    def theme(self) -> Theme:
        return self.appearance.theme

    @property
    def margin(self) -> int:
        """Pixels around the body that belong to the shadow."""
        return self.shadow_reach if self._soft else 0

    def body(self) -> QRectF:
        """The visible part of the window."""
        edge = self.margin
        return QRectF(self.rect().adjusted(edge, edge, -edge, -edge))

    def settle(self, width: int, height: int) -> None:
        """Take the size of this body, and the corners that this desktop can show."""
        soft = self._composited()
        if soft is not self._soft:
            self._soft = soft
            edge = self.margin
            self.setContentsMargins(edge, edge, edge, edge)
        self.setFixedSize(width + 2 * self.margin, height + 2 * self.margin)
        if soft:
            self.clearMask()
        else:
            outline = self._outline().toFillPolygon().toPolygon()
            self.setMask(QRegion(outline))

    def rise(self) -> None:
        """Come before the other windows, without more."""
        if sys.platform != "darwin":
            # There Qt would activate us, and the chat would no longer be in front.
            self.raise_()

    def mend_activation(self) -> bool:
        """Mend a loss of Qt's: shown again at once after hiding, it stays inactive.

        The focus went and came back before Qt looked, so its window layer saw no
        change and never told the widgets, which had been told of the hiding. False
        where that is not what happened.
        """
        if QGuiApplication.focusWindow() is not self.windowHandle():
            return False
        with warnings.catch_warnings():
            # Deprecated without a successor that mends this.
            warnings.simplefilter("ignore", DeprecationWarning)
            QApplication.setActiveWindow(self)
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._soft:
            painter.drawPixmap(0, 0, self._shadow_pixmap())
        else:
            painter.fillRect(self.rect(), self.theme.edge)
        outline = self._outline()
        painter.fillPath(outline, self.theme.bg)
        painter.save()
        painter.setClipPath(outline)
        self.paint_body(painter)
        painter.restore()
        painter.setPen(QPen(self.theme.line if self._soft else self.theme.edge, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._outline(0.5))

    def paint_body(self, painter: QPainter) -> None:
        """Paint behind the children; the painter is clipped to the outline."""

    def _outline(self, inset: float = 0) -> QPainterPath:
        radius = tokens.RADIUS_WINDOW if self._soft else tokens.RADIUS_KEY
        path = QPainterPath()
        box = self.body().adjusted(inset, inset, -inset, -inset)
        path.addRoundedRect(box, radius - inset, radius - inset)
        return path

    def _shadow_pixmap(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        wanted = (self.width(), self.height(), ratio, self.theme)
        if self._shadow_of != wanted:
            self._shadow_of = wanted
            self._shadow = self._make_shadow(ratio)
        return self._shadow

    def _make_shadow(self, ratio: float) -> QPixmap:
        """Many faint outlines, one inside the other; drawn once per size."""
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        colour = QColor(self.theme.shadow)
        drop = self.shadow_reach * 2 // 7
        most = self.shadow_reach - drop
        for reach in range(most, 0, -1):
            fade = 1 - reach / most
            colour.setAlphaF(0.022 * fade**1.4)
            painter.setBrush(colour)
            radius = tokens.RADIUS_WINDOW + reach
            painter.drawRoundedRect(
                self.body()
                .adjusted(-reach, -reach, reach, reach)
                .translated(0, drop * 0.75),
                radius,
                radius,
            )
        painter.end()
        return pixmap
