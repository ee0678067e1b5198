"""The fields of one paste profile; a change is told at once, and kept by others."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QWidget,
)

from qtdesk.core.combos import PASTE, Combo
from qtdesk.core.paste import LONGEST_WAIT_S, SEND_KEYS, Newlines, Profile, Takes
from qtdesk.ui import theme as tokens
from qtdesk.ui.controls import ChoiceBox, Switch
from qtdesk.ui.dialogs import voiced
from qtdesk.ui.theme import Appearance

_CHORDS = (
    PASTE,
    Combo(("ctrl", "shift"), "v"),
    Combo(("shift",), "insert"),
    Combo(("ctrl", "alt"), "v"),
)
_NEVER = None
_CONTROL_WIDTH = 200
_SMALLEST_CHANGE_S = 0.005
"""Finer than a field shows; leaving it is no change."""
_Control = TypeVar("_Control", bound=QWidget)


class ProfileEditor(QWidget):
    """Label on the left, control on the right; what sends has a warning below it."""

    changed = Signal(object)  # Profile

    def __init__(self, profile: Profile, appearance: Appearance) -> None:
        super().__init__()
        self._profile = profile
        self._appearance = appearance
        self.controls: list[QWidget] = []
        """In the order in which they are read."""
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(tokens.SPACE_16)
        self._grid.setVerticalSpacing(tokens.SPACE_8)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnMinimumWidth(1, _CONTROL_WIDTH)
        self.name = self._add(self.tr("Name"), self._line("name", profile.name))
        names = self._line("apps", ", ".join(profile.apps))
        names.setToolTip(self.tr("As the system calls them; * stands for anything."))
        self.apps = self._add(self.tr("Programs, with commas between"), names)
        self.never = self._add(self.tr("Never paste here"), self._switch("never"))
        self.chord = self._add(self.tr("Keys that paste"), self._chords())
        self.newlines = self._add(self.tr("Line breaks"), self._line_breaks())
        self.send = self._add(self.tr("Send after pasting"), self._send_keys())
        self._add_warning()
        self.pictures = self._add(self.tr("Takes pictures"), self._taking_pictures())
        self.goes_back = self._add(
            self.tr("Cursor goes back to {place}").format(place="{cursor}"),
            self._switch("cursor"),
        )
        self.goes_back.setToolTip(
            self.tr("By the left arrow key, once the program has read the text.")
        )
        self.waits = [
            self._add(self.tr("Wait before the keys (s)"), self._wait("settle_s")),
            self._add(self.tr("Keep the clipboard (s)"), self._wait("hold_s")),
            self._add(self.tr("Quiet after it was read (s)"), self._wait("quiet_s")),
        ]
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    # --- building --------------------------------------------------------------

    def _add(self, label: str, control: _Control) -> _Control:
        row = self._grid.rowCount()
        named = QLabel(label)
        named.setWordWrap(True)
        named.setBuddy(control)
        control.setAccessibleName(label)
        self.controls.append(control)
        self._grid.addWidget(named, row, 0)
        self._grid.addWidget(control, row, 1)
        return control

    def _line(self, field: str, text: str) -> QLineEdit:
        line = voiced(QLineEdit(text), "field")
        line.setCursorPosition(0)
        line.editingFinished.connect(partial(self._on_line_edited, field, line))
        return line

    def _switch(self, field: str) -> Switch:
        switch = Switch(self._appearance)
        switch.setChecked(getattr(self._profile, field))
        switch.toggled.connect(lambda on: self._change(**{field: on}))
        return switch

    def _chords(self) -> ChoiceBox:
        known = dict.fromkeys((*_CHORDS, self._profile.chord))
        choices = [(chord.label, chord) for chord in known]
        return self._choice(choices, self._profile.chord, self._on_chord)

    def _line_breaks(self) -> ChoiceBox:
        choices = [
            (self.tr("Keep them"), Newlines.KEEP),
            (self.tr("Make them spaces"), Newlines.JOIN),
        ]
        now = self._profile.newlines
        return self._choice(choices, now, lambda to: self._change(newlines=to))

    def _taking_pictures(self) -> ChoiceBox:
        choices = [
            (self.tr("Not known: try"), Takes.UNKNOWN),
            (self.tr("Yes"), Takes.YES),
            (self.tr("No"), Takes.NO),
        ]
        now = self._profile.takes_images
        return self._choice(choices, now, lambda to: self._change(takes_images=to))

    def _send_keys(self) -> ChoiceBox:
        label = self.tr("With {keys}")
        keys = [(label.format(keys=key.label), key) for key in SEND_KEYS]
        choices = [(self.tr("No"), _NEVER), *keys]
        now = self._profile.send_key if self._profile.sends else _NEVER
        return self._choice(choices, now, self._on_send)

    def _choice(
        self,
        choices: Sequence[tuple[str, object]],
        now: object,
        chosen: Callable[[object], None],
    ) -> ChoiceBox:
        box = ChoiceBox(self._appearance)
        for label, _value in choices:
            box.addItem(label)
        values = [value for _label, value in choices]
        box.setCurrentIndex(values.index(now))
        box.activated.connect(lambda number: chosen(values[number]))
        return box

    def _add_warning(self) -> None:
        self.warning = voiced(QLabel(), "warn")
        self.warning.setWordWrap(True)
        self.warning.setText(
            self.tr(
                "Pressed once, when the program has read the text and still shows the "
                "same conversation. qtdesk tells conversations by the window's title: "
                "where that is the same for every buyer, do not use this. Do not type "
                "or click there until it is sent."
            )
        )
        self.warning.setVisible(self._profile.sends)
        self._grid.addWidget(self.warning, self._grid.rowCount(), 0, 1, 2)

    def _wait(self, field: str) -> QDoubleSpinBox:
        number = QDoubleSpinBox()
        number.setRange(0.0, LONGEST_WAIT_S)
        number.setDecimals(2)
        number.setSingleStep(0.1)
        number.lineEdit().setTextMargins(tokens.SPACE_12, 0, 0, 0)
        number.setValue(getattr(self._profile, field))
        number.editingFinished.connect(partial(self._on_wait_edited, field, number))
        return number

    # --- changes ---------------------------------------------------------------

    def _on_line_edited(self, field: str, line: QLineEdit) -> None:
        if field == "name":
            self._change(name=line.text().strip())
            return
        names = (name.strip() for name in line.text().replace("，", ",").split(","))
        self._change(apps=tuple(name for name in names if name))

    def _on_chord(self, chord: object) -> None:
        self._change(chord=chord)

    def _on_send(self, key: object) -> None:
        if key is _NEVER:
            self._change(sends=False)
        else:
            self._change(sends=True, send_key=key)

    def _on_wait_edited(self, field: str, number: QDoubleSpinBox) -> None:
        if abs(number.value() - getattr(self._profile, field)) >= _SMALLEST_CHANGE_S:
            self._change(**{field: number.value()})

    def _change(self, **values: object) -> None:
        new = self._profile._replace(**values)  # type: ignore[arg-type]  # each field has its own control
        if new != self._profile:
            self.changed.emit(new)

    def adopt(self, profile: Profile) -> None:
        """What came of a change; a list of programs that was emptied comes back."""
        self._profile = profile
        self.warning.setVisible(profile.sends)
        if not self.apps.text().strip(" ,，"):
            self.apps.setText(", ".join(profile.apps))
