"""What is said to cover the trade is there, and the page says the same."""

from collections.abc import Iterator

import pytest

from docs.coverage_table import PAGE, is_there, page, rows


def references() -> Iterator[tuple[str, str]]:
    for entries in rows().values():
        for row in entries:
            yield from ((row.id, reference) for reference in row.covered_by)


@pytest.mark.parametrize(("row", "reference"), list(references()))
def test_what_covers_a_row_is_there(row: str, reference: str) -> None:
    assert is_there(reference), f"{row} names {reference}"


@pytest.mark.parametrize(
    "reference",
    ["list CL-99", "item CL-01/X9", "text CL-01/none", "table none", "page none.md"],
)
def test_what_is_not_there_is_found_out(reference: str) -> None:
    assert not is_there(reference)


def test_every_row_is_covered_and_named_once() -> None:
    found = [row for entries in rows().values() for row in entries]
    assert len({row.id for row in found}) == len(found)
    assert all(row.covered_by for row in found)


def test_the_page_is_the_generated_one() -> None:
    assert PAGE.read_text("utf-8") == page()
