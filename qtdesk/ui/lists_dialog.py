"""The checklists there are: from where, in which edition, in use or not, and why not.

Files are never changed here; one of the agent's own may be made, and is opened then.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from qtdesk.core.errors import QtdeskError
from qtdesk.core.lists_in_use import ListState, ListUse
from qtdesk.core.ports import Source
from qtdesk.core.ports.lists import Origin
from qtdesk.ui.dialogs import Dialog, voiced
from qtdesk.ui.problem_text import ProblemText
from qtdesk.ui.source_list import SourceList
from qtdesk.ui.theme import Appearance

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk
    from qtdesk.ui.bridge import Bridge

_WIDTH, _HEIGHT = 720, 560
_OFFERED = (ListUse.USED, ListUse.OFF)
_BETWEEN = " · "


class ListsDialog(Dialog):
    """Lists above, what is wrong in the chosen one below."""

    refused = Signal(object)  # QtdeskError
    file_made = Signal(str)
    """The path of a list of the agent's own, to be opened in an editor."""
    preview_asked = Signal(str)
    """The id of a list."""

    def __init__(
        self,
        desk: "Desk",
        bridge: "Bridge",
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, parent)
        self._desk = desk
        self._states: dict[str, ListState] = {}
        self.resize(_WIDTH, _HEIGHT)
        bridge.lists_changed.connect(self._on_lists_changed)
        appearance.theme_changed.connect(self._on_chosen)
        self.rebuild()

    def build(self, body: QVBoxLayout, footer: QHBoxLayout) -> None:
        self.setWindowTitle(self.tr("Checklists"))
        note = self.tr(
            "Your own go before those of a phrasebook, and those before ours."
        )
        body.addLayout(self.heading(self.tr("Checklists"), note))
        self.lists = SourceList(self.appearance)
        self.lists.setAccessibleName(self.tr("Checklists"))
        body.addWidget(self.lists, 2)
        self._wrong = voiced(QLabel(), "strong")
        self._wrong.setWordWrap(True)
        body.addWidget(self._wrong)
        self.problems = ProblemText(self.appearance)
        body.addWidget(self.problems, 1)
        self._switch = QPushButton()
        self._copy = QPushButton()
        self._preview = QPushButton(self.tr("Preview"))
        for button, chosen in (
            (self._switch, self._on_switch),
            (self._copy, self._on_copy),
            (self._preview, self._on_preview),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(chosen)
            footer.addWidget(button)
        self.lists.currentRowChanged.connect(self._on_chosen)
        self._fill(None)

    @property
    def current(self) -> ListState | None:
        """The list of the chosen row."""
        source = self.lists.current
        return self._states.get(source.path) if source is not None else None

    # --- showing ---------------------------------------------------------------

    def _fill(self, chosen: str | None) -> None:
        """List all; the one at the path `chosen` stays chosen."""
        self.lists.clear()
        # What is to be mended comes first.
        states = sorted(self._desk.lists.states, key=lambda s: not s.found.problems)
        self._states = {state.found.path: state for state in states}
        row = 0
        for number, (path, state) in enumerate(self._states.items()):
            fault = ""
            if state.found.problems:
                count = len(state.found.problems)
                fault = self.tr("{count} to mend").format(count=count)
            title = _BETWEEN.join(dict.fromkeys((state.found.id, state.name)))
            self.lists.add(Source(path), title, self._note(state), fault)
            row = number if path == chosen else row
        self.lists.setCurrentRow(row if self._states else -1)
        self._on_chosen()

    def _note(self, state: ListState) -> str:
        origins = {
            Origin.OWN: self.tr("your own"),
            Origin.BOOK: state.book,
            Origin.SHIPPED: self.tr("of qtdesk"),
        }
        uses = {
            ListUse.USED: "",
            ListUse.OFF: self.tr("switched off"),
            ListUse.DRAFT: self.tr("draft"),
            ListUse.BEHIND: self.tr("another goes before it"),
            ListUse.UNUSABLE: self.tr("not in use"),
        }
        version = state.version
        if version:
            version = self.tr("edition {version}").format(version=version)
        parts = (origins[state.found.origin], version, uses[state.use])
        return _BETWEEN.join(filter(None, parts))

    @Slot()
    def _on_chosen(self) -> None:
        state = self.current
        problems = state.found.problems if state is not None else ()
        on = state is None or state.use is not ListUse.OFF
        self._switch.setText(self.tr("Switch off") if on else self.tr("Switch on"))
        self._switch.setEnabled(state is not None and state.use in _OFFERED)
        own = state is not None and state.found.origin is Origin.OWN
        copy = self.tr("Open in an editor") if own else self.tr("Make my own copy…")
        self._copy.setText(copy)
        use = state.use if state is not None else ListUse.UNUSABLE
        self._copy.setEnabled(own or use is not ListUse.UNUSABLE)
        self._preview.setEnabled(use not in (ListUse.UNUSABLE, ListUse.BEHIND))
        text = self.tr("Nothing is wrong here.")
        if state is None:
            text = self.tr("The checklists are being loaded.")
        elif problems:
            text = self.tr("To mend: {count}").format(count=len(problems))
            if state.found.kept:
                text += _BETWEEN + self.tr("the edition before it is in use")
        self._wrong.setText(text)
        self.problems.show_problems(problems)

    # --- changes ---------------------------------------------------------------

    @Slot()
    def _on_lists_changed(self) -> None:
        source = self.lists.current
        self._fill(source.path if source is not None else None)

    @Slot()
    def _on_switch(self) -> None:
        state = self.current
        if state is not None:
            try:
                self._desk.lists.switch(state.found.id, on=state.use is ListUse.OFF)
            except QtdeskError as error:
                self.refused.emit(error)

    @Slot()
    def _on_copy(self) -> None:
        state = self.current
        if state is None:
            return
        try:
            self.file_made.emit(self._desk.lists.copy(state))
        except QtdeskError as error:
            self.refused.emit(error)
        self._desk.lists.refresh()

    @Slot()
    def _on_preview(self) -> None:
        if self.current is not None:
            self.preview_asked.emit(self.current.found.id)
