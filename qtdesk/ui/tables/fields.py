"""Fields of a row: a line, several lines, a choice by digits, a tick.

Each holds a text as people write it; what that means in its column is told elsewhere.
"""

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from qtdesk.core.tables import Column, ColumnType, text_of
from qtdesk.ui import theme as tokens
from qtdesk.ui.controls import Switch
from qtdesk.ui.dialogs import voiced
from qtdesk.ui.pills import PILL, Pill
from qtdesk.ui.theme import Appearance
from qtdesk.ui.translations import language_now

_HEIGHT = 36
_SIDE = (_HEIGHT - PILL) // 2
_WIDTH, _LEAST = 320, 160
_LINES = 76
"""Height of a field of several lines: three of them."""
_DIGITS = [Qt.Key.Key_1.value + n for n in range(9)] + [Qt.Key.Key_0.value]
_STEPS = {
    Qt.Key.Key_Left.value: -1,
    Qt.Key.Key_Up.value: -1,
    Qt.Key.Key_Right.value: 1,
    Qt.Key.Key_Down.value: 1,
}
_CLEARING = (Qt.Key.Key_Backspace.value, Qt.Key.Key_Delete.value)
_HELD = ~Qt.KeyboardModifier.KeypadModifier


class TextLine(QLineEdit):
    """A text, a number, an amount or a day."""

    def __init__(self, column: Column) -> None:
        super().__init__()
        voiced(self, "field")
        if column.help:
            self.setPlaceholderText(column.help.said(language_now()))

    @property
    def said(self) -> str:
        return self.text()

    def say(self, text: str) -> None:
        self.setText(text)


class TextLines(QPlainTextEdit):
    """A text of several lines; Tab leaves it."""

    def __init__(self) -> None:
        super().__init__()
        voiced(self, "field")
        self.setTabChangesFocus(True)
        self.setFixedHeight(_LINES)

    @property
    def said(self) -> str:
        return self.toPlainText()

    def say(self, text: str) -> None:
        self.setPlainText(text)


class TickSwitch(Switch):
    """On or off."""

    @property
    def said(self) -> str:
        return "yes" if self.isChecked() else ""

    def say(self, text: str) -> None:
        self.setChecked(bool(text))


class ChoiceRow(QWidget):
    """One of a few answers, or none: a digit chooses it, once more takes it back."""

    def __init__(self, column: Column, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._column = column
        self._other = ""
        """What a check wrote that is none of the answers."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._pills = [Pill(appearance, self) for _ in column.options]
        for number, (pill, option) in enumerate(
            zip(self._pills, column.options, strict=True)
        ):
            label = option.label.said(language_now())
            digit = f"{(number + 1) % 10}  " if number < len(_DIGITS) else ""
            # Where the answers are figures themselves, the digit says it all.
            pill.setText(label if label == digit.strip() else f"{digit}{label}")
            self._group.addButton(pill, number)
        self._group.idClicked.connect(self._on_clicked)
        self._chosen = -1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def said(self) -> str:
        if self._chosen >= 0:
            return self._column.options[self._chosen].id
        return self._other

    def say(self, text: str) -> None:
        language = language_now()
        said = [text_of(self._column, o.id, language) for o in self._column.options]
        ids = [option.id for option in self._column.options]
        self._other = "" if text in said or text in ids else text
        known = text in said or text in ids
        place = (said.index(text) if text in said else ids.index(text)) if known else -1
        self._show(place)

    def choose(self, number: int) -> None:
        """Choose that answer; the one that is chosen is taken back."""
        if 0 <= number < len(self._pills):
            self._other = ""
            self._show(-1 if number == self._chosen else number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if (event.modifiers() & _HELD) != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        elif key in _DIGITS:
            self.choose(_DIGITS.index(key))
        elif key in _STEPS and self._pills:
            self._show((self._chosen + _STEPS[key]) % len(self._pills))
        elif key in _CLEARING:
            self._other = ""
            self._show(-1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for pill, box in zip(self._pills, self._boxes(self.width()), strict=True):
            pill.setGeometry(box)
        # Not as a height for each width, which forms with labels reckon wrongly.
        self.setFixedHeight(self._height(self.width()))

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, self._height(_WIDTH))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, _HEIGHT)

    def _height(self, width: int) -> int:
        boxes = self._boxes(width)
        return (boxes[-1].bottom() + 1 if boxes else PILL) + _SIDE

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._appearance.theme.accent)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, tokens.RADIUS_CONTROL, tokens.RADIUS_CONTROL)

    def _show(self, number: int) -> None:
        self._chosen = number
        for place, pill in enumerate(self._pills):
            pill.setChecked(place == number)
        option = self._column.options[number] if number >= 0 else None
        said = option.label.said(language_now()) if option else self._other
        self.setAccessibleDescription(said)

    def _boxes(self, width: int) -> list[QRect]:
        """Pills side by side, and in further lines where they do not fit."""
        left, top = _SIDE, _SIDE
        boxes = []
        for pill in self._pills:
            wide = min(pill.sizeHint().width(), width - 2 * _SIDE)
            if left > _SIDE and left + wide + _SIDE > width:
                left, top = _SIDE, top + PILL + tokens.SPACE_8
            boxes.append(QRect(left, top, wide, PILL))
            left += wide + tokens.SPACE_8
        return boxes

    @Slot(int)
    def _on_clicked(self, number: int) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.choose(number)


Field = TextLine | TextLines | ChoiceRow | TickSwitch


def field_of(column: Column, text: str, appearance: Appearance) -> Field:
    """A field for `column` that begins with `text`."""
    field: Field
    if column.type is ColumnType.CHOICE:
        field = ChoiceRow(column, appearance)
    elif column.type is ColumnType.TICK:
        field = TickSwitch(appearance)
    elif column.type is ColumnType.TEXT and "\n" in text:
        field = TextLines()
    else:
        field = TextLine(column)
    field.say(text)
    return field
