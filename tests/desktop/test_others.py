"""The harness itself: the other programs do what the tests rely on."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.others import RICH, ClipboardOwner, GreedyReader, RawTarget
from tests.desktop.programs import left_behind, private
from tests.desktop.screen import Screen

LARGE = "大" * 200_000


@pytest.fixture
def target(screen: Screen) -> Iterator[RawTarget]:
    with RawTarget(screen.env) as started:
        screen.activate(started.window_id)
        yield started


@pytest.mark.parametrize("text", ["您好 😊\n第二行", LARGE], ids=["short", "large"])
def test_a_target_reports_keys_and_the_pasted_text(
    target: RawTarget, owner: ClipboardOwner, screen: Screen, text: str
) -> None:
    owner.copy(text)
    screen.press("x", "ctrl+v")
    target.wait_for("paste")
    assert target.pastes() == [text]
    assert target.keys() == ["x", "Control_L", "v"]


def test_a_slow_target_reads_after_its_lag(
    target: RawTarget, owner: ClipboardOwner, screen: Screen
) -> None:
    owner.copy("old")
    target.set_lag(0.4)
    screen.press("ctrl+v")
    pressed = target.wait_for("key", 2)[1]["at"]
    owner.copy("new")
    read = target.wait_for("reading")[0]["at"]
    target.wait_for("paste")
    assert target.pastes() == ["new"]
    assert read - pressed >= 0.4


def test_a_greedy_reader_reads_every_format_at_every_change(
    owner: ClipboardOwner, screen: Screen
) -> None:
    with GreedyReader(screen.env) as greedy:
        greedy.set_lag(0.05)
        owner.own(RICH)
        greedy.wait_for("done")
        seen = {report["kind"]: report["size"] for report in greedy.reports("read")}
        assert seen == {name: len(content) for name, content in RICH.items()}
        owner.copy("second")
        greedy.wait_for("done", 2)
        assert greedy.texts() == [RICH["UTF8_STRING"].decode(), "second"]


def test_an_owner_that_hangs_never_answers_and_learns_of_its_loss(
    target: RawTarget, owner: ClipboardOwner, screen: Screen
) -> None:
    owner.own({"UTF8_STRING": b"never"}, hangs=True)
    screen.press("ctrl+v")
    owner.wait_for("asked")
    with ClipboardOwner(screen.env) as second:
        second.copy("now")
        owner.wait_for("lost")
        screen.press("ctrl+v")
        target.wait_for("paste")
        assert target.pastes() == ["now"]


def test_a_busy_target_answers_a_ping_late(target: RawTarget, screen: Screen) -> None:
    target.be_busy(0.5)
    screen.press("a")
    screen.ping(target.window_id)
    ping = target.wait_for("ping")[0]["at"]
    assert ping - target.reports("ready")[-1]["at"] >= 0.5
    assert target.keys() == ["a"]


def test_a_target_can_show_another_title(target: RawTarget, screen: Screen) -> None:
    target.set_title("客户 乙")
    assert screen.title(target.window_id) == "客户 乙"


def test_a_program_that_was_left_behind_is_seen(tmp_path: Path) -> None:
    waiting = ["sleep", "60"]
    with subprocess.Popen(waiting, env=private(tmp_path / "home")) as program:
        assert left_behind(tmp_path) == [program.pid]
        program.terminate()
    assert left_behind(tmp_path) == []
