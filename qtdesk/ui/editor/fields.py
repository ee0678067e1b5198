"""All fields of a phrase, one below the other, and the draft that they hold."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from qtdesk.core.own_phrases.draft import Draft
from qtdesk.core.phrases import Stage
from qtdesk.ui import theme as tokens
from qtdesk.ui.dialogs import voiced
from qtdesk.ui.editor.details import Details
from qtdesk.ui.editor.texts_pane import TextsPane
from qtdesk.ui.theme import Appearance


class Fields(QWidget):
    """Title, texts, and what the phrase is found by."""

    changed = Signal()

    def __init__(
        self,
        appearance: Appearance,
        draft: Draft,
        stages: Sequence[Stage],
        situations: Callable[[str], list[str]],
        *,
        chinese: bool,
    ) -> None:
        """Begin with `draft`; see `Details` and `TextsPane` for the rest."""
        super().__init__()
        self.setProperty("pane", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.SPACE_12)
        self.title = voiced(QLineEdit(draft.title), "field")
        self.title.setPlaceholderText(self.tr("Title: what you will look for"))
        self.title.setAccessibleName(self.tr("Title"))
        column.addWidget(self.title)
        self.texts = TextsPane(
            appearance, draft.texts, sequence=draft.sequence, chinese=chinese
        )
        column.addWidget(self.texts, 1)
        self.details = Details(appearance, draft, stages, situations)
        column.addWidget(self.details)
        self.title.textChanged.connect(self.changed)
        self.title.returnPressed.connect(self.texts.edit.setFocus)
        self.texts.changed.connect(self.changed)
        self.details.changed.connect(self.changed)

    @property
    def draft(self) -> Draft:
        """What stands in the fields."""
        texts = self.texts
        draft = Draft(self.title.text(), texts.texts, sequence=texts.sequence)
        return self.details.written_into(draft)

    @property
    def shown_text(self) -> str:
        """The text that is shown, as it was typed."""
        return self.texts.texts[self.texts.number]

    def take_focus(self) -> None:
        """Begin at the title, or at the text of what has one."""
        begin = self.texts.edit if self.title.text() else self.title
        begin.setFocus()

    def order_tabs(self, before: Sequence[QWidget], behind: Sequence[QWidget]) -> None:
        """Have Tab go through `before`, the fields as they stand, and `behind`."""
        fields = [self.title, *self.texts.controls, *self.details.controls]
        controls = [*before, *fields, *behind]
        for one, following in pairwise(controls):
            QWidget.setTabOrder(one, following)
