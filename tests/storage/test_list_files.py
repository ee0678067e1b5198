"""Checklists in three places: what goes before what, and what stays in use."""

import os
import shutil
from pathlib import Path

import pytest

from qtdesk.core.errors import StoreError
from qtdesk.core.lists_in_use import chosen
from qtdesk.core.ports.lists import FoundList, ListFiles, ListReading, Origin
from qtdesk.order_desk import open_list_files
from tests.checking_room import shipped_lists

GOOD = """format: 1
id: CL-30
version: "{version}"
name: {{zh: 改价, en: Change of price}}
items:
  - {{id: P1, type: tick, label: 买家知情}}
"""
_CLOCK = [1_700_000_000]


def put(path: Path, text: str) -> Path:
    """Write a file that is newer than whatever was there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    _CLOCK[0] += 1
    os.utime(path, (_CLOCK[0], _CLOCK[0]))
    return path


def good(version: str = "1", list_id: str = "CL-30") -> str:
    return GOOD.format(version=version).replace("CL-30", list_id)


def shipped_version(list_id: str) -> str:
    return next(str(each.version) for each in shipped_lists() if each.id == list_id)


class Scene:
    """An agent's data, a team's phrasebook on a share, and what is read of them."""

    def __init__(self, folder: Path) -> None:
        self.data, self.book = folder / "data", folder / "share" / "book"
        self.own, self.lists = self.data / "checklists", self.book / "checklists"
        self.book.mkdir(parents=True)
        self.files: ListFiles = open_list_files(self.data)

    def read(self) -> ListReading:
        return self.files.read([str(self.book)])

    def version(self, list_id: str = "CL-30") -> str:
        found = chosen(self.read()).get(list_id)
        return found.version if found is not None else ""

    def found(self, path: Path) -> FoundList:
        return next(each for each in self.read().found if each.path == str(path))

    def start_again(self) -> None:
        """Another run of the program, which knows only what is on its disk."""
        self.files = open_list_files(self.data)


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    return Scene(tmp_path)


def test_without_any_folder_there_are_ours(scene: Scene) -> None:
    assert list(chosen(scene.read()).values()) == list(shipped_lists())
    assert not scene.data.exists()
    assert scene.files.last.off == frozenset()


def test_a_list_of_a_phrasebook_goes_before_ours_and_the_agents_before_both(
    scene: Scene,
) -> None:
    put(scene.lists / "eight.yaml", good("team", "CL-08"))
    assert scene.version("CL-08") == "team"
    put(scene.own / "CL-08.yml", good("mine", "CL-08"))
    assert scene.version("CL-08") == "mine"
    origins = [each.origin for each in scene.read().found if each.id == "CL-08"]
    assert origins == [Origin.OWN, Origin.BOOK, Origin.SHIPPED]


def test_lists_may_take_items_from_ours(scene: Scene) -> None:
    text = good().replace("items:\n", "items:\n  - {from: CL-01, items: [V03]}\n")
    put(scene.own / "mine.yaml", text)
    found = chosen(scene.read())["CL-30"]
    assert [item.id for item in found.items] == ["V03", "P1"]


def test_a_fault_leaves_the_edition_before_it_in_use(scene: Scene) -> None:
    path = put(scene.lists / "price.yaml", good("1"))
    assert scene.version() == "1"
    put(path, good("2").replace("tick", "trick"))
    found = scene.found(path)
    assert (found.kept, found.id) == (True, "CL-30")
    assert 6 in [problem.line for problem in found.problems]
    assert scene.version() == "1"
    scene.start_again()
    assert scene.version() == "1"
    put(path, good("3"))
    assert scene.version() == "3"
    assert scene.found(path).problems == ()


def test_a_fault_from_the_first_is_passed_over(scene: Scene) -> None:
    path = put(scene.own / "CL-08.yaml", "id: [")
    found = scene.found(path)
    assert (found.checklist, found.id) == (None, "CL-08")
    assert scene.version("CL-08") == shipped_version("CL-08")
    assert found.problems


def test_a_share_that_is_away_leaves_its_lists_in_use(scene: Scene) -> None:
    put(scene.lists / "price.yaml", good())
    put(scene.lists / "lists.yaml", "off: [CL-08]\n")
    assert scene.version() == "1"
    shutil.move(scene.book, scene.book.with_name("away"))
    assert scene.version() == "1"
    scene.start_again()
    assert scene.version() == "1"
    assert scene.files.last.off == {"CL-08"}
    # It is out of reach, and nothing is wrong with it.
    assert scene.files.last.problems == {}
    assert not any(each.problems for each in scene.files.last.found)
    shutil.move(scene.book.with_name("away"), scene.book)
    put(scene.lists / "price.yaml", good("2"))
    assert scene.version() == "2"


def test_a_list_that_was_deleted_is_gone(scene: Scene) -> None:
    path = put(scene.lists / "price.yaml", good())
    assert scene.version() == "1"
    path.unlink()
    assert scene.version() == ""
    shutil.move(scene.book, scene.book.with_name("away"))
    scene.start_again()
    assert scene.version() == ""


def test_two_files_with_one_id_are_told(scene: Scene) -> None:
    put(scene.lists / "a.yaml", good("1"))
    second = put(scene.lists / "b.yaml", good("2"))
    assert scene.version() == "1"
    (problem,) = scene.found(second).problems
    assert str(problem.what) == "CL-30 is in a.yaml already."


def test_rules_come_with_a_phrasebook_and_faults_in_them_are_told(
    scene: Scene,
) -> None:
    rules = "rules:\n  - {platform: '', as_of: 2026-11-01, source: x, ship_hours: 9}\n"
    path = put(scene.lists / "rules.yaml", rules)
    rule = scene.read().rules.of("anything")
    assert rule is not None
    assert rule.ship_hours == 9
    put(path, "rules: [")
    reading = scene.read()
    assert reading.rules.of("anything") == rule
    assert [each.file for each in reading.problems[str(scene.book)]] == [str(path)]
    put(scene.own / "rules.yaml", rules.replace("9", "7"))
    mine = scene.read().rules.of("anything")
    assert mine is not None
    assert mine.ship_hours == 7


def test_rules_that_never_were_good_leave_ours(scene: Scene) -> None:
    put(scene.own / "rules.yaml", "nonsense")
    reading = scene.read()
    assert reading.rules.of("taobao") is not None
    assert reading.problems[""]


def test_what_a_phrasebook_leaves_out_is_told_with_its_faults(scene: Scene) -> None:
    path = put(scene.lists / "lists.yaml", "off: [CL-08, CL-04]\n")
    assert scene.read().off == {"CL-08", "CL-04"}
    put(path, "of: CL-08\n")
    reading = scene.read()
    assert reading.off == {"CL-08", "CL-04"}
    assert reading.problems[str(scene.book)]
    put(path, "- CL-08\n")
    assert scene.read().problems[str(scene.book)]


def test_a_copy_is_the_agents_own_and_never_written_over(scene: Scene) -> None:
    (ours,) = (each for each in scene.read().found if each.id == "CL-08")
    path = Path(scene.files.copy(ours))
    assert path == scene.own / "CL-08.yaml"
    assert path.read_bytes() == Path(ours.path).read_bytes()
    put(path, good("mine", "CL-08"))
    assert scene.files.copy(ours) == str(path)
    assert scene.version("CL-08") == "mine"


def test_what_is_copied_of_a_faulty_file_is_what_is_used(scene: Scene) -> None:
    path = put(scene.lists / "price.yaml", good("1"))
    scene.read()
    put(path, "id: [")
    copied = Path(scene.files.copy(scene.found(path)))
    assert copied.read_text("utf-8") == good("1")


def test_a_list_that_went_meanwhile_is_not_copied(scene: Scene) -> None:
    path = put(scene.lists / "price.yaml", good())
    found = scene.found(path)
    path.unlink()
    with pytest.raises(StoreError):
        scene.files.copy(found)


def test_a_phrasebook_that_is_one_file_has_no_lists(scene: Scene) -> None:
    path = put(scene.data.parent / "one.yaml", "id: x")
    scene.files.read([str(path)])
    assert all(each.origin is Origin.SHIPPED for each in scene.files.last.found)


def test_folders_to_watch_are_the_agents_and_those_of_the_books(scene: Scene) -> None:
    folders = scene.files.folders([str(scene.book)])
    assert folders == (str(scene.own), str(scene.lists))


def test_what_did_not_change_is_not_read_again(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(scene.lists / "price.yaml", good())
    before = scene.read()
    monkeypatch.setattr(Path, "read_bytes", lambda _self: pytest.fail("read again"))
    assert scene.read() == before
