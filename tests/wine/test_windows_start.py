"""The program on Windows, whatever its desktop allows: start, panel, command line."""

import json
from pathlib import Path

from tests.desktop.waiting import wait_for
from tests.wine.desk import Desk
from tests.wine.prefix import SCREEN
from tests.wine.workplace import Workplace


def in_front(workplace: Workplace) -> int:
    return int(workplace.probe("front")["pid"])


def shows_message(desk: Desk, workplace: Workplace) -> bool:
    """Whether a message of ours is on the screen; the panel has another title."""
    own = desk.status()["pid"]
    return any(
        (window["pid"], window["title"]) == (own, "qtdesk")
        for window in workplace.probe("windows")
    )


def test_a_second_start_opens_the_panel_of_the_first(
    desk: Desk, workplace: Workplace
) -> None:
    pid = desk.status()["pid"]
    second = desk.start_again()
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
    desk.wait_for_panel()
    wait_for(lambda: in_front(workplace) == pid, "the panel to be in front")
    assert desk.status()["pid"] == pid


def test_the_command_line_asks_the_running_one(desk: Desk) -> None:
    told = desk.cli("status", "--json", "--wait-ready")
    assert (told.returncode, told.stderr) == (0, "")
    status = json.loads(told.stdout)
    assert status["ready"]
    assert status["books"][0]["title"] == "通用话术"
    assert desk.cli("show").returncode == 0
    desk.wait_for_panel()
    desk.hands.tap("escape")
    desk.wait_for_panel(is_open=False)
    assert desk.cli("quit").returncode == 0
    assert desk.wait_for_exit() == 0
    assert desk.cli("status").returncode == 3


def test_the_command_line_copies_a_phrase(desk: Desk, workplace: Workplace) -> None:
    copied = desk.cli("copy", "hyjd")
    assert (copied.returncode, copied.stdout, copied.stderr) == (0, "", "")
    assert workplace.clipboard_text().startswith("您好，欢迎来逛逛😊")


def test_the_tray_icon_opens_the_panel(desk: Desk, workplace: Workplace) -> None:
    width, height = (int(side) for side in SCREEN.split("x"))
    workplace.click(width - 10, height - 10)
    desk.wait_for_panel()


def test_the_panel_gives_the_front_back(desk: Desk, workplace: Workplace) -> None:
    with workplace.notepad() as editor:
        workplace.bring(editor)
        desk.show()
        desk.wait_for_panel()
        pid = desk.status()["pid"]
        wait_for(lambda: in_front(workplace) == pid, "the panel to be in front")
        desk.hands.tap("escape")
        desk.wait_for_panel(is_open=False)
        wait_for(lambda: in_front(workplace) == editor.pid, "Notepad in front again")


def test_a_message_appears_and_leaves_the_front_alone(
    workplace: Workplace, tmp_path: Path
) -> None:
    """That of the first start; the others are shown in the same way."""
    with workplace.notepad() as editor:
        workplace.bring(editor)
        with Desk(workplace, tmp_path / "data") as desk:
            wait_for(lambda: shows_message(desk, workplace), "the message")
            assert in_front(workplace) == editor.pid
            desk.hands.type("x")
            wait_for(lambda: workplace.text(editor) == "x", "the key in Notepad")
            assert shows_message(desk, workplace)
