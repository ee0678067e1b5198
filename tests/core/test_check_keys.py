"""The combinations of order checks: as the settings say, all of them or none."""

import pytest

from qtdesk.core.check_keys import CheckKeys
from qtdesk.core.combos import Combo
from qtdesk.core.errors import HotkeyError
from qtdesk.core.events import CheckWanted
from qtdesk.core.key_bindings import KeyBindings
from qtdesk.core.settings import Settings, declarations
from tests.check_world import ORDER, CheckWorld

PANEL = Settings().hotkey


class Keys:
    """The keys of one world's checks, over a system that has some taken."""

    def __init__(self) -> None:
        self.world = CheckWorld()
        self.system = self.world.platform.hotkeys
        bindings = KeyBindings(self.system, lambda: PANEL, lambda: None)
        self.keys = CheckKeys(bindings, Settings(), self.world.checks)

    def move(self, **changes: str) -> None:
        self.keys.move(Settings().with_changes(changes))

    def registered(self) -> set[str]:
        return {str(combo) for combo in self.system.registered}

    def press(self, combo: str) -> None:
        self.system.registered[Combo.parse(combo)]()
        self.world.clock.run_all()


def test_each_does_its_own_and_an_empty_one_is_none() -> None:
    keys = Keys()
    assert keys.registered() == set()
    keys.keys.start()
    assert keys.registered() == {"ctrl+alt+h", "ctrl+alt+o", "ctrl+alt+r", "ctrl+alt+w"}
    keys.press("ctrl+alt+h")
    assert keys.world.wanted == [CheckWanted("CL-01", by_hotkey=True)]
    keys.world.open(ORDER.replace("收货地址", "买家留言：要顺丰\n收货地址"))
    keys.world.checks.answer("V18", "顺丰")
    keys.press("ctrl+alt+r")
    assert str(keys.world.chat.received[0]).startswith("KD 指定顺丰")


def test_one_that_is_taken_stops_no_other() -> None:
    keys = Keys()
    keys.system.taken.add(Combo.parse("ctrl+alt+h"))
    keys.keys.start()
    assert keys.registered() == {"ctrl+alt+o", "ctrl+alt+r", "ctrl+alt+w"}
    assert len(keys.keys.problems) == 1


def test_a_move_takes_the_new_and_gives_the_old_back() -> None:
    keys = Keys()
    keys.keys.start()
    keys.move(check_hotkey="ctrl+alt+g", address_hotkey="ctrl+alt+j")
    others = {"ctrl+alt+o", "ctrl+alt+r", "ctrl+alt+w"}
    assert keys.registered() == {"ctrl+alt+g", "ctrl+alt+j", *others}
    keys.move(check_hotkey="")
    assert keys.registered() == others


def test_one_key_leads_back_to_the_check_at_hand() -> None:
    keys = Keys()
    keys.keys.start()
    checks, again = keys.world.checks, CheckWanted("", by_hotkey=True)
    keys.press("ctrl+alt+o")
    assert keys.world.wanted == [again]
    assert checks.current is None
    keys.world.open(ORDER, "CL-05")
    checks.answer("C05", "refund")
    mine = checks.current
    keys.world.copy("another buyer's words")
    keys.press("ctrl+alt+o")
    checks.open(again, lambda: None)
    keys.world.clock.run_all()
    assert checks.current is mine
    checks.turn_to("")
    checks.current = None
    keys.press("ctrl+alt+o")
    assert checks.current is mine


@pytest.mark.parametrize("taken", ["ctrl+alt+j", PANEL])
def test_a_move_that_fails_changes_nothing(taken: str) -> None:
    keys = Keys()
    keys.keys.start()
    keys.system.taken.add(Combo.parse("ctrl+alt+j"))
    before = keys.registered()
    with pytest.raises(HotkeyError):
        keys.move(check_hotkey="ctrl+alt+g", remark_hotkey=taken)
    assert keys.registered() == before


def test_their_settings_stand_together() -> None:
    names = list(declarations())
    first = names.index("check_hotkey")
    assert names[first : first + 9] == [
        *("check_hotkey", "again_hotkey", "remark_hotkey", "warehouse_hotkey"),
        "address_hotkey",
        *("platform", "courier", "full_phone", "records_personal_days"),
    ]
