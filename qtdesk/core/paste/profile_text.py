"""Profiles as plain values, for the agent's data.

What cannot be read, or is outside its limits, is as if it was not there: a profile
from another edition must never paste otherwise than somebody chose.
"""

import json
from collections.abc import Mapping
from enum import Enum
from typing import Any, TypeVar

from qtdesk.core.combos import Combo
from qtdesk.core.errors import SettingsError
from qtdesk.core.paste.profiles import (
    LONGEST_WAIT_S,
    PLAIN,
    SEND_KEYS,
    Newlines,
    Profile,
    Takes,
    Via,
)

_WAITS = ("settle_s", "hold_s", "quiet_s")
_E = TypeVar("_E", bound=Enum)


def to_text(profiles: tuple[Profile, ...]) -> str:
    """`profiles` in the form that `from_text` reads."""
    return json.dumps([_to_plain(each) for each in profiles], ensure_ascii=False)


def from_text(text: str) -> tuple[Profile, ...]:
    """The profiles in `text`, in their order; none where it holds something else."""
    try:
        told = json.loads(text or "[]")
    except ValueError:
        return ()
    rows = told if isinstance(told, list) else []
    found = (_from_plain(row) for row in rows if isinstance(row, dict))
    return tuple(profile for profile in found if profile is not None)


def _to_plain(profile: Profile) -> dict[str, Any]:
    return {
        **profile._asdict(),
        "apps": list(profile.apps),
        "chord": str(profile.chord),
        "via": profile.via.value,
        "newlines": profile.newlines.value,
        "send_key": str(profile.send_key),
        "takes_images": profile.takes_images.value,
    }


def _from_plain(row: Mapping[str, Any]) -> Profile | None:
    """None where it is for no program, or presses what we do not know."""
    apps = row.get("apps")
    names = apps if isinstance(apps, list) else []
    known = tuple(name for name in names if isinstance(name, str) and name)
    chord = _combo(row.get("chord"))
    if not known or chord is None:
        return None
    send_key = _combo(row.get("send_key"))
    return Profile(
        apps=known,
        name=str(row.get("name", "")),
        chord=chord,
        via=_member(Via, row.get("via"), PLAIN.via),
        **{name: _seconds(row.get(name), getattr(PLAIN, name)) for name in _WAITS},
        newlines=_member(Newlines, row.get("newlines"), PLAIN.newlines),
        # Both have to be beyond doubt: it is a message to a buyer.
        sends=row.get("sends") is True and send_key in SEND_KEYS,
        send_key=send_key if send_key in SEND_KEYS else PLAIN.send_key,
        takes_images=_member(Takes, row.get("takes_images"), PLAIN.takes_images),
        cursor=row.get("cursor") is True,
        never=row.get("never") is True,
    )


def _combo(told: object) -> Combo | None:
    try:
        return Combo.parse(told) if isinstance(told, str) else None
    except SettingsError:
        return None


def _member(kind: type[_E], told: object, otherwise: _E) -> _E:
    return next((each for each in kind if each.value == told), otherwise)


def _seconds(told: object, otherwise: float) -> float:
    if isinstance(told, bool) or not isinstance(told, int | float):
        return otherwise
    return float(told) if 0 <= told <= LONGEST_WAIT_S else otherwise
