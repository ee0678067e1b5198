"""The paste doctor: every reason why a paste could not work is named, with a remedy."""

from collections.abc import Callable

import pytest

from qtdesk.core.combos import Combo
from qtdesk.core.doctor import Finding, Verdict, examine, examine_clipboard
from qtdesk.core.paste import Profile
from qtdesk.core.ports import Ability
from qtdesk.core.words import Words, words
from qtdesk.platforms.macos.permission import AccessibilityPermission
from tests.core.test_desk import HOTKEY, Place
from tests.fakes import FakePlatform, FakeWindow
from tests.ui.fake_permission import NotTrusted

TITLE = "买家 小云"


@pytest.fixture
def place() -> Place:
    made = Place()
    made.desk.listening.start_hotkeys()
    return made


def found(place: Place) -> dict[str, Finding]:
    findings = examine(place.desk)
    assert len({finding.name for finding in findings}) == len(findings)
    return {finding.name: finding for finding in findings}


def clipboard(place: Place) -> Finding:
    told: list[Finding] = []
    examine_clipboard(place.desk, told.append)
    place.clock.run_all()
    (finding,) = told
    return finding


def test_a_healthy_desktop_has_no_complaint(place: Place) -> None:
    findings = found(place)
    assert list(findings) == ["hotkey", "paste", "target", "profile", "modifiers"]
    assert {each.verdict for each in findings.values()} == {Verdict.OK}
    assert "chat" in str(findings["target"].what)
    assert (
        str(findings["profile"].what) == "Nothing is known of chat; Ctrl+V is pressed."
    )


def _taken(place: Place) -> None:
    place.platform.hotkeys.taken.add(HOTKEY)
    place.desk.listening.pause(paused=True)
    place.desk.listening.pause(paused=False)


def _pause(place: Place) -> None:
    place.desk.listening.pause(paused=True)


def _hold(place: Place) -> None:
    place.platform.keyboard.held_keys |= {"ctrl", "shift", "enter"}


def _elevate(place: Place) -> None:
    place.platform.keyboard.in_the_way = words("It runs as administrator.")


def _no_keys(place: Place) -> None:
    place.platform.unable = {"paste"}


def _nothing_open(place: Place) -> None:
    place.platform.windows.close(place.chat)


def _never(place: Place) -> None:
    place.desk.profiles.keep(Profile(("chat",), never=True))


def _nameless(place: Place) -> None:
    place.platform.windows.open(FakeWindow(app=""))


@pytest.mark.parametrize(
    ("trouble", "name", "verdict", "said"),
    [
        (_taken, "hotkey", Verdict.WARN, "Another program uses this combination."),
        (_pause, "hotkey", Verdict.WARN, "The hotkeys are paused."),
        (_hold, "modifiers", Verdict.STOP, "Held down right now: Ctrl, Shift."),
        (_elevate, "keys", Verdict.STOP, "It runs as administrator."),
        (_no_keys, "paste", Verdict.STOP, "This desktop allows copying only."),
        (_nothing_open, "target", Verdict.STOP, "No window was in front."),
        (_never, "profile", Verdict.STOP, "qtdesk never pastes into chat."),
        (
            _nameless,
            "target",
            Verdict.WARN,
            "The window in front does not tell its program's name.",
        ),
    ],
)
def test_trouble_is_named_with_what_to_do(
    place: Place,
    trouble: Callable[[Place], None],
    name: str,
    verdict: Verdict,
    said: str,
) -> None:
    trouble(place)
    finding = found(place)[name]
    assert (finding.verdict, str(finding.what)) == (verdict, said)
    assert finding.remedy or name == "hotkey"


def test_enter_alone_is_no_stuck_modifier(place: Place) -> None:
    """It is down for a moment where the doctor was asked by it."""
    place.platform.keyboard.held_keys.add("enter")
    assert found(place)["modifiers"].verdict is Verdict.OK


def test_a_desktop_that_shows_no_windows(place: Place) -> None:
    place.platform.unable = {"target"}
    place.platform.windows.close(place.chat)
    assert found(place)["target"].verdict is Verdict.WARN


def test_a_missing_permission_comes_with_its_first_step(place: Place) -> None:
    place.platform.unable = {"paste"}
    permission = AccessibilityPermission(NotTrusted())
    place.platform.permission = permission
    assert found(place)["paste"].remedy == permission.steps[0]


class Asking(FakePlatform):
    """A desktop that presses keys once it was asked."""

    def ask_for_keys(self, token: str, kept: Callable[[str], None]) -> None:
        """It never answers."""

    def give_keys_back(self) -> None:
        """Nothing was given."""


def test_where_the_desktop_can_be_asked_for_keys_that_is_said(place: Place) -> None:
    place.desk.platform = Asking()
    place.desk.platform.unable = {"paste"}
    assert "settings" in str(found(place)["paste"].remedy)


def test_why_the_clipboard_stays_is_told(place: Place) -> None:
    place.desk.platform = Limited()
    assert found(place)["restore"].verdict is Verdict.WARN


class Limited(FakePlatform):
    @property
    def abilities(self) -> tuple[Ability, ...]:
        no = Ability("restore", able=False, reason=Words("It cannot be read."))
        return (Ability("paste", able=True), no)


def test_a_known_program_and_one_of_the_agent_s(place: Place) -> None:
    place.platform.windows.open(FakeWindow("Pidgin"))
    assert "known programs" in str(found(place)["profile"].what)
    insert = Combo.parse("shift+insert")
    place.desk.profiles.keep(Profile(("pidgin",), chord=insert))
    said = str(found(place)["profile"].what)
    assert said == "For Pidgin you made a profile; Shift+Insert is pressed."


def test_the_last_paste_is_told(place: Place) -> None:
    phrase = place.desk.search.answers("发货", None).chosen.hits[0].phrase
    place.desk.open()
    place.desk.paste(phrase)
    place.clock.run_all()
    assert found(place)["last paste"].verdict is Verdict.OK
    place.desk.open()
    place.chat.title = "another"
    place.desk.paste(phrase)
    place.clock.run_all()
    last = found(place)["last paste"]
    assert last.verdict is Verdict.WARN
    assert str(last.what) == "chat now shows another conversation."
    assert last.remedy


def test_who_reads_before_the_chat_is_told(place: Place) -> None:
    place.platform.clipboard.sees_every_read = False
    place.platform.clipboard.tool_reads = True
    place.platform.clipboard.tool_lag = 0.001
    place.chat.lag = 1.0
    place.desk.open()
    place.desk.paste(place.desk.search.answers("发货", None).chosen.hits[0].phrase)
    place.clock.run_all()
    assert found(place)["history"].remedy


def test_the_clipboard_s_owner_is_asked(place: Place) -> None:
    place.platform.clipboard.others_copy({"UTF8_STRING": b"secret"})
    assert clipboard(place).verdict is Verdict.OK
    place.platform.clipboard.others_copy({"UTF8_STRING": b"x"}, readable=False)
    hung = clipboard(place)
    assert hung.verdict is Verdict.WARN
    assert hung.remedy


def test_the_clipboard_is_left_alone_where_a_password_may_be_on_it(
    place: Place,
) -> None:
    place.platform.windows.open(FakeWindow("KeePassXC"))
    place.platform.clipboard.others_copy({"UTF8_STRING": b"x"}, readable=False)
    assert str(clipboard(place).what) == "The clipboard was not looked at."


def test_nothing_found_tells_a_title(place: Place) -> None:
    assert place.chat.title == TITLE
    assert not any(TITLE in str(each) for each in examine(place.desk))
