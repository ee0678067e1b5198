"""Sheets out and in: every text comes back; what is no sheet is refused."""

import zipfile
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qtdesk.core.errors import StoreError
from qtdesk.formats import sheet_reading
from qtdesk.formats.sheet_reading import read_sheet
from qtdesk.formats.sheets import Head, write_sheet
from qtdesk.formats.table_files import write_rows
from tests.sample_rows import LOST, RETURNS, a_loss, a_return

GOLDEN = Path(__file__).parent / "shop_tables"
TEXTS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=12
) | st.sampled_from(
    ["=1+1", "'=x", "''", "'", "\t12", "0012", "4012345678901234567", "1e5", "\n=2"]
)
KEPT = st.text(st.characters(categories=("L", "N", "P", "S")), max_size=8)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.lists(st.tuples(TEXTS, KEPT), min_size=1, max_size=4))
@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_every_text_comes_back(
    tmp_path: Path, suffix: str, lines: list[tuple[str, str]]
) -> None:
    path = tmp_path / f"sheet{suffix}"
    body = [["x", *line] for line in lines]
    if suffix == ".xlsx":
        # XML has no way to write most control characters.
        body = [["x", *map(_printable, line)] for line in lines]
    write_sheet(path, [Head("a"), Head("b"), Head("c")], body)
    told = [cells for _number, cells in read_sheet(path)]
    assert told == [["a", "b", "c"], *body]


def _printable(text: str) -> str:
    return "".join(char for char in text if char.isprintable())


@pytest.mark.parametrize(
    "data",
    [
        "流失原因,说明\n价格,贵\n".encode(),
        "\ufeff流失原因,说明\n价格,贵\n".encode(),
        "流失原因;说明\r\n价格;贵\r\n".encode("gb18030"),
        "流失原因\t说明\n价格\t贵\n".encode("utf-16"),
        '"流失原因","说明"\n"价格","贵"'.encode(),
    ],
)
def test_tables_as_programs_save_them(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "sheet.csv"
    path.write_bytes(data)
    assert read_sheet(path) == [(1, ["流失原因", "说明"]), (2, ["价格", "贵"])]


def test_lines_are_counted_as_an_editor_counts_them(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text('a\n"x\ny"\nz\n', "utf-8")
    assert read_sheet(path) == [(1, ["a"]), (2, ["x\ny"]), (4, ["z"])]


def test_figures_of_a_workbook_are_written_as_people_do(tmp_path: Path) -> None:
    path = tmp_path / "sheet.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(0, 0, ["a", 12, 12.5, True])
        sheet.write_datetime(0, 5, date(2026, 11, 5), day)
    ((number, cells),) = read_sheet(path)
    assert number == 1
    assert cells[:5] == ["a", "12", "12.5", "yes", ""]
    assert cells[5].startswith("2026-11-05")


@pytest.mark.parametrize("name", ["a.txt", "none.csv", "none.xlsx", "folder.csv"])
def test_what_cannot_be_opened_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "a.txt").write_text("a")
    with pytest.raises(StoreError):
        read_sheet(tmp_path / name)


@pytest.mark.parametrize("data", [b"", b"PK", b"no zip", b"\xff\xfe\x00"])
def test_what_is_no_workbook_is_told(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "sheet.xlsx"
    path.write_bytes(data)
    with pytest.raises(StoreError):
        read_sheet(path)


def test_bytes_that_are_no_text_are_told(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_bytes(b"\x00\xff\xff\x81")
    with pytest.raises(StoreError):
        read_sheet(path)


def test_a_zip_of_something_else_is_told(tmp_path: Path) -> None:
    path = tmp_path / "sheet.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "a")
    with pytest.raises(StoreError):
        read_sheet(path)


def test_what_is_too_large_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text("a\n" * 10)
    monkeypatch.setattr(sheet_reading, "MOST_LINES", 5)
    with pytest.raises(StoreError) as caught:
        read_sheet(path)
    assert "too large" in str(caught.value)
    monkeypatch.setattr(sheet_reading, "MOST_BYTES", 5)
    with pytest.raises(StoreError):
        read_sheet(path)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_table_as_csv(tmp_path: Path, language: str) -> None:
    rows = [a_return(), a_return(40, note="=SUM(A1)", order="007")]
    for number, row in enumerate(rows):
        object.__setattr__(row, "uid", f"{number:032}")
    path = tmp_path / "table.csv"
    assert write_rows(path, RETURNS, rows, language) == 2
    golden = GOLDEN / f"returns-{language}.csv"
    assert path.read_bytes() == golden.read_bytes()


def test_a_table_as_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "table.xlsx"
    row = a_loss(note="嫌贵")
    assert write_rows(path, LOST, [row], "zh_CN") == 1
    head, line = (cells for _number, cells in read_sheet(path))
    told = dict(zip(head, line, strict=True))
    assert (told["流失原因"], told["说明"], told["编号"]) == ("价格", "嫌贵", row.uid)
