"""Whole pastes over the Windows backend, on a Windows of plain Python."""

import pytest

from qtdesk.core.paste import Fate, Outcome, Paster, PasteResult, Reason, explain
from qtdesk.core.ports import Clip
from qtdesk.platforms.windows import codes
from qtdesk.platforms.windows.formats import text_bytes
from tests.platforms.windows.fake_windows import ADMINISTRATOR, Window
from tests.platforms.windows.windows_scene import Scene

TEXT = codes.CF_UNICODETEXT
PICTURE = codes.CF_DIB


class Paste(Scene):
    """A chat that reads when it gets Ctrl+V, and a history tool, if wanted."""

    def __init__(self) -> None:
        super().__init__()
        owner = self.system.hidden(self.system.start(r"C:\Programs\owner.exe"))
        self.tool = self.system.hidden(self.system.start(r"C:\Programs\tool.exe"))
        self.old = {TEXT: text_bytes("old"), PICTURE: b"picture"}
        self.system.clipboard.others_copy(owner, self.old)
        self.panel = self.system.open(self.system.own, "qtdesk")
        self.system.to_front(self.chat)
        self.lag = 0.01
        self.received: list[bytes | None] = []
        self.opened_for: Window | None = self.chat
        self.tool_reads = False
        self._seen = 0
        self._answered = 0
        self.results: list[PasteResult] = []
        self.paster = Paster(self.platform, self.clock, self.results.append)

    def paste(self, text: str = "new") -> PasteResult:
        target = self.target()
        self.paster.prepare(target)
        self.system.to_front(self.panel)
        self.run(0.1)
        self.paster.paste(Clip(text), target, "b/p", 2.0)
        end = self.clock.now() + 4.0
        while self.clock.now() < end:
            self.run(0.001)
            self._others_live()
        return self.results[-1]

    def _others_live(self) -> None:
        if len(self.chat.chords) > self._answered:
            self._answered += 1
            self.clock.call_later(self.lag, self._chat_reads)
        calls = self.system.clipboard
        if self.tool_reads and calls.sequence() != self._seen:
            self._seen = calls.sequence()
            self.clock.call_later(0.006, self._tool_reads)

    def _tool_reads(self) -> None:
        calls = self.system.clipboard
        calls.others_read(TEXT, self.tool)
        self._seen = calls.sequence()

    def _chat_reads(self) -> None:
        data = self.system.clipboard.others_read(TEXT, self.opened_for)
        self.received.append(data)


@pytest.fixture
def scene() -> Paste:
    return Paste()


def left_behind(scene: Paste) -> dict[int, bytes | None]:
    return {n: scene.system.clipboard.contents.get(n) for n in (TEXT, PICTURE)}


@pytest.mark.parametrize("lag", [0.0, 0.01, 0.3, 1.5])
def test_the_text_arrives_and_the_old_clipboard_is_back(
    scene: Paste, lag: float
) -> None:
    scene.lag = lag
    result = scene.paste()
    assert scene.received == [text_bytes("new")]
    assert (result.outcome, result.fate) == (Outcome.PASTED, Fate.RESTORED)
    assert left_behind(scene) == scene.old
    assert scene.system.down == set()


def test_a_reader_that_does_not_tell_who_it_is_counts_after_the_chord(
    scene: Paste,
) -> None:
    scene.opened_for = None
    assert scene.paste().outcome is Outcome.PASTED
    assert left_behind(scene) == scene.old


@pytest.mark.parametrize("lag", [0.0, 0.02])
def test_a_history_tool_that_reads_first_hides_nothing(
    scene: Paste, lag: float
) -> None:
    scene.tool_reads = True
    scene.lag = lag
    result = scene.paste()
    assert scene.received == [text_bytes("new")]
    assert (result.outcome, result.fate) == (Outcome.PASTED, Fate.RESTORED)


def test_a_reading_that_nobody_could_see_is_never_called_a_paste(
    scene: Paste,
) -> None:
    scene.tool_reads = True
    scene.lag = 0.5
    result = scene.paste()
    # It has the text; we could not know, so the text stays for a second try.
    assert scene.received == [text_bytes("new")]
    assert (result.outcome, result.reason) == (Outcome.UNCONFIRMED, Reason.UNSEEN)
    assert left_behind(scene)[TEXT] == text_bytes("new")


def test_a_window_of_an_administrator_is_named_and_the_text_copied(
    scene: Paste,
) -> None:
    scene.chat.program.integrity = ADMINISTRATOR
    result = scene.paste()
    assert scene.system.sent == []
    assert (result.outcome, result.reason) == (Outcome.COPIED, Reason.ELEVATED)
    assert "administrator" in str(explain(result)[0])
    assert left_behind(scene)[TEXT] == text_bytes("new")


def test_a_clipboard_open_for_a_moment_is_waited_for(scene: Paste) -> None:
    calls = scene.system.clipboard

    def keep_open() -> None:
        calls.kept_open = True
        scene.clock.call_later(0.15, lambda: setattr(calls, "kept_open", False))

    # Just when the old content is to go back.
    scene.clock.call_later(1.05, keep_open)
    assert scene.paste().fate is Fate.RESTORED
    assert left_behind(scene) == scene.old
