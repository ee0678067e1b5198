"""Where the cursor goes behind a paste, and when it stays where it is."""

import pytest

from qtdesk.core.combos import Combo
from qtdesk.core.paste import Outcome, Paster, PasteResult, Profile
from qtdesk.core.paste.caret import LEFT, MOST_STEPS, clusters, steps_back
from qtdesk.core.ports import Clip, Reader
from tests.fakes import FakePlatform, FakeWindow


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("", 0),
        ("您好", 2),
        ("a\nb", 3),
        ("a\r\nb", 3),
        ("é", 1),
        ("e\u0301a", 2),
        ("😀您", 2),
        ("👍🏽", 1),
        ("❤\ufe0f!", 2),
        ("👨\u200d👩\u200d👧", 1),
        ("🇨🇳🇺🇸", 2),
        ("🇨🇳🇺", 2),
        ("1\ufe0f\u20e3", 1),
    ],
)
def test_what_people_see_as_one_sign_is_one_step(text: str, signs: int) -> None:
    assert clusters(text) == signs


@pytest.mark.parametrize(
    ("clip", "steps"),
    [
        (Clip("您好"), 0),
        (Clip("您好", cursor=2), 0),
        (Clip("您好", cursor=1), 1),
        (Clip("您好", cursor=0), 2),
        (Clip("您好", "<b>您好</b>", cursor=1), 0),
        (Clip("x" * MOST_STEPS, cursor=0), MOST_STEPS),
        (Clip("x" * (MOST_STEPS + 1), cursor=0), 0),
        (Clip("您 שלום", cursor=1), 0),
        (Clip("您 مرحبا", cursor=1), 0),
    ],
)
def test_where_it_cannot_be_told_nothing_is_pressed(clip: Clip, steps: int) -> None:
    assert steps_back(clip) == steps


class Room:
    """A chat that a text with a cursor is pasted into."""

    def __init__(self, **profile: object) -> None:
        self.platform = FakePlatform()
        self.chat = self.platform.windows.open(FakeWindow())
        known = Profile(("*",), **{"cursor": True, **profile})  # type: ignore[arg-type]  # by name
        self.results: list[PasteResult] = []
        self.paster = Paster(
            *(self.platform, self.platform.clock, self.results.append),
            lambda _: known,
        )

    def paste(self, clip: Clip = Clip("单号  已发出", cursor=3)) -> list[Combo]:  # noqa: B008 - a value
        self.ask(clip)
        self.platform.clock.run_all()
        return [chord for chord, _ in self.platform.keyboard.presses[1:]]

    def ask(self, clip: Clip) -> None:
        target = self.platform.windows.target_of(self.chat)
        self.paster.paste(clip, target, "b/p", 8.0)


def test_the_cursor_goes_back_once_the_target_has_read() -> None:
    room = Room()
    at: list[float] = []
    room.platform.keyboard.before_press = lambda: at.append(room.platform.clock.now())
    assert room.paste() == [LEFT] * 4
    assert at[1] - at[0] < 0.3, "long before the clipboard is given back"
    assert room.results[0].quiet


@pytest.mark.parametrize(
    "profile", [{"cursor": False}, {"sends": True}], ids=["unknown", "sends"]
)
def test_only_where_the_profile_allows_it(profile: dict[str, object]) -> None:
    assert LEFT not in Room(**profile).paste()


def test_not_where_the_text_was_changed_for_the_program() -> None:
    assert Room().paste(Clip("单号 \n", cursor=3)) == []


@pytest.mark.parametrize("doubt", ["touch", "title", "thief", "held", "tool", "silent"])
def test_on_any_doubt_it_stays_behind_the_text(doubt: str) -> None:
    room = Room()
    windows, clock = room.platform.windows, room.platform.clock
    if doubt == "tool":
        room.platform.clipboard.tool_reads = True
        room.chat.lag = 100.0
    if doubt == "silent":
        room.chat.pong = 100.0
    happens = {
        "touch": lambda: setattr(room.chat, "touched_at", clock.now()),
        "title": lambda: setattr(room.chat, "title", "another buyer"),
        "thief": lambda: windows.open(FakeWindow("thief")),
        "held": lambda: room.platform.keyboard.held_keys.add("shift"),
    }
    if doubt in happens:
        clock.call_later(0.1, happens[doubt])
    assert room.paste() == []


def test_who_reads_has_to_be_known() -> None:
    room = Room()
    room.platform.unable = {"reader"}
    room.chat.lag = 30.0
    clipboard = room.platform.clipboard
    room.platform.clock.call_later(0.05, lambda: clipboard.read_by(Reader.UNKNOWN))
    assert room.paste() == []
    assert room.results[0].outcome is Outcome.PASTED


def test_where_another_paste_waits_it_stays_for_that_one() -> None:
    room = Room()
    room.platform.clock.call_later(0.1, lambda: room.ask(Clip("再见")))
    assert LEFT not in room.paste()
    assert room.chat.received == ["单号  已发出", "再见"]


def test_a_slow_answer_is_waited_for() -> None:
    room = Room()
    room.chat.pong = 0.6
    assert room.paste() == [LEFT] * 4
