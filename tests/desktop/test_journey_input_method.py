"""A real input method: what is composed is searched, and its Enter chooses nothing."""

from pathlib import Path

from tests.desktop.desk_session import DeskSession, write_book
from tests.desktop.onlooker import Onlooker
from tests.desktop.others import RawTarget
from tests.desktop.pinyin import Pinyin
from tests.desktop.programs import Workplace


def test_composing_searches_and_enter_belongs_to_the_input_method(
    place: Workplace, tmp_path: Path, pinyin: Pinyin
) -> None:
    texts = {"发货": "今天发货", "退货": "可以退货"}
    book = write_book(tmp_path / "book.yaml", texts)
    eyes = Onlooker(place)
    with (
        RawTarget(place.server.env, "buyer", "chat") as chat,
        DeskSession(place, tmp_path / "data", book, env=pinyin.env) as desk,
    ):
        place.screen.activate(chat.window_id)
        desk.open_panel()
        eyes.sees("退货")
        place.screen.type("fahuo")
        eyes.waits_until_gone("退货")
        assert eyes.finds("phrase 发货")
        desk.hands.tap("enter")  # takes the letters as they are
        assert eyes.finds("phrase 发货")
        assert desk.status()["panel_open"]
        for _ in "fahuo":
            desk.hands.tap("backspace")
        eyes.sees("退货")
        place.screen.type("fahuo")
        eyes.waits_until_gone("退货")
        desk.hands.tap("space")  # takes the first candidate
        desk.hands.tap("enter")
        assert desk.wait_for_end(1)["outcome"] == "pasted"
        assert chat.pastes() == ["今天发货"]
