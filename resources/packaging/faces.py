"""What a system shows of a program: its icon, its version, its description.

Read by build.spec and by tests; writes the icon files, which are built of the pictures
in resources/icons, and nothing else.
"""

import struct
import sys
from pathlib import Path
from typing import Any

NAME = "qtdesk"
WHAT = "Phrasebook and order desk for customer-service agents"
_OLDEST_MAC = "12.0"

_ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
_ICNS_KINDS = {b"icp4": 16, b"icp5": 32, b"icp6": 64, b"ic07": 128, b"ic08": 256}
_ICNS_KINDS |= {b"ic11": 32, b"ic12": 64, b"ic13": 256}
"""Kind of picture to its pixels; ic11 to ic13 are for screens of double density."""


def icon_file(root: Path, place: Path) -> Path:
    """Write the icon for this system into the folder `place`."""
    pictures = root / "resources" / "icons"
    if sys.platform == "darwin":
        made, content = place / f"{NAME}.icns", icns(pictures)
    else:
        made, content = place / f"{NAME}.ico", ico(pictures)
    place.mkdir(parents=True, exist_ok=True)
    made.write_bytes(content)
    return made


def ico(pictures: Path) -> bytes:
    """An icon of Windows, its pictures kept as PNG."""
    contents = {size: _png(pictures, size) for size in _ICO_SIZES}
    header = struct.pack("<HHH", 0, 1, len(contents))
    offset = len(header) + 16 * len(contents)
    directory = b""
    for size, content in contents.items():
        side = size % 256  # a byte; 0 stands for 256
        directory += struct.pack(
            "<BBBBHHII", side, side, 0, 0, 1, 32, len(content), offset
        )
        offset += len(content)
    return header + directory + b"".join(contents.values())


def icns(pictures: Path) -> bytes:
    """An icon of macOS, its pictures kept as PNG."""
    parts = b""
    for kind, size in _ICNS_KINDS.items():
        content = _png(pictures, size)
        parts += kind + struct.pack(">I", len(content) + 8) + content
    return b"icns" + struct.pack(">I", len(parts) + 8) + parts


def version_resource(versioninfo: Any, name: str, version: str) -> Any:
    """What Windows shows in the file's properties.

    `versioninfo` is PyInstaller's module of that name, which only loads on Windows.
    """
    numbers = version_numbers(version)
    strings = {
        "CompanyName": NAME,
        "FileDescription": WHAT,
        "FileVersion": version,
        "InternalName": name,
        "LegalCopyright": "MIT licence",
        "OriginalFilename": f"{name}.exe",
        "ProductName": NAME,
        "ProductVersion": version,
    }
    table = versioninfo.StringTable(
        "040904B0",
        [versioninfo.StringStruct(key, text) for key, text in strings.items()],
    )
    english_in_unicode = [0x0409, 1200]
    return versioninfo.VSVersionInfo(
        ffi=versioninfo.FixedFileInfo(filevers=numbers, prodvers=numbers),
        kids=[
            versioninfo.StringFileInfo([table]),
            versioninfo.VarFileInfo(
                [versioninfo.VarStruct("Translation", english_in_unicode)]
            ),
        ],
    )


def version_numbers(version: str) -> tuple[int, int, int, int]:
    """`1.2.3` as the four numbers of Windows; what follows a letter is left out."""
    numbers = []
    for part in version.split("."):
        digits = "".join(character for character in part if character.isdigit())
        if digits != part:
            break
        numbers.append(int(part))
    first, second, third, fourth, *_ = [*numbers, 0, 0, 0, 0]
    return first, second, third, fourth


def info_plist(version: str) -> dict[str, Any]:
    """The Info.plist of the bundle; see docs/packaging.md for where keys come from."""
    return {
        "CFBundleDevelopmentRegion": "en",
        "CFBundleDisplayName": NAME,
        "CFBundleLocalizations": ["en", "zh-Hans"],
        "CFBundleName": NAME,
        "CFBundleShortVersionString": ".".join(map(str, version_numbers(version)[:3])),
        "CFBundleVersion": ".".join(map(str, version_numbers(version)[:3])),
        "LSApplicationCategoryType": "public.app-category.productivity",
        "LSMinimumSystemVersion": _OLDEST_MAC,
        "LSMultipleInstancesProhibited": True,
        "LSUIElement": True,
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": "MIT licence",
    }


def _png(pictures: Path, size: int) -> bytes:
    return (pictures / f"{NAME}-{size}.png").read_bytes()
