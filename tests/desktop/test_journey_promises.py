"""Promises by real keys: made in two, told in time, handed to the next shift.

An action is a key, a copy or a click, as an agent counts.
"""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.desk_session import DeskSession, read_clipboard, write_book
from tests.desktop.programs import Mousepad, Workplace, wait_for_text
from tests.desktop.waiting import DEADLINE_S, wait_for

KEY = "ctrl+alt+y"
AGENT = ("--set", "agent=小林", "--set", "sign=林", "--set", "language=zh_CN")
MINUTE_S = 60.0
LATEST_S = 2 * MINUTE_S
"""A minute until it is due, and as much as a reminder may be late."""


class Agent:
    """Does what an agent does, and counts it."""

    def __init__(self, desk: DeskSession, place: Workplace) -> None:
        self.desk, self.place = desk, place
        self.actions = 0
        # The first key of a display changes its keyboard, and grabs are made anew.
        desk.hands.tap("shift")
        wait_for(self._has_key, "the hotkey of promises")

    def _has_key(self) -> bool:
        keys = self.desk.status()["hotkeys"]
        return any(key["combo"] == KEY and key["active"] for key in keys)

    def press(self, *combos: str) -> None:
        for combo in combos:
            self.actions += 1
            self.desk.hands.tap(combo)

    def promises(self) -> dict[str, int]:
        found: dict[str, int] = self.desk.status()["promises"]
        return found

    def check(self) -> dict[str, Any]:
        found: dict[str, Any] = self.desk.status()["check"]
        return found

    def wait_for_window(self, title: str) -> None:
        """A window of ours with this title has the focus."""
        screen = self.place.screen
        wait_for(lambda: screen.title(screen.active()) == title, title)

    def wait_for_focus(self, program: Mousepad) -> None:
        """Keys go there again; between two windows they go nowhere."""
        screen = self.place.screen
        wait_for(lambda: screen._focus_lies_in(program.window_id), program.name)

    def seen(self) -> set[int]:
        """Windows of ours that can be seen, with and without a title."""
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--class", "qtdesk"],
            env=self.place.server.env,
            capture_output=True,
            check=False,
            text=True,
            timeout=DEADLINE_S,
        )
        return set(map(int, found.stdout.split()))


@pytest.fixture(scope="module")
def desk(
    place: Workplace, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[DeskSession]:
    folder = tmp_path_factory.mktemp("promises")
    book = write_book(folder / "book.yaml", {"cfh": "已经帮您催了"})
    with DeskSession(place, folder / "data", book, AGENT) as session:
        yield session


@pytest.fixture
def agent(desk: DeskSession, place: Workplace, mousepad: Mousepad) -> Agent:
    mousepad.clear()
    mousepad.focus()
    return Agent(desk, place)


def test_behind_a_paste_two_actions_make_a_promise(
    agent: Agent, mousepad: Mousepad
) -> None:
    ended = agent.desk.status()["paste_count"]
    agent.desk.choose("cfh")
    agent.desk.wait_for_end(ended + 1)
    wait_for_text(mousepad, "已经帮您催了")
    before = agent.promises()["open"]
    agent.press(KEY, "2")
    wait_for(lambda: agent.promises()["open"] == before + 1, "the promise")
    assert agent.actions == 2
    agent.wait_for_focus(mousepad)
    agent.desk.hands.type("ok")
    wait_for_text(mousepad, "已经帮您催了ok")


def test_escape_promises_nothing_and_the_chat_has_the_focus(
    agent: Agent, mousepad: Mousepad
) -> None:
    before = agent.promises()
    agent.press(KEY)
    agent.wait_for_window("qtdesk：承诺")
    agent.press("escape")
    agent.wait_for_focus(mousepad)
    agent.desk.hands.type("a")
    wait_for_text(mousepad, "a")
    assert agent.promises() == before


@pytest.mark.long
def test_what_is_due_is_told_without_taking_the_focus(
    agent: Agent, mousepad: Mousepad
) -> None:
    before = agent.promises()
    agent.press(KEY, "6", "1", "m", "enter")
    wait_for(lambda: agent.promises()["open"] == before["open"] + 1, "the promise")
    agent.wait_for_focus(mousepad)
    # The message that it was promised has gone by then.
    wait_for(lambda: not agent.seen(), "an empty screen")
    wait_for(agent.seen, "the message", LATEST_S)
    assert agent.promises()["told"] == before["told"] + 1
    assert agent.promises()["overdue"] == before["overdue"] + 1
    assert agent.place.screen.active() == mousepad.window_id
    agent.desk.hands.type("still here")
    wait_for_text(mousepad, "still here")


def test_a_shift_is_handed_over_and_taken_over(
    agent: Agent, place: Workplace, mousepad: Mousepad
) -> None:
    agent.press(KEY, "2")
    wait_for(lambda: agent.promises()["open"], "a promise to hand over")
    handed = agent.promises()["open"]
    agent.wait_for_focus(mousepad)
    agent.actions = 0
    agent.press(KEY, "0")
    agent.wait_for_window("承诺")
    agent.press("h")
    wait_for(lambda: agent.check()["list"] == "CL-10", "the list")
    wait_for(lambda: agent.check()["shown"], "its window")
    place.screen.wait_until_active(place.screen.wait_for_window("qtdesk", "qtdesk"))
    agent.press("l", "i", "enter")
    wait_for(lambda: agent.check()["counts"]["todo"] == 1, "the next shift")
    agent.press("3", "enter")
    wait_for(lambda: agent.check()["counts"]["todo"] == 0, "the number of chats")
    agent.press("enter")
    wait_for(lambda: agent.check()["given"] == ["group"], "the text for the group")
    agent.press("enter")
    wait_for(lambda: agent.promises()["handed_over"] == handed, "the hand-over")
    assert agent.promises()["open"] == 0
    assert agent.actions <= 12
    copied = (read_clipboard(place, "UTF8_STRING") or b"").decode()
    assert f"【待办{handed}条】" in copied
    assert copied.startswith("【交接班】")
    # The next shift, at the same computer.
    mousepad.focus()
    agent.actions = 0
    agent.press(KEY, "0")
    agent.wait_for_window("承诺")
    agent.press("t")
    wait_for(lambda: agent.promises()["open"] == handed, "the promises")
    assert agent.actions == 3
    agent.press("escape")
    number = copied.partition("#")[2][:8]
    listed = agent.desk.cli("records", "show", number, "--json")
    kept = json.loads(listed.stdout.splitlines()[0])
    assert "J12" in json.dumps(kept)


def test_promises_outlive_a_kill(
    place: Workplace, mousepad: Mousepad, tmp_path: Path
) -> None:
    book = write_book(tmp_path / "book.yaml", {"hi": "您好"})
    key = ("--set", "promise_hotkey=ctrl+alt+u")
    mousepad.focus()
    with DeskSession(place, tmp_path / "data", book, key) as first:
        first.hands.tap("shift")
        wait_for(lambda: first.status()["promises"], "the promises")
        wait_for(
            lambda: any(
                one["combo"] == "ctrl+alt+u" and one["active"]
                for one in first.status()["hotkeys"]
            ),
            "the hotkey",
        )
        first.hands.tap("ctrl+alt+u")
        first.hands.tap("2")
        wait_for(lambda: first.status()["promises"]["open"] == 1, "the promise")
        wait_for(lambda: not first.status()["store"]["unsaved"], "the journal")
        first.program.kill()
        first.program.wait()
    mousepad.focus()
    with DeskSession(place, tmp_path / "data", book, key) as second:
        assert second.status()["promises"]["open"] == 1
