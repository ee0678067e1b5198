"""Order checks over a desktop that exists only in tests, with our own lists."""

from collections.abc import Callable

from qtdesk.core.check_texts import CheckTexts
from qtdesk.core.checks import ORDER_CHECK, Checks
from qtdesk.core.copied_text import CopiedText
from qtdesk.core.errors import StoreError
from qtdesk.core.events import CheckWanted, CopiedTextWanted, PasteEnded
from qtdesk.core.order_checks import OrderChecks
from qtdesk.core.paste import Paster, PasteResult
from qtdesk.core.ports import Background
from qtdesk.core.record_reading import RecordReading
from qtdesk.core.records import Record
from qtdesk.core.settings import Settings
from qtdesk.core.words import Words
from tests.checking_room import Room
from tests.fake_books import AtOnce
from tests.fake_records import FakeRecords
from tests.fake_rows import FakeRows
from tests.fakes import FakePlatform, FakeWindow
from tests.shipped_wording import proof

ORDER = """订单编号：4012345678901234567
商品：圆领短袖T恤 颜色:白色 尺码:L ×2 实付：¥128.00
收货地址：陈静，86-13800138000，四川省 成都市 武侯区 桂溪街道 \
天府大道中段530号1栋1单元，610000"""
SHORT = ORDER.replace("86-13800138000", "86-1380013800")
"""Its number is one digit short."""
WISH = ORDER.replace("收货地址", "买家留言：要顺丰\n收货地址")
BOTH = SHORT.replace("收货地址", "买家留言：要顺丰，送个袋子\n收货地址")
MASKED = ORDER.replace("陈静", "陈*").replace("86-13800138000", "138****8000")
REFUND = ORDER + "\n订单状态：退款中"
ADDRESS = (
    "订单号：4012345678901299999 改成 浙江省杭州市余杭区仓前街道文一西路969号3幢"
    " 张三 13800138000"
)


def no_checks(settings: Callable[[], Settings]) -> OrderChecks:
    """Stand for an engine in a test that opens no check."""
    raise AssertionError(settings)


class RefusingRecords(FakeRecords):
    """Records on a disk that is full, if it is."""

    full = False

    def add(self, record: Record) -> None:
        if self.full:
            raise StoreError(Words("The disk is full."))
        super().add(record)


class CheckWorld:
    """A chat in front, a clipboard, and one agent's checks."""

    def __init__(
        self, room: Room | None = None, reading: Background | None = None
    ) -> None:
        """`room` is what an earlier run of the program has left behind.

        The records are read in `reading`, else at once.
        """
        self.room = room or Room()
        self.platform = FakePlatform()
        self.clock = self.platform.clock
        self.chat = self.platform.windows.open(FakeWindow("千牛", "云朵8821"))
        self.ends: list[PasteResult] = []
        self.wanted: list[CheckWanted] = []
        self.records = RefusingRecords()
        self.rows = FakeRows()
        self.pastes = Paster(self.platform, self.clock, self._on_ended)
        self.reading = RecordReading(
            *(lambda: self.records, reading or AtOnce(), _write_nothing),
            lambda: self.rows,
        )
        self.asked: list[CopiedTextWanted] = []
        self.copied = CopiedText(
            *(self.platform, self.pastes, proof(), lambda: 8.0, self.asked.append)
        )
        self.checks = Checks(
            self.platform,
            self.pastes,
            AtOnce(),
            lambda: self.room.checks,
            self.reading,
            self.wanted.append,
            lambda at_hand, gave: CheckTexts(
                *(self.platform, self.pastes, proof(), lambda: 8.0, at_hand, gave)
            ),
        )

    def _on_ended(self, result: PasteResult) -> None:
        self.checks.texts.on_event(PasteEnded(result))
        self.ends.append(result)

    def copy(self, text: str) -> None:
        """The agent copies a text in some program."""
        self.platform.clipboard.others_copy({"UTF8_STRING": text.encode()})

    def open(self, text: str, checklist: str = ORDER_CHECK) -> None:
        """The agent copies a text and asks for a check of it."""
        self.copy(text)
        self.checks.open(CheckWanted(checklist, by_hotkey=True), lambda: None)
        self.clock.run_all()

    def settle(self) -> PasteResult:
        """The last end, once everything has come to its own."""
        self.clock.run_all()
        return self.ends[-1]

    def counts(self) -> dict[str, int]:
        """How many entries there are of each verdict that is not quiet."""
        standing = self.checks.standing
        counts = standing.counts if standing is not None else {}
        return {v.value: n for v, n in counts.items() if n and v.value != "ok"}


def _write_nothing(*_: object, **__: object) -> int:
    raise AssertionError("nothing is exported here")
