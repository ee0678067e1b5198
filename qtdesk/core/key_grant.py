"""The agent's leave to press keys, on desktops that ask for it themselves.

Remembers the desktop's token, so that it need not ask again; elsewhere does nothing.
"""

import contextlib

from qtdesk.core.errors import StoreError
from qtdesk.core.ports import AskedKeys, Platform, Store

_TOKEN = "keys_token"  # noqa: S105 - the name of a note


class KeyGrant:
    """Asked for while the setting is on, given back when it is turned off."""

    def __init__(self, platform: Platform, store: Store) -> None:
        self._platform = platform
        self._store = store

    def follow(self, *, wanted: bool) -> None:
        """Ask for the keys, or give them back."""
        platform = self._platform
        if not isinstance(platform, AskedKeys):
            return
        if wanted:
            platform.ask_for_keys(self._store.note(_TOKEN), self._keep)
        else:
            platform.give_keys_back()

    def _keep(self, token: str) -> None:
        # Not worth a message: the desktop asks once more.
        with contextlib.suppress(StoreError):
            self._store.save_note(_TOKEN, token)
