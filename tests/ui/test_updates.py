"""News of releases on their way to the agent: asked for quietly, told quietly."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from qtdesk.ui.bridge import Bridge
from qtdesk.ui.theme import Appearance
from qtdesk.ui.tray import Tray
from qtdesk.ui.update_dialog import UpdateDialog
from qtdesk.ui.update_watch import NewRelease, UpdateWatch
from tests.ui.conftest import ROOT, as_desk
from tests.ui.fake_desk import FakeDesk

NEWER = {
    "standing": "newer_there",
    "version": "1.3.0",
    "page": "https://desk.example/get",
    "notes": ["<b>Quicker</b> & calmer."],
}
FORGED = {
    "standing": "unknown",
    "alarming": True,
    "error": {
        "title": {
            "template": "The release file is not from {who}.",
            "values": {"who": "us"},
        },
        "detail": {"template": "Its signature does not fit.", "values": {}},
        "hint": {"template": "Install nothing.", "values": {}},
    },
}
ADDRESS = "https://desk.example/qtdesk.json#ed25519=x"


class CommandLine:
    """A program that writes down how it was asked, and answers as it is told."""

    def __init__(self, folder: Path) -> None:
        self._asked = folder / "asked"
        self._answer = folder / "answer"
        self.data = folder / "data"
        script = (
            "import sys, pathlib;"
            "asked, answer = map(pathlib.Path, sys.argv[1:3]);"
            "asked.open('a').write(repr(sys.argv[3:]) + '\\n');"
            "print(answer.read_text())"
        )
        files = (str(self._asked), str(self._answer))
        self.command = (sys.executable, "-c", script, *files)

    def answers(self, told: dict[str, Any] | str) -> None:
        text = told if isinstance(told, str) else json.dumps(told)
        self._answer.write_text(text, encoding="utf-8")

    @property
    def asked(self) -> list[str]:
        if not self._asked.exists():
            return []
        return self._asked.read_text(encoding="utf-8").splitlines()


@pytest.fixture
def line(tmp_path: Path) -> CommandLine:
    made = CommandLine(tmp_path)
    made.answers(NEWER)
    return made


@pytest.fixture
def bridge(desk: FakeDesk, appearance: Appearance) -> Bridge:
    del appearance  # which stands for an application
    return Bridge(as_desk(desk))


@pytest.fixture
def watch(desk: FakeDesk, bridge: Bridge, line: CommandLine) -> Iterator[UpdateWatch]:
    made = UpdateWatch(as_desk(desk), bridge, line.data, line.command)
    yield made
    made.close()


def want(desk: FakeDesk) -> None:
    desk.settings = desk.settings.with_changes(
        {"updates": "on", "updates_from": ADDRESS}
    )


def test_nobody_is_asked_before_the_agent_wants_it(
    watch: UpdateWatch, line: CommandLine
) -> None:
    watch.look()
    assert watch._process is None
    assert line.asked == []


def test_a_new_release_is_heard_of(
    watch: UpdateWatch, desk: FakeDesk, line: CommandLine, qtbot: QtBot
) -> None:
    want(desk)
    with qtbot.waitSignal(watch.changed, timeout=10_000):
        watch.look()
    assert watch.release == NewRelease(
        "1.3.0", "https://desk.example/get", ("<b>Quicker</b> & calmer.",)
    )
    (asked,) = line.asked
    assert f"updates_from={ADDRESS}" in asked
    assert "'--if-due'" in asked
    assert repr(str(line.data)) in asked


def test_turning_it_on_asks_at_once_and_turning_it_off_forgets(
    watch: UpdateWatch, desk: FakeDesk, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(watch.changed, timeout=10_000, check_params_cb=None):
        desk.change_settings({"updates": "on", "updates_from": ADDRESS})
    qtbot.waitUntil(lambda: watch.release is not None, timeout=10_000)
    desk.change_settings({"updates": "off"})
    assert watch.release is None


def test_a_forgery_is_told(
    watch: UpdateWatch, desk: FakeDesk, line: CommandLine, qtbot: QtBot
) -> None:
    want(desk)
    line.answers(FORGED)
    with qtbot.waitSignal(watch.changed, timeout=10_000):
        watch.look()
    assert watch.warning is not None
    assert str(watch.warning[0]) == "The release file is not from us."
    assert watch.release is None


@pytest.mark.parametrize(
    "told", [{**FORGED, "alarming": False}, {"standing": "not_due"}]
)
def test_a_network_that_is_away_is_no_news(
    told: dict[str, Any],
    watch: UpdateWatch,
    desk: FakeDesk,
    line: CommandLine,
    qtbot: QtBot,
) -> None:
    want(desk)
    line.answers(told)
    with qtbot.waitSignal(watch.changed, timeout=10_000):
        watch.look()
    assert watch.warning is None
    assert watch.release is None


def test_rubbish_and_missing_programs_are_borne(
    watch: UpdateWatch, desk: FakeDesk, line: CommandLine, qtbot: QtBot
) -> None:
    want(desk)
    line.answers("Segmentation fault")
    watch.look()
    qtbot.waitUntil(lambda: watch._process is None, timeout=10_000)
    watch._command = (str(ROOT / "no-such-program"),)
    watch.look()
    qtbot.waitUntil(lambda: watch._process is None, timeout=10_000)
    assert watch.release is None
    assert watch.warning is None


def test_a_quit_waits_for_no_server(
    desk: FakeDesk, bridge: Bridge, tmp_path: Path
) -> None:
    want(desk)
    endless = (sys.executable, "-c", "import time; time.sleep(600)")
    watch = UpdateWatch(as_desk(desk), bridge, tmp_path, endless)
    watch.look()
    process = watch._process
    assert process is not None
    watch.close()
    assert process.state() is process.ProcessState.NotRunning


def test_the_dialog_shows_what_others_wrote_as_it_is(
    watch: UpdateWatch,
    appearance: Appearance,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    watch.release = NewRelease("1.3.0", "https://desk.example/get", ("<b>x</b>",))
    dialog = UpdateDialog(watch, appearance)
    qtbot.addWidget(dialog)
    dialog.show()
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert "· <b>x</b>" in texts
    assert "qtdesk 1.3.0 is there" in texts
    buttons = {b.text(): b for b in dialog.findChildren(QPushButton)}
    buttons["Open this page"].click()
    assert opened == [QUrl("https://desk.example/get")]


def test_the_tray_has_a_line_for_news(
    desk: FakeDesk, bridge: Bridge, appearance: Appearance, qtbot: QtBot
) -> None:
    tray = Tray(as_desk(desk), bridge, appearance, ROOT / "resources" / "icons")

    def lines() -> list[str]:
        tray.menu.aboutToShow.emit()
        return [action.text() for action in tray.menu.actions()]

    assert not [line for line in lines() if "1.3.0" in line]
    tray.show_update("qtdesk 1.3.0 is there…")
    assert "qtdesk 1.3.0 is there…" in lines()
    with qtbot.waitSignal(tray.update_asked):
        next(a for a in tray.menu.actions() if "1.3.0" in a.text()).trigger()
