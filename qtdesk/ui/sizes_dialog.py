"""Which size fits: what the buyer wrote above, the size and what to say of it below.

Shows and hands on; it reckons nothing, and keeps nothing of a buyer.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from qtdesk.core.phrases import Problem
from qtdesk.core.sizes import (
    Chart,
    Fit,
    Measure,
    Said,
    SizeTable,
    Verdict,
    likeliest,
    read_measures,
    say,
    written,
)
from qtdesk.ui import theme as tokens
from qtdesk.ui.controls import ChoiceBox, Switch
from qtdesk.ui.dialogs import Dialog, voiced
from qtdesk.ui.problem_text import ProblemText
from qtdesk.ui.theme import Appearance

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk

_WIDTH = 520
_TEXT_HEIGHT = 96


class SizesDialog(Dialog):
    """One field, one choice, one answer; Enter pastes it into the chat."""

    def __init__(
        self, desk: "Desk", appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, parent)
        self._desk = desk
        self._charts: list[tuple[SizeTable, Chart]] = []
        self._typed, self._number, self._loose = "", 0, False
        self._by_hand = False
        """Whether the agent chose the table, since what is typed no longer does."""
        self._said: Said | None = None
        self._problems: tuple[Problem, ...] = ()
        self.rebuild()

    def take(
        self, tables: Sequence[SizeTable], problems: Sequence[Problem] = ()
    ) -> None:
        """Offer these tables, and tell what is wrong in those that cannot be used."""
        self._problems = tuple(problems)
        self._charts = [
            (table, chart)
            for table in tables
            for chart in (table.charts[:1] if table.together else table.charts)
        ]
        self._number = min(self._number, max(len(self._charts) - 1, 0))
        self.rebuild()
        if self.isVisible():
            self.fit_height()

    # --- building --------------------------------------------------------------

    def build(self, body: QVBoxLayout, footer: QHBoxLayout) -> None:
        self.setWindowTitle(self.tr("Which size fits"))
        self.setFixedWidth(_WIDTH)
        note = self.tr("Type or paste what the buyer wrote. Nothing of it is kept.")
        body.addLayout(self.heading(self.tr("Which size fits"), note))
        self._field = voiced(QLineEdit(self._typed), "field")
        self._field.setPlaceholderText(self.tr("Such as: 165 104斤, 胸围88"))
        self._field.setAccessibleName(self.tr("What the buyer wrote"))
        self._field.textChanged.connect(self._on_typed)
        body.addWidget(self._field)
        body.addLayout(self._choices())
        self._size = voiced(QLabel(), "heading")
        self._why = voiced(QLabel(), "dim")
        self._why.setWordWrap(True)
        body.addWidget(self._size)
        body.addWidget(self._why)
        self._text = QTextEdit()
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setFixedHeight(_TEXT_HEIGHT)
        self._text.setAccessibleName(self.tr("Text for the buyer"))
        body.addWidget(self._text)
        if self._problems:
            faults = ProblemText(self.appearance)
            faults.setFixedHeight(_TEXT_HEIGHT)
            faults.show_problems(self._problems)
            body.addWidget(faults)
        self._paste = self._button(self.tr("Paste  Enter"), self.paste)
        self._copy = self._button(self.tr("Copy"), self.copy)
        footer.addWidget(self._paste)
        footer.addWidget(self._copy)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            QShortcut(QKeySequence(key), self._field).activated.connect(self.paste)
        self._field.setFocus()
        self._look()

    def _choices(self) -> QHBoxLayout:
        """Which chart, and whether the buyer likes it loose."""
        row = QHBoxLayout()
        row.setSpacing(tokens.SPACE_12)
        self._box = box = ChoiceBox(self.appearance)
        box.addItems([_title(*each) for each in self._charts])
        box.setCurrentIndex(self._number)
        box.setAccessibleName(self.tr("Size table"))
        box.activated.connect(self._on_chosen)
        row.addWidget(box, 1)
        loose = Switch(self.appearance)
        loose.setChecked(self._loose)
        loose.toggled.connect(self._on_loose)
        label = QLabel(self.tr("Likes it loose"))
        label.setBuddy(loose)
        loose.setAccessibleName(label.text())
        row.addWidget(label)
        row.addWidget(loose)
        return row

    def _button(self, label: str, pressed: object) -> QPushButton:
        button = QPushButton(label)
        button.setAutoDefault(False)
        button.clicked.connect(pressed)
        return button

    # --- the answer ------------------------------------------------------------

    def _look(self) -> None:
        """Reckon and show; a table or two, and no longer than a key press."""
        self._said = said = self._answer()
        ready = said is not None and said.phrase is not None
        self._paste.setEnabled(ready)
        self._copy.setEnabled(ready)
        self._size.setText(self._headline(said))
        self._why.setText(self._reasons(said))
        filling = ""
        if said is not None and said.phrase is not None:
            filling = self._desk.fill(said.phrase, said.answers).draft
        self._text.setPlainText(filling)

    def _look_again(self) -> None:
        self._look()
        self.fit_height()

    def _answer(self) -> Said | None:
        if not self._charts:
            return None
        table, chart = self._charts[self._number]
        fit = Fit.LOOSE if self._loose else Fit.USUAL
        return say(table, chart, read_measures(self._typed), fit)

    def _headline(self, said: Said | None) -> str:
        if said is None:
            return self.tr("The size tables are being read…")
        match said.verdict:
            case Verdict.FITS:
                return said.size
            case Verdict.TOO_LARGE:
                return self.tr("No size is large enough")
            case Verdict.TOO_SMALL:
                return self.tr("No size is small enough")
            case Verdict.UNKNOWN:
                return self.tr("No measure yet")

    def _reasons(self, said: Said | None) -> str:
        """What each measure takes, what nobody told, and what the table is worth."""
        if said is None:
            return ""
        names = self._names()
        parts = [
            f"{names[each.measure]} {written(each.measure, each.value)}"
            + (f" → {each.size}" if each.size else "")
            for each in said.reasons
        ]
        if said.missing:
            asked = self.tr("ask for: {measures}")
            missing = ", ".join(names[each] for each in said.missing)
            parts.append(asked.format(measures=missing))
        table, _ = self._charts[self._number]
        if table.example:
            parts.append(self.tr("an example table: put your shop's figures in"))
        return " · ".join(parts)

    def _names(self) -> dict[Measure, str]:
        return {
            Measure.HEIGHT: self.tr("height"),
            Measure.WEIGHT: self.tr("weight"),
            Measure.BUST: self.tr("bust"),
            Measure.UNDERBUST: self.tr("underbust"),
            Measure.DIFFERENCE: self.tr("bust less underbust"),
            Measure.WAIST: self.tr("waist"),
            Measure.HIP: self.tr("hips"),
            Measure.FOOT: self.tr("foot"),
            Measure.HEAD: self.tr("head"),
            Measure.FINGER: self.tr("finger"),
        }

    # --- what the agent does ---------------------------------------------------

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._typed = text
        if not self._by_hand:
            self._turn_to(likeliest(self._charts, read_measures(text)))
        self._look_again()

    def _turn_to(self, number: int | None) -> None:
        """Show the table of what was typed; the one there is where it tells nothing."""
        if number is not None:
            self._number = number
            self._box.setCurrentIndex(number)

    @Slot(int)
    def _on_chosen(self, number: int) -> None:
        self._number, self._by_hand = number, True
        self._look_again()

    @Slot(bool)
    def _on_loose(self, on: bool) -> None:
        self._loose = on
        self._look_again()

    @Slot()
    def paste(self) -> None:
        """Paste what is shown into the chat that was in front last."""
        said = self._said
        if said is None or said.phrase is None:
            return
        self.close()
        self._desk.paste(said.phrase, said.answers)

    @Slot()
    def copy(self) -> None:
        """An ordinary copy; the chat gets the focus back."""
        said = self._said
        if said is None or said.phrase is None:
            return
        self.close()
        self._desk.copy(said.phrase, said.answers)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit_height()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            # The chat that the agent has come from, this time.
            self._desk.open()

    def done(self, result: int) -> None:
        """Away with it, and with what the buyer wrote."""
        super().done(result)
        self._by_hand = False
        self._field.clear()


def _title(table: SizeTable, chart: Chart) -> str:
    """The table's name, and the chart's where there are several to choose from."""
    alone = table.together or len(table.charts) == 1
    return table.title if alone else f"{table.title} · {chart.title}"
