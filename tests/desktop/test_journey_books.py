"""The life of phrasebooks: samples, a book of one's own, edits, faults, a share."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.desk_session import DeskSession, write_book
from tests.desktop.onlooker import Onlooker
from tests.desktop.others import RawTarget
from tests.desktop.programs import Workplace
from tests.desktop.waiting import wait_for

_STALL_S = 0.25
"""An agent takes no notice of less; the machine of a test run is a busy one."""


class Agent:
    """An agent who has no phrasebook yet, at a desktop with one chat."""

    def __init__(self, place: Workplace, folder: Path) -> None:
        self.books = folder / "books"
        self.books.mkdir()
        self.eyes = Onlooker(place)
        english = ["--set", "language=en"]
        self.desk = DeskSession(
            place, folder / "data", arguments=english, env=self.eyes.env
        )

    def titles(self) -> list[str]:
        """Titles of the books in use."""
        return [book["title"] for book in self.desk.status()["books"]]

    def phrases(self) -> int:
        return int(self.desk.status()["phrases"])

    def add(self, path: Path) -> None:
        ran = self.desk.cli("add", str(path))
        assert (ran.returncode, ran.stderr) == (0, "")


@pytest.fixture
def agent(place: Workplace, tmp_path: Path) -> Iterator[Agent]:
    made = Agent(place, tmp_path)
    with (
        RawTarget(place.server.env, "buyer", "chat") as chat,
        made.desk,
    ):
        place.screen.activate(chat.window_id)
        yield made


def test_samples_stand_in_until_there_is_a_book_of_ones_own(agent: Agent) -> None:
    agent.eyes.sees("qtdesk is ready", "Ctrl+Alt+Space")
    samples = agent.titles()
    assert len(samples) == 2
    book = write_book(agent.books / "own.yaml", {"a": "亲，在的～"})
    agent.desk.open_panel()
    agent.add(book)
    wait_for(lambda: agent.titles() == ["test"], "the own book alone")
    agent.eyes.sees("phrase a")
    assert agent.phrases() == 1
    agent.desk.cli("remove", str(book))
    wait_for(lambda: agent.titles() == samples, "the samples")
    assert agent.phrases() > 100
    assert not agent.eyes.finds("phrase a")


def test_a_book_is_edited_broken_and_mended_while_it_is_in_use(agent: Agent) -> None:
    path = agent.books / "own.yaml"
    agent.add(write_book(path, {"a": "早", "b": "午", "c": "晚"}))
    agent.eyes.sees("test is ready", "3 new")
    agent.desk.open_panel()
    write_book(path, {"a": "早", "b": "下午", "d": "夜"})
    agent.eyes.sees("test was updated", "1 new, 1 changed, 1 gone")
    agent.eyes.sees("phrase d")
    good = path.read_text("utf-8")

    lines = good.count("\n") + 1
    path.write_text(good + "  ]\n", "utf-8")
    agent.eyes.sees("cannot be used", f"{path}:{lines}", "stays in use")
    path.write_text("", "utf-8")
    agent.eyes.sees("cannot be used", "empty", "stays in use")
    assert agent.phrases() == 3
    agent.eyes.sees("phrase d")

    # As editors save: under another name first, then in place of the old one.
    new = path.with_name("own.yaml~")
    new.write_text(good.replace("phrase d", "evening"), "utf-8")
    new.replace(path)
    agent.eyes.sees("test was updated", "1 changed")
    agent.eyes.sees("evening")

    path.write_text(good.replace("title: phrase b", "tittle: phrase b"), "utf-8")
    agent.eyes.sees("test was updated", "to mend", str(path), "title")
    wait_for(lambda: agent.phrases() == 2, "the two phrases that are sound")
    agent.eyes.sees("phrase d")


def test_a_file_that_is_half_there_or_gone_changes_nothing(agent: Agent) -> None:
    path = agent.books / "own.yaml"
    agent.add(write_book(path, {str(n): f"话术 {n}" for n in range(9)}))
    wait_for(lambda: agent.phrases() == 9, "the book")
    text = path.read_text("utf-8")
    path.write_text(text[: len(text) // 3], "utf-8")
    agent.eyes.sees("test cannot be used", "stays in use")
    assert agent.phrases() == 9
    path.unlink()
    agent.desk.choose("8")
    assert agent.desk.wait_for_end(1)["outcome"] == "pasted"
    write_book(path, {"back": "回来了"})
    wait_for(lambda: agent.phrases() == 1, "the new file")


def test_a_share_is_filled_by_a_lead_vanishes_and_returns(
    agent: Agent, place: Workplace
) -> None:
    share, away = agent.books / "share", agent.books / "away"
    share.mkdir()
    write_book(share / "1.yaml", {"a": "早", "b": "午"})
    agent.add(share)
    agent.eyes.sees("test is ready", "2 new")
    write_book(share / "1.yaml", {"a": "早上好", "c": "晚"})
    agent.eyes.sees("test was updated", "1 new, 1 changed, 1 gone")

    share.rename(away)
    with RawTarget(place.server.env, "buyer", "other chat") as chat:
        place.screen.activate(chat.window_id)
        agent.desk.choose("c")
        assert agent.desk.wait_for_end(1)["outcome"] == "pasted"
        assert chat.pastes() == ["晚"]
    assert agent.phrases() == 2
    sources = agent.desk.cli("sources")
    assert "2 phrases" in sources.stdout

    write_book(away / "1.yaml", {"a": "早上好", "c": "晚", "d": "夜"})
    away.rename(share)
    wait_for(lambda: agent.phrases() == 3, "the edition that came with the share")


def test_a_source_is_added_and_taken_away_by_mouse_without_a_tray(
    agent: Agent, place: Workplace
) -> None:
    book = write_book(agent.books / "own.yaml", {"a": "在"})
    agent.desk.open_panel()
    agent.desk.hands.tap("ctrl+comma")
    agent.eyes.clicks("Phrasebooks…")
    agent.eyes.sees("Samples go as soon as")
    agent.eyes.clicks("Add a file…")
    dialog = place.screen.wait_for_window("qtdesk", "Add phrasebooks")
    place.screen.activate(dialog)
    place.screen.type(str(book))
    agent.desk.hands.tap("enter")
    agent.eyes.sees("test", str(book), "1 phrases")
    assert agent.titles() == ["test"]
    agent.eyes.clicks("Take away")
    wait_for(lambda: len(agent.titles()) == 2, "the samples")
    agent.eyes.clicks("Add a folder…")
    dialog = place.screen.wait_for_window("qtdesk", "Add a folder")
    place.screen.activate(dialog)
    place.screen.type(str(agent.books))
    agent.desk.hands.tap("enter")
    wait_for(lambda: agent.titles() == ["test"], "the folder")


def test_ten_thousand_phrases_are_read_without_a_stop(agent: Agent) -> None:
    text = "亲，您好，现货付款后 48 小时内发出，发出后单号会自动更新。" * 6
    count = 10_000
    book = write_book(
        agent.books / "big.yaml", {f"c{n}": f"{text}{n}" for n in range(count)}
    )
    assert book.stat().st_size > 4_000_000
    agent.desk.open_panel()
    agent.add(book)
    longest = 0.0
    while agent.phrases() < count:
        asked = time.monotonic()
        agent.desk.status()
        longest = max(longest, time.monotonic() - asked)
    assert longest < _STALL_S
    agent.desk.hands.type("c9999")
    agent.desk.hands.tap("enter")
    assert agent.desk.wait_for_end(1)["phrase"] == "test/c9999"
