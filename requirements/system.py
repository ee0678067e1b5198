"""Which parts of the system are missing, and how to get them.

The needs themselves are data in system.toml beside this file. Called by dev.py only;
needs nothing but the standard library.
"""

import ctypes
import os
import platform
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

INSTALLERS = {
    "debian": "sudo apt-get install",
    "fedora": "sudo dnf install",
    "arch": "sudo pacman -S",
    "suse": "sudo zypper install",
}


def missing_packages(stages: Sequence[str]) -> list[dict[str, Any]]:
    """What requirements/system.toml asks for and is not there; Linux only."""
    if sys.platform != "linux":
        return []
    with Path(__file__).with_suffix(".toml").open("rb") as file:
        needs = tomllib.load(file)
    return [
        need for stage in stages for need in needs[stage] if not is_there(need["proof"])
    ]


def is_there(proof: str) -> bool:
    if proof.startswith("/"):
        patterns = proof.split(" | ")
        return any(any(Path("/").glob(pattern[1:])) for pattern in patterns)
    if ".so" not in proof:
        return shutil.which(proof) is not None
    try:
        ctypes.CDLL(proof)
    except OSError:
        return False
    return True


def install_packages(
    missing: Sequence[dict[str, Any]], say: Callable[[str], None]
) -> None:
    """Install them as root on Debian and its kin; elsewhere say how to."""
    if not missing:
        return
    family = system_family()
    if sys.platform == "win32" or family != "debian" or os.geteuid() != 0:
        say("These parts of the system are missing; qtdesk goes on without them:")
        for name in [family] if family else INSTALLERS:
            packages = sorted({need[name] for need in missing if name in need})
            print(f"    {INSTALLERS[name]} {' '.join(packages)}", flush=True)
        return
    packages = sorted({need["debian"] for need in missing})
    say(f"Installing from the system's packages: {' '.join(packages)}")
    apt = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"]
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = [*apt, "install", "-y", "--no-install-recommends"]
    subprocess.run([*apt, "update"], env=quiet, check=False)
    together = subprocess.run(
        [*install, *packages], env=quiet, check=False, stdout=subprocess.DEVNULL
    )
    if together.returncode:
        for package in packages:
            say(f"Trying {package} by itself ...")
            subprocess.run([*install, package], env=quiet, check=False)


def system_family() -> str:
    """`debian`, `fedora`, `arch` or `suse`; empty where we do not know it."""
    try:
        told = platform.freedesktop_os_release()
    except OSError:
        return ""
    names = f"{told.get('ID', '')} {told.get('ID_LIKE', '')}".split()
    kin = {"ubuntu": "debian", "rhel": "fedora", "opensuse": "suse"}
    families = [kin.get(name, name) for name in names]
    return next((name for name in families if name in INSTALLERS), "")
