import subprocess

from tests.desktop.xserver import XServer


def test_two_monitors_are_one_desktop() -> None:
    with XServer(("800x600", "640x480")) as server:
        listed = subprocess.run(
            ["xrandr", "--listmonitors"],
            env=server.env,
            check=True,
            capture_output=True,
            text=True,
        )
        assert "640/160x480/120+800+0" in listed.stdout
