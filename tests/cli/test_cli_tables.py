"""`tables`: what is there, what is shown, and sheets in and out."""

import json
from pathlib import Path

import pytest

from qtdesk.bootstrap.tables import open_rows
from qtdesk.core.tables import Row
from tests.cli.conftest import Run
from tests.sample_rows import a_loss, a_return

ORDER = "4012345678901234567"


@pytest.fixture
def rows(data: Path) -> list[Row]:
    made = [a_loss(0, note="说贵"), a_loss(1, reason="size"), a_return(40)]
    open_rows(data).put(made)
    return made


@pytest.mark.usefixtures("rows")
def test_list(run: Run) -> None:
    ran = run("tables", "list", "--language", "en")
    told = dict(line.split("\t")[::2] for line in ran.out.splitlines())
    assert (ran.code, told["lost"], told["returns"]) == (0, "2 rows", "1 row")
    assert "customers" not in told
    ran = run("tables", "list", "--set", "customer_cards=on", "--json")
    assert {line["id"]: line["rows"] for line in ran.jsons}["customers"] == 0


def test_columns(run: Run) -> None:
    ran = run("tables", "columns", "lost", "--language", "en")
    assert ran.out.splitlines()[0].split("\t")[:3] == ["reason", "choice *", "Reason"]
    told = run("tables", "columns", "lost", "--json").jsons
    assert told[0]["answers"][:2] == ["price", "service"]
    assert told[3] == {"id": "buyer", "type": "text", "answers": [], "private": "name"}


@pytest.mark.usefixtures("rows")
def test_show_is_masked_unless_asked_otherwise(run: Run) -> None:
    ran = run("tables", "show", "lost", "--language", "zh_CN")
    assert ran.code == 0
    first, second = ran.out.splitlines()
    assert first.split("\t")[:3] == ["2026-11-22 16:05", "价格", "说贵"]
    assert second.split("\t")[1] == "尺码"
    assert "云朵" not in ran.out
    assert "云朵8821" in run("tables", "show", "lost", "--unmasked").out
    (told,) = run("tables", "show", "lost", "--where", "reason=size", "--json").jsons
    assert told["cells"] == {"reason": "size", "buyer": "云**"}


@pytest.mark.usefixtures("rows")
@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ((), 2),
        (("--text", "尺码"), 1),
        (("--from", "2026-11-22"), 1),
        (("--to", "2026-11-21"), 1),
        (("--where", "reason=price"), 1),
        (("--sort", "reason", "--ascending"), 2),
        (("--limit", "1"), 1),
    ],
)
def test_what_is_asked_for(run: Run, asked: tuple[str, ...], count: int) -> None:
    ran = run("tables", "show", "lost", *asked)
    assert len(ran.out.splitlines()) == count
    assert ("--limit" in ran.err) is ("--limit" in asked)


@pytest.mark.usefixtures("rows")
@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("show", "lots"), "lost, questions"),
        (("show", "lost", "--where", "colour=red"), "no column “colour”"),
        (("show", "lost", "--sort", "colour"), "no column “colour”"),
        (("export", "lost", "rows.txt"), "no known format"),
        (("import", "lost", "none.csv"), "cannot be read"),
    ],
)
def test_what_is_not_there_is_told(run: Run, asked: tuple[str, ...], said: str) -> None:
    ran = run("tables", *asked)
    assert ran.code == 4
    assert said in ran.err


def test_nothing_is_told_as_such(run: Run, tmp_path: Path) -> None:
    assert run("tables", "show", "lost").code == 1
    ran = run("tables", "export", "lost", str(tmp_path / "x.csv"))
    assert ran.code == 1


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_a_table_goes_out_and_comes_back(
    run: Run, rows: list[Row], tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / f"lost{suffix}"
    ran = run("tables", "export", "lost", str(path), "--unmasked", "--json")
    assert ran.json == {"rows": 2, "file": str(path), "masked": False}
    ran = run("tables", "import", "lost", str(path), "--json")
    assert (ran.code, ran.json["same"], ran.json["new"]) == (0, 2, 0)
    other = run("--data-dir", str(tmp_path / "other"), "tables", "import")
    assert other.code == 2
    there = ("--data-dir", str(tmp_path / "other"))
    ran = run("tables", "import", "lost", str(path), *there)
    assert "nothing was written" in ran.err
    assert run("tables", "show", "lost", *there).code == 1
    run("tables", "import", "lost", str(path), "--yes", *there)
    kept = sorted(open_rows(tmp_path / "other").of("lost"), key=lambda r: r.made)
    assert [row.cells for row in kept] == [rows[1].cells, rows[0].cells]
    assert [row.uid for row in kept] == [rows[1].uid, rows[0].uid]


def test_lines_that_cannot_be_taken_are_told(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    path.write_text("流失原因,我的\n价格,x\n扔了,y\n", "utf-8")
    ran = run("tables", "import", "lost", str(path), "--language", "zh_CN")
    assert ran.code == 1
    assert "line 3" in ran.out
    assert "我的" in ran.out
    told = run("tables", "import", "lost", str(path), "--json", "--yes").json
    assert (told["new"], told["refused"][0]["line"]) == (1, 3)
    assert told["unknown_columns"] == ["我的"]
    assert told["done"] is True


def test_facts_lie_among_the_agents_own_data(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "facts.csv"
    path.write_text("名称,内容,可粘贴\n退货地址,杭州,是\n", "utf-8")
    assert run("tables", "import", "facts", str(path), "--yes").code == 0
    told = run("tables", "show", "facts", "--json").json
    assert told["cells"]["value"] == "杭州"
    # Its phrases read them at once.
    assert "杭州" in json.dumps(told, ensure_ascii=False)


@pytest.mark.usefixtures("rows")
def test_an_order_that_is_forgotten_is_in_no_table(run: Run, data: Path) -> None:
    ran = run("records", "forget", ORDER, "--yes", "--json")
    assert (ran.code, ran.json["rows"]) == (0, 1)
    assert run("tables", "show", "returns").code == 1
    everything = b"".join(p.read_bytes() for p in data.rglob("*.jsonl*"))
    assert ORDER.encode() not in everything
