"""Where order checks meet the rest of the interface: keys, tray, messages, window.

Loaded once the panel's hotkey works; the window itself with the first check.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from qtdesk.core.buyer_checks import BuyerChecks
from qtdesk.core.errors import QtdeskError
from qtdesk.core.events import CheckWanted
from qtdesk.core.ports import AssignedHotkeys
from qtdesk.ui.toast import Kind
from qtdesk.ui.translations import language_now
from qtdesk.ui.words import tell_error

if TYPE_CHECKING:
    from collections.abc import Callable

    from qtdesk.core.desk import Desk
    from qtdesk.ui.bridge import Bridge
    from qtdesk.ui.order_check import CheckVisits
    from qtdesk.ui.theme import Appearance
    from qtdesk.ui.toast import Messages
    from qtdesk.ui.tray import Tray

_LOADING_MS = 4000
"""After the start: nobody shall wait for the lists at the first order."""


class CheckRoom(QObject):
    """Makes the window of checks when it is wanted, and says what came of them."""

    def __init__(
        self,
        desk: "Desk",
        bridge: "Bridge",
        appearance: "Appearance",
        give_keys_back: "Callable[[], None]",
        tray: "Tray",
        messages: "Messages",
    ) -> None:
        """`give_keys_back` lets keys typed behind a hotkey go to the panel again."""
        super().__init__(bridge)
        self._desk, self._bridge, self._appearance = desk, bridge, appearance
        self._give_keys_back = give_keys_back
        self._messages = messages
        self._visits: CheckVisits | None = None
        buyers = desk.dock.buyers
        desk.subscribe(BuyerChecks(desk.checks, lambda: buyers.current).on_event)
        bridge.check_wanted.connect(self._on_check_wanted)
        bridge.lists_changed.connect(self._on_lists_changed)
        tray.check_asked.connect(desk.checks.want)
        tray.check_chosen.connect(self._on_check_chosen)
        bridge.settings_changed.connect(self._on_settings_changed)
        desk.checks.language = language_now()
        self._start_hotkeys()
        QTimer.singleShot(_LOADING_MS, self, self._load)

    def _start_hotkeys(self) -> None:
        keys = self._desk.check_keys
        keys.start()
        if isinstance(self._desk.platform.hotkeys, AssignedHotkeys):
            # It never gives more than one, which is no news.
            return
        for problem in keys.problems:
            self._on_refused(problem)

    @Slot()
    def _load(self) -> None:
        self._desk.launcher.load()

    @Slot(object)
    def _on_lists_changed(self) -> None:
        self._desk.launcher.prepare()

    @Slot(object)
    def _on_settings_changed(self) -> None:
        """Lists are named in the language of now, which is loaded already."""
        self._desk.checks.language = language_now()

    @Slot(object)
    def _on_check_wanted(self, event: CheckWanted) -> None:
        if self._visits is None:
            from qtdesk.ui.order_check import CheckVisits  # noqa: PLC0415 - can wait

            served = (self._desk, self._bridge, self._appearance)
            self._visits = CheckVisits(*served, self._give_keys_back)
            self._visits.refused.connect(self._on_refused)
            self._visits.recorded.connect(self._on_recorded)
            self._visits.on_wanted(event)

    @Slot(str)
    def _on_check_chosen(self, uid: str) -> None:
        self._desk.checks.turn_to(uid)
        self._desk.checks.want("")

    @Slot()
    def _on_recorded(self) -> None:
        self._messages.say(self.tr("The check is recorded."))

    @Slot(object)
    def _on_refused(self, error: QtdeskError) -> None:
        self._messages.say(*tell_error(error), Kind.STOP, urgent=True)
