"""Every command of the repository; needs nothing but Python 3.11 or newer.

python dev.py run [...]        start qtdesk with the sample phrasebook
python dev.py test [...]       all checks and tests; --quick leaves out real programs;
                               --windows as Windows runs them, on Linux under Wine;
                               --packaged tries the programs that build has made;
                               with arguments for pytest only those tests
python dev.py check            format, lint, types on three systems, layers
python dev.py bench [...]      measure: [NAME ...] [--json FILE]
python dev.py torture WHAT     store: try to lose the agent's data; orders: 100,000 odd
                               texts to read; --short for a few trials
python dev.py setup            only prepare what the commands above need
python dev.py translate        collect the sentences to translate, build catalogues
python dev.py build [...]      programs to install, in dist/; --windows under Wine
python dev.py lock [...]       renew requirements/*.txt; --upgrade takes newer versions

The first command creates `.venv` from pinned and hashed packages; later ones start at
once. A `.venv` that is a link belongs to somebody else and is used as it is. This file
and requirements/*.py stand alone and must not import the package.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - this is where an older Python is told
    sys.exit(
        "qtdesk needs Python 3.11 or newer; this is {}.{}. "
        "Install a newer Python and start dev.py with it.".format(*sys.version_info)
    )

import compileall
import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from requirements.environment import VENV, prepare_venv, tool
from requirements.lock import lock as write_pins
from requirements.system import install_packages, missing_packages

TESTS_FAILED = 1
"""What pytest answers then, and for nothing else."""
RUNS = (("-n", "2", "--dist", "worksteal", "-m", "not alone"), ("-m", "alone"))
"""Most tests wait for real programs, each on a display of its own; some need quiet."""
ROOT = Path(__file__).resolve().parent
TRANSLATIONS = ROOT / "resources" / "translations"


def main(arguments: Sequence[str]) -> int:
    """Do one command; the exit code tells whether all went well."""
    commands: dict[str, Callable[[Sequence[str]], int]] = {
        "run": run,
        "test": test,
        "check": check,
        "bench": partial(run_module, "bench"),
        "torture": partial(run_module, "torture"),
        "setup": setup,
        "translate": translate,
        "build": partial(run_module, "resources.packaging.make"),
        "lock": lock,
    }
    name, *rest = arguments or ["--help"]
    if name not in commands:
        print(__doc__)
        return 0 if name in {"-h", "--help", "help"} else 2
    try:
        return commands[name](rest)
    except KeyboardInterrupt:
        return 130
    except subprocess.CalledProcessError as failed:
        say(f"This did not work: {' '.join(map(str, failed.cmd))}")
        return failed.returncode or 1


def do(*command: str | Path) -> None:
    """Run `command` in the repository; a failure ends what we are doing."""
    subprocess.run(command, cwd=ROOT, check=True)


def say(sentence: str) -> None:
    print(f"[dev] {sentence}", flush=True)


# --- commands ----------------------------------------------------------------------


def run(arguments: Sequence[str]) -> int:
    """Start qtdesk; without a desktop it says itself what is missing."""
    prepare("run")
    command = [str(tool("python")), "-m", "qtdesk", *arguments]
    if sys.platform != "win32":
        os.chdir(ROOT)
        os.execv(command[0], command)  # noqa: S606 - signals reach qtdesk itself
    return subprocess.call(command, cwd=ROOT)


def test(arguments: Sequence[str]) -> int:
    """All checks, then all tests; with arguments for pytest only those tests."""
    if "--windows" in arguments:
        return test_on_windows([word for word in arguments if word != "--windows"])
    prepare("run", "test")
    runs: Sequence[Sequence[str]] = [arguments]
    if not arguments:
        runs = RUNS
    elif arguments == ["--quick"]:
        runs = [("-n", "2", "-m", "not desktop")]
    checked = 0 if runs == [arguments] else check(())
    # Not where pytest looks by itself: it fails at what other runs have left there.
    # Its name is short: what tests keep there includes sockets.
    with tempfile.TemporaryDirectory(prefix="q", ignore_cleanup_errors=True) as folder:
        place = {"QT_QPA_PLATFORM": "offscreen", "PYTEST_DEBUG_TEMPROOT": folder}
        tested = max([pytest(run, place) for run in runs])
        if tested == TESTS_FAILED and runs is RUNS:
            say("Real programs on a busy machine: what failed is tried again, alone.")
            tested = pytest(["--last-failed"], place)
    if checked:
        say("The tests have run, but the checks above found faults.")
    return checked or tested


def pytest(arguments: Sequence[str], environment: Mapping[str, str]) -> int:
    command: list[str | Path] = [tool("python"), "-m", "pytest", *arguments]
    return subprocess.call(command, cwd=ROOT, env={**os.environ, **environment})


def test_on_windows(arguments: Sequence[str]) -> int:
    """The tests that fit on Windows, and the program itself; see tests/wine."""
    if sys.platform == "win32":
        return test(arguments)
    if sys.platform != "linux":
        say("The tests for Windows run on Windows, or on Linux under Wine.")
        return 1
    prepare("run", "test", "windows")
    wine: list[str | Path] = [tool("python"), "-m", "tests.wine", "test"]
    return subprocess.call([*wine, *arguments], cwd=ROOT)


def check(arguments: Sequence[str]) -> int:
    """Format, lint, types and layers, side by side; prints only what is wrong."""
    del arguments
    prepare("run", "test")
    jobs: dict[str, list[str]] = {
        "format": ["ruff", "format", "--check", "."],
        "lint": ["ruff", "check", "."],
        "layers": ["lint-imports"],
    }
    for system in ("linux", "win32", "darwin"):
        cache = ROOT / ".mypy_cache" / system
        types = ["mypy", "--strict", "--platform", system, "--cache-dir", str(cache)]
        jobs[f"types on {system}"] = types
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return max(pool.map(check_one, jobs, jobs.values()))


def check_one(name: str, command: Sequence[str]) -> int:
    began = time.monotonic()
    done = subprocess.run(
        [tool(command[0]), *command[1:]],
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
    )
    word = "found faults" if done.returncode else "good"
    text = f"{done.stdout}{done.stderr}" if done.returncode else ""
    say(f"{name}: {word} ({time.monotonic() - began:.1f} s)\n{text}".rstrip())
    return done.returncode


def run_module(module: str, arguments: Sequence[str]) -> int:
    """Run a room of the repository that has a command line of its own."""
    prepare("run", "test")
    command: list[str | Path] = [tool("python"), "-m", module]
    return subprocess.call([*command, *arguments], cwd=ROOT)


def setup(arguments: Sequence[str]) -> int:
    """Prepare everything that the other commands need."""
    del arguments
    prepare("run", "test")
    say("Everything is ready.")
    return 0


def translate(arguments: Sequence[str]) -> int:
    """Collect new sentences from the sources, then build the catalogues."""
    del arguments
    prepare("run")
    sources = sorted(map(str, (ROOT / "qtdesk").rglob("*.py")))
    options = ("-no-obsolete", "-locations", "none")
    for catalogue in sorted(TRANSLATIONS.glob("*.ts")):
        do(tool("pyside6-lupdate"), *options, *sources, "-ts", catalogue)
    build_catalogues()
    return 0


def lock(arguments: Sequence[str]) -> int:
    """Write requirements/*.txt anew."""
    write_pins(ROOT, arguments, say)
    return 0


# --- what the commands need ----------------------------------------------------------


def prepare(*stages: str) -> None:
    """Make `.venv`, the system's packages and the catalogues fit for `stages`."""
    install_packages(missing_packages(stages), say)
    if not VENV.is_symlink():
        prepare_venv("dev" if "test" in stages else "run", say)
    build_catalogues()
    compileall.compile_dir(ROOT / "qtdesk", quiet=1)


def build_catalogues() -> None:
    """Build every .qm that is older than its .ts."""
    for source in sorted(TRANSLATIONS.glob("*.ts")):
        built = source.with_suffix(".qm")
        if built.exists() and built.stat().st_mtime >= source.stat().st_mtime:
            continue
        say(f"Building {built.name} ...")
        do(tool("pyside6-lrelease"), "-silent", source, "-qm", built)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
