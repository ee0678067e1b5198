"""macOS: a launch agent of the agent's own, read by the system at login."""

import plistlib
from pathlib import Path
from xml.parsers.expat import ExpatError

from qtdesk.autostart import Command
from qtdesk.autostart.files import remove, write

LABEL = "qtdesk.at-login"


class LaunchAgent:
    """Implements `Autostart`.

    What was switched off in the system settings is known to the system only; this
    tells whether our file asks for a start.
    """

    def __init__(self, command: Command, home: Path | None = None) -> None:
        """Write below `home`, the agent's own by default."""
        self._command = command
        self._path = (home or Path.home()) / "Library/LaunchAgents" / f"{LABEL}.plist"

    def enabled(self) -> bool:
        try:
            with self._path.open("rb") as file:
                agent = plistlib.load(file)
        except (OSError, ValueError, plistlib.InvalidFileException, ExpatError):
            return False
        if not isinstance(agent, dict) or agent.get("Disabled"):
            return False
        program = agent.get("ProgramArguments") or [""]
        return bool(agent.get("RunAtLoad")) and Path(program[0]).exists()

    def enable(self) -> None:
        agent = {
            "Label": LABEL,
            "ProgramArguments": list(self._command()),
            "RunAtLoad": True,
            "ProcessType": "Interactive",
            "LimitLoadToSessionType": "Aqua",
        }
        write(self._path, plistlib.dumps(agent))

    def disable(self) -> None:
        remove(self._path)
