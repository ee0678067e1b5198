"""Writes requirements/*.txt anew: names, versions, hashes and markers only.

Called by dev.py only; needs nothing but the standard library.
"""

import subprocess
import sys
import venv
from collections.abc import Callable, Sequence
from pathlib import Path

LOCK_TOOL = "uv==0.13.9"
GROUPS = ("dev", "build")
"""Groups of pyproject.toml with a file of their own beside run.txt."""


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
    common: list[str | Path] = ["uv", "pip", "compile", "--universal", "--quiet"]
    common += ["--python-version", "3.11", "--generate-hashes", "--no-header"]
    common += ["--no-annotate", "--no-emit-index-url", "--no-emit-find-links"]
    common += ["--constraints", folder / "held.txt"]
    common += ["--excludes", folder / "left-out.txt", *arguments]
    run_pins = folder / "run.txt"
    do(*common, "pyproject.toml", "-o", run_pins)
    for group in GROUPS:
        pins = folder / f"{group}.txt"
        do(*common, "--constraints", run_pins, "--group", group, "-o", pins)
    say(f"requirements/run.txt and those of {' and '.join(GROUPS)} are new.")
