"""Slow readers, hung owners, other people's copies: the clipboard is never lost."""

import time
from collections.abc import Iterator

import pytest

from tests.desktop.chat import Pidgin
from tests.desktop.clipboard_eye import ClipboardEye
from tests.desktop.fault_scene import (
    LINES,
    LONG,
    PASTED,
    SHORT,
    TIMEOUT_S,
    Scene,
    Stage,
    desk_on,
)
from tests.desktop.others import RICH, ClipboardOwner, HistoryTool, RawTarget
from tests.desktop.programs import Mousepad, Workplace, wait_for_text
from tests.desktop.waiting import wait_for

_NOT_READ = ("unconfirmed", "not_read", "replaced")


def test_a_target_that_hangs_for_a_moment_gets_the_text(scene: Scene) -> None:
    scene.chat.stop()
    scene.desk.choose("short")
    time.sleep(TIMEOUT_S * 0.75)  # so long it hangs
    scene.chat.go_on()
    assert scene.end() == PASTED
    scene.check(chat=[SHORT])


def test_a_target_that_hangs_too_long_finds_the_text_later(scene: Scene) -> None:
    scene.chat.stop()
    scene.desk.choose("short")
    assert scene.end() == _NOT_READ
    # The chord still waits in its queue: what it will read must be the text.
    scene.chat.go_on()
    scene.check(chat=[SHORT], clipboard=SHORT)


def test_the_next_paste_while_the_first_target_hangs(scene: Scene) -> None:
    with RawTarget(scene.server.env, "李四 - other", "other") as other:
        scene.screen.activate(scene.chat.window_id)
        scene.chat.stop()
        scene.desk.open_panel()
        scene.hands.type("short")
        scene.hands.tap("enter")
        scene.wait_until_chosen(scene.chat.window_id)
        scene.screen.activate(other.window_id)
        scene.desk.choose("lines")
        assert scene.end() == _NOT_READ
        other.wait_for("paste")
        # Just now it goes on, while the other text lies on the clipboard.
        scene.chat.go_on()
        assert scene.end() == PASTED
        assert other.pastes() == [LINES]
    scene.check(chat=[SHORT], clipboard=SHORT)


def test_an_owner_that_hangs_costs_the_old_content_only(scene: Scene) -> None:
    scene.owner.stop()
    scene.desk.choose("short")
    assert scene.end() == ("pasted", "none", "not_saved")
    scene.owner.go_on()
    scene.check(chat=[SHORT], clipboard=SHORT)


def test_an_owner_that_has_ended_leaves_it_empty(scene: Scene) -> None:
    scene.owner.kill()
    scene.desk.choose("short")
    assert scene.end() == PASTED
    scene.check(chat=[SHORT], clipboard={})


def test_an_owner_that_ends_while_the_panel_is_open(scene: Scene) -> None:
    scene.desk.open_panel()
    scene.owner.kill()
    scene.hands.type("short")
    scene.hands.tap("enter")
    outcome, _, fate = scene.end()
    assert outcome == "pasted"
    assert fate in {"restored", "partly"}
    # What was saved in time is back, and nothing else is there.
    left = scene.eye.formats()
    assert left.items() <= RICH.items()
    scene.check(chat=[SHORT], clipboard=left)


def test_a_copy_while_the_panel_is_open_is_what_comes_back(scene: Scene) -> None:
    with ClipboardOwner(scene.server.env) as second:
        scene.desk.open_panel()
        second.copy("copied meanwhile")
        scene.hands.type("short")
        scene.hands.tap("enter")
        assert scene.end() == PASTED
        scene.check(chat=[SHORT], clipboard="copied meanwhile")


def test_a_copy_before_the_chord_wins(scene: Scene) -> None:
    with ClipboardOwner(scene.server.env) as second:
        scene.choose_and_hold()
        # Before that it would be what is saved, and comes back.
        wait_for(lambda: scene.eye.text() == SHORT, "the text on offer")
        second.copy("copied meanwhile")
        scene.hands.up("ctrl")
        assert scene.end() == ("nothing", "clipboard_busy", "newer_copy")
        scene.check(chat=[], clipboard="copied meanwhile")


def test_a_copy_before_the_target_has_read_wins(scene: Scene) -> None:
    scene.chat.set_lag(1.0)
    with ClipboardOwner(scene.server.env) as second:
        scene.desk.choose("short")
        scene.chat.wait_for_key("v")
        second.copy("copied meanwhile")
        assert scene.end() == ("unconfirmed", "clipboard_busy", "newer_copy")
        scene.check(chat=["copied meanwhile"], clipboard="copied meanwhile")


def test_a_copy_after_the_target_has_read_stays(scene: Scene) -> None:
    with ClipboardOwner(scene.server.env) as second:
        scene.desk.choose("short")
        scene.chat.wait_for("paste")
        second.copy("copied meanwhile")
        assert scene.end() == ("pasted", "none", "newer_copy")
        scene.check(chat=[SHORT], clipboard="copied meanwhile")


@pytest.mark.parametrize("lag", [0.0, 0.02, 0.3])
def test_a_history_tool_that_takes_every_copy_over(scene: Scene, lag: float) -> None:
    with HistoryTool(scene.server.env) as tool:
        tool.set_lag(lag)
        scene.owner.own(RICH)
        tool.wait_for("took")
        scene.desk.choose("short")
        # A quick tool has taken the text before the chord, and is whom the chat asks.
        outcome, reason, fate = scene.end()
        assert (outcome, reason) in {
            ("pasted", "none"),
            ("unconfirmed", "clipboard_busy"),
        }
        scene.check(chat=[SHORT], clipboard=scene.eye.text())
        expected = {"restored": RICH["UTF8_STRING"].decode(), "replaced": SHORT}
        wait_for(lambda: scene.eye.text() == expected[fate], "the reported clipboard")


@pytest.fixture
def patient_scene(
    place: Workplace, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Scene]:
    stage = Stage(place.server, place.screen)
    folder = tmp_path_factory.mktemp("patient")
    with desk_on(stage, folder) as desk, Scene(stage, desk) as scene:
        yield scene


def test_64_kib_into_a_chat_and_an_editor(
    patient_scene: Scene, pidgin: Pidgin, mousepad: Mousepad, eye: ClipboardEye
) -> None:
    assert len(LONG.encode()) > 64 * 1024
    for program in (pidgin, mousepad):
        program.clear()
        program.focus()
        patient_scene.desk.choose("long")
        wait_for_text(program, LONG)
        assert patient_scene.end() == PASTED
        assert eye.formats() == RICH
        program.clear()
    assert pidgin.sent() == []
    patient_scene.check(chat=[])
