"""The rows of the launcher: what each says, and how it looks."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qtdesk.core.launcher import Entry, Kind
from qtdesk.ui import drawing
from qtdesk.ui import theme as tokens
from qtdesk.ui.choice_list import paint_ground
from qtdesk.ui.theme import Appearance, font

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor

    from qtdesk.core.launcher import Launcher

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_MOST_DIGITS = 9
_KEY = 44
"""Room for the digit, or the sign of Enter."""
_BETWEEN = " · "


class LauncherModel(QAbstractListModel):
    """One answer of the launcher."""

    def __init__(self, launcher: "Launcher") -> None:
        super().__init__()
        self._launcher = launcher
        self.entries: tuple[Entry, ...] = ()
        """The rows, from the first on."""
        self._query = ""
        self._titles: dict[str, str] = {}
        self._states: dict[str, tuple[int, int, int]] = {}

    def show(
        self, entries: "Sequence[Entry]", query: str, titles: dict[str, str]
    ) -> None:
        """Show these, found for `query`; `titles` are those of stages by key."""
        self.beginResetModel()
        self.entries, self._query, self._titles = tuple(entries), query, titles
        self._states.clear()
        self.endResetModel()

    @property
    def asked(self) -> str:
        """What these rows were found for."""
        return self._query

    def entry(self, row: int) -> Entry | None:
        """The entry in `row`; None outside of the answer."""
        return self.entries[row] if 0 <= row < len(self.entries) else None

    def key(self, row: int) -> str:
        """The digit that chooses `row`; only where no word is typed."""
        return str(row + 1) if not self._query and row < _MOST_DIGITS else ""

    def marks(self, entry: Entry) -> Any:
        return self._launcher.marks(self._query, entry)

    def stage(self, entry: Entry) -> str:
        return self._titles.get(entry.stage, entry.stage)

    def note(self, entry: Entry) -> str:
        """When to take it up, or how a check under way stands."""
        if entry.kind is not Kind.CHECK:
            return entry.note
        said = (
            self.tr("{count} to put right"),
            self.tr("{count} to look at"),
            self.tr("{count} to do"),
        )
        counts = zip(said, self._state(entry), strict=True)
        parts = [words.format(count=count) for words, count in counts if count]
        return _BETWEEN.join((self.tr("Under way"), *parts))

    def worst(self, entry: Entry) -> int:
        """2 where something is wrong, 1 where something is in doubt, else 0."""
        stops, warns, _todo = self._state(entry)
        return 2 if stops else 1 if warns else 0

    def _state(self, entry: Entry) -> tuple[int, int, int]:
        if entry.kind is not Kind.CHECK:
            return (0, 0, 0)
        if entry.id not in self._states:
            # Some milliseconds each: for rows that are seen.
            self._states[entry.id] = self._launcher.state(entry)
        return self._states[entry.id]

    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry(index.row())
        if entry is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (entry.title, self.note(entry), self.key(index.row()))
            return ", ".join(filter(None, said))
        return None


class LauncherDelegate(QStyledItemDelegate):
    """Title and note on the left; the stage and the digit on the right."""

    def __init__(self, model: LauncherModel, appearance: Appearance) -> None:
        super().__init__(model)
        self._model = model
        self._appearance = appearance

    def sizeHint(self, option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(option.rect.width(), tokens.ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        entry = self._model.entry(index.row())
        if entry is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = bool(option.state & QStyle.StateFlag.State_Selected)
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        theme = self._appearance.theme
        paint_ground(painter, option.rect, theme, current=current, hover=hover)
        inner = QRectF(option.rect.adjusted(tokens.SPACE_24, 6, -tokens.SPACE_24, -6))
        self._paint_key(painter, inner, index.row(), current=current)
        right = self._paint_stage(painter, inner, entry, current=current)
        self._paint_words(painter, inner, entry, right)
        painter.restore()

    def _paint_key(
        self, painter: QPainter, box: QRectF, row: int, *, current: bool
    ) -> None:
        key = self._model.key(row) or (drawing.ENTER if current else "")
        if key:
            width = drawing.key_width(key)
            middle = box.center().y() - drawing.KEY_HEIGHT / 2
            place = QRectF(box.right() - width, middle, width, drawing.KEY_HEIGHT)
            drawing.draw_key(painter, place, key, self._appearance.theme)

    def _paint_stage(
        self, painter: QPainter, box: QRectF, entry: Entry, *, current: bool
    ) -> float:
        """The stage's pill; returns where the words must end."""
        theme = self._appearance.theme
        right = box.right() - _KEY
        stage = self._model.stage(entry)
        if not stage:
            return right
        width = drawing.pill_width(stage)
        fill = theme.bg if current else theme.sunk
        pill = QRectF(right - width, box.y(), width, drawing.PILL_HEIGHT)
        drawing.draw_pill(painter, pill, stage, (fill, theme.dim))
        return right - width - tokens.SPACE_12

    def _paint_words(
        self, painter: QPainter, box: QRectF, entry: Entry, right: float
    ) -> None:
        theme = self._appearance.theme
        title = QRectF(box.x(), box.y(), right - box.x(), 20)
        look = (font(tokens.STRONG), theme.text, theme.mark)
        drawing.draw_line(painter, title, entry.title, self._model.marks(entry), look)
        inks: tuple[QColor, ...] = (theme.dim, theme.warn, theme.stop)
        look = (font(tokens.SMALL), inks[self._model.worst(entry)], theme.mark)
        below = QRectF(box.x(), box.bottom() - 18, box.width() - _KEY, 18)
        drawing.draw_line(painter, below, self._model.note(entry), (), look)
