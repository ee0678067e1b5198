"""A Windows for one lab: Wine's prefix, as qtdesk's tests need it.

It has nothing of the developer: its own home, no links to his folders, the names of
Chinese Windows' fonts standing for one that is there.
"""

import os
from pathlib import Path

from tests.desktop.xserver import XServer
from tests.wine.making import HERE, LabError, compile_windows, run

_SHIM = "C:\\\\windows\\\\system32\\\\ui_settings.dll"
_FONT = "Noto Sans CJK SC"
SCREEN = "1280x800"
"""The size of its desktop, which is the whole of the X server's screen."""
_FONT_FILES = "NotoSansCJK-*.ttc"
_FONT_PLACE = Path("/usr/share/fonts")
_FONTS = (
    *("Segoe UI", "Microsoft YaHei", "Microsoft YaHei UI", "SimSun", "Lucida Console"),
    *("MS Shell Dlg", "MS Shell Dlg 2", "MS Sans Serif", "Tahoma"),
)
_CLASS = "Windows.UI.ViewManagement.UISettings"


def sources() -> list[Path]:
    """What the prefix is made from, for whoever asks whether it is the same."""
    return [Path(__file__), HERE / "ui_settings.c"]


def wine_version() -> str:
    """The name and version that Wine tells.

    Raises:
        LabError: there is no Wine.
    """
    return run("wine", "--version").strip()


def environment(prefix: Path, display: str) -> dict[str, str]:
    """What a Windows program of `prefix` needs, to show itself on `display`.

    Nothing of the developer's session comes with it.
    """
    return {
        "DISPLAY": display,
        "HOME": str(_home(prefix)),
        "LANG": "C.UTF-8",
        "PATH": os.environ["PATH"],
        "WINEARCH": "win64",
        "WINEDEBUG": os.environ.get("WINEDEBUG", "-all"),
        # Nobody is to be asked whether .NET and a browser may be fetched.
        "WINEDLLOVERRIDES": "mscoree=;mshtml=;winemenubuilder.exe=",
        "WINEPREFIX": str(prefix),
    }


def make_prefix(place: Path) -> None:
    """Make a Wine prefix in the empty folder `place`.

    Raises:
        LabError: Wine could not do it.
    """
    _home(place).mkdir(exist_ok=True)
    with XServer("640x480", window_manager=()) as server:
        env = environment(place, server.display)
        try:
            run("wineboot", "--init", env=env)
            system = place / "drive_c" / "windows" / "system32"
            if not system.is_dir():
                raise LabError("Wine made no Windows folder.")
            shim = system / "ui_settings.dll"
            compile_windows(shim, HERE / "ui_settings.c", "-shared")
            fonts = place / "drive_c" / "fonts"  # fonts_for_qt.py leads Qt there
            fonts.mkdir()
            for font in _FONT_PLACE.rglob(_FONT_FILES):
                # By this name Qt without a screen takes it; Wine's own folder of fonts
                # must not have them, too, or it finds them nowhere.
                (fonts / f"{font.stem}.otf").symlink_to(font)
            settings = place / "settings.reg"
            settings.write_text(_registry(), encoding="utf-16")
            run("wine", "regedit", "/S", settings, env=env)
            run("wineserver", "--wait", env=env)
        finally:
            end_server(env)


def _home(prefix: Path) -> Path:
    """Where Wine lets the folders of the user lead; beside the prefix, which moves."""
    return prefix.with_name("home")


def end_server(env: dict[str, str]) -> None:
    """End every program of the prefix that `env` names, and no other."""
    try:
        run("wineserver", "--kill", env=env)
    except LabError:
        return  # there was none left


def _registry() -> str:
    software = "HKEY_CURRENT_USER\\Software"
    classes = "HKEY_LOCAL_MACHINE\\Software\\Microsoft\\WindowsRuntime"
    fonts = [f'"{name}"="{_FONT}"' for name in _FONTS]
    return "\r\n".join(
        [
            "Windows Registry Editor Version 5.00",
            "",
            f"[{classes}\\ActivatableClassId\\{_CLASS}]",
            f'"DllPath"="{_SHIM}"',
            "",
            # One X window for all: Windows alone decides who is in front, and there is
            # a bar for the tray.
            f"[{software}\\Wine\\Explorer]",
            '"Desktop"="shell"',
            "",
            f"[{software}\\Wine\\Explorer\\Desktops]",
            f'"shell"="{SCREEN}"',
            "",
            f"[{software}\\Wine\\Fonts\\Replacements]",
            *fonts,
            "",
            f"[{software}\\Microsoft\\Notepad]",
            f'"lfFaceName"="{_FONT}"',
            "",
        ]
    )
