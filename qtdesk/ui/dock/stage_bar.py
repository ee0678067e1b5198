"""The stages one below the other, with the key of each. A click turns to one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from qtdesk.ui import theme as tokens
from qtdesk.ui.theme import Appearance, font

_LOWEST, _HIGHEST = 26, 38
_SIDE = tokens.SPACE_8
_KEY_WIDTH = 16
_NARROWEST, _WIDEST = 70, 124


@dataclass(frozen=True, slots=True)
class StageLine:
    """One stage; `key` is None for what is at hand of all of them."""

    key: str | None
    title: str
    sign: str = ""
    """What is on its key; empty where it has none."""
    combo: str = ""
    """The whole combination, for those who cannot see it."""


class _StageButton(QAbstractButton):
    """A line of the bar, painted by itself."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.sign = ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        text = QFontMetricsF(_font(strong=True)).horizontalAdvance(self.text())
        return QSize(round(text) + 2 * _SIDE + _KEY_WIDTH + 2, _LOWEST)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, chosen = self._appearance.theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.sel if chosen else theme.hover)
            ground = QRectF(self.rect()).adjusted(0, 1, 0, -1)
            radius = tokens.RADIUS_CONTROL
            painter.drawRoundedRect(ground, radius, radius)
        inner = QRectF(self.rect()).adjusted(_SIDE, 0, -_SIDE, 0)
        painter.setFont(_font(strong=chosen))
        painter.setPen(theme.accent if chosen else theme.text)
        middle = Qt.AlignmentFlag.AlignVCenter
        room = inner.width() - (_KEY_WIDTH if self.sign else 0)
        title = QFontMetricsF(_font(strong=chosen)).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room
        )
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, title)
        painter.setFont(font(tokens.TINY))
        painter.setPen(theme.dim if chosen else theme.faint)
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, self.sign)


def _font(*, strong: bool) -> QFont:
    return font(tokens.BODY, tokens.BOLD if strong else tokens.REGULAR)


class StageBar(QWidget):
    """As many lines as there are; where they do not fit, the wheel moves them."""

    stage_chosen = Signal(object)  # key or None

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._lines: tuple[StageLine, ...] = ()
        self._buttons: list[_StageButton] = []
        self._slide = 0
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._on_clicked)

    @property
    def lines(self) -> tuple[StageLine, ...]:
        return self._lines

    def show_lines(self, lines: Sequence[StageLine], chosen: str | None) -> None:
        """Show these; `chosen` is the key of the one that is turned to."""
        self._lines = tuple(lines)
        while len(self._buttons) < len(lines):
            button = _StageButton(self._appearance, self)
            self._group.addButton(button, len(self._buttons))
            self._buttons.append(button)
        for button, line in zip(self._buttons, lines, strict=False):
            button.setText(line.title)
            button.sign = line.sign
            button.setAccessibleName(line.title)
            button.setAccessibleDescription(line.combo)
            button.setChecked(line.key == chosen)
        shown = self._buttons[: len(lines)]
        widest = max((button.sizeHint().width() for button in shown), default=0)
        self.setFixedWidth(max(_NARROWEST, min(widest, _WIDEST)))
        self._arrange()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._slide -= event.angleDelta().y() // 4
        self._arrange()
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.ignore()

    def _arrange(self) -> None:
        count = len(self._lines)
        height = max(_LOWEST, min(_HIGHEST, self.height() // max(count, 1)))
        self._slide = max(0, min(self._slide, count * height - self.height()))
        for number, button in enumerate(self._buttons):
            button.setVisible(number < count)
            top = number * height - self._slide
            button.setGeometry(0, top, self.width(), height)

    @Slot(int)
    def _on_clicked(self, number: int) -> None:
        self.stage_chosen.emit(self._lines[number].key)
