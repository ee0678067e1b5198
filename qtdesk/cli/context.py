"""What commands work with: the agent's books and data, and the running instance."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from qtdesk import ipc, paths
from qtdesk.cli.options import Options
from qtdesk.core.living_phrases import local_time
from qtdesk.core.own_phrases import OwnPhrases
from qtdesk.core.phrases import Shelf
from qtdesk.core.ports import Autostart, Library, Store
from qtdesk.core.settings import IN_MENU, START_AT_LOGIN, Settings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from qtdesk.core.finder import Finder
    from qtdesk.core.ports.records import Records
    from qtdesk.core.ports.tables import Rows
    from qtdesk.core.tables import Table
    from qtdesk.storage.agent_data import AgentData


class Context:
    """Opens each thing when a command first asks for it."""

    def __init__(self, options: Options) -> None:
        """Check the options.

        Raises:
            SettingsError: a setting has a name or value that cannot be used.
        """
        Settings().with_changes(options.changes)
        self.options = options
        self._opened: AgentData | None = None

    @cached_property
    def data(self) -> Path:
        return paths.data_dir(self.options.data_dir)

    @cached_property
    def agent_data(self) -> "AgentData":
        # Brings TinyDB along, which a question to the running instance has no use for.
        from qtdesk.bootstrap import open_data  # noqa: PLC0415

        self._opened = open_data(self.data)
        return self._opened

    def close(self) -> None:
        """Let others write to what was opened here."""
        if self._opened is not None:
            self._opened.flush()

    @cached_property
    def library(self) -> Library:
        from qtdesk.bootstrap import open_library  # noqa: PLC0415 - as above

        return open_library(self.data, self.agent_data, self.options.books)

    @cached_property
    def store(self) -> Store:
        from qtdesk.bootstrap import open_store  # noqa: PLC0415 - as above

        return open_store(self.agent_data)

    @cached_property
    def settings(self) -> Settings:
        """All settings as they hold in this run."""
        stored = Settings.from_stored(self.store.settings())
        return stored.with_changes(self.options.changes)

    @cached_property
    def autostart(self) -> Autostart:
        from qtdesk.bootstrap import open_autostart  # noqa: PLC0415 - as above

        return open_autostart(self.data)

    @cached_property
    def finder(self) -> "Finder":
        """A search over all books, by the indexes that the desk has, too."""
        from qtdesk.bootstrap import open_finder  # noqa: PLC0415 - as above

        finder = open_finder(self.data)
        finder.take(self.shelf.books)
        return finder

    @cached_property
    def kept_by_the_system(self) -> dict[str, Autostart]:
        """Name to switch, for settings that the system itself keeps."""
        from qtdesk.bootstrap.on_request import open_menu_entry  # noqa: PLC0415 - as above

        switches = {START_AT_LOGIN: self.autostart}
        menu_entry = open_menu_entry(self.data)
        return switches if menu_entry is None else {**switches, IN_MENU: menu_entry}

    @cached_property
    def records(self) -> "Records":
        from qtdesk.bootstrap import open_records  # noqa: PLC0415 - as above

        return open_records(self.data)

    @cached_property
    def rows(self) -> "Rows":
        """Rows of the shop's tables."""
        from qtdesk.bootstrap.tables import open_rows  # noqa: PLC0415 - as above

        return open_rows(self.data)

    @cached_property
    def lasting_rows(self) -> "Rows":
        """Rows that belong to no day, among the agent's own data."""
        from qtdesk.bootstrap.tables import open_lasting  # noqa: PLC0415 - as above

        return open_lasting(self.agent_data)

    @cached_property
    def tables(self) -> "Mapping[str, Table]":
        """The shop's tables that are turned on, by their ids."""
        from qtdesk.bootstrap.tables import open_tables  # noqa: PLC0415 - as above

        return {
            name: table
            for name, table in open_tables(self.data).items()
            if not table.setting or getattr(self.settings, table.setting)
        }

    @cached_property
    def shelf(self) -> Shelf:
        """All books as they are now, or as they last were good."""
        shelf = Shelf()
        for source in self.library.sources():
            book = self.library.read(source).book or self.library.last_good(source)
            if book is not None:
                shelf.place(source.path, book)
        self._own = OwnPhrases(self.store, shelf, local_time, lambda: None)
        return shelf

    @property
    def own(self) -> OwnPhrases:
        """The agent's own phrases, on the shelf already."""
        assert self.shelf is not None  # noqa: S101 - brings them along
        return self._own

    def ask(self, request: ipc.Message, timeout: float = 2.0) -> ipc.Message:
        """Ask the running instance.

        Raises:
            NotRunningError: there is none for this data folder.
            RunningError: it refused, or did not answer within `timeout` seconds.
        """
        return ipc.ask(paths.runtime_address(self.data), request, timeout)
