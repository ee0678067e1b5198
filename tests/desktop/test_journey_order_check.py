"""An order check from the copied order to the record, counted as an agent counts.

An action is a copy, a key, or a click. The texts arrive in real programs.
"""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from qtdesk.core.checklists import CHINA
from qtdesk.core.settings import Settings
from qtdesk.core.templates import Filled
from qtdesk.order_desk import open_order_checks
from qtdesk.storage.agent_data import AgentData
from tests.desktop.browser import Chromium
from tests.desktop.chat import Pidgin
from tests.desktop.desk_session import DeskSession, read_clipboard, write_book
from tests.desktop.others import ClipboardOwner
from tests.desktop.programs import ReceivingProgram, Workplace, wait_for_text
from tests.desktop.waiting import wait_for

ORDER = """订单编号：4012345678901234567
商品：圆领短袖T恤 颜色:白色 尺码:L ×2 实付：¥128.00
收货地址：陈静，86-13800138000，四川省 成都市 武侯区 桂溪街道 \
天府大道中段530号1栋1单元，610000"""
SHORT_PHONE = ORDER.replace("86-13800138000", "86-1380013800")
WISH = ORDER.replace("收货地址", "买家留言：要顺丰\n收货地址")
MASKED = ORDER.replace("陈静", "陈*").replace("86-13800138000", "138****8000")
ADDRESS = (
    "订单号：4012345678901299999 改成 浙江省杭州市余杭区仓前街道文一西路969号3幢"
    " 张三 13800138000"
)
AGENT = (
    "--set",
    "agent=小林",
    "--set",
    "sign=林",
    "--set",
    "address_hotkey=ctrl+alt+u",
)


class Agent:
    """Does what an agent does, and counts it."""

    def __init__(self, desk: DeskSession, owner: ClipboardOwner) -> None:
        self.desk = desk
        self._owner = owner
        self.actions = 0
        # The first key of a display changes its keyboard, and grabs are made anew.
        desk.hands.tap("shift")

    def copy(self, text: str) -> None:
        self.actions += 1
        self._owner.copy(text)

    def press(self, combo: str) -> None:
        self.actions += 1
        self.desk.hands.tap(combo)

    def click_into(self, program: Pidgin | Chromium) -> None:
        self.actions += 1
        program.focus()

    def open(self, text: str, hotkey: str = "ctrl+alt+h") -> None:
        """Copy and press the key; the window is there then."""
        wait_for(lambda: self._is_ours(hotkey), "the hotkey of checks")
        self.copy(text)
        self.press(hotkey)
        wait_for(self._is_there, "the window of the check")

    def _is_ours(self, combo: str) -> bool:
        keys = self.desk.status()["hotkeys"]
        return any(key["combo"] == combo and key["active"] for key in keys)

    def _is_there(self) -> bool:
        check = self.check()
        return bool(check["shown"] and check["loaded"])

    def check(self) -> dict[str, Any]:
        found: dict[str, Any] = self.desk.status()["check"]
        return found


def text_of(order: str, output: str, folder: Path, **answers: Any) -> str:
    """What the list itself makes of an order, for comparison."""
    settings = Settings(agent="小林", sign="林")
    engine = open_order_checks(folder, AgentData(folder), lambda: settings)
    check = engine.begin(order)
    for entry, value in answers.items():
        check = engine.set(check, entry.replace("_", "."), value)
    made = engine.standing(check).text(output)
    assert made is not None
    assert isinstance(made.filling, Filled)
    return made.filling.text


@pytest.fixture(scope="module")
def desk(
    place: Workplace, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[DeskSession]:
    folder = tmp_path_factory.mktemp("checks")
    book = write_book(folder / "book.yaml", {"hi": "您好"})
    with DeskSession(place, folder / "data", book, AGENT) as session:
        yield session


@pytest.fixture
def agent(desk: DeskSession, owner: ClipboardOwner) -> Agent:
    return Agent(desk, owner)


@pytest.fixture(params=["pidgin", "chromium"])
def chat(request: pytest.FixtureRequest) -> Pidgin | Chromium:
    found: Pidgin | Chromium = request.getfixturevalue(request.param)
    found.clear()
    found.focus()
    return found


def numbered(order: str, number: int) -> str:
    """The same order of another buyer: what was checked once is known again."""
    return order.replace("4012345678901234567", f"40123456789012{number:05}")


@pytest.mark.parametrize("number", [1])
def test_an_order_in_order_takes_three_actions(
    agent: Agent,
    chat: Pidgin | Chromium,
    place: Workplace,
    tmp_path: Path,
    number: int,
) -> None:
    order = numbered(ORDER, number + len(chat.name))
    ended = agent.desk.status()["paste_count"]
    agent.open(order)
    wait_for(lambda: agent.check()["counts"], "the verdicts")
    agent.press("enter")
    wait_for_text(chat, text_of(order, "confirm", tmp_path))
    last = agent.desk.wait_for_end(ended + 1)
    assert (last["outcome"], last["fate"]) == ("pasted", "restored")
    assert read_clipboard(place, "UTF8_STRING") == order.encode()
    assert agent.actions == 3
    assert not agent.check()["shown"]
    assert agent.check()["given"] == ["confirm"]


@pytest.mark.alone
def test_a_quick_hand_needs_not_wait_for_the_window(
    agent: Agent, pidgin: Pidgin, tmp_path: Path
) -> None:
    order = numbered(ORDER, 20)
    pidgin.clear()
    pidgin.focus()
    agent.copy(order)
    agent.press("ctrl+alt+h")
    agent.press("enter")
    wait_for_text(pidgin, text_of(order, "confirm", tmp_path))
    assert pidgin.sent() == []
    assert agent.actions == 3


def test_a_number_one_digit_short_is_asked_for(
    agent: Agent, pidgin: Pidgin, tmp_path: Path
) -> None:
    order = numbered(SHORT_PHONE, 30)
    pidgin.clear()
    pidgin.focus()
    agent.open(order)
    assert agent.check()["counts"]["stop"] == 1
    agent.press("enter")
    wait_for_text(pidgin, text_of(order, "missing", tmp_path))
    assert agent.actions == 3


def test_a_wish_is_seen_to_in_two_keys(
    agent: Agent, pidgin: Pidgin, tmp_path: Path
) -> None:
    order = numbered(WISH, 40)
    pidgin.clear()
    pidgin.focus()
    agent.open(order)
    agent.press("space")
    wait_for(lambda: agent.check()["counts"]["todo"] == 0, "the tick")
    agent.press("2")
    wait_for(lambda: agent.check()["counts"]["warn"] == 0, "the courier")
    agent.press("enter")
    wait_for_text(pidgin, text_of(order, "confirm", tmp_path, V21_1=True, V18="顺丰"))
    assert agent.actions <= 6


def test_hidden_parts_are_left_to_the_buyer(
    agent: Agent, pidgin: Pidgin, tmp_path: Path
) -> None:
    order = numbered(MASKED, 50)
    pidgin.clear()
    pidgin.focus()
    agent.open(order)
    agent.press("enter")
    wait_for_text(pidgin, text_of(order, "confirm_masked", tmp_path))
    assert agent.actions == 3


def test_a_remark_takes_two_actions(
    agent: Agent, pidgin: Pidgin, chromium: Chromium
) -> None:
    pidgin.focus()
    agent.open(numbered(WISH, 60))
    agent.press("space")
    wait_for(lambda: agent.check()["counts"]["todo"] == 0, "the tick")
    agent.press("2")
    wait_for(lambda: agent.check()["counts"]["warn"] == 0, "the courier")
    agent.press("escape")
    wait_for(lambda: not agent.check()["shown"], "the window to be away")
    chromium.clear()
    agent.actions = 0
    ended = agent.desk.status()["paste_count"]
    agent.click_into(chromium)
    agent.press("ctrl+alt+r")
    assert agent.desk.wait_for_end(ended + 1)["outcome"] == "pasted"
    today = datetime.now(CHINA)
    remark = f"KD 指定顺丰 林 {today.month}.{today.day}"
    wait_for_text(chromium, remark)
    assert agent.actions == 2
    assert "remark_kd" in agent.check()["given"]


def test_a_change_of_address_takes_five_actions(
    agent: Agent, pidgin: Pidgin, chromium: Chromium
) -> None:
    pidgin.clear()
    chromium.clear()
    pidgin.focus()
    agent.open(ADDRESS, "ctrl+alt+u")
    agent.press("2")
    wait_for(lambda: agent.check()["list"] == "CL-04", "the list")
    ended = agent.desk.status()["paste_count"]
    agent.press("enter")
    agent.desk.wait_for_end(ended + 1)
    wait_for(lambda: "正在和仓库确认" in pidgin.text(), "the text for the buyer")
    chromium.focus()
    agent.press("ctrl+alt+w")
    wait_for(lambda: "【改地址】" in chromium.text(), "the note to the warehouse")
    assert agent.actions == 5


def test_escape_gives_the_focus_back_and_nothing_is_pasted(
    agent: Agent, pidgin: Pidgin, place: Workplace
) -> None:
    pidgin.clear()
    pidgin.focus()
    agent.open(numbered(ORDER, 70))
    agent.press("escape")
    place.screen.wait_until_active(pidgin.window_id)
    assert pidgin.text() == ""
    assert not agent.check()["shown"]


def test_what_is_no_order_opens_no_other_buyers_check(
    agent: Agent, pidgin: Pidgin, place: Workplace
) -> None:
    pidgin.clear()
    pidgin.focus()
    agent.open("好的，谢谢")
    assert agent.check()["list"] == ""
    agent.press("escape")
    place.screen.wait_until_active(pidgin.window_id)


def test_a_finished_check_is_a_record_without_number_and_address(
    agent: Agent, pidgin: Pidgin
) -> None:
    order = numbered(ORDER, 80)
    pidgin.clear()
    pidgin.focus()
    agent.open(order)
    agent.press("enter")
    wait_for(pidgin.text, "the confirmation")
    wait_for(lambda: agent.check()["given"], "the end of the paste")
    under_way = agent.check()["under_way"]
    agent.open(order)
    agent.press("enter")
    wait_for(lambda: agent.check()["under_way"] == under_way - 1, "the end")
    listed = agent.desk.cli("records", "list", "--order", "00080", "--json")
    record = json.loads(listed.stdout.splitlines()[0])
    assert record["verdict"] == "passed"
    assert "13800138000" not in listed.stdout
    assert "天府大道" not in listed.stdout


def test_a_half_done_check_outlives_a_kill(
    place: Workplace,
    owner: ClipboardOwner,
    mousepad: ReceivingProgram,
    tmp_path: Path,
) -> None:
    book = write_book(tmp_path / "book.yaml", {"hi": "您好"})
    order = numbered(WISH, 90)
    mousepad.focus()
    keys = (*AGENT[:4], "--set", "check_hotkey=ctrl+alt+g")
    with DeskSession(place, tmp_path / "data", book, keys) as first:
        agent = Agent(first, owner)
        agent.open(order, "ctrl+alt+g")
        agent.press("space")
        wait_for(lambda: agent.check()["counts"]["todo"] == 0, "the tick")
        wait_for(lambda: not first.status()["store"]["unsaved"], "the journal")
        first.program.kill()
        first.program.wait()
    mousepad.focus()
    with DeskSession(place, tmp_path / "data", book, keys) as second:
        agent = Agent(second, owner)
        agent.open(order, "ctrl+alt+g")
        wait_for(lambda: agent.check()["list"] == "CL-01", "the check")
        assert agent.check()["under_way"] == 1
        assert agent.check()["counts"]["todo"] == 0
