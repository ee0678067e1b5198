"""The lab: Windows' Python and a Windows for it, made once and used many times.

Everything lies in `build/wine`, beside a stamp of what it was made from; what is no
longer the same is made anew. One at a time may use it.
"""

import contextlib
import fcntl
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.wine.interpreter import make_interpreter
from tests.wine.interpreter import sources as interpreter_sources
from tests.wine.making import ROOT, LabError, digest
from tests.wine.prefix import end_server, environment, make_prefix, wine_version
from tests.wine.prefix import sources as prefix_sources

PLACE = ROOT / "build" / "wine"
_PYTHON = PLACE / "python"
_PREFIX = PLACE / "prefix"


def windows_path(path: Path) -> str:
    """How a Windows program of the lab writes `path`."""
    return "Z:" + str(path).replace("/", "\\")


class Lab:
    """Made and ready; `with open_lab() as lab:` gives it."""

    def environment(self, display: str) -> dict[str, str]:
        """For Windows programs that are to appear on `display`."""
        return {
            **environment(_PREFIX, display),
            "HYPOTHESIS_STORAGE_DIRECTORY": windows_path(PLACE / "hypothesis"),
            "PYTHONPATH": windows_path(ROOT),
            "PYTHONPYCACHEPREFIX": windows_path(PLACE / "pycache"),
        }

    def python(self, *arguments: str) -> list[str]:
        """The command that starts Windows' Python with `arguments`."""
        return ["wine", str(_PYTHON / "python.exe"), *arguments]

    def end_programs(self) -> None:
        """End every Windows program that runs in the lab."""
        end_server(environment(_PREFIX, ""))


@contextlib.contextmanager
def open_lab(say: Callable[[str], None]) -> Iterator[Lab]:
    """Make the lab where it is not made yet; nobody else can use it meanwhile.

    Raises:
        LabError: it cannot be made here.
    """
    if sys.platform != "linux":
        raise LabError("Wine is used on Linux only.")
    PLACE.mkdir(parents=True, exist_ok=True)
    with (PLACE / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("Waiting for another run in this lab to end ...")
            fcntl.flock(lock, fcntl.LOCK_EX)
        wine = wine_version()
        _make(_PYTHON, make_interpreter, digest(interpreter_sources()), say)
        _make(_PREFIX, make_prefix, digest(prefix_sources(), wine), say)
        lab = Lab()
        try:
            yield lab
        finally:
            lab.end_programs()


def _make(
    place: Path, make: Callable[[Path], None], due: str, say: Callable[[str], None]
) -> None:
    """Have `place` made by `make`, unless it was made from the same already."""
    stamp = place / "stamp.txt"
    if stamp.exists() and stamp.read_text(encoding="utf-8") == due:
        return
    began = time.monotonic()
    say(f"Making the lab's {place.name} ...")
    fresh = place.with_name(f"{place.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    make(fresh)
    (fresh / stamp.name).write_text(due, encoding="utf-8")
    shutil.rmtree(place, ignore_errors=True)
    fresh.rename(place)
    say(f"The lab's {place.name} is there ({time.monotonic() - began:.0f} s).")
