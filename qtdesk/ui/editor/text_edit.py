"""One of the texts of a phrase while it is written: plain, with words underlined."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout, QPlainTextEdit, QTextEdit

from qtdesk.core.phrase_review import Remark
from qtdesk.ui import theme as tokens
from qtdesk.ui import utf16
from qtdesk.ui.dialogs import voiced
from qtdesk.ui.theme import Appearance, font

_LINES = 6
_CTRL = Qt.KeyboardModifier.ControlModifier
_ENDS = (Qt.Key.Key_Return.value, Qt.Key.Key_Enter.value)


class TextEdit(QPlainTextEdit):
    """Tab goes on to the next field; a line end is Enter, and Ctrl+Enter is not."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._remarks: tuple[Remark, ...] = ()
        self.setFont(font(tokens.STRONG))
        voiced(self, "field")
        self.setTabChangesFocus(True)
        lines = self.fontMetrics().lineSpacing() * _LINES
        self.setMinimumHeight(lines + tokens.SPACE_24)
        appearance.theme_changed.connect(self._underline)

    def show_document(self, document: QTextDocument) -> None:
        """Write on in this text, behind its end."""
        self._remarks = ()
        self.setExtraSelections([])
        self.setDocument(document)
        document.setDefaultFont(self.font())
        self.moveCursor(QTextCursor.MoveOperation.End)

    def insert(self, text: str) -> None:
        """Put `text` where the cursor is."""
        self.textCursor().insertText(text)
        self.setFocus()

    def replace(self, remark: Remark) -> None:
        """Write what is better where the remark says; undone by one Ctrl+Z."""
        cursor = self._cursor_over(remark)
        if cursor.selectedText() == remark.word and remark.better is not None:
            cursor.insertText(remark.better)
            self.setTextCursor(cursor)

    def underline(self, remarks: Sequence[Remark]) -> None:
        """Mark the words that these are about."""
        self._remarks = tuple(one for one in remarks if one.word)
        self._underline()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENDS and event.modifiers() & _CTRL:
            # The dialog's own.
            event.ignore()
            return
        super().keyPressEvent(event)

    def _underline(self) -> None:
        marked = []
        for remark in self._remarks:
            selection = QTextEdit.ExtraSelection()
            look = QTextCharFormat()
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            theme = self._appearance.theme
            look.setUnderlineColor(theme.stop if remark.grave else theme.warn)
            selection.cursor = self._cursor_over(remark)
            selection.format = look
            marked.append(selection)
        self.setExtraSelections(marked)

    def _cursor_over(self, remark: Remark) -> QTextCursor:
        before = self.toPlainText()[: remark.start]
        start = utf16.length(before)
        end = min(
            start + utf16.length(remark.word), self.document().characterCount() - 1
        )
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(start, end))
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor


class Texts(QObject):
    """The documents of all texts of one phrase; each has its own undo."""

    changed = Signal()

    def __init__(self, texts: Sequence[str], parent: QObject) -> None:
        super().__init__(parent)
        self.documents: list[QTextDocument] = []
        for text in texts:
            self.add(text)

    def add(self, text: str = "") -> None:
        """One more, behind the others."""
        document = QTextDocument(self)
        document.setDocumentLayout(QPlainTextDocumentLayout(document))
        document.setPlainText(text)
        document.contentsChanged.connect(self.changed)
        self.documents.append(document)

    def take_away(self, number: int) -> None:
        """This one no more; there is always one left."""
        if len(self.documents) > 1:
            self.documents.pop(number).deleteLater()
            self.changed.emit()

    def __len__(self) -> int:
        return len(self.documents)

    @property
    def written(self) -> tuple[str, ...]:
        """All of them, as they were typed."""
        return tuple(map(_typed, self.documents))


def _typed(document: QTextDocument) -> str:
    """Line ends as ours; else as it is, where `toPlainText` makes spaces of some."""
    return document.toRawText().replace("\u2029", "\n").replace("\u2028", "\n")
