"""TinyDB over a journal gives what TinyDB gives over its own storage."""

import errno
import random
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from tinydb import TinyDB, where
from tinydb.operations import add, delete, increment
from tinydb.table import Document, Table

from qtdesk.core.errors import StoreError
from qtdesk.storage.journal.appending import Appender
from qtdesk.storage.journal.journal import Journal
from qtdesk.storage.journal.writer_lock import TakenError
from qtdesk.storage.journal_tables import JournalTables, open_tables

_NAMES = ("_default", "orders", "空")
_FIELDS = ("a", "b", "c")
_values = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 2),
    st.floats(-2, 2),
    st.text(max_size=3),
    st.lists(st.integers(0, 2), max_size=2),
    st.dictionaries(st.sampled_from(_FIELDS), st.integers(0, 2), max_size=2),
)
_documents = st.dictionaries(st.sampled_from(_FIELDS), _values, max_size=3)
_numbers = st.integers(1, 12)


def _state(tables: TinyDB) -> dict[str, Any]:
    """All that a caller can see, in its order; 1 and True told apart."""
    return {
        name: [(row.doc_id, repr(dict(row))) for row in tables.table(name)]
        for name in sorted(tables.tables())
    }


class Both:
    """The same operations on a journal and on TinyDB's own storage."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.journal = self._open_journal()
        self.stock = TinyDB(folder / "stock.json")

    def _open_journal(self) -> JournalTables:
        return open_tables(Journal(self.folder / "agent.jsonl"))

    def do(self, act: Callable[[TinyDB], Any]) -> None:
        outcomes = []
        for tables in (self.stock, self.journal):
            try:
                outcomes.append(act(tables))
            except (ValueError, KeyError, RuntimeError, TypeError) as error:
                outcomes.append((type(error), str(error)))
        assert outcomes[0] == outcomes[1]

    def reopen(self) -> None:
        self.close()
        self.journal = self._open_journal()
        self.stock = TinyDB(self.folder / "stock.json")

    def close(self) -> None:
        self.journal.close()
        self.stock.close()

    def check(self) -> None:
        assert _state(self.stock) == _state(self.journal)


class SameAsTinyDb(RuleBasedStateMachine):
    """Any operations, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self._place = TemporaryDirectory()
        self.both = Both(Path(self._place.name))

    tables = st.sampled_from(_NAMES)

    @rule(table=tables, document=_documents)
    def insert(self, table: str, document: dict[str, Any]) -> None:
        self.both.do(lambda db: db.table(table).insert(document))

    @rule(table=tables, number=_numbers, document=_documents)
    def insert_numbered(self, table: str, number: int, document: Any) -> None:
        self.both.do(lambda db: db.table(table).insert(Document(document, number)))

    @rule(table=tables, documents=st.lists(_documents, max_size=4))
    def insert_multiple(self, table: str, documents: list[Any]) -> None:
        self.both.do(lambda db: db.table(table).insert_multiple(documents))

    @rule(table=tables, fields=_documents, name=st.sampled_from(_FIELDS), value=_values)
    def update_where(self, table: str, fields: Any, name: str, value: Any) -> None:
        self.both.do(lambda db: db.table(table).update(fields, where(name) == value))

    @rule(table=tables, fields=_documents, numbers=st.lists(_numbers, max_size=3))
    def update_numbers(self, table: str, fields: Any, numbers: list[int]) -> None:
        self.both.do(lambda db: db.table(table).update(fields, doc_ids=numbers))

    @rule(table=tables, fields=_documents)
    def update_all(self, table: str, fields: Any) -> None:
        self.both.do(lambda db: db.table(table).update(fields))

    @rule(
        table=tables,
        name=st.sampled_from(_FIELDS),
        what=st.sampled_from([increment, delete, lambda name: add(name, 1)]),
    )
    def update_by_function(self, table: str, name: str, what: Any) -> None:
        self.both.do(
            lambda db: db.table(table).update(what(name), where(name).exists())
        )

    @rule(table=tables, updates=st.lists(st.tuples(_documents, _values), max_size=2))
    def update_multiple(self, table: str, updates: list[Any]) -> None:
        self.both.do(
            lambda db: db.table(table).update_multiple(
                [(fields, where("a") == value) for fields, value in updates]
            )
        )

    @rule(table=tables, fields=_documents, name=st.sampled_from(_FIELDS), value=_values)
    def upsert(self, table: str, fields: Any, name: str, value: Any) -> None:
        self.both.do(lambda db: db.table(table).upsert(fields, where(name) == value))

    @rule(table=tables, fields=_documents, number=_numbers)
    def upsert_numbered(self, table: str, fields: Any, number: int) -> None:
        self.both.do(lambda db: db.table(table).upsert(Document(fields, number)))

    @rule(table=tables, name=st.sampled_from(_FIELDS), value=_values)
    def remove_where(self, table: str, name: str, value: Any) -> None:
        self.both.do(lambda db: db.table(table).remove(where(name) == value))

    @rule(table=tables, numbers=st.lists(_numbers, max_size=3))
    def remove_numbers(self, table: str, numbers: list[int]) -> None:
        self.both.do(lambda db: db.table(table).remove(doc_ids=numbers))

    @rule(table=tables)
    def remove_nothing_told(self, table: str) -> None:
        self.both.do(lambda db: db.table(table).remove())

    @rule(table=tables)
    def truncate(self, table: str) -> None:
        self.both.do(lambda db: db.table(table).truncate())

    @rule(table=tables)
    def drop_table(self, table: str) -> None:
        self.both.do(lambda db: db.drop_table(table))

    @rule()
    def drop_tables(self) -> None:
        self.both.do(lambda db: db.drop_tables())

    @rule(table=tables, name=st.sampled_from(_FIELDS), value=_values)
    def look(self, table: str, name: str, value: Any) -> None:
        self.both.do(lambda db: db.table(table).search(where(name) == value))
        self.both.do(lambda db: db.table(table).get(where(name) == value))
        self.both.do(lambda db: db.table(table).count(where(name).exists()))
        self.both.do(lambda db: db.table(table).contains(where(name) == value))
        self.both.do(lambda db: len(db.table(table)))

    @rule(table=tables, numbers=st.lists(_numbers, max_size=3))
    def look_at_numbers(self, table: str, numbers: list[int]) -> None:
        self.both.do(lambda db: db.table(table).get(doc_ids=numbers))
        self.both.do(lambda db: [db.table(table).get(doc_id=n) for n in numbers])

    @rule()
    def reopen(self) -> None:
        self.both.reopen()

    @rule()
    def write_anew(self) -> None:
        storage = self.both.journal.storage
        with storage.changing():
            storage.rewrite()

    @invariant()
    def same(self) -> None:
        self.both.check()

    def teardown(self) -> None:
        self.both.close()
        self._place.cleanup()


SameAsTinyDb.TestCase.settings = settings(
    max_examples=60, stateful_step_count=30, deadline=None
)
TestSameAsTinyDb = SameAsTinyDb.TestCase


@pytest.fixture
def both(tmp_path: Path) -> Iterator[Both]:
    opened = Both(tmp_path)
    yield opened
    opened.close()


def test_what_a_caller_does_to_an_answer_stays_with_the_caller(both: Both) -> None:
    both.journal.insert({"list": [1], "map": {"a": [2]}})

    def answers() -> Iterable[Mapping[str, Any]]:
        yield both.journal.get(doc_id=1)
        yield from both.journal.all()
        yield from both.journal.search(where("list").exists())
        yield from both.journal.get(doc_ids=[1])

    for answer in answers():
        answer["list"].append(9)
        answer["map"]["a"].append(9)
    assert both.journal.get(doc_id=1) == {"list": [1], "map": {"a": [2]}}


def test_what_a_caller_keeps_is_not_what_is_stored(both: Both) -> None:
    given = {"list": [1]}
    both.journal.insert(given)
    given["list"].append(2)
    assert both.journal.get(doc_id=1) == {"list": [1]}


def test_rows_may_go_while_they_are_looked_through(both: Both) -> None:
    both.journal.insert_multiple({"n": n} for n in range(5))
    for row in both.journal:
        both.journal.remove(doc_ids=[row.doc_id])
    assert len(both.journal) == 0


def test_what_fails_in_the_midst_has_changed_nothing(both: Both) -> None:
    both.journal.insert_multiple([{"n": 1}, {"n": "text"}])

    def half(row: Any) -> None:
        row["n"] = row["n"] + 1

    with pytest.raises(TypeError):
        both.journal.update(half)
    assert [row["n"] for row in both.journal] == [1, "text"]
    both.reopen()
    assert [row["n"] for row in both.journal] == [1, "text"]


@pytest.mark.parametrize(
    "act",
    [
        lambda db: db.insert_multiple({"n": n} for n in range(50)),
        lambda db: db.update({"n": 7}),
        lambda db: db.update(increment("n"), where("n") > 1),
        lambda db: db.remove(where("n") >= 0),
        lambda db: db.truncate(),
        lambda db: db.drop_tables(),
    ],
)
def test_one_operation_is_one_line(both: Both, act: Callable[[TinyDB], Any]) -> None:
    both.journal.insert_multiple({"n": n} for n in range(5))
    path = both.folder / "agent.jsonl"
    lines = path.read_bytes().count(b"\n")
    act(both.journal)
    assert path.read_bytes().count(b"\n") == lines + 1


def test_looking_and_changing_nothing_write_nothing(both: Both) -> None:
    both.journal.insert({"n": 1})
    before = (both.folder / "agent.jsonl").read_bytes()
    both.journal.search(where("n") == 1)
    both.journal.update({"n": 1})
    both.journal.remove(where("n") == 2)
    assert (both.folder / "agent.jsonl").read_bytes() == before


def test_what_is_equal_and_not_the_same_is_a_change(both: Both) -> None:
    for value in (1, True, 1.0, 1):
        both.do(lambda db, v=value: db.upsert({"n": v}, where("n").exists()))  # type: ignore[misc]
        both.reopen()
        both.check()


def test_lines_that_changed_places_are_read_in_their_order(both: Both) -> None:
    path = both.folder / "agent.jsonl"
    for n in range(3):
        both.journal.upsert({"n": n}, where("n").exists())
    both.close()
    *before, last_but_one, last = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(before) + last + last_but_one)
    both.reopen()
    assert both.journal.all() == [{"n": 2}]
    assert both.journal.storage.contents.report.out_of_sequence == 1


def _full(*_: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_changes_nothing(
    both: Both, monkeypatch: pytest.MonkeyPatch
) -> None:
    both.journal.insert({"n": 1})
    with monkeypatch.context() as patch:
        patch.setattr(Appender, "append", _full)
        for act in (
            lambda: both.journal.insert({"n": 2}),
            lambda: both.journal.update({"n": 3}),
            both.journal.truncate,
            both.journal.drop_tables,
        ):
            with pytest.raises(StoreError, match="No space"):
                act()
    assert both.journal.all() == [{"n": 1}]
    assert both.journal.insert({"n": 4}) > 1
    both.reopen()
    assert [row["n"] for row in both.journal] == [1, 4]


def test_many_lines_for_few_documents_are_made_few(both: Both) -> None:
    path = both.folder / "agent.jsonl"
    both.journal.insert({"n": 0})
    for _ in range(1100):
        both.journal.update(increment("n"))
    assert path.read_bytes().count(b"\n") < 200
    assert path.with_name("agent.jsonl.bak").exists()
    both.reopen()
    assert both.journal.all() == [{"n": 1100}]


def test_a_second_writer_is_refused_and_may_look(both: Both) -> None:
    both.journal.insert({"n": 1})
    second = open_tables(Journal(both.folder / "agent.jsonl"))
    assert second.all() == [{"n": 1}]
    with pytest.raises(TakenError):
        second.insert({"n": 2})
    both.journal.insert({"n": 3})
    both.journal.close()
    assert second.insert({"n": 4}) == 3
    assert [row["n"] for row in second] == [1, 3, 4]
    second.close()


def _replaced(path: Path, content: bytes | None) -> None:
    try:
        path.unlink()
    except PermissionError:
        pytest.skip("this system keeps open files in their place")
    if content is not None:
        path.write_bytes(content)


def test_a_file_that_is_deleted_under_us_comes_back_whole(both: Both) -> None:
    path = both.folder / "agent.jsonl"
    both.journal.insert_multiple({"n": n} for n in range(3))
    _replaced(path, None)
    with pytest.raises(StoreError):
        both.journal.insert({"n": 3})
    both.journal.insert({"n": 3})
    both.reopen()
    assert [row["n"] for row in both.journal] == [0, 1, 2, 3]


def test_an_older_file_in_its_place_is_kept_apart(both: Both) -> None:
    path = both.folder / "agent.jsonl"
    both.journal.insert({"n": 0})
    older = path.read_bytes()
    both.journal.insert({"n": 1})
    _replaced(path, older)
    with pytest.raises(StoreError):
        both.journal.insert({"n": 2})
    both.journal.insert({"n": 2})
    assert path.with_name("agent.jsonl.bak").read_bytes() == older
    both.reopen()
    assert [row["n"] for row in both.journal] == [0, 1, 2]


def test_lines_of_another_program_are_taken_over(both: Both, tmp_path: Path) -> None:
    path = both.folder / "agent.jsonl"
    both.journal.insert({"n": 0})
    shutil.copy(path, tmp_path / "copy.jsonl")
    other = open_tables(Journal(tmp_path / "copy.jsonl"))
    other.insert({"n": 1})
    _replaced(path, (tmp_path / "copy.jsonl").read_bytes())
    with pytest.raises(StoreError):
        both.journal.insert({"n": 2})
    both.journal.insert({"n": 2})
    assert [row["n"] for row in both.journal] == [0, 1, 2]
    other.close()


def test_damaged_lines_are_kept_apart_once(both: Both) -> None:
    path = both.folder / "agent.jsonl"
    for n in range(5):
        both.journal.insert({"n": n})
    both.close()
    data = bytearray(path.read_bytes())
    at = data.index(b'"n":2')
    data[at] ^= 1
    path.write_bytes(bytes(data))
    quarantine = path.with_name("agent.jsonl.quarantine")
    for n in (5, 6):
        both.reopen()
        assert both.journal.storage.contents.report.missing == 1
        both.journal.insert({"n": n})
        assert quarantine.read_bytes().count(b"\n") == 1
    assert [row["n"] for row in both.journal] == [0, 1, 3, 4, 5, 6]
    assert bytes(data[at - 5 : at + 5]) in quarantine.read_bytes()


@pytest.mark.parametrize("cut", [1, 2, 10, 40])
def test_a_torn_tail_is_fenced(both: Both, cut: int) -> None:
    path = both.folder / "agent.jsonl"
    for n in range(3):
        both.journal.insert({"n": n})
    both.close()
    path.write_bytes(path.read_bytes()[:-cut])
    both.reopen()
    left = [row["n"] for row in both.journal]
    assert left == ([0, 1, 2] if cut == 1 else [0, 1])
    both.journal.insert({"n": 9})
    both.reopen()
    assert [row["n"] for row in both.journal] == [*left, 9]
    assert both.journal.storage.contents.report.missing == 0


def test_a_later_version_is_read_and_never_written(both: Both, tmp_path: Path) -> None:
    later = open_tables(Journal(tmp_path / "agent.jsonl", schema=9))
    later.insert({"n": 1})
    later.close()
    before = (tmp_path / "agent.jsonl").read_bytes()
    assert both.journal.storage.contents.schema == 0
    both.reopen()
    assert both.journal.all() == [{"n": 1}]
    with pytest.raises(StoreError, match="later version"):
        both.journal.insert({"n": 2})
    assert (tmp_path / "agent.jsonl").read_bytes() == before


_ACTS: tuple[Callable[[Table, int], Any], ...] = (
    lambda table, n: table.insert({"n": n}),
    lambda table, n: table.update({"m": n}, where("n") == n),
    lambda table, n: table.remove(where("n") == n),
    lambda table, n: table.upsert({"u": n}, where("u") == n),
)


def test_a_thousand_random_operations(both: Both) -> None:
    rnd = random.Random(7)  # noqa: S311 - the same operations each time
    for _ in range(1000):
        name, n = rnd.choice(_NAMES), rnd.randrange(6)
        act = rnd.choice(_ACTS)
        both.do(lambda db, do=act, t=name, n=n: do(db.table(t), n))  # type: ignore[misc]
        if rnd.random() < 0.02:
            both.reopen()
    both.check()
