"""A button that takes down the next key combination, or that there shall be none."""

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from qtdesk.core.combos import Combo
from qtdesk.ui.keys import combo_of

_NONE_KEYS = (Qt.Key.Key_Backspace.value, Qt.Key.Key_Delete.value)


class ComboRecorder(QPushButton):
    """Shows a combination; pressed, it waits for another. Escape leaves the old one.

    Backspace and Delete ask for none, which is an empty text, where that may be.

    Whether the combination can be used is for the desk to say. What is recorded is told
    when the keys are let go: they must not do at once what they mean from then on.
    """

    combo_recorded = Signal(str)
    listening_changed = Signal(bool)
    """Whether the next keys are to be recorded, whatever else they do."""

    def __init__(
        self, combo: str, parent: QWidget | None = None, *, may_be_empty: bool = False
    ) -> None:
        super().__init__(parent)
        self._may_be_empty = may_be_empty
        self._combo = combo
        self._recording = self._listening = False
        self._taken: Combo | None = None
        """What was pressed and is not let go yet."""
        self.clicked.connect(self._on_clicked)
        self._show()

    def show_combo(self, combo: str) -> None:
        self._combo = combo
        self._stop()

    @Slot()
    def _on_clicked(self) -> None:
        self._set_recording(recording=True)
        self._listen(listening=True)

    def _listen(self, *, listening: bool) -> None:
        if listening is not self._listening:
            self._listening = listening
            self.listening_changed.emit(listening)

    def _stop(self) -> None:
        """Record nothing any more."""
        self._taken = None
        self._set_recording(recording=False)
        self._listen(listening=False)

    def event(self, event: QEvent) -> bool:
        """While recording, Tab and all that could be a shortcut come here too."""
        if self._listening and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.KeyPress:
                self._record(event)
            elif event.type() is QEvent.Type.KeyRelease and not event.isAutoRepeat():
                self._tell()
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._stop()
        super().focusOutEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._stop()
        super().hideEvent(event)

    def _tell(self) -> None:
        """What was pressed is let go."""
        combo = self._taken
        if combo is not None:
            self._stop()
            self.combo_recorded.emit(str(combo))

    def _record(self, event: QKeyEvent) -> None:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.key() == Qt.Key.Key_Escape and plain:
            self._stop()
            return
        if event.key() in _NONE_KEYS and plain and self._may_be_empty:
            self._stop()
            self.combo_recorded.emit("")
            return
        combo = combo_of(event)
        if combo is not None and not event.isAutoRepeat() and self._taken is None:
            self._taken = combo
            self._set_recording(recording=False)

    def _set_recording(self, *, recording: bool) -> None:
        if recording is not self._recording:
            self._recording = recording
            self.setProperty("recording", recording)
            self.style().unpolish(self)
            self.style().polish(self)
        self._show()

    def _show(self) -> None:
        combo = self._taken or (Combo.parse(self._combo) if self._combo else None)
        label = combo.label if combo is not None else self.tr("None")
        self.setText(self.tr("Press the keys…") if self._recording else label)
        self.setAccessibleDescription(self.text())
