import os
import statistics
import time
from typing import Any

import pytest
from Xlib import X, Xatom

from qtdesk.core.ports import Area, FollowedWindows, Sight
from qtdesk.platforms.x11.properties import decode_compound_text
from tests.desktop.x11_world import X11World
from tests.desktop.xserver import XServer


def test_the_window_in_front_is_described(world: X11World) -> None:
    client = world.client(app="Qianniu")
    window, target = world.target(client, "张三 - 千牛")
    assert (target.window, target.app, target.title, target.pid) == (
        window.id,
        "Qianniu",
        "张三 - 千牛",
        client.pid,
    )
    corner = client.display.screen().root.translate_coords(window, 0, 0)
    assert target.area == Area(corner.x, corner.y, 300, 200)


def test_a_move_of_the_window_in_front_is_told_to_those_who_follow(
    world: X11World,
) -> None:
    client = world.client()
    window, _ = world.target(client)
    watched: list[int] = []
    moved: list[int] = []
    windows = world.backend.windows
    assert isinstance(windows, FollowedWindows)
    stop_watching = windows.watch(lambda: watched.append(1))
    stop = windows.follow(lambda: moved.append(1))
    world.for_a_while(0.1)
    watched.clear()
    moved.clear()
    window.configure(x=333, y=222)
    client.display.flush()
    assert world.run(lambda: moved)
    assert not watched
    stop()
    stop()
    stop_watching()
    world.for_a_while(0.1)
    moved.clear()
    window.configure(x=11, y=22)
    client.display.flush()
    world.for_a_while(0.1)
    assert not moved


def test_looking_takes_less_than_three_milliseconds(world: X11World) -> None:
    world.target(world.client())
    times = []
    for _ in range(50):
        begun = time.perf_counter()
        world.backend.windows.front()
        times.append(time.perf_counter() - begun)
    assert statistics.median(times) < 0.003


def test_what_programs_tell_of_their_use_is_heard(world: X11World) -> None:
    """On the window itself, or on the one that it keeps for that."""
    client = world.client()
    window, target = world.target(client)
    windows = world.backend.windows
    since = windows.moment()
    assert not windows.touched(target, since)

    def say(holder: Any, after: int) -> None:
        kind = client.display.intern_atom("_NET_WM_USER_TIME")
        time = (since + after) % (1 << 32)
        holder.change_property(kind, Xatom.CARDINAL, 32, [time])
        client.display.sync()

    for after, touched in ((-5, False), (0, False), (1, True), (-(1 << 30), False)):
        say(window, after)
        assert windows.touched(target, since) is touched
    apart = window.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
    name = client.display.intern_atom("_NET_WM_USER_TIME_WINDOW")
    window.change_property(name, Xatom.WINDOW, 32, [apart.id])
    say(apart, 7)
    assert windows.touched(target, since)
    window.destroy()
    client.display.sync()
    assert not windows.touched(target, since)


def test_old_encodings_of_titles_are_read(world: X11World) -> None:
    client = world.client()
    window, _ = world.target(client)
    window.delete_property(client.display.intern_atom("_NET_WM_NAME"))
    window.change_property(Xatom.WM_NAME, Xatom.STRING, 8, b"caf\xe9")
    client.display.sync()
    front = world.backend.windows.front()
    assert front is not None
    assert front.title == "café"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (b"plain caf\xe9", "plain café"),
        (b"\x1b%G\xe5\xbc\xa0\xe4\xb8\x89\x1b%@ ok", "张三 ok"),
        (b"a \x1b$(A\x55\x45\x48\x7d\x1b(B b", "a 张三 b"),
        (b"\x1b$)A\xd5\xc5\xc8\xfd", "张三"),
        (b"cut off\x1b", "cut off"),
        (b"", ""),
    ],
)
def test_compound_text(raw: bytes, text: str) -> None:
    assert decode_compound_text(raw) == text


def test_our_own_windows_and_panels_are_no_targets(world: X11World) -> None:
    own = world.client(pid=os.getpid())
    window = own.open("ours")
    # For a moment nobody has the focus, and that is a number and no window.
    focus = world.keys._display.get_input_focus
    assert world.run(lambda: getattr(focus().focus, "id", None) == window.id)
    assert world.backend.windows.front() is None
    dock = world.client()
    panel = dock.open("panel", kind="DOCK")
    dock.activate(panel)
    desktop = dock.open("desktop", kind="DESKTOP")
    dock.activate(desktop)
    world.for_a_while(0.1)
    assert world.backend.windows.front() is None


def test_the_last_foreign_window_is_remembered(world: X11World) -> None:
    client = world.client()
    first, _ = world.target(client, "李四")
    second, _ = world.target(client, "张三")
    own = world.client(pid=os.getpid())
    own.open("ours")
    assert world.run(lambda: world.backend.windows.front() is None)
    recent = world.backend.windows.recent()
    assert recent is not None
    assert recent.window == second.id
    client.rename(second, "王五")
    client.display.sync()
    recent = world.backend.windows.recent()
    assert recent is not None
    assert recent.title == "王五"
    second.destroy()
    client.display.sync()
    recent = world.backend.windows.recent()
    assert recent is not None
    assert recent.window == first.id


def test_sight_of_a_target_through_its_life(world: X11World) -> None:
    windows = world.backend.windows
    client, other = world.client(), world.client(app="Other")
    window, target = world.target(client)
    assert windows.sight(target) is Sight.FRONT
    client.rename(window, "(3) 张三")
    client.display.sync()
    assert windows.sight(target) is Sight.FRONT
    client.rename(window, "张三丰")
    client.display.sync()
    assert windows.sight(target) is Sight.OTHER_CONVERSATION
    world.target(other)
    assert windows.sight(target) is Sight.BEHIND
    window.destroy()
    client.display.sync()
    assert windows.sight(target) is Sight.GONE


def test_a_reused_window_id_is_not_the_target(world: X11World) -> None:
    client = world.client()
    window, target = world.target(client)
    window.destroy()
    client.display.display.free_resource_id(window.id)
    client.display.display.last_resource_id = 0
    client.display.sync()
    client.app, client.pid = "Other", client.pid + 1
    reused = client.open("张三")
    while reused.id != target.window:
        reused.destroy()
        reused = client.open("张三")
    world.target_in_front(reused)
    assert world.backend.windows.sight(target) is Sight.GONE


def test_the_other_window_of_a_program_is_not_the_target(world: X11World) -> None:
    client = world.client()
    first, target = world.target(client)
    second, _ = world.target(client)
    assert world.backend.windows.sight(target) is Sight.BEHIND
    # The moment in which the focus has moved but the front is not yet announced.
    client.activate(first)
    world.target_in_front(first)
    client.display.grab_server()
    second.set_input_focus(X.RevertToParent, X.CurrentTime)
    client.display.ungrab_server()
    client.display.sync()
    assert world.backend.windows.sight(target) is Sight.BEHIND


@pytest.mark.parametrize("attempt", [0, 1, 2])
def test_a_window_comes_back_to_the_front(world: X11World, attempt: int) -> None:
    client = world.client()
    window, target = world.target(client)
    world.target(world.client(app="Other"))
    world.backend.windows.bring_to_front(target, attempt)
    assert world.run(lambda: world.backend.windows.sight(target) is Sight.FRONT)
    client.minimise(window)
    assert world.run(lambda: world.backend.windows.sight(target) is Sight.BEHIND)
    world.backend.windows.bring_to_front(target, attempt)
    assert world.run(lambda: world.backend.windows.sight(target) is Sight.FRONT)


def test_a_window_on_another_desktop_comes_back(world: X11World) -> None:
    client = world.client()
    _, target = world.target(client)
    client.wish(client.display.screen().root, "_NET_CURRENT_DESKTOP", 1)
    assert world.run(lambda: world.backend.windows.sight(target) is Sight.BEHIND)
    world.backend.windows.bring_to_front(target, 0)
    assert world.run(lambda: world.backend.windows.sight(target) is Sight.FRONT)
    client.wish(client.display.screen().root, "_NET_CURRENT_DESKTOP", 0)


def test_a_closed_window_is_not_brought_back(world: X11World) -> None:
    client = world.client()
    window, target = world.target(client)
    window.destroy()
    client.display.sync()
    world.backend.windows.bring_to_front(target, 2)
    assert world.backend.windows.sight(target) is Sight.GONE


def test_a_ping_is_answered_once(world: X11World) -> None:
    _, target = world.target(world.client())
    answers: list[int] = []
    assert world.backend.windows.ping(target, lambda: answers.append(1))
    assert world.run(lambda: answers)
    world.for_a_while(0.05)
    assert answers == [1]


def test_a_hanging_program_does_not_answer(world: X11World) -> None:
    client = world.client()
    _, target = world.target(client)
    client.answers_pings = False
    answers: list[int] = []
    assert world.backend.windows.ping(target, lambda: answers.append(1))
    world.for_a_while(0.1)
    assert not answers


def test_a_program_without_the_protocol_is_not_asked(world: X11World) -> None:
    _, target = world.target(world.client(pings=False))
    assert not world.backend.windows.ping(target, lambda: None)


def test_watchers_hear_of_front_focus_and_title(world: X11World) -> None:
    client = world.client()
    window, _ = world.target(client)
    heard: list[int] = []
    stop = world.backend.windows.watch(lambda: heard.append(1))
    client.rename(window, "李四")
    assert world.run(lambda: heard)
    heard.clear()
    world.target(world.client(app="Other"))
    assert world.run(lambda: heard)
    stop()
    world.for_a_while(0.05)
    heard.clear()
    client.activate(window)
    assert world.run(lambda: world.is_in_front(window))
    client.rename(window, "王五")
    world.for_a_while(0.05)
    assert not heard


def test_without_window_manager_the_focus_decides() -> None:
    with XServer(window_manager=()) as server, X11World(server.display) as world:
        client = world.client()
        window = client.open("张三")
        window.set_input_focus(X.RevertToParent, X.CurrentTime)
        target = world.target_in_front(window)
        assert world.backend.windows.sight(target) is Sight.FRONT
        other = client.open("李四", area=(500, 40, 300, 200))
        other.set_input_focus(X.RevertToParent, X.CurrentTime)
        world.target_in_front(other)
        assert world.backend.windows.sight(target) is Sight.BEHIND
        world.backend.windows.bring_to_front(target, 0)
        assert world.run(lambda: world.backend.windows.sight(target) is Sight.FRONT)
        client.display.set_input_focus(
            X.PointerRoot, X.RevertToPointerRoot, X.CurrentTime
        )
        client.display.screen().root.warp_pointer(550, 100)
        client.display.sync()
        front = world.backend.windows.front()
        assert front is not None
        assert front.window == other.id


def test_the_last_word_of_a_dead_window_manager_does_not_count() -> None:
    with XServer(window_manager=()) as server, X11World(server.display) as world:
        manager = server.start(["openbox"])
        client = world.client()
        server.wait_for_window_manager()
        first, _ = world.target(client)
        second, _ = world.target(client)
        manager.kill()
        manager.wait()
        assert world.run(lambda: not world.backend.windows._facts.is_managed())  # type: ignore[attr-defined]
        first.set_input_focus(X.RevertToParent, X.CurrentTime)
        assert world.target_in_front(first).window != second.id
