"""Pictures, texts with looks, and where to go on writing, in programs as they are."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

import pytest
import yaml

from tests.desktop.browser import Chromium
from tests.desktop.desk_session import DeskSession, read_clipboard
from tests.desktop.others import RICH, ClipboardOwner
from tests.desktop.programs import ReceivingProgram, Workplace, wait_for_text
from tests.desktop.waiting import wait_for
from tests.png_files import noisy_png, png

if TYPE_CHECKING:
    from pathlib import Path

_RED = png(400, 200)
_LARGE = noisy_png(700)
_TEXT = "胸围这样量：前后放平"
_PHRASES = [
    {"id": "chart", "title": "one", "code": "chart", "image": "pictures/red.png"},
    {"id": "large", "title": "two", "code": "large", "image": "pictures/large.png"},
    {
        "id": "both",
        "title": "three",
        "code": "both",
        "text": "您看这张表",
        "image": "pictures/red.png",
    },
    {
        "id": "rich",
        "title": "four",
        "code": "rich",
        "text": _TEXT,
        "html": "<b>胸围</b>这样量：<i>前后放平</i>",
    },
    {"id": "gap", "title": "five", "code": "gap", "text": "单号{cursor}，👍🏽已发出"},
    {"id": "two", "title": "six", "code": "lines", "text": "单号{cursor}\n已发出"},
]


@pytest.fixture(scope="module")
def desk(
    place: Workplace, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[DeskSession]:
    folder: Path = tmp_path_factory.mktemp("desk")
    book = {
        "id": "test",
        "title": "test",
        "version": "1",
        "stages": [
            {"key": "answer", "situations": [{"title": "all", "phrases": _PHRASES}]}
        ],
    }
    (folder / "pictures").mkdir()
    (folder / "pictures/red.png").write_bytes(_RED)
    (folder / "pictures/large.png").write_bytes(_LARGE)
    path = folder / "book.yaml"
    path.write_text(yaml.safe_dump(book, allow_unicode=True, sort_keys=False), "utf-8")
    with DeskSession(place, folder / "data", path) as session:
        yield session


@pytest.fixture
def page(chromium: Chromium) -> Iterator[Chromium]:
    """An editable page, as chats in a browser have one."""
    chromium.show("editable")
    chromium.focus()
    yield chromium
    chromium.show("textarea")


@pytest.fixture(params=("mousepad", "featherpad", "chromium"))
def program(request: pytest.FixtureRequest) -> ReceivingProgram:
    found: ReceivingProgram = request.getfixturevalue(request.param)
    found.clear()
    return found


def _shows(page: Chromium, pictures: tuple[str, ...]) -> bool:
    return page.pictures() == pictures


def _is_back(place: Workplace) -> bool:
    return all(read_clipboard(place, name) == data for name, data in RICH.items())


@pytest.mark.parametrize(
    ("code", "size"), [("chart", "400x200 192,32,32"), ("large", "700x700")]
)
def test_a_picture_is_in_the_page_and_the_clipboard_is_back(
    desk: DeskSession,
    page: Chromium,
    owner: ClipboardOwner,
    place: Workplace,
    code: str,
    size: str,
) -> None:
    owner.own(RICH)
    page.focus()
    ended = desk.status()["paste_count"]
    desk.choose(code)
    last = desk.wait_for_end(ended + 1)
    assert (last["outcome"], last["fate"]) == ("pasted", "restored")
    wait_for(lambda: size in "".join(page.pictures()), "the picture in the page")
    assert len(page.pictures()) == 1
    assert _is_back(place)
    assert desk.hands.keys_down() == set()


def test_the_text_goes_first_and_its_picture_with_the_next_paste(
    desk: DeskSession, page: Chromium
) -> None:
    for pictures in ((), ("400x200 192,32,32",)):
        ended = desk.status()["paste_count"]
        desk.choose("both")
        assert desk.wait_for_end(ended + 1)["outcome"] == "pasted"
        wait_for(partial(_shows, page, pictures), f"{len(pictures)} pictures")
    assert page.text().startswith("您看这张表")


def test_where_no_picture_is_taken_nothing_is_pressed(
    desk: DeskSession,
    mousepad: ReceivingProgram,
    owner: ClipboardOwner,
    place: Workplace,
) -> None:
    owner.own(RICH)
    mousepad.clear()
    mousepad.focus()
    ended = desk.status()["paste_count"]
    desk.choose("chart")
    last = desk.wait_for_end(ended + 1)
    assert (last["outcome"], last["reason"]) == ("nothing", "no_pictures")
    assert mousepad.text() == ""
    assert _is_back(place)


def test_a_page_that_takes_looks_gets_them(
    desk: DeskSession, page: Chromium, owner: ClipboardOwner, place: Workplace
) -> None:
    owner.own(RICH)
    page.focus()
    ended = desk.status()["paste_count"]
    desk.choose("rich")
    wait_for_text(page, _TEXT)
    assert desk.wait_for_end(ended + 1)["outcome"] == "pasted"
    assert "<b>胸围</b>" in page.html() or "font-weight" in page.html()
    assert _is_back(place)


def test_a_field_of_plain_text_gets_the_same_words(
    desk: DeskSession,
    program: ReceivingProgram,
    owner: ClipboardOwner,
    place: Workplace,
) -> None:
    owner.own(RICH)
    program.focus()
    ended = desk.status()["paste_count"]
    desk.choose("rich")
    wait_for_text(program, _TEXT)
    assert desk.wait_for_end(ended + 1)["outcome"] == "pasted"
    assert _is_back(place)


def test_a_chat_that_shows_looks_takes_them(
    desk: DeskSession, pidgin: ReceivingProgram
) -> None:
    pidgin.clear()
    pidgin.focus()
    ended = desk.status()["paste_count"]
    desk.choose("rich")
    wait_for_text(pidgin, _TEXT)
    assert desk.wait_for_end(ended + 1)["outcome"] == "pasted"


@pytest.mark.parametrize(
    ("code", "text"),
    [("gap", "单号8，👍🏽已发出"), ("lines", "单号8\n已发出")],
)
def test_the_agent_goes_on_writing_where_the_phrase_wants_it(
    desk: DeskSession,
    program: ReceivingProgram,
    owner: ClipboardOwner,
    place: Workplace,
    code: str,
    text: str,
) -> None:
    owner.own(RICH)
    program.focus()
    ended = desk.status()["paste_count"]
    desk.choose(code)
    assert desk.wait_for_end(ended + 1)["fate"] == "restored"
    desk.hands.tap("8")
    wait_for_text(program, text)
    assert _is_back(place)
    assert desk.hands.keys_down() == set()
