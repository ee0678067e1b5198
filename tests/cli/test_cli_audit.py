"""`records audit`: a sample that can be drawn again, and figures of some days."""

import csv
from datetime import timedelta
from pathlib import Path

import pytest

from qtdesk.bootstrap import open_records
from qtdesk.bootstrap.tables import open_rows
from qtdesk.core.audit import Draw, new_audit
from tests.cli.conftest import Run
from tests.sample_records import NOVEMBER, record
from tests.sample_rows import NOW, SHIPPED, a_loss

DAYS = ("--from", "2026-11-04", "--to", "2026-11-05")
GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def filled(data: Path) -> Path:
    records = open_records(data)
    for number in range(8):
        made = NOVEMBER - timedelta(days=number % 2, minutes=number)
        agent = "小李" if number < 4 else "小王"
        order = f"33001234567890{number:04}"
        records.add(record(order, made, agent=agent, uid=f"{number:032x}"))
    records.add(record("1", NOVEMBER, agent="小李", checklist="CL-10"))
    losses = [a_loss(17, reason=reason) for reason in ("price",) * 4 + ("size",) * 2]
    open_rows(data).put(losses)
    return data


@pytest.mark.usefixtures("filled")
def test_a_sample_is_the_same_again(run: Run) -> None:
    ran = run("records", "audit", *DAYS, "--sample", "1", "--json")
    assert ran.code == 0
    drawn = [line["uid"] for line in ran.jsons]
    assert [line["agent"] for line in ran.jsons] == ["小李"] * 2 + ["小王"] * 2
    again = run("records", "audit", *DAYS, "--sample", "1", "--json")
    assert [line["uid"] for line in again.jsons] == drawn
    others = {
        tuple(line["uid"] for line in ran.jsons)
        for seed in range(6)
        for ran in [
            run("records", "audit", *DAYS, "--sample", "1", f"--seed={seed}", "--json")
        ]
    }
    assert len(others) > 1


@pytest.mark.usefixtures("filled")
def test_one_agent_by_the_week_and_no_name_of_a_buyer(run: Run) -> None:
    asked = ("records", "audit", *DAYS, "--sample", "3", "--by", "week")
    ran = run(*asked, "--agent", "小李")
    assert len(ran.out.splitlines()) == 3
    assert "小鱼儿" not in ran.out
    assert "小鱼儿" in run(*asked, "--unmasked").out


def test_what_is_in_another_sample_is_left_out(run: Run, filled: Path) -> None:
    asked = ("records", "audit", *DAYS, "--sample", "2", "--json")
    first = run(*asked).jsons
    assert len(first) == 8
    draw = Draw(NOVEMBER.date(), NOVEMBER.date(), 1, 9)
    other = record(made=NOVEMBER, uid=first[0]["uid"])
    row = new_audit(other, draw, SHIPPED["audits"], NOW, "组长")
    open_rows(filled).put([row])
    left = [line["uid"] for line in run(*asked).jsons]
    assert left == [line["uid"] for line in first[1:]]


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_figures_as_a_sheet(run: Run, tmp_path: Path, language: str) -> None:
    path = tmp_path / "figures.csv"
    asked = ("--before", "2026-11-02", "--csv", str(path), "--language", language)
    ran = run("records", "audit", *DAYS, *asked)
    assert (ran.code, ran.out) == (0, f"6 lines in {path}\n")
    told = path.read_bytes()
    assert told.decode("utf-8-sig").count("\n") == 8
    assert told == (GOLDEN / f"audit-figures-{language}.csv").read_bytes()


@pytest.mark.usefixtures("filled")
def test_figures_in_lines(run: Run) -> None:
    ran = run("records", "audit", *DAYS, "--language", "en")
    assert "Lost enquiries by reason\tPrice\t4\t6\t6\t67 %" in ran.out
    assert "no percentage of fewer than 5" in ran.err
    told = run("records", "audit", *DAYS, "--json").jsons
    assert told[-1]["now"] == {"part": 2, "whole": 6, "cases": 6}


@pytest.mark.usefixtures("filled")
def test_a_sample_as_a_sheet(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "sample.csv"
    ran = run("records", "audit", *DAYS, "--sample", "1", "--csv", str(path))
    assert (ran.code, ran.out) == (0, f"4 records in {path}\n")
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) == 5


def test_nothing_of_these_days(run: Run) -> None:
    for more in ((), ("--sample", "2")):
        ran = run("records", "audit", *DAYS, *more)
        assert ran.code == 1
        assert "nothing of these days" in ran.err
    assert run("records", "audit", "--sample", "0").code == 2
