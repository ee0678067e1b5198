"""Makes `.venv` from the pinned and hashed packages of requirements/*.txt.

Called by dev.py only; needs nothing but the standard library.
"""

import hashlib
import os
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path

from requirements.system import install_packages

ROOT = Path(__file__).parents[1]
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if sys.platform == "win32" else "bin")


def tool(name: str) -> Path:
    """Where `.venv` has the program `name`."""
    return SCRIPTS / (f"{name}.exe" if sys.platform == "win32" else name)


def prepare_venv(want: str, say: Callable[[str], None]) -> None:
    """Create or complete `.venv`; nothing to do where its stamps match."""
    names = ["run"] if want == "run" else ["run", "dev"]
    stamps = {name: VENV / f"stamp-{name}.txt" for name in names}
    old = {name: read(stamp) for name, stamp in stamps.items()}
    due = {name: digest(name) for name in names}
    missing = [name for name in names if old[name] != due[name]]
    if not missing:
        return
    if not old["run"] or any(old[name] for name in missing):
        create_venv(say)
        missing = names
    say(f"Installing the pinned packages for {' and '.join(missing)} ...")
    install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    install += ["--require-hashes", "--no-deps", "--only-binary", ":all:"]
    install += ["--no-compile"]
    for name in missing:
        install += ["-r", str(Path(__file__).with_name(f"{name}.txt"))]
    subprocess.run([tool("python"), *install], cwd=ROOT, check=True)
    say("Compiling them, so that every start is a warm one ...")
    library = VENV / ("Lib" if sys.platform == "win32" else "lib")
    compiling = ("-m", "compileall", "-qq", "-j", "0", "-x", r"\.tmpl\.py$")
    subprocess.run([tool("python"), *compiling, library], check=False)
    write_commands()
    for name in missing:
        stamps[name].write_text(due[name], encoding="utf-8")


def write_commands() -> None:
    """Put `qtdesk` and `qtdesk-cli` into `.venv`, for the tree as it stands."""
    finding = "import sysconfig; print(sysconfig.get_path('purelib'))"
    found = subprocess.run(
        [tool("python"), "-c", finding], check=True, capture_output=True, text=True
    )
    path_file = Path(found.stdout.strip()) / "qtdesk.pth"
    path_file.write_text(f"{ROOT}\n", encoding="utf-8")
    for name, module in {"qtdesk": "qtdesk", "qtdesk-cli": "qtdesk.cli"}.items():
        if sys.platform == "win32":
            text = f'@"%~dp0python.exe" -m {module} %*\r\n'
            (SCRIPTS / f"{name}.cmd").write_text(text, encoding="utf-8", newline="")
        else:
            text = f'#!/bin/sh\nexec "{tool("python")}" -m {module} "$@"\n'
            (SCRIPTS / name).write_text(text, encoding="utf-8")
            (SCRIPTS / name).chmod(0o755)


def create_venv(say: Callable[[str], None]) -> None:
    say(f"Creating .venv with Python {sys.version.split()[0]} ...")
    try:
        import ensurepip  # noqa: F401, PLC0415 - Debian ships Python without it
    except ImportError:
        version = f"{sys.version_info.major}.{sys.version_info.minor}"
        needed = {"proof": "ensurepip", "debian": f"python{version}-venv"}
        install_packages([needed], say)
    venv.create(VENV, with_pip=True, clear=True, symlinks=os.name != "nt")


def digest(name: str) -> str:
    """What `.venv` must have been made from."""
    pins = Path(__file__).with_name(f"{name}.txt").read_bytes().replace(b"\r\n", b"\n")
    python = f"{sys.version}\n{sys.base_prefix}\n{VENV}\n".encode()
    return hashlib.sha256(python + pins).hexdigest()


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""
