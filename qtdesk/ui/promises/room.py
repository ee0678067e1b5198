"""Where promises meet the rest of the interface: keys, tray, dock, messages, windows.

Loaded once the panel's hotkey works; each window with the first use of it.
"""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from qtdesk.core.errors import QtdeskError
from qtdesk.core.events import PromisesDue, PromiseWanted
from qtdesk.core.launcher import Tool
from qtdesk.core.ports import AssignedHotkeys
from qtdesk.ui.promises.wording import PromiseWording
from qtdesk.ui.toast import Kind
from qtdesk.ui.words import tell_error

if TYPE_CHECKING:
    from collections.abc import Callable

    from qtdesk.core.desk import Desk
    from qtdesk.core.promises import Promise
    from qtdesk.ui.bridge import Bridge
    from qtdesk.ui.promises.visits import PromiseVisits
    from qtdesk.ui.promises.window import PromisesWindow
    from qtdesk.ui.surroundings import Surroundings
    from qtdesk.ui.theme import Appearance

_REMINDING_MS = 4000
"""After the start, with the lists that promises of checks ask."""


class PromiseRoom(QObject):
    """Makes windows when they are wanted, and tells what is due."""

    def __init__(
        self,
        desk: "Desk",
        bridge: "Bridge",
        appearance: "Appearance",
        give_keys_back: "Callable[[], None]",
        around: "Surroundings",
    ) -> None:
        """`give_keys_back` lets keys typed behind a hotkey go to the panel again."""
        super().__init__(bridge)
        self._served = (desk, bridge, appearance)
        self._desk, self._appearance = desk, appearance
        self._give_keys_back = give_keys_back
        self._around = around
        self._wording = PromiseWording(self)
        self._visits: PromiseVisits | None = None
        self.window: PromisesWindow | None = None
        """The list; None while nobody has seen it."""
        bridge.promise_wanted.connect(self._on_wanted)
        bridge.promises_due.connect(self._on_due)
        bridge.promises_changed.connect(self._on_changed)
        bridge.settings_changed.connect(self._on_changed)
        around.tray.promises_asked.connect(self.show_list)
        around.tools.offer(Tool.PROMISES, self.show_list)
        self._start_hotkeys()
        QTimer.singleShot(_REMINDING_MS, self, self._start)

    def _start_hotkeys(self) -> None:
        keys = self._desk.promises.keys
        keys.start()
        if isinstance(self._desk.platform.hotkeys, AssignedHotkeys):
            # It never gives more than one, which is no news.
            return
        for problem in keys.problems:
            self._on_refused(problem)

    @Slot()
    def _start(self) -> None:
        self._desk.promises.start()

    # --- making one ------------------------------------------------------------

    @Slot(object)
    def _on_wanted(self, event: PromiseWanted) -> None:
        if self._visits is None:
            from qtdesk.ui.promises.visits import PromiseVisits  # noqa: PLC0415 - can wait

            served = (self._desk, self._appearance, self._give_keys_back)
            self._visits = PromiseVisits(*served, self)
            self._visits.list_asked.connect(self.show_list)
            self._visits.made.connect(self._on_made)
        self._visits.on_wanted(event)

    @Slot(object)
    def _on_made(self, promise: "Promise") -> None:
        now = self._desk.promises.book.wall.now()
        title, line = self.tr("Promised"), self._wording.line(promise, now)
        self._around.messages.say(title, line, urgent=True)

    # --- the list --------------------------------------------------------------

    @Slot()
    def show_list(self) -> None:
        """Open the list of promises, or bring it to the front."""
        if self.window is None:
            from qtdesk.ui.promises.window import PromisesWindow  # noqa: PLC0415 - can wait

            self.window = PromisesWindow(*self._served)
            self.window.refused.connect(self._on_refused)
        self._around.bring_forward(self.window)

    def _show_one(self, uid: str) -> None:
        self.show_list()
        if self.window is not None:
            self.window.choose(uid)

    # --- telling ---------------------------------------------------------------

    @Slot(object)
    def _on_due(self, event: PromisesDue) -> None:
        if self._desk.settings.promise_messages:
            now = self._desk.promises.book.wall.now()
            said = self._wording.message(event.promises, now)
            show = partial(self._show_one, event.promises[0].uid)
            self._around.messages.say(*said, kind=Kind.WARN, when_clicked=show)

    @Slot(object)
    def _on_changed(self) -> None:
        overdue = self._desk.promises.book.overdue
        self._around.tray.show_overdue(len(overdue))
        now = self._desk.promises.book.wall.now()
        line = ""
        if overdue:
            line = self._wording.line(overdue[0], now)
            if len(overdue) > 1:
                line = self.tr("{count} overdue").format(count=len(overdue))
        self._around.docking.remind(line, self.show_list)

    @Slot(object)
    def _on_refused(self, error: QtdeskError) -> None:
        self._around.messages.say(*tell_error(error), Kind.STOP, urgent=True)
