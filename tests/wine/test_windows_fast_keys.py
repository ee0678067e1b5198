"""Fingers faster than Windows: the right phrase, or Enter waits; never another one.

Every part of the query finds a phrase of its own, so that a lost letter is seen. The
phrase is asked of the program, for Wine 8 lets some editors believe that keys of the
hotkey are still down, and such a one pastes nothing.
"""

import itertools
import time
from collections.abc import Iterator

import pytest

from tests.desktop.desk_session import write_book
from tests.desktop.waiting import wait_for
from tests.wine.desk import HOTKEY, Desk
from tests.wine.lab import windows_path
from tests.wine.workplace import Editor, Workplace

QUERY = "abc"
PARTS = [
    "".join(part)
    for length in range(1, len(QUERY) + 1)
    for part in itertools.combinations(QUERY, length)
]
PACES_MS = (1, 3, 5, 10, 20, 30, 60)
FINGERS_S, MACHINE_S = 0.06, 0.0
"""How long the hotkey is held: by hand, and by what only pretends to be one."""
SETTLED_S = 0.4
"""What nobody waits for has happened by then."""


@pytest.fixture(scope="module")
def desk(
    workplace: Workplace, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("fast")
    book = write_book(folder / "book.yaml", {part: f"text {part}" for part in PARTS})
    given = ("--book", windows_path(book), "--set", "paste_timeout=2")
    with Desk(workplace, folder / "data", given) as running:
        yield running


@pytest.fixture(scope="module")
def notepad(workplace: Workplace) -> Iterator[Editor]:
    with workplace.notepad() as editor:
        yield editor


def type_fast(desk: Desk, hold_s: float, pace_ms: int) -> None:
    """The whole query and Enter, a key every `pace_ms` behind the hotkey."""
    pace_s = pace_ms / 1000
    desk.hands.tap(HOTKEY, hold_s)
    time.sleep(pace_s)  # the rhythm of the typist is what is simulated
    desk.hands.type(QUERY, pace_s)
    desk.hands.tap("enter")


@pytest.mark.parametrize("pace_ms", PACES_MS)
@pytest.mark.parametrize("hold_s", [FINGERS_S, MACHINE_S])
def test_enter_chooses_what_all_letters_mean_or_waits(
    desk: Desk,
    workplace: Workplace,
    notepad: Editor,
    request: pytest.FixtureRequest,
    hold_s: float,
    pace_ms: int,
) -> None:
    for _ in range(request.config.getoption("times")):
        workplace.forget_keys()
        workplace.bring(notepad)
        before = desk.status()["paste_count"]
        type_fast(desk, hold_s, pace_ms)
        time.sleep(SETTLED_S)  # for what must not happen
        status = desk.status()
        if status["panel_open"] and not status["paste_under_way"]:
            desk.hands.tap("escape")
            desk.wait_for_panel(is_open=False)
            assert desk.status()["paste_count"] == before
        else:
            last = desk.wait_for_end(before + 1)
            assert last["phrase"] == f"test/{QUERY}"


def test_the_second_enter_chooses(
    desk: Desk, workplace: Workplace, notepad: Editor
) -> None:
    """Whatever pretends to be a hand is only asked once, if at all."""
    workplace.forget_keys()
    workplace.bring(notepad)
    before = desk.status()["paste_count"]
    desk.hands.tap(HOTKEY, MACHINE_S)
    desk.wait_for_panel()
    desk.hands.type(QUERY, FINGERS_S)

    def press_again() -> bool:
        workplace.forget_keys()
        desk.hands.tap("enter")
        time.sleep(SETTLED_S)  # for what may not happen
        return not desk.status()["panel_open"]

    wait_for(press_again, "the choice")
    assert desk.wait_for_end(before + 1)["phrase"] == f"test/{QUERY}"
