from pathlib import Path

import pytest

from qtdesk.bootstrap.on_request import REGIONS_FILE, open_order_reader
from qtdesk.core.errors import RegionsError

SMALL = "@as_of 2027-01\np山东省|山东\nc临沂市|临沂\n"


def test_the_shipped_list_is_there(tmp_path: Path) -> None:
    assert open_order_reader(tmp_path).regions.named("浙江省")


def test_a_list_of_ones_own_stands_in_for_it(tmp_path: Path) -> None:
    (tmp_path / REGIONS_FILE).write_text(SMALL, "utf-8")
    regions = open_order_reader(tmp_path).regions
    assert regions.as_of == "2027-01"
    assert not regions.named("浙江省")


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"nothing of the kind"])
def test_a_broken_one_is_told_and_not_passed_over(
    tmp_path: Path, content: bytes
) -> None:
    (tmp_path / REGIONS_FILE).write_bytes(content)
    with pytest.raises(RegionsError):
        open_order_reader(tmp_path)
