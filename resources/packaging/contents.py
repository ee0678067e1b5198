"""What goes into the programs: modules, data, and the parts of Qt that are used.

Read by build.spec. Decides by names and by what links to what; knows no PyInstaller.
"""

from collections.abc import Callable, Iterable
from pathlib import Path, PurePath
from types import MappingProxyType

Entry = tuple[str, str, str]
"""A file as PyInstaller lists it: place in the program, where it is now, its kind."""

_OWN_ROOMS = {
    "linux": {"x11", "wayland"},
    "win32": {"windows"},
    "darwin": {"macos"},
}
_ROOMS_OF_SYSTEMS = ("qtdesk.platforms", "qtdesk.autostart")

NAMED_MODULES = MappingProxyType({"win32": ("keyboard._winkeyboard",)})
"""By system: what is imported by its name only, at the time it is needed."""

UNUSED_MODULES = (
    "distutils",
    "doctest",
    "lib2to3",
    "pip",
    "pkg_resources",
    "pydoc",
    "setuptools",
    "tkinter",
    "unittest",
)
"""Reached by way of other packages, for cases that are not ours."""

_PLUGINS = {
    "iconengines": (),
    "imageformats": ("qico", "qjpeg", "qgif", "qwebp"),
    "platforminputcontexts": ("compose", "ibus", "fcitx"),
    "platforms": ("qxcb", "qwayland", "qoffscreen", "qwindows", "qcocoa"),
    "platformthemes": ("qxdgdesktopportal",),
    "styles": ("",),
    "wayland-decoration-client": ("",),
    "wayland-shell-integration": ("xdg-shell", "qt-shell"),
}
"""Folder of plugins, and how the names begin of those that are used ("" for all).

Pictures: ours are PNG, which needs no plugin; the others are read from the clipboard.
No GL for X11 and Wayland: widgets are painted by the processor.
"""
_CATALOGUES = ("qtbase_zh_CN.qm",)
_ALWAYS_LINKED = ("libpython", "python3", "api-ms-win-", "ucrtbase")
"""The interpreter, to which only the program itself is linked, and the C runtime."""
_OF_EVERY_DESKTOP = (
    *("libX11.", "libX11-xcb.", "libXau.", "libXdmcp.", "libxcb."),
    *("libfontconfig.", "libfreetype.", "libexpat.", "libEGL.", "libGL"),
    *("libstdc++.", "libgcc_s.", "libwayland-"),
)
"""Linux: what must fit the machine's own server, fonts and drivers stays there."""
_QT = "PySide6"


def modules(root: Path, system: str) -> list[str]:
    """Every module of qtdesk that `system` (as in `sys.platform`) can have use for.

    Many are imported late, or started by name as processes of their own; none of them
    is left to be found by luck.
    """
    names = (
        path.relative_to(root).with_suffix("").parts
        for path in sorted((root / "qtdesk").rglob("*.py"))
    )
    whole = (".".join(parts).removesuffix(".__init__") for parts in names)
    return [name for name in whole if not _is_foreign(name, system)]


def data_files(root: Path) -> list[tuple[str, str]]:
    """Files that come with the program, each with the folder it goes to."""
    found = [
        *(root / "phrasebooks").rglob("*"),
        *(
            path
            for path in (root / "resources").rglob("*")
            if "packaging" not in path.relative_to(root).parts
        ),
    ]
    return [
        (str(path), str(PurePath("qtdesk", "_data", path.parent.relative_to(root))))
        for path in sorted(found)
        if path.is_file() and path.suffix not in {".ts", ".md", ".py", ".pyc"}
    ]


def trimmed(
    entries: Iterable[Entry], links: Callable[[str], Iterable[str]]
) -> list[Entry]:
    """`entries` without what no module of ours and no plugin in use leads to.

    `links` tells the names of the libraries that a binary is linked to.
    """
    all_entries = [entry for entry in entries if not _is_of_the_desktop(entry)]
    kept = {entry for entry in all_entries if _is_root(entry)}
    # The C++ runtime of Windows lies beside each of those that brought it along.
    libraries: dict[str, list[Entry]] = {}
    for entry in all_entries:
        if entry[2] == "BINARY" and not _is_plugin(entry[0]):
            name = PurePath(entry[0]).name.casefold()
            libraries.setdefault(name, []).append(entry)
    pending = [entry for entry in kept if entry[2] in {"BINARY", "EXTENSION"}]
    while pending:
        for name in links(pending.pop()[1]):
            for found in libraries.get(PurePath(name).name.casefold(), ()):
                if found not in kept:
                    kept.add(found)
                    pending.append(found)
    places = {PurePath(entry[0]) for entry in kept}
    return [
        entry
        for entry in all_entries
        if entry in kept or (entry[2] == "SYMLINK" and _target(entry) in places)
    ]


def _is_foreign(module: str, system: str) -> bool:
    """Whether it is in a room that belongs to another system."""
    foreign = {
        room for other, rooms in _OWN_ROOMS.items() if other != system for room in rooms
    }
    return any(
        module.startswith(f"{folder}.")
        and module[len(folder) + 1 :].split(".", maxsplit=1)[0] in foreign
        for folder in _ROOMS_OF_SYSTEMS
    )


def _is_of_the_desktop(entry: Entry) -> bool:
    name = PurePath(entry[0]).name
    return entry[2] == "BINARY" and name.startswith(_OF_EVERY_DESKTOP)


def _is_root(entry: Entry) -> bool:
    """Whether it stays for its own sake, and not because something is linked to it."""
    place, _, kind = entry
    name = PurePath(place).name
    if _is_plugin(place):
        wanted = _PLUGINS.get(PurePath(place).parent.name, ())
        return any(name.removeprefix("lib").startswith(start) for start in wanted)
    if kind == "SYMLINK":
        return False
    if _is_within(place, _QT) and "translations" in PurePath(place).parts:
        return name in _CATALOGUES
    if kind == "BINARY":
        return name.startswith(_ALWAYS_LINKED)
    return not (_is_within(place, _QT) and name.endswith(".qmltypes"))


def _is_plugin(place: str) -> bool:
    return _is_within(place, _QT) and "plugins" in PurePath(place).parts


def _is_within(place: str, folder: str) -> bool:
    return PurePath(place).parts[0] == folder


def _target(entry: Entry) -> PurePath:
    """The place that a link leads to; links are written from their own folder on."""
    parts: list[str] = []
    for part in (PurePath(entry[0]).parent / entry[1]).parts:
        if part == "..":
            parts.pop()
        else:
            parts.append(part)
    return PurePath(*parts)
