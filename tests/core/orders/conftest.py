"""A reader with the regions that come with the program."""

import pytest

from qtdesk import paths
from qtdesk.core.orders import OrderReader, Regions


@pytest.fixture(scope="session")
def reader() -> OrderReader:
    text = (paths.resources() / "regions" / "regions.txt").read_text("utf-8")
    return OrderReader(Regions(text))
