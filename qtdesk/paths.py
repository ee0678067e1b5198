"""Where things live: source tree, installed wheel, frozen or portable program.

The only reader of PyInstaller's folder, and of the folders of the operating system.
Creates nothing but private folders: for the address of the running instance, and for
what cannot be saved.
"""

import os
import stat
import sys
import zlib
from pathlib import Path

from qtdesk.core.errors import RunningError, StoreError
from qtdesk.core.words import QT_TRANSLATE_NOOP, words

_PACKAGE = Path(__file__).resolve().parent

_PORTABLE_MARK = "portable"
"""A file beside a frozen program that keeps the agent's data beside itself."""

# A socket's path has room for 108 bytes on Linux and 104 on macOS, one of them a zero.
_LONGEST_ADDRESS = 103


def resources() -> Path:
    """The folder with icons, translations and generated tables."""
    return _shipped("resources")


def phrasebooks() -> Path:
    """The folder with the phrasebooks that come with the program."""
    return _shipped("phrasebooks")


def data_dir(given: Path | None = None) -> Path:
    """The folder for the agent's own data: `given`, or the system's place for it.

    A portable edition has its data beside itself.

    Raises:
        StoreError: there is something else at that place.
    """
    if given is None:
        given = _portable_data() or _data_of_user()
    if given.exists() and not given.is_dir():
        raise StoreError(
            words(QT_TRANSLATE_NOOP("core", "{path} is not a folder."), path=given),
            hint=words(
                QT_TRANSLATE_NOOP("core", "Name a folder for the data of qtdesk.")
            ),
        )
    return given


AT_LOGIN = "--at-login"
"""Says that no person asked for this start, so that nothing opens."""


def desk_command(data: Path) -> tuple[str, ...]:
    """What starts the desk of the agent whose data are in `data`, from anywhere."""
    if getattr(sys, "frozen", False):
        # An AppImage is mounted elsewhere at each start; it tells its own place.
        beside = Path(sys.executable).with_name(f"qtdesk{Path(sys.executable).suffix}")
        program = os.environ.get("APPIMAGE") or str(
            beside if beside.exists() else sys.executable
        )
        command: tuple[str, ...] = (program,)
    else:
        command = (_windowless(Path(sys.executable)), "-m", "qtdesk")
    if data.absolute() != data_dir().absolute():
        command += ("--data-dir", str(data.absolute()))
    return command


def start_command(data: Path) -> tuple[str, ...]:
    """What the system starts at login for the agent whose data are in `data`."""
    return (*desk_command(data), AT_LOGIN)


def _windowless(python: Path) -> str:
    """On Windows the interpreter that opens no console."""
    without = python.with_name("pythonw.exe")
    return str(without if sys.platform == "win32" and without.exists() else python)


def command_line() -> tuple[str, ...]:
    """What starts the command line from within the program."""
    here = Path(sys.executable)
    if getattr(sys, "frozen", False):
        return (str(here.with_name(f"qtdesk-cli{here.suffix}")),)
    return (str(here), "-m", "qtdesk.cli")


def runtime_address(data: Path) -> str:
    """The path at which the instance that uses `data` is reached; for `qtdesk.ipc`.

    The same for every way to write `data`, and other for another user. It is in a
    folder that only we can enter, created here where it is missing.

    Raises:
        RunningError: somebody else holds the folder.
    """
    # Secrecy is the business of the folder.
    name = _short_name(data)
    addresses = [folder / name for folder in _runtime_folders()]
    if sys.platform != "win32":
        addresses = [a for a in addresses if len(os.fsencode(a)) <= _LONGEST_ADDRESS]
    # Two terminals may disagree on the best place: where somebody is, there we go.
    address = next((a for a in addresses if os.path.lexists(a)), addresses[0])
    _make_private(address.parent)
    return str(address)


def emergency_file(data: Path) -> Path | None:
    """Where changes to the agent's data in `data` go that cannot be written there.

    In the temporary folder of the user, where it survives qtdesk. None where there is
    no place that only we can read.
    """
    import tempfile  # noqa: PLC0415 - see below

    name = "qtdesk-unsaved"
    if sys.platform != "win32":
        # There the temporary folder is the user's own.
        name += f"-{os.getuid()}"
    folder = Path(tempfile.gettempdir(), name)
    try:
        _make_private(folder)
    except RunningError:
        return None
    return folder / f"{_short_name(data)}.jsonl"


def _short_name(data: Path) -> str:
    """Other for another folder, the same for every way to write one; no secret."""
    written = os.fsencode(os.path.normcase(os.path.realpath(data)))
    return f"{zlib.crc32(written):08x}{zlib.adler32(written):08x}"


def _portable_data() -> Path | None:
    """The place beside the program, where a mark says that it is carried around."""
    if not getattr(sys, "frozen", False):
        return None
    beside = Path(sys.executable).parent
    return beside / "data" if (beside / _PORTABLE_MARK).is_file() else None


def _data_of_user() -> Path:
    # Not needed with --data-dir, and slow enough to be noticed.
    from platformdirs import user_data_path  # noqa: PLC0415

    return user_data_path("qtdesk", appauthor=False)


def _shipped(name: str) -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen, "qtdesk", "_data", name)
    installed = _PACKAGE / "_data" / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def _runtime_folders() -> list[Path]:
    """Places for an address, the best first; the last is always short enough."""
    import tempfile  # noqa: PLC0415 - brings along more than the start can afford

    if sys.platform == "win32":
        # Not the temporary folder, which may have been put where others can read.
        own = os.environ.get("LOCALAPPDATA") or tempfile.gettempdir()
        return [Path(own, "qtdesk-run")]
    user = os.getuid()
    runtime = os.environ.get("XDG_RUNTIME_DIR") or f"/run/user/{user}"
    # The shared folders are safe: ours within is made, and checked, to be ours alone.
    places = [Path(runtime), Path(tempfile.gettempdir()), Path("/tmp")]  # noqa: S108
    return [
        place / f"qtdesk-{user}"
        for place in places
        if place.is_absolute() and place.is_dir()
    ]


def _make_private(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        if sys.platform == "win32":
            return  # what is in there has the rights of the user's own folder
        seen = folder.lstat()
        if stat.S_ISDIR(seen.st_mode) and seen.st_uid == os.getuid():
            if stat.S_IMODE(seen.st_mode) & 0o077:
                folder.chmod(0o700)
            return
    except OSError as problem:
        raise _no_folder(folder) from problem
    raise _no_folder(folder)


def _no_folder(folder: Path) -> RunningError:
    return RunningError(
        words(
            QT_TRANSLATE_NOOP("core", "{path} cannot be a private folder."), path=folder
        ),
        words(
            QT_TRANSLATE_NOOP(
                "core", "qtdesk needs it to find its own running instance."
            )
        ),
        words(
            QT_TRANSLATE_NOOP(
                "core", "Something else has that name: rename it or take it away."
            )
        ),
    )
