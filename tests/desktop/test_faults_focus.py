"""Windows that come, go and change between the choice and the paste."""

import time

import pytest

from tests.desktop.fault_scene import PASTED, SHORT, Scene
from tests.desktop.others import RICH, FocusThief
from tests.desktop.raw_client import RawClient
from tests.desktop.waiting import wait_for


def test_the_target_is_closed_while_the_panel_is_open(scene: Scene) -> None:
    scene.desk.open_panel()
    scene.screen.close_window(scene.chat.window_id)
    wait_for(
        lambda: scene.chat.window_id not in scene.screen.windows(), "the chat to close"
    )
    scene.hands.type("short")
    scene.hands.tap("enter")
    assert scene.end() == ("copied", "target_gone", "replaced")
    scene.check(chat=[], clipboard=SHORT)


def test_the_target_crashes_while_the_panel_is_open(scene: Scene) -> None:
    scene.desk.open_panel()
    scene.chat.kill()
    scene.hands.type("short")
    scene.hands.tap("enter")
    assert scene.end() == ("copied", "target_gone", "replaced")
    scene.check(chat=[], clipboard=SHORT)


def test_another_window_comes_forward_before_the_chord(scene: Scene) -> None:
    scene.choose_and_hold()
    scene.screen.activate(scene.decoy.window_id)
    scene.hands.up("ctrl")
    assert scene.end() == ("copied", "focus_stolen", "replaced")
    scene.check(chat=[], clipboard=SHORT)


def test_another_window_of_the_same_program_comes_forward(scene: Scene) -> None:
    client = RawClient(scene.server.display, app="Chat")
    try:
        first, second = client.open("张三"), client.open("李四")
        scene.screen.wait_until_listed(first.id, second.id)
        scene.screen.activate(first.id)
        scene.desk.open_panel()
        scene.hands.type("short")
        scene.hands.down("enter", "ctrl")
        scene.hands.up("enter")
        scene.wait_until_chosen(first.id)
        scene.screen.activate(second.id)
        scene.hands.up("ctrl")
        assert scene.end() == ("copied", "focus_stolen", "replaced")
        # Neither conversation has seen a letter.
        letters = {code for code in client.pressed() if code not in {36, 37, 64}}
        assert not letters
    finally:
        client.close()
    scene.check(chat=[], clipboard=SHORT)


@pytest.mark.parametrize("delay_ms", [0, 2, 5, 10, 20, 40])
def test_a_window_maps_itself_right_at_enter(scene: Scene, delay_ms: int) -> None:
    scene.desk.open_panel()
    scene.hands.type("short")
    scene.hands.tap("enter")
    time.sleep(delay_ms / 1000)  # the thief's own time, which is what is tried out
    client = RawClient(scene.server.display, app="Popup")
    try:
        popup = client.open("look at me")
        scene.screen.ask_for_front(popup.id)
        end = scene.end()
        assert end in {PASTED, ("copied", "focus_stolen", "replaced")}
        assert not client.pressed()
        if end == PASTED:
            scene.check(chat=[SHORT])
        else:
            scene.check(chat=[], clipboard=SHORT)
    finally:
        client.close()


def test_the_focus_moves_every_millisecond(scene: Scene) -> None:
    there = 0
    with FocusThief(scene.server.env) as thief:
        for number in range(10):
            scene.screen.activate(scene.chat.window_id)
            scene.owner.own(RICH)
            scene.choose_and_hold()
            windows = (scene.decoy.window_id, scene.chat.window_id)
            thief.begin(windows, every_s=0.001, for_s=0.3)
            scene.hands.up("ctrl")
            end = scene.end()
            thief.wait_until_done(number + 1)
            # It, too, has hundreds of moves to come to terms with.
            scene.server.wait_for_window_manager()
            if end == PASTED:
                there += 1
                assert scene.eye.formats() == RICH
            else:
                assert end in {
                    ("copied", "focus_stolen", "replaced"),
                    ("copied", "not_front", "replaced"),
                }
                assert scene.eye.text() == SHORT
    wait_for(lambda: len(_texts(scene)) >= there, "all texts that were confirmed")
    assert _texts(scene) == [SHORT] * there
    assert scene.decoy.pastes() == []
    assert "v" not in set(scene.decoy.keys())
    assert "Return" not in scene.decoy.keys() + scene.chat.keys()
    assert scene.hands.keys_down() == set()


def _texts(scene: Scene) -> list[str]:
    """What arrived in the chat; a chord without a text is none."""
    return [text for text in scene.chat.pastes() if text]


@pytest.mark.parametrize("pressed", ["while the panel is open", "before the chord"])
def test_the_window_shows_another_conversation(scene: Scene, pressed: str) -> None:
    if pressed == "before the chord":
        scene.choose_and_hold()
        scene.chat.set_title("李四 - chat")
        scene.hands.up("ctrl")
    else:
        scene.desk.open_panel()
        scene.chat.set_title("李四 - chat")
        scene.hands.type("short")
        scene.hands.tap("enter")
    assert scene.end() == ("copied", "other_conversation", "replaced")
    scene.check(chat=[], clipboard=SHORT)


def test_a_counter_of_unread_messages_is_no_other_conversation(scene: Scene) -> None:
    scene.desk.open_panel()
    scene.chat.set_title("(3) 张三 - chat")
    scene.hands.type("short")
    scene.hands.tap("enter")
    assert scene.end() == PASTED
    scene.check(chat=[SHORT])


def test_a_window_on_the_full_screen(scene: Scene) -> None:
    scene.screen.fill_screen(scene.chat.window_id)
    scene.desk.choose("short")
    assert scene.end() == PASTED
    assert scene.screen.is_full(scene.chat.window_id)
    scene.check(chat=[SHORT])


def test_a_minimised_window_is_brought_back_from_the_tray(scene: Scene) -> None:
    scene.screen.minimise(scene.decoy.window_id)
    scene.screen.activate(scene.chat.window_id)
    scene.screen.minimise(scene.chat.window_id)
    wait_for(lambda: not scene.screen.active(), "the bare desktop")
    scene.desk.show()
    wait_for(lambda: scene.desk.status()["panel_open"], "the panel")
    panel = scene.screen.wait_for_window("qtdesk", "phrases")
    scene.screen.wait_until_active(panel)
    scene.hands.type("short")
    scene.hands.tap("enter")
    assert scene.end() == PASTED
    scene.check(chat=[SHORT])
