"""Where the size tables meet the interface: read when the window is first wanted."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk
    from qtdesk.core.ports import Background
    from qtdesk.formats.size_yaml import SizeReading
    from qtdesk.ui.sizes_dialog import SizesDialog
    from qtdesk.ui.theme import Appearance


class SizeRoom(QObject):
    """Makes the window that says which size fits, and reads its tables anew."""

    def __init__(
        self,
        desk: "Desk",
        appearance: "Appearance",
        background: "Background",
        data: Path,
        parent: QObject,
    ) -> None:
        """`data` is the agent's folder, whose tables go before ours."""
        super().__init__(parent)
        self._desk, self._appearance = desk, appearance
        self._background, self._data = background, data
        self._dialog: SizesDialog | None = None

    @Slot()
    def show(self) -> None:
        """Open the window, or bring it to the front; tables follow a moment later."""
        from qtdesk.ui.sizes_dialog import SizesDialog  # noqa: PLC0415 - rarely used

        if self._dialog is None:
            self._dialog = SizesDialog(self._desk, self._appearance)
        self._background.run(self._read, self._on_read)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _read(self) -> "SizeReading":
        from qtdesk.bootstrap.on_request import open_size_tables  # noqa: PLC0415 - as above

        return open_size_tables(self._data)

    def _on_read(self, reading: "SizeReading") -> None:
        if self._dialog is not None:
            self._dialog.take(*reading)
