"""What a paste promises, in any story that a Mac can tell.

Hypothesis lets programs switch, hang, close and read too early, lets the agent copy,
and macOS take permissions away, in any order and at any time.
"""

from collections.abc import Callable
from dataclasses import dataclass

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qtdesk.core.combos import Combo
from qtdesk.core.paste import Fate, Outcome, Paster, PasteResult
from qtdesk.core.ports import Clip, Platform, Pressed, Target, always
from qtdesk.platforms.macos import MacOS
from qtdesk.platforms.macos.contents import MARKERS, TEXT
from tests.platforms.macos.fake_mac import FakeMac

PHRASE = "您看可以吗"
ORIGINAL = [{TEXT: b"original", "public.png": b"picture"}]
NEWER = [{TEXT: b"newer"}]
COMMAND_V = Combo(("super",), "v")
RUNS = 600

seconds = st.sampled_from(
    [0.0, 0.001, 0.004, 0.02, 0.03, 0.031, 0.05, 0.1, 0.3, 0.6, 1.1, 2.0, 5.0, 9.0]
)
events = st.sampled_from(
    [
        *("other in front", "chat in front", "other buyer", "same buyer", "chat ends"),
        *("chat hangs", "chat goes on", "hold", "let go", "no trust", "trust"),
        *("secure", "not secure", "copy", "curious reader", "refuse activation"),
    ]
)
stories = st.lists(st.tuples(seconds, events), max_size=6)


@dataclass
class Told:
    presses: int = 0
    wrong: int = 0


def tell(mac: FakeMac, event: str) -> None:  # noqa: C901, PLR0912 - one line for each
    other, chat = mac.everybody
    match event:
        case "other in front":
            mac.switch_to(other)
        case "chat in front" if not chat.ended:
            mac.switch_to(chat)
        case "other buyer":
            chat.windows[-1].title = "李四"
        case "same buyer":
            chat.windows[-1].title = "张三"
        case "chat ends" if not chat.ended:
            mac.end(chat)
        case "chat hangs":
            chat.hung = True
        case "chat goes on":
            chat.hung = False
        case "hold":
            mac.held.add("super")
        case "let go":
            mac.held.discard("super")
        case "no trust":
            mac.trust = False
        case "trust":
            mac.trust = True
        case "secure":
            mac.secure = True
        case "not secure":
            mac.secure = False
        case "copy":
            mac.copy(other, [dict(item) for item in NEWER])
        case "curious reader":
            mac.server.read(0, TEXT)
        case "refuse activation":
            mac.refuses_activation = True


@settings(
    max_examples=RUNS,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=True,
)
@given(story=stories, lag=st.sampled_from([0.0, 0.02, 0.4, 2.5]))
def test_the_promises_hold(story: list[tuple[float, str]], lag: float) -> None:
    mac = FakeMac()
    editor = mac.launch("com.apple.TextEdit", "notes")
    chat = mac.launch("com.tencent.xinWeChat", "张三")
    mac.everybody = (editor, chat)
    chat.lag = lag
    mac.copy(editor, [dict(item) for item in ORIGINAL])
    platform: Platform = MacOS(mac.clock, mac.seam(), mac.aside)
    told = Told()
    press = platform.keyboard.press

    def pressing(
        chord: Combo,
        target: Target,
        offered: Callable[[], bool] = always,
        times: int = 1,
    ) -> Pressed:
        del chord  # that of this system; here it is a Mac's
        pressed = press(COMMAND_V, target, offered, times)
        if pressed is Pressed.SENT:
            told.presses += 1
            right = mac.front is chat and chat.windows[-1].title == "张三"
            told.wrong += not right or bool(mac.held) or not mac.trust or mac.secure
        return pressed

    platform.keyboard.press = pressing  # type: ignore[method-assign]
    results: list[PasteResult] = []
    paster = Paster(platform, mac.clock, results.append)
    target = platform.windows.front()
    paster.prepare(target)
    mac.panel_has_keys = True
    mac.clock.run_until(0.3)
    for at, event in story:
        mac.clock.call_later(at, lambda event=event: tell(mac, event))  # type: ignore[misc]
    mac.clock.call_later(0.03, lambda: setattr(mac, "panel_has_keys", False))
    paster.paste(Clip(PHRASE), target, "book/phrase", 8.0)
    mac.clock.run_until(40.0)

    assert told.wrong == 0
    assert told.presses <= 1
    assert [down for _, _, down in mac.posted] == [True, False] * told.presses
    [result] = results
    assert_the_clipboard_is_right(mac, story, result)
    if result.outcome in {Outcome.COPIED, Outcome.NOTHING}:
        assert told.presses == 0
    # Whoever reads behind the chord is taken for the target: macOS tells no names.
    others = {"curious reader", "copy"} & {event for _, event in story}
    if result.outcome is Outcome.PASTED and not others:
        assert chat.received == [PHRASE.encode()]
    assert mac.blocked_s < 2.0


def assert_the_clipboard_is_right(
    mac: FakeMac, story: list[tuple[float, str]], result: PasteResult
) -> None:
    left = [
        {kind: mac.server.read(n, kind) for kind in item if kind not in MARKERS}
        for n, item in enumerate(mac.server.items)
    ]
    copied = any(event == "copy" for _, event in story)
    if left == ORIGINAL:
        assert result.fate is Fate.RESTORED
    elif left == NEWER:
        assert copied
    else:
        assert left == [{TEXT: PHRASE.encode()}]
        assert result.fate in {Fate.REPLACED, Fate.NOT_SAVED}
        assert not result.quiet
