from pathlib import Path

import pytest

from qtdesk import bootstrap, paths
from tests.cli.conftest import Instance, Run


@pytest.fixture(autouse=True)
def _shipped(tmp_path: Path, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same small books as if they came with the program."""
    folder = tmp_path / "shipped"
    folder.mkdir()
    for name in bootstrap.SHIPPED_BOOKS:
        text = book.read_text("utf-8").replace("id: shop", f"id: {Path(name).stem}")
        place = folder / name
        if not place.suffix:
            place.mkdir()
            place /= "book.yaml"
        place.write_text(text, "utf-8")
    monkeypatch.setattr(paths, "phrasebooks", lambda: folder)


def test_first_start_has_the_shipped_books(run: Run, book: Path) -> None:
    assert [line.split("\t")[1:] for line in run("sources").out.splitlines()] == [
        ["小店", "3 phrases", "0 problems"]
    ] * 2
    assert run("list").out.count("\n") == 6
    assert run("list", "--book", str(book)).out.count("\n") == 3
    sample = run("sources").out.splitlines()[0].split("\t")[0]
    ran = run("remove", sample)
    assert ran.code == 1
    assert "is a sample" in ran.err
    run("add", str(book))
    assert run("list").out.count("\n") == 3
    run("remove", str(book))
    assert run("list").out.count("\n") == 6


def test_added_listed_removed(run: Run, book: Path) -> None:
    assert run("add", str(book)).code == 0
    assert run("sources", "--json").json == {
        "path": str(book),
        "title": "小店",
        "version": "1",
        "phrases": 3,
        "problems": 0,
        "in_use": True,
    }
    assert run("remove", str(book)).code == 0
    assert str(book) not in run("sources").out
    ran = run("remove", str(book))
    assert ran.code == 1
    assert "is not a source" in ran.err


def test_a_source_out_of_reach_is_listed(run: Run, tmp_path: Path) -> None:
    gone = tmp_path / "gone.yaml"
    ran = run("add", str(gone))
    assert ran.code == 0
    assert "is not there now" in ran.err
    ran = run("sources")
    assert ran.out == f"{gone}\tnot in use\t1 problem\n"
    assert "gone.yaml" in ran.err
    ran = run("list")
    assert ran.code == 1
    assert "there is no phrase" in ran.err


def test_the_last_good_edition_is_used_while_the_file_is_broken(
    run: Run, book: Path
) -> None:
    run("add", str(book))
    assert run("search", "HY").code == 0
    book.write_text("]")
    assert run("search", "HY").code == 0
    assert run("sources", "--json").json["problems"] == 1


def test_the_running_instance_adds_and_removes(
    run: Run, book: Path, instance: Instance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(book.parent)
    assert run("add", book.name).code == 0
    asked = {"v": 1, "do": "add_source", "path": str(book)}
    assert instance.requests == [asked]
    assert str(book) not in run("sources").out


def test_the_running_instance_removes(
    run: Run, book: Path, data: Path, instance: Instance
) -> None:
    opened = bootstrap.open_data(data)
    bootstrap.open_library(data, opened).add(str(book))
    opened.flush()
    assert run("remove", str(book)).code == 0
    asked = {"v": 1, "do": "remove_source", "path": str(book)}
    assert instance.requests == [asked]
