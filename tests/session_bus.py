"""A real session bus on which nothing starts but what a test asked for.

The bus of a whole desktop starts whatever is installed as soon as a program names it. A
document portal, for one, mounts a file system in the test's folder and leaves it there.
"""

import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.desktop.waiting import DEADLINE_S

ACCESSIBILITY = "org.a11y.Bus"
_SERVICES = Path("/usr/share/dbus-1/services")
_CONFIGURATION = """\
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <servicedir>{folder}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class SessionBus:
    """`with SessionBus() as bus:` runs a daemon; `bus.address` is where it listens."""

    def __init__(self, *services: str, env: Mapping[str, str] | None = None) -> None:
        """Remember which of the system's `services` may be started, and in which `env`.

        Without one their home is a folder of the bus, which goes with it.
        """
        self._services = services
        self._env = env
        self._folder: Path | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def start(self) -> str:
        """Run the daemon; the answer is where it listens."""
        # Directly in the folder for temporary files: a socket's path must be short.
        folder = self._folder = Path(tempfile.mkdtemp(prefix="bus-"))
        for name in self._services:
            shutil.copy(_SERVICES / f"{name}.service", folder)
        configuration = folder / "bus.conf"
        configuration.write_text(_CONFIGURATION.format(folder=folder), encoding="utf-8")
        self._daemon = subprocess.Popen(
            [
                *("dbus-daemon", "--nofork", "--print-address"),
                f"--config-file={configuration}",
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=self._env or {"HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)},
        )
        assert self._daemon.stdout is not None
        self.address = self._daemon.stdout.readline().strip()
        return self.address

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """End the daemon; a second time does nothing."""
        self._daemon.terminate()
        self._daemon.wait(DEADLINE_S)
        if self._daemon.stdout is not None:
            self._daemon.stdout.close()
        if self._folder is not None:
            shutil.rmtree(self._folder)
            self._folder = None
