"""fcitx5 on the desktop of an agent: found without a word, and its Enter is its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.conftest import need
from tests.desktop.desk_session import HOTKEY, DeskSession, write_book
from tests.desktop.onlooker import Onlooker
from tests.desktop.others import RawTarget
from tests.desktop.programs import Workplace, private
from tests.desktop.waiting import wait_for

_PROFILE = """\
[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=pinyin
Layout=

[GroupOrder]
0=Default
"""
_TEXTS = {"发货": "今天发货", "退货": "可以退货"}


@pytest.fixture
def fcitx(place: Workplace) -> Iterator[dict[str, str]]:
    """What every program of a session with fcitx5 finds in its environment.

    Not `QT_IM_MODULE=ibus`, which no desktop sets for fcitx.
    """
    need("fcitx5")
    env = {**private(place.home("fcitx")), **place.bus.env}
    folder = Path(env["XDG_CONFIG_HOME"], "fcitx5")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "profile").write_text(_PROFILE, encoding="utf-8")
    addons = "--disable=wayland,waylandim,notificationitem,kimpanel,cloudpinyin"
    daemon = place.server.start(["fcitx5", addons], env=env)
    addresses = Path(env["XDG_CONFIG_HOME"], "ibus", "bus")
    wait_for(
        lambda: addresses.is_dir() and any(addresses.iterdir()),
        "fcitx5 to answer as ibus",
    )
    yield {**place.bus.env, "XDG_CONFIG_HOME": env["XDG_CONFIG_HOME"]}
    place.server.stop(daemon)


@pytest.mark.parametrize(
    "variables",
    [
        {"QT_IM_MODULE": "fcitx", "XMODIFIERS": "@im=fcitx"},
        {"XMODIFIERS": "@im=fcitx"},
        {"QT_IM_MODULES": "wayland;fcitx", "QT_IM_MODULE": "fcitx"},
    ],
    ids=["usual", "only-x", "list"],
)
def test_composing_with_fcitx(
    place: Workplace,
    tmp_path: Path,
    fcitx: dict[str, str],
    variables: dict[str, str],
) -> None:
    book = write_book(tmp_path / "book.yaml", _TEXTS)
    eyes = Onlooker(place)
    with (
        RawTarget(place.server.env, "buyer", "chat") as chat,
        DeskSession(place, tmp_path / "data", book, env={**fcitx, **variables}) as desk,
    ):
        place.screen.activate(chat.window_id)
        desk.open_panel()
        eyes.sees("退货")
        place.screen.type("fahuo")
        eyes.waits_until_gone("退货")
        desk.hands.tap("enter")  # takes the letters as they are
        eyes.sees("phrase 发货")
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


def test_what_is_typed_right_behind_the_hotkey_is_all_there(
    place: Workplace, tmp_path: Path, fcitx: dict[str, str]
) -> None:
    """The first letters come past the input method; the rest is composed."""
    book = write_book(tmp_path / "book.yaml", {"zengpin": "有赠品", "tuihuo": "可以退"})
    variables = {"QT_IM_MODULE": "fcitx", "XMODIFIERS": "@im=fcitx"}
    eyes = Onlooker(place)
    with (
        RawTarget(place.server.env, "buyer", "chat") as chat,
        DeskSession(place, tmp_path / "data", book, env={**fcitx, **variables}) as desk,
    ):
        place.screen.activate(chat.window_id)
        desk.hands.tap(HOTKEY)
        desk.hands.type("zengpin")
        eyes.sees("phrase zengpin")
        eyes.waits_until_gone("phrase tuihuo")
        desk.hands.tap("escape")
        desk.hands.tap("escape")
        wait_for(lambda: not desk.status()["panel_open"], "the panel to close")
        assert chat.pastes() == []
