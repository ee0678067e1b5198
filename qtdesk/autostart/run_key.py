"""Windows: a value below `Run` of the agent's own part of the registry.

What the agent switched off in the Task Manager is kept in another key, and counts.
"""

import contextlib
import subprocess
import sys
from typing import Protocol

from qtdesk.autostart import Command
from qtdesk.autostart.refusal import TITLE
from qtdesk.core.errors import AutostartError
from qtdesk.core.words import QT_TRANSLATE_NOOP, words

_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
_APPROVED = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
_NAME = "qtdesk"
_LONGEST = 260
"""Characters of a command that Windows runs from this key."""


class Registry(Protocol):
    """Values below HKEY_CURRENT_USER; any call may raise OSError."""

    def read(self, key: str, name: str) -> str | bytes | None:
        """The value, or None where there is none."""
        ...

    def write(self, key: str, name: str, text: str) -> None: ...

    def delete(self, key: str, name: str) -> None:
        """Take a value away; it may be gone already."""
        ...


class RunKey:
    """Implements `Autostart`."""

    def __init__(self, registry: Registry, command: Command) -> None:
        self._registry = registry
        self._command = command

    def enabled(self) -> bool:
        try:
            if not self._registry.read(_RUN, _NAME):
                return False
            approved = self._registry.read(_APPROVED, _NAME)
        except OSError:
            return False
        # The first byte is even for what may start.
        return not (isinstance(approved, bytes) and approved and approved[0] % 2)

    def enable(self) -> None:
        line = subprocess.list2cmdline(self._command())
        if len(line) > _LONGEST:
            raise AutostartError(
                TITLE,
                words(
                    QT_TRANSLATE_NOOP(
                        "core",
                        "Windows runs no command of more than {most} characters.",
                    ),
                    most=_LONGEST,
                ),
                words(QT_TRANSLATE_NOOP("core", "Move qtdesk to a shorter folder.")),
            )
        try:
            self._registry.write(_RUN, _NAME, line)
            self._registry.delete(_APPROVED, _NAME)
        except OSError as error:
            raise _refused(error) from error

    def disable(self) -> None:
        try:
            self._registry.delete(_RUN, _NAME)
        except OSError as error:
            raise _refused(error) from error


def _refused(error: OSError) -> AutostartError:
    return AutostartError(
        TITLE,
        words("{reason}", reason=error.strerror or type(error).__name__),
        words(
            QT_TRANSLATE_NOOP(
                "core",
                "The policy of this computer may forbid it: ask who looks after it.",
            )
        ),
    )


if sys.platform == "win32":
    import winreg

    class UserRegistry:
        """Implements `Registry` with the real one."""

        def read(self, key: str, name: str) -> str | bytes | None:
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                    value, _kind = winreg.QueryValueEx(opened, name)
            except FileNotFoundError:
                return None
            return value if isinstance(value, str | bytes) else None

        def write(self, key: str, name: str, text: str) -> None:
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:
                winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, text)

        def delete(self, key: str, name: str) -> None:
            access = winreg.KEY_SET_VALUE
            with (
                contextlib.suppress(FileNotFoundError),
                winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, 0, access) as opened,
            ):
                winreg.DeleteValue(opened, name)
