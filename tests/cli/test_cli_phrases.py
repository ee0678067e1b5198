import io
from pathlib import Path

import pytest

from qtdesk.cli import clipboard
from tests.cli.conftest import Run

HIT = {
    "id": "shop/hello",
    "title": "欢迎😀光临",
    "code": "HY",
    "stage": "greet",
    "score": 51,
    "spans": {"title": [[4, 1]], "text": [], "code": []},
}


@pytest.fixture(autouse=True)
def _added(run: Run, book: Path) -> None:
    assert run("add", str(book)).code == 0


def test_list(run: Run) -> None:
    ran = run("list")
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "HY\tgreet\t欢迎😀光临\tshop/hello",
        "FH1\tship\t发货时间\tshop/when",
        "fh2\tship\t发货地\tshop/where",
    ]


def test_list_of_a_stage_as_json(run: Run) -> None:
    ran = run("list", "--stage", "招呼", "--json")
    named = {key: HIT[key] for key in ("id", "title", "code", "stage")}
    assert ran.jsons == [named]


def test_a_stage_that_does_not_exist(run: Run) -> None:
    ran = run("search", "发", "--stage", "nowhere")
    assert ran.code == 2
    assert "greet (招呼), ship (物流)" in ran.err
    assert not ran.out


def test_search(run: Run) -> None:
    ran = run("search", "发货", "今天")
    assert ran.code == 0
    assert ran.out == "FH1\tship\t发货时间\tshop/when\n"


def test_search_as_json_has_places_in_utf16(run: Run) -> None:
    assert run("search", "--json", "光").json == {
        "query": "光",
        "hits": [HIT],
        "more": False,
    }


def test_search_with_limit(run: Run) -> None:
    ran = run("search", "发货", "--limit", "1")
    assert len(ran.out.splitlines()) == 1
    assert "more than 1 phrase" in ran.err
    assert run("search", "发货", "--limit", "1", "--json").json["more"] is True


def test_search_in_a_stage_and_by_filters(run: Run) -> None:
    assert run("search", "", "--stage", "GREET").out.count("\n") == 1
    assert run("search", "@物", "#常").out.count("\n") == 1


def test_nothing_found(run: Run) -> None:
    ran = run("search", "髯")
    assert (ran.code, ran.out) == (1, "")
    assert "no phrase matches" in ran.err
    assert run("search", "髯", "--json").json["hits"] == []


def test_one_query_a_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("发货\n\n髯\nHY"))
    ran = run("search", "--stdin")
    assert ran.code == 0
    assert [answer["query"] for answer in ran.jsons] == ["发货", "", "髯", "HY"]
    assert [len(answer["hits"]) for answer in ran.jsons] == [2, 3, 0, 1]


@pytest.mark.parametrize(
    "misused", [[], ["x", "--stdin"], ["x", "--limit", "0"], ["x", "--lim", "1"]]
)
def test_misused(run: Run, misused: list[str]) -> None:
    ran = run("search", *misused)
    assert (ran.code, ran.out) == (2, "")
    assert "usage: qtdesk-cli" in ran.err


def test_books_of_this_run_only(run: Run, book: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    text = book.read_text("utf-8").replace("id: shop", "id: other")
    other.write_text(text, "utf-8")
    assert run("search", "HY", "--book", str(other)).out.count("\n") == 2
    assert run("search", "HY").out.count("\n") == 1


# --- copy --------------------------------------------------------------------------


@pytest.fixture
def copied(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    texts: list[str] = []
    monkeypatch.setattr(clipboard, "copy", texts.append)
    return texts


@pytest.mark.parametrize("named", ["FH1", "fh1", "shop/when", "ＦＨ１"])
def test_copy_by_code_or_key(run: Run, copied: list[str], named: str) -> None:
    ran = run("copy", named)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert copied == ["亲，今天发货。"]


def test_copy_tells_of_blanks(run: Run, copied: list[str]) -> None:
    ran = run("copy", "fh2")
    assert ran.code == 0
    assert "still to be filled in: 快递单号" in ran.err
    assert len(copied) == 1


def test_copy_of_nothing_and_of_several(
    run: Run, copied: list[str], book: Path, tmp_path: Path
) -> None:
    assert run("copy", "F").code == 1
    other = tmp_path / "other.yaml"
    text = book.read_text("utf-8").replace("id: shop", "id: other")
    other.write_text(text, "utf-8")
    ran = run("copy", "HY", "--book", str(other))
    assert ran.code == 1
    assert [line.split("\t")[3] for line in ran.out.splitlines()] == [
        "other/hello",
        "shop/hello",
    ]
    assert copied == []


def test_copy_without_a_tool(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("DISPLAY", ":987")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr("shutil.which", lambda _: None)
    ran = run("copy", "HY")
    assert ran.code == 4
    assert "Install xclip." in ran.err


def test_what_is_over_is_not_copied(run: Run, copied: list[str], book: Path) -> None:
    text = book.read_text("utf-8").replace(
        "code: HY", "code: HY\n            revoked: 法务"
    )
    book.write_text(text, "utf-8")
    ran = run("copy", "HY")
    assert (ran.code, copied) == (1, [])
    assert "not copied: Not to be used any more: 法务" in ran.err
