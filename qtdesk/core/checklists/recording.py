"""What a check leaves behind at its end: verdicts and reasons, no parcel's label.

Of who the buyer is no more than helps to find the order again: no full address and no
full number, unless whoever asks wants them.
"""

from datetime import datetime

from qtdesk.core.checklists.check import Check
from qtdesk.core.checklists.checklist import ItemType
from qtdesk.core.checklists.standing import Entry, Standing, Verdict
from qtdesk.core.checklists.values import shown
from qtdesk.core.orders import FieldName, Reading
from qtdesk.core.orders.writing import phone, region
from qtdesk.core.records import (
    ItemResult,
    ItemVerdict,
    Output,
    Personal,
    Record,
)
from qtdesk.core.records import Verdict as Outcome
from qtdesk.core.records.masking import masked_phone

_VERDICTS = {
    Verdict.OK: ItemVerdict.OK,
    Verdict.NOTE: ItemVerdict.NOTE,
    Verdict.TODO: ItemVerdict.WARN,
    Verdict.WARN: ItemVerdict.WARN,
    Verdict.STOP: ItemVerdict.STOP,
}
USUAL = "usual_answer"
"""Says that nobody answered, and the list's usual answer stood."""


def record_of(
    check: Check, standing: Standing, moment: datetime, agent: str, *, whole: bool
) -> Record:
    """The record of `check`, ended at `moment`; `whole` keeps address and number."""
    return Record(
        uid=check.uid,
        made=moment,
        order=_order(check, standing),
        platform=check.shop.platform,
        agent=agent,
        checklist=check.checklist.id,
        checklist_version=check.checklist.version,
        verdict=_outcome(standing),
        items=(
            *map(_result, standing.entries),
            *(ItemResult(item, ItemVerdict.NOT_ASKED) for item in standing.not_asked),
        ),
        outputs=tuple(
            Output(output.id, output.target)
            for given in check.given
            for output in [check.checklist.output(given)]
            if output is not None
        ),
        personal=_personal(check, standing, whole=whole),
    )


def _order(check: Check, standing: Standing) -> str:
    """The order's number: what the list asks for as such, or what was read."""
    for entry in standing.entries:
        if entry.item.name == "order" and isinstance(entry.value, str):
            return entry.value
    return check.reading.value(FieldName.ORDER) if check.reading else ""


def _outcome(standing: Standing) -> Outcome:
    if not standing.may_finish:
        return Outcome.STOPPED
    if any(entry.reason for entry in standing.entries):
        return Outcome.OVERRIDDEN
    doubtful = (Verdict.WARN, Verdict.TODO)
    if any(entry.verdict in doubtful for entry in standing.entries):
        return Outcome.PASSED_WITH_WARNINGS
    return Outcome.PASSED


def _result(entry: Entry) -> ItemResult:
    reasons = tuple(finding.rule for finding in entry.findings)
    return ItemResult(
        entry.id,
        ItemVerdict.STOP if entry.blocks or entry.reason else _VERDICTS[entry.verdict],
        (*reasons, USUAL) if entry.default else reasons,
        _answer(entry),
        overridden=bool(entry.reason),
    )


def _answer(entry: Entry) -> str:
    """What was chosen; never what somebody wrote."""
    if entry.item.type.is_tick:
        return "yes" if entry.value is True else "no"
    if entry.item.type is not ItemType.CHOICE or not isinstance(entry.value, str):
        return ""
    own = {option.id for option in entry.item.options}
    return entry.value if entry.value in own else ""


def _personal(check: Check, standing: Standing, *, whole: bool) -> Personal:
    reading = check.reading or Reading("")
    reasons = {entry.id: entry.reason for entry in standing.entries if entry.reason}
    buyer = next(
        (shown(e.value) for e in standing.entries if e.item.name == "buyer"), ""
    )
    if whole:
        address = f"{region(reading)} {reading.value(FieldName.DETAIL)}".strip()
        name, number = reading.value(FieldName.NAME), phone(reading)
        return Personal(buyer, name, number, address, reasons=reasons)
    places = (reading.value(FieldName.PROVINCE), reading.value(FieldName.CITY))
    return Personal(
        buyer,
        phone=masked_phone(phone(reading)) if phone(reading) else "",
        address=" ".join(dict.fromkeys(filter(None, places))),
        reasons=reasons,
    )
