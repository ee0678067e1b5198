"""What every clipboard must do, real or fake, told in a small world of programs.

A test module subclasses `ClipboardContract` and gives it a `world`.
"""

from collections.abc import Callable, Mapping
from typing import Protocol

import pytest

from qtdesk.core.ports import Clip, Clipboard, Reader, Saved, Snapshot, Target


class ClipboardWorld(Protocol):
    """A clipboard, and the other programs around it."""

    @property
    def clipboard(self) -> Clipboard: ...

    @property
    def target(self) -> Target:
        """The program that will paste."""
        ...

    @property
    def text_format(self) -> str:
        """The native name of plain Unicode text."""
        ...

    @property
    def html_format(self) -> str:
        """The native name of HTML."""
        ...

    @property
    def picture_format(self) -> str:
        """The native name of a PNG."""
        ...

    def copy(self, formats: Mapping[str, bytes]) -> None:
        """Somebody else puts this on the clipboard; visible on return."""
        ...

    def hang(self) -> None:
        """Whoever owns the clipboard by `copy` answers nothing from now on."""
        ...

    def die(self) -> None:
        """Whoever owns the clipboard by `copy` ends, and what it offered with it."""
        ...

    def read(self, name: str, *, by_target: bool = False) -> bytes | None:
        """A program reads one format; None where it is refused or absent."""
        ...

    def look(self) -> tuple[str, ...]:
        """A program looks what formats there are, and reads none."""
        ...

    def meddle(self) -> None:
        """From now on a tool reads every new text and takes the clipboard with it."""
        ...

    def wait(self, until: Callable[[], bool], seconds: float = 5.0) -> bool:
        """Let time pass until `until` holds; False if `seconds` were not enough."""
        ...

    def now(self) -> float: ...


class Log:
    """What a publication reported."""

    def __init__(self) -> None:
        self.reads: list[Reader] = []
        self.losses = 0

    def lost(self, _taker: Reader) -> None:
        self.losses += 1


def publish(world: ClipboardWorld, clip: str | Clip) -> Log:
    log = Log()
    clip = Clip(clip) if isinstance(clip, str) else clip
    assert world.clipboard.publish(clip, world.target, log.reads.append, log.lost)
    return log


def snapshot(world: ClipboardWorld) -> Snapshot:
    taken: list[Snapshot] = []
    world.clipboard.snapshot(taken.append)
    assert world.wait(lambda: bool(taken))
    world.wait(lambda: len(taken) > 1, 0.05)
    assert len(taken) == 1
    return taken[0]


def holds(world: ClipboardWorld, clip: str | Clip) -> bool:
    answers: list[bool] = []
    clip = Clip(clip) if isinstance(clip, str) else clip
    world.clipboard.holds(clip, answers.append)
    assert world.wait(lambda: bool(answers), 1.0)
    return answers[0]


class ClipboardContract:
    """Subclass this, and override `world`."""

    @pytest.fixture
    def world(self) -> ClipboardWorld:
        raise NotImplementedError

    # --- saving and giving back ------------------------------------------------

    def test_an_empty_clipboard_stays_empty(self, world: ClipboardWorld) -> None:
        before = snapshot(world)
        assert before.saved is Saved.EMPTY
        assert not before.formats
        publish(world, "ours")
        assert world.clipboard.restore(before)
        assert world.look() == ()
        assert world.read(world.text_format) is None
        assert world.clipboard.owns()

    def test_every_format_comes_back(self, world: ClipboardWorld) -> None:
        formats = {
            world.text_format: "订单 😀".encode(),
            "text/html": b"<b>\xe8\xae\xa2\xe5\x8d\x95</b>",
            "text/uri-list": b"file:///a%20b\r\n",
            "image/png": bytes(range(256)) * 300,
            "application/x-private": b"\0\xff",
        }
        world.copy(formats)
        before = snapshot(world)
        assert before.saved is Saved.FULL
        publish(world, "ours")
        assert world.read(world.text_format) == b"ours"
        assert world.clipboard.restore(before)
        assert {name: world.read(name) for name in formats} == formats

    def test_a_copy_during_the_saving_is_not_mistaken(
        self, world: ClipboardWorld
    ) -> None:
        world.copy({world.text_format: b"older"})
        older = snapshot(world).formats
        taken: list[Snapshot] = []
        world.clipboard.snapshot(taken.append)
        world.copy({world.text_format: b"newer"})
        assert world.wait(lambda: bool(taken))
        if taken[0].formats == older:
            assert taken[0].stamp != world.clipboard.stamp()

    def test_what_was_restored_can_be_saved_again(self, world: ClipboardWorld) -> None:
        world.copy({world.text_format: b"theirs", "text/html": b"<i>theirs</i>"})
        before = snapshot(world)
        publish(world, "ours")
        assert world.clipboard.restore(before)
        again = snapshot(world)
        assert (again.saved, again.formats) == (Saved.FULL, before.formats)

    @pytest.mark.parametrize("count", [16_384, 1_250_000])
    def test_large_texts_come_back_whole(
        self, world: ClipboardWorld, count: int
    ) -> None:
        text = "😀" * count
        world.copy({world.text_format: text.encode()})
        before = snapshot(world)
        assert before.saved is Saved.FULL
        publish(world, text[::-1])
        assert world.read(world.text_format) == text.encode()
        world.clipboard.restore(before)
        assert world.read(world.text_format) == text.encode()

    def test_an_owner_that_hangs_is_given_up_in_time(
        self, world: ClipboardWorld
    ) -> None:
        world.copy({world.text_format: b"theirs"})
        world.hang()
        begun = world.now()
        taken = snapshot(world)
        assert taken.saved is Saved.UNREADABLE
        assert world.now() - begun < 0.9
        assert not world.clipboard.restore(taken)

    def test_what_died_with_its_owner_is_not_there(self, world: ClipboardWorld) -> None:
        world.copy({world.text_format: b"theirs"})
        stamp = world.clipboard.stamp()
        world.die()
        assert world.wait(lambda: world.clipboard.stamp() != stamp)
        assert snapshot(world).saved is Saved.EMPTY

    # --- who changed it --------------------------------------------------------

    def test_the_stamp_counts_others_only(self, world: ClipboardWorld) -> None:
        world.copy({world.text_format: b"theirs"})
        stamp = world.clipboard.stamp()
        before = snapshot(world)
        assert before.stamp == stamp
        publish(world, "ours")
        world.clipboard.restore(before)
        world.clipboard.keep(Clip("kept"))
        world.clipboard.restore(Snapshot(Saved.EMPTY, {}, 0))
        world.wait(lambda: world.clipboard.stamp() != stamp, 0.1)
        assert world.clipboard.stamp() == stamp
        world.copy({world.text_format: b"newer"})
        assert world.clipboard.stamp() != stamp

    def test_somebody_elses_copy_is_a_loss_once(self, world: ClipboardWorld) -> None:
        log = publish(world, "ours")
        assert world.clipboard.owns()
        world.copy({world.text_format: b"newer"})
        assert world.wait(lambda: log.losses > 0)
        world.copy({world.text_format: b"newest"})
        world.wait(lambda: log.losses > 1, 0.05)
        assert log.losses == 1
        assert not world.clipboard.owns()

    def test_our_own_next_text_is_no_loss(self, world: ClipboardWorld) -> None:
        log = publish(world, "first")
        publish(world, "second")
        world.clipboard.keep(Clip("third"))
        world.wait(lambda: log.losses > 0, 0.05)
        assert log.losses == 0
        assert world.read(world.text_format) == b"third"

    def test_a_tool_that_takes_over_holds_the_same_text(
        self, world: ClipboardWorld
    ) -> None:
        world.meddle()
        log = publish(world, "ours 你好")
        assert not holds(world, "ours 你好") or log.losses
        assert world.wait(lambda: log.losses == 1)
        assert Reader.TARGET not in log.reads
        assert holds(world, "ours 你好")
        assert not holds(world, "ours 你")

    def test_nobody_holds_what_is_ours_or_nothing(self, world: ClipboardWorld) -> None:
        assert not holds(world, "")
        publish(world, "ours")
        assert not holds(world, "ours")

    def test_a_hung_owner_holds_nothing(self, world: ClipboardWorld) -> None:
        world.copy({world.text_format: b"theirs"})
        world.hang()
        begun = world.now()
        assert not holds(world, "theirs")
        assert world.now() - begun < 0.9

    # --- who reads -------------------------------------------------------------

    def test_readers_are_told_apart(self, world: ClipboardWorld) -> None:
        log = publish(world, "ours")
        assert world.read(world.text_format) == b"ours"
        assert log.reads == [Reader.OTHER]
        again = publish(world, "ours")
        assert world.read(world.text_format, by_target=True) == b"ours"
        assert again.reads == [Reader.TARGET]
        assert log.reads == [Reader.OTHER]

    def test_later_readings_are_told_where_that_is_promised(
        self, world: ClipboardWorld
    ) -> None:
        log = publish(world, "ours")
        for by_target in (True, True, False):
            assert world.read(world.text_format, by_target=by_target) == b"ours"
        told = [Reader.TARGET, Reader.TARGET, Reader.OTHER]
        assert log.reads == told[: len(told) if world.clipboard.sees_every_read else 1]

    def test_a_look_is_no_reading(self, world: ClipboardWorld) -> None:
        log = publish(world, "ours")
        assert world.text_format in world.look()
        assert log.reads == []

    def test_a_kept_text_is_an_ordinary_copy(self, world: ClipboardWorld) -> None:
        log = publish(world, "ours")
        assert world.clipboard.keep(Clip("kept 你好"))
        assert world.read(world.text_format) == "kept 你好".encode()
        assert log.reads == []
        assert world.clipboard.owns()

    # --- texts with looks, and pictures ----------------------------------------

    def test_a_text_with_looks_is_offered_with_and_without(
        self, world: ClipboardWorld
    ) -> None:
        clip = Clip("订单 😀", "<b>订单</b> 😀")
        publish(world, clip)
        assert {world.html_format, world.text_format} <= set(world.look())
        assert world.picture_format not in world.look()
        assert clip.html.encode() in (world.read(world.html_format) or b"")
        assert world.read(world.text_format) == clip.text.encode()

    def test_a_reading_of_the_looks_is_a_reading(self, world: ClipboardWorld) -> None:
        log = publish(world, Clip("ours", "<b>ours</b>"))
        world.read(world.html_format, by_target=True)
        assert len(log.reads) == 1
        assert log.reads[0] is not Reader.OTHER

    @pytest.mark.parametrize("size", [2_000, 3_000_000])
    def test_a_picture_is_handed_over_unchanged_and_is_no_text(
        self, world: ClipboardWorld, size: int
    ) -> None:
        picture = bytes(range(256)) * (size // 256)
        log = publish(world, Clip(picture=picture))
        assert world.picture_format in world.look()
        assert world.text_format not in world.look()
        assert world.read(world.text_format) is None
        assert log.reads == []
        assert world.read(world.picture_format, by_target=True) == picture
        assert world.wait(lambda: len(log.reads) == 1)

    def test_a_kept_picture_is_an_ordinary_copy(self, world: ClipboardWorld) -> None:
        picture = bytes(range(256)) * 20
        assert world.clipboard.keep(Clip(picture=picture))
        assert world.read(world.picture_format) == picture
        assert world.clipboard.owns()

    def test_what_was_there_comes_back_behind_a_picture(
        self, world: ClipboardWorld
    ) -> None:
        formats = {world.text_format: b"theirs", "text/x-odd": b"\0\1"}
        world.copy(formats)
        before = snapshot(world)
        publish(world, Clip(picture=b"\x89PNG" * 400))
        assert world.clipboard.restore(before)
        assert {name: world.read(name) for name in formats} == formats
        assert world.picture_format not in world.look()

    def test_somebody_elses_picture_is_told_from_ours(
        self, world: ClipboardWorld
    ) -> None:
        picture = bytes(range(256)) * 20
        world.copy({world.picture_format: picture})
        assert holds(world, Clip(picture=picture))
        assert not holds(world, Clip(picture=picture[::-1]))
