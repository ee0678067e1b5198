import plistlib
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QImage, QImageReader

from resources.packaging import faces

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "resources" / "icons"
PACKAGING = ROOT / "resources" / "packaging"


@pytest.mark.parametrize(
    ("make", "suffix", "sizes"),
    [
        (faces.ico, "ico", {16, 24, 32, 48, 64, 128, 256}),
        (faces.icns, "icns", {16, 32, 64, 128, 256}),
    ],
)
def test_icons_hold_the_pictures(
    make: Callable[[Path], bytes], suffix: str, sizes: set[int], tmp_path: Path
) -> None:
    file = tmp_path / f"qtdesk.{suffix}"
    file.write_bytes(make(PICTURES))
    reader = QImageReader(str(file))
    seen = {}
    for number in range(reader.imageCount()):
        reader.jumpToImage(number)
        image = reader.read()
        seen[image.width()] = image
    assert set(seen) == sizes
    for size, image in seen.items():
        drawn = QImage(str(PICTURES / f"qtdesk-{size}.png"))
        assert image.pixelColor(size // 2, size // 2) == drawn.pixelColor(
            size // 2, size // 2
        )


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("1.2.3", (1, 2, 3, 0)), ("0.1.0", (0, 1, 0, 0)), ("2.0.1rc1", (2, 0, 0, 0))],
)
def test_version_in_four_numbers(
    version: str, numbers: tuple[int, int, int, int]
) -> None:
    assert faces.version_numbers(version) == numbers


def test_the_mac_bundle_lives_in_the_menu_bar() -> None:
    plist = plistlib.loads(plistlib.dumps(faces.info_plist("1.2.3")))
    assert plist["LSUIElement"] is True
    assert plist["CFBundleShortVersionString"] == "1.2.3"
    assert plist["CFBundleLocalizations"] == ["en", "zh-Hans"]


def test_entitlements_can_be_read() -> None:
    granted = plistlib.loads((PACKAGING / "macos" / "entitlements.plist").read_bytes())
    assert all(granted.values())


def test_the_manifest_asks_for_no_rights_and_for_unicode() -> None:
    tree = ET.parse(PACKAGING / "windows" / "qtdesk.manifest")  # noqa: S314 - our own
    found = {element.tag.rpartition("}")[2]: element for element in tree.iter()}
    assert found["requestedExecutionLevel"].get("level") == "asInvoker"
    assert found["activeCodePage"].text == "UTF-8"
    assert found["dpiAwareness"].text == "PerMonitorV2"
