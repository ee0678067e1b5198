"""The launcher as a page of the quick panel: what is typed, what is shown, what opens.

It shows what `core.launcher` answers, and asks it to open what is chosen.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from qtdesk.core.launcher import TOOLS
from qtdesk.ui.choice_list import ChoiceList
from qtdesk.ui.launcher.rows import LauncherDelegate, LauncherModel
from qtdesk.ui.stage_chips import Chip
from qtdesk.ui.words import stage_text, tell_error

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk
    from qtdesk.core.launcher import Launcher
    from qtdesk.ui.panel_body import PanelBody
    from qtdesk.ui.theme import Appearance


class LauncherPage(QObject):
    """One visit's wish; `leave` forgets it."""

    opening = Signal()
    """Something was chosen, and is about to take the focus."""

    def __init__(
        self, desk: "Desk", body: "PanelBody", appearance: "Appearance"
    ) -> None:
        super().__init__(body)
        self._desk, self._body = desk, body
        self._launcher: Launcher = desk.launcher
        self._launcher.improved = self._on_improved
        self._stage: str | None = None
        self.shown = False
        self.model = LauncherModel(self._launcher)
        delegate = LauncherDelegate(self.model, appearance)
        self.list = ChoiceList(self.model, delegate, appearance)
        body.add_page(self.list)
        self.list.row_clicked.connect(self.choose)
        self.list.current_changed.connect(self._on_current_changed)

    def show(self, wish: str) -> None:
        """Show what fits `wish`, the first of it current."""
        first = not self.shown
        if first:
            self._stage = None
            self.shown = True
            self._launcher.load()
        self.list.setAccessibleName(self.tr("Checklists and tools"))
        titles = self._titles()
        entries = self._launcher.entries(wish, self._stage)
        if not first and (entries, wish.strip()) == (
            self.model.entries,
            self.model.asked,
        ):
            # Nothing that is on the screen moves: Enter may be on its way down.
            return
        current = self.model.entry(self.list.row)
        goes_on = not first and wish.strip() == self.model.asked
        self.model.show(entries, wish.strip(), titles)
        chips = [Chip(None, self.tr("All"))]
        chips += [Chip(key, titles[key]) for key in self._launcher.stages]
        self._body.show_launcher(self.list if entries else None, chips, self._stage)
        if not entries:
            self._say_empty(wish.strip())
        stays = goes_on and current in entries
        self.list.go_to(entries.index(current) if stays and current else 0)
        self._on_current_changed(self.list.row if entries else -1)

    def leave(self) -> None:
        """Phrases are searched again, or the panel is away."""
        self.shown = False

    def _on_improved(self) -> None:
        if self.shown:
            self.show(self._body.field.wish or "")

    @Slot(object)
    def choose_stage(self, stage: str | None) -> None:
        self._stage = stage
        self.show(self._body.field.wish or "")

    @Slot(int)
    def choose(self, row: int) -> None:
        """Open what is in `row`, or what is current where that is -1."""
        wish = (self._body.field.wish or "").strip()
        if self.model.asked != wish:
            # The last letter is younger than the rows.
            self.show(wish)
        entry = self.model.entry(self.list.row if row < 0 else row)
        if entry is not None:
            self.opening.emit()
            self._launcher.open(entry, self._desk.target)

    def _titles(self) -> dict[str, str]:
        """Of the stages that there are lists for; a book may call them otherwise."""
        own = {each.key: each.title for each in self._desk.books.stages()}
        own[TOOLS] = self.tr("Tools")
        return {key: own.get(key) or stage_text(key) for key in self._launcher.stages}

    def _say_empty(self, wish: str) -> None:
        problem = self._desk.checks.problem
        if self._launcher.loading:
            self._body.empty.say(self.tr("The checklists are being loaded"), "")
        elif problem is not None:
            self._body.empty.say(*tell_error(problem))
        else:
            title = self.tr("No checklist and no tool for “{wish}”")
            hint = self.tr("Backspace up to the slash goes back to phrases.")
            self._body.empty.say(title.format(wish=wish), hint)

    @Slot(int)
    def _on_current_changed(self, row: int) -> None:
        entry = self.model.entry(row)
        if not self.shown:
            return
        note = self.model.note(entry) if entry is not None else ""
        if self._launcher.loading:
            loading = self.tr("The checklists are being loaded.")
            note = f"{note}\n{loading}".strip()
        self._body.show_note(note)
