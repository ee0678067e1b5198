import pytest

from qtdesk.core.combos import Combo
from qtdesk.core.errors import HotkeyError
from qtdesk.platforms.macos import MacOS
from qtdesk.platforms.macos.hotkeys import MacHotkeys
from qtdesk.platforms.macos.keycodes import code_of
from tests.platforms.macos.fake_mac import FakeMac
from tests.platforms.macos.layouts import LAYOUTS, code_of_key

CONTROL_OPTION = 0x1000 | 0x0800


@pytest.fixture
def mac() -> FakeMac:
    return FakeMac()


@pytest.fixture
def hotkeys(mac: FakeMac) -> MacHotkeys:
    hotkeys = MacOS(mac.clock, mac.seam(), mac.aside).hotkeys
    assert isinstance(hotkeys, MacHotkeys)
    return hotkeys


def test_a_hotkey_follows_the_layout(mac: FakeMac, hotkeys: MacHotkeys) -> None:
    presses: list[int] = []
    hotkeys.register(Combo.parse("ctrl+alt+j"), lambda: presses.append(1))
    assert list(mac.registered.values()) == [(38, CONTROL_OPTION)]
    for layout in LAYOUTS:
        mac.choose_layout(layout)
        mac.tap("ctrl+alt+j")
    assert len(presses) == len(LAYOUTS)
    mac.choose_layout("Dvorak")
    assert list(mac.registered.values()) == [(8, CONTROL_OPTION)]


def test_a_layout_whose_place_is_taken_gives_the_hotkey_back_later(
    mac: FakeMac, hotkeys: MacHotkeys
) -> None:
    presses: list[int] = []
    combo = Combo.parse("ctrl+alt+j")
    hotkeys.register(combo, lambda: presses.append(1))
    mac.exclusive.add((8, CONTROL_OPTION))
    mac.choose_layout("Dvorak")
    assert mac.registered == {}
    mac.choose_layout("US")
    mac.tap("ctrl+alt+j")
    assert presses == [1]
    mac.choose_layout("Dvorak")
    hotkeys.unregister(combo)
    mac.choose_layout("US")
    assert mac.registered == {}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("key", ["a", "q", "z", "v", "1", "0", "comma", "space", "f5"])
def test_every_layout_has_a_key_for_a_name(mac: FakeMac, layout: str, key: str) -> None:
    mac.layout = layout
    code = code_of(key, (), mac.seam().sources)
    assert code is not None
    sign = LAYOUTS[layout].text(code, 0)
    latin = any(letter in LAYOUTS[layout].plain for letter in "aqzv")
    if len(key) == 1 and key.isalpha() and latin:
        assert sign == key


def test_a_key_without_its_own_place_lies_where_americans_have_it(mac: FakeMac) -> None:
    mac.layout = "French"
    assert code_of("1", (), mac.seam().sources) == code_of_key("1", "US")


def test_an_unknown_key_is_refused_in_words(hotkeys: MacHotkeys) -> None:
    with pytest.raises(HotkeyError, match="no key for"):
        hotkeys.register(Combo.parse("ctrl+f24"), lambda: None)


def test_a_shortcut_of_macos_is_refused_in_words(
    mac: FakeMac, hotkeys: MacHotkeys
) -> None:
    """⌃⌥Space chooses the next input source wherever there are two of them."""
    mac.system_shortcuts.add((49, CONTROL_OPTION))
    with pytest.raises(HotkeyError, match="shortcut of macOS itself"):
        hotkeys.register(Combo.parse("ctrl+alt+space"), lambda: None)
    assert mac.registered == {}


@pytest.mark.parametrize("combo", ["alt+space", "alt+shift+j", "f5"])
def test_what_macos_15_rejects_is_refused_in_words(
    hotkeys: MacHotkeys, combo: str
) -> None:
    with pytest.raises(HotkeyError, match="Add Control or Command"):
        hotkeys.register(Combo.parse(combo), lambda: None)


def test_any_other_refusal_is_told_with_its_number(
    mac: FakeMac, monkeypatch: pytest.MonkeyPatch
) -> None:
    seam = mac.seam()
    monkeypatch.setattr(seam.hotkeys, "register", lambda *_: -50)
    hotkeys = MacHotkeys(seam.hotkeys, seam.sources)
    with pytest.raises(HotkeyError, match="-50"):
        hotkeys.register(Combo.parse("cmd+j"), lambda: None)
