from pathlib import Path

import pytest

from qtdesk.core.living_phrases import local_time
from qtdesk.core.own_phrases import OwnPhrases
from qtdesk.core.own_phrases.draft import Draft
from qtdesk.core.phrases import Shelf
from qtdesk.formats import read_book
from qtdesk.storage.agent_data import AgentData
from qtdesk.storage.store import DeskStore
from tests.cli.conftest import Run


@pytest.fixture
def written(run: Run, book: Path, data: Path) -> Path:
    """A new phrase, and a version of one of the shop's book."""
    run("add", str(book))
    agent = AgentData(data)
    shelf = Shelf()
    shop = read_book(book)
    shelf.place("shop", shop)
    own = OwnPhrases(DeskStore(agent), shelf, local_time, lambda: None)
    own.save(Draft("退运费", ("马上退",), code="tyf").finished(own.new(stage="after")))
    own.save(shop.phrases[1]._replace(texts=("今天一定发",)))
    agent.flush()
    return data


@pytest.mark.usefixtures("written")
def test_own_phrases_are_listed_and_found(run: Run) -> None:
    found = run("search", "tuiyunfei").out.splitlines()
    assert [line.split("\t")[2] for line in found] == ["退运费"]
    assert run("list").out.count("\n") == 4


@pytest.mark.usefixtures("written")
def test_all_of_them_are_exported_as_a_book(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "amei.yaml"
    ran = run("phrases", "export", str(path))
    assert (ran.code, ran.out) == (0, f"{path}\t2 phrases\n")
    book = read_book(path)
    assert (book.id, book.title, book.problems) == ("amei", "我的短语", ())
    assert [one.text for one in book.phrases] == ["马上退", "今天一定发"]
    assert run("check", str(path)).code == 0


@pytest.mark.usefixtures("written")
def test_a_file_that_cannot_be_is_refused(run: Run, tmp_path: Path) -> None:
    ran = run("phrases", "export", str(tmp_path / "amei.txt"))
    assert (ran.code, ran.out) == (4, "")
    assert ".yaml" in ran.err


def test_without_any_there_is_nothing_to_export(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "amei.yaml"
    assert run("phrases", "export", str(path)).code == 1
    assert not path.exists()
