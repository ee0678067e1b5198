"""Hotkeys and messages over a real bus, with a portal of ours at its other end."""

import os
import select
from collections.abc import Iterator

import pytest

from qtdesk import APP_ID
from qtdesk.core.combos import Combo
from qtdesk.core.errors import HotkeyError
from qtdesk.core.panel_hotkey import PanelHotkey
from qtdesk.core.ports import (
    Ability,
    AssignedHotkeys,
    Assignment,
    Lent,
    Notices,
    Pressed,
    Sight,
    Target,
)
from qtdesk.platforms.null import NullClipboard
from qtdesk.platforms.wayland import Wayland
from tests.desktop.conftest import need
from tests.portal_world import (
    REMOTE,
    SHORTCUTS,
    FakeNotifications,
    FakePortal,
    Service,
    run,
)
from tests.real_clock import RealClock
from tests.session_bus import SessionBus

COMBO = Combo.parse("ctrl+alt+space")
NAME = "quick_panel_ctrl_alt_space"


class World:
    """A Wayland backend and whatever else is on its bus."""

    def __init__(self, bus: SessionBus, *services: Service) -> None:
        self.clock = RealClock()
        self.bus = bus
        self.services = list(services)
        self.platform = Wayland(self.clock, None, bus.address)
        hotkeys = self.platform.hotkeys
        assert isinstance(hotkeys, AssignedHotkeys)
        self.hotkeys = hotkeys
        self.told: list[Assignment] = []
        self.presses = 0
        hotkeys.watch(lambda _combo, assignment: self.told.append(assignment))

    def run(self, until: object, seconds: float = 10.0) -> bool:
        assert callable(until)
        parts = (self.platform, *self.services)
        return run(until, *parts, clock=self.clock, seconds=seconds)

    def for_a_while(self) -> None:
        self.run(lambda: False, 0.2)

    def press(self) -> None:
        self.presses += 1

    def register(self, combo: Combo = COMBO) -> Assignment:
        """Ask for `combo`; gives the desktop's answer."""
        known = len(self.told)
        self.hotkeys.register(combo, self.press)
        assert self.run(lambda: len(self.told) > known)
        return self.told[-1]

    def close(self) -> None:
        self.platform.close()
        for service in self.services:
            service.stop()


@pytest.fixture
def bus() -> Iterator[SessionBus]:
    need("dbus-daemon")
    with SessionBus() as started:
        yield started


@pytest.fixture
def portal(bus: SessionBus) -> FakePortal:
    return FakePortal(bus.address)


@pytest.fixture
def world(bus: SessionBus, portal: FakePortal) -> Iterator[World]:
    made = World(bus, portal)
    yield made
    made.close()


def test_the_wish_and_what_the_desktop_made_of_it(
    world: World, portal: FakePortal
) -> None:
    assert world.register() == Assignment("Press CTRL+ALT+space")
    assert portal.wishes == [{NAME: "CTRL+ALT+space"}]
    assert portal.registered == [APP_ID]


def test_each_press_is_told_once(world: World, portal: FakePortal) -> None:
    world.register()
    for count in (1, 2, 3):
        portal.press(NAME)
        assert world.run(lambda count=count: world.presses == count)
    world.for_a_while()
    assert world.presses == 3


def test_the_right_to_the_front_comes_with_the_press(
    world: World, portal: FakePortal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_ACTIVATION_TOKEN", raising=False)
    world.register()
    portal.press(NAME, token="wayland-7")  # noqa: S106 - no secret
    assert world.run(lambda: world.presses)
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "wayland-7"  # noqa: S105 - as above
    monkeypatch.delenv("XDG_ACTIVATION_TOKEN")


def test_other_keys_than_wished(world: World, portal: FakePortal) -> None:
    portal.assigns[NAME] = "Meta+Space"
    assert world.register().trigger == "Meta+Space"
    portal.reassign(NAME, "Meta+F1")
    assert world.run(lambda: world.told[-1].trigger == "Meta+F1")


def test_a_desktop_that_names_no_keys(world: World, portal: FakePortal) -> None:
    portal.assigns[NAME] = ""
    assert world.register() == Assignment("")


def test_no_keys_assigned(world: World, portal: FakePortal) -> None:
    portal.assigns[NAME] = None
    problem = world.register().problem
    assert problem is not None
    assert "assigned no keys" in str(problem)
    assert "qtdesk-cli show" in str(problem.hint)


@pytest.mark.parametrize(("code", "said"), [(1, "denied"), (2, "refused")])
def test_not_granted(world: World, portal: FakePortal, code: int, said: str) -> None:
    portal.code = code
    assert said in str(world.register().problem)
    world.for_a_while()
    assert portal.sessions == {}


def test_a_dialog_may_take_its_time(world: World, portal: FakePortal) -> None:
    portal.dialog = True
    world.hotkeys.register(COMBO, world.press)
    assert world.run(lambda: portal.wishes)
    world.for_a_while()
    assert world.told == []
    portal.decide(0)
    assert world.run(lambda: world.told)
    assert world.told[-1].problem is None


def test_another_combination_while_the_dialog_is_open(
    world: World, portal: FakePortal
) -> None:
    portal.dialog = True
    world.hotkeys.register(COMBO, world.press)
    assert world.run(lambda: portal.wishes)
    portal.dialog = False
    world.hotkeys.register(Combo.parse("super+j"), world.press)
    world.hotkeys.unregister(COMBO)
    assert world.run(lambda: world.told)
    assert world.told == [Assignment("Press LOGO+j")]
    portal.decide(0)
    world.for_a_while()
    assert world.told == [Assignment("Press LOGO+j")]
    assert list(portal.sessions.values()) == [{"quick_panel_super_j": "Press LOGO+j"}]


def test_given_back(world: World, portal: FakePortal) -> None:
    world.register()
    world.hotkeys.unregister(COMBO)
    world.hotkeys.unregister(COMBO)
    assert world.run(lambda: not portal.sessions)
    portal.press(NAME)
    world.for_a_while()
    assert world.presses == 0


def test_taken_away_by_the_desktop(world: World, portal: FakePortal) -> None:
    world.register()
    portal.take_away()
    assert world.run(lambda: world.told[-1].problem)
    assert "took the keys away" in str(world.told[-1].problem)


def test_a_portal_that_is_started_anew(world: World, portal: FakePortal) -> None:
    world.register()
    world.services.remove(portal)
    portal.stop()
    world.for_a_while()
    again = FakePortal(world.bus.address)
    world.services.append(again)
    assert world.run(lambda: again.wishes)
    assert again.registered == [APP_ID]
    again_told = len(world.told)
    assert world.run(lambda: again.sessions and len(world.told) >= again_told)
    again.press(NAME)
    assert world.run(lambda: world.presses == 1)


def test_a_portal_that_comes_late(bus: SessionBus) -> None:
    world = World(bus)
    assert world.run(lambda: not world.platform.abilities[0].pending)
    assert not world.platform.abilities[0].able
    portal = FakePortal(bus.address)
    world.services.append(portal)
    assert world.run(lambda: world.platform.abilities[0].able)
    assert world.register().problem is None
    world.close()


def test_a_portal_without_the_interface(bus: SessionBus) -> None:
    portal = FakePortal(bus.address, versions={})
    world = World(bus, portal)
    problem = world.register().problem
    assert "gives programs no key combinations" in str(problem)
    with pytest.raises(HotkeyError, match="cannot be registered"):
        world.hotkeys.register(COMBO, world.press)
    ability = world.platform.abilities[0]
    assert (ability.able, ability.pending) == (False, False)
    assert "qtdesk-cli show" in str(ability.reason)
    world.close()


@pytest.mark.parametrize("in_menu", [True, False])
def test_a_portal_that_wants_a_name(bus: SessionBus, in_menu: bool) -> None:
    portal = FakePortal(bus.address)
    portal.needs_registration, portal.in_menu = True, in_menu
    world = World(bus, portal)
    problem = world.register().problem
    assert (problem is None) is in_menu
    if problem is not None:
        assert "programs in its menu" in str(problem)
        assert "settings set in_menu on" in str(problem.hint)
    world.close()


def test_a_stranger_cannot_press(world: World, portal: FakePortal) -> None:
    world.register()
    stranger = FakePortal(world.bus.address)  # too late for the name
    stranger.sessions = dict(portal.sessions)
    stranger.press(NAME)
    world.for_a_while()
    assert world.presses == 0
    stranger.stop()


def test_a_bus_that_dies_leaves_quiet(world: World, portal: FakePortal) -> None:
    world.register()
    number = world.platform.fileno()
    world.bus.stop()
    world.services.clear()
    portal.stop()
    assert number is not None
    assert world.run(lambda: world.platform._bus is None or world.platform._bus.lost)
    # Whoever watches the number must not find it readable for ever.
    assert world.platform.fileno() == number
    assert select.select([number], [], [], 0.1)[0] == []
    world.hotkeys.unregister(COMBO)
    world.for_a_while()


def test_no_bus_at_all() -> None:
    platform = Wayland(RealClock(), None, "")
    assert platform.fileno() is None
    assert "no session bus" in str(platform.abilities[0].reason)
    with pytest.raises(HotkeyError, match="no session bus"):
        platform.hotkeys.register(COMBO, lambda: None)
    platform.notify("Copied.", "", None)
    platform.close()


def test_a_bus_that_cannot_be_reached() -> None:
    platform = Wayland(RealClock(), None, "unix:path=/nowhere")
    assert "cannot be reached" in str(platform.abilities[0].reason)
    platform.close()


def test_messages_take_each_other_s_place(bus: SessionBus) -> None:
    service = FakeNotifications(bus.address)
    world = World(bus, service)
    assert isinstance(world.platform, Notices)
    clicks: list[int] = []
    world.platform.notify("Copied.", "Press Ctrl+V <now>.", None)
    assert world.run(lambda: service.shown)
    world.for_a_while()
    world.platform.notify("A book", "is ready", lambda: clicks.append(1))
    assert world.run(lambda: len(service.shown) == 2)
    assert service.shown == [
        (0, "Copied.", "Press Ctrl+V &lt;now&gt;."),
        (7, "A book", "is ready"),
    ]
    service.click()
    assert world.run(lambda: clicks)
    world.close()


def test_the_panel_s_hotkey_follows_the_desktop(
    world: World, portal: FakePortal
) -> None:
    panel = PanelHotkey(world.hotkeys, "ctrl+alt+space", world.press, lambda _: None)
    panel.start()
    assert (panel.state.active, panel.state.problem) == (False, None)
    assert world.run(lambda: panel.state.active)
    assert panel.state.trigger == "Press CTRL+ALT+space"
    panel.move("super+j")
    assert world.run(lambda: panel.state.active)
    assert panel.state.trigger == "Press LOGO+j"
    panel.pause()
    assert world.run(lambda: not portal.sessions)
    assert panel.state.paused


# --- keys, where the person allows them ----------------------------------------------

CTRL_V = Combo.parse("ctrl+v")
CHORD = [(0xFFE3, 1), (0x76, 1), (0x76, 0), (0xFFE3, 0)]


class Remote(World):
    """A backend on a desktop that may let it press keys."""

    def __init__(self, bus: SessionBus, version: int = 2) -> None:
        self.portal = FakePortal(bus.address, {SHORTCUTS: 1, REMOTE: version})
        self.held: frozenset[str] = frozenset()
        self.tokens: list[str] = []
        super().__init__(bus, self.portal)
        self.platform.close()
        lent = Lent(NullClipboard(lambda _: True), lambda: self.held)
        self.platform = Wayland(self.clock, lent, bus.address)

    def ability(self, name: str) -> Ability:
        return next(a for a in self.platform.abilities if a.name == name)

    def ask(self, token: str = "") -> bool:
        self.platform.ask_for_keys(token, self.tokens.append)
        return self.run(lambda: self.ability("paste").able, 1.0)

    def target(self) -> Target:
        target = self.platform.windows.front()
        assert target is not None
        assert target.unseen
        return target

    def leave(self) -> None:
        """The panel was open, and hides."""
        self.platform.take_focus(1)
        self.platform.windows.bring_to_front(self.target(), 0)


@pytest.fixture
def remote(bus: SessionBus) -> Iterator[Remote]:
    made = Remote(bus)
    yield made
    made.close()


def test_no_key_is_pressed_for_who_did_not_ask(remote: Remote) -> None:
    assert remote.run(lambda: remote.ability("ask_for_keys").able)
    remote.for_a_while()
    assert not remote.ability("paste").able
    assert remote.portal.asked_devices == []
    assert remote.platform.windows.front() is None


def test_the_chord_after_the_panel_has_gone(remote: Remote) -> None:
    assert remote.ask()
    remote.leave()
    windows, keyboard = remote.platform.windows, remote.platform.keyboard
    target = remote.target()
    assert windows.sight(target) is Sight.BEHIND
    assert keyboard.press(CTRL_V, target) is Pressed.NOT_FRONT
    began = remote.clock.now()
    assert remote.run(lambda: windows.sight(target) is Sight.FRONT)
    assert remote.clock.now() - began >= 0.14
    assert keyboard.press(Combo.parse("ctrl+x"), target) is Pressed.REFUSED
    assert keyboard.press(CTRL_V, target) is Pressed.SENT
    assert remote.run(lambda: len(remote.portal.keys) == 4)
    assert remote.portal.keys == CHORD
    # The panel of the next paste has the focus again.
    remote.platform.take_focus(1)
    assert windows.sight(target) is Sight.BEHIND


def test_a_held_key_forbids_the_chord(remote: Remote) -> None:
    assert remote.ask()
    remote.held = frozenset({"alt"})
    remote.leave()
    target = remote.target()
    assert remote.run(lambda: remote.platform.windows.sight(target) is Sight.FRONT)
    assert remote.platform.keyboard.held() == {"alt"}
    assert remote.platform.keyboard.press(CTRL_V, target) is Pressed.KEYS_HELD
    remote.held = frozenset()
    remote.leave()
    assert remote.platform.keyboard.held() == frozenset()
    remote.for_a_while()
    assert remote.portal.keys == []


def test_the_answer_is_remembered(remote: Remote) -> None:
    assert remote.ask("restore-0")
    asked = remote.portal.asked_devices[-1]
    assert (asked["types"], asked["persist_mode"]) == (1, 2)
    assert asked["restore_token"] == "restore-0"  # noqa: S105 - not one of ours
    assert remote.tokens == ["restore-1"]


def test_an_older_portal_cannot_remember(bus: SessionBus) -> None:
    remote = Remote(bus, version=1)
    assert remote.ask("restore-0")
    assert set(remote.portal.asked_devices[-1]) == {"handle_token", "types"}
    assert remote.tokens == []
    remote.close()


@pytest.mark.parametrize("devices", [0, 2])
def test_a_person_who_allows_no_keyboard(remote: Remote, devices: int) -> None:
    remote.portal.devices = devices
    assert not remote.ask()
    assert remote.platform.windows.front() is None


def test_a_person_who_says_no(remote: Remote) -> None:
    remote.portal.code = 1
    assert not remote.ask()


def test_given_back_or_taken_away(remote: Remote) -> None:
    assert remote.ask()
    target = remote.target()
    remote.portal.take_away()
    assert remote.run(lambda: not remote.ability("paste").able)
    assert remote.platform.windows.sight(target) is Sight.GONE
    assert remote.ask()
    remote.platform.give_keys_back()
    assert not remote.ability("paste").able
    assert remote.run(lambda: not remote.portal.sessions)


def test_a_portal_without_remote_keys(world: World) -> None:
    assert world.run(lambda: not world.platform.abilities[1].pending)
    ability = world.platform.abilities[1]
    assert (ability.name, ability.able) == ("ask_for_keys", False)
    assert str(ability.reason)
    world.platform.ask_for_keys("", lambda _: None)
    world.for_a_while()
    assert world.platform.windows.front() is None


def test_a_portal_that_comes_after_the_wish_for_keys(bus: SessionBus) -> None:
    """Its name must come first, or it would not be taken."""
    world = World(bus)
    world.platform.ask_for_keys("", lambda _: None)
    world.for_a_while()
    portal = FakePortal(bus.address, {SHORTCUTS: 1, REMOTE: 2})
    world.services.append(portal)
    assert world.run(world.platform.windows.front)
    assert portal.registered == [APP_ID]
    world.close()
