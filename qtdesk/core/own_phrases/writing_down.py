"""What is kept of an agent's own phrases, as plain values for a file, and back.

By the names of the fields: what a later release adds is passed over by this one, and
what it does not know yet has its default.
"""

from collections.abc import Mapping
from typing import Any

from qtdesk.core.own_phrases.merging import Kept
from qtdesk.core.phrases import ALWAYS, Phrase, Picture, Validity
from qtdesk.core.phrases.fitness import has_unfit_characters

_NEEDED = ("book", "id", "stage", "situation", "title", "texts")


def written_down(kept: Kept) -> dict[str, Any]:
    """Plain values; `read_back` makes the same of them."""
    base = None if kept.base is None else _values(kept.base)
    told = {"mine": _values(kept.mine), "base": base, "looked": kept.looked}
    return {**told, "gone": True} if kept.gone else told


def read_back(told: Mapping[str, Any]) -> Kept | None:
    """What `written_down` made; None for what no phrase can be made of."""
    try:
        base = told.get("base")
        return Kept(
            _phrase(told["mine"]),
            None if base is None else _phrase(base),
            str(told.get("looked", "")),
            gone=bool(told.get("gone")),
        )
    except (KeyError, TypeError, ValueError):
        # One that is damaged must not hide the others.
        return None


def _values(phrase: Phrase) -> dict[str, Any]:
    """Without what everybody has: most fields of most phrases are empty."""
    defaults = Phrase._field_defaults
    values = {
        name: value
        for name, value in phrase._asdict().items()
        if name not in defaults or value != defaults[name]
    }
    if phrase.validity != ALWAYS:
        values["validity"] = phrase.validity._asdict()
    return values


def _phrase(told: Mapping[str, Any]) -> Phrase:
    values = {name: told[name] for name in _NEEDED}
    values |= {name: told[name] for name in Phrase._field_defaults if name in told}
    if values.get("picture") is not None:
        values["picture"] = Picture(*map(str, values["picture"]))
    if "validity" in values:
        values["validity"] = Validity(**values["validity"])
    for name, value in values.items():
        if isinstance(value, list):
            values[name] = tuple(value)
    phrase = Phrase(**values)
    texts = (
        *phrase[:5],
        *phrase.texts,
        phrase.code,
        phrase.html,
        *phrase.keywords,
        *phrase.tags,
    )
    if not phrase.texts or any(map(has_unfit_characters, texts)):
        raise ValueError("no phrase")
    return phrase
