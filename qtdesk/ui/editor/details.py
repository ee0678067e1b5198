"""What a phrase is found by and when it holds: code, keywords, stage, days."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QStringListModel, Qt, Signal, Slot
from PySide6.QtWidgets import QCompleter, QGridLayout, QLabel, QLineEdit, QWidget

from qtdesk.core.own_phrases.draft import Draft
from qtdesk.core.phrases import Stage
from qtdesk.ui import theme as tokens
from qtdesk.ui.controls import ChoiceBox
from qtdesk.ui.dialogs import voiced
from qtdesk.ui.theme import Appearance

_LONGEST = 2000
"""Characters; nobody types so many."""
_Control = TypeVar("_Control", bound=QWidget)


class Details(QWidget):
    """Two columns of fields with their names."""

    changed = Signal()

    def __init__(
        self,
        appearance: Appearance,
        draft: Draft,
        stages: Sequence[Stage],
        situations: Callable[[str], list[str]],
    ) -> None:
        """`situations` tells the titles that a stage has already."""
        super().__init__()
        self._stages = stages
        self._situations = situations
        self.controls: list[QWidget] = []
        """In the order in which they are read."""
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(tokens.SPACE_12)
        self._grid.setVerticalSpacing(tokens.SPACE_8)
        for column in (1, 3):
            self._grid.setColumnStretch(column, 1)
        self.code = self._line(self.tr("Code"), draft.code)
        self.keywords = self._line(self.tr("Keywords"), draft.keywords)
        self.stage = self._add(self.tr("Stage"), self._stage_box(appearance, draft))
        self.situation = self._line(self.tr("Situation"), draft.situation)
        self.begins = self._line(self.tr("From"), draft.begins)
        self.ends = self._line(self.tr("Until"), draft.ends)
        self.keywords.setPlaceholderText(self.tr("with commas between"))
        for day in (self.begins, self.ends):
            day.setPlaceholderText("2026-11-11 18:00")
        self._titles = QStringListModel(self)
        completer = QCompleter(self._titles, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.situation.setCompleter(completer)
        self._on_stage_changed()

    def written_into(self, draft: Draft) -> Draft:
        """`draft` with what stands here."""
        return draft._replace(
            code=self.code.text(),
            keywords=self.keywords.text(),
            stage=self._stages[self.stage.currentIndex()].key,
            situation=self.situation.text(),
            begins=self.begins.text(),
            ends=self.ends.text(),
        )

    def _stage_box(self, appearance: Appearance, draft: Draft) -> ChoiceBox:
        box = ChoiceBox(appearance)
        for stage in self._stages:
            box.addItem(stage.title)
        keys = [stage.key for stage in self._stages]
        box.setCurrentIndex(keys.index(draft.stage) if draft.stage in keys else 0)
        box.setMinimumContentsLength(1)
        box.setSizeAdjustPolicy(
            ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        box.currentIndexChanged.connect(self._on_stage_changed)
        return box

    @Slot()
    def _on_stage_changed(self) -> None:
        # A large book has them from far and wide: only when somebody is about to type.
        stage = self._stages[self.stage.currentIndex()].key
        self._titles.setStringList(self._situations(stage))
        self.changed.emit()

    def _line(self, label: str, text: str) -> QLineEdit:
        line = voiced(QLineEdit(text), "field")
        line.setMaxLength(_LONGEST)
        line.setCursorPosition(0)
        line.textChanged.connect(self.changed)
        return self._add(label, line)

    def _add(self, label: str, control: _Control) -> _Control:
        number = len(self.controls)
        named = voiced(QLabel(label), "dim")
        named.setBuddy(control)
        control.setAccessibleName(label)
        self.controls.append(control)
        row, column = divmod(number, 2)
        self._grid.addWidget(named, row, 2 * column)
        self._grid.addWidget(control, row, 2 * column + 1)
        return control
