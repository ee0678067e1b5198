"""What everything that keeps rows must do; run over each by a module beside it."""

from dataclasses import replace
from datetime import timedelta

from qtdesk.core.ports.tables import Rows
from qtdesk.core.tables import Row
from tests.sample_rows import NOW, a_loss, a_return


def kept(rows: Rows, table: str) -> list[Row]:
    return sorted(rows.of(table), key=lambda row: (row.made, row.uid))


class RowsContract:
    """Tests that ask a fixture `rows` for an empty one."""

    def test_nothing_is_there_at_first(self, rows: Rows) -> None:
        assert list(rows.of("lost")) == []
        assert rows.revise(lambda _: None) == 0
        assert rows.back_up() == 0
        rows.put(())
        assert list(rows.of("lost")) == []

    def test_a_row_comes_back_as_it_was(self, rows: Rows) -> None:
        row = a_return()
        changed = row.changed({**row.cells, "kind": "exchange"}, NOW, "王主管")
        gone = a_loss().taken_away(NOW, "小李")
        rows.put((changed, gone))
        assert kept(rows, "returns") == [changed]
        assert kept(rows, "lost") == [gone]

    def test_the_same_twice_is_as_good_as_once(self, rows: Rows) -> None:
        one, other = a_loss(), a_loss(2)
        rows.put((one, other))
        rows.put((one,))
        later = one.changed({"reason": "size"}, NOW, "小李")
        rows.put((later, later))
        assert kept(rows, "lost") == [other, later]

    def test_rows_of_certain_days(self, rows: Rows) -> None:
        those = [a_loss(days) for days in (0, 1, 40, 400)]
        rows.put(those)
        today = NOW.date()
        found = rows.of("lost", today - timedelta(days=40), today - timedelta(days=1))
        assert sorted(row.day for row in found) == [those[2].day, those[1].day]
        assert list(rows.of("lost", last=today - timedelta(days=401))) == []
        assert list(rows.of("lost", first=today)) == [those[0]]

    def test_whoever_watches_can_break_off(self, rows: Rows) -> None:
        rows.put([a_loss(days) for days in (0, 40, 80)])
        seen: list[tuple[int, int]] = []

        def watch(done: int, whole: int) -> bool:
            seen.append((done, whole))
            return done < 1

        assert len(list(rows.of("lost", watch=watch))) == 1
        assert seen == [(0, 3), (1, 3)]

    def test_rows_are_revised_everywhere(self, rows: Rows) -> None:
        old, young = a_loss(100), a_loss()
        rows.put((old, young, a_return(100)))

        def change(row: Row) -> Row | None:
            if row.table == "returns":
                return None
            return row if row is young or row.day > old.day else replace(row, agent="x")

        assert rows.revise(change) == 2
        assert kept(rows, "lost") == [replace(old, agent="x"), young]
        assert kept(rows, "returns") == []
