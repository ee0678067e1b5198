"""Where what is not said to buyers meets the rest: keys, tray, messages, windows.

Loaded once the panel's hotkey works; each window when it is first wanted.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from qtdesk.core.events import CopiedTextWanted
from qtdesk.core.ports import AssignedHotkeys
from qtdesk.ui.toast import Kind
from qtdesk.ui.words import tell_error, tell_problem

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from qtdesk.core.desk import Desk
    from qtdesk.ui.bridge import Bridge
    from qtdesk.ui.copied_text import CopiedTextVisits
    from qtdesk.ui.packs_dialog import PacksDialog
    from qtdesk.ui.theme import Appearance
    from qtdesk.ui.toast import Messages
    from qtdesk.ui.tray import Tray

_LOADING_MS = 6000
"""After the start, behind what more people wait for."""


class WordRoom(QObject):
    """Opens what looks at words."""

    def __init__(
        self,
        desk: "Desk",
        bridge: "Bridge",
        appearance: "Appearance",
        give_keys_back: "Callable[[], None]",
        tray: "Tray",
        messages: "Messages",
        data: "Path",
    ) -> None:
        """`give_keys_back` lets keys typed behind a hotkey go to the panel again.

        `data` is the agent's folder.
        """
        super().__init__(bridge)
        self._desk, self._appearance = desk, appearance
        self._give_keys_back = give_keys_back
        self._messages = messages
        self._folder = data / "lint"
        self._visits: CopiedTextVisits | None = None
        self._packs: PacksDialog | None = None
        bridge.copied_text_wanted.connect(self._on_copied_text_wanted)
        tray.copied_text_asked.connect(desk.copied_text.want)
        tray.words_asked.connect(self.show_packs)
        desk.word_keys.start()
        if not isinstance(desk.platform.hotkeys, AssignedHotkeys):
            for problem in desk.word_keys.problems:
                messages.say(*tell_error(problem), Kind.STOP, urgent=True)
        QTimer.singleShot(_LOADING_MS, self, self._load)

    @Slot()
    def _load(self) -> None:
        self._desk.proof.when_ready(self._tell_faults)

    def _tell_faults(self) -> None:
        """Faults in a pack of the team's own: the others, and ours, are in use."""
        problems = self._desk.proof.packs.problems
        if problems:
            title = self.tr("A pack of words has a fault")
            more = tell_problem(problems[0])
            self._messages.say(title, more, Kind.WARN, when_clicked=self.show_packs)

    @Slot()
    def show_packs(self) -> None:
        """Open the packs of words, or bring them to the front."""
        if self._packs is None:
            from qtdesk.ui.packs_dialog import PacksDialog  # noqa: PLC0415 - rarely used

            self._packs = PacksDialog(self._desk, self._appearance, self._folder)
        self._packs.show()
        self._packs.raise_()
        self._packs.activateWindow()

    @Slot(object)
    def _on_copied_text_wanted(self, event: CopiedTextWanted) -> None:
        if self._visits is None:
            from qtdesk.ui.copied_text import CopiedTextVisits  # noqa: PLC0415 - can wait

            served = (self._desk, self._appearance, self._give_keys_back)
            self._visits = CopiedTextVisits(*served, self)
        self._visits.on_wanted(event)
