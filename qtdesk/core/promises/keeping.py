"""Promises as plain JSON values, and back."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from typing import Any

from qtdesk.core.promises.promise import Handing, Promise, State

VERSION = 1

_Told = Mapping[str, Any]


def fields_of_promise(promise: Promise) -> dict[str, Any]:
    """`promise` as JSON values."""
    handing = promise.handing
    return {
        "v": VERSION,
        "uid": promise.uid,
        "matter": promise.matter,
        "due": promise.due.isoformat(),
        "buyer": promise.buyer,
        "tail": promise.tail,
        "check": promise.check,
        "next": promise.next_step,
        "state": promise.state.value,
        "snoozed": _text(promise.snoozed),
        "told": _text(promise.told),
        "ended": _text(promise.ended),
        "handing": None
        if handing is None
        else [handing.uid, handing.giver, handing.taker, handing.made.isoformat()],
    }


def promise_from(told: _Told) -> Promise:
    """The promise that was kept as `told`.

    Raises:
        ValueError: this is none, or one of a later version.
    """
    if told.get("v") != VERSION:
        raise ValueError("not a promise of this version")
    try:
        return Promise(
            uid=str(told["uid"]),
            matter=str(told["matter"]),
            due=_aware(told["due"]),
            buyer=str(told["buyer"]),
            tail=str(told["tail"]),
            check=str(told["check"]),
            next_step=str(told["next"]),
            state=State(told["state"]),
            snoozed=_moment(told["snoozed"]),
            told=_moment(told["told"]),
            ended=_moment(told["ended"]),
            handing=_handing(told["handing"]),
        )
    except (KeyError, TypeError) as error:
        raise ValueError("not a promise") from error


def promises_from(every: Iterable[_Told]) -> Iterator[Promise]:
    """All that can be read; the others stay where they are kept."""
    for told in every:
        with suppress(ValueError):
            yield promise_from(told)


def _text(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _moment(text: Any) -> datetime | None:
    return None if text is None else _aware(text)


def _aware(text: Any) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a time without its distance from UTC")
    return moment


def _handing(told: Any) -> Handing | None:
    if told is None:
        return None
    uid, giver, taker, made = told
    return Handing(str(uid), str(giver), str(taker), _aware(made))
