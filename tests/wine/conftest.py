"""One lab and one Windows desktop for all journeys: a clipboard and a front each."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.wine.desk import Desk
from tests.wine.lab import Lab, open_lab
from tests.wine.workplace import Workplace


@pytest.fixture(scope="session")
def lab() -> Iterator[Lab]:
    with open_lab(print) as made:
        yield made


@pytest.fixture(scope="session")
def workplace(lab: Lab) -> Iterator[Workplace]:
    with Workplace(lab) as place:
        yield place


@pytest.fixture
def desk(workplace: Workplace, tmp_path: Path) -> Iterator[Desk]:
    """The program with its shipped phrases, in English."""
    with Desk(workplace, tmp_path / "data", ("--set", "language=en")) as running:
        yield running
