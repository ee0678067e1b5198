"""A real compositor: the panel opens, the phrase is copied, and the agent is told."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.accessible import AccessibleBus, Field
from tests.desktop.conftest import need
from tests.desktop.desk_session import DeskSession, write_book
from tests.desktop.hands import Hands
from tests.desktop.onlooker import Onlooker
from tests.desktop.programs import private
from tests.desktop.waiting import DEADLINE_S, wait_for
from tests.desktop.xserver import XServer
from tests.portal_world import (
    REMOTE,
    SHORTCUTS,
    FakeNotifications,
    FakePortal,
    FakeTray,
    Service,
)

_TEXTS = {"fahuo": "今天发货😀\n第二行", "tuihuo": "可以退货"}
_NAME = "quick_panel_ctrl_alt_space"


class Compositor:
    """Weston in a window of an X server of its own, which is its keyboard, too."""

    def __init__(self, server: XServer, runtime: Path) -> None:
        self.server = server
        runtime.mkdir(mode=0o700)
        self.env = {
            "XDG_RUNTIME_DIR": str(runtime),
            "WAYLAND_DISPLAY": "wayland-test",
            "QT_QPA_PLATFORM": "",
            "XDG_SESSION_TYPE": "wayland",
        }
        server.start(
            [
                *("weston", "--backend=x11-backend.so", "--use-pixman"),
                *("--width=1200", "--height=760", "--idle-time=0"),
                *("--no-config", "--socket=wayland-test"),
            ],
            env={**self.env, "WAYLAND_DISPLAY": ""},
        )
        wait_for((runtime / "wayland-test").exists, "weston")

    def paste(self, kind: str) -> bytes:
        """The clipboard, as another program of the compositor reads it."""
        ran = subprocess.run(
            ["wl-paste", "--no-newline", "--type", kind],
            env={**self.server.env, **self.env},
            capture_output=True,
            check=False,
            timeout=DEADLINE_S,
        )
        return ran.stdout


class PressingPortal(FakePortal):
    """Lets through what it is asked to press, as a compositor does."""

    def __init__(self, address: str, display: str) -> None:
        self.hands = Hands(display)
        super().__init__(address, {SHORTCUTS: 1, REMOTE: 2})

    def press_key(self, keysym: int, state: int) -> None:
        if not self.keys:
            # Other compositors give the focus back themselves when a window hides.
            self.hands.tap("super+tab")
        super().press_key(keysym, state)
        name = {0xFFE3: "ctrl", 0x76: "v"}[keysym]
        self.hands.down(name) if state else self.hands.up(name)

    def stop(self) -> None:
        super().stop()
        self.hands.close()


class WaylandPlace:
    """Where programs are started: a compositor and a bus with a portal on it."""

    def __init__(self, server: XServer, bus: AccessibleBus, runtime: Path) -> None:
        self.server = server
        self.bus = bus
        self.compositor = Compositor(server, runtime)
        self.portal = PressingPortal(bus.address, server.display)
        self.notifications = FakeNotifications(bus.address)
        self.tray: FakeTray | None = None
        self.env = {
            **self.compositor.env,
            **bus.env,
            "LC_ALL": "C.UTF-8",
        }

    def services(self) -> tuple[Service, ...]:
        always = (self.portal, self.notifications)
        return always if self.tray is None else (*always, self.tray)

    def wait(self, look: Any, what: str) -> None:
        """Wait for `look`; meanwhile the services of the desktop work."""

        def working() -> bool:
            for service in self.services():
                service.work()
            return bool(look())

        wait_for(working, what)


@pytest.fixture
def wayland(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WaylandPlace]:
    need("Xvfb", "openbox", "weston", "wl-paste", "dbus-daemon")
    runtime = tmp_path_factory.mktemp("run") / "user"
    with XServer() as server:
        bus = AccessibleBus(server, runtime.parent)
        made = WaylandPlace(server, bus, runtime)
        yield made
        for service in made.services():
            service.stop()
        bus.close()


def test_the_panel_copies_and_says_so(
    wayland: WaylandPlace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Where its own socket is, and where this test looks for it.
    monkeypatch.setenv("XDG_RUNTIME_DIR", wayland.env["XDG_RUNTIME_DIR"])
    book = write_book(tmp_path / "book.yaml", _TEXTS)
    data = tmp_path / "data"
    english = ["--set", "language=en"]
    desk = DeskSession(wayland, data, book, english, wayland.env)
    eyes = Onlooker(wayland)
    with desk:
        wayland.wait(lambda: desk.status()["hotkeys"][0]["active"], "the hotkey")
        assert desk.status()["platform"] == "wayland"
        assert desk.status()["hotkeys"][0]["trigger"] == "Press CTRL+ALT+space"
        wayland.portal.press(_NAME)
        wayland.wait(lambda: desk.status()["panel_open"], "the panel")
        wayland.wait(lambda: wayland.notifications.shown, "the greeting")
        wayland.notifications.shown.clear()
        eyes.sees("phrase tuihuo")
        desk.hands.type("fahuo")
        eyes.waits_until_gone("phrase tuihuo")
        desk.hands.tap("enter")
        last = desk.wait_for_end(1)
        assert (last["outcome"], last["reason"]) == ("copied", "unable")
        assert not desk.status()["panel_open"]
        wayland.wait(lambda: wayland.notifications.shown, "the message")
        (_, title, detail) = wayland.notifications.shown[-1]
        assert (title, detail) == ("Copied.", "Press Ctrl+V to paste it.")
        text = wayland.compositor.paste("text/plain;charset=utf-8")
        assert text.decode() == _TEXTS["fahuo"]
        # Started at login, before there was a place for its icon.
        tray = wayland.tray = FakeTray(wayland.bus.address)
        wayland.wait(lambda: tray.icons, "the icon")
        # And by the desktop's own shortcut.
        assert desk.cli("show").returncode == 0
        wayland.wait(lambda: desk.status()["panel_open"], "the panel")
        eyes.sees("phrase tuihuo")
        desk.hands.tap("escape")
        wayland.wait(lambda: not desk.status()["panel_open"], "the panel to close")


@pytest.fixture
def editor(wayland: WaylandPlace, tmp_path: Path) -> Iterator[Field]:
    """A program of the compositor's own with the cursor in its one field."""
    need("mousepad")
    env = {**private(tmp_path / "home"), **wayland.env, "GDK_BACKEND": "wayland"}
    program = wayland.server.start(["mousepad"], env=env)
    # GTK asks the portal for settings, and waits long for one that does not answer.
    wayland.wait(lambda: wayland.bus.names("mousepad"), "mousepad")
    yield wayland.bus.field("mousepad")
    wayland.server.stop(program)


def test_with_leave_of_the_desktop_it_pastes(
    wayland: WaylandPlace,
    editor: Field,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", wayland.env["XDG_RUNTIME_DIR"])
    book = write_book(tmp_path / "book.yaml", _TEXTS)
    options = ["--set", "language=en", "--set", "press_paste=on"]
    desk = DeskSession(wayland, tmp_path / "data", book, options, wayland.env)
    eyes = Onlooker(wayland)
    with desk:
        wayland.wait(lambda: desk.status()["hotkeys"][0]["active"], "the hotkey")
        wayland.wait(lambda: wayland.portal.asked_devices, "the question")
        wayland.wait(lambda: desk.status()["abilities"]["paste"], "the leave")
        for count in (1, 2):
            wayland.portal.press(_NAME)
            wayland.wait(lambda: desk.status()["panel_open"], "the panel")
            eyes.sees("the window with the focus")
            desk.hands.type("fahuo")
            eyes.waits_until_gone("phrase tuihuo")
            desk.hands.tap("enter")
            wayland.wait(
                lambda count=count: desk.status()["paste_count"] == count, "the paste"
            )
            last = desk.status()["last_paste"]
            assert (last["outcome"], last["fate"]) == ("pasted", "stays")
            assert len(wayland.portal.keys) == 4
            wayland.portal.keys.clear()
            assert editor.text() == _TEXTS["fahuo"] * count
