"""What is wrong in files, as a text: place, fault and remedy of each problem."""

from collections.abc import Sequence

from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from qtdesk.core.phrases import Problem
from qtdesk.ui import theme as tokens
from qtdesk.ui.theme import Appearance, fixed_font
from qtdesk.ui.words import place_of, tell


class ProblemText(QTextEdit):
    """Can be read and copied, and not written in."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("What is wrong"))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show these, and nothing at all where there are none."""
        self.clear()
        self.setVisible(bool(problems))
        theme = self._appearance.theme
        place, fault, remedy = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
        place.setFont(fixed_font(tokens.SMALL))
        place.setForeground(theme.dim)
        fault.setForeground(theme.text)
        fault.setFontWeight(tokens.MEDIUM)
        remedy.setForeground(theme.text)
        cursor = self.textCursor()
        for number, problem in enumerate(problems):
            if number:
                cursor.insertText("\n\n")
            cursor.insertText(place_of(problem), place)
            if problem.phrase:
                cursor.insertText("  " + problem.phrase, place)
            fault.setForeground(theme.stop if problem.fatal else theme.text)
            cursor.insertText("\n" + tell(problem.what), fault)
            if problem.remedy:
                cursor.insertText("\n" + tell(problem.remedy), remedy)
        self.moveCursor(QTextCursor.MoveOperation.Start)
