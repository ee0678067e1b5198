"""Started by the session at login: quietly, from the very file that was written."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.conftest import need
from tests.desktop.desk_session import DeskSession
from tests.desktop.programs import Workplace
from tests.desktop.waiting import DEADLINE_S, wait_for


class Login:
    """A session with a home of its own, begun as often as one likes."""

    def __init__(self, place: Workplace, folder: Path) -> None:
        self.desk = DeskSession(place, folder / "data")
        home = folder / "a home 100%"
        self._env = {
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / ".config"),
            "PYTHONPATH": self.desk.path,
        }
        self.env = {**place.server.env, **self._env}
        self._file = home / ".config/autostart/qtdesk.desktop"

    def switch(self, on: str) -> None:
        change = ("settings", "set", "start_at_login", on)
        ran = self.desk.cli(*change, env=self._env)
        assert ran.returncode == 0, ran.stderr

    def begin(self) -> None:
        """Start what the file says, with GLib's reader of such files."""
        subprocess.run(
            ["gio", "launch", self._file],
            env=self.env,
            check=True,
            timeout=DEADLINE_S,
        )


@pytest.fixture
def login(place: Workplace, tmp_path: Path) -> Iterator[Login]:
    need("gio")
    made = Login(place, tmp_path)
    yield made
    if made.desk.status():
        made.desk.cli("quit")
        wait_for(lambda: not made.desk.status(), "qtdesk to end")
    made.desk.hands.close()


def test_it_waits_in_the_tray_and_opens_nothing(login: Login) -> None:
    desk = login.desk
    login.switch("on")
    login.begin()
    wait_for(lambda: desk.status().get("ready"), "qtdesk to be ready")
    pid = desk.status()["pid"]
    assert not desk.status()["panel_open"]
    # A session that restores its programs starts it twice.
    again = [*desk.start_line, "--at-login"]
    assert subprocess.run(again, env=login.env, timeout=DEADLINE_S).returncode == 0  # noqa: PLW1510
    assert desk.status()["pid"] == pid
    assert not desk.status()["panel_open"]
    desk.show()
    wait_for(lambda: desk.status()["panel_open"], "the panel")
