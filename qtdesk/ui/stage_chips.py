"""The stages of the answer as a row of chips, moved through with Tab.

Counts come from outside; a count that is not known is not shown.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QButtonGroup, QWidget

from qtdesk.core.search import Answer
from qtdesk.ui import theme as tokens
from qtdesk.ui.pills import PILL, Pill
from qtdesk.ui.theme import Appearance

_FADE = 24


class Chip(NamedTuple):
    """One stage to choose; `key` is None for all stages together."""

    key: str | None
    title: str
    hits: int | None = None

    @property
    def label(self) -> str:
        return self.title if self.hits is None else f"{self.title} {self.hits}"


def chips_for(
    answer: Answer, titles: Mapping[str, str], chosen: str | None, every: str
) -> list[Chip]:
    """All stages, or those that were hit; a part of the hits gives no counts."""
    chips = [Chip(None, every)]
    if answer.more or not answer.query:
        return chips + [Chip(key, title) for key, title in titles.items()]
    counts: dict[str, int] = {}
    for hit in answer.hits:
        counts[hit.phrase.stage] = counts.get(hit.phrase.stage, 0) + 1
    order = list(titles) + [key for key in counts if key not in titles]
    return chips + [
        Chip(key, titles.get(key, key), counts.get(key, 0))
        for key in order
        if key in counts or key == chosen
    ]


class _Fade(QWidget):
    """Lies over the ends of the row, where there is more than can be seen."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._ends = (False, False)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_ends(self, row: QSize, *, left: bool, right: bool) -> None:
        self._ends = (left, right)
        self.resize(row)
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        clear = QColor(self._appearance.theme.bg)
        clear.setAlpha(0)
        width = float(_FADE)
        for more, inner, outer in (
            (self._ends[0], width, 0.0),
            (self._ends[1], self.width() - width, float(self.width())),
        ):
            if more:
                # Most rows have room enough.
                from PySide6.QtGui import QLinearGradient  # noqa: PLC0415

                fade = QLinearGradient(inner, 0, outer, 0)
                fade.setColorAt(0, clear)
                fade.setColorAt(1, self._appearance.theme.bg)
                painter.fillRect(
                    QRectF(min(inner, outer), 0, width, self.height()), fade
                )


class StageChips(QWidget):
    """One chip per stage; those out of sight come into sight when chosen."""

    stage_chosen = Signal(object)  # key or None

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._chips: tuple[Chip, ...] = ()
        self._current: str | None = None
        self._pills: list[Pill] = []
        self._fade = _Fade(appearance, self)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._on_clicked)
        self.setFixedHeight(PILL)

    @property
    def chips(self) -> tuple[Chip, ...]:
        return self._chips

    def show_chips(self, chips: Sequence[Chip], current: str | None) -> None:
        """Show these; `current` is the key of the chosen one."""
        self._chips, self._current = tuple(chips), current
        while len(self._pills) < len(chips):
            pill = Pill(self._appearance, self)
            self._group.addButton(pill, len(self._pills))
            self._pills.append(pill)
        for pill, chip in zip(self._pills, chips, strict=False):
            if pill.text() != chip.label:
                pill.setText(chip.label)
            pill.setChecked(chip.key == current)
        self._arrange()

    def move_by(self, direction: int) -> None:
        """Choose the next chip, or with -1 the one before; round and round."""
        keys = [chip.key for chip in self._chips]
        at = keys.index(self._current) if self._current in keys else 0
        self.stage_chosen.emit(keys[(at + direction) % len(keys)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Lay the pills side by side; slide them until the current one is in sight."""
        shown = self._pills[: len(self._chips)]
        widths = [pill.sizeHint().width() for pill in shown]
        lefts = [sum(widths[:n]) + n * tokens.SPACE_8 for n in range(len(widths))]
        at = next((n for n, pill in enumerate(shown) if pill.isChecked()), 0)
        slide = 0
        if shown and lefts[at] + widths[at] + tokens.SPACE_24 > self.width():
            end = lefts[-1] + widths[-1] - self.width()
            slide = min(lefts[at] - self.width() // 2, end)
        for pill, left, width in zip(shown, lefts, widths, strict=True):
            pill.setGeometry(left - slide, 0, width, self.height())
            pill.setVisible(True)
        for pill in self._pills[len(shown) :]:
            pill.setVisible(False)
        end = lefts[-1] + widths[-1] - slide if shown else 0
        self._fade.show_ends(self.size(), left=slide > 0, right=end > self.width())

    @Slot(int)
    def _on_clicked(self, number: int) -> None:
        self.stage_chosen.emit(self._chips[number].key)
