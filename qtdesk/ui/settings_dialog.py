"""Settings, a row for each declared one; every change holds at once.

It knows no setting by name except to word its choices.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qtdesk.core.declarations import Declaration
from qtdesk.core.errors import HotkeyError, QtdeskError
from qtdesk.core.settings import (
    START_AT_LOGIN,
    START_AT_LOGIN_DECLARATION,
    declarations,
)
from qtdesk.ui import theme as tokens
from qtdesk.ui.combo_recorder import ComboRecorder
from qtdesk.ui.controls import Switch
from qtdesk.ui.dialogs import Dialog, voiced
from qtdesk.ui.phrase_keys import PhraseKeys
from qtdesk.ui.setting_controls import SettingControls
from qtdesk.ui.theme import Appearance
from qtdesk.ui.words import setting_text, tell_error

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk

_WIDTH = 560
_CONTROL_WIDTH = 200
_FRAME = 40
"""What the system draws around a window, at most."""
_LEAST_ROWS = 160


class SettingsDialog(Dialog):
    """Label and help on the left, the control on the right, a refusal below it.

    On a desktop without a tray it is the way to all that a tray menu has.
    """

    books_asked = Signal()
    profiles_asked = Signal()
    quit_asked = Signal()

    def __init__(
        self, desk: "Desk", appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, parent)
        self._desk = desk
        self.controls: dict[str, QWidget] = {}
        self.refusals: dict[str, QLabel] = {}
        self.assigned: dict[str, QLabel] = {}
        """By setting, what came of its combination."""
        self.rebuild()

    def build(self, body: QVBoxLayout, footer: QHBoxLayout) -> None:
        self.setWindowTitle(self.tr("Settings"))
        note = self.tr("Every change holds at once.")
        body.addLayout(self.heading(self.tr("Settings"), note))
        self.setFixedWidth(_WIDTH)
        self._area, self._rows = self._scrolled(body)
        rows = self._rows
        known = {a.name for a in self._desk.platform.abilities if a.able}
        controls = SettingControls(
            self.appearance, lambda: self._desk.settings, self._change
        )
        group = ""
        for name, declaration in declarations().items():
            if declaration.needs and declaration.needs not in known:
                continue
            if declaration.group != group:
                group = declaration.group
                rows.addSpacing(tokens.SPACE_12)
                rows.addWidget(voiced(QLabel(setting_text(group)), "dim"))
            rows.addWidget(voiced(QFrame(), "line"))
            control = controls.make(name, declaration)
            if isinstance(control, ComboRecorder):
                control.listening_changed.connect(self._desk.listening.lend)
            rows.addLayout(self._row(name, declaration, control))
        self._phrase_keys = PhraseKeys(self._desk)
        rows.addWidget(self._phrase_keys)
        rows.addWidget(voiced(QFrame(), "line"))
        switch = self._autostart_switch()
        rows.addLayout(self._row(START_AT_LOGIN, START_AT_LOGIN_DECLARATION, switch))
        for label, asked in (
            (self.tr("Phrasebooks…"), self.books_asked),
            (self.tr("Paste profiles…"), self.profiles_asked),
            (self.tr("Quit qtdesk"), self.quit_asked),
        ):
            button = QPushButton(label)
            button.setAutoDefault(False)
            button.clicked.connect(asked)
            footer.addWidget(button)

    def _scrolled(self, body: QVBoxLayout) -> tuple[QScrollArea, QVBoxLayout]:
        """A part of `body` that scrolls where the screen is too low for all of it."""
        area, inside = QScrollArea(), QWidget()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(tokens.SPACE_12)
        area.setWidget(inside)
        body.addWidget(area, 1)
        return area, rows

    def fit_height(self) -> None:
        """Be as high as all rows need, as far as the screen goes."""
        wanted = self._rows.totalHeightForWidth(_WIDTH - 2 * tokens.SPACE_24)
        self._area.setFixedHeight(wanted)
        super().fit_height()
        missing = self.height() + _FRAME - self.screen().availableGeometry().height()
        if missing > 0:
            self._area.setFixedHeight(max(wanted - missing, _LEAST_ROWS))
            super().fit_height()

    def _row(
        self, name: str, declaration: Declaration, control: QWidget
    ) -> QGridLayout:
        label = voiced(QLabel(setting_text(declaration.label)), "strong")
        label.setWordWrap(True)
        help_text = voiced(QLabel(setting_text(declaration.help)), "dim")
        help_text.setWordWrap(True)
        control.setAccessibleName(label.text())
        if not control.accessibleDescription():
            control.setAccessibleDescription(help_text.text())
        label.setBuddy(control)
        refusal = voiced(QLabel(), "stop")
        refusal.setWordWrap(True)
        refusal.hide()
        self.controls[name], self.refusals[name] = control, refusal
        grid = QGridLayout()
        grid.setHorizontalSpacing(tokens.SPACE_24)
        grid.setVerticalSpacing(tokens.SPACE_4)
        grid.setColumnStretch(0, 1)
        grid.setColumnMinimumWidth(1, _CONTROL_WIDTH)
        grid.addWidget(label, 0, 0)
        grid.addWidget(help_text, 1, 0)
        grid.addWidget(control, 0, 1, 2, 1)
        grid.addWidget(refusal, 2, 0, 1, 2)
        if declaration.combo:
            self.assigned[name] = assigned = QLabel()
            assigned.setWordWrap(True)
            grid.addWidget(assigned, 3, 0, 1, 2)
            self._show_assigned(name)
        return grid

    def _autostart_switch(self) -> QWidget:
        switch = Switch(self.appearance)
        switch.setChecked(self._desk.autostart.enabled())
        switch.toggled.connect(self._on_autostart_toggled)
        return switch

    @Slot()
    def show_hotkeys(self) -> None:
        """It stands otherwise with the combinations, perhaps long after a change."""
        for name in self.assigned:
            self._show_assigned(name)
        self._phrase_keys.show_keys()
        self.fit_height()

    def _show_assigned(self, name: str) -> None:
        label = self.assigned[name]
        problem, text = self._assigned_to(name)
        if problem is not None:
            text = "\n".join(part for part in tell_error(problem) if part)
        voiced(label, "dim" if problem is None else "stop")
        label.style().unpolish(label)
        label.style().polish(label)
        label.setText(text)
        label.setVisible(bool(text))

    def _assigned_to(self, name: str) -> tuple[HotkeyError | None, str]:
        """Why there are no keys; or what they really are, if the desktop decides."""
        if name != "hotkey":
            binding = self._desk.dock.keys.of_setting(name)
            return (binding.problem if binding is not None else None), ""
        hotkey, text = self._desk.listening.hotkeys, ""
        if hotkey.trigger:
            told = self.tr("The desktop assigned: {keys}")
            text = told.format(keys=hotkey.trigger)
        elif not hotkey.active and not hotkey.paused:
            text = self.tr("The desktop has been asked for these keys.")
        return hotkey.problem, text

    # --- changes ---------------------------------------------------------------

    @Slot(bool)
    def _on_autostart_toggled(self, on: bool) -> None:
        autostart = self._desk.autostart
        self._try(START_AT_LOGIN, autostart.enable if on else autostart.disable)
        switch = self.controls[START_AT_LOGIN]
        if isinstance(switch, Switch):
            with QSignalBlocker(switch):
                switch.setChecked(autostart.enabled())

    def _change(self, name: str, text: str) -> None:
        self._try(name, lambda: self._desk.change_settings({name: text}))
        control = self.controls[name]
        if isinstance(control, ComboRecorder):
            control.show_combo(getattr(self._desk.settings, name))
            self._show_assigned(name)
            self.fit_height()

    def _try(self, name: str, change: Callable[[], None]) -> None:
        """Make a change; a refusal is shown in its words below the row."""
        refusal = ""
        try:
            change()
        except QtdeskError as refused:
            refusal = "\n".join(part for part in tell_error(refused) if part)
        # A new language has built the rows anew by now.
        label = self.refusals[name]
        label.setText(refusal)
        label.setVisible(bool(refusal))
        self.fit_height()

    def showEvent(self, event: QShowEvent) -> None:
        self.fit_height()
        super().showEvent(event)
