"""Whole pastes on a Mac of plain Python, and everything that macOS puts in the way."""

from collections.abc import Callable

import pytest

from qtdesk.core.combos import Combo
from qtdesk.core.paste import Fate, Outcome, Paster, PasteResult, Profile, Reason
from qtdesk.core.ports import (
    Clip,
    Pressed,
    QuietWindows,
    Saved,
    Sight,
    Snapshot,
    Target,
)
from qtdesk.platforms.macos import MacOS
from qtdesk.platforms.macos.contents import MARKERS, TEXT
from tests.platforms.macos.fake_mac import FakeMac, Program, Window

PHRASE = "亲，现货 48 小时内发出～\n您看可以吗"
TIMEOUT_S = 8.0
ON_A_MAC = Profile(("*",), chord=Combo.parse("cmd+v"))
ORIGINAL = [
    {TEXT: "原来的".encode(), "public.html": b"<b>1</b>", "public.png": bytes(999)},
    {"public.file-url": b"file:///a"},
]


class Scene:
    """An agent with a chat in front and something copied, in front of a Mac."""

    def __init__(self) -> None:
        self.mac = FakeMac()
        self.editor = self.mac.launch("com.apple.TextEdit", "notes")
        self.chat = self.mac.launch("com.tencent.xinWeChat", "张三")
        self.chat.app = self.chat.app._replace(name="微信")
        self.mac.copy(self.editor, [dict(item) for item in ORIGINAL])
        self.platform = MacOS(self.mac.clock, self.mac.seam(), self.mac.aside)
        self.results: list[PasteResult] = []
        self.paster = Paster(
            self.platform, self.mac.clock, self.results.append, lambda _app: ON_A_MAC
        )

    def open_panel(self) -> Target | None:
        target = self.platform.windows.front()
        self.paster.prepare(target)
        self.platform.take_focus(1)
        self.at(0.3)
        return target

    def choose(self, target: Target | None, text: str = PHRASE) -> None:
        """The panel hides; macOS gives the keys back a moment later."""
        self.mac.clock.call_later(0.03, self._panel_gone)
        self.paster.paste(Clip(text), target, "book/phrase", TIMEOUT_S)

    def _panel_gone(self) -> None:
        self.mac.panel_has_keys = False

    def paste(self) -> PasteResult:
        self.choose(self.open_panel())
        return self.end()

    def end(self) -> PasteResult:
        self.mac.clock.run_until(self.mac.clock.now() + 15.0)
        assert len(self.results) == 1
        return self.results[0]

    def at(self, seconds: float) -> None:
        self.mac.clock.run_until(self.mac.clock.now() + seconds)

    def on_pasteboard(self) -> list[dict[str, bytes | None]]:
        server = self.mac.server
        return [
            {kind: server.read(number, kind) for kind in item if kind not in MARKERS}
            for number, item in enumerate(server.items)
        ]


@pytest.fixture
def scene() -> Scene:
    return Scene()


def down(scene: Scene) -> list[bool]:
    return [event[2] for event in scene.mac.posted]


# --- what should happen ------------------------------------------------------------


def test_a_phrase_arrives_and_all_items_come_back(scene: Scene) -> None:
    result = scene.paste()
    assert scene.chat.received == [PHRASE.encode()]
    assert result.app == "微信"
    assert scene.on_pasteboard() == ORIGINAL
    assert (result.outcome, result.fate) == (Outcome.PASTED, Fate.RESTORED)
    assert result.quiet
    assert scene.chat.chords == ["super+v"]
    assert down(scene) == [True, False]
    assert scene.mac.blocked_s == 0.0


def test_the_chord_carries_the_left_command_key(scene: Scene) -> None:
    scene.paste()
    assert [flags for _, flags, _ in scene.mac.posted] == [0x100008, 0x100008]


@pytest.mark.parametrize(
    ("layout", "code"),
    [
        ("US", 9),
        ("ABC", 9),
        ("Pinyin", 9),
        ("French", 9),
        ("Russian", 9),
        ("Dvorak", 47),
        ("Dvorak - QWERTY ⌘", 9),
    ],
)
def test_the_chord_is_right_in_every_layout(
    scene: Scene, layout: str, code: int
) -> None:
    scene.mac.choose_layout(layout)
    assert scene.paste().outcome is Outcome.PASTED
    assert [event[0] for event in scene.mac.posted] == [code, code]


@pytest.mark.parametrize("lag", [0.0, 0.3, 0.9, 3.0, 7.8])
def test_a_slow_program_still_reads_the_phrase(scene: Scene, lag: float) -> None:
    scene.chat.lag = lag
    assert scene.paste().outcome is Outcome.PASTED
    assert scene.chat.received == [PHRASE.encode()]
    assert scene.on_pasteboard() == ORIGINAL


def test_history_tools_are_asked_to_pass_over_text_and_return(scene: Scene) -> None:
    seen: list[set[str]] = []
    scene.mac.server.watchers.append(
        lambda: seen.append(set(scene.mac.server.items[0]))
    )
    scene.paste()
    assert len(seen) >= 2
    assert all(set(MARKERS) <= kinds for kinds in seen)
    assert scene.platform.clipboard.keep(Clip("kept"))
    assert set(scene.mac.server.items[0]) == {TEXT}


# --- the pasteboard ----------------------------------------------------------------


def test_a_reading_before_the_chord_hides_no_later_one(scene: Scene) -> None:
    """A curious program reads first; macOS would never ask us again."""
    server = scene.mac.server
    readings: list[bytes | None] = []
    target = scene.open_panel()
    scene.choose(target)
    readings.append(server.read(0, TEXT))
    result = scene.end()
    assert readings == scene.chat.received == [PHRASE.encode()]
    assert (result.outcome, result.fate) == (Outcome.PASTED, Fate.RESTORED)


def test_without_a_new_promise_that_reading_would_be_the_only_one(scene: Scene) -> None:
    log: list[object] = []
    clipboard = scene.platform.clipboard
    assert clipboard.publish(Clip(PHRASE), None, log.append, log.append)
    for _ in range(3):
        assert scene.mac.server.read(0, TEXT) == PHRASE.encode()
    assert len(log) == 1


@pytest.mark.parametrize("after", [0.05, 0.2, 0.9])
def test_a_newer_copy_wins(scene: Scene, after: float) -> None:
    newer = [{TEXT: b"newer"}]
    scene.choose(scene.open_panel())
    scene.at(after)
    scene.mac.copy(scene.editor, newer)
    result = scene.end()
    assert scene.on_pasteboard() == newer
    assert result.fate is Fate.NEWER_COPY


def test_a_copy_while_the_panel_is_open_is_what_comes_back(scene: Scene) -> None:
    target = scene.open_panel()
    newer = [{TEXT: b"newer"}]
    scene.mac.copy(scene.editor, newer)
    scene.choose(target)
    assert scene.end().fate is Fate.RESTORED
    assert scene.on_pasteboard() == newer


def test_a_hung_owner_costs_no_waiting_and_is_told(scene: Scene) -> None:
    scene.editor.hung = True
    result = scene.paste()
    assert scene.chat.received == [PHRASE.encode()]
    assert result.fate is Fate.NOT_SAVED
    assert scene.mac.blocked_s == 0.0
    assert scene.mac.aside.stuck == 1


def test_what_may_not_be_read_is_not_asked_for(scene: Scene) -> None:
    """Since macOS 15.4 the agent may be asked at each reading."""
    scene.mac.server.readable_by_us = False
    result = scene.paste()
    assert result.fate is Fate.NOT_SAVED
    told = {ability.name: ability for ability in scene.platform.abilities}
    assert not told["restore"].able
    assert "Paste from Other Apps" in str(told["restore"].reason)


def test_a_no_to_the_question_of_macos_is_not_taken_for_an_empty_clipboard(
    scene: Scene,
) -> None:
    scene.mac.server.denied = True
    result = scene.paste()
    assert result.fate is Fate.NOT_SAVED
    assert scene.on_pasteboard() == [{TEXT: PHRASE.encode()}]
    permission = scene.platform.permission
    assert permission is not None
    assert not permission.granted


def test_too_large_contents_are_left_out_and_told(scene: Scene) -> None:
    huge = {TEXT: b"text", "public.tiff": bytes(65 * 1024 * 1024)}
    scene.mac.copy(scene.editor, [huge])
    assert scene.paste().fate is Fate.PARTLY
    assert scene.on_pasteboard() == [{TEXT: b"text"}]


def test_a_promise_outlives_us(scene: Scene) -> None:
    scene.platform.clipboard.publish(Clip(PHRASE), None, lambda _: None, lambda _: None)
    done: list[int] = []
    scene.platform.hand_over(lambda: done.append(1))
    scene.platform.close()
    assert done == [1]
    assert scene.mac.server.items[0][TEXT] == PHRASE.encode()


def test_closing_in_the_midst_of_saving_is_harmless(scene: Scene) -> None:
    taken: list[Snapshot] = []
    scene.editor.hung = True
    scene.platform.clipboard.snapshot(taken.append)
    scene.platform.close()
    scene.at(3.0)
    assert [snapshot.saved for snapshot in taken] == [Saved.UNREADABLE]


# --- the chord ---------------------------------------------------------------------


def deny(scene: Scene) -> None:
    scene.mac.trust = False


def secure(scene: Scene) -> None:
    scene.mac.secure = True


def other_buyer(scene: Scene) -> None:
    assert scene.chat.window is not None
    scene.chat.window.title = "李四"


def quit_chat(scene: Scene) -> None:
    scene.mac.end(scene.chat)


def lock_screen(scene: Scene) -> None:
    scene.mac.launch("com.apple.loginwindow")
    scene.mac.locked = True


def hold_command(scene: Scene) -> None:
    scene.mac.held.add("super")


def freeze(scene: Scene) -> None:
    scene.chat.hung = True


def hide_behind(scene: Scene) -> None:
    """Macos refuses to activate; only Accessibility could, and the program hangs."""
    scene.mac.refuses_activation = True
    scene.chat.hung = True
    scene.mac.switch_to(scene.editor)


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (deny, Reason.UNABLE),
        (secure, Reason.UNABLE),
        (other_buyer, Reason.OTHER_CONVERSATION),
        (quit_chat, Reason.TARGET_GONE),
        (lock_screen, Reason.NOT_FRONT),
        (hold_command, Reason.KEYS_HELD),
        (freeze, Reason.SILENT),
        (hide_behind, Reason.FOCUS_STOLEN),
    ],
)
def test_on_any_doubt_nothing_is_pressed_and_the_text_is_copied(
    scene: Scene, fault: Callable[[Scene], None], reason: Reason
) -> None:
    target = scene.open_panel()
    scene.choose(target)
    fault(scene)
    result = scene.end()
    assert (result.outcome, result.reason) == (Outcome.COPIED, reason)
    assert scene.mac.posted == []
    assert scene.mac.blocked_s <= 0.21
    assert scene.on_pasteboard() == [{TEXT: PHRASE.encode()}]
    assert scene.paster.bring_back()
    assert scene.on_pasteboard() == ORIGINAL


def test_another_program_in_front_is_not_fought(scene: Scene) -> None:
    target = scene.open_panel()
    other = scene.mac.launch("com.apple.Safari", "page")
    scene.mac.refuses_activation = True
    scene.choose(target)
    result = scene.end()
    assert result.reason is Reason.FOCUS_STOLEN
    assert other.chords == scene.chat.chords == []


def test_accessibility_brings_back_what_activation_refuses(scene: Scene) -> None:
    scene.mac.refuses_activation = True
    target = scene.platform.windows.front()
    assert target is not None
    scene.mac.switch_to(scene.editor)
    scene.platform.windows.bring_to_front(target, 0)
    scene.at(0.2)
    assert scene.mac.front is scene.editor
    scene.platform.windows.bring_to_front(target, 2)
    scene.at(0.2)
    assert scene.mac.front is scene.chat


def test_the_other_window_of_the_same_program_gets_nothing(scene: Scene) -> None:
    """Two shops, and the same buyer in both."""
    [window] = scene.chat.windows
    got: list[object] = []
    scene.mac.before_post = lambda: got.append(scene.chat.window)
    target = scene.open_panel()
    scene.chat.windows.append(Window("张三"))
    scene.choose(target)
    assert scene.end().outcome is Outcome.PASTED
    assert got == [window, window]


def test_a_window_is_told_from_another_with_its_title(scene: Scene) -> None:
    target = scene.platform.windows.front()
    assert target is not None
    scene.chat.windows.append(Window("张三"))
    assert scene.platform.windows.sight(target) is Sight.BEHIND
    pressed = scene.platform.keyboard.press(Combo.parse("cmd+v"), target)
    assert pressed is Pressed.NOT_FRONT
    scene.chat.windows.pop(0).closed = True
    assert scene.platform.windows.sight(target) is Sight.GONE


def test_a_program_that_hangs_at_the_chord_gets_its_time(scene: Scene) -> None:
    scene.mac.before_post = lambda: freeze(scene)
    scene.mac.clock.call_later(4.0, lambda: setattr(scene.chat, "hung", False))
    result = scene.paste()
    assert result.outcome is Outcome.PASTED
    assert scene.chat.received == [PHRASE.encode()]
    assert scene.mac.blocked_s == 0.0


def test_a_hung_program_holds_up_the_panel_once_at_most(scene: Scene) -> None:
    freeze(scene)
    begun = scene.mac.blocked_s
    for _ in range(50):
        scene.platform.windows.front()
        scene.at(0.01)
    assert scene.mac.blocked_s - begun <= 0.1 + 1e-9


def test_the_key_comes_up_also_when_we_end_at_once(scene: Scene) -> None:
    target = scene.platform.windows.front()
    assert target is not None
    scene.platform.keyboard.press(Combo.parse("cmd+v"), target)
    assert down(scene) == [True]
    scene.platform.close()
    assert down(scene) == [True, False]
    scene.at(1.0)
    assert down(scene) == [True, False]


def test_a_key_without_trust_would_vanish_and_is_not_tried(scene: Scene) -> None:
    deny(scene)
    result = scene.paste()
    assert result.reason is Reason.UNABLE
    assert scene.mac.posted == []
    told = {ability.name: ability for ability in scene.platform.abilities}
    assert "Accessibility" in str(told["paste"].reason)
    scene.mac.trust = True
    told = {ability.name: ability for ability in scene.platform.abilities}
    assert told["paste"].able


def program(scene: Scene, bundle: str, *titles: str) -> Program:
    return scene.mac.launch(bundle, *titles)


def test_the_desktop_and_parts_of_it_are_no_target(scene: Scene) -> None:
    windows = scene.platform.windows
    for bundle in ("com.apple.finder", "com.apple.dock", "com.apple.loginwindow"):
        program(scene, bundle)
        assert windows.front() is None
        recent = windows.recent()
        assert recent is not None
        assert recent.app == "com.tencent.xinWeChat"
    program(scene, "com.apple.finder", "Downloads")
    assert windows.front() is not None
    scene.mac.switch_to(None)
    assert windows.front() is None


def test_a_process_number_used_again_is_another_program(scene: Scene) -> None:
    target = scene.platform.windows.front()
    assert target is not None
    scene.chat.app = scene.chat.app._replace(launched=9999.0)
    assert scene.platform.windows.sight(target).name == "GONE"


def test_permissions_are_asked_for_one_after_the_other(scene: Scene) -> None:
    deny(scene)
    scene.mac.server.readable_by_us = False
    first = scene.platform.permission
    assert first is not None
    assert "paste" in str(first.title)
    scene.mac.trust = True
    second = scene.platform.permission
    assert second is not None
    assert not second.granted
    assert "save the clipboard" in str(second.title)
    second.ask()
    assert scene.mac.prompts == 1
    scene.mac.server.readable_by_us = True
    assert second.granted
    none_missing = scene.platform.permission
    assert none_missing is not None
    assert none_missing.granted


def test_changing_programs_asks_them_nothing(scene: Scene) -> None:
    """Titles are looked at when they are wanted, and of no other program."""
    freeze(scene)
    for _ in range(5):
        scene.mac.switch_to(scene.editor)
        scene.mac.switch_to(scene.chat)
    assert scene.mac.blocked_s == 0.0


def test_what_is_in_front_is_not_activated_again(scene: Scene) -> None:
    target = scene.platform.windows.front()
    assert target is not None
    scene.mac.panel_has_keys = True
    asked: list[int] = []
    scene.mac.on_activation = asked.append
    scene.platform.windows.bring_to_front(target, 0)
    assert asked == []
    scene.mac.switch_to(scene.editor)
    scene.platform.windows.bring_to_front(target, 0)
    assert asked == [target.pid]


def test_the_panel_has_the_keys_at_once_and_the_chat_stays_in_front(
    scene: Scene,
) -> None:
    assert not scene.platform.has_focus(1)
    scene.platform.take_focus(1)
    assert scene.platform.has_focus(1)
    assert not scene.platform.has_focus(2)
    assert scene.mac.front is scene.chat


def test_a_window_may_be_told_to_leave_the_front_alone(scene: Scene) -> None:
    assert isinstance(scene.platform, QuietWindows)
    scene.platform.keep_quiet(3)
    assert scene.mac.quiet_panels == [3]
    assert not scene.platform.has_focus(3)


def test_a_picture_is_made_for_old_programs_only_when_one_asks(scene: Scene) -> None:
    log: list[object] = []
    clipboard = scene.platform.clipboard
    assert clipboard.publish(Clip(picture=b"png"), None, log.append, log.append)
    assert scene.mac.server.read(0, "public.png") == b"png"
    assert scene.mac.server.read(0, "public.tiff") == b"tiff:png"
    assert scene.mac.server.read(0, TEXT) is None
    assert len(log) == 2


def test_all_forms_outlive_us(scene: Scene) -> None:
    clipboard = scene.platform.clipboard
    clipboard.publish(Clip("您好", "<b>您好</b>"), None, lambda _: None, lambda _: None)
    done: list[int] = []
    scene.platform.hand_over(lambda: done.append(1))
    scene.platform.close()
    html = scene.mac.server.read(0, "public.html") or b""
    assert html.endswith("<b>您好</b>".encode())
    assert scene.mac.server.read(0, TEXT) == "您好".encode()
