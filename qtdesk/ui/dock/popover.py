"""A note beside the dock: how a phrase reads in full, and what else can be done.

It never takes the focus, and goes when the pointer goes.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qtdesk.ui import placement
from qtdesk.ui import theme as tokens
from qtdesk.ui.floating import FloatingWindow
from qtdesk.ui.panel_parts import DimLabel
from qtdesk.ui.pills import Pill
from qtdesk.ui.theme import Appearance

_WIDTH = 300
_MOST_CHARACTERS = 900
_LOOK_MS = 150
_LOOKS = 4
"""How often the pointer may be seen elsewhere before the note goes."""


class Action(NamedTuple):
    """One thing that can be done."""

    name: str
    label: str


class Note(NamedTuple):
    """What a popover says."""

    title: str
    text: str
    warning: str = ""
    actions: tuple[Action, ...] = ()


class Popover(FloatingWindow):
    """Shown beside what it is about."""

    action_chosen = Signal(str)
    shadow_reach = tokens.SPACE_12

    def __init__(
        self,
        appearance: Appearance,
        composited: Callable[[], bool],
        *,
        upright: bool = False,
    ) -> None:
        """`upright`: actions one below the other, where there are many."""
        super().__init__(appearance, composited, Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.note = Note("", "")
        self._about = QRect()
        self._away = 0
        self._title = DimLabel(appearance, "text", tokens.BODY)
        self._title.setFont(tokens.font(tokens.BODY, tokens.MEDIUM))
        self._text = DimLabel(appearance, "text", tokens.BODY)
        self._warning = DimLabel(appearance, "warn")
        self._column = QVBoxLayout(self)
        self._column.setSpacing(tokens.SPACE_8)
        edge = tokens.SPACE_16
        self._column.setContentsMargins(edge, tokens.SPACE_12, edge, tokens.SPACE_12)
        self._labels = (self._title, self._text, self._warning)
        for label in self._labels:
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            self._column.addWidget(label)
        self._row = QWidget()
        self._pills = QVBoxLayout(self._row) if upright else QHBoxLayout(self._row)
        self._pills.setContentsMargins(0, 0, 0, 0)
        self._pills.setSpacing(tokens.SPACE_8)
        self._column.addWidget(self._row)
        self._watch = QTimer(self)
        self._watch.setInterval(_LOOK_MS)
        self._watch.timeout.connect(self._look_for_pointer)

    @property
    def offers(self) -> bool:
        """Whether there is something to choose, so that it must stay for a while."""
        return self.isVisible() and bool(self.note.actions)

    def say(self, note: Note, about: QRect, dock: QRect) -> None:
        """Show `note` level with `about`, on the free side of `dock`."""
        self.note, self._about, self._away = note, about, 0
        text = note.text[:_MOST_CHARACTERS]
        whole = len(text) == len(note.text)
        for label, line in zip(
            self._labels,
            (note.title, text if whole else f"{text}…", note.warning),
            strict=True,
        ):
            label.setText(line)
            label.setVisible(bool(line))
        self._show_actions(note.actions)
        self.setAccessibleName(" ".join(filter(None, note[:3])))
        # Four words for actions are wider in one language than in another.
        inner = max(_WIDTH - 2 * tokens.SPACE_16, self._row_width())
        heights = [
            label.heightForWidth(inner) for label in self._labels if label.text()
        ]
        if note.actions:
            heights.append(self._row.sizeHint().height())
        gaps = (len(heights) - 1) * tokens.SPACE_8
        width = inner + 2 * tokens.SPACE_16
        self.settle(width, sum(heights) + gaps + 2 * tokens.SPACE_12)
        self._put(about, dock)
        self.show()
        self.rise()
        self.update()
        if note.actions:
            self._watch.start()
        else:
            self._watch.stop()

    def _show_actions(self, actions: Sequence[Action]) -> None:
        while (item := self._pills.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for action in actions:
            pill = Pill(self.appearance)
            pill.setCheckable(False)
            pill.setText(action.label)
            pill.clicked.connect(partial(self._on_chosen, action.name))
            self._pills.addWidget(pill)
        self._pills.addStretch()
        self._row.setVisible(bool(actions))

    def _row_width(self) -> int:
        """What the actions need; 0 without any."""
        return self._row.sizeHint().width() if self.note.actions else 0

    def _put(self, about: QRect, dock: QRect) -> None:
        screen = QGuiApplication.screenAt(dock.center())
        room = (screen or QGuiApplication.primaryScreen()).availableGeometry()
        gap = tokens.SPACE_4
        right = dock.right() + gap
        left = dock.left() - gap - self.width()
        beside = left if left >= room.left() else right
        place = QPoint(beside, about.top() - self.margin - tokens.SPACE_4)
        self.move(placement.clamp(place, self.size(), room))

    def _on_chosen(self, name: str) -> None:
        self.leave()
        self.action_chosen.emit(name)

    @Slot()
    def leave(self) -> None:
        """Go."""
        self._watch.stop()
        self.hide()

    @Slot()
    def _look_for_pointer(self) -> None:
        """Nobody is told where the pointer goes outside of our windows: look."""
        near = self._about.united(self.geometry())
        self._away = 0 if near.contains(QCursor.pos()) else self._away + 1
        if self._away >= _LOOKS:
            self.leave()
