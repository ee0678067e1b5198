"""The use cases, one short method each. Both front ends call this and nothing below."""

from collections.abc import Callable, Mapping, Sequence

from qtdesk.core.events import FormWanted, PanelWanted, SettingsChanged
from qtdesk.core.living_phrases import NO_ANSWERS, Piece
from qtdesk.core.phrases import Phrase
from qtdesk.core.ports import Target, Typed
from qtdesk.core.rooms import Rooms
from qtdesk.core.templates import Filled, Filling


class Desk(Rooms):
    """Everything an agent can do."""

    # --- settings ---------------------------------------------------------------

    def change_settings(self, changes: Mapping[str, str]) -> None:
        """Check, apply and keep `changes`.

        Raises:
            SettingsError: nothing was changed.
            HotkeyError: the new combination is taken; the old one works on.
        """
        new = self._settings.with_changes(changes)
        keys = (self.dock.keys, self.check_keys, self.table_keys, self.word_keys)
        moves = [each.move for each in (*keys, self.promises.keys)]
        self.listening.move(new, moves)
        self._settings = new
        self._given = {n: t for n, t in self._given.items() if n not in changes}
        self._store.save_settings({**self._store.settings(), **changes})
        self.listening.follow(new)
        self._announce(SettingsChanged(tuple(changes)))

    # --- the quick panel -------------------------------------------------------

    def want_panel(self, *, by_hotkey: bool = False, query: str = "") -> None:
        """Ask the front end to open its panel, or to close it where it is open."""
        self.pastes.when_clear(lambda: self._announce(PanelWanted(by_hotkey, query)))

    def want_form(self, phrase: Phrase) -> None:
        """Ask the front end for what `phrase` wants, and for nothing else."""
        self.pastes.when_clear(lambda: self._announce(FormWanted(phrase)))

    def open(self, saved: Callable[[], None] = lambda: None) -> Target | None:
        """Remember the window in front as the target, and save the clipboard.

        To be called before a panel is shown. From the tray, where no window is in
        front any more, the one that was in front last is taken. `saved` is told when
        the clipboard was looked at, perhaps at once.
        """
        windows = self.platform.windows
        self.target = windows.front() or windows.recent()
        self.usage.meet(self.target)
        self.living.turn_to(self.target)
        self.pastes.prepare(self.target, saved)
        return self.target

    def enter_is_held(self) -> bool:
        """Whether Enter is down on the keyboard, whatever its events looked like."""
        return "enter" in self.platform.keyboard.held()

    def keys_may_be_missing(self) -> bool:
        """Whether what was typed behind the hotkey may be more than the panel got."""
        return self.platform.type_ahead.may_have_missed()

    def dismiss(self) -> None:
        """Close without a paste: the target gets the focus back, nothing is touched."""
        if self.target is not None:
            self.platform.windows.bring_to_front(self.target, 0)

    # --- paste and copy --------------------------------------------------------

    def fill(self, phrase: Phrase, answers: Mapping[str, str] = NO_ANSWERS) -> Filling:
        """How `phrase` reads now, with `answers` to what it wants by their keys."""
        return self.living.fill(phrase, answers)

    def paste(self, phrase: Phrase, answers: Mapping[str, str] = NO_ANSWERS) -> None:
        """Paste into the target; the end is announced as `PasteEnded`."""
        self.paste_all((Piece(phrase, answers),))

    def paste_all(self, pieces: Sequence[Piece]) -> None:
        """Paste several phrases as one text; the end is announced once."""
        self.delivery.paste(pieces, self.target)

    def paste_in_front(self, phrase: Phrase) -> None:
        """Paste into the window that is in front at this moment, by one click or key.

        What the phrase wants is asked for first. Where the desktop itself is in front,
        or a window of ours, the text is only copied, which is announced.
        """
        self.target = self.platform.windows.front()
        self.usage.meet(self.target)
        self.living.turn_to(self.target)
        filling = self.fill(phrase)
        ready = isinstance(filling, Filled) and not self.proof.forbids(filling)
        (self.paste if ready or self.living.refusal(phrase) else self.want_form)(phrase)

    def _replace(self, typed: Typed, phrase: Phrase) -> None:
        """Paste instead of the code that was typed for it."""
        self.target = typed.target
        self.living.turn_to(typed.target)
        self.delivery.paste((Piece(phrase),), typed.target, typed)

    def copy(self, phrase: Phrase, answers: Mapping[str, str] = NO_ANSWERS) -> None:
        """An ordinary copy, and the focus back to the target.

        What is still wanted stands in braces, for the agent to fill in by hand.
        """
        self.copy_all((Piece(phrase, answers),))

    def copy_all(self, pieces: Sequence[Piece]) -> None:
        """The same for several phrases as one text."""
        if self.delivery.copy(pieces, self.target):
            self.dismiss()

    def copy_here(self, phrase: Phrase) -> None:
        """An ordinary copy that leaves every window where it is."""
        self.delivery.copy((Piece(phrase),), self.target)

    def recent(self) -> tuple[Phrase, ...]:
        """Phrases lately used that are still on the shelf, the latest first."""
        return self.usage.recent(self.books.shelf)

    def close(self, done: Callable[[], None]) -> None:
        """Settle a paste under way, give the hotkey back, then call `done`."""
        self.listening.close()
        self.promises.book.close()
        self.pastes.close(done)

    def flush(self) -> None:
        """Write what is only in memory; to be called last.

        Raises:
            StoreError: it could not be written.
        """
        self.living.flush()
        self.dock.flush()
        self._store.flush()
