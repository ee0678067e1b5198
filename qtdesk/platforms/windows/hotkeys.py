"""Key combinations registered with Windows, one by one."""

from collections.abc import Callable
from dataclasses import dataclass

from qtdesk.core.combos import Combo, refuse_what_people_type
from qtdesk.core.errors import HotkeyError
from qtdesk.core.words import QT_TRANSLATE_NOOP, words
from qtdesk.platforms.windows import codes
from qtdesk.platforms.windows.keymap import MODIFIER_KEYS, Keymap
from qtdesk.platforms.windows.own_window import OwnWindow
from qtdesk.platforms.windows.typeahead import WindowsTypeAhead
from qtdesk.platforms.windows.win32 import Win32

_MODIFIERS = {
    "ctrl": codes.MOD_CONTROL,
    "alt": codes.MOD_ALT,
    "shift": codes.MOD_SHIFT,
    "super": codes.MOD_WIN,
}


@dataclass(slots=True)
class _Registration:
    combo: Combo
    pressed: Callable[[], None]
    opens: bool
    number: int
    """By which Windows calls it."""
    key: int


class WindowsHotkeys:
    """Implements `Hotkeys`."""

    def __init__(
        self,
        win32: Win32,
        window: OwnWindow,
        keymap: Keymap,
        type_ahead: WindowsTypeAhead,
        note_front: Callable[[], object],
    ) -> None:
        """Stand ready; `note_front` is called before the front is taken."""
        self._win32 = win32
        self._window = window
        self._keymap = keymap
        self._type_ahead = type_ahead
        self._note_front = note_front
        self._registrations: dict[Combo, _Registration] = {}
        self._serial = 0
        window.listen(codes.WM_HOTKEY, self._on_hotkey)

    def register(
        self, combo: Combo, pressed: Callable[[], None], *, opens: bool = True
    ) -> None:
        refuse_what_people_type(combo)
        self.unregister(combo)
        self._serial += 1
        key = self._key(combo)
        error = self._ask(combo, self._serial, key)
        if error == codes.ERROR_HOTKEY_ALREADY_REGISTERED:
            raise HotkeyError(
                words(
                    QT_TRANSLATE_NOOP("core", "{combo} is taken by another program."),
                    combo=combo.label,
                ),
                hint=words(
                    QT_TRANSLATE_NOOP(
                        "core", "Choose another key combination, or free it there."
                    )
                ),
            )
        if error:
            raise HotkeyError(
                words(
                    QT_TRANSLATE_NOOP("core", "Windows keeps {combo} for itself."),
                    combo=combo.label,
                ),
                hint=words(
                    QT_TRANSLATE_NOOP("core", "Choose another key combination.")
                ),
            )
        self._registrations[combo] = _Registration(
            combo, pressed, opens, self._serial, key
        )

    def unregister(self, combo: Combo) -> None:
        registration = self._registrations.pop(combo, None)
        if registration is not None:
            keys = self._win32.keys
            keys.unregister_hotkey(self._window.handle, registration.number)

    def follow_layout(self) -> None:
        """The window in front may have another layout, where signs lie elsewhere.

        A combination that another program has in this layout comes back with the next.
        """
        for registration in self._registrations.values():
            key = self._key(registration.combo)
            if key != registration.key:
                registration.key = key
                number = registration.number
                self._win32.keys.unregister_hotkey(self._window.handle, number)
                self._ask(registration.combo, number, key)

    def close(self) -> None:
        """Give all combinations back."""
        for combo in tuple(self._registrations):
            self.unregister(combo)

    def _key(self, combo: Combo) -> int:
        desktop = self._win32.desktop
        thread, _ = desktop.thread_and_process(desktop.foreground())
        return self._keymap.number(combo.key, thread)

    def _ask(self, combo: Combo, number: int, key: int) -> int:
        modifiers = codes.MOD_NOREPEAT
        for name in combo.modifiers:
            modifiers |= _MODIFIERS[name]
        keys = self._win32.keys
        return keys.register_hotkey(self._window.handle, number, modifiers, key)

    def _on_hotkey(self, number: int, _keys: int) -> None:
        for registration in self._registrations.values():
            if registration.number == number:
                self._on_pressed(registration)
                return

    def _on_pressed(self, registration: _Registration) -> None:
        # To come in front of such a program would end what it shows.
        if self._win32.desktop.is_exclusive():
            return
        self._note_front()
        if registration.opens:
            held = (MODIFIER_KEYS[name][-1] for name in registration.combo.modifiers)
            self._type_ahead.begin((*held, registration.key))
        registration.pressed()
