"""Tables for other programs: nothing in them calculates, and nothing is rounded."""

import csv
import dataclasses
import io
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given

from qtdesk.core.errors import StoreError
from qtdesk.core.records import KeptRecord, Personal, Record
from qtdesk.formats.record_files import write_records
from qtdesk.formats.record_table import COLUMNS, LANGUAGES, rows, titles
from qtdesk.formats.sheets import _guarded
from tests.sample_records import correction, record

GOLDEN = Path(__file__).parent / "record_tables"
SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def samples() -> list[KeptRecord]:
    plain = record(uid="0" * 32)
    tricky = record(
        "0012",
        uid="1" * 32,
        buyer='=HYPERLINK("x")',
        agent='"小王", 组长',
        personal=Personal(
            buyer='=HYPERLINK("x")',
            phone="+86 13800138000",
            note="-1+1\n第二行",
            address="\ud83d＠SUM(A1)",
        ),
    )
    gone = dataclasses.replace(record("260101-123456789012345", uid="2" * 32))
    gone = dataclasses.replace(gone, personal=None)
    fixed = correction(gone, uid="3" * 32, order="260101-999999999999999")
    return [KeptRecord(plain), KeptRecord(tricky), KeptRecord(gone, (fixed,))]


def cells_of_csv(path: Path) -> list[list[str]]:
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def cells_of_xlsx(path: Path) -> list[list[str]]:
    with zipfile.ZipFile(path) as archive:
        sheet = parsed(archive, "xl/worksheets/sheet1.xml")
        texts = [
            "".join(part.text or "" for part in entry.iter(f"{SPREADSHEET}t"))
            for entry in parsed(archive, "xl/sharedStrings.xml").iter(
                f"{SPREADSHEET}si"
            )
        ]
    assert not list(sheet.iter(f"{SPREADSHEET}f"))
    found = []
    for row in sheet.iter(f"{SPREADSHEET}row"):
        line = [""] * len(COLUMNS)
        for cell in row.iter(f"{SPREADSHEET}c"):
            # A number of a text, and never a number itself.
            assert cell.get("t") == "s"
            number = int(cell.findtext(f"{SPREADSHEET}v") or "")
            line[ord(cell.get("r", "")[0]) - ord("A")] = texts[number]
        found.append(line)
    return found


def parsed(archive: zipfile.ZipFile, name: str) -> ET.Element:
    return ET.fromstring(archive.read(name))  # noqa: S314 - our own file


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("unmasked", [False, True])
def test_csv_is_as_it_was(tmp_path: Path, language: str, unmasked: bool) -> None:
    path = tmp_path / "table.csv"
    assert write_records(path, samples(), language, unmasked=unmasked) == 3
    golden = GOLDEN / f"{language}{'-unmasked' if unmasked else ''}.csv"
    # To renew it: copy what was written there, and look at the difference.
    assert path.read_bytes() == golden.read_bytes()


@pytest.mark.parametrize("language", LANGUAGES)
def test_xlsx_holds_the_texts_themselves(tmp_path: Path, language: str) -> None:
    path = tmp_path / "table.XLSX"
    write_records(path, samples(), language, unmasked=True)
    head, *body = cells_of_xlsx(path)
    assert head == titles(language)
    expected = list(rows(samples(), language, unmasked=True))
    expected[1][13] = expected[1][13].replace("\ud83d", "?")
    assert body == expected


@given(st.text(max_size=12))
def test_no_cell_of_a_csv_is_a_formula_or_a_number(text: str) -> None:
    cell = _guarded(text, own=False)
    assert cell in {text, f"'{text}", f"\t{text}"}
    begin = cell.lstrip()[:1]
    if cell.startswith("\t") and not text.startswith("\t"):
        # Digits and their signs only; as a text it calculates nothing.
        assert set(text) <= set("0123456789.,/:eE -") or text[:1].isdigit()
        assert begin not in set("=+@")
    else:
        assert begin not in set("=+-@＝＋－＠")
    assert not cell.replace(".", "").isdecimal()


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("330012345678901234", "\t330012345678901234"),
        ("0012", "\t0012"),
        ("1e5", "\t1e5"),
        ("3-4", "\t3-4"),
        ("-3", "'-3"),
        ("=1+1", "'=1+1"),
        (" =1+1", "' =1+1"),
        ("\t=1", "'\t=1"),
        ("＝cmd", "'＝cmd"),
        ("张**", "张**"),
        ("", ""),
    ],
)
def test_guards(text: str, cell: str) -> None:
    assert _guarded(text, own=False) == cell


def test_masked_unless_asked(tmp_path: Path) -> None:
    for name in ("a.csv", "a.xlsx"):
        path = tmp_path / name
        write_records(path, samples(), "zh_CN", unmasked=False)
        read = cells_of_csv if path.suffix == ".csv" else cells_of_xlsx
        told = "".join("".join(row) for row in read(path))
        for secret in ("张小三", "13800138000", "969号", "驿站", "小鱼儿"):
            assert secret not in told
        assert "330012345678901234" in told


def test_no_records_are_a_table_with_a_head(tmp_path: Path) -> None:
    for name in ("a.csv", "a.xlsx"):
        assert write_records(tmp_path / name, [], "en", unmasked=False) == 0
        assert (tmp_path / name).stat().st_size


def test_an_unknown_format_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"\.csv, \.xlsx"):
        write_records(tmp_path / "a.ods", [], "en", unmasked=False)


def test_a_file_is_whole_or_not_there(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("as it was")

    def broken() -> list[Record]:
        raise OSError(5, "Input/output error")

    nowhere = tmp_path / "no" / "where.csv"
    for place in (nowhere, nowhere.with_suffix(".xlsx")):
        with pytest.raises(StoreError, match="could not be written"):
            write_records(place, samples(), "en", unmasked=False)
    with pytest.raises(OSError, match="Input"):
        write_records(path, map(KeptRecord, broken()), "en", unmasked=False)
    assert path.read_text() == "as it was"
    assert [each.name for each in tmp_path.iterdir()] == ["a.csv"]
