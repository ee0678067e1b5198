"""How far the review of a book is, with the button that begins or ends one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from qtdesk.core.book_check import Gravity, Placed
from qtdesk.ui import theme as tokens
from qtdesk.ui.dialogs import voiced
from qtdesk.ui.problem_text import Entry
from qtdesk.ui.toast import Kind
from qtdesk.ui.words import tell, tell_error

if TYPE_CHECKING:
    from qtdesk.core.book_reviews import Review

_HEIGHT = 6


def entries_of(review: "Review | None") -> tuple[Entry, ...]:
    """What there is to look at, as entries; nothing while a review is under way."""
    if review is None or review.running:
        return ()
    return tuple(map(_entry_of, review.placed))


def _entry_of(placed: Placed) -> Entry:
    finding = placed.finding
    place = f"{placed.file}:{placed.line}" if placed.line else placed.file
    what = tell(finding.what)
    if finding.word and finding.better:
        what = f"“{finding.word}” → “{finding.better}”  {what}"
    elif finding.word:
        what = f"“{finding.word}”  {what}"
    kind = Kind.STOP if finding.gravity is Gravity.FAULT else Kind.WARN
    return Entry(
        f"{place}  {finding.phrase}".rstrip(), what, tell(finding.remedy), kind
    )


class ReviewLine(QWidget):
    """Says it in words, with a bar while there is something to wait for."""

    begin_asked = Signal()
    end_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._running = False
        self.said = voiced(QLabel(), "dim")
        self.said.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(_HEIGHT)
        self.bar.setAccessibleName(self.tr("How much is looked through"))
        self.button = QPushButton()
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._on_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.SPACE_12)
        row.addWidget(self.said, 1)
        row.addWidget(self.bar, 1)
        row.addWidget(self.button)

    def show_review(self, review: "Review | None") -> None:
        """Say how it stands with `review`; None where there was none yet."""
        self._running = review is not None and review.running
        self.bar.setVisible(self._running)
        self.button.setText(
            self.tr("Stop") if self._running else self.tr("Look through")
        )
        if review is None:
            self.said.setText(
                self.tr("Words, lengths and what is alike: not looked at.")
            )
        elif review.running:
            percent = round(100 * review.share)
            self.bar.setValue(percent)
            said = self.tr("Looking it through: {percent} %")
            self.said.setText(said.format(percent=percent))
        elif review.failed is not None:
            self.said.setText(" ".join(tell_error(review.failed)))
        elif review.placed:
            said = self.tr("To look at: {count}").format(count=len(review.placed))
            self.said.setText(said)
        else:
            self.said.setText(self.tr("Looked through: nothing to be said."))

    def _on_clicked(self) -> None:
        (self.end_asked if self._running else self.begin_asked).emit()
