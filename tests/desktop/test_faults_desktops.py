"""Unusual desktops: two monitors, nothing on it, nobody who looks after windows."""

from pathlib import Path

import pytest

from tests.desktop.clipboard_eye import ClipboardEye
from tests.desktop.fault_scene import PASTED, SHORT, Scene, desk_on, staged
from tests.desktop.others import RICH, ClipboardOwner, RawTarget
from tests.desktop.xserver import XServer

_MONITORS = ((0, 1280), (1280, 2560))
"""Left and right edge of each."""


@pytest.mark.parametrize("left", [900, 1150, 1250, 1700])
def test_the_panel_lies_wholly_on_the_monitor_of_the_target(
    tmp_path: Path, left: int
) -> None:
    server = XServer(("1280x800", "1280x800"))
    with (
        staged(server) as stage,
        desk_on(stage, tmp_path) as desk,
        Scene(stage, desk) as scene,
    ):
        stage.screen.move(scene.chat.window_id, left, 100)
        edge, _, width, _ = stage.screen.area(scene.chat.window_id)
        shown = [
            min(edge + width, right) - max(edge, left) for left, right in _MONITORS
        ]
        desk.open_panel()
        panel = stage.screen.wait_for_window("qtdesk", "phrases")
        stage.screen.wait_until_active(panel)
        panel_left, top, panel_width, height = stage.screen.area(panel)
        begin, end = _MONITORS[shown.index(max(shown))]
        assert begin <= panel_left < panel_left + panel_width <= end
        assert 0 <= top < top + height <= 800
        desk.hands.type("short")
        desk.hands.tap("enter")
        assert scene.end() == PASTED
        scene.check(chat=[SHORT])


def test_on_an_empty_desktop_enter_copies(tmp_path: Path) -> None:
    with staged(XServer()) as stage, desk_on(stage, tmp_path) as desk:
        desk.open_panel()
        assert desk.status()["target"] is None
        desk.hands.type("short")
        desk.hands.tap("enter")
        last = desk.wait_for_end(1)
        assert (last["outcome"], last["fate"]) == ("copied", "replaced")
        with ClipboardEye(stage.server.display) as eye:
            assert eye.text() == SHORT
        assert desk.hands.keys_down() == set()


def test_without_a_window_manager(tmp_path: Path) -> None:
    server = XServer(window_manager=())
    with (
        staged(server) as stage,
        desk_on(stage, tmp_path) as desk,
        RawTarget(server.env, "decoy", "decoy") as decoy,
        RawTarget(server.env, "张三", "chat") as chat,
        ClipboardOwner(server.env) as owner,
        ClipboardEye(server.display) as eye,
    ):
        stage.screen.focus(chat.window_id)
        owner.own(RICH)
        for number in range(3):
            desk.choose("short")
            last = desk.wait_for_end(number + 1)
            assert (last["outcome"], last["fate"]) == ("pasted", "restored")
        assert chat.pastes() == [SHORT] * 3
        assert decoy.pastes() == []
        assert "Return" not in chat.keys() + decoy.keys()
        assert eye.formats() == RICH
        assert desk.hands.keys_down() == set()
