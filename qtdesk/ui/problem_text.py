"""What is wrong in files, as a text: place, fault and remedy of each problem."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from qtdesk.core.phrases import Problem
from qtdesk.ui import theme as tokens
from qtdesk.ui.theme import Appearance, fixed_font
from qtdesk.ui.toast import Kind
from qtdesk.ui.words import place_of, tell


class Entry(NamedTuple):
    """One thing to look at, in the words of the screen."""

    place: str
    what: str
    remedy: str
    kind: Kind = Kind.WARN


def entry_of(problem: Problem) -> Entry:
    """A fault of a file as an entry."""
    place = f"{place_of(problem)}  {problem.phrase}".rstrip()
    kind = Kind.STOP if problem.fatal else Kind.WARN
    return Entry(place, tell(problem.what), tell(problem.remedy), kind)


def in_lines(entry: Entry) -> str:
    """Place, fault and remedy, to be sent to whoever mends it."""
    return "\n".join(filter(None, (entry.place, entry.what, entry.remedy)))


class ProblemText(QTextEdit):
    """Can be read and copied, and not written in."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._entries: tuple[Entry, ...] = ()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("What is wrong"))
        appearance.theme_changed.connect(self._show)

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Show these, and nothing at all where there are none."""
        self.show_entries(map(entry_of, problems))

    def show_entries(self, entries: Iterable[Entry]) -> None:
        """These and no others; out of sight without any."""
        shown = tuple(entries)
        if shown != self._entries:
            self._entries = shown
            self._show()
        self.setVisible(bool(shown))

    def _show(self) -> None:
        self.clear()
        theme = self._appearance.theme
        place, fault, remedy = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        place.setFont(fixed_font(tokens.SMALL))
        place.setForeground(theme.dim)
        fault.setFontWeight(tokens.MEDIUM)
        remedy.setForeground(theme.text)
        cursor = self.textCursor()
        for number, entry in enumerate(self._entries):
            if number:
                cursor.insertText("\n\n")
            cursor.insertText(entry.place, place)
            stop = entry.kind is Kind.STOP
            fault.setForeground(theme.stop if stop else theme.text)
            cursor.insertText("\n" + entry.what, fault)
            if entry.remedy:
                cursor.insertText("\n" + entry.remedy, remedy)
        self.moveCursor(QTextCursor.MoveOperation.Start)
