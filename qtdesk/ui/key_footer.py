"""The foot of the quick panel: its keys, and one quiet note.

Shows what it is told and decides nothing.
"""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from qtdesk.ui import drawing
from qtdesk.ui import theme as tokens
from qtdesk.ui.panel_parts import DimLabel
from qtdesk.ui.pills import KeyHint
from qtdesk.ui.theme import Appearance

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

CONTROL = "⌘" if sys.platform == "darwin" else "Ctrl "
"""What Qt calls Control."""
_LOOK_MS = 250


class KeyFooter(QWidget):
    """What the keys do; a click on one does the same. And a note beside them."""

    paste_clicked = Signal()
    copy_clicked = Signal()
    stage_clicked = Signal()
    back_clicked = Signal()
    settings_clicked = Signal()

    def __init__(
        self, appearance: Appearance, progress: Callable[[], tuple[int, int]]
    ) -> None:
        """`progress` tells phrases indexed and to be indexed, none where all are."""
        super().__init__()
        self._paste = KeyHint(drawing.ENTER, appearance)
        self._all = KeyHint(f"{CONTROL}{drawing.ENTER}", appearance)
        self._copy = KeyHint(f"{CONTROL}C", appearance)
        self._stage = KeyHint("Tab", appearance)
        self._back = KeyHint("Esc", appearance)
        self._settings = KeyHint(f"{CONTROL},", appearance)
        self._note = FootNote(appearance, progress)
        row = QHBoxLayout(self)
        row.setContentsMargins(tokens.SPACE_20, 0, tokens.SPACE_24, 0)
        row.setSpacing(tokens.SPACE_20)
        keys = (self._paste, self._all, self._copy, self._stage, self._back)
        for key in (*keys, self._settings):
            row.addWidget(key)
        row.addStretch()
        row.addWidget(self._note)
        self.setFixedHeight(36)
        self._paste.clicked.connect(self.paste_clicked)
        self._all.clicked.connect(self.paste_clicked)
        self._copy.clicked.connect(self.copy_clicked)
        self._stage.clicked.connect(self.stage_clicked)
        self._back.clicked.connect(self.back_clicked)
        self._settings.clicked.connect(self.settings_clicked)

    def say_launcher(self) -> None:
        """Label the keys for the launcher, where digits and Enter open things."""
        self._paste.setText(self.tr("Open"))
        for key in (self._all, self._copy):
            key.hide()
        self._stage.setText(self.tr("Stage"))
        self._back.setText(self.tr("Phrases"))
        self._settings.setText(self.tr("Settings"))
        self._settings.show()

    def say(
        self,
        *,
        able_to_paste: bool,
        asking: bool = False,
        last: bool = False,
        pieces: int = 0,
    ) -> None:
        """Label the keys in the language and for the target of now.

        `asking` while the form is shown, `last` in its last field; `pieces` is the
        number of phrases that a message has so far.
        """
        paste = self.tr("Paste") if able_to_paste else self.tr("Copy")
        whole = self.tr("Paste {count}") if able_to_paste else self.tr("Copy {count}")
        enter = whole.format(count=pieces) if pieces else paste
        self._paste.setText(self.tr("Go on") if asking and not last else enter)
        self._all.setText(paste if asking else self.tr("Add"))
        self._all.setVisible((asking and not last) or (pieces > 0 and not asking))
        self._copy.setText(self.tr("Copy"))
        self._copy.setVisible(able_to_paste and not asking)
        self._stage.setText(self.tr("Next field") if asking else self.tr("Stage"))
        self._back.setText(self.tr("Drop all") if pieces else self.tr("Back"))
        self._settings.setText(self.tr("Settings"))
        self._settings.setVisible(not asking and not pieces)
        self._note.retranslate()


class FootNote(DimLabel):
    """What qtdesk promises, or how far an index is made.

    It looks by itself while it is seen, because indexes are made without a word. Rows
    must not move meanwhile: Enter may be on its way down.
    """

    def __init__(
        self, appearance: Appearance, progress: Callable[[], tuple[int, int]]
    ) -> None:
        super().__init__(appearance)
        self._progress = progress
        self._looks = QTimer(self)
        self._looks.setInterval(_LOOK_MS)
        self._looks.timeout.connect(self.retranslate)

    def retranslate(self) -> None:
        """Say what holds now, in the language of now."""
        done, count = self._progress()
        said = self.tr("Never sends by itself")
        if done < count:
            percent = 100 * done // count
            said = self.tr("Making the index: {percent} %").format(percent=percent)
        if said != self.text():
            self.setText(said)

    def showEvent(self, event: "QShowEvent") -> None:
        super().showEvent(event)
        self.retranslate()
        self._looks.start()

    def hideEvent(self, event: "QHideEvent") -> None:
        super().hideEvent(event)
        self._looks.stop()
