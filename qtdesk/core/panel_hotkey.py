"""The combination that opens the quick panel: registered, moved, paused.

Knows nothing of panels; it calls what it was given.
"""

from collections.abc import Callable

from qtdesk.core.combos import Combo
from qtdesk.core.errors import HotkeyError
from qtdesk.core.events import HotkeysChanged
from qtdesk.core.ports import AssignedHotkeys, Assignment, Hotkeys


class PanelHotkey:
    """At most one combination at a time; every change is announced."""

    def __init__(
        self,
        hotkeys: Hotkeys,
        combo: str,
        pressed: Callable[[], None],
        announce: Callable[[HotkeysChanged], None],
    ) -> None:
        """Stand ready with `combo`, not yet registered."""
        self._hotkeys = hotkeys
        self._pressed = pressed
        self._announce = announce
        self._registered = False
        self.state = HotkeysChanged(combo, active=False, paused=False, problem=None)
        self._answered_later = isinstance(hotkeys, AssignedHotkeys)
        if isinstance(hotkeys, AssignedHotkeys):
            hotkeys.watch(self._on_assigned)

    def start(self) -> None:
        """Register; a conflict is announced in words and nothing stops."""
        problem: HotkeyError | None = None
        try:
            self._hotkeys.register(Combo.parse(self.state.combo), self._pressed)
        except HotkeyError as refused:
            problem = refused
        self._registered = problem is None
        active = self._registered and not self._answered_later
        self._change(self.state.combo, active=active, problem=problem)

    def pause(self) -> None:
        """Give the combination back to the system."""
        self._unregister()
        self._change(self.state.combo, active=False, paused=True)

    def lend(self) -> None:
        """Give it back for a moment, without a word, for one to be recorded."""
        self._unregister()

    def take_back(self) -> None:
        """Take again what was lent."""
        if not (self._registered or self.state.paused or self.state.problem):
            self.start()

    def move(self, combo: str) -> None:
        """Take another combination.

        Raises:
            HotkeyError: it is taken; the old one works on.
        """
        if self.state.paused:
            self._change(combo, active=False, paused=True)
            return
        self._hotkeys.register(Combo.parse(combo), self._pressed)
        self._unregister()
        self._registered = True
        self._change(combo, active=not self._answered_later)

    def close(self) -> None:
        """Give the combination back without a word."""
        self._unregister()

    def _unregister(self) -> None:
        if self._registered:
            self._registered = False
            self._hotkeys.unregister(Combo.parse(self.state.combo))

    def _on_assigned(self, combo: Combo, assignment: Assignment) -> None:
        if self._registered and str(combo) == self.state.combo:
            active = assignment.problem is None
            trigger, problem = assignment
            self._change(str(combo), active=active, problem=problem, trigger=trigger)

    def _change(
        self,
        combo: str,
        *,
        active: bool,
        paused: bool = False,
        problem: HotkeyError | None = None,
        trigger: str = "",
    ) -> None:
        self.state = HotkeysChanged(combo, active, paused, problem, trigger)
        self._announce(self.state)
