"""Profiles: which one a program has, and what a phrase becomes for it."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtdesk.core.combos import PASTE, Combo
from qtdesk.core.paste import (
    LONGEST_WAIT_S,
    PLAIN,
    SEND_KEYS,
    SHIPPED,
    Evidence,
    Newlines,
    Outcome,
    Paster,
    PasteResult,
    Profile,
    Reason,
    Via,
    explain,
    profile_for,
)
from qtdesk.core.paste.profile_text import from_text, to_text
from qtdesk.core.paste_profiles import PasteProfiles
from qtdesk.core.ports import Clip, Snapshot, Target
from tests.fake_books import FakeStore
from tests.fakes import FakePlatform, FakeWindow

INSERT = Combo.parse("shift+insert")


# --- the table -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("app", "name"),
    [
        ("AliWorkbench", "千牛"),
        ("Weixin", "微信"),
        ("com.tencent.xinWeChat", "微信"),
        ("WXWork", "企业微信"),
        ("Google-chrome", "Chrome, Edge, Brave, Vivaldi, Opera"),
        ("Vivaldi-stable", "Chrome, Edge, Brave, Vivaldi, Opera"),
        ("Pidgin", "Pidgin"),
        ("pinentry-qt", "GNOME, GnuPG"),
        ("something else", ""),
        ("", ""),
    ],
)
def test_a_program_is_known_by_its_name_without_case(app: str, name: str) -> None:
    assert profile_for(app).name == name


def test_the_oddities_that_were_measured() -> None:
    assert profile_for("Chromium").chord == INSERT
    assert profile_for("xterm").via is Via.PRIMARY
    assert profile_for("pidgin").hold_s == 0.5
    assert profile_for("Konsole").chord == Combo.parse("ctrl+shift+v")
    assert profile_for("unknown") == PLAIN
    assert PLAIN.chord == PASTE


def test_no_name_is_in_the_table_twice_and_each_entry_says_where_it_is_from() -> None:
    names = [name for entry in SHIPPED for name in entry.profile.apps]
    assert len(names) == len(set(names))
    assert names == [name.casefold() for name in names]
    assert all(entry.profile.name and entry.source for entry in SHIPPED)
    measured = [e.profile.name for e in SHIPPED if e.evidence is Evidence.MEASURED]
    assert "千牛" not in measured
    assert "Pidgin" in measured


def test_a_star_stands_for_anything_and_all_else_for_itself() -> None:
    assert Profile(("a*z",)).fits("A[b]Z")
    assert not Profile(("a.c",)).fits("abc")
    assert Profile(("[x]?",)).fits("[X]?")


# --- what a text becomes -----------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kept", "joined"),
    [
        ("one", "one", "one"),
        ("one\n", "one", "one"),
        ("one \r\n\r\n  ", "one ", "one"),
        ("one\ntwo\n\n", "one\ntwo", "one two"),
        ("one \n\n  two", "one \n\n  two", "one two"),
        ("one\r\ntwo\rthree\u2028four\v", "one\r\ntwo\rthree\u2028four",
         "one two three four"),
        ("one  ", "one  ", "one"),
        ("\n", "", ""),
    ],
)  # fmt: skip
def test_line_breaks(text: str, kept: str, joined: str) -> None:
    assert PLAIN.adapt(Clip(text)).text == kept
    assert Profile(("*",), newlines=Newlines.JOIN).adapt(Clip(text)).text == joined


@given(st.text(alphabet="a \n\r\t\v\f\x1c\x85\u2028亲"))
def test_nothing_that_might_send_is_left_at_the_end(text: str) -> None:
    kept = PLAIN.adapt(Clip(text)).text
    assert text.startswith(kept)
    assert text[len(kept) :].strip() == ""
    assert len(kept.splitlines()) == len((kept + "x").splitlines()) or not kept
    joined = Profile(("*",), newlines=Newlines.JOIN).adapt(Clip(text)).text
    assert len(joined.splitlines()) <= 1
    assert "".join(joined.split()) == "".join(text.split())


# --- the agent's own ---------------------------------------------------------------

waits = st.floats(0, LONGEST_WAIT_S)
profiles = st.builds(
    Profile,
    apps=st.lists(st.text(min_size=1), min_size=1).map(tuple),
    name=st.text(),
    chord=st.sampled_from([PASTE, INSERT]),
    via=st.sampled_from(Via),
    settle_s=waits,
    hold_s=waits,
    quiet_s=waits,
    newlines=st.sampled_from(Newlines),
    sends=st.booleans(),
    send_key=st.sampled_from(SEND_KEYS),
    never=st.booleans(),
)
anything = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(
        st.sampled_from([*Profile._fields, "other"]), inner
    ),
)  # fmt: skip


@given(st.lists(profiles).map(tuple))
def test_what_is_kept_is_read_again(own: tuple[Profile, ...]) -> None:
    assert from_text(to_text(own)) == own


@given(anything)
def test_what_others_wrote_is_never_taken_for_a_wish_to_send(told: object) -> None:
    import json  # noqa: PLC0415 - of this test only

    for profile in from_text(json.dumps(told)):
        assert profile.apps
        assert 0 <= profile.hold_s <= LONGEST_WAIT_S
        assert profile.send_key in SEND_KEYS


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "{}", "[1]", '[{"apps": []}]'),
        '[{"apps": ["a"], "chord": "ctrl"}]',
        '[{"apps": "abc", "chord": "ctrl+v"}]',
    ],
)
def test_what_cannot_be_read_is_no_profile(text: str) -> None:
    assert from_text(text) == ()


def test_an_unknown_send_key_never_becomes_another_one() -> None:
    row = '[{"apps": ["a"], "chord": "ctrl+v", "sends": true, "send_key": "ctrl+q"}]'
    (profile,) = from_text(row)
    assert not profile.sends
    (profile,) = from_text(row.replace("true", "1").replace("ctrl+q", "enter"))
    assert not profile.sends


def test_the_agent_s_own_wins_and_outlives_the_run() -> None:
    store = FakeStore()
    own = PasteProfiles(store)
    mine = own.keep(Profile(("pidgin",), "Chat", settle_s=0.5))
    assert own.of("Pidgin") == mine
    assert PasteProfiles(store).of("PIDGIN") == mine
    changed = own.keep(mine._replace(settle_s=1.0), instead_of=mine)
    assert own.own == (changed,)
    own.remove(changed)
    assert own.of("Pidgin") == profile_for("pidgin")
    assert PasteProfiles(store).own == ()


def test_a_profile_for_no_program_is_not_kept() -> None:
    own = PasteProfiles(FakeStore())
    mine = own.keep(Profile(("pidgin",)))
    assert own.keep(mine._replace(apps=(" ", "")), instead_of=mine) == mine
    assert own.own == (mine,)


def test_learning_from_a_window_begins_with_what_is_in_force() -> None:
    own = PasteProfiles(FakeStore())
    target = Target(1, 1, 1, "Chromium", "a buyer", name="")
    learned = own.learn(target)
    assert learned is not None
    assert (learned.apps, learned.name) == (("Chromium",), "Chromium")
    assert learned.chord == INSERT
    assert not learned.sends
    changed = own.keep(learned._replace(settle_s=1.0), instead_of=learned)
    assert own.learn(target) == changed
    assert own.own == (changed,)
    assert own.learn(target._replace(app="")) is None


# --- a paste by a profile ----------------------------------------------------------


def paster(
    platform: FakePlatform, profile: Profile
) -> tuple[Paster, list[PasteResult]]:
    results: list[PasteResult] = []
    made = Paster(platform, platform.clock, results.append, lambda _app: profile)
    return made, results


def test_where_qtdesk_keeps_out_nothing_is_touched() -> None:
    platform = FakePlatform()
    platform.windows.open(FakeWindow("KeePassXC", "passwords"))
    platform.clipboard.others_copy({"UTF8_STRING": b"secret"})
    made, results = paster(platform, profile_for("KeePassXC"))
    target = platform.windows.front()
    snapshots: list[int] = []

    def snapshot(done: Callable[[Snapshot], None]) -> None:
        del done
        snapshots.append(1)

    platform.clipboard.snapshot = snapshot  # type: ignore[method-assign]
    made.prepare(target)
    made.paste(Clip("phrase"), target, "b/p", 8.0)
    platform.clock.run_all()
    (result,) = results
    assert (result.outcome, result.reason) == (Outcome.NOTHING, Reason.NEVER_HERE)
    assert str(explain(result)[0]) == "qtdesk never pastes into KeePassXC."
    assert platform.clipboard.content.text == "secret"
    assert platform.keyboard.presses == []
    assert snapshots == []


def test_a_program_that_sends_at_a_line_break_gets_none() -> None:
    platform = FakePlatform()
    chat = platform.windows.open(FakeWindow())
    made, _results = paster(platform, Profile(("*",), newlines=Newlines.JOIN))
    made.paste(Clip("one\ntwo\n"), platform.windows.front(), "b/p", 8.0)
    platform.clock.run_all()
    assert chat.received == ["one two"]


def test_a_copy_ends_without_a_line_break() -> None:
    platform = FakePlatform()
    made, _results = paster(platform, PLAIN)
    made.copy(Clip("one\ntwo\n"), "b/p")
    platform.clock.run_all()
    assert platform.clipboard.content.text == "one\ntwo"
