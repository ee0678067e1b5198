"""The native side over stand-ins: no name wrongly written, no argument too many."""

import ctypes
import importlib
import sys
from collections.abc import Iterator

import pytest

from qtdesk.platforms.macos.contents import MARKERS, TEXT
from qtdesk.platforms.macos.keycodes import code_of
from qtdesk.platforms.macos.seam import Answer, Mac
from tests.platforms.macos.frameworks import (
    Frameworks,
    Library,
    NSRunningApplication,
    general,
)

_NATIVE = "qtdesk.platforms.macos.native"


@pytest.fixture
def frameworks() -> Frameworks:
    return Frameworks()


@pytest.fixture
def library() -> Library:
    return Library()


@pytest.fixture
def mac(
    frameworks: Frameworks, library: Library, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Mac]:
    for name in [name for name in sys.modules if name.startswith(_NATIVE)]:
        monkeypatch.delitem(sys.modules, name)
    for name, module in frameworks.modules().items():
        monkeypatch.setitem(sys.modules, name, module)
    monkeypatch.setattr(ctypes, "CDLL", lambda _path: library)
    carbon = importlib.import_module(f"{_NATIVE}.carbon")
    monkeypatch.setattr(carbon.Carbon, "constant", lambda _self, name: name)
    yield importlib.import_module(_NATIVE).this_mac()
    for name in [name for name in sys.modules if name.startswith(_NATIVE)]:
        del sys.modules[name]


class Promised:
    def __init__(self) -> None:
        self.asked: list[str] = []
        self.losses = 0

    def provide(self, kind: str) -> bytes:
        self.asked.append(kind)
        return b"promised"

    def lost(self) -> None:
        self.losses += 1


def test_a_promise_is_asked_for_once_and_its_loss_is_told(mac: Mac) -> None:
    first, second = Promised(), Promised()
    count = mac.pasteboard.promise((TEXT,), MARKERS, first)
    assert count == mac.pasteboard.count()
    assert mac.pasteboard.kinds() == [[TEXT, *MARKERS]]
    assert [mac.pasteboard.data(0, TEXT) for _ in range(2)] == [b"promised"] * 2
    assert mac.pasteboard.data(0, MARKERS[0]) == b""
    assert first.asked == [TEXT]
    mac.pasteboard.promise((TEXT,), (), second)
    assert (first.losses, second.losses) == (1, 0)
    mac.pasteboard.put(TEXT, b"kept")
    assert mac.pasteboard.data(0, TEXT) == b"kept"
    assert second.asked == []


def test_a_picture_that_can_be_read_has_the_form_of_older_programs(mac: Mac) -> None:
    assert mac.pasteboard.tiff(b"png") == b"tiff of png"
    assert mac.pasteboard.tiff(b"") == b""


def test_items_are_written_and_read(mac: Mac) -> None:
    count = mac.pasteboard.count()
    items = [{TEXT: b"a", "public.png": b"b"}, {TEXT: b"c"}]
    assert mac.pasteboard.write(items) == count + 1
    assert mac.pasteboard.kinds() == [list(item) for item in items]
    assert mac.pasteboard.data(1, TEXT) == b"c"
    assert mac.pasteboard.data(2, TEXT) is None
    assert not mac.pasteboard.is_empty()
    mac.pasteboard.write([])
    assert mac.pasteboard.kinds() == []
    assert mac.pasteboard.is_empty()


@pytest.mark.parametrize(
    ("behavior", "readable"), [(0, True), (1, False), (2, True), (3, False)]
)
def test_the_setting_for_reading_is_respected(
    mac: Mac, behavior: int, readable: bool
) -> None:
    general.behavior = behavior
    assert mac.pasteboard.readable() is readable


def test_applications_are_told_apart(mac: Mac, frameworks: Frameworks) -> None:
    assert mac.workspace.frontmost() is None
    frameworks.front = chat = NSRunningApplication(5, "com.tencent.xinWeChat", "微信")
    NSRunningApplication(6, None, "bare")
    app = mac.workspace.frontmost()
    assert app is not None
    assert app == (5, 1234.5, "com.tencent.xinWeChat", "微信")
    assert app == mac.workspace.running(5)
    assert mac.workspace.running(6) == (6, 0.0, "bare", "bare")
    assert mac.workspace.running(7) is None
    assert mac.workspace.own_pid() == 77
    mac.workspace.activate(5)
    mac.workspace.activate(7)
    assert frameworks.done[-1] == ("yield", 5)
    assert chat.asked == [("activate from us", 0)]


def test_switches_are_heard_until_the_end(mac: Mac, frameworks: Frameworks) -> None:
    heard: list[int] = []
    mac.workspace.listen(lambda: heard.append(1))
    for block in frameworks.workspace.observers.values():
        block(None)
    assert len(heard) == 4
    mac.workspace.stop()
    assert frameworks.workspace.observers == {}


@pytest.mark.parametrize(
    ("error", "answer"),
    [(-25204, Answer.SILENT), (-25205, Answer.NOTHING), (-25212, Answer.NOTHING)],
)
def test_answers_of_programs_are_understood(
    mac: Mac, frameworks: Frameworks, error: int, answer: Answer
) -> None:
    frameworks.answers["app 5", "AXFocusedWindow"] = (error, None)
    assert mac.accessibility.focused(5, 0.1).answer is answer
    assert frameworks.timeouts == [0.1]
    frameworks.answers["window", "AXRole"] = (-25202, None)
    assert mac.accessibility.look("window", 0.1) is Answer.CLOSED


def test_the_window_with_the_focus_is_found(mac: Mac, frameworks: Frameworks) -> None:
    frameworks.answers["app 5", "AXFocusedWindow"] = (0, "window")
    frameworks.answers["app 5", "AXRole"] = (0, "AXApplication")
    assert mac.accessibility.focused(5, 0.1) == (Answer.GIVEN, "window", "")
    frameworks.answers["window", "AXTitle"] = (0, "张三")
    assert mac.accessibility.focused(5, 0.1) == (Answer.GIVEN, "window", "张三")
    frameworks.answers["window", "AXTitle"] = (-25204, None)
    assert mac.accessibility.focused(5, 0.1).answer is Answer.SILENT
    assert mac.accessibility.answers(5, 8.0)
    mac.accessibility.raise_window("window", 1.0)
    mac.accessibility.make_frontmost(5, 1.0)
    assert frameworks.done[-2:] == [
        ("window", "AXRaise"),
        ("app 5", "AXFrontmost", True),
    ]


def test_trust_is_asked_for_with_the_place(mac: Mac, frameworks: Frameworks) -> None:
    frameworks.trusted = False
    assert not mac.accessibility.trusted()
    mac.accessibility.ask_for_trust()
    prompt, opened = frameworks.done[-2:]
    assert prompt == ("prompt", {"prompt": True})
    assert "Privacy_Accessibility" in opened[1]


def test_keys_are_read_from_the_hardware_and_posted_with_flags(
    mac: Mac, frameworks: Frameworks
) -> None:
    assert mac.events.flags() == 0x100000
    assert mac.events.is_down(36)
    assert not mac.events.is_down(76)
    assert mac.events.secure_input()
    mac.events.post(9, 0x100008, down=True)
    _, tap, event = frameworks.done[-1]
    assert tap == 1
    expected = {"source": "source 0", "code": 9, "down": True, "flags": 0x100008}
    assert event == expected


def test_layouts_are_read(mac: Mac, library: Library) -> None:
    assert mac.sources.text(47, 0x100, latin=False) == "v"
    assert mac.sources.text(9, 0x100, latin=True) == "v"
    assert code_of("v", ("super",), mac.sources) == 47
    library.layout = "Russian"
    assert mac.sources.text(9, 0, latin=False) == "м"
    assert set(library.released) == {21, 22}


def test_a_change_of_layout_is_heard_at_once(mac: Mac, frameworks: Frameworks) -> None:
    heard: list[int] = []
    mac.sources.listen(lambda: heard.append(1))
    [(listener, selector, name)] = frameworks.distributed.listeners
    assert (selector, name) == (b"changed:", "a name")
    listener.changed_(None)
    assert heard == [1]
    mac.sources.stop()
    assert frameworks.distributed.listeners == []


def test_hotkeys_come_by_their_number(mac: Mac, library: Library) -> None:
    pressed: list[int] = []
    mac.hotkeys.listen(pressed.append)
    assert mac.hotkeys.register(3, 49, 0x1800) == 0
    assert mac.hotkeys.register(4, 49, 0x1800) == -9878
    assert library.handler(None, 3, None) == 0
    assert pressed == [3]
    assert mac.hotkeys.of_the_system() == {(49, 6144)}
    mac.hotkeys.unregister(3)
    mac.hotkeys.unregister(3)
    assert library.registered == {}
    mac.hotkeys.register(5, 38, 0x1800)
    mac.hotkeys.stop()
    mac.hotkeys.stop()
    assert library.registered == {}
    assert library.handler is None


def test_a_quiet_panel_activates_nobody_and_takes_no_keys(
    mac: Mac, frameworks: Frameworks
) -> None:
    mac.panels.keep_quiet(4711)
    assert not mac.panels.has_keys(4711)
    assert frameworks.panel.mask == 128


def test_the_panel_takes_the_keys_and_activates_nobody(
    mac: Mac, frameworks: Frameworks
) -> None:
    assert not mac.panels.has_keys(4711)
    for _ in range(2):
        mac.panels.bring_forward(4711)
    assert mac.panels.has_keys(4711)
    panel = frameworks.panel
    assert panel.mask == 128
    assert panel.calls.count("_setPreventsActivation_(True,)") == 1
    assert panel.calls.count("setHidesOnDeactivate_(False,)") == 2
    assert "setCollectionBehavior_(265,)" in panel.calls
    assert panel.calls[-2:] == ["orderFrontRegardless()", "makeKeyWindow()"]
    assert frameworks.done.count(("policy", 1)) == 1


def test_the_setting_for_reading_is_found(mac: Mac, frameworks: Frameworks) -> None:
    mac.pasteboard.open_settings()
    assert "Privacy_Pasteboard" in frameworks.done[-1][1]
