"""Writes requirements/*.txt anew: names, versions, hashes and markers only.

Called by dev.py only; needs nothing but the standard library.
"""

import re
import subprocess
import sys
import venv
from collections.abc import Callable, Sequence
from pathlib import Path

LOCK_TOOL = "uv==0.13.9"
GROUPS = ("dev", "build")
"""Groups of pyproject.toml with a file of their own beside run.txt."""
_PIN = re.compile(r"^([a-z0-9-]+)==[^ ;]+", re.MULTILINE)
_QT = {"pyside6-essentials", "shiboken6"}
"""What the group `windows` has in an older version, because of Wine."""


def lock(root: Path, arguments: Sequence[str], say: Callable[[str], None]) -> None:
    """Pin what pyproject.toml asks for; `arguments` go to the tool."""
    tools = root / "build" / "lock"
    say(f"Making a place for {LOCK_TOOL} ...")
    venv.create(tools, with_pip=True, clear=True)
    python = tools / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    folder = root / "requirements"

    def do(*command: str | Path) -> None:
        subprocess.run([python, "-m", *command], cwd=root, check=True)

    do("pip", "-q", "install", LOCK_TOOL)
    common: list[str | Path] = ["uv", "pip", "compile", "--quiet"]
    common += ["--python-version", "3.11", "--generate-hashes", "--no-header"]
    common += ["--no-annotate", "--no-emit-index-url", "--no-emit-find-links"]
    common += ["--excludes", folder / "left-out.txt", *arguments]
    everywhere = [*common, "--universal", "--constraints", folder / "held.txt"]
    run_pins = folder / "run.txt"
    do(*everywhere, "pyproject.toml", "-o", run_pins)
    for group in GROUPS:
        pins = folder / f"{group}.txt"
        do(*everywhere, "--constraints", run_pins, "--group", group, "-o", pins)
    same = tools / "same.txt"
    same.write_text(_same_versions(folder), encoding="utf-8")
    windows: list[str | Path] = ["--python-platform", "windows", "--constraints", same]
    windows += ["--group", "windows", "-o", folder / "windows.txt"]
    do(*common, "pyproject.toml", *windows)
    say(f"requirements/run.txt and those of {', '.join(GROUPS)} and windows are new.")


def _same_versions(folder: Path) -> str:
    """What is the same everywhere, as the lists made before have it."""
    lists = [
        (folder / name).read_text(encoding="utf-8") for name in ("run.txt", "dev.txt")
    ]
    return "".join(
        f"{pin[0]}\n"
        for text in lists
        for pin in _PIN.finditer(text)
        if pin[1] not in _QT
    )
