"""Rows on the disk: two programs, a kill in the midst, damage, what must be gone."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from qtdesk.core.errors import StoreError
from qtdesk.core.tables import Row
from qtdesk.storage.journal.lines import Mark, encode
from qtdesk.storage.rows.kept import MOST_OPEN, KeptRows
from tests.sample_rows import NOW, a_loss

MONTH = f"{NOW:%Y-%m}.jsonl"


@pytest.fixture
def rows(tmp_path: Path) -> KeptRows:
    return KeptRows(tmp_path / "rows", tmp_path / "copies")


def again(rows: KeptRows) -> KeptRows:
    """As another process would see them."""
    return KeptRows(rows._folder, rows._copies)


def file_of(rows: KeptRows) -> Path:
    return rows._folder / MONTH


def test_two_programs_see_each_others_rows(rows: KeptRows) -> None:
    other = again(rows)
    one, two = a_loss(), a_loss()
    rows.put((one,))
    assert list(other.of("lost")) == [one]
    other.put((two,))
    assert set(map(repr, rows.of("lost"))) == {repr(one), repr(two)}
    rows.put((replace(one, agent="other"),))
    assert {row.agent for row in other.of("lost")} == {"other", "小李"}


def test_each_table_is_one_of_tinydb(rows: KeptRows) -> None:
    from qtdesk.storage.journal.journal import Journal  # noqa: PLC0415
    from qtdesk.storage.journal_tables import open_tables  # noqa: PLC0415

    row = a_loss()
    rows.put((row,))
    (document,) = open_tables(Journal(file_of(rows))).table("lost").all()
    assert document["uid"] == row.uid
    assert document["cells"]["reason"] == "price"


def test_only_a_few_months_stay_in_memory(rows: KeptRows) -> None:
    rows.put([a_loss(31 * number) for number in range(MOST_OPEN + 4)])
    assert len(list(rows.of("lost"))) == MOST_OPEN + 4
    assert len(rows._months) == MOST_OPEN


WRITER = """
import sys
from pathlib import Path
from qtdesk.storage.rows.kept import KeptRows
from tests.sample_rows import a_loss
rows = KeptRows(Path(sys.argv[1]), Path(sys.argv[2]))
for number in range(10_000):
    rows.put([a_loss(note=f"{number}.{part}") for part in range(3)])
    print(number, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kills by signal")
def test_what_was_written_survives_a_kill_and_nothing_is_half_there(
    rows: KeptRows,
) -> None:
    for kill in range(4):
        folders = map(str, (rows._folder, rows._copies))
        program = [sys.executable, "-c", WRITER, *folders]
        writer = subprocess.Popen(program, stdout=subprocess.PIPE, text=True)
        assert writer.stdout is not None
        before = len(list(rows.of("lost")))
        acknowledged = 0
        for line in writer.stdout:
            acknowledged = int(line) + 1
            if acknowledged == 5 + 7 * kill:
                writer.kill()
                break
        writer.stdout.close()
        writer.wait(30)
        found = len(list(rows.of("lost"))) - before
        assert found % 3 == 0
        # What was under way may be there, too, and more than was read of it.
        assert found >= 3 * acknowledged


def test_what_is_revised_is_in_no_file(rows: KeptRows) -> None:
    secret = a_loss(buyer="天机8821")
    rows.put((secret, a_loss()))
    rows.put((secret.changed({"reason": "size"}, NOW, "小李"),))
    rows.back_up()

    def change(row: Row) -> Row | None:
        return row.without({"buyer"}) if row.uid == secret.uid else row

    assert rows.revise(change) == 1
    told = b"".join(
        path.read_bytes()
        for folder in (rows._folder, rows._copies)
        for path in folder.iterdir()
    )
    assert "天机".encode() not in told
    assert "云朵".encode() in told
    (found,) = (row for row in again(rows).of("lost") if row.uid == secret.uid)
    assert found.let_go
    assert "buyer" not in found.cells
    assert rows.revise(lambda row: row) == 0


def spoil(path: Path, line: int) -> None:
    lines = path.read_bytes().split(b"\n")
    lines[line] = lines[line].replace(b"price", b"prize")
    path.write_bytes(b"\n".join(lines))


def test_damage_costs_one_line_and_comes_back_from_the_copy(rows: KeptRows) -> None:
    those = [a_loss() for _ in range(4)]
    for row in those:
        rows.put((row,))
    assert rows.back_up() == 1
    assert rows.back_up() == 0
    spoil(file_of(rows), 2)
    assert len(list(rows.of("lost"))) == 3
    rows.back_up()
    assert {row.uid for row in rows.of("lost")} == {row.uid for row in those}
    assert rows.back_up() == 0


def test_a_damaged_file_never_takes_the_place_of_a_good_copy(rows: KeptRows) -> None:
    those = [a_loss() for _ in range(3)]
    for row in those:
        rows.put((row,))
    rows.back_up()
    spoil(file_of(rows), 1)
    rows.revise(lambda row: None if row.uid == those[2].uid else row)
    assert {row.uid for row in rows.of("lost")} == {row.uid for row in those[:2]}
    assert {row.uid for row in KeptRows(rows._copies, rows._folder).of("lost")} == {
        row.uid for row in those[:2]
    }


def test_a_damaged_month_without_a_copy_gets_one_of_what_is_left(
    rows: KeptRows,
) -> None:
    for _ in range(3):
        rows.put((a_loss(),))
    spoil(file_of(rows), 1)
    assert rows.back_up() == 1
    assert len(list(KeptRows(rows._copies, rows._folder).of("lost"))) == 2
    assert b"prize" in file_of(rows).with_name(MONTH + ".quarantine").read_bytes()


def test_a_month_that_cannot_be_done_stops_no_other(rows: KeptRows) -> None:
    rows.put((a_loss(), a_loss(40)))
    mark = Mark("journal", {"format": 99, "schema": 1})
    with file_of(rows).open("ab") as file:
        file.write(encode(2, [mark]))
    with pytest.raises(StoreError):
        rows.revise(lambda row: row.without({"buyer"}))
    assert sorted("buyer" in row.cells for row in again(rows).of("lost")) == [
        False,
        True,
    ]
    assert rows.back_up() == 2


def test_a_file_that_is_gone_is_read_from_its_copy(rows: KeptRows) -> None:
    one, two = a_loss(), a_loss()
    rows.put((one,))
    rows.back_up()
    file_of(rows).unlink()
    assert list(rows.of("lost")) == [one]
    assert not file_of(rows).exists()
    rows.put((two,))
    assert len(list(again(rows).of("lost"))) == 2


def test_a_file_of_a_later_version_is_not_changed(rows: KeptRows) -> None:
    rows.put((a_loss(),))
    mark = Mark("journal", {"format": 99, "schema": 1})
    with file_of(rows).open("ab") as file:
        file.write(encode(2, [mark]))
    before = file_of(rows).read_bytes()
    with pytest.raises(StoreError):
        rows.put((a_loss(),))
    with pytest.raises(StoreError):
        rows.revise(lambda _: None)
    assert file_of(rows).read_bytes() == before
    assert len(list(again(rows).of("lost"))) == 1


def test_rows_of_a_later_version_are_passed_over(rows: KeptRows) -> None:
    rows.put((a_loss(),))
    from qtdesk.storage.journal.journal import Journal  # noqa: PLC0415
    from qtdesk.storage.journal_tables import open_tables  # noqa: PLC0415

    tables = open_tables(Journal(file_of(rows)))
    tables.table("lost").insert({"v": 99, "uid": "later"})
    tables.close()
    assert len(list(rows.of("lost"))) == 1
    rows.put((a_loss(),))
    assert len(open_tables(Journal(file_of(rows))).table("lost")) == 3


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="needs rights to lose"
)
def test_a_folder_that_takes_nothing_is_told(rows: KeptRows, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(StoreError):
            rows.put((a_loss(),))
    finally:
        tmp_path.chmod(0o700)


def test_a_folder_that_is_none_is_told(tmp_path: Path) -> None:
    (tmp_path / "rows").write_text("a file")
    rows = KeptRows(tmp_path / "rows", tmp_path / "copies")
    with pytest.raises(StoreError):
        rows.put((a_loss(),))
    with pytest.raises(StoreError):
        list(rows.of("lost"))


def test_damaged_pieces_go_with_what_must_be_forgotten(rows: KeptRows) -> None:
    for order in ("111122223333", "444455556666"):
        rows.put((a_loss(note=order),))
    spoil(file_of(rows), 0)
    spoil(file_of(rows), 1)
    rows.put((a_loss(),))
    quarantine = file_of(rows).with_name(MONTH + ".quarantine")
    assert b"111122223333" in quarantine.read_bytes()
    rows.revise(lambda row: row, {"111122223333"})
    assert b"111122223333" not in quarantine.read_bytes()
    assert b"444455556666" in quarantine.read_bytes()
    rows.revise(lambda row: row.without({"buyer"}))
    assert not quarantine.exists()
