"""What is declared of a setting, and how the text that a person gives is read.

Knows no setting by name; those are in `settings`.
"""

from dataclasses import field
from typing import Any, NamedTuple

from qtdesk.core.combos import Combo
from qtdesk.core.errors import SettingsError
from qtdesk.core.words import QT_TRANSLATE_NOOP, Words, words

Value = Any
"""A text, a switch or a number: of the type that the default has."""


class Declaration(NamedTuple):
    """What is to be known about a setting besides its value."""

    label: str
    help: str
    choices: tuple[str, ...] = ()
    low: float = 0
    high: float = 0
    combo: bool = False
    may_be_empty: bool = False
    """Of a combination: whether there may be none."""
    needs: str = ""
    """Name of the ability without which it is of no use, and not shown."""
    group: str = QT_TRANSLATE_NOOP("settings", "General")
    """Heading that it is shown under, with those next to it."""


def setting(default: Any, label: str, help: str, **more: Any) -> Any:  # noqa: A002 - the trade's word
    """A field of a dataclass of settings, with its declaration."""
    return field(
        default=default, metadata={"declaration": Declaration(label, help, **more)}
    )


def read(name: str, text: str, default: Value, declaration: Declaration) -> Value:
    """The value of the setting `name` that `text` stands for, of the default's type.

    Raises:
        SettingsError: there is no such value, or it is outside its limits.
    """
    if declaration.combo:
        empty = declaration.may_be_empty and not text.strip()
        return "" if empty else _read_combo(text)
    if isinstance(default, bool):
        return read_switch(name, text)
    if isinstance(default, float):
        return _read_number(name, text, declaration)
    if declaration.choices and text not in declaration.choices:
        raise _unfit(name, text, ", ".join(declaration.choices))
    return text


def _read_combo(text: str) -> str:
    combo = Combo.parse(text)
    if combo.is_for_typing:
        raise SettingsError(
            words(
                QT_TRANSLATE_NOOP("core", "{combo} alone would be lost for typing."),
                combo=combo.label,
            ),
            hint=words(
                QT_TRANSLATE_NOOP("core", "Add Ctrl, Alt or Super to the combination.")
            ),
        )
    return str(combo)


def read_switch(name: str, text: str) -> bool:
    """What a person means by on, off, yes, no and the like.

    Raises:
        SettingsError: none of them.
    """
    switches = {"true": True, "on": True, "yes": True, "1": True}
    switches |= {"false": False, "off": False, "no": False, "0": False}
    if text.casefold() not in switches:
        raise _unfit(name, text, "on, off")
    return switches[text.casefold()]


def _read_number(name: str, text: str, declaration: Declaration) -> float:
    try:
        number = float(text)
    except ValueError:
        number = float("nan")
    if not declaration.low <= number <= declaration.high:
        raise _unfit(name, text, f"{declaration.low:g} … {declaration.high:g}")
    return number


def _unfit(name: str, text: str, allowed: str) -> SettingsError:
    detail: Words = words(
        QT_TRANSLATE_NOOP("core", "Allowed: {allowed}."), allowed=allowed
    )
    return SettingsError(
        words(
            QT_TRANSLATE_NOOP("core", "“{text}” does not fit the setting “{name}”."),
            text=text,
            name=name,
        ),
        detail,
    )
