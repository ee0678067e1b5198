"""What every `Windows`, `Keyboard`, `Hotkeys` and `TypeAhead` does.

A suite mixes `DesktopContract` into a test class whose `world` fixture gives a
`World` around the adapter, or around the fake, under test.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, Protocol

import pytest

from qtdesk.core.combos import Combo
from qtdesk.core.errors import HotkeyError
from qtdesk.core.ports import Platform, Pressed, Sight, Stroke, Target

_PASTE = Combo.parse("ctrl+v")
_HOTKEY = Combo.parse("ctrl+alt+space")


class World(Protocol):
    """A desktop with programs on it, and hands on its keyboard."""

    @property
    def platform(self) -> Platform: ...

    def open(self, app: str, title: str) -> Any:
        """A new window of another program, in front when this returns."""
        ...

    def close(self, window: Any) -> None: ...

    def focus(self, window: Any) -> None: ...

    def rename(self, window: Any, title: str) -> None: ...

    def chords(self, window: Any) -> list[str]:
        """Combinations with modifiers that reached `window`."""
        ...

    def hold(self, key: str) -> None: ...

    def let_go(self, key: str) -> None: ...

    def tap(self, combo: str) -> None: ...

    def taken(self, combo: Combo) -> AbstractContextManager[object]:
        """Meanwhile another program has `combo`."""
        ...

    def run(self, until: Callable[[], object]) -> bool:
        """Let everything happen until `until` holds; False at a deadline."""
        ...

    def pause(self) -> None:
        """Let a moment pass, for what must not happen."""
        ...


class DesktopContract:
    """Every sentence of the ports that can be seen from outside."""

    def _target(self, world: World) -> Target:
        target = world.platform.windows.front()
        assert target is not None
        return target

    # Windows

    def test_front_describes_the_window_in_front(self, world: World) -> None:
        world.open("Chat", "张三")
        target = self._target(world)
        assert (target.app, target.title) == ("Chat", "张三")

    def test_sight_follows_a_target(self, world: World) -> None:
        windows = world.platform.windows
        chat = world.open("Chat", "张三")
        target = self._target(world)
        assert windows.sight(target) is Sight.FRONT
        world.rename(chat, "李四")
        assert windows.sight(target) is Sight.OTHER_CONVERSATION
        world.open("Notes", "notes")
        assert windows.sight(target) is Sight.BEHIND
        world.close(chat)
        assert windows.sight(target) is Sight.GONE

    def test_recent_skips_what_is_closed(self, world: World) -> None:
        chat = world.open("Chat", "张三")
        recent = world.platform.windows.recent()
        assert recent is not None
        assert recent.title == "张三"
        world.close(chat)
        assert world.platform.windows.recent() is None

    def test_a_target_comes_back_to_the_front(self, world: World) -> None:
        windows = world.platform.windows
        world.open("Chat", "张三")
        target = self._target(world)
        world.open("Notes", "notes")
        # Some systems give the front only to a program that has it, or insists.
        for attempt in range(3):
            if windows.sight(target) is not Sight.FRONT:
                windows.bring_to_front(target, attempt)
                world.run(lambda: windows.sight(target) is Sight.FRONT)
        assert windows.sight(target) is Sight.FRONT

    def test_bringing_back_a_closed_window_is_harmless(self, world: World) -> None:
        chat = world.open("Chat", "张三")
        target = self._target(world)
        world.close(chat)
        world.platform.windows.bring_to_front(target, 2)
        world.pause()
        assert world.platform.windows.sight(target) is Sight.GONE

    def test_a_window_nobody_uses_is_not_touched(self, world: World) -> None:
        windows = world.platform.windows
        chat = world.open("Chat", "张三")
        target = self._target(world)
        since = windows.moment()
        world.pause()
        assert not windows.touched(target, since)
        world.close(chat)
        assert not windows.touched(target, since)

    def test_a_ping_is_answered(self, world: World) -> None:
        world.open("Chat", "张三")
        answers: list[int] = []
        assert world.platform.windows.ping(
            self._target(world), lambda: answers.append(1)
        )
        assert world.run(lambda: answers)

    def test_a_watcher_hears_of_another_front_until_it_stops(
        self, world: World
    ) -> None:
        chat = world.open("Chat", "张三")
        heard: list[int] = []
        stop = world.platform.windows.watch(lambda: heard.append(1))
        world.open("Notes", "notes")
        assert world.run(lambda: heard)
        stop()
        stop()
        world.pause()
        heard.clear()
        world.focus(chat)
        world.pause()
        assert not heard

    def test_a_watcher_hears_nothing_before_it_can_stop(self, world: World) -> None:
        world.open("Chat", "张三")
        world.platform.windows.front()
        world.open("Notes", "notes")
        heard: list[int] = []
        stop = world.platform.windows.watch(lambda: heard.append(1))
        assert not heard
        stop()

    # Keyboard

    def test_a_chord_reaches_the_target(self, world: World) -> None:
        chat = world.open("Chat", "张三")
        pressed = world.platform.keyboard.press(_PASTE, self._target(world))
        assert pressed is Pressed.SENT
        assert world.chords(chat) == ["ctrl+v"]

    def test_no_chord_reaches_another_window(self, world: World) -> None:
        keyboard = world.platform.keyboard
        chat = world.open("Chat", "张三")
        target = self._target(world)
        notes = world.open("Notes", "notes")
        assert keyboard.press(_PASTE, target) is Pressed.NOT_FRONT
        world.focus(chat)
        world.rename(chat, "李四")
        assert keyboard.press(_PASTE, target) is Pressed.OTHER_CONVERSATION
        world.close(chat)
        assert keyboard.press(_PASTE, target) is Pressed.NOT_FRONT
        assert world.chords(notes) == []

    @pytest.mark.parametrize("key", ["ctrl", "alt", "shift", "super", "enter"])
    def test_a_held_key_is_seen_and_forbids_the_chord(
        self, world: World, key: str
    ) -> None:
        keyboard = world.platform.keyboard
        chat = world.open("Chat", "张三")
        target = self._target(world)
        assert keyboard.held() == frozenset()
        world.hold(key)
        assert keyboard.held() == {key}
        assert keyboard.press(_PASTE, target) is Pressed.KEYS_HELD
        world.let_go(key)
        assert keyboard.held() == frozenset()
        assert world.chords(chat) == []

    def test_nothing_is_in_the_way_of_an_ordinary_window(self, world: World) -> None:
        chat = world.open("Chat", "张三")
        assert not world.platform.keyboard.obstacle(self._target(world))
        assert world.chords(chat) == []

    # Hotkeys and what is typed behind them

    def test_a_hotkey_fires_on_each_press(self, world: World) -> None:
        presses: list[int] = []
        world.platform.hotkeys.register(_HOTKEY, lambda: presses.append(1))
        for count in (1, 2, 3):
            world.tap(str(_HOTKEY))
            assert world.run(lambda count=count: len(presses) == count)  # type: ignore[misc]
            world.platform.type_ahead.release()
        world.pause()
        assert len(presses) == 3

    def test_an_unregistered_hotkey_is_silent(self, world: World) -> None:
        presses: list[int] = []
        world.platform.hotkeys.register(_HOTKEY, lambda: presses.append(1))
        world.platform.hotkeys.unregister(_HOTKEY)
        world.platform.hotkeys.unregister(_HOTKEY)
        world.tap(str(_HOTKEY))
        world.pause()
        assert not presses

    def test_strokes_come_in_order_also_those_before_the_listener(
        self, world: World
    ) -> None:
        presses: list[int] = []
        strokes: list[Stroke] = []
        chat = world.open("Chat", "张三")
        world.platform.hotkeys.register(_HOTKEY, lambda: presses.append(1))
        world.tap(str(_HOTKEY))
        assert world.run(lambda: presses)
        for key in "tui":
            world.tap(key)
        world.pause()
        world.platform.type_ahead.listen(strokes.append)
        world.tap("k")
        world.tap("enter")
        world.platform.type_ahead.release()
        assert [(stroke.down, stroke.key) for stroke in strokes] == [
            (down, key) for key in (*"tuik", "enter") for down in (True, False)
        ]
        assert "".join(stroke.text for stroke in strokes if stroke.down) == "tuik"
        assert world.chords(chat) == []

    def test_after_the_release_keys_are_nobody_s_business(self, world: World) -> None:
        presses: list[int] = []
        strokes: list[Stroke] = []
        world.open("Chat", "张三")
        world.platform.hotkeys.register(_HOTKEY, lambda: presses.append(1))
        world.platform.type_ahead.listen(strokes.append)
        world.tap(str(_HOTKEY))
        assert world.run(lambda: presses)
        world.platform.type_ahead.release()
        world.platform.type_ahead.release()
        world.tap("a")
        world.pause()
        assert strokes == []

    def test_behind_a_hotkey_that_opens_nothing_no_key_is_kept(
        self, world: World
    ) -> None:
        presses: list[int] = []
        strokes: list[Stroke] = []
        world.open("Chat", "张三")
        world.platform.type_ahead.listen(strokes.append)
        world.platform.hotkeys.register(_HOTKEY, lambda: presses.append(1), opens=False)
        world.tap(str(_HOTKEY))
        assert world.run(lambda: presses)
        world.tap("a")
        world.pause()
        world.platform.type_ahead.release()
        assert strokes == []

    def test_nothing_is_missed_before_the_first_press(self, world: World) -> None:
        assert not world.platform.type_ahead.may_have_missed()

    def test_a_taken_combination_raises_words(self, world: World) -> None:
        with world.taken(_HOTKEY), pytest.raises(HotkeyError) as caught:
            world.platform.hotkeys.register(_HOTKEY, lambda: None)
        assert str(caught.value.title)
