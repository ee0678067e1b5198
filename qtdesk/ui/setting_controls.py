"""The control for one setting: keys, a choice, a switch, a text or a number.

It shows the value there is and hands on what was chosen; it changes nothing itself.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLineEdit, QWidget

from qtdesk.ui import theme as tokens
from qtdesk.ui.choice_words import choice_words
from qtdesk.ui.combo_recorder import ComboRecorder
from qtdesk.ui.controls import ChoiceBox, Switch
from qtdesk.ui.dialogs import voiced

if TYPE_CHECKING:
    from qtdesk.core.declarations import Declaration
    from qtdesk.core.settings import Settings
    from qtdesk.ui.theme import Appearance


class SettingControls:
    """Makes controls by what a setting's declaration says."""

    def __init__(
        self,
        appearance: "Appearance",
        settings: "Callable[[], Settings]",
        change: Callable[[str, str], None],
    ) -> None:
        """`change` takes a name and the new value as text."""
        self._appearance, self._settings, self._change = appearance, settings, change

    def make(self, name: str, declaration: "Declaration") -> QWidget:
        """A new control that shows the setting's value as it is now."""
        value = getattr(self._settings(), name)
        if declaration.combo:
            return self._combo(name, value, may_be_empty=declaration.may_be_empty)
        if declaration.choices:
            return self._choice(name, declaration.choices, value)
        if isinstance(value, bool):
            return self._switch(name, on=value)
        if isinstance(value, str):
            return self._text(name, value)
        return self._number(name, declaration, value)

    def _combo(self, name: str, value: str, *, may_be_empty: bool) -> QWidget:
        recorder = ComboRecorder(value, may_be_empty=may_be_empty)
        recorder.combo_recorded.connect(partial(self._change, name))
        return recorder

    def _choice(self, name: str, choices: tuple[str, ...], value: str) -> QWidget:
        box = ChoiceBox(self._appearance)
        words = choice_words()
        for choice in choices:
            box.addItem(words.get(choice, choice), choice)
        box.setCurrentIndex(choices.index(value))
        box.activated.connect(partial(self._on_activated, name, box))
        return box

    def _switch(self, name: str, *, on: bool) -> QWidget:
        switch = Switch(self._appearance)
        switch.setChecked(on)
        switch.toggled.connect(partial(self._on_toggled, name))
        return switch

    def _text(self, name: str, value: str) -> QWidget:
        line = voiced(QLineEdit(value), "field")
        line.setCursorPosition(0)
        line.editingFinished.connect(partial(self._on_text_edited, name, line))
        return line

    def _number(self, name: str, declaration: "Declaration", value: float) -> QWidget:
        number = QDoubleSpinBox()
        number.setRange(declaration.low, declaration.high)
        number.setDecimals(1)
        # A style sheet pads the frame of a spin box, not its text.
        number.lineEdit().setTextMargins(tokens.SPACE_12, 0, 0, 0)
        number.setValue(value)
        number.editingFinished.connect(partial(self._on_edited, name, number))
        return number

    def _on_activated(self, name: str, box: QComboBox, _index: int) -> None:
        self._change(name, str(box.currentData()))

    def _on_toggled(self, name: str, on: bool) -> None:
        self._change(name, str(on).lower())

    def _on_text_edited(self, name: str, line: QLineEdit) -> None:
        if line.text() != getattr(self._settings(), name):
            self._change(name, line.text())

    def _on_edited(self, name: str, number: QDoubleSpinBox) -> None:
        if number.value() != getattr(self._settings(), name):
            self._change(name, str(number.value()))
