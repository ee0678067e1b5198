"""A real input method: what is composed is searched, and its Enter chooses nothing."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.conftest import need
from tests.desktop.desk_session import DeskSession, write_book
from tests.desktop.onlooker import Onlooker
from tests.desktop.others import RawTarget
from tests.desktop.programs import Workplace, private
from tests.desktop.waiting import DEADLINE_S, wait_for

_ENGINE = Path("/usr/libexec/ibus-engine-libpinyin")
_MEMORY = "/usr/libexec/ibus-memconf"


@pytest.fixture
def pinyin(place: Workplace) -> Iterator[dict[str, str]]:
    """The environment of programs that are typed into with pinyin."""
    need("ibus-daemon", "ibus", str(_ENGINE), _MEMORY)
    env = {**private(place.home("ibus")), **place.bus.env}
    daemon = place.server.start(
        ["ibus-daemon", "--replace", "--panel", "disable", "--config", _MEMORY], env=env
    )

    def is_on() -> bool:
        # How it ends tells about the keyboard layout too, which does not matter.
        _engine(place, env, "libpinyin")
        return _engine(place, env) == "libpinyin"

    wait_for(is_on, "the pinyin engine")
    yield {
        **place.bus.env,
        "QT_IM_MODULE": "ibus",
        "XDG_CONFIG_HOME": env["XDG_CONFIG_HOME"],  # where its address is found
    }
    place.server.stop(daemon)


def _engine(place: Workplace, env: dict[str, str], *chosen: str) -> str:
    ran = subprocess.run(
        ["ibus", "engine", *chosen],
        env={**place.server.env, **env},
        capture_output=True,
        check=False,
        text=True,
        timeout=DEADLINE_S,
    )
    return ran.stdout.strip()


def test_composing_searches_and_enter_belongs_to_the_input_method(
    place: Workplace, tmp_path: Path, pinyin: dict[str, str]
) -> None:
    texts = {"发货": "今天发货", "退货": "可以退货"}
    book = write_book(tmp_path / "book.yaml", texts)
    eyes = Onlooker(place)
    with (
        RawTarget(place.server.env, "buyer", "chat") as chat,
        DeskSession(place, tmp_path / "data", book, env=pinyin) as desk,
    ):
        place.screen.activate(chat.window_id)
        desk.open_panel()
        eyes.sees("退货")
        place.screen.type("fahuo")
        eyes.waits_until_gone("退货")
        assert eyes.finds("phrase 发货")
        desk.hands.tap("enter")  # takes the letters as they are
        eyes.waits_until_gone("phrase 发货")
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
