"""Which list is in use, switched off and on, copied, and what is wrong in others."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest

from qtdesk.core.checklists import Checklist
from qtdesk.core.events import DeskEvent, ListsChanged
from qtdesk.core.lists_in_use import ListsInUse, ListUse, chosen, left_out
from qtdesk.core.phrases import Problem
from qtdesk.core.ports import Source
from qtdesk.core.ports.lists import FoundList, ListReading, Origin
from qtdesk.core.rules import RuleBook
from qtdesk.core.settings import Settings
from qtdesk.core.words import Words
from tests.check_world import CheckWorld
from tests.checking_room import Room, shipped_lists
from tests.fake_books import AtOnce

if TYPE_CHECKING:
    from qtdesk.core.bookcase import Bookcase

BOOK = "/share/book"
FAULT = Problem("x.yaml", 3, "", Words("wrong"), fatal=True)


def lists(ids: Iterable[str] = ("CL-01", "CL-04", "CL-08")) -> list[Checklist]:
    return [each for each in shipped_lists() if each.id in ids]


def found(
    checklist: Checklist | None,
    origin: Origin = Origin.SHIPPED,
    problems: tuple[Problem, ...] = (),
    list_id: str = "",
) -> FoundList:
    source = BOOK if origin is Origin.BOOK else ""
    name = checklist.id if checklist is not None else list_id
    return FoundList(f"/{origin}/{name}", origin, source, name, checklist, problems)


class FakeFiles:
    """Files that a test puts there."""

    def __init__(self) -> None:
        self.there = ListReading(tuple(map(found, lists())), RuleBook())
        self.last = self.there
        self.copied: list[str] = []

    def folders(self, books: Iterable[str]) -> tuple[str, ...]:
        return ("/own", *books)

    def read(self, books: Iterable[str]) -> ListReading:
        assert list(books) == [BOOK]
        self.last = self.there
        return self.last

    def copy(self, one: FoundList) -> str:
        self.copied.append(one.id)
        return f"/own/{one.id}.yaml"


class Scene:
    def __init__(self) -> None:
        room = Room()
        self.files = FakeFiles()
        room.checks.files = self.files
        self.checks = CheckWorld(room).checks
        self.settings = Settings()
        self.announced: list[DeskEvent] = []
        state = SimpleNamespace(source=Source(BOOK), title="小鹿家")
        books: Any = SimpleNamespace(sources=lambda: (state,))
        self.lists = ListsInUse(
            self.checks,
            cast("Bookcase", books),
            AtOnce(),
            lambda: self.settings,
            self._change,
            self.announced.append,
        )

    def _change(self, changes: Mapping[str, str]) -> None:
        self.settings = self.settings.with_changes(changes)

    def load(self) -> None:
        self.checks.load(self.lists.follow)
        self.announced.clear()

    def put(self, *there: FoundList, **more: Any) -> None:
        self.files.there = ListReading(there, RuleBook(), **more)
        self.lists.refresh()

    def uses(self) -> dict[str, ListUse]:
        return {each.found.path: each.use for each in self.lists.states}

    def offered(self) -> list[str]:
        engine = self.checks.engine
        assert engine is not None
        return [each.id for each in engine.checklists]


@pytest.fixture
def scene() -> Scene:
    made = Scene()
    made.load()
    return made


def test_before_the_engine_is_loaded_there_is_nothing_and_no_fuss() -> None:
    scene = Scene()
    done: list[bool] = []
    scene.lists.refresh(lambda: done.append(True))
    scene.lists.switch("CL-08", on=False)
    scene.lists.follow()
    assert (scene.lists.states, scene.lists.folders) == ((), ())
    assert scene.lists.problems(BOOK) == ()
    assert (done, scene.announced) == ([True], [])


def test_what_is_new_is_used_at_once_and_told(scene: Scene) -> None:
    mine = lists(["CL-08"])[0]
    scene.put(found(mine, Origin.OWN), *map(found, lists()))
    assert scene.announced == [ListsChanged()]
    assert set(scene.uses().values()) == {ListUse.USED}
    assert scene.offered() == ["CL-01", "CL-04", "CL-08"]
    scene.announced.clear()
    scene.lists.refresh()
    assert scene.announced == []


def test_a_list_stands_behind_another_of_its_id(scene: Scene) -> None:
    mine = replace(lists(["CL-08"])[0], version="mine")
    scene.put(found(mine, Origin.OWN), *map(found, lists()))
    assert scene.uses()["/shipped/CL-08"] is ListUse.BEHIND
    engine = scene.checks.engine
    assert engine is not None
    assert engine.checklist("CL-08").version == "mine"


def test_a_list_is_switched_off_and_on(scene: Scene) -> None:
    scene.lists.switch("CL-08", on=False)
    assert scene.settings.lists_off == "CL-08"
    assert scene.offered() == ["CL-01", "CL-04"]
    assert scene.uses()["/shipped/CL-08"] is ListUse.OFF
    assert scene.announced == [ListsChanged()]
    scene.lists.switch("CL-04", on=False)
    assert scene.settings.lists_off == "CL-08, CL-04"
    scene.lists.switch("CL-08", on=True)
    assert scene.settings.lists_off == "CL-04"
    assert scene.offered() == ["CL-01", "CL-08"]


def test_an_agent_wants_what_the_phrasebook_leaves_out(scene: Scene) -> None:
    scene.put(*map(found, lists()), off=frozenset({"CL-08"}))
    assert scene.offered() == ["CL-01", "CL-04"]
    scene.lists.switch("CL-08", on=True)
    assert scene.settings.lists_off == "+CL-08"
    assert scene.offered() == ["CL-01", "CL-04", "CL-08"]
    scene.lists.switch("CL-08", on=False)
    assert scene.settings.lists_off == "CL-08"
    assert scene.offered() == ["CL-01", "CL-04"]


@pytest.mark.parametrize("said", ["CL-04,CL-08", "CL-04 CL-08", "CL-04，CL-08、"])
def test_ids_are_taken_as_people_write_them(said: str) -> None:
    assert left_out(ListReading((), RuleBook()), said) == {"CL-04", "CL-08"}


def test_faults_are_told_with_the_phrasebook_they_came_with(scene: Scene) -> None:
    bad = found(None, Origin.BOOK, (FAULT,), "CL-30")
    own = found(None, Origin.OWN, (FAULT, FAULT), "CL-31")
    scene.put(bad, own, *map(found, lists()), problems={BOOK: (FAULT,)})
    assert len(scene.lists.problems(BOOK)) == 2
    assert len(scene.lists.problems("")) == 2
    state = next(each for each in scene.lists.states if each.found is bad)
    assert (state.name, state.book, state.version) == ("CL-30", "小鹿家", "")
    assert state.use is ListUse.UNUSABLE


def test_a_draft_says_so_itself(scene: Scene) -> None:
    draft = replace(lists(["CL-08"])[0], draft=True)
    scene.put(found(draft))
    assert scene.uses() == {"/shipped/CL-08": ListUse.DRAFT}
    assert scene.offered() == []


def test_a_copy_is_asked_of_the_files(scene: Scene) -> None:
    state = next(each for each in scene.lists.states if each.found.id == "CL-08")
    assert scene.lists.copy(state) == "/own/CL-08.yaml"
    assert scene.files.copied == ["CL-08"]


def test_folders_are_those_of_the_files(scene: Scene) -> None:
    assert scene.lists.folders == ("/own", BOOK)


def test_a_check_under_way_keeps_its_list(scene: Scene) -> None:
    engine = scene.checks.engine
    assert engine is not None
    check = engine.begin("1", "CL-08")
    scene.put(*map(found, lists(["CL-01"])))
    assert engine.standing(check).entries
    assert list(chosen(scene.files.last)) == ["CL-01"]


def test_states_are_in_the_agents_language(scene: Scene) -> None:
    scene.checks.language = "en"
    assert "Change of address" in [each.name for each in scene.lists.states]
    assert Path(scene.lists.folders[0]).is_absolute()
