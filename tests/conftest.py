"""What holds for every test: no window appears on the developer's own desktop."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import settings

# What fails in a module that tests share says what was found, too.
pytest.register_assert_rewrite("tests")
# The same code is judged the same each time; `--hypothesis-profile=new` goes looking.
settings.register_profile("same", derandomize=True, deadline=None)
settings.register_profile("new", derandomize=False, deadline=None)
settings.load_profile("same")
os.environ["QT_QPA_PLATFORM"] = "offscreen"
if sys.platform == "win32":
    # Without a screen Qt does not look for fonts by itself there.
    os.environ.setdefault("QT_QPA_FONTDIR", rf"{os.environ['WINDIR']}\Fonts")

collect_ignore = (
    []
    if sys.platform == "linux"
    # These need an X server or a bus, or the libraries that speak with them.
    else [
        "contracts/test_desktop_contract_x11.py",
        "desktop",
        "platforms/test_detect.py",
        "platforms/test_session.py",
        "platforms/wayland",
        "platforms/x11",
    ]
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--windows",
        action="store_true",
        help="test the program on Windows; `dev.py test --windows` makes one",
    )
    parser.addoption(
        "--times",
        type=int,
        default=1,
        help="how often some journeys do again what must never fail",
    )
    parser.addoption(
        "--packaged",
        action="store_true",
        help="test the programs that `dev.py build` has made, and nothing else",
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Some tests need a Windows, or programs in `dist/`, which nobody has by chance."""
    if collection_path.name == "wine" and not config.getoption("windows"):
        return True
    packaged = collection_path.parent.name == "packaged"
    wanted = packaged == config.getoption("packaged")
    return None if wanted or collection_path.is_dir() else True
