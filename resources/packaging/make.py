"""`python dev.py build`: the programs that people install, made and measured.

Makes an environment with the pinned packages for running and building and nothing
else, lets PyInstaller follow build.spec in it, packs the folder, and tells size and
start time. What comes out lies in `dist/`.
"""

import argparse
import importlib
import shutil
import subprocess
import sys
import time
import venv
from collections.abc import Collection, Sequence
from hashlib import sha256
from pathlib import Path

from qtdesk import __version__

ROOT = Path(__file__).parents[2]
WORK = ROOT / "build" / "packaging"
_PINS = ("run", "build")
_IN_THE_LAB = {
    *("pyside6-essentials", "shiboken6"),
    *("keyboard", "packaging", "platformdirs", "pyperclip", "pyyaml", "tinydb"),
}
"""What the lab has by itself: the newest Qt that lives under Wine, and its company."""
_MIB = 1024 * 1024
_PORTABLE = "portable"
_PORTABLE_TEXT = (
    "While this file is here, qtdesk keeps the agent's data in the folder data beside\n"
    "it, and takes nothing from this computer's own folders.\n"
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Build as `arguments` ask; gives an exit code."""
    asking = argparse.ArgumentParser(prog="dev.py build", description=__doc__)
    asking.add_argument(
        "--windows",
        action="store_true",
        help="for Windows, with Windows' Python under Wine (on Linux, for trials)",
    )
    asking.add_argument(
        "--no-measure", action="store_true", help="do not measure the start"
    )
    asked = asking.parse_args(arguments)
    if asked.windows and sys.platform != "win32":
        return build_under_wine()
    folder = build_here()
    say(f"{folder}: {size_mib(folder):.0f} MB")
    say(f"{pack(folder, sys.platform)} can be carried on a stick.")
    if sys.platform == "linux" and not asked.no_measure:
        bench = [sys.executable, "-m", "bench", "packaged"]
        return subprocess.call(bench, cwd=ROOT)
    return 0


def say(sentence: str) -> None:
    print(f"[build] {sentence}", flush=True)


def build_here() -> Path:
    """Build for this system; gives the folder with the programs."""
    python = clean_python()
    dist = ROOT / "dist"
    began = time.monotonic()
    subprocess.run([python, *_pyinstaller(dist, WORK / "work")], cwd=ROOT, check=True)
    say(f"PyInstaller took {time.monotonic() - began:.0f} s.")
    return dist / "qtdesk"


def build_under_wine() -> int:
    """Build for Windows with the Windows Python of the lab in tests/wine."""
    # A lab is for trials: what is released is built on Windows itself.
    lab_room = importlib.import_module("tests.wine.lab")
    server_room = importlib.import_module("tests.desktop.xserver")
    packages = WORK / "windows-packages"
    _install_for_windows(packages)
    dist = ROOT / "dist" / "windows"
    began = time.monotonic()
    with lab_room.open_lab(say) as lab, server_room.XServer() as server:
        environment = lab.environment(server.display)
        environment["PYTHONPATH"] += f";{lab_room.windows_path(packages)}"
        command = lab.python(*_pyinstaller(dist, WORK / "windows-work"))
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,  # Wine's Python can write to nothing else
            stderr=subprocess.STDOUT,
            check=False,
        )
    print(done.stdout.decode(errors="replace")[-4000:])
    if done.returncode:
        return done.returncode
    folder = dist / "qtdesk"
    say(f"{folder}: {size_mib(folder):.0f} MB ({time.monotonic() - began:.0f} s)")
    say(f"{pack(folder, 'win32')} can be carried on a stick.")
    return 0


def clean_python() -> Path:
    """The interpreter of an environment with just what a release is made of."""
    place = WORK / "environment"
    scripts = place / ("Scripts" if sys.platform == "win32" else "bin")
    python = scripts / ("python.exe" if sys.platform == "win32" else "python")
    stamp = place / "stamp.txt"
    due = _digest(sys.version, sys.base_prefix)
    if stamp.exists() and stamp.read_text(encoding="utf-8") == due:
        return python
    say("Making an environment for the build ...")
    venv.create(place, with_pip=True, clear=True, symlinks=sys.platform != "win32")
    install = [str(python), "-m", "pip", "install", "--quiet", "--require-hashes"]
    install += ["--disable-pip-version-check", "--no-deps", "--only-binary", ":all:"]
    for name in _PINS:
        install += ["-r", str(ROOT / "requirements" / f"{name}.txt")]
    subprocess.run(install, check=True)
    stamp.write_text(due, encoding="utf-8")
    return python


def pack(folder: Path, system: str) -> Path:
    """The portable edition: `folder` in one file, with the mark that makes it so."""
    where = "windows" if system == "win32" else "macos"
    name = f"qtdesk-{__version__}-{'linux' if system == 'linux' else where}-portable"
    stage = WORK / "portable"
    shutil.rmtree(stage, ignore_errors=True)
    inside = stage / "qtdesk"
    shutil.copytree(folder, inside, symlinks=True)
    (inside / _PORTABLE).write_text(_PORTABLE_TEXT, encoding="utf-8")
    # Zip knows neither links nor rights to execute.
    kind = "zip" if system == "win32" else "gztar"
    made = shutil.make_archive(str(folder.parent / name), kind, stage, "qtdesk")
    shutil.rmtree(stage)
    return Path(made)


def size_mib(folder: Path) -> float:
    """What the files in `folder` hold, links not counted."""
    files = (path for path in folder.rglob("*") if not path.is_symlink())
    return sum(path.stat().st_size for path in files if path.is_file()) / _MIB


def windows_pins(text: str, leave_out: Collection[str] = ()) -> str:
    """Lines of a requirements file as pip on another system must see them.

    pip judges markers by the system it runs on, also when it fetches for another.
    """
    pieces = text.replace("\\\n", " ").splitlines()
    kept = []
    for piece in pieces:
        pin, _, marker = piece.partition(" ; ")
        if pin.partition("==")[0] in leave_out:
            continue
        if not any(other in marker for other in ("'linux'", "'darwin'")):
            hashes = piece[piece.index("--hash") :] if "--hash" in piece else ""
            kept.append(f"{pin.split('--hash')[0].strip()} {hashes}")
    return "\n".join(kept) + "\n"


def _pyinstaller(dist: Path, work: Path) -> list[str]:
    places = ["--distpath", _written(dist), "--workpath", _written(work)]
    options = ["--noconfirm", "--clean", "--log-level", "WARN"]
    return ["-m", "PyInstaller", "build.spec", *options, *places]


def _written(path: Path) -> str:
    """From the repository on, so that it means the same to every system."""
    return path.relative_to(ROOT).as_posix()


def _install_for_windows(packages: Path) -> None:
    stamp = packages / "stamp.txt"
    due = _digest("windows")
    if stamp.exists() and stamp.read_text(encoding="utf-8") == due:
        return
    shutil.rmtree(packages, ignore_errors=True)
    packages.mkdir(parents=True)
    pins = packages / "pins.txt"
    texts = [_pins(name).decode() for name in _PINS]
    written = [windows_pins(text, _IN_THE_LAB) for text in texts]
    pins.write_text("".join(written), encoding="utf-8")
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--require-hashes"]
    install += ["--no-deps", "--only-binary", ":all:", "--platform", "win_amd64"]
    install += ["--python-version", "3.11", "--target", str(packages)]
    subprocess.run([*install, "-r", str(pins)], check=True)
    stamp.write_text(due, encoding="utf-8")


def _digest(*also: str) -> str:
    pins = b"".join(map(_pins, _PINS))
    return sha256(pins + "\n".join(also).encode()).hexdigest()


def _pins(name: str) -> bytes:
    return (ROOT / "requirements" / f"{name}.txt").read_bytes()


if __name__ == "__main__":
    sys.exit(main())
