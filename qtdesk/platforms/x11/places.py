"""Where typed codes count: which window, and who else stands between key and text.

Asked when a prefix is typed and again when its code ends, never at other keys.
"""

from pathlib import Path

from qtdesk.core.ports import Sight, Target
from qtdesk.platforms.x11.connection import Connection
from qtdesk.platforms.x11.facts import Facts
from qtdesk.platforms.x11.focused_field import FocusedField, Watch
from qtdesk.platforms.x11.input_method import InputMethods
from qtdesk.platforms.x11.seizure import Seizure


class X11Places:
    """Implements `Places`: one question, with several reasons for a "no"."""

    def __init__(self, connection: Connection, watch: Watch) -> None:
        """Begin to follow the focus; see `FocusedField` for `watch`."""
        self._facts = Facts(connection)
        self._field = FocusedField(watch)
        self._seizure = Seizure(connection)
        self._input_methods = InputMethods(connection)
        self._target: Target | None = None
        self.never: frozenset[str] = frozenset()
        """Names of programs that the agent keeps us out of."""

    def open_to_codes(self) -> int:
        self._target = self._facts.target(self._facts.front().window)
        return self._target.window if self._target and self.still_open() else 0

    def still_open(self) -> bool:
        target = self._target
        if target is None or self._names(target) & self.never:
            return False
        if self._facts.sight(target) is not Sight.FRONT:
            return False
        if self._field.is_secret or self._seizure.is_there():
            return False
        return not self._input_methods.engaged()

    def _names(self, target: Target) -> set[str]:
        names = {target.app.casefold()}
        if target.pid:
            names.add(_executable(target.pid).casefold())
        return names


def _executable(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/exe").readlink().name
    except OSError:
        return ""
