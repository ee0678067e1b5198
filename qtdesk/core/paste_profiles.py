"""The agent's own paste profiles before those that come with the program.

Kept in the agent's data, and in force from the next paste on. Chooses nothing by
itself: that a profile sends, or keeps out, is the agent's word only.
"""

from typing import NamedTuple

from qtdesk.core.paste import (
    PLAIN,
    SHIPPED,
    Profile,
    Shipped,
    profile_for,
    shipped_for,
)
from qtdesk.core.paste.profile_text import from_text, to_text
from qtdesk.core.ports import Store, Target

_NOTE = "paste_profiles"


class InUse(NamedTuple):
    """The profile of one program, and whose it is."""

    profile: Profile
    own: bool
    shipped: Shipped | None
    """The entry of the table for that program, in force or behind the agent's own."""


class PasteProfiles:
    """Which profile a program has; changed by `keep`, `remove` and `learn`."""

    def __init__(self, store: Store) -> None:
        """Begin with what is in `store`."""
        self._store = store
        self._own = from_text(store.note(_NOTE))

    @property
    def own(self) -> tuple[Profile, ...]:
        """Those of the agent, the latest first."""
        return self._own

    @property
    def shipped(self) -> tuple[Shipped, ...]:
        """The table that comes with the program, in its order."""
        return SHIPPED

    def of(self, app: str) -> Profile:
        """How to paste into the program `app`."""
        return self.in_use(app).profile

    def in_use(self, app: str) -> InUse:
        """The same, with where it comes from."""
        entry = shipped_for(app)
        for profile in self._own:
            if profile.fits(app):
                return InUse(profile, own=True, shipped=entry)
        return InUse(entry.profile if entry else PLAIN, own=False, shipped=entry)

    def keep(self, profile: Profile, instead_of: Profile | None = None) -> Profile:
        """Have `profile` from now on, in the place of `instead_of` where that is own.

        Without a program it would be for none, and is not kept: the old one stays.

        Raises:
            StoreError: it could not be written.
        """
        apps = tuple(filter(None, (name.strip() for name in profile.apps)))
        if not apps:
            return instead_of or profile
        profile = profile._replace(apps=apps)
        if instead_of in self._own:
            own = [profile if each == instead_of else each for each in self._own]
        else:
            own = [profile, *self._own]
        self._save(tuple(dict.fromkeys(own)))
        return profile

    def remove(self, profile: Profile) -> None:
        """Have `profile` no more; what comes with the program is in force again.

        Raises:
            StoreError: it could not be written.
        """
        self._save(tuple(each for each in self._own if each != profile))

    def learn(self, target: Target) -> Profile | None:
        """A profile of the agent's own for the program of `target`.

        It begins as the one in force. One that is there already stays as it is; None
        where the desktop does not tell the program's name.

        Raises:
            StoreError: it could not be written.
        """
        if not target.app:
            return None
        found = self.in_use(target.app)
        if found.own:
            return found.profile
        base = profile_for(target.app)
        return self.keep(base._replace(apps=(target.app,), name=target.called))

    def _save(self, own: tuple[Profile, ...]) -> None:
        self._own = own
        self._store.save_note(_NOTE, to_text(own))
