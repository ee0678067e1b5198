"""Which window system a session is, and what Qt is told before it starts."""

import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from qtdesk.core.ports import Clip, Lent
from qtdesk.platforms import detect, session
from qtdesk.platforms.null import NullClipboard
from tests.real_clock import RealClock

if sys.platform == "win32":
    pytest.skip("no Unix sockets here", allow_module_level=True)

assert sys.platform != "win32"  # in the one form that mypy takes for the whole file


@pytest.fixture
def wayland(tmp_path: Path) -> Iterator[dict[str, str]]:
    """A session whose compositor listens."""
    with socket.socket(socket.AF_UNIX) as compositor:
        compositor.bind(str(tmp_path / "wayland-0"))
        compositor.listen()
        yield {"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "wayland-0"}


def test_wayland_wins_over_the_x_server_beside_it(wayland: dict[str, str]) -> None:
    environ = {**wayland, "DISPLAY": ":0"}
    assert session.is_wayland(environ)
    assert session.qt_environment(environ) == {"QT_QPA_PLATFORM": "wayland;xcb"}


def test_a_compositor_brings_its_own_input_method(wayland: dict[str, str]) -> None:
    environ = {**wayland, "QT_QPA_PLATFORM": "wayland", "XMODIFIERS": "@im=fcitx"}
    assert session.qt_environment(environ) == {}
    environ["QT_IM_MODULE"] = "fcitx"
    assert session.qt_environment(environ) == {"QT_IM_MODULES": "fcitx;ibus"}


@pytest.mark.parametrize("chosen", ["xcb", "offscreen", "wayland", "wayland-egl"])
def test_who_chose_a_platform_keeps_it(wayland: dict[str, str], chosen: str) -> None:
    environ = {**wayland, "QT_QPA_PLATFORM": chosen}
    assert session.is_wayland(environ) is chosen.startswith("wayland")
    assert session.qt_environment(environ) == {}


def test_an_absolute_path_needs_no_folder(wayland: dict[str, str]) -> None:
    path = Path(wayland["XDG_RUNTIME_DIR"], "wayland-0")
    assert session.is_wayland({"WAYLAND_DISPLAY": str(path)})


@pytest.mark.parametrize(
    "left_over", [{}, {"WAYLAND_DISPLAY": "wayland-9"}, {"WAYLAND_DISPLAY": "file"}]
)
def test_what_a_session_left_behind_is_no_compositor(
    tmp_path: Path, left_over: dict[str, str]
) -> None:
    (tmp_path / "file").touch()
    environ = {"XDG_RUNTIME_DIR": str(tmp_path), **left_over}
    assert not session.is_wayland(environ)
    assert not session.is_wayland(left_over)


@pytest.mark.parametrize(
    ("environ", "modules"),
    [
        ({}, None),
        ({"QT_IM_MODULE": "ibus", "XMODIFIERS": "@im=ibus"}, None),
        ({"QT_IM_MODULE": "fcitx"}, "fcitx;ibus"),
        ({"QT_IM_MODULE": "fcitx5"}, "fcitx5;ibus"),
        ({"XMODIFIERS": "@im=fcitx"}, "ibus"),
        ({"QT_IM_MODULES": "wayland;fcitx"}, "wayland;fcitx;ibus"),
        ({"QT_IM_MODULES": "wayland;fcitx;ibus"}, None),
        ({"QT_IM_MODULE": "ibus", "XMODIFIERS": "@im=fcitx"}, None),
    ],
)
def test_fcitx_is_reached_as_ibus(environ: dict[str, str], modules: str | None) -> None:
    wanted = {} if modules is None else {"QT_IM_MODULES": modules}
    assert session.qt_environment(environ) == wanted


def test_a_qt_with_the_plugin_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "qt_has_input_plugin", lambda name: name == "fcitx")
    assert session.qt_environment({"QT_IM_MODULE": "fcitx"}) == {}


def test_its_backend_is_chosen_beside_an_x_server(
    wayland: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("QT_QPA_PLATFORM", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {**wayland, "DISPLAY": ":9999"}.items():
        monkeypatch.setenv(name, value)
    copies: list[str] = []

    def copy(clip: Clip) -> bool:
        copies.append(clip.text)
        return True

    lent = Lent(NullClipboard(copy), frozenset)
    platform = detect(RealClock(), lend=lambda: lent)
    assert platform.name == "wayland"
    assert platform.composited()
    assert platform.clipboard.keep(Clip("退款"))
    assert copies == ["退款"]
    platform.hand_over(platform.close)
