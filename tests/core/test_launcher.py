"""The launcher: what is likely first, what is typed found by any reading of it."""

from dataclasses import replace

import pytest

from qtdesk.core.events import CheckWanted, DeskEvent, ListsChanged, ToolWanted
from qtdesk.core.finder import Finder
from qtdesk.core.launcher import TOOLS, Entry, Kind, Launcher, Tool
from qtdesk.core.phrases import CANONICAL_STAGES
from qtdesk.core.words import Words
from tests.check_world import ORDER, WISH, CheckWorld
from tests.checking_room import Room, shipped_lists
from tests.fake_books import AtOnce, FakeIndexes, Later


class Scene:
    """A launcher over real lists, and what it asked for."""

    def __init__(self, room: Room | None = None) -> None:
        self.world = CheckWorld(room)
        self.checks = self.world.checks
        self.announced: list[DeskEvent] = []
        self.stages: tuple[str, ...] = ()
        self.later = Later()
        self.finder = Finder(FakeIndexes(), AtOnce(), lambda: 0.0)
        self.launcher = Launcher(
            self.checks,
            self.finder,
            AtOnce(),
            lambda: self.stages,
            self.announced.append,
        )

    def ids(self, query: str = "", stage: str | None = None) -> list[str]:
        return [each.id for each in self.launcher.entries(query, stage)]

    def one(self, query: str) -> Entry:
        return self.launcher.entries(query)[0]


def offered_lists() -> list[str]:
    """Each list, and behind them one more for each case of theirs."""
    lists = [each for each in shipped_lists() if not each.draft]
    cases = [each.id for each in lists for one in each.presets if one.entry]
    return [*(each.id for each in lists), *cases]


def with_cases() -> Room:
    """The shipped lists, a preset of one of which is a case of its own."""
    lists = {each.id: each for each in shipped_lists()}
    moved = lists["CL-04"]
    presets = tuple(replace(each, entry=True) for each in moved.presets)
    lists["CL-04"] = replace(moved, presets=presets)
    return Room(lists=tuple(lists.values()))


@pytest.fixture
def scene() -> Scene:
    made = Scene()
    made.checks.load(lambda: None)
    return made


def test_it_can_be_opened_before_the_lists_are_there() -> None:
    scene = Scene()
    scene.launcher.offer(Tool.RECORDS)
    assert scene.launcher.loading
    assert scene.ids() == ["records"]
    scene.launcher.load()
    assert scene.announced == [ListsChanged()]
    assert not scene.launcher.loading
    lists = [each.id for each in shipped_lists() if not each.draft]
    assert scene.ids() == [*lists, "records", *offered_lists()[len(lists) :]]


def test_a_tool_that_nobody_offers_is_not_shown(scene: Scene) -> None:
    assert scene.ids(stage=TOOLS) == []
    scene.launcher.offer(Tool.PROFILES)
    scene.launcher.offer(Tool.RECORDS)
    assert scene.ids(stage=TOOLS) == ["records", "profiles"]


@pytest.mark.parametrize(
    "typed", ["gaidizhi", "gdz", "改地址", "gai地址", "address", "CL-04", "cl-04"]
)
def test_a_list_is_found_by_any_of_its_names(scene: Scene, typed: str) -> None:
    assert scene.one(typed).id == "CL-04"


def test_a_slip_is_forgiven_and_a_sentence_is_not_taken_for_a_wish(
    scene: Scene,
) -> None:
    assert scene.one("gaidizih").id == "CL-04"
    assert scene.launcher.entries("没有这样的清单") == ()


def test_tools_are_found_by_the_agents_language_and_by_english(scene: Scene) -> None:
    chinese = {"Records of checks": "核单记录"}
    scene.launcher.tell = lambda said: chinese.get(said.template, said.template)
    scene.launcher.offer(Tool.RECORDS)
    for typed in ("hdjl", "records"):
        assert scene.one(typed).id == "records"


def test_words_as_they_stand_are_found_while_readings_are_made() -> None:
    scene = Scene()
    later = Later()
    scene.launcher._background = later
    scene.checks.load(lambda: None)
    assert scene.one("改地址").id == "CL-04"
    assert scene.ids("gdz") == []
    later.work()
    assert scene.one("gdz").id == "CL-04"


def test_lists_of_the_stage_of_now_come_first(scene: Scene) -> None:
    scene.stages = ("after",)
    engine = scene.checks.engine
    assert engine is not None
    assert engine.checklist(scene.ids()[0]).stage == "after"
    assert sorted(scene.ids()) == sorted(offered_lists())
    shipping = [each.id for each in shipped_lists() if each.stage == "ship"]
    assert set(scene.ids(stage="ship")) == set(shipping) & set(offered_lists())


def test_stages_are_those_of_lists_in_the_order_of_the_trade(scene: Scene) -> None:
    scene.launcher.offer(Tool.RECORDS)
    there = {each.stage for each in shipped_lists() if not each.draft}
    order = [key for key in CANONICAL_STAGES if key in there]
    assert scene.launcher.stages == (*order, TOOLS)


def test_checks_under_way_come_first_the_one_at_hand_before_the_others(
    scene: Scene,
) -> None:
    scene.world.open(WISH)
    scene.checks.answer("V21.1", value=True)
    first = scene.checks.current
    scene.world.open(ORDER)
    scene.checks.answer("V18", "顺丰")
    assert first is not None
    assert scene.checks.current is not None
    uids = [scene.checks.current.uid, first.uid]
    assert scene.ids()[:2] == uids
    assert scene.one("").kind is Kind.CHECK
    assert scene.ids("核对")[:2] == uids
    assert scene.one("改地址").kind is Kind.LIST
    scene.checks.turn_to(first.uid)
    assert scene.ids()[0] == first.uid


def test_what_a_check_under_way_still_wants_is_told(scene: Scene) -> None:
    scene.world.open(WISH)
    scene.checks.answer("V18", "顺丰")
    entry = scene.one("")
    assert scene.launcher.state(entry) == (0, 0, 1)
    assert "4567" not in repr(entry)


def test_a_case_is_found_by_its_name_and_opens_its_list_with_its_answers() -> None:
    scene = Scene(with_cases())
    scene.checks.load(lambda: None)
    case = scene.one("label printed")
    assert (case.kind, case.id, case.preset) == (Kind.CASE, "CL-04", "printed")
    lists = [each for each in shipped_lists() if not each.draft]
    assert case in scene.launcher.entries()[len(lists) :]
    scene.stages = ("ship",)
    assert case in scene.launcher.entries()[: len(lists)]
    scene.launcher.open(case, None)
    wanted = scene.announced[-1]
    assert isinstance(wanted, CheckWanted)
    scene.checks.open(wanted, lambda: None)
    scene.world.clock.run_all()
    assert scene.checks.current is not None
    assert scene.checks.current.values
    assert not scene.checks.under_way


def test_the_window_that_was_in_front_stays_the_target(scene: Scene) -> None:
    target = scene.world.platform.windows.target_of(scene.world.chat)
    scene.launcher.open(scene.one("改地址"), target)
    (wanted,) = scene.announced
    assert wanted == CheckWanted("CL-04", by_hotkey=True, target=target)
    scene.world.platform.windows.focus(None)
    assert isinstance(wanted, CheckWanted)
    scene.checks.open(wanted, lambda: None)
    assert scene.checks.target == target


def test_a_check_under_way_is_taken_up_as_it_was(scene: Scene) -> None:
    scene.world.open(WISH)
    scene.checks.answer("V21.1", value=True)
    entry = scene.one("")
    scene.checks.turn_to("")
    scene.launcher.open(entry, None)
    assert scene.announced[-1] == CheckWanted("", by_hotkey=True)
    assert scene.checks.current is not None
    assert scene.checks.current.uid == entry.id


def test_a_tool_is_asked_for_by_name(scene: Scene) -> None:
    scene.launcher.offer(Tool.RECORDS)
    scene.launcher.open(scene.one("records"), None)
    assert scene.announced == [ToolWanted("records")]


def test_a_list_switched_off_is_not_offered_and_still_there(scene: Scene) -> None:
    engine = scene.checks.engine
    assert engine is not None
    engine.use(shipped_lists(), engine.rules, {"CL-04"})
    assert "CL-04" not in scene.ids()
    assert engine.checklist("CL-04").id == "CL-04"


def test_titles_are_marked_where_they_have_what_was_typed(scene: Scene) -> None:
    entry = scene.one("dz")
    assert [tuple(span) for span in scene.launcher.marks("dz", entry)] == [(1, 2)]
    assert scene.launcher.marks("", entry) == ()


def test_another_language_is_another_set_of_names(scene: Scene) -> None:
    scene.checks.language = "en"
    assert "Change of address" in [each.title for each in scene.launcher.entries()]
    assert scene.one("gdz").id == "CL-04"
    assert scene.launcher.tell(Words("x")) == "x"
