import importlib.metadata
import socket
import sys
from pathlib import Path
from typing import Any

import pytest

from qtdesk import platforms
from qtdesk.cli import checks
from qtdesk.cli.context import Context
from qtdesk.cli.options import Options
from qtdesk.core.ports import Ability
from qtdesk.core.words import Words
from tests.cli.conftest import Instance, Run

ABILITIES = (
    Ability("paste", able=True),
    Ability("type_ahead", able=False, reason=Words("There is no X server.")),
)


class Desktop:
    """A platform that is only asked what it can do."""

    name = "fake"
    abilities: tuple[Ability, ...] = ABILITIES
    closed = False
    answers: socket.socket | None = None

    def fileno(self) -> int | None:
        return self.answers.fileno() if self.answers else None

    def dispatch(self) -> None:
        self.abilities = ABILITIES

    def close(self) -> None:
        self.closed = True


@pytest.fixture(autouse=True)
def desktop(monkeypatch: pytest.MonkeyPatch) -> Desktop:
    made = Desktop()
    monkeypatch.setattr(platforms, "detect", lambda _: made, raising=False)
    return made


def checked(run: Run) -> dict[str, dict[str, Any]]:
    ran = run("doctor", "--json")
    assert ran.json["platform"] == "fake"
    found = {check["name"]: check for check in ran.json["checks"]}
    assert ran.code == int(not all(check["ok"] for check in found.values()))
    return found


def test_abilities_with_their_reasons(run: Run, desktop: Desktop) -> None:
    found = checked(run)
    assert found["paste"]["ok"]
    assert not found["type ahead"]["ok"]
    assert found["type ahead"]["found"] == "There is no X server."
    assert desktop.closed


def test_for_people(run: Run) -> None:
    lines = run("doctor").out.splitlines()
    assert "ok\tpaste" in lines
    assert "no\ttype ahead\tThere is no X server." in lines


def test_the_running_instance(run: Run, instance: Instance) -> None:
    assert checked(run)["running"]["found"].startswith("pid ")
    assert [asked["do"] for asked in instance.requests] == ["doctor"]


def test_what_the_running_instance_finds_in_the_way(
    run: Run, instance: Instance
) -> None:
    held = {"name": "modifiers", "verdict": "stop", "what": "Held.", "remedy": "Go."}
    instance.findings = [held, {**held, "name": "target", "verdict": "ok"}]
    found = checked(run)
    assert found["here: modifiers"] == {
        "name": "here: modifiers",
        "ok": False,
        "found": "Held.",
        "remedy": "Go.",
    }
    assert found["here: target"]["ok"]


def test_an_older_instance_knows_no_doctor(run: Run, instance: Instance) -> None:
    instance.refused = {"doctor"}
    assert not any(name.startswith("here") for name in checked(run))


def test_no_instance_is_no_fault(run: Run) -> None:
    assert checked(run)["running"]["ok"]


def test_data_folder(run: Run, data: Path) -> None:
    assert checked(run)["data folder"] == {
        "name": "data folder",
        "ok": True,
        "found": str(data),
        "remedy": "",
    }
    assert not data.exists()


def test_data_folder_that_is_none(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    check = checks.data_folder(Context(Options(file)))
    assert not check.ok
    assert check.remedy


def test_data_folder_that_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.TemporaryFile", refuse)
    check = checks.data_folder(Context(Options(tmp_path)))
    assert (check.ok, check.found) == (False, f"{tmp_path}: Permission denied")


@pytest.mark.parametrize(
    ("version", "python", "ok"),
    [
        ("6.12.0", (3, 11, 9), False),
        ("6.12.0", (3, 12, 0), True),
        ("6.12.1", (3, 11, 9), True),
    ],
)
def test_qt_that_loses_objects(
    version: str,
    python: tuple[int, int, int],
    ok: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(importlib.metadata, "version", lambda _: version)
    monkeypatch.setattr(sys, "version_info", python)
    assert checks.qt().ok is ok


def test_no_qt(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "version", missing)
    monkeypatch.setattr(importlib.metadata, "files", missing)
    assert not checks.qt().ok
    monkeypatch.setenv("QT_IM_MODULE", "fcitx")
    assert not checks.input_method().ok


@pytest.mark.parametrize(
    ("variables", "ok"),
    [
        ({}, True),
        ({"QT_IM_MODULE": "ibus"}, True),
        ({"QT_IM_MODULE": "fcitx"}, False),
        ({"XMODIFIERS": "@im=fcitx"}, False),
        ({"QT_IM_MODULES": "wayland;fcitx"}, False),
    ],
)
@pytest.mark.parametrize("reached", [True, False])
def test_input_method(
    variables: dict[str, str],
    ok: bool,
    reached: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Qt's own wheel reaches fcitx as ibus; other builds may have neither."""
    folder = "PySide6/Qt/plugins/platforminputcontexts"
    plugin = importlib.metadata.PackagePath(f"{folder}/libibus.so")
    monkeypatch.setattr(importlib.metadata, "files", lambda _: [plugin] * reached)
    for name in ("QT_IM_MODULE", "QT_IM_MODULES", "XMODIFIERS"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    check = checks.input_method()
    assert check.ok is (ok or reached)
    assert bool(check.remedy) is not check.ok


def test_a_qt_with_the_plugin(monkeypatch: pytest.MonkeyPatch) -> None:
    plugin = importlib.metadata.PackagePath(
        "PySide6/Qt/plugins/platforminputcontexts/libfcitx5plugin.so"
    )
    monkeypatch.setattr(importlib.metadata, "files", lambda _: [plugin])
    monkeypatch.setenv("QT_IM_MODULE", "fcitx")
    assert checks.input_method().ok


@pytest.mark.parametrize(
    ("variables", "installed", "found"),
    [
        ({"DISPLAY": ":1"}, ("xclip", "xsel"), "xclip"),
        ({"DISPLAY": ":1"}, ("xsel", "wl-copy"), "xsel"),
        ({"DISPLAY": ":1", "WAYLAND_DISPLAY": "w"}, ("xclip", "wl-copy"), "wl-copy"),
        ({"WAYLAND_DISPLAY": "w"}, ("xclip",), "Install wl-clipboard."),
        ({"DISPLAY": ":1"}, (), "Install xclip."),
        ({}, ("xclip",), "DISPLAY is not set"),
    ],
)
def test_clipboard_tool(
    variables: dict[str, str],
    installed: tuple[str, ...],
    found: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(
        "shutil.which", lambda name: name if name in installed else None
    )
    check = checks.clipboard_tool()
    assert found in (check.found if check.ok else check.remedy)
    assert check.ok is (found in installed)


def test_a_desktop_that_has_to_be_asked_first(run: Run, desktop: Desktop) -> None:
    """What it answers is waited for."""
    here, there = socket.socketpair()
    waiting = Ability("paste", False, Words("It has not answered."), pending=True)
    desktop.abilities = (waiting,)
    desktop.answers = here
    there.send(b"answer")
    with here, there:
        assert checked(run)["paste"]["ok"]
