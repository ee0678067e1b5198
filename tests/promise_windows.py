"""Windows of promises with something in them, for whoever looks at every window."""

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from qtdesk.core.promise_desk import About
from qtdesk.core.promises import Handing
from qtdesk.core.promises.promises import Made
from qtdesk.ui.bridge import Bridge
from qtdesk.ui.promises.popover import PromisePopover
from qtdesk.ui.promises.window import PromisesWindow
from qtdesk.ui.theme import Appearance
from tests.ui.conftest import as_desk
from tests.ui.fake_desk import FakeDesk

_HOUR = timedelta(hours=1)


def open_promises(_desk: FakeDesk, appearance: Appearance) -> QWidget:
    desk = FakeDesk()
    book = desk.promises.book
    now = book.wall.now()
    book.start()
    book.make(Made("换尺码，回复有没有 L 码", now + _HOUR, "小鹿"))
    book.hand_over(Handing("a" * 32, "小李", "小王", now))
    for matter, hours, buyer, tail in (
        ("催发货", -2, "云朵8821", "4567"),
        ("改地址：等回复，30 分钟", 1, "", "8899"),
        ("", 20, "晴天", "7788"),
    ):
        book.make(Made(matter, now + _HOUR * hours, buyer, tail, next_step="问仓库"))
    book.snooze(book.waiting[0].uid, now + _HOUR / 6)
    bridge = Bridge(as_desk(desk))
    window = PromisesWindow(as_desk(desk), bridge, appearance)
    bridge.setParent(window)
    window.show()
    return window


def open_promise_popover(desk: FakeDesk, appearance: Appearance) -> QWidget:
    popover = PromisePopover(desk.promises.book.wall, appearance, lambda: True)
    popover.open(About("催发货", "云朵8821", "4567"), None, 6)
    popover.own.setText("明天9点半")
    return popover
