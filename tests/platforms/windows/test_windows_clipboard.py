import pytest

from qtdesk.core.ports import Clip, Reader, Saved
from qtdesk.platforms.windows import codes, reading
from qtdesk.platforms.windows.formats import HISTORY_HINT, text_bytes
from tests.platforms.windows.fake_windows import Window
from tests.platforms.windows.windows_scene import Scene

TEXT = codes.CF_UNICODETEXT


class ClipboardScene(Scene):
    """Other programs around the clipboard, one of which has something on it."""

    def __init__(self) -> None:
        super().__init__()
        self.calls = self.system.clipboard
        self.owner = self.program("owner")
        self.tool = self.program("tool")
        self.calls.others_copy(self.owner, {TEXT: text_bytes("theirs")})
        self.reads: list[Reader] = []
        self.losses: list[Reader] = []

    def program(self, name: str) -> Window:
        return self.system.hidden(self.system.start(rf"C:\Programs\{name}.exe"))

    def publish(self, text: str = "ours") -> bool:
        return self.platform.clipboard.publish(
            Clip(text), self.target(), self.reads.append, self.losses.append
        )

    def names(self) -> set[str]:
        return {self.calls.name_of(number) for number in self.calls.contents} - {""}


@pytest.fixture
def scene() -> ClipboardScene:
    return ClipboardScene()


def test_only_the_first_reading_is_told_and_later_ones_get_the_same(
    scene: ClipboardScene,
) -> None:
    scene.publish()
    for _ in range(3):
        assert scene.calls.others_read(TEXT, scene.chat) == text_bytes("ours")
    assert scene.reads == [Reader.TARGET]
    assert scene.calls.requested == [TEXT]


def test_another_process_of_the_same_program_is_the_target(
    scene: ClipboardScene,
) -> None:
    scene.publish()
    scene.calls.others_read(TEXT, scene.program("chat"))
    assert scene.reads == [Reader.TARGET]


def test_history_tools_are_asked_to_leave_texts_alone_but_not_copies(
    scene: ClipboardScene,
) -> None:
    before = scene.snapshot()
    scene.publish()
    assert set(HISTORY_HINT) <= scene.names()
    scene.platform.clipboard.restore(before)
    assert set(HISTORY_HINT) <= scene.names()
    scene.platform.clipboard.keep(Clip("ours"))
    assert scene.names() == set()


def test_a_clipboard_kept_open_is_refused_at_once_and_left_as_it_was(
    scene: ClipboardScene,
) -> None:
    scene.calls.kept_open = True
    assert not scene.publish()
    scene.calls.kept_open = False
    assert scene.calls.others_read(TEXT, scene.chat) == text_bytes("theirs")
    assert scene.publish()


def test_a_clipboard_kept_open_for_a_moment_is_saved_after_it(
    scene: ClipboardScene,
) -> None:
    scene.calls.kept_open = True
    scene.clock.call_later(0.1, lambda: setattr(scene.calls, "kept_open", False))
    assert scene.snapshot().saved is Saved.FULL


def test_nobody_waits_for_an_owner_that_hangs(scene: ClipboardScene) -> None:
    scene.owner.program.hangs = True
    assert scene.snapshot().saved is Saved.UNREADABLE
    # To take the clipboard from it would be to wait, too.
    assert not scene.publish()
    scene.system.resume(scene.owner.program)
    assert scene.publish()


def test_one_that_hangs_in_the_middle_is_left_alone(scene: ClipboardScene) -> None:
    taken: list[Saved] = []
    scene.platform.clipboard.snapshot(lambda snapshot: taken.append(snapshot.saved))
    # It answers, and hangs right behind the answer.
    scene.owner.program.hangs = True
    scene.run(0.5)
    assert taken == [Saved.UNREADABLE]
    assert not scene.publish()


def test_what_is_too_large_is_told(
    scene: ClipboardScene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "LARGEST", 1000)
    formats = {codes.CF_DIB: bytes(2000), TEXT: text_bytes("small")}
    scene.calls.others_copy(scene.owner, formats)
    taken = scene.snapshot()
    assert taken.saved is Saved.PARTIAL
    assert taken.formats["CF_UNICODETEXT"] == text_bytes("small")
    assert "CF_DIB" not in taken.formats


def test_a_copy_while_it_is_saved_makes_the_snapshot_old(
    scene: ClipboardScene,
) -> None:
    taken: list[int] = []
    scene.platform.clipboard.snapshot(lambda snapshot: taken.append(snapshot.stamp))
    scene.clock.run_until(0.002)
    scene.calls.others_copy(scene.owner, {TEXT: text_bytes("newer")})
    scene.run(0.5)
    assert taken != [scene.platform.clipboard.stamp()]


def test_saving_is_no_change(scene: ClipboardScene) -> None:
    stamp = scene.platform.clipboard.stamp()
    assert scene.snapshot().stamp == stamp
    assert scene.platform.clipboard.stamp() == stamp


def test_a_reading_of_ours_is_no_change(scene: ClipboardScene) -> None:
    scene.publish()
    stamp = scene.platform.clipboard.stamp()
    scene.calls.others_read(TEXT, scene.chat)
    assert scene.platform.clipboard.stamp() == stamp


def test_who_takes_it_is_told(scene: ClipboardScene) -> None:
    scene.publish()
    scene.calls.others_copy(scene.chat, {TEXT: b"copied in the chat\0"})
    scene.run(0.01)
    assert scene.losses == [Reader.TARGET]


def test_a_promise_is_kept_at_the_end(scene: ClipboardScene) -> None:
    scene.publish()
    scene.platform.close()
    assert scene.calls.contents[TEXT] == text_bytes("ours")


@pytest.mark.parametrize("kept", [True, False])
def test_what_is_left_there_outlives_us(scene: ClipboardScene, kept: bool) -> None:
    before = scene.snapshot()
    scene.publish()
    if kept:
        scene.platform.clipboard.keep(Clip("ours"))
    else:
        scene.platform.clipboard.restore(before)
    done: list[int] = []
    scene.platform.hand_over(lambda: done.append(1))
    assert done == [1]
    scene.platform.close()
    expected = text_bytes("ours" if kept else "theirs")
    assert scene.calls.others_read(TEXT, scene.chat) == expected
    assert scene.calls.requested == []


def test_a_picture_is_made_for_old_programs_only_when_one_asks(
    scene: ClipboardScene,
) -> None:
    clip = Clip(picture=b"png")
    scene.platform.clipboard.publish(
        clip, scene.target(), scene.reads.append, scene.losses.append
    )
    png = scene.calls.number_of("PNG")
    assert scene.calls.others_read(png, scene.chat) == b"png"
    assert scene.calls.requested == [png]
    assert scene.calls.others_read(codes.CF_DIB, scene.chat) == b"dib:png"
    assert scene.calls.requested == [png, codes.CF_DIB]
    assert scene.reads == [Reader.TARGET] * 2
    assert scene.calls.others_read(TEXT, scene.chat) is None


def test_what_cannot_be_made_is_no_reading(scene: ClipboardScene) -> None:
    scene.calls.draws = False
    scene.platform.clipboard.publish(
        Clip(picture=b"png"), scene.target(), scene.reads.append, scene.losses.append
    )
    assert scene.calls.others_read(codes.CF_DIB, scene.chat) is None
    assert scene.reads == []


def test_all_promises_are_kept_at_the_end(scene: ClipboardScene) -> None:
    clip = Clip("ours", "<b>ours</b>")
    scene.platform.clipboard.publish(
        clip, scene.target(), scene.reads.append, scene.losses.append
    )
    scene.platform.close()
    html = scene.calls.contents[scene.calls.number_of("HTML Format")]
    assert b"<b>ours</b>" in (html or b"")
    assert scene.calls.contents[TEXT] == text_bytes("ours")
    assert None not in scene.calls.contents.values()


def test_a_kept_picture_lies_in_the_memory_of_windows(scene: ClipboardScene) -> None:
    assert scene.platform.clipboard.keep(Clip(picture=b"png"))
    scene.platform.close()
    assert scene.calls.others_read(codes.CF_DIB, scene.chat) == b"dib:png"
    assert scene.calls.requested == []
