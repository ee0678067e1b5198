"""Records are asked in the background, and every refusal is handed on in words."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

from qtdesk.core.errors import StoreError
from qtdesk.core.ports.records import Answer, Progress, Question, Removed
from qtdesk.core.record_reading import ALL, RecordReading
from qtdesk.core.records import KeptRecord, Verdict
from qtdesk.core.words import words
from tests.fake_books import AtOnce
from tests.fake_records import FakeRecords
from tests.fake_rows import FakeRows
from tests.sample_records import record

_T = TypeVar("_T")
BROKEN = StoreError(words("The records cannot be read."))


class Tables:
    """What would have been written, and in what order."""

    def __init__(self) -> None:
        self.written: list[tuple[str, list[str], str, bool]] = []

    def __call__(
        self,
        path: Path,
        records: Iterable[KeptRecord],
        language: str,
        *,
        unmasked: bool,
    ) -> int:
        orders = [kept.current.order for kept in records]
        self.written.append((path.name, orders, language, unmasked))
        return len(orders)


def reading(records: FakeRecords, tables: Tables | None = None) -> RecordReading:
    return RecordReading(lambda: records, AtOnce(), tables or Tables(), FakeRows)


def filled() -> FakeRecords:
    records = FakeRecords()
    records.add(record("330000000001"))
    records.add(record("330000000002", verdict=Verdict.PASSED))
    return records


def test_nothing_is_opened_before_it_is_asked_for() -> None:
    opened: list[bool] = []

    def open_records() -> FakeRecords:
        opened.append(True)
        return FakeRecords()

    asked = RecordReading(open_records, AtOnce(), Tables(), FakeRows)
    assert not opened
    answers: list[Answer | StoreError] = []
    asked.find(Question(), answers.append)
    asked.find(Question(), answers.append)
    assert opened == [True]


def test_a_question_is_answered() -> None:
    answers: list[Answer | StoreError] = []
    reading(filled()).find(Question(order="0002"), answers.append)
    (answer,) = answers
    assert isinstance(answer, Answer)
    assert [kept.current.order for kept in answer.records] == ["330000000002"]


def test_a_table_has_only_what_is_wanted_the_oldest_first() -> None:
    tables, told = Tables(), list[int | StoreError]()
    reading(filled(), tables).export(
        (Question(limit=ALL), lambda kept: kept.current.verdict is Verdict.PASSED),
        Path("month.xlsx"),
        "zh_CN",
        unmasked=False,
        told=told.append,
    )
    assert told == [1]
    assert tables.written == [("month.xlsx", ["330000000002"], "zh_CN", False)]


def test_an_order_is_forgotten() -> None:
    records, told = filled(), list[Removed | StoreError]()
    reading(records).forget("330000000001", told.append)
    (removed,) = told
    assert isinstance(removed, Removed)
    assert removed.records == 1
    assert len(records.find(Question()).records) == 1


def test_a_refusal_is_handed_on_and_the_next_question_tries_again() -> None:
    class Torn(FakeRecords):
        torn = True

        def find(self, question: Question) -> Answer:
            if self.torn:
                raise BROKEN
            return super().find(question)

    records, answers = Torn(), list[Answer | StoreError]()
    asked = reading(records)
    asked.find(Question(), answers.append)
    records.torn = False
    asked.find(Question(), answers.append)
    assert answers == [BROKEN, Answer(())]


class Later:
    """A background whose work is done when the test says so."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def run(self, work: Callable[[], _T], done: Callable[[_T], None]) -> None:
        self.waiting.append(lambda: done(work()))


class Slow(FakeRecords):
    """Looks at four files, and notes after which it was told to stop."""

    def __init__(self) -> None:
        super().__init__()
        self.read = 0
        self.after: list[float] = []
        self.meanwhile: Callable[[], None] = lambda: None
        self.watched: Callable[[], float] = lambda: 1.0

    def look_through(self, progress: Progress) -> bool:
        for self.read in range(1, 5):
            on = progress(self.read, 4)
            self.after.append(self.watched())
            if not on:
                return False
            self.meanwhile()
        return True


def test_what_is_read_is_seen_and_can_be_broken_off() -> None:
    records, background, told = Slow(), Later(), list[Answer | StoreError]()
    asked = RecordReading(lambda: records, background, Tables(), FakeRows)
    records.watched = lambda: asked.progress
    records.meanwhile = lambda: asked.break_off() if records.read == 2 else None
    asked.find(Question(), told.append)
    background.waiting.pop()()
    assert records.after == [0.25, 0.5, 0.75]
    assert asked.progress == 1.0
    assert told == [Answer(())]
    asked.find(Question(), told.append)
    records.meanwhile = lambda: None
    background.waiting.pop()()
    assert records.read == 4
