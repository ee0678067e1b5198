"""The pinned packages: complete, hashed, without addresses, and as pyproject says."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "requirements"


def pins(name: str) -> dict[str, Requirement]:
    """Canonical name to pin, as written in one file."""
    text = (FOLDER / name).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line.split("--hash")[0] for line in text.splitlines() if "==" in line]
    found = [Requirement(line.split("#")[0].strip()) for line in lines]
    return {canonicalize_name(pin.name): pin for pin in found}


def asked_for() -> list[tuple[str, Requirement]]:
    """What pyproject.toml asks for, with the file that must pin it."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)
    run = project["project"]["dependencies"]
    groups = project["dependency-groups"]
    return [("run.txt", Requirement(line)) for line in run] + [
        (f"{group}.txt", Requirement(line))
        for group in groups
        for line in groups[group]
    ]


@pytest.mark.parametrize(("name", "asked"), asked_for(), ids=str)
def test_every_dependency_is_pinned_within_its_range(
    name: str, asked: Requirement
) -> None:
    pin = pins(name)[canonicalize_name(asked.name)]
    (exact,) = pin.specifier
    assert exact.operator == "=="
    assert asked.specifier.contains(exact.version)
    assert str(pin.marker) == str(asked.marker)


@pytest.mark.parametrize("held", pins("held.txt").values(), ids=str)
def test_held_versions_are_the_pinned_ones(held: Requirement) -> None:
    pinned = {**pins("dev.txt"), **pins("run.txt")}
    assert pinned[canonicalize_name(held.name)].specifier == held.specifier


@pytest.mark.parametrize("name", ["dev.txt", "build.txt"])
def test_the_files_agree(name: str) -> None:
    run, dev = pins("run.txt"), pins(name)
    both = run.keys() & dev.keys()
    assert {name: str(run[name].specifier) for name in both} == {
        name: str(dev[name].specifier) for name in both
    }


def test_windows_has_all_that_the_program_needs_there() -> None:
    run, windows = pins("run.txt"), pins("windows.txt")
    there = {"sys_platform": "win32", "platform_machine": "AMD64"}
    due = {n for n, pin in run.items() if not pin.marker or pin.marker.evaluate(there)}
    assert due <= windows.keys()
    others = {n for n in due if run[n].specifier != windows[n].specifier}
    # An older one, because of Wine.
    assert others == {"pyside6-essentials", "shiboken6"}


LISTS = ["run.txt", "dev.txt", "build.txt", "windows.txt", "windows-python.txt"]


@pytest.mark.parametrize("name", LISTS)
def test_every_pin_has_hashes_and_nothing_has_an_address(name: str) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    pattern = re.compile(
        r"[a-z0-9-]+==[\w.]+( ; [\w.' =<>!()]+)?\s+(--hash=sha256:[0-9a-f]{64}\s*)+"
    )
    assert [line for line in lines if not pattern.fullmatch(line)] == []
    assert "://" not in text


def test_wheels_for_all_systems_are_there() -> None:
    text = (FOLDER / "run.txt").read_text(encoding="utf-8").replace("\\\n", " ")
    qt = next(line for line in text.splitlines() if line.startswith("pyside6-ess"))
    linux_mac_and_windows = 4
    assert qt.count("--hash") >= linux_mac_and_windows
