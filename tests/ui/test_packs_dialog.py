"""Packs of words: ticked, read again, and what is wrong in a team's own."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from qtdesk.bootstrap.on_request import read_lint_packs
from qtdesk.core.wording import Wording
from qtdesk.ui.bridge import Bridge
from qtdesk.ui.packs_dialog import PacksDialog
from qtdesk.ui.theme import Appearance
from qtdesk.ui.word_room import WordRoom
from tests.ui.conftest import as_desk
from tests.ui.fake_desk import FakeDesk

ON, OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked
BROKEN = "id: rude\nas_of: 2026-11\nrules:\n  - why: w\n    words: [好, '{']\n"


class Scene:
    """A dialog over packs that lie in a folder."""

    def __init__(self, appearance: Appearance, qtbot: QtBot, data: Path) -> None:
        self.desk = FakeDesk()
        self.data = data
        self.desk.proof.packs = Wording(lambda: read_lint_packs(data))
        self.dialog = PacksDialog(as_desk(self.desk), appearance, data / "lint")
        qtbot.addWidget(self.dialog)

    def item(self, name: str) -> int:
        rows = range(self.dialog.packs.count())
        return next(row for row in rows if f"({name})" in self.text(row))

    def text(self, row: int) -> str:
        return self.dialog.packs.item(row).text()

    def tick(self, name: str, state: Qt.CheckState) -> None:
        self.dialog.packs.item(self.item(name)).setCheckState(state)

    def ticked(self, name: str) -> Qt.CheckState:
        return self.dialog.packs.item(self.item(name)).checkState()


@pytest.fixture
def scene(appearance: Appearance, qtbot: QtBot, tmp_path: Path) -> Scene:
    return Scene(appearance, qtbot, tmp_path)


def test_packs_are_listed_with_what_becomes_of_a_text(scene: Scene) -> None:
    assert scene.text(scene.item("absolute")).startswith("Superlatives: you are told")
    assert "not pasted" in scene.text(scene.item("privacy"))
    assert (scene.ticked("absolute"), scene.ticked("medical")) == (ON, OFF)
    assert scene.dialog.problems.isHidden()


def test_ticks_are_settings(scene: Scene) -> None:
    scene.tick("medical", ON)
    scene.tick("blame", OFF)
    scene.tick("absolute", OFF)
    assert "not in use" in scene.text(scene.item("blame"))
    assert "not in use" not in scene.text(scene.item("medical"))
    settings = scene.desk.settings
    assert (settings.wording_on, settings.wording_off) == ("medical", "absolute, blame")
    scene.tick("medical", OFF)
    scene.tick("blame", ON)
    settings = scene.desk.settings
    assert (settings.wording_on, settings.wording_off) == ("", "absolute")


def test_a_fault_in_a_pack_of_their_own_is_told_with_its_place(scene: Scene) -> None:
    (scene.data / "lint").mkdir()
    file = scene.data / "lint" / "rude.yaml"
    file.write_text(BROKEN, "utf-8")
    scene.dialog.read_again()
    assert f"{file}:5" in scene.dialog.problems.toPlainText()
    file.write_text("id: [", "utf-8")
    scene.dialog.read_again()
    assert "rude.yaml" in scene.dialog.problems.toPlainText()
    assert scene.text(scene.item("rude")).startswith("Cold or rude words")
    file.unlink()
    scene.dialog.read_again()
    assert scene.dialog.problems.isHidden()


def test_the_folder_is_made_when_it_is_asked_for(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile())
    )
    scene.dialog._on_folder_asked()
    assert opened == [str(scene.data / "lint")]
    assert (scene.data / "lint").is_dir()


class FakeTray(QObject):
    copied_text_asked = Signal()
    words_asked = Signal()


class FakeMessages:
    def __init__(self) -> None:
        self.said: list[tuple[str, str]] = []

    def say(self, title: str, detail: str = "", *_: object, **__: object) -> None:
        self.said.append((title, detail))


@pytest.mark.parametrize(("text", "told"), [(BROKEN, 1), ("", 0)])
def test_a_faulty_pack_is_told_once_the_packs_are_read(
    appearance: Appearance, qtbot: QtBot, tmp_path: Path, text: str, told: int
) -> None:
    (tmp_path / "lint").mkdir()
    if text:
        (tmp_path / "lint" / "rude.yaml").write_text(text, "utf-8")
    scene = Scene(appearance, qtbot, tmp_path)
    messages, desk = FakeMessages(), as_desk(scene.desk)
    served = (desk, Bridge(desk, scene.dialog), appearance, lambda: None)
    scene.desk.platform.hotkeys = None
    room = WordRoom(*served, FakeTray(), messages, tmp_path)  # type: ignore[arg-type]
    room._load()
    assert len(messages.said) == told
    assert all("rude.yaml:5" in detail for _, detail in messages.said)
