import sys
from pathlib import Path

import pytest

from qtdesk import APP_ID
from qtdesk.bootstrap import open_data, open_store
from qtdesk.core.settings import Settings
from tests.autostart.registry_values import Values
from tests.cli.conftest import Instance, Run


def _stored(data: Path) -> dict[str, str]:
    return open_store(open_data(data)).settings()


def test_all_of_them(run: Run) -> None:
    texts = {**Settings().as_texts(), "start_at_login": "false"}
    if sys.platform == "linux":
        texts["in_menu"] = "false"
    assert run("settings", "list", "--json").json == texts
    assert run("settings").out == run("settings", "list").out
    assert run("settings").out.splitlines() == [
        f"{name}\t{text}" for name, text in texts.items()
    ]


def test_changed_and_read_again(run: Run) -> None:
    assert run("settings", "set", "hotkey", "Control+Alt+Q").code == 0
    assert run("settings", "get", "hotkey").out == "ctrl+alt+q\n"
    assert run("settings", "set", "notify", "off").code == 0
    assert run("settings", "get", "hotkey").out == "ctrl+alt+q\n"
    assert run("settings", "get", "notify").out == "false\n"


def test_for_this_run_only(run: Run) -> None:
    assert run("settings", "get", "theme", "--set", "theme=dark").out == "dark\n"
    assert run("settings", "get", "theme").out == "auto\n"


def test_values_and_names_that_do_not_fit(run: Run) -> None:
    ran = run("settings", "set", "theme", "pink")
    assert ran.code == 2
    assert "auto, light, dark" in ran.err
    assert run("settings", "set", "colour", "red").code == 2
    assert run("settings", "get", "colour").code == 2
    assert run("settings", "get", "theme", "--set", "theme=pink").code == 2
    assert run("settings", "get", "theme", "--set", "theme").code == 2


def test_the_running_instance_takes_the_change(
    run: Run, data: Path, instance: Instance
) -> None:
    assert run("settings", "set", "notify", "No").code == 0
    asked = {"v": 1, "do": "change_settings", "changes": {"notify": "false"}}
    assert instance.requests == [asked]
    assert _stored(data) == {}


def test_starting_at_login_is_the_system_s_to_keep(run: Run, data: Path) -> None:
    assert run("settings", "set", "start_at_login", "on").code == 0
    assert run("settings", "get", "start_at_login").out == "true\n"
    assert _stored(data) == {}
    assert run("settings", "set", "start_at_login", "off").code == 0
    assert run("settings", "get", "start_at_login").out == "false\n"
    assert run("settings", "set", "start_at_login", "maybe").code == 2


@pytest.mark.skipif(sys.platform != "linux", reason="installers see to it there")
def test_the_menu_of_applications_is_the_system_s_to_keep(
    run: Run, data: Path, tmp_path: Path
) -> None:
    entry = tmp_path / "share/applications" / f"{APP_ID}.desktop"
    assert run("settings", "set", "in_menu", "on").code == 0
    assert run("settings", "get", "in_menu").out == "true\n"
    lines = entry.read_text(encoding="utf-8").splitlines()
    (command,) = (line for line in lines if line.startswith("Exec="))
    assert command.endswith(f"-m qtdesk --data-dir {data}")
    assert _stored(data) == {}
    assert run("settings", "set", "in_menu", "off").code == 0
    assert not entry.exists()


def test_a_system_that_does_not_let_us(
    run: Run, registry: Values, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    registry.refuses = True
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "file"))
    (tmp_path / "file").touch()
    ran = run("settings", "set", "start_at_login", "on")
    assert ran.code == 4
    assert "Starting with the system could not be changed." in ran.err
