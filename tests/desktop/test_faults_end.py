"""The program is closed or dies in the midst of a paste: nothing is left in the way."""

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.desktop.desk_session import DeskSession
from tests.desktop.fault_scene import SHORT, Scene, Stage, desk_on
from tests.desktop.others import RICH
from tests.desktop.waiting import DEADLINE_S, wait_for


def by_request(desk: DeskSession) -> None:
    desk.quit()


def by_signal(desk: DeskSession) -> None:
    desk.program.send_signal(signal.SIGTERM)
    desk.program.wait(DEADLINE_S)


Quit = Callable[[DeskSession], None]
BOTH = pytest.mark.parametrize("close", [by_request, by_signal])


@contextmanager
def fresh_scene(stage: Stage, folder: Path) -> Iterator[Scene]:
    """A run of the program that the test ends itself."""
    with desk_on(stage, folder) as desk, Scene(stage, desk) as scene:
        yield scene
        # Whoever keeps the clipboard for us ends with the next copy.
        for selection in ("CLIPBOARD", "PRIMARY"):
            scene.owner.copy("the end", selection)


@BOTH
def test_with_the_panel_open(stage: Stage, tmp_path: Path, close: Quit) -> None:
    with fresh_scene(stage, tmp_path) as scene:
        scene.desk.open_panel()
        close(scene.desk)
        assert scene.owner.lost() == 0
        scene.check(chat=[])


@BOTH
def test_before_the_chord(stage: Stage, tmp_path: Path, close: Quit) -> None:
    with fresh_scene(stage, tmp_path) as scene:
        scene.choose_and_hold()
        close(scene.desk)
        scene.hands.up("ctrl")
        scene.check(chat=[])


@BOTH
def test_while_a_slow_window_is_about_to_read(
    stage: Stage, tmp_path: Path, close: Quit
) -> None:
    with fresh_scene(stage, tmp_path) as scene:
        scene.chat.set_lag(1.0)
        scene.desk.choose("short")
        scene.chat.wait_for_key("v")
        close(scene.desk)
        scene.check(chat=[SHORT])


@BOTH
def test_while_a_window_reads_too_late(
    stage: Stage, tmp_path: Path, close: Quit
) -> None:
    with fresh_scene(stage, tmp_path) as scene:
        scene.chat.set_lag(4.0)
        scene.desk.choose("short")
        scene.chat.wait_for_key("v")
        close(scene.desk)
        assert scene.chat.pastes() == []
        # It reads after our end, and finds what it was meant to find.
        scene.check(chat=[SHORT], clipboard=SHORT)


@BOTH
def test_when_the_window_has_just_read(
    stage: Stage, tmp_path: Path, close: Quit
) -> None:
    with fresh_scene(stage, tmp_path) as scene:
        scene.desk.choose("short")
        scene.chat.wait_for("paste")
        close(scene.desk)
        scene.check(chat=[SHORT])


@BOTH
def test_after_a_paste_everything_is_served_on(
    stage: Stage, tmp_path: Path, close: Quit
) -> None:
    with fresh_scene(stage, tmp_path) as scene:
        scene.desk.choose("short")
        scene.end()
        close(scene.desk)
        scene.check(chat=[SHORT], clipboard=RICH)


@pytest.mark.parametrize("moment", ["panel", "waiting for a key", "waiting to be read"])
def test_killed(stage: Stage, tmp_path: Path, moment: str) -> None:
    with fresh_scene(stage, tmp_path) as scene:
        if moment == "panel":
            scene.desk.open_panel()
        elif moment == "waiting for a key":
            scene.choose_and_hold()
        else:
            scene.chat.set_lag(60)
            scene.desk.choose("short")
            scene.chat.wait_for_key("v")
        scene.desk.program.kill()
        scene.desk.program.wait(DEADLINE_S)
        if moment == "waiting for a key":
            scene.hands.up("ctrl")
        # The keyboard is free: what is typed reaches the window in front.
        scene.screen.activate(scene.chat.window_id)
        scene.hands.type("xyz")
        scene.hands.tap("ctrl+alt+space")
        wait_for(lambda: scene.chat.keys()[-1:] == ["space"], "the keys in the chat")
        # The old content was with its owner as long as that had the clipboard; no
        # process that is killed can put anything back.
        lost = scene.owner.lost()
        assert lost == (0 if moment == "panel" else 1)
        scene.check(
            chat=[],
            clipboard={} if lost else RICH,
            seen=frozenset({"x", "y", "z", "space"}),
        )


def test_a_start_after_a_kill_finds_the_way_free(stage: Stage, tmp_path: Path) -> None:
    with fresh_scene(stage, tmp_path) as scene:
        scene.desk.open_panel()
        scene.desk.program.kill()
        scene.desk.program.wait(DEADLINE_S)
        # The same agent's data, lock and address.
        with desk_on(stage, tmp_path) as desk:
            assert desk.status()["hotkeys"][0]["active"]
            scene.screen.activate(scene.chat.window_id)
            desk.choose("short")
            assert desk.wait_for_end(1)["outcome"] == "pasted"
            scene.check(chat=[SHORT])
