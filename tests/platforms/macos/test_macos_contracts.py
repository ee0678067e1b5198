"""The macOS backend keeps the contracts, over a Mac of plain Python.

Three sentences cannot be kept there and are told by `abilities`: who reads, what is
typed ahead, and that a copy dies with its program. Here stands what holds instead.
"""

import pytest

from qtdesk.core.combos import Combo
from qtdesk.core.ports import Reader, Saved, Stroke
from tests.contracts.clipboard_contract import (
    ClipboardContract,
    ClipboardWorld,
    publish,
    snapshot,
)
from tests.contracts.desktop_contract import DesktopContract, World
from tests.platforms.macos.mac_world import MacWorld


class TestMacClipboard(ClipboardContract):
    @pytest.fixture
    def world(self) -> ClipboardWorld:
        return MacWorld()

    def test_readers_are_told_apart(self, world: ClipboardWorld) -> None:
        log = publish(world, "ours")
        assert world.read(world.text_format, by_target=True) == b"ours"
        assert log.reads == [Reader.UNKNOWN]

    def test_later_readings_are_told_where_that_is_promised(
        self, world: ClipboardWorld
    ) -> None:
        log = publish(world, "ours")
        for _ in range(3):
            assert world.read(world.text_format) == b"ours"
        assert not world.clipboard.sees_every_read
        assert log.reads == [Reader.UNKNOWN]

    def test_what_died_with_its_owner_is_not_there(self, world: ClipboardWorld) -> None:
        world.copy({world.text_format: b"theirs"})
        world.die()
        taken = snapshot(world)
        assert taken.saved is Saved.UNREADABLE
        assert not world.clipboard.restore(taken)


class TestMacDesktop(DesktopContract):
    @pytest.fixture
    def world(self) -> World:
        return MacWorld()

    def test_strokes_come_in_order_also_those_before_the_listener(
        self, world: World
    ) -> None:
        presses: list[int] = []
        strokes: list[Stroke] = []
        hotkey = Combo.parse("ctrl+alt+space")
        world.open("Chat", "张三")
        world.platform.hotkeys.register(hotkey, lambda: presses.append(1))
        world.platform.type_ahead.listen(strokes.append)
        world.tap(str(hotkey))
        world.tap("t")
        world.platform.type_ahead.release()
        assert presses == [1]
        assert strokes == []
        told = {ability.name: ability for ability in world.platform.abilities}
        assert not told["type_ahead"].able
