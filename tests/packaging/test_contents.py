import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest

from resources.packaging import contents
from resources.packaging.contents import Entry

ROOT = Path(__file__).parents[2]


def on(system: str) -> list[str]:
    return contents.modules(ROOT, system)


def test_rooms_of_other_systems_stay_out() -> None:
    linux, windows = on("linux"), on("win32")
    assert "qtdesk.platforms.x11.clipboard" in linux
    assert "qtdesk.core.ports.windows" in windows
    assert not [name for name in windows if ".x11" in name]
    assert set(windows) <= set(linux) | {
        name for name in windows if name.startswith("qtdesk.platforms.windows")
    }


def test_modules_that_nobody_imports_are_there() -> None:
    assert "qtdesk.platforms.x11.holder" in on("linux")


def test_only_what_the_program_reads_comes_along() -> None:
    names = {Path(source).name: place for source, place in contents.data_files(ROOT)}
    books = Path("qtdesk/_data/phrasebooks")
    assert names["general-en-US.yaml"] == str(books)
    assert names["01-greet.yaml"] == str(books / "general-zh-CN")
    assert names["qtdesk-16.png"] == str(Path("qtdesk/_data/resources/icons"))
    assert not [name for name in names if name.endswith((".ts", ".py", ".plist"))]


ENTRIES: list[Entry] = [
    ("PySide6/QtGui.abi3.so", "gui", "EXTENSION"),
    ("PySide6/Qt/lib/libQt6Gui.so.6", "libgui", "BINARY"),
    ("PySide6/Qt/lib/libicu.so", "libicu", "BINARY"),
    ("libicu.so", "PySide6/Qt/lib/libicu.so", "SYMLINK"),
    ("PySide6/Qt/lib/libQt6Qml.so.6", "libqml", "BINARY"),
    ("libQt6Qml.so.6", "PySide6/Qt/lib/libQt6Qml.so.6", "SYMLINK"),
    ("PySide6/Qt/plugins/platforms/libqxcb.so", "xcb", "BINARY"),
    ("PySide6/Qt/plugins/platforms/libqvnc.so", "vnc", "BINARY"),
    ("PySide6/Qt/plugins/qmltooling/libqmldbg.so", "qmldbg", "BINARY"),
    ("PySide6/Qt/translations/qtbase_zh_CN.qm", "zh", "DATA"),
    ("PySide6/Qt/translations/qtbase_de.qm", "de", "DATA"),
    ("libX11.so.6", "x11", "BINARY"),
    ("libxcb-cursor.so.0", "cursor", "BINARY"),
    ("libpython3.11.so.1.0", "python", "BINARY"),
    ("opengl32sw.dll", "gl", "BINARY"),
    ("VCRUNTIME140.dll", "runtime", "BINARY"),
    ("PySide6/VCRUNTIME140.dll", "runtime of Qt", "BINARY"),
]
LINKS = {
    "gui": ["libQt6Gui.so.6"],
    "python": ["vcruntime140.dll"],
    "libgui": ["libicu.so"],
    "xcb": ["libxcb-cursor.so.0", "libX11.so.6"],
    "qmldbg": ["libQt6Qml.so.6"],
}


@pytest.fixture
def places() -> list[str]:
    def links(path: str) -> Iterable[str]:
        return LINKS.get(path, [])

    return [entry[0] for entry in contents.trimmed(ENTRIES, links)]


def test_what_is_linked_to_stays(places: list[str]) -> None:
    assert "PySide6/Qt/lib/libQt6Gui.so.6" in places
    assert "PySide6/Qt/lib/libicu.so" in places
    assert "libicu.so" in places
    assert "libxcb-cursor.so.0" in places
    assert "libpython3.11.so.1.0" in places
    assert "VCRUNTIME140.dll" in places
    assert "PySide6/VCRUNTIME140.dll" in places


def test_what_nobody_uses_goes(places: list[str]) -> None:
    gone = {entry[0] for entry in ENTRIES} - set(places)
    assert gone == {
        "PySide6/Qt/lib/libQt6Qml.so.6",
        "libQt6Qml.so.6",
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/plugins/qmltooling/libqmldbg.so",
        "PySide6/Qt/translations/qtbase_de.qm",
        "libX11.so.6",
        "opengl32sw.dll",
    }


def test_a_wheel_has_every_folder_of_resources() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        wheel = tomllib.load(file)["tool"]["hatch"]["build"]["targets"]["wheel"]
    folders = {f"resources/{path.name}" for path in (ROOT / "resources").iterdir()}
    assert folders - set(wheel["force-include"]) == {"resources/packaging"}
