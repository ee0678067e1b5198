"""Settings and recent phrases, in one small TinyDB file.

Settings are written at once, because the agent changed them and waits for it. Recent
phrases are noted in the midst of a paste: they are remembered in memory and written by
the background; a crash may lose the last of them and nothing else.
"""

from collections.abc import Mapping
from pathlib import Path
from threading import Lock

from qtdesk.core.errors import StoreError
from qtdesk.core.ports import Background
from qtdesk.storage.tables import only_document, open_tables, replace_only_document

_FILE = "desk.json"
_MOST_RECENT = 50


class DeskStore:
    """The agent's own data; see `qtdesk.core.ports.Store`."""

    def __init__(self, folder: Path, background: Background) -> None:
        """Open the file in `folder`, which need not be there yet.

        Raises:
            StoreError: it cannot be read; see `open_tables`.
        """
        self._tables = open_tables(folder / _FILE)
        self._one_at_a_time = Lock()
        self._background = background
        settings = only_document(self._tables, "settings")
        self._settings = {name: str(text) for name, text in settings.items()}
        keys = only_document(self._tables, "recent").get("keys")
        self._recent = list(map(str, keys)) if isinstance(keys, list) else []
        notes = only_document(self._tables, "notes")
        self._notes = {name: str(text) for name, text in notes.items()}
        self._written_recent = self._recent
        self._writing = False

    def settings(self) -> dict[str, str]:
        return dict(self._settings)

    def save_settings(self, texts: Mapping[str, str]) -> None:
        """Keep exactly `texts`.

        Raises:
            StoreError: they could not be written; the old ones stay.
        """
        with self._one_at_a_time:
            replace_only_document(self._tables, "settings", dict(texts))
        self._settings = dict(texts)

    def recent(self) -> tuple[str, ...]:
        return tuple(self._recent)

    def add_recent(self, key: str) -> None:
        """Remember `key` as the latest; never waits for the disk."""
        others = [each for each in self._recent if each != key]
        self._recent = [key, *others][:_MOST_RECENT]
        if not self._writing:
            self._writing = True
            self._background.run(self._try_to_write_recent, self._on_written)

    def note(self, name: str) -> str:
        return self._notes.get(name, "")

    def save_note(self, name: str, text: str) -> None:
        notes = {**self._notes, name: text}
        with self._one_at_a_time:
            replace_only_document(self._tables, "notes", notes)
        self._notes = notes

    def flush(self) -> None:
        """Write what is only in memory; to be called once, at the end.

        Raises:
            StoreError: it could not be written.
        """
        with self._one_at_a_time:
            recent = self._recent
            if recent != self._written_recent:
                replace_only_document(self._tables, "recent", {"keys": recent})
                self._written_recent = recent

    def _try_to_write_recent(self) -> bool:
        try:
            self.flush()
        except StoreError:
            # The list is not worth a message during a paste; the next paste tries
            # again, and the end of the program says what is wrong.
            return False
        return True

    def _on_written(self, written: bool) -> None:
        self._writing = False
        if written and self._recent != self._written_recent:
            self.add_recent(self._recent[0])
