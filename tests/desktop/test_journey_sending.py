"""Sending by choice, in real programs: one message, or none where anything changed."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from qtdesk.bootstrap import open_data, open_store
from qtdesk.core.paste import LONGEST_WAIT_S, SEND_KEYS, Newlines, Profile, profile_for
from qtdesk.core.paste_profiles import PasteProfiles
from tests.desktop.chat import Pidgin
from tests.desktop.desk_session import DeskSession
from tests.desktop.fault_scene import LINES, SHORT, Scene, Stage, desk_on
from tests.desktop.programs import ReceivingProgram, Workplace, wait_for_text

HOLD_S = 2.0
"""Long enough for something to happen between the reading and the key that sends."""
SLOW = Profile(("*",), hold_s=LONGEST_WAIT_S, sends=True, send_key=SEND_KEYS[1])
"""For every other program; none of them is to get the key."""
PROFILES = (
    profile_for("pidgin")._replace(sends=True),
    Profile(("chat",), hold_s=HOLD_S, sends=True),
    Profile(("decoy",), never=True),
)


def keep(folder: Path, profiles: tuple[Profile, ...]) -> None:
    """Put `profiles` into an agent's data, as the dialog does."""
    data = open_data(folder)
    own = PasteProfiles(open_store(data))
    for profile in profiles:
        own.keep(profile)
    data.flush()


@pytest.fixture
def sending(
    place: Workplace, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[DeskSession]:
    folder = tmp_path_factory.mktemp("sending")
    keep(folder / "data", PROFILES)
    with desk_on(Stage(place.server, place.screen), folder) as session:
        yield session


@pytest.fixture(scope="module")
def sending_desk(
    stage: Stage, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[DeskSession]:
    folder = tmp_path_factory.mktemp("choosing")
    keep(folder / "data", PROFILES)
    with desk_on(stage, folder) as session:
        yield session


@pytest.fixture
def scene(stage: Stage, sending_desk: DeskSession) -> Iterator[Scene]:
    with Scene(stage, sending_desk) as set_up:
        yield set_up


def last(scene: Scene) -> dict[str, Any]:
    scene.end()
    ended: dict[str, Any] = scene.desk.status()["last_paste"]
    return ended


def test_one_message_is_sent_in_a_chat(sending: DeskSession, pidgin: Pidgin) -> None:
    pidgin.clear()
    pidgin.focus()
    for count, code in enumerate(("short", "lines"), 1):
        sending.choose(code)
        ended = sending.wait_for_end(count)
        assert (ended["outcome"], ended["sent"]) == ("pasted", True)
    assert pidgin.wait_for_sent(2) == [SHORT, LINES]
    wait_for_text(pidgin, "")
    told = sending.cli("doctor").stdout
    assert "ok\there: profile\tFor Pidgin you made a profile" in told
    assert "ok\there: last paste\tPasted into Pidgin and sent." in told
    assert sending.hands.keys_down() == set()


def _rename(scene: Scene) -> None:
    scene.chat.set_title("李四 - chat")


def _cover(scene: Scene) -> None:
    scene.screen.activate(scene.decoy.window_id)


def _hold(scene: Scene) -> None:
    scene.hands.down("shift")


@pytest.mark.parametrize(
    ("happens", "why"),
    [
        (_rename, "other_conversation"),
        (_cover, "focus_stolen"),
        (_hold, "keys_held"),
    ],
)
def test_nothing_is_sent_where_something_changed(
    scene: Scene, happens: Callable[[Scene], None], why: str
) -> None:
    scene.desk.choose("short")
    scene.chat.wait_for("paste", 1)
    happens(scene)
    ended = last(scene)
    scene.hands.up("shift")
    assert (ended["outcome"], ended["sent"], ended["unsent"]) == ("pasted", False, why)
    scene.check(chat=[SHORT], seen=frozenset({"Shift_L"}))


def test_where_nothing_changed_the_key_comes_once_behind_the_text(
    scene: Scene,
) -> None:
    scene.desk.choose("short")
    ended = last(scene)
    assert (ended["outcome"], ended["sent"]) == ("pasted", True)
    assert scene.chat.keys().count("Return") == 1
    assert scene.chat.keys()[-1] == "Return"
    scene.check(chat=[SHORT], seen=frozenset({"Return"}))


@pytest.mark.parametrize("name", ["mousepad", "featherpad", "pidgin", "chromium"])
def test_what_is_typed_behind_the_text_keeps_it_from_being_sent(
    name: str, place: Workplace, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """Toolkits tell when they are used, without a key of theirs being heard."""
    program: ReceivingProgram = request.getfixturevalue(name)
    program.clear()
    program.focus()
    keep(tmp_path / "data", (SLOW,))
    with desk_on(Stage(place.server, place.screen), tmp_path) as desk:
        desk.choose("short")
        wait_for_text(program, SHORT)
        desk.hands.type("x")
        wait_for_text(program, SHORT + "x")
        ended = desk.wait_for_end(1)
        assert (ended["outcome"], ended["unsent"]) == ("pasted", "touched")
        program.clear()
        program.focus()
        desk.choose("short")
        assert desk.wait_for_end(2)["sent"]
    program.clear()


def test_nothing_goes_where_the_agent_never_wants_it(scene: Scene) -> None:
    scene.screen.activate(scene.decoy.window_id)
    scene.desk.choose("short")
    assert scene.end() == ("nothing", "never_here", "untouched")
    scene.check(chat=[])


def test_a_program_that_sends_at_line_breaks_gets_one_line(
    place: Workplace, pidgin: Pidgin, tmp_path: Path
) -> None:
    joined = profile_for("pidgin")._replace(newlines=Newlines.JOIN)
    keep(tmp_path / "data", (joined,))
    pidgin.clear()
    pidgin.focus()
    with desk_on(Stage(place.server, place.screen), tmp_path) as desk:
        desk.choose("lines")
        desk.wait_for_end(1)
        wait_for_text(pidgin, "您好，亲 😊 第二行：满 199 减 20 Tab & <b>tags</b>")
    assert pidgin.sent() == []
    pidgin.clear()
