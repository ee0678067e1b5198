import pytest

from qtdesk.core.ports import Sight
from qtdesk.platforms.windows import codes
from tests.platforms.windows.fake_windows import Program, Window
from tests.platforms.windows.windows_scene import ALT, Scene

SHELL = [
    *("Shell_TrayWnd", "Shell_SecondaryTrayWnd", "Progman", "WorkerW"),
    *("NotifyIconOverflowWindow", "TopLevelWindowForOverflowXamlIsland"),
]


@pytest.fixture
def scene() -> Scene:
    return Scene()


@pytest.mark.parametrize("kind", SHELL)
def test_the_shell_is_no_target(scene: Scene, kind: str) -> None:
    scene.open("explorer", "", kind)
    assert scene.platform.windows.front() is None
    recent = scene.platform.windows.recent()
    assert recent is not None
    assert recent.window == scene.chat.handle


def test_our_own_window_is_no_target(scene: Scene) -> None:
    scene.system.open(scene.system.own, "qtdesk")
    assert scene.platform.windows.front() is None


def test_a_target_has_its_program_s_name_and_place(scene: Scene) -> None:
    target = scene.target()
    assert (target.app, target.title) == ("chat", "张三")
    assert target.area == scene.chat.area
    assert target.pid == target.client == scene.chat.program.number


def test_a_handle_that_came_to_another_window_is_gone(scene: Scene) -> None:
    target = scene.target()
    scene.system.close_window(scene.chat)
    number = scene.chat.program.number
    again = Program(number, scene.chat.program.path, started=9)
    scene.system.programs[number] = again
    scene.system.open(again, "张三", handle=scene.chat.handle)
    assert scene.platform.windows.sight(target) is Sight.GONE
    assert scene.target().window == target.window


def test_a_handle_of_another_kind_of_window_is_gone(scene: Scene) -> None:
    target = scene.target()
    scene.chat.kind = "Dialog"
    assert scene.platform.windows.sight(target) is Sight.GONE


def test_an_app_in_a_frame_is_known_by_what_is_inside(scene: Scene) -> None:
    frame = scene.open("ApplicationFrameHost", "Chat", "ApplicationFrameWindow")
    app = scene.system.start(r"C:\Apps\Talk.exe")
    inside = scene.system.hidden(app)
    inside.kind = "Windows.UI.Core.CoreWindow"
    frame.children.append(inside)
    target = scene.target()
    assert (target.app, target.client) == ("Talk", app.number)
    assert target.pid == frame.program.number
    assert scene.platform.windows.sight(target) is Sight.FRONT


def test_without_any_memory_the_uppermost_window_counts(scene: Scene) -> None:
    scene.system.tells_fronts = False
    scene.open("notes", "notes")
    notes = scene.platform.windows.recent()
    scene.system.to_front(scene.system.open(scene.system.own, "qtdesk"))
    assert notes is not None
    assert scene.platform.windows.recent() == notes


def take_with(scene: Scene, target_window: Window, attempts: int) -> bool:
    target = scene.target()
    assert target.window == target_window.handle
    thief = scene.open("thief", "thief")
    scene.system.last_input = thief.program
    for attempt in range(attempts):
        scene.platform.windows.bring_to_front(target, attempt)
    return scene.system.front is target_window


def test_windows_gives_the_front_only_to_one_that_insists(scene: Scene) -> None:
    assert not take_with(scene, scene.chat, 1)
    scene.system.to_front(scene.chat)
    assert take_with(scene, scene.chat, 2)


def test_a_held_alt_is_left_alone_and_the_last_attempt_helps(scene: Scene) -> None:
    scene.system.key(ALT, down=True)
    assert not take_with(scene, scene.chat, 2)
    assert scene.system.down == {ALT}
    scene.system.to_front(scene.chat)
    assert take_with(scene, scene.chat, 3)
    assert not scene.system.attached


def test_a_front_that_hangs_is_never_waited_for(scene: Scene) -> None:
    target = scene.target()
    thief = scene.open("thief", "thief")
    thief.program.hangs = True
    scene.system.hung.add(thief.handle)
    scene.system.locked_hard = True
    for attempt in range(3):
        scene.platform.windows.bring_to_front(target, attempt)
    assert scene.system.front is thief


def test_a_minimised_target_is_opened(scene: Scene) -> None:
    target = scene.target()
    scene.system.to_front(None)
    scene.chat.minimised = True
    scene.platform.windows.bring_to_front(target, 0)
    assert scene.system.front is scene.chat


def test_a_program_that_hangs_answers_no_ping_until_it_goes_on(scene: Scene) -> None:
    scene.chat.program.hangs = True
    answers: list[int] = []
    assert scene.platform.windows.ping(scene.target(), lambda: answers.append(1))
    scene.run(1.0)
    assert not answers
    scene.system.resume(scene.chat.program)
    scene.run(0.05)
    # The keys of a chord may still wait: more than one question is asked.
    assert not answers
    scene.run(0.2)
    assert answers == [1]


def test_a_closed_window_cannot_be_asked(scene: Scene) -> None:
    target = scene.target()
    scene.system.close_window(scene.chat)
    assert not scene.platform.windows.ping(target, lambda: None)


def test_nothing_ticks_while_nobody_watches(scene: Scene) -> None:
    stop = scene.platform.windows.watch(lambda: None)
    scene.run(0.1)
    stop()
    scene.run(0.1)
    assert not scene.clock._due


def test_our_panel_comes_forward_after_a_slow_hotkey(scene: Scene) -> None:
    panel = scene.system.open(scene.system.own, "qtdesk")
    scene.system.to_front(scene.chat)
    scene.system.last_input = scene.chat.program
    assert not scene.platform.has_focus(panel.handle)
    scene.platform.take_focus(panel.handle)
    assert scene.system.front is panel
    assert scene.platform.has_focus(panel.handle)


def test_the_lock_s_own_window_gets_its_keys(scene: Scene) -> None:
    scene.system.tell_session(codes.WTS_SESSION_LOCK)
    scene.run(0.01)
    assert scene.system.front is scene.chat
