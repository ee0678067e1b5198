"""The launch agent of macOS: a file that the system reads at login."""

import plistlib
import sys
from pathlib import Path

import pytest

from qtdesk.autostart.launch_agent import LABEL, LaunchAgent
from qtdesk.core.ports import Autostart
from tests.contracts.autostart_contract import AutostartContract

COMMAND = (sys.executable, "-m", "qtdesk", "--at-login")


def path(home: Path) -> Path:
    return home / f"Library/LaunchAgents/{LABEL}.plist"


class TestLaunchAgent(AutostartContract):
    @pytest.fixture
    def autostart(self, tmp_path: Path) -> Autostart:
        return LaunchAgent(lambda: COMMAND, tmp_path)

    @pytest.fixture
    def refusing(self, tmp_path: Path) -> Autostart:
        (tmp_path / "Library").touch()
        return LaunchAgent(lambda: COMMAND, tmp_path)


def test_what_the_system_is_asked_for(tmp_path: Path) -> None:
    LaunchAgent(lambda: COMMAND, tmp_path).enable()
    agent = plistlib.loads(path(tmp_path).read_bytes())
    assert agent["ProgramArguments"] == list(COMMAND)
    assert agent["RunAtLoad"] is True
    assert "KeepAlive" not in agent


@pytest.mark.parametrize(
    "content",
    [
        b"no plist",
        b"<plist><dict><key>",
        plistlib.dumps(["a list"]),
        plistlib.dumps({"RunAtLoad": True, "ProgramArguments": ["/nowhere"]}),
        plistlib.dumps({"RunAtLoad": False, "ProgramArguments": [sys.executable]}),
        plistlib.dumps(
            {"RunAtLoad": True, "Disabled": True, "ProgramArguments": [sys.executable]}
        ),
    ],
)
def test_what_would_start_nothing(tmp_path: Path, content: bytes) -> None:
    path(tmp_path).parent.mkdir(parents=True)
    path(tmp_path).write_bytes(content)
    assert not LaunchAgent(lambda: COMMAND, tmp_path).enabled()
