"""What holds for every test: no window appears on the developer's own desktop."""

import os
from pathlib import Path

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--packaged",
        action="store_true",
        help="test the programs that `dev.py build` has made, and nothing else",
    )


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """The programs in `dist/` are made on request only, and so they are tried."""
    packaged = collection_path.parent.name == "packaged"
    wanted = packaged == config.getoption("packaged")
    return None if wanted or collection_path.is_dir() else True
