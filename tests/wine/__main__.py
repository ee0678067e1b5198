"""`python -m tests.wine ...`: qtdesk's tests on Windows' Python, under Wine.

setup               make the lab
test [ARGUMENTS]    run the tests that fit there, then those of the program itself;
                    with arguments for pytest only those tests
python ARGUMENTS    run Windows' Python, on a private desktop
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.desktop.xserver import XServer
from tests.wine.lab import Lab, open_lab
from tests.wine.making import ROOT, LabError
from tests.wine.prefix import SCREEN, wine_version

_ELSEWHERE = {
    "tests/bench": "counts as Linux counts",
    "tests/packaging": "reads the sources, which are the same everywhere",
    "tests/platforms/macos": "plays a Mac, in plain Python",
    "tests/test_architecture.py": "reads the sources, which are the same everywhere",
    "tests/test_binding_refcounts.py": "counts what another version of Qt loses",
    "tests/test_requirements.py": "reads lists, which are the same everywhere",
    "tests/test_system_packages.py": "asks what a Linux has",
    "tests/ipc/test_wire.py": "bytes in and out, which are the same everywhere",
    "tests/ui/test_every_window.py": "draws with the fonts of this Linux",
    "tests/cli/test_cli_updates.py": "signs, for which Wine 8 lacks a library",
    "tests/updates/test_update_check.py": "signs, for which Wine 8 lacks a library",
}
"""Tests that Windows' Python does not run, and why; see also tests/conftest.py."""

_CORE = ROOT / "tests" / "core"
_NEEDED_OF_CORE = "search"
"""Has a package with a wheel for each system; the rest of it is plain Python."""

_SIDE_BY_SIDE = ("-n", "2", "--dist", "worksteal", "-m", "not alone")
_ALONE = ("-m", "alone")
"""Those that use the one clipboard and the one front."""

_TESTS_FAILED = 1
"""What pytest answers then, and for nothing else."""
_CACHE = "cache_dir=build/wine/pytest"
_LOAD = Path("/proc/loadavg")
_Run = Callable[[Sequence[str]], int]
_JOURNEYS = "tests/wine"
"""Tests that sit on Linux and use the program from outside."""


def main(arguments: Sequence[str]) -> int:
    command, *rest = arguments or ["help"]
    try:
        match command:
            case "setup":
                with open_lab(_say):
                    return 0
            case "python":
                with open_lab(_say) as lab:
                    return _python(lab, rest)
            case "test":
                return _test(rest)
    except LabError as problem:
        _say(str(problem))
        return 1
    print(__doc__)
    return 2


def _say(sentence: str) -> None:
    print(f"[wine] {sentence}", flush=True)


def _test(chosen: Sequence[str]) -> int:
    if chosen:
        journeys = any(word.startswith(_JOURNEYS) for word in chosen)
        return _timed("those tests", _journeys if journeys else _pytest, chosen)
    core = (test for test in _CORE.iterdir() if test.name != _NEEDED_OF_CORE)
    given = [f"--ignore={test}" for test in _ELSEWHERE]
    given += [f"--ignore={test.relative_to(ROOT).as_posix()}" for test in core]
    return max(
        _twice("tests side by side", _pytest, [*given, *_SIDE_BY_SIDE]),
        _twice("tests alone", _pytest, [*given, *_ALONE]),
        _twice("journeys", _journeys, [_JOURNEYS]),
    )


def _twice(name: str, run: _Run, arguments: Sequence[str]) -> int:
    """Run tests; what failed gets a second trial, when nothing runs beside it."""
    code = _timed(name, run, arguments)
    if code == _TESTS_FAILED:
        again = [*arguments, "--last-failed", "-n", "0"]
        code = _timed(f"{name}, once more those that failed", run, again)
    return code


def _timed(name: str, run: _Run, arguments: Sequence[str]) -> int:
    """Its exit code; how long it took is printed, and on what."""
    load, began = _LOAD.read_text().split()[0], time.monotonic()
    code = run(arguments)
    took = time.monotonic() - began
    machine = f"{os.cpu_count()} cores with a load of {load} before, {wine_version()}"
    _say(f"{name}: {took:.0f} s on {machine}.")
    return code


def _journeys(arguments: Sequence[str]) -> int:
    """Use the program from outside."""
    pytest = [sys.executable, "-m", "pytest", "--windows", *arguments]
    return subprocess.call(pytest, cwd=ROOT)


def _pytest(arguments: Sequence[str]) -> int:
    """Run tests within Windows' Python."""
    with open_lab(_say) as lab:
        return _python(lab, ["-m", "pytest", "-o", _CACHE, *arguments])


def _python(lab: Lab, arguments: Sequence[str]) -> int:
    """Run Windows' Python on a desktop of its own; its lines are ours."""
    with XServer(SCREEN) as server:
        program = subprocess.Popen(
            lab.python(*arguments),
            cwd=ROOT,
            env=lab.environment(server.display),
            stdin=subprocess.DEVNULL,
            # Pipes only: a Windows Python ends at once where its output is a file.
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        assert program.stdout
        # As it comes, also where a line is a row of dots that grows.
        while piece := os.read(program.stdout.fileno(), 4096):
            sys.stdout.buffer.write(piece)
            sys.stdout.flush()
        return program.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
