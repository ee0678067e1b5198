"""The page of figures: one at a time, as a plot and as a table that says the same."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from qtdesk.core.audit import Figures, Period
from qtdesk.core.audit.telling import (
    ONLY_RECORDED,
    SCORES,
    TITLES,
    Names,
    Teller,
    Told,
    cells,
    heads,
)
from qtdesk.core.auditing import Auditing, Comparison
from qtdesk.core.errors import QtdeskError
from qtdesk.ui import theme as tokens
from qtdesk.ui.audit.plots import Bars, Point, ScoreLine
from qtdesk.ui.controls import ChoiceBox
from qtdesk.ui.dialogs import voiced
from qtdesk.ui.theme import Appearance
from qtdesk.ui.translations import language_now

_Index = QModelIndex | QPersistentModelIndex
_ROW_HEIGHT = 28
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MOST_AGENTS = 5
"""Lines; the table has all of them."""


class FiguresPage(QWidget):
    """Asks for what its boxes say as soon as they change."""

    refused = Signal(object)  # QtdeskError

    def __init__(
        self, auditing: Auditing, names: Names, appearance: Appearance
    ) -> None:
        super().__init__()
        self._auditing, self._names = auditing, names
        self._appearance = appearance
        self._asked = 0
        """Number of the last question: answers to older ones come too late."""
        self._found: Comparison | None = None
        self.told: list[Told] = []
        """All figures in words, for an export."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SPACE_12)
        column.addLayout(self._build_choices())
        self.bars = Bars(appearance)
        column.addWidget(self.bars)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._shown_lines: list[ScoreLine] = []
        column.addLayout(self._lines)
        self.empty = voiced(QLabel(self.tr("Nothing was recorded.")), "dim")
        column.addWidget(self.empty)
        self._model = FigureModel(self)
        self.table = QTableView()
        self.table.setModel(self._model)
        self.table.setAccessibleName(self.tr("The same as a table"))
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        column.addWidget(self.table, 1)
        note = voiced(QLabel(ONLY_RECORDED.said(language_now())), "dim")
        note.setWordWrap(True)
        column.addWidget(note)

    def _build_choices(self) -> QHBoxLayout:
        self.figure = self._choice(
            self.tr("Figure"),
            *((title.said(language_now()), name) for name, title in TITLES.items()),
        )
        self.figure.activated.disconnect(self._on_chosen)
        self.figure.activated.connect(self.show_figure)
        self.days = self._choice(
            self.tr("Days"),
            (self.tr("Last 7 days"), 7),
            (self.tr("Last 30 days"), 30),
            (self.tr("Last 90 days"), 90),
        )
        self.days.setCurrentIndex(1)
        self.before = self._choice(
            self.tr("Beside it"),
            (self.tr("Nothing beside it"), False),
            (self.tr("The same span before"), True),
        )
        row = QHBoxLayout()
        row.setSpacing(tokens.SPACE_8)
        for box in (self.figure, self.days, self.before):
            row.addWidget(box, 1)
        return row

    def _choice(self, name: str, *choices: tuple[str, object]) -> QComboBox:
        box = ChoiceBox(self._appearance)
        box.setAccessibleName(name)
        for label, value in choices:
            box.addItem(label, value)
        box.activated.connect(self._on_chosen)
        return box

    # --- asking ----------------------------------------------------------------

    @property
    def compared(self) -> bool:
        """Whether the time before stands beside."""
        return self._found is not None and self._found.before is not None

    @Slot()
    def _on_chosen(self) -> None:
        self.ask()

    def ask(self) -> None:
        """Reckon what the boxes say."""
        self._asked += 1
        today, days = self._auditing.now, int(self.days.currentData())
        now = _period(today, days)
        before = _period(now.first - timedelta(days=1), days)
        wanted = before if self.before.currentData() else None
        self._auditing.figures(now, wanted, partial(self._take, self._asked))

    def let_go(self) -> None:
        """Take no answer any more: another page is in its place."""
        self._asked += 1

    def _take(self, asked: int, found: Comparison | QtdeskError) -> None:
        if asked != self._asked:
            return
        if isinstance(found, QtdeskError):
            self.refused.emit(found)
            return
        self._found = found
        teller = Teller(self._names, self._auditing.tables, language_now())
        self.told = list(teller.lines(found.now, found.before))
        self.show_figure()

    @Slot()
    def show_figure(self) -> None:
        """Show the one that is chosen."""
        figure = str(self.figure.currentData())
        mine = [each for each in self.told if each.figure == figure]
        compared = self.compared and figure != SCORES
        self.bars.setVisible(bool(mine) and figure != SCORES)
        self.bars.setAccessibleName(self.figure.currentText())
        self.bars.take(mine, compared=compared)
        self._show_lines(shown=figure == SCORES)
        self._model.take(mine, compared=compared)
        head = self.table.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.setVisible(bool(mine))
        self.empty.setVisible(not mine)

    def _show_lines(self, *, shown: bool) -> None:
        for line in self._shown_lines:
            self._lines.removeWidget(line)
            line.hide()
            line.deleteLater()
        found = self._found
        agents = _weeks_of(found) if shown and found is not None else {}
        self._shown_lines = [
            ScoreLine(agent, weeks, self._appearance)
            for agent, weeks in list(agents.items())[:_MOST_AGENTS]
        ]
        for line in self._shown_lines:
            self._lines.addWidget(line)


class FigureModel(QAbstractTableModel):
    """Lines of one figure, without its name."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: list[list[str]] = []
        self._heads: list[str] = []

    def take(self, told: list[Told], *, compared: bool) -> None:
        """Show these instead."""
        self.beginResetModel()
        language = language_now()
        self._lines = [line[1:] for line in cells(told, language, compared=compared)]
        self._heads = heads(language, compared=compared)[1:]
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._heads)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if section else _LEFT
        return self._heads[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(map(": ".join, zip(self._heads, line, strict=True)))
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return _RIGHT
        return None


def _period(last: date, days: int) -> Period:
    return Period(last - timedelta(days=days - 1), last)


def _weeks_of(found: Comparison) -> dict[str, list[Point]]:
    """Each agent's weeks, the same for all, those of the time before with them."""
    both: tuple[Figures | None, ...] = (found.before, found.now)
    weeks = [week for figures in both if figures is not None for week in figures.weeks]
    mondays = sorted({week.monday for week in weeks})
    # A week that both spans have a part of counts as it is in the later one.
    known = {(week.agent, week.monday): week.score.percent for week in weeks}
    return {
        agent: [Point(monday, known.get((agent, monday))) for monday in mondays]
        for agent in sorted({week.agent for week in weeks})
    }
