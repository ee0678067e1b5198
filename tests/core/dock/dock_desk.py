"""A desk whose dock is tried: a chat in front, a small book, and a fake system."""

from typing import TYPE_CHECKING

from qtdesk.core.combos import Combo
from qtdesk.core.desk import Desk
from qtdesk.core.phrases import Book, Phrase, Stage
from tests.check_world import no_checks
from tests.fake_books import AtOnce, FakeLibrary, FakeStore, fake_inquiry, phrase
from tests.fake_records import fake_reading
from tests.fake_rows import fake_tables
from tests.fakes import FakeAutostart, FakePlatform, FakeWindow
from tests.shipped_wording import shipped_wording

if TYPE_CHECKING:
    from qtdesk.core.events import DeskEvent

STAGES = (
    *(Stage("greet", "招呼"), Stage("answer", "解答"), Stage("verify", "核实")),
    Stage("internal", "内部"),
)
PHRASES = (
    phrase(1, "问好", stage="greet", situation="首次", texts=("在的～", "您好～")),
    phrase(2, "稍等", stage="greet", situation="忙"),
    phrase(3, "再问好", stage="greet", situation="首次"),
    phrase(4, "发货时间", stage="answer", situation="常问"),
    phrase(5, "尺码", stage="answer", situation="常问", texts=("建议 {size}，合身",)),
    phrase(6, "核对", stage="verify", texts=("尾号 {order_tail|…}，{buyer}，对吗",)),
    phrase(7, "报仓库", stage="internal"),
)


def phrase_of(number: int) -> Phrase:
    """The phrase with this number."""
    return PHRASES[number - 1]


class DockDesk:
    """One run of a desk; another one over the same store is the next run."""

    def __init__(self, store: FakeStore | None = None, **given: str) -> None:
        self.platform = FakePlatform()
        self.clock = self.platform.clock
        self.chat = self.platform.windows.open(FakeWindow(title="云朵"))
        self.library = FakeLibrary(
            shop=Book("book", "店", "zh-CN", "1", STAGES, PHRASES)
        )
        self.store = store or FakeStore()
        self.events: list[DeskEvent] = []
        self.desk = Desk(
            *(self.platform, self.library, self.store, self.clock, AtOnce()),
            *(given, FakeAutostart(), fake_inquiry(self.clock), fake_reading()),
            *(fake_tables, no_checks, shipped_wording()),
        )
        self.desk.subscribe(self.events.append)
        self.dock = self.desk.dock

    def registered(self) -> set[str]:
        return {str(combo) for combo in self.platform.hotkeys.registered}

    def press(self, combo: str) -> None:
        self.platform.hotkeys.registered[Combo.parse(combo)]()
        self.clock.run_all()

    def click(self, number: int) -> None:
        """Paste the phrase with this number into the window in front."""
        self.desk.paste_in_front(phrase_of(number))
        self.clock.run_all()

    def next_up(self) -> list[str]:
        found = self.dock.next_up(self.platform.windows.front())
        return [phrase.id for phrase in found]
