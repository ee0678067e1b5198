"""The combinations of the dock: for itself, for buyers, stages and single phrases.

Those of stages turn to a stage and paste nothing: who presses one by mistake has lost
nothing. What is to be pasted by one press gets a combination of its own, and so is
wanted. Keys that make sense beside the dock only are taken only while it is shown.
"""

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from qtdesk.core.combos import Combo, refuse_what_people_type
from qtdesk.core.errors import HotkeyError, SettingsError
from qtdesk.core.key_bindings import Binding, KeyBindings
from qtdesk.core.ports import Store
from qtdesk.core.settings import Settings
from qtdesk.core.stage_views import KEYS, ViewStage

_NOTE = "phrase_keys"
"""The name of the note: combinations by key of the phrase, in JSON."""
_TITLES_NOTE = "phrase_key_titles"
"""The same for what those phrases were called, for when no book has them."""
_DOCK, _BUYER, _STAGE, _PHRASE = "dock", "buyer", "stage:", "phrase:"
_STAGE_MODIFIERS = ("ctrl", "shift") if sys.platform == "darwin" else ("ctrl", "alt")
"""On a Mac, Control and Option with a digit belong to other programs."""


class Presses(NamedTuple):
    """What the keys set off."""

    dock: Callable[[], None]
    buyer: Callable[[], None]
    stage: Callable[[str], None]
    """Takes the key of the line of the view."""
    phrase: Callable[[str], None]
    """Takes the key of the phrase."""


def stage_combo(number: int) -> str:
    """The combination of the stage in this place, from 0; empty for a later one."""
    return str(Combo(_STAGE_MODIFIERS, KEYS[number])) if number < len(KEYS) else ""


class DockKeys:
    """Binds them as the settings, the view and the agent's own list say."""

    def __init__(
        self,
        bindings: KeyBindings,
        store: Store,
        settings: Settings,
        presses: Presses,
        title_of: Callable[[str], str | None],
    ) -> None:
        """Stand ready with nothing bound.

        `title_of` tells how the phrase with a key is called; None while no book has it.
        """
        self._bindings = bindings
        self._store = store
        self._settings = settings
        self._presses = presses
        self._phrases = _combos(store.note(_NOTE))
        self._titles = _texts(store.note(_TITLES_NOTE))
        self._title_of = title_of
        self._started = False
        self._lines: tuple[ViewStage, ...] | None = None
        """Of the view that is shown; None while the dock is away."""

    def start(self) -> None:
        """Bind what works without the dock."""
        self._started = True
        self._bind_if(_DOCK, self._settings.dock_hotkey, self._presses.dock)
        self.follow()

    def follow(self) -> None:
        """Bind the keys of phrases that there are, and give those of others back.

        A phrase may come again with its book, and its keys with it.
        """
        if not self._started:
            return
        before = dict(self._titles)
        for key, combo in self._phrases.items():
            title, name = self._title_of(key), _PHRASE + key
            if title is None:
                self._bindings.unbind(name)
            else:
                self._titles[key] = title
                if self._bindings.of(name) is None:
                    self._bindings.bind(name, combo, self._press_of(key))
        if self._titles != before:
            self._keep_titles()

    def show(self, lines: Sequence[ViewStage] | None) -> None:
        """The dock shows these stages, or is away."""
        new = None if lines is None else tuple(lines)
        if new == self._lines:
            return
        for line in self._lines or ():
            self._bindings.unbind(_STAGE + line.key)
        self._lines = new
        if new is None:
            self._bindings.unbind(_BUYER)
            return
        self._bind_if(_BUYER, self._settings.buyer_key, self._presses.buyer)
        self._bind_stages()

    def _bind_stages(self) -> None:
        if not self._settings.stage_keys:
            return
        for number, line in enumerate(self._lines or ()):
            combo, key = stage_combo(number), line.key
            if combo:
                self._bindings.bind(
                    _STAGE + key,
                    combo,
                    lambda key=key: self._presses.stage(key),  # type: ignore[misc]  # a lambda's default
                )

    def move(self, new: Settings) -> None:
        """Take the combinations of `new`, before these settings are kept.

        Raises:
            HotkeyError: one is taken; the old one works on.
        """
        old, self._settings = self._settings, new
        try:
            self._move_one(_DOCK, old.dock_hotkey, new.dock_hotkey, self._presses.dock)
            if self._lines is not None:
                buyer = self._presses.buyer
                self._move_one(_BUYER, old.buyer_key, new.buyer_key, buyer)
        except HotkeyError:
            self._settings = old
            self._move_one(_DOCK, new.dock_hotkey, old.dock_hotkey, self._presses.dock)
            raise
        if old.stage_keys is not new.stage_keys and self._lines is not None:
            for line in self._lines:
                self._bindings.unbind(_STAGE + line.key)
            self._bind_stages()

    def _move_one(
        self, name: str, old: str, new: str, pressed: Callable[[], None]
    ) -> None:
        if new == old or not self._started:
            return
        if new:
            self._bindings.move(name, new, pressed)
        else:
            self._bindings.unbind(name)

    def _bind_if(self, name: str, combo: str, pressed: Callable[[], None]) -> None:
        if combo:
            self._bindings.bind(name, combo, pressed)

    # --- single phrases --------------------------------------------------------

    def title(self, phrase: str) -> str:
        """How the phrase with this key is called, or was while a book had it."""
        return self._title_of(phrase) or self._titles.get(phrase, phrase)

    def is_gone(self, phrase: str) -> bool:
        """Whether no book has the phrase now, so that its keys are free for others."""
        return self._title_of(phrase) is None

    @property
    def of_phrases(self) -> Mapping[str, Binding]:
        """How it stands with the combinations of phrases, by key of the phrase."""
        bound = {one.name: one for one in self._bindings.all}
        return {
            key: bound.get(_PHRASE + key, Binding(_PHRASE + key, combo, active=False))
            for key, combo in self._phrases.items()
        }

    def of_setting(self, name: str) -> Binding | None:
        """How it stands with the combination in the setting `name`, if it is bound."""
        names = {"dock_hotkey": _DOCK, "buyer_key": _BUYER}
        return self._bindings.of(names.get(name, ""))

    def of_stage(self, key: str) -> Binding | None:
        """How it stands with the combination of this line of the view."""
        return self._bindings.of(_STAGE + key)

    def give(self, phrase: str, combo: str) -> None:
        """Have `combo` paste the phrase with this key from now on.

        Raises:
            HotkeyError: it cannot be had; what was before stays.
            SettingsError: it is no combination that could be taken.
            StoreError: it could not be kept.
        """
        parsed = Combo.parse(combo)
        refuse_what_people_type(parsed)
        self._bindings.move(_PHRASE + phrase, str(parsed), self._press_of(phrase))
        self._phrases[phrase] = str(parsed)
        self._keep()
        self.follow()

    def take_away(self, phrase: str) -> None:
        """Have no combination paste it any more.

        Raises:
            StoreError: that could not be kept.
        """
        if self._phrases.pop(phrase, None) is not None:
            self._bindings.unbind(_PHRASE + phrase)
            self._keep()
            if self._titles.pop(phrase, None) is not None:
                self._keep_titles()

    def _press_of(self, phrase: str) -> Callable[[], None]:
        return lambda: self._presses.phrase(phrase)

    def _keep(self) -> None:
        self._store.save_note(_NOTE, json.dumps(self._phrases))

    def _keep_titles(self) -> None:
        self._store.save_note(_TITLES_NOTE, json.dumps(self._titles))


def _combos(text: str) -> dict[str, str]:
    return {key: combo for key, combo in _texts(text).items() if _is_combo(combo)}


def _texts(text: str) -> dict[str, str]:
    """What is in a note by key; what cannot be read counts as nothing."""
    try:
        kept = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return {}
    if not isinstance(kept, dict):
        return {}
    return {str(key): str(value) for key, value in kept.items()}


def _is_combo(text: object) -> bool:
    try:
        return not Combo.parse(str(text)).is_for_typing
    except SettingsError:
        return False
