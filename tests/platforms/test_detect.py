import gc
import sys
from collections.abc import Iterator
from types import ModuleType

import pytest

from qtdesk.core.combos import Combo
from qtdesk.core.errors import HotkeyError
from qtdesk.core.ports import Clip, Platform, Pressed, Saved, Sight, Snapshot, Target
from qtdesk.core.words import Words
from qtdesk.platforms import detect
from qtdesk.platforms.macos import MacOS
from qtdesk.platforms.null import Null
from tests.desktop.xserver import XServer
from tests.platforms.macos.fake_mac import FakeMac
from tests.real_clock import RealClock

_TARGET = Target(1, 1, 1, "Chat", "张三")


@pytest.fixture(scope="module")
def server() -> Iterator[XServer]:
    with XServer(window_manager=()) as server:
        yield server


def test_a_mac_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    native = ModuleType("qtdesk.platforms.macos.native")
    monkeypatch.setattr(native, "this_mac", lambda: FakeMac().seam(), raising=False)
    monkeypatch.setitem(sys.modules, native.__name__, native)
    monkeypatch.setattr(sys, "platform", "darwin")
    platform = detect(RealClock())
    try:
        assert platform.name == "macos"
        assert platform.fileno() is not None
        unable = {ability.name for ability in platform.abilities if not ability.able}
        assert unable == {"reader", "type_ahead", "abbreviations"}
    finally:
        platform.close()


def test_a_session_without_x_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", "")
    monkeypatch.setenv("WAYLAND_DISPLAY", "")
    platform = detect(RealClock())
    assert platform.name == "null"
    assert "no X server" in str(platform.abilities[0].reason)


# python-xlib leaves its sockets to the garbage collector where nobody answers.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_an_x_server_that_does_not_answer_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DISPLAY", ":9999")
    platform = detect(RealClock())
    assert platform.name == "null"
    assert "cannot be reached" in str(platform.abilities[0].reason)
    del platform
    gc.collect()


def test_x_is_found(monkeypatch: pytest.MonkeyPatch, server: XServer) -> None:
    monkeypatch.setenv("DISPLAY", server.display)
    platform = detect(RealClock())
    try:
        assert platform.name == "x11"
        assert all(ability.able for ability in platform.abilities)
        assert platform.fileno() is not None
    finally:
        platform.close()


@pytest.mark.parametrize("name", ["null", "x11", "wayland", "macos"])
def test_every_ability_is_told(server: XServer, name: str) -> None:
    platform: Platform = Null(Words("Not here."), lambda _: True)
    if name == "x11":
        from qtdesk.platforms.x11 import X11  # noqa: PLC0415 - other systems lack it

        platform = X11(RealClock(), server.display)
    elif name == "macos":
        platform = MacOS(RealClock(), FakeMac().seam())
    elif name == "wayland":
        from qtdesk.platforms.wayland import Wayland  # noqa: PLC0415 - as above

        platform = Wayland(RealClock(), None, "")
    told = {ability.name for ability in platform.abilities}
    platform.close()
    assert told == {
        *("hotkeys", "target", "paste", "restore", "reader", "type_ahead"),
        "abbreviations",
    }


def test_null_answers_everything_and_touches_nothing() -> None:
    copies: list[str] = []

    def copy(clip: Clip) -> bool:
        copies.append(clip.text)
        return True

    platform = Null(Words("Not here."), copy)
    assert platform.windows.front() is None
    assert platform.windows.recent() is None
    assert platform.windows.sight(_TARGET) is Sight.GONE
    assert not platform.windows.ping(_TARGET, lambda: None)
    platform.windows.bring_to_front(_TARGET, 0)
    platform.windows.watch(lambda: None)()
    assert platform.keyboard.held() == frozenset()
    paste = Combo.parse("ctrl+v")
    assert platform.keyboard.press(paste, _TARGET) is Pressed.REFUSED
    with pytest.raises(HotkeyError, match="Not here"):
        platform.hotkeys.register(paste, lambda: None)
    platform.hotkeys.unregister(paste)
    platform.type_ahead.listen(lambda _: None)
    platform.type_ahead.release()
    assert platform.primary is None
    assert platform.fileno() is None
    platform.dispatch()
    snapshots: list[Snapshot] = []
    platform.clipboard.snapshot(snapshots.append)
    assert [snapshot.saved for snapshot in snapshots] == [Saved.UNREADABLE]
    assert not platform.clipboard.publish(
        Clip("text"), None, lambda _: None, lambda *_: None
    )
    assert not platform.clipboard.restore(snapshots[0])
    assert copies == []
    assert platform.clipboard.keep(Clip("退款"))
    assert copies == ["退款"]
    assert not platform.clipboard.owns()
    answers: list[bool] = []
    platform.clipboard.holds(Clip("退款"), answers.append)
    assert answers == [False]
    platform.close()
