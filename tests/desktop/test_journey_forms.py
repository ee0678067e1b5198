"""Phrases that ask before they are pasted, and what must not be pasted at all.

By real keys into real programs, with what each of them costs the agent.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
import yaml

from tests.desktop.desk_session import HOTKEY, DeskSession, read_clipboard
from tests.desktop.others import RICH, ClipboardOwner
from tests.desktop.programs import ReceivingProgram, Workplace, wait_for_text
from tests.desktop.waiting import wait_for

if TYPE_CHECKING:
    from pathlib import Path

_PHRASES = (
    {"id": "dh", "code": "dh", "text": "单号 {ask:快递单号}，{choice:好吗|行吗}？"},
    {"id": "fact", "code": "thdz", "text": "请寄到 {return_addr}。"},
    {"id": "copied", "code": "jtb", "text": "您给的是 {clipboard}"},
    {"id": "yj3", "code": "yj3", "text": "亲，价格真的到底了～"},
    {"id": "over", "code": "old", "text": "全场五折", "until": "2026-01-01"},
    {"id": "steps", "code": "fk", "parts": ["第一步\n加购", "第二步", "第三步"]},
    {"id": "turns", "code": "zd", "variants": ["在的", "在呢"]},
)


@pytest.fixture(scope="module")
def desk(
    place: Workplace, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[DeskSession]:
    folder: Path = tmp_path_factory.mktemp("forms")
    phrases = [{"title": f"phrase {each['id']}", **each} for each in _PHRASES]
    situations = [{"title": "all", "phrases": phrases}]
    book = {
        "id": "forms",
        "title": "forms",
        "stages": [{"key": "answer", "situations": situations}],
    }
    path = folder / "book.yaml"
    path.write_text(yaml.safe_dump(book, allow_unicode=True), "utf-8")
    with DeskSession(place, folder / "data", path) as session:
        yield session


@pytest.fixture(params=["mousepad", "pidgin"])
def program(request: pytest.FixtureRequest) -> ReceivingProgram:
    found: ReceivingProgram = request.getfixturevalue(request.param)
    found.clear()
    found.focus()
    return found


def pasted(desk: DeskSession, before: int) -> str:
    """How the paste behind number `before` ended."""
    return str(desk.wait_for_end(before + 1)["outcome"])


def test_what_a_phrase_asks_for_is_typed_and_pasted(
    desk: DeskSession,
    program: ReceivingProgram,
    owner: ClipboardOwner,
    place: Workplace,
) -> None:
    owner.own(RICH)
    before = desk.status()["paste_count"]
    desk.choose("dh")
    wait_for(lambda: desk.status()["form_open"], "the form")
    desk.hands.type("sf123")
    desk.hands.tap("enter")
    desk.hands.type("2")
    desk.hands.tap("enter")
    wait_for_text(program, "单号 sf123，行吗？")
    assert pasted(desk, before) == "pasted"
    for name, content in RICH.items():
        assert read_clipboard(place, name) == content
    assert desk.hands.keys_down() == set()


def test_escape_in_a_form_pastes_nothing_and_gives_the_focus_back(
    desk: DeskSession, program: ReceivingProgram
) -> None:
    before = desk.status()["paste_count"]
    desk.choose("dh")
    wait_for(lambda: desk.status()["form_open"], "the form")
    desk.hands.type("abc")
    for _ in range(2):
        desk.hands.tap("escape")
    wait_for(lambda: not desk.status()["panel_open"], "the panel to go")
    assert program.text() == ""
    assert desk.status()["paste_count"] == before


def test_the_third_bargain_takes_five_actions(
    desk: DeskSession, program: ReceivingProgram
) -> None:
    before = desk.status()["paste_count"]
    actions = [HOTKEY, *"yj3", "enter"]
    for action in actions:
        desk.hands.tap(action)
    wait_for_text(program, "亲，价格真的到底了～")
    assert pasted(desk, before) == "pasted"
    assert len(actions) <= 5


def test_what_is_over_is_never_pasted_by_any_way(
    desk: DeskSession, mousepad: ReceivingProgram, owner: ClipboardOwner
) -> None:
    mousepad.clear()
    mousepad.focus()
    owner.copy("mine")
    before = desk.status()["paste_count"]
    desk.choose("old")
    wait_for(lambda: desk.status()["panel_open"], "the panel")
    for chord in ("alt+1", "ctrl+c", "ctrl+enter", "enter"):
        desk.hands.tap(chord)
    assert desk.status()["panel_open"]
    for _ in range(2):
        desk.hands.tap("escape")
    wait_for(lambda: not desk.status()["panel_open"], "the panel to go")
    assert desk.cli("copy", "old").returncode == 1
    assert mousepad.text() == ""
    assert desk.status()["paste_count"] == before


def test_parts_are_pasted_one_by_one_and_each_is_read(
    desk: DeskSession, program: ReceivingProgram
) -> None:
    before = desk.status()["paste_count"]
    whole = ""
    for number, part in enumerate(["第一步\n加购", "第二步", "第三步"]):
        desk.choose("" if number else "fk")
        whole += part
        wait_for_text(program, whole)
        assert pasted(desk, before + number) == "pasted"


def test_what_was_copied_is_filled_in(
    desk: DeskSession, program: ReceivingProgram, owner: ClipboardOwner
) -> None:
    owner.copy("SF1 🙂")
    before = desk.status()["paste_count"]
    desk.choose("jtb")
    wait_for_text(program, "您给的是 SF1 🙂")
    assert pasted(desk, before) == "pasted"


def test_several_phrases_are_pasted_as_one(
    desk: DeskSession, program: ReceivingProgram
) -> None:
    before = desk.status()["paste_count"]
    desk.open_panel()
    desk.hands.type("yj3")
    desk.hands.tap("ctrl+enter")
    desk.hands.type("dh")
    desk.hands.tap("ctrl+enter")
    wait_for(lambda: desk.status()["form_open"], "the form")
    desk.hands.type("9")
    desk.hands.tap("tab")
    desk.hands.type("1")
    desk.hands.tap("ctrl+enter")
    wait_for(lambda: not desk.status()["form_open"], "the list")
    desk.hands.tap("enter")
    wait_for_text(program, "亲，价格真的到底了～\n单号 9，好吗？")
    assert pasted(desk, before) == "pasted"


def test_a_fact_is_asked_for_once(
    desk: DeskSession, mousepad: ReceivingProgram
) -> None:
    mousepad.clear()
    mousepad.focus()
    before = desk.status()["paste_count"]
    desk.choose("thdz")
    wait_for(lambda: desk.status()["form_open"], "the form")
    desk.hands.type("hangzhou")
    desk.hands.tap("ctrl+s")
    desk.hands.tap("enter")
    wait_for_text(mousepad, "请寄到 hangzhou。")
    assert pasted(desk, before) == "pasted"
    told = desk.cli("settings", "get", "return_addr")
    assert told.stdout.split() == ["hangzhou"]
    mousepad.clear()
    desk.choose("thdz")
    wait_for_text(mousepad, "请寄到 hangzhou。")
