"""Figures: of how many they are, what leads, and no percentage of a handful."""

from datetime import date, timedelta

from qtdesk.core.audit import (
    FEWEST,
    Answer,
    Draw,
    Period,
    Share,
    decided,
    figures_of,
    marks_of,
    new_audit,
)
from qtdesk.core.audit.telling import Ids, Teller, cells, heads
from qtdesk.core.records import ItemResult, ItemVerdict
from qtdesk.core.tables import Row
from tests.sample_records import OCTOBER, record
from tests.sample_rows import NOW, SHIPPED, a_loss, a_return

SHEET = SHIPPED["audits"]
NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))
OCTOBERS = Period(date(2026, 10, 1), date(2026, 10, 31))


def an_audit(days: int, missed: int, agent: str = "小王") -> Row:
    made = NOW - timedelta(days=days)
    draw = Draw(made.date(), made.date(), 1)
    row = new_audit(record(made=made, agent=agent), draw, SHEET, NOW, "组长")
    for number, mark in enumerate(marks_of(SHEET)):
        answer = Answer.MISSED if number < missed else Answer.MET
        row = row.changed(decided(row, mark.id, answer, SHEET), NOW, "组长")
    return row


def test_a_percentage_needs_five_cases() -> None:
    assert Share(1, FEWEST - 1, FEWEST - 1).percent is None
    assert Share(1, FEWEST, FEWEST).percent == 20
    assert Share(0, 0, 9).percent is None


def test_stops_and_what_was_let_pass_are_counted_of_all_checks() -> None:
    bare = ItemResult("V21.2", ItemVerdict.STOP, ("usual_answer",))
    records = [
        *(record(made=NOW) for _ in range(3)),
        *(record(made=NOW, items=(bare,)) for _ in range(2)),
        record(made=NOW, items=()),
        record(made=OCTOBER),
    ]
    figures = figures_of(records, {}, SHEET, NOVEMBER)
    overrides, stops = figures.tallies[:2]
    assert figures.checks == overrides.whole == stops.whole == 6
    passed = ("CL-01", "V10", "no_house_number")
    assert [tuple(line) for line in overrides.lines] == [(passed, 3)]
    assert [tuple(line) for line in stops.lines] == [
        (passed, 3),
        (("CL-01", "V21", ""), 2),
    ]
    assert stops.share(passed).percent == 50
    assert stops.share(("CL-01", "V99", "")) == Share(0, 6, 6)


def test_rows_are_counted_by_cause_and_none_that_was_taken_away() -> None:
    gone = a_loss(reason="size").taken_away(NOW, "小李")
    rows = {
        "lost": [a_loss(), a_loss(1), a_loss(2, reason="stock"), a_loss(40), gone],
        "returns": [a_return(reason="size", freight="buyer"), a_return()],
    }
    tallies = figures_of([], rows, SHEET, NOVEMBER).tallies
    told = {
        tally.id: (tally.whole, [(*line.key, line.times) for line in tally.lines])
        for tally in tallies
    }
    assert told["lost"] == (3, [("price", 2), ("stock", 1)])
    assert told["returns"] == (1, [("size", 1)])
    assert told["freight"] == (1, [("buyer", 1)])
    assert told["reviews"] == (0, [])


def test_scores_are_of_an_agent_and_the_week_of_the_check() -> None:
    rows = {"audits": [*(an_audit(7, 1) for _ in range(5)), an_audit(14, 3)]}
    weeks = figures_of([], rows, SHEET, NOVEMBER).weeks
    assert [(w.agent, w.monday, w.score.percent, w.score.cases) for w in weeks] == [
        ("小王", date(2026, 11, 2), None, 1),
        ("小王", date(2026, 11, 9), 89, 5),
    ]
    assert weeks[1].score == Share(40, 45, 5)


def test_an_order_counts_once_all_its_marks_are_decided() -> None:
    draw = Draw(NOW.date(), NOW.date(), 1)
    row = new_audit(record(made=NOW), draw, SHEET, NOW, "组长")
    assert figures_of([], {"audits": [row]}, SHEET, NOVEMBER).weeks == ()


def test_one_agent_alone() -> None:
    rows = {
        "audits": [an_audit(7, 1), an_audit(7, 1, "阿May")],
        "lost": [a_loss()],
    }
    records = [record(made=NOW), record(made=NOW, agent="阿May")]
    figures = figures_of(records, rows, SHEET, NOVEMBER, "阿May")
    assert figures.checks == 1
    assert [week.agent for week in figures.weeks] == ["阿May"]
    assert figures.tallies[2].whole == 0


def test_two_periods_stand_side_by_side() -> None:
    rows = {"lost": [*(a_loss(n) for n in range(5)), a_loss(40, reason="size")]}
    now = figures_of([record(made=OCTOBER)], rows, SHEET, NOVEMBER)
    before = figures_of([record(made=OCTOBER)], rows, SHEET, OCTOBERS)
    told = list(Teller(Ids(), SHIPPED, "en").lines(now, before))
    lines = cells(told, "en", compared=True)
    assert all(len(line) == len(heads("en", compared=True)) for line in lines)
    reason = "Lost enquiries by reason"
    assert [line for line in lines if line[0] == reason] == [
        [reason, "Price", "5", "5", "5", "100 %", "0", "1", "1", "–"],
        [reason, "Size", "0", "5", "5", "0 %", "1", "1", "1", "–"],
    ]
    (stopped,) = (line for line in lines if line[0] == "What stopped most")
    assert stopped[1] == "CL-01 V10 · no_house_number"
    told = list(Teller(Ids(), SHIPPED, "zh_CN").lines(now))
    chinese = cells(told, "zh_CN", compared=False)
    assert chinese[0] == ["询单流失原因", "价格", "5", "5", "5", "100 %"]
