"""How other programs are pasted into: the agent's own profiles, and the known ones.

A change to a known program makes the agent's own profile of it. Learning takes a
program's name from a window in front; nothing is tried by itself.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qtdesk.core.errors import QtdeskError
from qtdesk.core.paste import Evidence, Profile, Shipped, shipped_for
from qtdesk.ui import theme as tokens
from qtdesk.ui.dialogs import Dialog, voiced
from qtdesk.ui.profile_editor import ProfileEditor
from qtdesk.ui.theme import Appearance
from qtdesk.ui.words import tell_error

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk

_WIDTH, _HEIGHT, _LIST_WIDTH = 840, 690, 270
_COUNTDOWN = 3
"""Seconds, in which the agent clicks into the program."""
_SECOND_MS = 1000


class ProfilesDialog(Dialog):
    """Programs on the left, the agent's own first; the chosen one's on the right."""

    doctor_asked = Signal()

    def __init__(
        self, desk: "Desk", appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, parent)
        self._desk = desk
        self._chosen: Profile | None = None
        self._left = 0
        self._tick = QTimer(self)
        self._tick.setInterval(_SECOND_MS)
        self._tick.timeout.connect(self._on_tick)
        self.resize(_WIDTH, _HEIGHT)
        self.rebuild()

    def build(self, body: QVBoxLayout, footer: QHBoxLayout) -> None:
        self.setWindowTitle(self.tr("Paste profiles"))
        note = self.tr("Every change holds from the next paste on.")
        body.addLayout(self.heading(self.tr("Paste profiles"), note))
        self.refusal = voiced(QLabel(), "stop")
        self.refusal.setWordWrap(True)
        self.refusal.hide()
        body.addWidget(self.refusal)
        panes = QHBoxLayout()
        panes.setSpacing(tokens.SPACE_24)
        self.programs = QListWidget()
        self.programs.setObjectName("lines")
        self.programs.setProperty("pane", True)
        self.programs.setAccessibleName(self.tr("Programs"))
        self.programs.setFixedWidth(_LIST_WIDTH)
        self.programs.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.programs.setHorizontalScrollBarPolicy(
            Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        panes.addWidget(self.programs)
        self._pane = QWidget()
        self._pane.setProperty("pane", True)
        self._column = QVBoxLayout(self._pane)
        self._column.setContentsMargins(0, 0, 0, 0)
        panes.addWidget(self._pane, 1)
        body.addLayout(panes, 1)
        self._editor: ProfileEditor | None = None
        self.learn = self._button(footer, self._learn_label(), self._on_learn_asked)
        self.remove = self._button(footer, "", self._on_remove_asked)
        self._button(footer, self.tr("Why can't I paste?…"), self.doctor_asked)
        self._fill()
        self.programs.currentItemChanged.connect(self._on_chosen)
        self._show_chosen()

    def _button(self, footer: QHBoxLayout, label: str, asked: object) -> QPushButton:
        button = QPushButton(label)
        button.setAutoDefault(False)
        button.clicked.connect(asked)
        footer.addWidget(button)
        return button

    # --- the list --------------------------------------------------------------

    def _fill(self) -> None:
        """List all programs anew; what was chosen stays so, if it is still there."""
        with QSignalBlocker(self.programs):
            self.programs.clear()
            for profile in self._desk.profiles.own:
                self._add(profile, self.tr("yours"))
            for entry in self._desk.profiles.shipped:
                self._add(entry.profile, self._evidence(entry))
            rows = range(self.programs.count())
            profiles = [self._profile(row) for row in rows]
            at = profiles.index(self._chosen) if self._chosen in profiles else 0
            self.programs.setCurrentRow(at)
        self._chosen = profiles[at]

    def _add(self, profile: Profile, note: str) -> None:
        name = profile.name or ", ".join(profile.apps)
        marks = [note]
        if profile.never:
            marks.append(self.tr("never pasted into"))
        if profile.sends:
            marks.append(self.tr("sends"))
        item = QListWidgetItem(f"{name}\n{', '.join(marks)}")
        item.setData(Qt.ItemDataRole.UserRole, profile)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join((name, *marks)))
        item.setToolTip(", ".join(profile.apps))
        self.programs.addItem(item)

    def _evidence(self, entry: Shipped) -> str:
        match entry.evidence:
            case Evidence.MEASURED:
                return self.tr("tried: {source}").format(source=entry.source)
            case Evidence.ALIKE:
                return self.tr("not tried, by its maker's word")
            case Evidence.NAMES_ONLY:
                return self.tr("not tried")

    def _profile(self, row: int) -> Profile:
        profile: Profile = self.programs.item(row).data(Qt.ItemDataRole.UserRole)
        return profile

    @Slot()
    def _on_chosen(self) -> None:
        self._chosen = self._profile(self.programs.currentRow())
        self._show_chosen()

    # --- the chosen one --------------------------------------------------------

    def _show_chosen(self) -> None:
        if self._editor is not None:
            self._column.removeWidget(self._editor)
            self._editor.hide()
            self._editor.deleteLater()
        if self._chosen is None:
            return
        self._editor = ProfileEditor(self._chosen, self.appearance)
        self._editor.changed.connect(self._on_edited)
        self._column.addWidget(self._editor)
        if self.isVisible():
            self._editor.show()
        before: QWidget = self.programs
        for control in self._editor.controls:
            QWidget.setTabOrder(before, control)
            before = control
        self._show_remove()

    def _show_remove(self) -> None:
        chosen = self._chosen
        own = chosen in self._desk.profiles.own
        known = own and chosen is not None and shipped_for(chosen.apps[0])
        label = self.tr("As it came with qtdesk") if known else self.tr("Remove")
        self.remove.setText(label)
        self.remove.setEnabled(own)

    @Slot(object)
    def _on_edited(self, profile: Profile) -> None:
        profiles = self._desk.profiles

        def keep() -> None:
            self._chosen = profiles.keep(profile, instead_of=self._chosen)

        self._try(keep)
        self._fill()
        if self._editor is not None and self._chosen is not None:
            self._editor.adopt(self._chosen)
        self._show_remove()

    @Slot()
    def _on_remove_asked(self) -> None:
        chosen = self._chosen
        if chosen is None:
            return
        self._try(lambda: self._desk.profiles.remove(chosen))
        entry = shipped_for(chosen.apps[0])
        self._chosen = entry.profile if entry else None
        self._fill()
        self._show_chosen()

    def _try(self, change: Callable[[], None]) -> None:
        """Make a change; a refusal is shown in its words."""
        try:
            change()
        except QtdeskError as refused:
            self._refuse("\n".join(part for part in tell_error(refused) if part))
        else:
            self.refusal.hide()

    def _refuse(self, text: str) -> None:
        self.refusal.setText(text)
        self.refusal.show()

    # --- learning --------------------------------------------------------------

    def _learn_label(self) -> str:
        if self._left:
            told = self.tr("Click into the program… {seconds}")
            return told.format(seconds=self._left)
        return self.tr("Learn from a window…")

    @Slot()
    def _on_learn_asked(self) -> None:
        """Asked again, it is called off."""
        self._left = 0 if self._left else _COUNTDOWN
        self._show_countdown()

    @Slot()
    def _on_tick(self) -> None:
        self._left -= 1
        if not self._left:
            self._take()
        self._show_countdown()

    def _show_countdown(self) -> None:
        if self._left and not self._tick.isActive():
            self._tick.start()
        elif not self._left:
            self._tick.stop()
        self.learn.setText(self._learn_label())

    def _take(self) -> None:
        """Whatever is in front now, or was before this dialog."""
        windows = self._desk.platform.windows
        target = windows.front() or windows.recent()
        learned: list[Profile | None] = [None]

        def learn() -> None:
            learned[0] = self._desk.profiles.learn(target) if target else None

        self._try(learn)
        if learned[0] is None:
            self._refuse(self.tr("No program's name could be seen there."))
            return
        self._chosen = learned[0]
        self._fill()
        self._show_chosen()
        self.raise_()
        self.activateWindow()

    def hideEvent(self, event: QHideEvent) -> None:
        self._left = 0
        self._show_countdown()
        super().hideEvent(event)
