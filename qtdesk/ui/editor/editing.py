"""Opens editors where they are wanted, and gives the chat its focus back afterwards."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from qtdesk.core.events import EditorWanted

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk
    from qtdesk.core.phrases import Phrase
    from qtdesk.ui.bridge import Bridge
    from qtdesk.ui.editor.window import PhraseEditor
    from qtdesk.ui.quick_panel import QuickPanel
    from qtdesk.ui.theme import Appearance


class Editing(QObject):
    """One editor for each phrase; the window itself is loaded by the first."""

    def __init__(
        self,
        desk: "Desk",
        bridge: "Bridge",
        appearance: "Appearance",
        panel: "QuickPanel",
    ) -> None:
        super().__init__(bridge)
        self._desk, self._appearance, self._panel = desk, appearance, panel
        self.editors: dict[str, PhraseEditor] = {}
        """Those that are open, by the key of the phrase."""
        bridge.editor_wanted.connect(self._on_wanted)

    @Slot(object)
    def _on_wanted(self, event: EditorWanted) -> None:
        # A paste under way needs the front for its target.
        self._desk.pastes.when_clear(lambda: self._begin(event))

    def _begin(self, event: EditorWanted) -> None:
        if self._panel.isVisible():
            # Its target is the window that waits.
            self._panel.close_panel()
            self._desk.platform.type_ahead.release()
        else:
            self._desk.open()
        self._open(event.phrase or self._desk.writing.own.new(event.title))

    @Slot(object)
    def _open(self, phrase: "Phrase") -> None:
        from qtdesk.ui.editor.window import PhraseEditor  # noqa: PLC0415 - rarely used

        key = phrase.key
        if key not in self.editors:
            editor = PhraseEditor(self._desk, self._appearance, phrase)
            editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            editor.other_asked.connect(self._open)
            editor.finished.connect(lambda: self._on_finished(key))
            self.editors[key] = editor
        editor = self.editors[key]
        editor.show()
        editor.raise_()
        editor.activateWindow()
        self._desk.platform.take_focus(int(editor.winId()))

    def _on_finished(self, key: str) -> None:
        del self.editors[key]
        if not self.editors:
            self._desk.dismiss()
