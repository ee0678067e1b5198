"""What the parts of the lab are made with: programs that must do their work.

Knows neither Wine nor Python's parts.
"""

import hashlib
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
REQUIREMENTS = ROOT / "requirements"
_DEADLINE_S = 300.0


class LabError(RuntimeError):
    """The lab cannot be made or used here; the words say why."""


def run(*command: str | Path, env: Mapping[str, str] | None = None) -> str:
    """What `command` prints.

    Raises:
        LabError: it is not there, or it failed.
    """
    # Through pipes only: a Windows Python ends at once where its output is a file.
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            encoding="utf-8",
            errors="replace",
            timeout=_DEADLINE_S,
        )
    except FileNotFoundError as absent:
        raise LabError(f"The program {command[0]} is not on this machine.") from absent
    if done.returncode:
        words = " ".join(map(str, command))
        raise LabError(f"This did not work: {words}\n{done.stdout}{done.stderr}")
    return done.stdout


def compile_windows(made: Path, *parts: str | Path) -> None:
    """Make a Windows program or library of `parts`."""
    run("x86_64-w64-mingw32-gcc", "-Wall", "-O2", "-s", "-o", made, *parts)


def digest(files: Iterable[Path], *more: str) -> str:
    """What something is made from, in short: the same for the same only."""
    known = hashlib.sha256("\n".join(more).encode())
    for file in files:
        known.update(file.read_bytes())
    return known.hexdigest()
