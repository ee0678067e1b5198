"""Fields of a form: a line to type into, and a choice made by digits.

Each says what was answered and passes the keys of the form on; which field comes next,
and what becomes of an answer, is the form's business.
"""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QWidget

from qtdesk.core.templates import Want
from qtdesk.ui import theme as tokens
from qtdesk.ui.form_keys import FormKeys
from qtdesk.ui.pills import PILL, Pill
from qtdesk.ui.theme import Appearance, font

HEIGHT = 36
_LONGEST = 200
"""Characters; an answer is a part of a message."""
_DIGITS = range(Qt.Key.Key_1.value, Qt.Key.Key_9.value + 1)
_STEPS = {
    Qt.Key.Key_Left.value: -1,
    Qt.Key.Key_Up.value: -1,
    Qt.Key.Key_Right.value: 1,
    Qt.Key.Key_Down.value: 1,
}
_NO_MODIFIER = Qt.KeyboardModifier.NoModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class AnswerLine(QLineEdit):
    """A line for a text or a day; in one for a day, up and down count days."""

    changed = Signal()
    focused = Signal()

    def __init__(
        self, want: Want, appearance: Appearance, day: Callable[[int], str] | None
    ) -> None:
        """`day` writes the day so many days from now; None where it is no day."""
        super().__init__()
        self.want, self.keys = want, FormKeys(self)
        self._appearance = appearance
        self._day = day
        self._later: int | None = None
        self._preedit = False
        self.setFrame(False)
        self.setFont(font(tokens.STRONG))
        self.setFixedHeight(HEIGHT)
        self.setMaxLength(_LONGEST)
        side = tokens.SPACE_12
        self.setTextMargins(side, 0, side, 0)
        clear = self.palette()
        clear.setBrush(QPalette.ColorRole.Base, Qt.BrushStyle.NoBrush)
        self.setPalette(clear)
        self.setAccessibleName(want.label)
        self.textChanged.connect(self.changed)

    @property
    def answer(self) -> str:
        return self.text()

    def begin(self, answer: str) -> None:
        """Show `answer`, as nobody has typed it."""
        self.setText(answer)

    def take_focus(self) -> None:
        self.setFocus(Qt.FocusReason.TabFocusReason)
        self.selectAll()

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Tab is the form's own."""
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.keys.disarm()
        super().focusOutEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._preedit = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # While a word is being composed, every key belongs to the input method.
        if self._preedit or not (self.keys.press(event) or self._count(event)):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not self.keys.release(event):
            super().keyReleaseEvent(event)

    def _count(self, event: QKeyEvent) -> bool:
        """A day later with the key up, a day sooner with the key down."""
        steps = {Qt.Key.Key_Up.value: 1, Qt.Key.Key_Down.value: -1}
        step = steps.get(event.key())
        if self._day is None or step is None or event.modifiers() & ~_KEYPAD:
            return False
        self._later = 0 if self._later is None else self._later + step
        self.setText(self._day(self._later))
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, focus = self._appearance.theme, self.hasFocus()
        width = 2.0 if focus else 1.0
        painter.setPen(QPen(theme.accent if focus else theme.edge, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, tokens.RADIUS_CONTROL, tokens.RADIUS_CONTROL)
        painter.end()
        super().paintEvent(event)


class AnswerChoice(QWidget):
    """One of a few texts: a digit chooses it, arrows go from one to the next."""

    changed = Signal()
    focused = Signal()

    def __init__(self, want: Want, appearance: Appearance) -> None:
        super().__init__()
        self.want, self.keys = want, FormKeys(self)
        self._appearance = appearance
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Choice: {options}").format(options=want.label))
        self._group = QButtonGroup(self)
        self._pills = [Pill(appearance, self) for _ in want.options]
        for number, (pill, option) in enumerate(
            zip(self._pills, want.options, strict=True)
        ):
            said = option or self.tr("(nothing)")
            pill.setText(f"{number + 1}  {said}" if number < len(_DIGITS) else said)
            self._group.addButton(pill, number)
        self._group.idClicked.connect(self._on_clicked)
        self._arrange(_LONGEST)

    @property
    def answer(self) -> str:
        return self.want.options[max(self._group.checkedId(), 0)]

    def begin(self, answer: str) -> None:
        """Have `answer` chosen, as nobody has done anything."""
        options = self.want.options
        number = options.index(answer) if answer in options else 0
        self._pills[number].setChecked(True)
        self._describe()

    def take_focus(self) -> None:
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def choose(self, number: int) -> None:
        """Choose the option with this number, counted from 0; none is as before."""
        if 0 <= number < len(self._pills):
            self._pills[number].setChecked(True)
            self._describe()
            self.changed.emit()

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Tab is the form's own."""
        return False

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.keys.disarm()
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~_KEYPAD
        if self.keys.press(event):
            return
        if event.key() in _DIGITS and held == _NO_MODIFIER:
            self.choose(event.key() - _DIGITS.start)
        elif event.key() in _STEPS and held == _NO_MODIFIER:
            count = len(self._pills)
            self.choose((self._group.checkedId() + _STEPS[event.key()]) % count)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not self.keys.release(event):
            super().keyReleaseEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.hasFocus():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._appearance.theme.accent, 2))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, tokens.RADIUS_CONTROL, tokens.RADIUS_CONTROL)

    def _arrange(self, width: int) -> None:
        """Pills side by side, and in further lines where they do not fit."""
        side = (HEIGHT - PILL) // 2
        left, top = side, side
        for pill in self._pills:
            wide = min(pill.sizeHint().width(), width - 2 * side)
            if left > side and left + wide + side > width:
                left, top = side, top + PILL + tokens.SPACE_8
            pill.setGeometry(left, top, wide, PILL)
            left += wide + tokens.SPACE_8
        self.setFixedHeight(top + PILL + side)

    def _describe(self) -> None:
        self.setAccessibleDescription(self.answer)

    @Slot(int)
    def _on_clicked(self, number: int) -> None:
        self.take_focus()
        self.choose(number)


AnswerField = AnswerLine | AnswerChoice
