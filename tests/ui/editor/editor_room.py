"""A desk with the windows that write phrases, in front of nobody."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from qtdesk.core.phrases import Phrase
from qtdesk.ui.bridge import Bridge
from qtdesk.ui.editor.editing import Editing
from qtdesk.ui.editor.window import PhraseEditor
from qtdesk.ui.panel_visits import PanelVisits
from qtdesk.ui.quick_panel import QuickPanel
from qtdesk.ui.theme import Appearance
from tests.core.dock.dock_desk import PHRASES, DockDesk


class EditorRoom:
    """One run; what is written stays in its store."""

    def __init__(self, appearance: Appearance) -> None:
        self.place = DockDesk()
        self.desk = self.place.desk
        self.bridge = Bridge(self.desk)
        self.panel = QuickPanel(self.desk, appearance, lambda: True)
        self.visits = PanelVisits(self.desk, self.bridge, self.panel)
        self.editing = Editing(self.desk, self.bridge, appearance, self.panel)

    def close(self) -> None:
        for editor in tuple(self.editing.editors.values()):
            editor._begun = editor.draft
            editor.close()
        self.panel.deleteLater()
        self.bridge.deleteLater()

    @property
    def editor(self) -> PhraseEditor:
        """The one that was opened last."""
        return list(self.editing.editors.values())[-1]

    def edit(self, phrase: Phrase | None, title: str = "") -> PhraseEditor:
        """Have a phrase changed, or a new one written."""
        self.desk.writing.want(phrase, title)
        assert QTest.qWaitForWindowActive(self.editor)
        return self.editor

    def found(self, query: str) -> list[str]:
        hits = self.desk.search.answers(query, None).chosen.hits
        return [hit.phrase.text for hit in hits]

    def edition(self, *phrases: Phrase) -> None:
        """The lead writes a new edition with these in the place of those of old."""
        book = self.place.library.last_good(self.place.library.sources()[0])
        assert book is not None
        by_id = {one.id: one for one in phrases}
        kept = tuple(by_id.get(one.id, one) for one in PHRASES)
        self.place.library.content["shop"] = book._replace(version="2", phrases=kept)
        self.desk.books.refresh()


def write(editor: PhraseEditor, text: str) -> None:
    """Write `text` at the cursor, as an input method does."""
    edit = editor.fields.texts.edit
    edit.setFocus()
    done = QInputMethodEvent()
    done.setCommitString(text)
    QCoreApplication.sendEvent(edit, done)


def button(window: QWidget, text: str) -> QAbstractButton:
    """The visible button that begins with these words."""
    found = [
        one
        for one in window.findChildren(QAbstractButton)
        if one.text().startswith(text) and one.isVisible()
    ]
    assert found, f"no button says {text!r}"
    return found[0]
