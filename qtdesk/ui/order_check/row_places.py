"""Where everything in a row stands: measured once for painting, clicks and the field.

Measures only; paints nothing.
"""

import math
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF

from qtdesk.core.checklists import Choice, Verdict
from qtdesk.ui import theme as tokens
from qtdesk.ui.order_check.row_model import RowModel
from qtdesk.ui.order_check.rows import Row, RowKind
from qtdesk.ui.order_check.signs import SIGN
from qtdesk.ui.theme import font

_INSET = tokens.SPACE_16
LABEL_LEFT = _INSET + SIGN + tokens.SPACE_12
LABEL_WIDTH = 92
VALUE_LEFT = LABEL_LEFT + LABEL_WIDTH + tokens.SPACE_12
_HEADING = 26
_LINE = 20
_AROUND = 5
_CHOICE = 22
_WRAP = Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class ChoicePlace:
    """A choice, its digit, and where it stands."""

    choice: Choice
    digit: str
    box: QRectF


@dataclass(frozen=True, slots=True)
class Places:
    """The boxes of one row, from its own top left."""

    height: int
    sign: QRectF
    label: QRectF
    value: QRectF
    remark: QRectF
    choices: tuple[ChoicePlace, ...]


def places_of(model: RowModel, row: Row, width: float, *, current: bool) -> Places:
    """Where the parts of `row` stand in `width`; choices where one is to be made."""
    if row.kind is RowKind.BLOCK:
        nothing = QRectF()
        label = QRectF(_INSET, _HEADING - 22, width - 2 * _INSET, 20)
        return Places(_HEADING, nothing, label, nothing, nothing, ())
    right = width - _INSET
    value_text = model.value(row)
    alone = not value_text and _is_long(model.label(row))
    label_right = right if alone else LABEL_LEFT + LABEL_WIDTH
    label = QRectF(LABEL_LEFT, _AROUND, label_right - LABEL_LEFT, _LINE)
    value = QRectF(VALUE_LEFT, _AROUND, right - VALUE_LEFT, _LINE)
    bottom = value.bottom()
    # An entry without a value says at once what is to be done about it.
    remark = QRectF()
    if text := model.remark(row):
        bare = not value_text and not alone
        top = _AROUND + 2 if bare else bottom
        left = LABEL_LEFT if alone else VALUE_LEFT
        remark = QRectF(left, top, right - left, _high(text, right - left))
        bottom = max(bottom, remark.bottom())
    entry = row.entry
    choices: tuple[ChoicePlace, ...] = ()
    offered = current or (entry is not None and entry.verdict is Verdict.TODO)
    if offered and entry is not None and entry.choices and entry.editable:
        # Beside a label that takes the whole line there is no room.
        bare = not value_text and not remark.height() and not alone
        top = _AROUND - 1 if bare else bottom + tokens.SPACE_4
        room = QRectF(VALUE_LEFT, top, right - VALUE_LEFT, 0)
        choices = _lay_out(entry.choices, room)
        bottom = max(bottom, choices[-1].box.bottom())
    sign = QRectF(_INSET, _AROUND + (_LINE - SIGN) / 2, SIGN, SIGN)
    height = math.ceil(bottom + _AROUND)
    return Places(height, sign, label, value, remark, choices)


def _is_long(label: str) -> bool:
    """Whether a label needs the room of a value, as those of ticks often do."""
    return QFontMetricsF(font(tokens.BODY)).horizontalAdvance(label) > LABEL_WIDTH


def _high(text: str, width: float) -> float:
    metrics = QFontMetricsF(font(tokens.SMALL))
    room = QRectF(0, 0, width, 200)
    return metrics.boundingRect(room, _WRAP, text).height()


def choice_size(choice: Choice, digit: str) -> QSizeF:
    """How much room a choice takes with its digit."""
    label = QFontMetricsF(font(tokens.SMALL)).horizontalAdvance(choice.label)
    number = QFontMetricsF(font(tokens.TINY)).horizontalAdvance(digit)
    gap = tokens.SPACE_4 if digit else 0
    return QSizeF(math.ceil(label + number) + gap + 2 * tokens.SPACE_8, _CHOICE)


def _lay_out(choices: tuple[Choice, ...], room: QRectF) -> tuple[ChoicePlace, ...]:
    placed: list[ChoicePlace] = []
    left, top = room.left(), room.top()
    for number, choice in enumerate(choices, 1):
        digit = str(number) if number <= 9 else ""  # noqa: PLR2004 - the keys 1 to 9
        size = choice_size(choice, digit)
        if left > room.left() and left + size.width() > room.right():
            left, top = room.left(), top + _CHOICE + tokens.SPACE_4
        box = QRectF(left, top, min(size.width(), room.width()), size.height())
        placed.append(ChoicePlace(choice, digit, box))
        left = box.right() + tokens.SPACE_4
    return tuple(placed)
