"""Hotkeys by Carbon: the only call of macOS that registers a single combination.

It wants no permission and works while a password field has the keyboard to itself.
Qt's Cocoa loop delivers the presses. Never an event tap, which would see all keys.
"""

from collections.abc import Callable
from itertools import count
from typing import NamedTuple

from qtdesk.core.combos import Combo
from qtdesk.core.errors import HotkeyError
from qtdesk.core.words import QT_TRANSLATE_NOOP, Words, words
from qtdesk.platforms.macos.keycodes import CARBON, code_of, mask
from qtdesk.platforms.macos.seam import HotkeyCentre, InputSources

_EXISTS = -9878
"""eventHotKeyExistsErr: taken in this process, or exclusively by another one."""
_OTHER_KEY = words(QT_TRANSLATE_NOOP("core", "Choose another key combination."))


class _Registration(NamedTuple):
    number: int
    code: int | None
    """None while this layout has no room for it."""
    pressed: Callable[[], None]


class MacHotkeys:
    """Implements `Hotkeys`, and follows the keyboard layout."""

    def __init__(self, centre: HotkeyCentre, sources: InputSources) -> None:
        self._centre = centre
        self._sources = sources
        self._numbers = count(1)
        self._registrations: dict[Combo, _Registration] = {}
        centre.listen(self._on_pressed)

    def register(
        self, combo: Combo, pressed: Callable[[], None], *, opens: bool = True
    ) -> None:
        del opens  # No key is kept on a Mac.
        _refuse_what_macos_refuses(combo)
        code = code_of(combo.key, combo.modifiers, self._sources)
        if code is None:
            raise HotkeyError(
                words(
                    QT_TRANSLATE_NOOP("core", "This keyboard has no key for {combo}."),
                    combo=combo.label,
                ),
                hint=_OTHER_KEY,
            )
        modifiers = mask(combo.modifiers, CARBON)
        if (code, modifiers) in self._centre.of_the_system():
            raise _taken_by_macos(combo)
        self.unregister(combo)
        number = next(self._numbers)
        status = self._centre.register(number, code, modifiers)
        if status:
            raise _refused(combo, status)
        self._registrations[combo] = _Registration(number, code, pressed)

    def unregister(self, combo: Combo) -> None:
        registration = self._registrations.pop(combo, None)
        if registration is not None and registration.code is not None:
            self._centre.unregister(registration.number)

    def follow_layout(self) -> None:
        """Register again what lies on another key now.

        A combination that the new layout has no room for comes back with the next.
        """
        for combo, old in list(self._registrations.items()):
            code = code_of(combo.key, combo.modifiers, self._sources)
            if code == old.code:
                continue
            if old.code is not None:
                self._centre.unregister(old.number)
            modifiers = mask(combo.modifiers, CARBON)
            if code is not None and self._centre.register(old.number, code, modifiers):
                code = None
            self._registrations[combo] = old._replace(code=code)

    def _on_pressed(self, number: int) -> None:
        for registration in list(self._registrations.values()):
            if registration.number == number:
                registration.pressed()


def _refuse_what_macos_refuses(combo: Combo) -> None:
    """Without Command or Control, macOS 15.0 and 15.1 take no combination."""
    if not {"ctrl", "super"} & set(combo.modifiers):
        raise HotkeyError(
            words(
                QT_TRANSLATE_NOOP("core", "{combo} alone would be lost for typing."),
                combo=combo.label,
            ),
            hint=words(
                QT_TRANSLATE_NOOP("core", "Add Control or Command to the combination.")
            ),
        )


def _taken_by_macos(combo: Combo) -> HotkeyError:
    return HotkeyError(
        words(
            QT_TRANSLATE_NOOP("core", "{combo} is a shortcut of macOS itself."),
            combo=combo.label,
        ),
        hint=words(
            QT_TRANSLATE_NOOP(
                "core",
                "Choose another key combination, or switch it off in System Settings, "
                "Keyboard, Keyboard Shortcuts.",
            )
        ),
    )


def _refused(combo: Combo, status: int) -> HotkeyError:
    if status == _EXISTS:
        title: Words = words(
            QT_TRANSLATE_NOOP("core", "{combo} is taken by another program."),
            combo=combo.label,
        )
        hint = QT_TRANSLATE_NOOP(
            "core", "Choose another key combination, or free it there."
        )
        return HotkeyError(title, hint=words(hint))
    title = words(
        QT_TRANSLATE_NOOP("core", "macOS refused {combo} (error {status})."),
        combo=combo.label,
        status=status,
    )
    return HotkeyError(title, hint=_OTHER_KEY)
