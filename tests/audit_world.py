"""A shop with a few days of checks and rows, for tests of the lead's audit."""

from datetime import date, timedelta

from qtdesk.core.audit import Period
from qtdesk.core.auditing import Auditing
from qtdesk.core.settings import Settings
from tests.fake_books import AtOnce
from tests.fake_records import FakeRecords, fake_reading
from tests.fake_rows import FakeRows, fake_tables
from tests.sample_records import CHINA, record
from tests.sample_rows import NOW, a_loss

DAYS = Period(date(2026, 11, 16), date(2026, 11, 22))


class AuditWorld:
    """Twelve order checks of two agents and two days, and a hand-over."""

    def __init__(self) -> None:
        self.records = FakeRecords()
        self.tables = fake_tables(lambda: Settings(agent="组长"))
        self.auditing = Auditing(fake_reading(self.records), self.tables, AtOnce())
        for number in range(12):
            agent = ("小李", "小王")[number % 2]
            made = NOW.astimezone(CHINA) - timedelta(days=number // 6)
            uid = f"{number:032x}"
            self.records.add(record(f"33000000{number:04}", made, agent=agent, uid=uid))
        self.records.add(record("33", NOW, checklist="CL-10"))
        self.rows.put([a_loss(n) for n in range(4)])
        self.rows.put([a_loss(n, reason="size") for n in (1, 2, 40)])

    @property
    def rows(self) -> FakeRows:
        rows = self.tables._open_rows()
        assert isinstance(rows, FakeRows)
        return rows
