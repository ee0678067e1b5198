"""The form in the panel: one field for each thing a phrase wants.

Shown in the place of the list. It collects answers and says when they are complete;
how the text reads with them is shown elsewhere, and pasting is others' business.
"""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qtdesk.core.templates import Kind, Want
from qtdesk.ui import theme as tokens
from qtdesk.ui.form_fields import HEIGHT, AnswerChoice, AnswerField, AnswerLine
from qtdesk.ui.panel_parts import DimLabel
from qtdesk.ui.pills import Pill
from qtdesk.ui.theme import Appearance

_LABEL_WIDTH = 132


class Form(QScrollArea):
    """Fields one below the other; the one with the focus is always in sight."""

    changed = Signal()
    """An answer is another now."""
    done = Signal()
    """The agent is through, and nothing is missing."""
    better_asked = Signal()
    escape_pressed = Signal()
    field_focused = Signal()

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._fields: list[AnswerField] = []
        self._ticks: dict[str, Pill] = {}
        self._at = 0
        """The field with the focus, counted from 0."""
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        clear = self.palette()
        clear.setBrush(QPalette.ColorRole.Window, Qt.BrushStyle.NoBrush)
        self.setPalette(clear)
        self.viewport().setAutoFillBackground(False)

    # --- what is asked ---------------------------------------------------------

    def ask(
        self,
        wants: Sequence[Want],
        suggested: Mapping[str, str],
        day: Callable[[int], str],
    ) -> None:
        """Ask for `wants`; fields begin with what is `suggested` by their keys.

        `day` writes the day so many days from now.
        """
        self._ticks, self._at = {}, 0
        self._fields = [self._field(want, day) for want in wants]
        inside = QWidget()
        inside.setAutoFillBackground(False)
        column = QVBoxLayout(inside)
        column.setContentsMargins(
            tokens.SPACE_24, tokens.SPACE_4, tokens.SPACE_24, tokens.SPACE_4
        )
        column.setSpacing(tokens.SPACE_12)
        for field in self._fields:
            column.addLayout(self._row(field))
            field.begin(suggested.get(field.want.key, ""))
        column.addStretch()
        self._show(inside)
        for field in self._fields:
            self._connect(field)

    def clear(self) -> None:
        """Forget every answer."""
        self._fields, self._ticks, self._at = [], {}, 0
        self._show(QWidget())

    @property
    def answers(self) -> dict[str, str]:
        """All answers by the keys of what was wanted, empty ones included."""
        return {field.want.key: field.answer for field in self._fields}

    @property
    def to_keep(self) -> dict[str, str]:
        """By name of the setting: answers that are to be asked for no more."""
        return {
            field.want.setting: field.answer.strip()
            for field in self._fields
            if field.want.key in self._ticks and self._ticks[field.want.key].isChecked()
        }

    @property
    def current(self) -> AnswerField | None:
        """The field that takes the keys, also before the window has the focus."""
        return self._fields[self._at] if self._fields else None

    @property
    def at_last(self) -> bool:
        """Whether Enter is to end it."""
        return self._at + 1 >= len(self._fields)

    def take_focus(self) -> None:
        """Go to the first field that misses something, else to the first of all."""
        self._go_to((self._missing() or self._fields)[0])

    def finish(self) -> None:
        """Be done, or go to what is missing."""
        self._on_done_asked()

    # --- going through it ------------------------------------------------------

    def _missing(self) -> list[AnswerField]:
        return [one for one in self._fields if not one.want.accepts(one.answer)]

    def _go_to(self, field: AnswerField) -> None:
        self._at = self._fields.index(field)
        field.take_focus()

    @Slot(int)
    def _on_step_asked(self, step: int) -> None:
        self._go_to(self._fields[(self._at + step) % len(self._fields)])

    @Slot()
    def _on_enter_released(self) -> None:
        if self.at_last:
            self._on_done_asked()
        else:
            self._on_step_asked(1)

    @Slot()
    def _on_done_asked(self) -> None:
        missing = self._missing()
        if missing:
            self._go_to(missing[0])
        else:
            self.done.emit()

    @Slot()
    def _on_keep_asked(self) -> None:
        tick = self._ticks.get(self._fields[self._at].want.key)
        if tick is not None:
            tick.toggle()

    @Slot()
    def _on_focused(self) -> None:
        focused = (at for at, one in enumerate(self._fields) if one.hasFocus())
        self._at = next(focused, self._at)
        self.ensureWidgetVisible(self._fields[self._at], 0, tokens.SPACE_12)
        self.field_focused.emit()

    def _show(self, inside: QWidget) -> None:
        # What is there may be in the midst of an event of its own.
        before = self.takeWidget()
        if before is not None:
            before.deleteLater()
        self.setWidget(inside)

    # --- building --------------------------------------------------------------

    def _field(self, want: Want, day: Callable[[int], str]) -> AnswerField:
        if want.kind is Kind.CHOICE:
            return AnswerChoice(want, self._appearance)
        field = AnswerLine(
            want, self._appearance, day if want.kind is Kind.DATE else None
        )
        if want.kind is Kind.DATE:
            field.setPlaceholderText(self.tr("↑ and ↓ count days from today"))
        elif want.optional:
            field.setPlaceholderText(self.tr("May stay empty"))
        return field

    def _row(self, field: AnswerField) -> QHBoxLayout:
        choice = isinstance(field, AnswerChoice)
        label = DimLabel(self._appearance, "dim", tokens.BODY)
        text = self.tr("Choose one") if choice else field.want.label
        room = _LABEL_WIDTH - tokens.SPACE_4
        elide = Qt.TextElideMode.ElideRight
        label.setText(label.fontMetrics().elidedText(text, elide, room))
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFixedSize(_LABEL_WIDTH, HEIGHT)
        label.setBuddy(field)
        row = QHBoxLayout()
        row.setSpacing(tokens.SPACE_12)
        row.addWidget(label, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(field, 1)
        if field.want.setting:
            row.addWidget(self._tick(field))
        return row

    def _tick(self, field: AnswerField) -> Pill:
        tick = Pill(self._appearance)
        tick.setText(self.tr("Remember · Ctrl+S"))
        tick.setToolTip(self.tr("Then it is in the settings, and not asked for again."))
        tick.setAccessibleDescription(tick.toolTip())
        self._ticks[field.want.key] = tick
        return tick

    def _connect(self, field: AnswerField) -> None:
        field.changed.connect(self.changed)
        field.focused.connect(self._on_focused)
        keys = field.keys
        keys.step_asked.connect(self._on_step_asked)
        keys.enter_released.connect(self._on_enter_released)
        keys.done_asked.connect(self._on_done_asked)
        keys.keep_asked.connect(self._on_keep_asked)
        keys.better_asked.connect(self.better_asked)
        keys.escape_pressed.connect(self.escape_pressed)
