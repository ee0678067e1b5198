"""Nine promises of the paste, whatever happens around it.

Hypothesis interleaves slow readers, focus thieves, history tools, the agent's own
copies, second pastes, typed codes, held keys, closing windows and quitting, in any
order and at any time, and then asks whether one of the promises was broken.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from qtdesk.core.combos import Combo
from qtdesk.core.paste import (
    SEND_KEYS,
    Fate,
    Outcome,
    Paster,
    PasteResult,
    Profile,
    Reason,
    profile_for,
)
from qtdesk.core.paste.caret import LEFT
from qtdesk.core.ports import Clip, Pressed, Target, Typed, always
from tests.fakes import (
    FakeClock,
    FakeKeyboard,
    FakePlatform,
    FakeTyping,
    FakeWindow,
)

ORIGINAL = {"UTF8_STRING": b"original", "image/png": b"\x89PNG"}
TIMEOUT_S = 8.0
BEHIND_THE_CURSOR = "behind"
RUNS = 10_000

seconds = st.sampled_from(
    [0.0, 0.001, 0.004, 0.012, 0.03, 0.1, 0.15, 0.21, 0.4, 0.52, 0.9, 1.6, 3.0, 8.5]
)


@dataclass(frozen=True)
class Story:
    """Everything that will happen; times in seconds from the first choice."""

    app: str
    lag: float
    second_read: float | None
    pong: float | None
    obeys: bool
    empty: bool
    readable: bool
    snapshot_lag: float
    tool_reads: bool
    tool_takes: int
    sees_every_read: bool
    sends: bool
    cursor: bool
    events: tuple[tuple[float, str], ...]


stories = st.builds(
    Story,
    app=st.sampled_from(["chat", "chat", "Chromium", "XTerm"]),
    lag=seconds,
    second_read=st.one_of(st.none(), st.sampled_from([0.0, 0.02, 0.15])),
    pong=st.one_of(st.none(), seconds),
    obeys=st.sampled_from([True, True, True, False]),
    empty=st.booleans(),
    readable=st.sampled_from([True, True, True, False]),
    snapshot_lag=st.sampled_from([0.0, 0.01, 0.3]),
    tool_reads=st.booleans(),
    tool_takes=st.sampled_from([0, 0, 0, 1, 2, 9]),
    sees_every_read=st.booleans(),
    sends=st.booleans(),
    cursor=st.booleans(),
    events=st.lists(
        st.tuples(
            seconds,
            st.sampled_from(
                [
                    *("paste", "copy", "own copy", "chat copies", "thief", "strike"),
                    *("title", "close", "hold", "let go", "quit", "copy at press"),
                    "keep open",
                    *("code", "code", "key", "touch"),
                ]
            ),
        ),
        max_size=4,
    ).map(tuple),
)


class WatchedKeyboard(FakeKeyboard):
    """Notes every press that should never have been one."""

    def __init__(self, platform: FakePlatform) -> None:
        super().__init__(
            platform.clock, platform.windows, platform.clipboard, platform.primary
        )
        self.wrong: list[str] = []
        self._platform = platform
        self.pasted: Target | None = None
        """Where the last chord went, until something is sent behind it."""
        self.moved = False
        """Whether the cursor has gone back since."""
        self.read_before = 0
        self.busy_until = self.seen_by = self.touched_at = 0.0

    def press(
        self,
        chord: Combo,
        target: Target,
        offered: Callable[[], bool] = always,
        times: int = 1,
    ) -> Pressed:
        pressed = super().press(chord, target, offered, times)
        if pressed is Pressed.SENT:
            front = self._platform.windows.front()
            if front is None or (front.window, front.title) != (
                target.window,
                target.title,
            ):
                self.wrong.append("window")
            if self.held_keys:
                self.wrong.append("keys")
            if chord == LEFT:
                self._note_cursor(target, times)
                return pressed
            if chord in SEND_KEYS:
                self._note_sending(target)
                return pressed
            self.pasted, self.moved = target, False
            window = self._platform.windows.window_of(target)
            now = self._clock.now()
            self.busy_until = now + (window.pong or 0.0)
            self.seen_by = now
            self.read_before = len(self._platform.windows.window_of(target).received)
            terminal = target.app == "XTerm"
            source = self._platform.primary if terminal else self._platform.clipboard
            if not (source.content.text or "").startswith("phrase"):
                self.wrong.append("text")
            if chord not in {Combo(("ctrl",), "v"), Combo(("shift",), "insert")}:
                self.wrong.append("chord")
        return pressed

    def _note_sending(self, target: Target) -> None:
        """It is once for each chord, behind a reading of the phrase by the target."""
        if self.pasted is None:
            self.wrong.append("sent twice")
        elif self.pasted != target:
            self.wrong.append("sent elsewhere")
        self.pasted = None
        self._note_behind_a_paste(target, "sent")

    def _note_cursor(self, target: Target, times: int) -> None:
        """The same goes for the cursor."""
        if self.pasted is None or self.moved:
            self.wrong.append("cursor moved twice")
        elif self.pasted != target:
            self.wrong.append("cursor moved elsewhere")
        if times != len(BEHIND_THE_CURSOR):
            self.wrong.append("cursor moved too far")
        self.moved = True
        self._note_behind_a_paste(target, "cursor moved")

    def _note_behind_a_paste(self, target: Target, what: str) -> None:
        if self._clock.now() < self.busy_until:
            self.wrong.append(f"{what} in a busy program")
        if self.touched_at > self.seen_by:
            self.wrong.append(f"{what} with what was typed behind it")
        texts = self._platform.windows.window_of(target).received[self.read_before :]
        if not any((text or "").startswith("phrase") for text in texts):
            self.wrong.append(f"{what} unread")


class WatchedTyping(FakeTyping):
    """Notes everything erased that was not the last that was typed."""

    def __init__(self, platform: FakePlatform) -> None:
        super().__init__(platform.windows, platform.keyboard)
        self.wrong: list[str] = []

    def replace(
        self, typed: Typed, chord: Combo | None, offered: Callable[[], bool] = always
    ) -> Pressed:
        last, presses = self._last, len(self._keyboard.presses)
        pressed = super().replace(typed, chord, offered)
        if pressed is Pressed.SENT and typed.stamp[1] != last:
            self.wrong.append("text")
        if (pressed is Pressed.SENT) is not (len(self._keyboard.presses) > presses):
            self.wrong.append("half")
        return pressed


@dataclass
class Run:
    """One story, told to its end."""

    story: Story
    platform: FakePlatform = field(default_factory=FakePlatform)
    results: list[PasteResult] = field(default_factory=list)
    asked: int = 0
    closed: bool = False

    def __post_init__(self) -> None:
        story = self.story
        self.clock: FakeClock = self.platform.clock
        self.keyboard = self.platform.keyboard = WatchedKeyboard(self.platform)
        self.chat = FakeWindow(
            story.app, lag=story.lag, second_read=story.second_read, pong=story.pong
        )
        self.platform.windows.open(self.chat)
        self.platform.windows.obeys = story.obeys
        terminal = story.app == "XTerm"
        self.clipboard = self.platform.primary if terminal else self.platform.clipboard
        self.original = {} if story.empty else ORIGINAL
        self.clipboard.others_copy(dict(self.original), readable=story.readable)
        self.clipboard.snapshot_lag = story.snapshot_lag
        self.clipboard.tool_reads = story.tool_reads
        self.clipboard.tool_takes = story.tool_takes
        self.clipboard.sees_every_read = story.sees_every_read
        self.copies: list[dict[str, bytes]] = []
        self.typing = self.platform.typing = WatchedTyping(self.platform)
        self.typing.start(";", frozenset(), self._on_code, lambda _: None)
        self.paster = Paster(
            self.platform, self.clock, self.results.append, self._profile_of
        )

    def _profile_of(self, app: str) -> Profile:
        return profile_for(app)._replace(
            sends=self.story.sends, cursor=self.story.cursor
        )

    def _clip(self) -> Clip:
        self.asked += 1
        text = f"phrase {self.asked} "
        return Clip(text + BEHIND_THE_CURSOR, cursor=len(text))

    def tell(self) -> "Run":
        self.paste()
        for time, event in self.story.events:
            self.clock.call_later(time, self._event(event))
        self.clock.run_all()
        return self

    def _event(self, name: str) -> Callable[[], object]:
        windows = self.platform.windows
        return {
            "paste": self.paste,
            "copy": lambda: self._copy("user"),
            "chat copies": lambda: self._copy("target"),
            "own copy": self._own_copy,
            "thief": lambda: windows.open(FakeWindow("thief")),
            "strike": self._strike,
            "copy at press": self._copy_at_press,
            "title": lambda: setattr(self.chat, "title", "another buyer"),
            "close": lambda: windows.close(self.chat),
            "quit": self._quit,
            "hold": lambda: self.keyboard.held_keys.add("shift"),
            "let go": self.keyboard.held_keys.clear,
            "keep open": self._keep_open,
            "code": lambda: self.typing.type_code("c"),
            "key": self.typing.type_on,
            "touch": self._touch,
        }[name]

    def paste(self) -> None:
        if self.closed:
            return
        target = self.platform.windows.target_of(self.chat)
        self.paster.prepare(target)
        self.paster.paste(self._clip(), target, "b/p", TIMEOUT_S)
        # The panel has just been hidden: the focus is on its way back.
        if not self.chat.closed:
            self.clock.call_later(0.004, self._focus_returns)

    def _on_code(self, typed: Typed) -> None:
        if not self.closed and self.platform.windows.front_window is self.chat:
            self.paster.replace(typed, self._clip(), "b/p", TIMEOUT_S)

    def _focus_returns(self) -> None:
        if self.story.obeys and not self.chat.closed:
            self.platform.windows.focus(self.chat)

    def _copy(self, owner: str) -> None:
        self.copies.append({"UTF8_STRING": f"copy {len(self.copies)}".encode()})
        self.clipboard.others_copy(self.copies[-1], owner)

    def _own_copy(self) -> None:
        if not self.closed:
            self.paster.copy(self._clip(), "b/p")

    def _touch(self) -> None:
        """The agent types or clicks in the chat."""
        self.chat.touched_at = self.clock.now()
        self.keyboard.touched_at = self.clock.now()

    def _strike(self) -> None:
        def strike() -> None:
            self.platform.windows.open(FakeWindow("thief"))

        self.keyboard.before_press = strike

    def _copy_at_press(self) -> None:
        """The agent copies something in the very moment of the chord."""

        def copy() -> None:
            self.keyboard.before_press = None
            self._copy("user")

        self.keyboard.before_press = copy

    def _keep_open(self) -> None:
        """Some program has the clipboard open for a moment."""
        self.clipboard.accepts = False
        self.clock.call_later(0.15, lambda: setattr(self.clipboard, "accepts", True))

    def _quit(self) -> None:
        self.closed = True
        self.paster.close(lambda: None)


COPIED_WHILE_BUSY = Story(
    app="chat",
    lag=0.0,
    second_read=None,
    pong=None,
    obeys=True,
    empty=False,
    readable=True,
    snapshot_lag=0.01,
    tool_reads=False,
    tool_takes=0,
    sees_every_read=False,
    sends=False,
    cursor=False,
    events=((0.0, "copy"), (0.0, "keep open"), (0.03, "copy")),
)
"""Rare, and once told wrongly: the older of the two copies came back."""


@settings(
    max_examples=RUNS,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(stories)
@example(COPIED_WHILE_BUSY)
def test_nine_promises(story: Story) -> None:
    run = Run(story).tell()
    the_chord_goes_only_to_the_target_in_front(run)
    the_clipboard_ends_as_it_should(run)
    the_target_never_reads_the_old_clipboard(run)
    no_key_is_left_down_and_nothing_else_is_pressed(run)
    every_request_ends_exactly_once(run)
    every_plain_end_is_told(run)
    only_what_was_typed_last_is_erased(run)
    a_message_is_sent_once_or_not_at_all(run)
    the_cursor_goes_back_once_or_not_at_all(run)


def the_chord_goes_only_to_the_target_in_front(run: Run) -> None:
    assert "window" not in run.keyboard.wrong
    assert "text" not in run.keyboard.wrong
    assert all(window is run.chat for _, window in run.keyboard.presses)


def the_clipboard_ends_as_it_should(run: Run) -> None:
    """It is the original, the agent's newer copy, or a phrase that was reported so."""
    content = run.clipboard.content
    if content.formats == run.original or content.formats in run.copies[-1:]:
        return
    told = {Fate.REPLACED, Fate.NOT_SAVED}
    assert content.text is not None
    assert content.text.startswith("phrase")
    assert any(r.fate in told for r in run.results), run.results


def the_target_never_reads_the_old_clipboard(run: Run) -> None:
    """Within the time it has, it reads a phrase or the agent's newer copy."""
    in_time = run.story.lag + (run.story.second_read or 0.0) < TIMEOUT_S
    if not in_time:
        return
    copies = {copy["UTF8_STRING"].decode() for copy in run.copies}
    for text in run.chat.received:
        assert text is not None
        assert text.startswith("phrase") or text in copies


def no_key_is_left_down_and_nothing_else_is_pressed(run: Run) -> None:
    assert "keys" not in run.keyboard.wrong
    assert "chord" not in run.keyboard.wrong
    pasted = [r for r in run.results if r.outcome is not Outcome.COPIED]
    others = {*SEND_KEYS, LEFT}
    chords = [chord for chord, _ in run.keyboard.presses if chord not in others]
    assert len(chords) <= len(pasted)


def every_request_ends_exactly_once(run: Run) -> None:
    if run.closed:
        assert len(run.results) <= run.asked
    else:
        assert len(run.results) == run.asked
    assert not run.paster.busy


def every_plain_end_is_told(run: Run) -> None:
    """Only a confirmed paste, or a copy the agent asked for, passes in silence."""
    for result in run.results:
        if result.quiet and result.outcome is not Outcome.COPIED:
            assert result.outcome is Outcome.PASTED
            assert result.read_ms is not None


def only_what_was_typed_last_is_erased(run: Run) -> None:
    """In the target, together with the chord of its phrase or not at all."""
    assert run.typing.wrong == []
    assert all(window is run.chat for _, window in run.typing.erased)


def a_message_is_sent_once_or_not_at_all(run: Run) -> None:
    """Where the agent chose it, behind a reading, and the result tells."""
    sent = [r for r in run.results if r.sent]
    assert len(run.chat.sent) == len(sent)
    assert [what for what in run.keyboard.wrong if what.startswith("sent")] == []
    assert run.story.sends or not run.chat.sent
    for result in run.results:
        assert not result.sent or result.outcome is Outcome.PASTED
        assert not result.sent or result.unsent is Reason.NONE
        if run.story.sends and result.outcome is Outcome.PASTED:
            assert result.sent or (result.unsent is not Reason.NONE)
            assert result.sent or not result.quiet


def the_cursor_goes_back_once_or_not_at_all(run: Run) -> None:
    """Where the program lets it be done, behind a reading, and never before sending."""
    assert [what for what in run.keyboard.wrong if what.startswith("cursor")] == []
    moved = any(chord == LEFT for chord, _ in run.keyboard.presses)
    assert not moved or (run.story.cursor and not run.story.sends)
