"""Records as an agent's day makes them, with names and numbers that nobody has."""

from datetime import UTC, datetime, timedelta, timezone

from qtdesk.core.records import (
    Correction,
    ItemResult,
    ItemVerdict,
    Output,
    OutputTarget,
    Personal,
    Record,
    Verdict,
    new_uid,
)

CHINA = timezone(timedelta(hours=8))
OCTOBER = datetime(2026, 10, 3, 10, 15, tzinfo=CHINA)
NOVEMBER = datetime(2026, 11, 5, 9, 0, tzinfo=CHINA)
LONG_AGO = datetime(2024, 2, 29, 23, 59, tzinfo=UTC)


def record(
    order: str = "330012345678901234",
    made: datetime = OCTOBER,
    buyer: str = "小鱼儿_88",
    **more: object,
) -> Record:
    """A record like any other; `more` replaces what matters to the test."""
    values: dict[str, object] = {
        "uid": new_uid(),
        "made": made,
        "order": order,
        "platform": "taobao",
        "agent": "小王",
        "checklist": "CL-01",
        "checklist_version": "3",
        "verdict": Verdict.OVERRIDDEN,
        "items": (
            ItemResult("V04", ItemVerdict.OK),
            ItemResult("V10", ItemVerdict.STOP, ("no_house_number",), overridden=True),
            ItemResult("V17", ItemVerdict.OK, answer="free"),
        ),
        "outputs": (Output("confirm", OutputTarget.BUYER),),
        "personal": Personal(
            buyer=buyer,
            recipient="张小三",
            phone="13800138000-1234",
            address="浙江省杭州市余杭区仓前街道文一西路969号",
            reasons={"V10": "买家说门口就是驿站"},
            texts={"confirm": "亲，跟您核对一下：张小三 13800138000"},
        ),
    }
    return Record(**{**values, **more})  # type: ignore[arg-type]  # names are checked by the dataclass


def correction(of: Record, made: datetime = NOVEMBER, **more: object) -> Correction:
    """A correction of `of` that says nothing but `more`."""
    values: dict[str, object] = {
        "uid": new_uid(),
        "record": of.uid,
        "made": made,
        "agent": "小李",
        "personal": Personal(note="看错了"),
    }
    return Correction(**{**values, **more})  # type: ignore[arg-type]  # names are checked by the dataclass
