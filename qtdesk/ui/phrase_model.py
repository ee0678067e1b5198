"""The hits of one answer, as rows. Replaced as a whole with every key press."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from qtdesk.core.phrases import Phrase
from qtdesk.core.search import Answer, Marks
from qtdesk.ui.words import tell

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk

_Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()


class PhraseModel(QAbstractListModel):
    """At most one answer's worth of rows; no sorting, no filtering of its own."""

    def __init__(self, desk: "Desk") -> None:
        super().__init__()
        self._desk = desk
        self._answer = Answer("", ())
        self._marks: dict[int, Marks] = {}
        self._refusals: dict[int, str] = {}
        self._stages: dict[str, str] = {}

    @property
    def answer(self) -> Answer:
        return self._answer

    def show_answer(self, answer: Answer, stages: dict[str, str]) -> None:
        """Show these hits; `stages` are the titles by key."""
        self.beginResetModel()
        self._answer = answer
        self._stages = stages
        self._marks.clear()
        self._refusals.clear()
        self.endResetModel()

    def phrase(self, row: int) -> Phrase | None:
        """The phrase in `row`; None outside of the answer."""
        hits = self._answer.hits
        return hits[row].phrase if 0 <= row < len(hits) else None

    def row_of(self, phrase: Phrase, *, otherwise: int) -> int:
        """The row of `phrase`, or `otherwise` where it has none."""
        rows = (
            row
            for row, hit in enumerate(self._answer.hits)
            if hit.phrase.key == phrase.key
        )
        return next(rows, otherwise)

    def refusal(self, row: int) -> str:
        """Why the phrase of this row must not be used now; empty where it may."""
        if row not in self._refusals:
            self._refusals[row] = tell(
                self._desk.living.refusal(self._answer.hits[row].phrase)
            )
        return self._refusals[row]

    def part(self, row: int) -> str:
        """Which part is due and how it begins; empty where the first text is."""
        phrase = self._answer.hits[row].phrase
        pictured = self._desk.living.picture(phrase) is not None
        if not phrase.sequence:
            return self.tr("Picture") if pictured else ""
        turn = self._desk.living.turn(phrase)
        text = phrase.texts[turn.number - 1].partition("\n")[0]
        text = self.tr("Picture") if pictured else text
        return f"{turn.number}/{turn.texts} · {text}" if turn.number > 1 else ""

    def marks(self, row: int) -> Marks:
        """Matched pieces of one row; found only when the row is painted."""
        if row not in self._marks:
            phrase = self._answer.hits[row].phrase
            self._marks[row] = self._desk.search.marks(self._answer.query, phrase)
        return self._marks[row]

    def pinned(self, phrase: Phrase) -> bool:
        return self._desk.usage.pinned(phrase)

    def turn_pin(self, row: int) -> None:
        """Pin the phrase of this row, or no more; the rows stay where they are."""
        phrase = self.phrase(row)
        if phrase is not None:
            self._desk.usage.pin(phrase, pinned=not self.pinned(phrase))
            self.dataChanged.emit(self.index(row), self.index(row))

    def stage(self, phrase: Phrase) -> str:
        return self._stages.get(phrase.stage, phrase.stage)

    def rowCount(self, parent: _Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._answer.hits)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        phrase = self.phrase(index.row())
        if phrase is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return phrase.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = [phrase.title, self.stage(phrase), phrase.text]
            if phrase.picture is not None:
                said.append(self.tr("with a picture"))
            if self.pinned(phrase):
                said.insert(1, self.tr("pinned"))
            if refused := self.refusal(index.row()):
                said.insert(1, refused)
            return ", ".join(filter(None, said))
        return None
