"""The packs of words: which are in use, how grave each is, and what is wrong in one.

Files are read and never written; what is turned on and off is a setting.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qtdesk.core.lint import Level, Pack
from qtdesk.core.wording_settings import pack_names
from qtdesk.ui.dialogs import Dialog, voiced
from qtdesk.ui.problem_text import ProblemText
from qtdesk.ui.theme import Appearance
from qtdesk.ui.words import tell

if TYPE_CHECKING:
    from pathlib import Path

    from qtdesk.core.desk import Desk

_WIDTH, _HEIGHT = 620, 620
_ID = Qt.ItemDataRole.UserRole


class PacksDialog(Dialog):
    """Packs with a tick each above, the faults of all files below."""

    def __init__(
        self,
        desk: "Desk",
        appearance: Appearance,
        folder: "Path",
        parent: QWidget | None = None,
    ) -> None:
        """`folder` is where the agent's own packs lie; it need not be there yet."""
        super().__init__(appearance, parent)
        self._desk = desk
        self._folder = folder
        self.resize(_WIDTH, _HEIGHT)
        self.rebuild()

    def build(self, body: QVBoxLayout, footer: QHBoxLayout) -> None:
        self.setWindowTitle(self.tr("What is not said to buyers"))
        note = self.tr(
            "What is ticked is looked for in every text. Packs of your own go into the"
            " folder; one with the id of ours takes its place."
        )
        title = self.tr("What is not said to buyers")
        body.addLayout(self.heading(title, note))
        self.packs = QListWidget()
        self.packs.setAccessibleName(self.tr("Packs of words"))
        self.packs.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body.addWidget(self.packs, 2)
        self._wrong = voiced(QLabel(), "strong")
        body.addWidget(self._wrong)
        self.problems = ProblemText(self.appearance)
        body.addWidget(self.problems, 1)
        again = QPushButton(self.tr("Read again"))
        folder = QPushButton(self.tr("Open the folder"))
        for button in (again, folder):
            button.setAutoDefault(False)
            footer.addWidget(button)
        again.clicked.connect(self.read_again)
        folder.clicked.connect(self._on_folder_asked)
        self.packs.itemChanged.connect(self._on_ticked)
        self._desk.proof.when_ready(self._fill)

    @Slot()
    def read_again(self) -> None:
        """Read all files anew, in the background."""
        self._desk.proof.read_again(self._fill)

    def _fill(self) -> None:
        reading = self._desk.proof.packs.reading
        with QSignalBlocker(self.packs):
            self.packs.clear()
            for pack in reading.packs.packs:
                self.packs.addItem(self._item(pack))
        self._wrong.setText(
            self.tr("To mend: {count}").format(count=len(reading.problems))
            if reading.problems
            else self.tr("Nothing is wrong in the files.")
        )
        self.problems.show_problems(reading.problems)

    def _item(self, pack: Pack) -> QListWidgetItem:
        item = QListWidgetItem()
        item.setData(_ID, pack.id)
        item.setToolTip(pack.source)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        self._show_state(item, pack)
        return item

    def _show_state(self, item: QListWidgetItem, pack: Pack) -> None:
        """A tick, and the same in words: not every style draws an empty box."""
        on = self._is_on(pack)
        levels = {
            Level.OFF: self.tr("off here"),
            Level.NOTE: self.tr("only noted"),
            Level.WARN: self.tr("you are told"),
            Level.BLOCK: self.tr("not pasted"),
        }
        said = self.tr("{title}: {level}, as of {month}  ({id})").format(
            title=tell(pack.title),
            level=levels[pack.level] if on else self.tr("not in use"),
            month=pack.as_of or "–",
            id=pack.id,
        )
        item.setText(said)
        states = Qt.CheckState
        item.setCheckState(states.Checked if on else states.Unchecked)

    def _is_on(self, pack: Pack) -> bool:
        settings = self._desk.settings
        off = pack.id in pack_names(settings.wording_off)
        return not off and (
            not pack.optional or pack.id in pack_names(settings.wording_on)
        )

    @Slot(QListWidgetItem)
    def _on_ticked(self, item: QListWidgetItem) -> None:
        name, settings = item.data(_ID), self._desk.settings
        ticked = item.checkState() is Qt.CheckState.Checked
        packs = self._desk.proof.packs.reading.packs.packs
        pack = next(one for one in packs if one.id == name)
        on, off = pack_names(settings.wording_on), pack_names(settings.wording_off)
        on = on | {name} if ticked and pack.optional else on - {name}
        off = off - {name} if ticked or pack.optional else off | {name}
        changes = {"wording_on": on, "wording_off": off}
        self._desk.change_settings(
            {key: ", ".join(sorted(names)) for key, names in changes.items()}
        )
        with QSignalBlocker(self.packs):
            self._show_state(item, pack)

    @Slot()
    def _on_folder_asked(self) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
