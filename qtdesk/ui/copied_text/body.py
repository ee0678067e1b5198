"""What is inside the window of a copied text: the text, what is said of it, the keys.

Lays out and shows; what is done with the text is for the window.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from qtdesk.core.templates import Filled
from qtdesk.ui import drawing
from qtdesk.ui import theme as tokens
from qtdesk.ui.key_footer import CONTROL
from qtdesk.ui.panel_parts import DimLabel
from qtdesk.ui.pills import KeyHint
from qtdesk.ui.preview import Preview
from qtdesk.ui.quiet_line import QuietLine
from qtdesk.ui.theme import Appearance, Theme, font
from qtdesk.ui.toast import Kind
from qtdesk.ui.word_signs import MarkedWord, kind_of, marked
from qtdesk.ui.wording_line import WordingLine

if TYPE_CHECKING:
    from qtdesk.core.remarks import Remarks

WIDTH = 560
_FOOTER = 40
_MOST_SAID = 4
"""Lines about words; whoever has mended these looks again."""


class CopiedTextBody(QWidget):
    """The text with its words marked, each with its reason, and how it reads mended."""

    better_clicked = Signal()
    paste_clicked = Signal()
    back_clicked = Signal()

    def __init__(self, appearance: Appearance, window: QWidget) -> None:
        super().__init__()
        self._title = DimLabel(appearance, "text", tokens.STRONG)
        self._title.setFont(font(tokens.STRONG, tokens.BOLD))
        self._target = QuietLine(appearance, Qt.AlignmentFlag.AlignRight)
        self.text = Preview(appearance)
        self.text.show_lines(fewer=-2)
        self.lines = [WordingLine(appearance, key=False) for _ in range(_MOST_SAID)]
        self._more = DimLabel(appearance)
        self._better_title = DimLabel(appearance)
        self.better = Preview(appearance)
        self._take = KeyHint(drawing.ENTER, appearance)
        self._paste = KeyHint(f"{CONTROL}{drawing.ENTER}", appearance)
        self._back = KeyHint("Esc", appearance)
        self._footer = QWidget()
        self._lay_out(window)
        self._take.clicked.connect(self.better_clicked)
        self._paste.clicked.connect(self.paste_clicked)
        self._back.clicked.connect(self.back_clicked)

    def show_text(self, text: str, remarks: "Remarks", target: str) -> None:
        """Show `text` with what is to be said of it; it may be pasted into `target`."""
        self._target.say(target)
        self.text.setVisible(bool(text))
        self.text.show_filling(Filled(text))
        self.text.mark_words(marked(remarks))
        self._say(text, remarks)
        better = remarks.better
        for widget in (self._better_title, self.better):
            widget.setVisible(better is not None)
        if better is not None:
            self.better.show_filling(better)
            changed = (MarkedWord(*span, Kind.OK) for span in remarks.changed)
            self.better.mark_words(tuple(changed))
        self._back.setText(self.tr("Leave it as it is"))

    def show_keys(self, *, better: bool, paste: bool) -> None:
        """Offer to take the `better` wording, and to `paste` the text."""
        self._take.setText(self.tr("Copy the better wording"))
        self._take.setVisible(better)
        self._paste.setText(self.tr("Paste the better wording"))
        if not better:
            self._paste.setText(self.tr("Paste"))
        self._paste.setVisible(paste)

    def _say(self, text: str, remarks: "Remarks") -> None:
        """The gravest first: what does not fit is of less weight."""
        hits = sorted(remarks.hits, key=lambda hit: -hit.level)
        for line, hit in zip(self.lines, hits, strict=False):
            line.show_said(kind_of(hit.level), line.sentence(hit))
        for number, line in enumerate(self.lines):
            line.setVisible(number < len(hits))
        if not hits:
            said = self.tr("Nothing was found that is not said to buyers.")
            if not text:
                said = self.tr("No text is copied: select what you wrote and copy it.")
            self.lines[0].show_said(Kind.OK if text else Kind.WARN, said)
            self.lines[0].show()
        left = len(hits) - len(self.lines)
        self._more.setText(self.tr("and {count} more").format(count=left))
        self._more.setVisible(left > 0)

    def retranslate(self) -> None:
        """Say what does not depend on a text in the language of now."""
        self._title.setText(self.tr("What is copied"))
        self._better_title.setText(self.tr("With the better wording"))
        self.text.setAccessibleName(self.tr("What is copied"))
        self.better.setAccessibleName(self.tr("With the better wording"))

    def paint_behind(self, painter: QPainter, body: QRectF, theme: Theme) -> None:
        """A ground for the keys."""
        foot = QRectF(body.x(), body.bottom() - _FOOTER, body.width(), _FOOTER)
        painter.fillRect(foot, theme.sunk)
        painter.fillRect(QRectF(body.x(), foot.y(), body.width(), 1), theme.line)

    def _lay_out(self, window: QWidget) -> None:
        outer = QVBoxLayout(window)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._target, 1)
        column = QVBoxLayout()
        edge = tokens.SPACE_20
        column.setContentsMargins(edge, tokens.SPACE_16, edge, tokens.SPACE_16)
        column.setSpacing(tokens.SPACE_8)
        column.addLayout(head)
        column.addWidget(self.text)
        for line in self.lines:
            column.addWidget(line)
        for widget in (self._more, self._better_title, self.better):
            column.addWidget(widget)
        keys = QHBoxLayout(self._footer)
        keys.setContentsMargins(edge, 0, edge, 0)
        keys.setSpacing(tokens.SPACE_20)
        for key in (self._take, self._paste, self._back):
            keys.addWidget(key)
        keys.addStretch()
        self._footer.setFixedHeight(_FOOTER)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(column)
        whole.addStretch()
        whole.addWidget(self._footer)
