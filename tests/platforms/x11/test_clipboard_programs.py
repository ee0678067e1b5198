"""Our clipboard among real programs: xclip, and a Qt program with rich content."""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from qtdesk.core.ports import Clip, Saved, Snapshot
from qtdesk.platforms.x11.clipboard import SelectionClipboard
from tests.desktop import qt_copies
from tests.desktop.selection_world import SelectionWorld
from tests.desktop.xserver import XServer

pytestmark = pytest.mark.desktop


class Programs(SelectionWorld):
    """Our clipboard, and programs started and ended beside it."""

    def __init__(self, server: XServer) -> None:
        super().__init__(server.display)
        self.server = server
        self.clipboard = SelectionClipboard(self.connection, "CLIPBOARD")

    def xclip_copies(self, data: bytes, *options: str) -> subprocess.Popen[bytes]:
        """Start an xclip that stays in the foreground and owns `data`."""
        stamp = self.clipboard.stamp()
        program = subprocess.Popen(
            ["xclip", "-quiet", "-selection", "clipboard", "-i", *options],
            env=self.server.env,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        assert program.stdin is not None
        program.stdin.write(data)
        program.stdin.close()
        assert self.wait(lambda: self.clipboard.stamp() != stamp, 10)
        return program

    def xclip_pastes(self, *options: str) -> bytes:
        with tempfile.TemporaryFile() as output:
            program = subprocess.Popen(
                ["xclip", "-selection", "clipboard", "-o", *options],
                env=self.server.env,
                stdout=output,
                stderr=subprocess.DEVNULL,
            )
            assert self.wait(lambda: program.poll() is not None, 10)
            output.seek(0)
            return output.read()

    def qt_copies(self, kind: str) -> None:
        stamp = self.clipboard.stamp()
        script = Path(qt_copies.__file__)
        self.server.start([sys.executable, str(script), kind])
        assert self.wait(lambda: self.clipboard.stamp() != stamp, 20)

    def snapshot(self) -> Snapshot:
        taken: list[Snapshot] = []
        self.clipboard.snapshot(taken.append)
        assert self.wait(lambda: bool(taken))
        return taken[0]


@pytest.fixture
def world(x_server: XServer) -> Iterator[Programs]:
    world = Programs(x_server)
    yield world
    world.close()


@pytest.mark.parametrize("count", [1, 8_192, 625_000])
def test_xclip_round_trip(world: Programs, count: int) -> None:
    text = ("订单😀a" * count).encode()
    program = world.xclip_copies(text)
    before = world.snapshot()
    assert (before.saved, before.formats["UTF8_STRING"]) == (Saved.FULL, text)
    world.clipboard.publish(Clip("ours 你好"), None, lambda _: None, lambda _: None)
    assert program.wait(5) == 0
    assert world.xclip_pastes() == "ours 你好".encode()
    assert world.clipboard.restore(before)
    assert world.xclip_pastes() == text


def test_a_stopped_program_costs_no_waiting(world: Programs) -> None:
    program = world.xclip_copies(b"theirs")
    subprocess.run(["kill", "-STOP", str(program.pid)], check=True)
    try:
        world.longest_step = 0.0
        begun = world.now()
        assert world.snapshot().saved is Saved.UNREADABLE
        assert world.now() - begun < 0.9
        assert world.longest_step < 0.3
    finally:
        subprocess.run(["kill", "-CONT", str(program.pid)], check=True)
    assert world.snapshot().formats == {"UTF8_STRING": b"theirs"}
    program.kill()
    program.wait()


def test_a_program_that_is_killed_leaves_nothing(world: Programs) -> None:
    program = world.xclip_copies(b"theirs")
    stamp = world.clipboard.stamp()
    program.kill()
    program.wait()
    assert world.wait(lambda: world.clipboard.stamp() != stamp)
    assert world.snapshot().saved is Saved.EMPTY


def test_rich_content_of_a_qt_program(world: Programs) -> None:
    world.qt_copies("rich")
    before = world.snapshot()
    assert before.saved is Saved.FULL
    assert {"text/html", "text/uri-list", "application/x-private"} <= {*before.formats}
    world.clipboard.publish(Clip("ours"), None, lambda _: None, lambda _: None)
    world.clipboard.restore(before)
    for name, data in before.formats.items():
        assert world.xclip_pastes("-t", name) == data


def test_a_picture_of_a_qt_program_is_saved_in_two_encodings(world: Programs) -> None:
    world.qt_copies("image")
    before = world.snapshot()
    assert before.saved is Saved.FULL
    pictures = [name for name in before.formats if name.startswith("image/")]
    assert pictures == ["image/png", "image/bmp"]
    world.clipboard.publish(Clip("ours"), None, lambda _: None, lambda _: None)
    world.clipboard.restore(before)
    for name in pictures:
        assert world.xclip_pastes("-t", name) == before.formats[name]
