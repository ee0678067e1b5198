"""Beside the fields: how a text will read, and what is to be looked at in it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from qtdesk.core.templates.samples import sample
from qtdesk.ui import theme as tokens
from qtdesk.ui.dialogs import voiced
from qtdesk.ui.editor.remark_list import RemarkList
from qtdesk.ui.preview import Preview
from qtdesk.ui.theme import Appearance

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk
    from qtdesk.core.phrases import Phrase

_WIDTH, _PREVIEW = 300, 132


class Side(QWidget):
    """Preview above, remarks below."""

    def __init__(self, desk: "Desk", appearance: Appearance) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("pane", True)
        self.setFixedWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SPACE_8)
        reads = self.tr("How the buyer reads it, with examples filled in")
        column.addWidget(_wrapped(reads))
        self.preview = Preview(appearance)
        self.preview.setFixedHeight(_PREVIEW)
        self.preview.setAccessibleName(reads)
        column.addWidget(self.preview)
        column.addWidget(voiced(QFrame(), "line"))
        column.addWidget(_wrapped(self.tr("Worth a look")))
        self.remarks = RemarkList()
        column.addWidget(self.remarks, 1)

    def show_text(self, phrase: "Phrase", text: str, *, chinese: bool) -> None:
        """Show how `text` would read as one of `phrase`, with examples filled in."""
        shown = phrase._replace(texts=(text,), sequence=False)
        wants = self._desk.fill(shown).wants
        told = ((want.key, sample(want, chinese=chinese)) for want in wants)
        answers = {key: answer for key, answer in told if answer is not None}
        self.preview.show_filling(self._desk.fill(shown, answers))


def _wrapped(text: str) -> QLabel:
    label = voiced(QLabel(text), "dim")
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    return label
