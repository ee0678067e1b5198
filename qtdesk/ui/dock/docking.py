"""The dock comes and goes: by its key, by the tray, and as the settings say.

Loaded once the hotkey works; what can be seen of the dock is loaded when it is to be
shown for the first time.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from qtdesk.core.errors import QtdeskError
from qtdesk.core.events import SettingsChanged

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk
    from qtdesk.ui.bridge import Bridge
    from qtdesk.ui.dock.scene import DockScene
    from qtdesk.ui.quick_panel import QuickPanel
    from qtdesk.ui.theme import Appearance


class Docking(QObject):
    """One dock, or none; the setting `dock_shown` says which."""

    def __init__(
        self,
        desk: "Desk",
        bridge: "Bridge",
        appearance: "Appearance",
        panel: "QuickPanel",
        refused: Callable[[QtdeskError], None],
    ) -> None:
        """Take the keys of the dock, and show it if it was shown the last time.

        `refused` tells the agent of what could not be done.
        """
        super().__init__(bridge)
        self._desk = desk
        self._served = (desk, bridge, appearance, panel)
        self._refused = refused
        self._offer: tuple[str, Callable[[], None]] | None = None
        self._reminder: tuple[str, Callable[[], None]] | None = None
        self.scene: DockScene | None = None
        """Everything that can be seen; None while it never was."""
        bridge.dock_wanted.connect(self.turn)
        bridge.settings_changed.connect(self._on_settings_changed)
        desk.dock.keys.start()
        for changed in (
            *(bridge.book_changed, bridge.sources_changed),
            bridge.own_phrases_changed,
        ):
            changed.connect(self._on_phrases_changed)
        self._follow()

    @property
    def able(self) -> bool:
        """Whether this desktop tells which window is in front."""
        abilities = self._desk.platform.abilities
        return any(one.able for one in abilities if one.name == "target")

    @property
    def shown(self) -> bool:
        return self.scene is not None and self.scene.shown

    def offer(self, label: str, chosen: Callable[[], None]) -> None:
        """Have one button at the bottom, such as that of the order check.

        Without an offer there is no button. `label` is in the language of now; offer
        it anew after a change of language.
        """
        self._offer = (label, chosen)
        if self.scene is not None:
            self.scene.offer(label, chosen)

    def remind(self, line: str, chosen: Callable[[], None]) -> None:
        """Have a line on top for what must not be forgotten; none where it is empty."""
        self._reminder = (line, chosen)
        if self.scene is not None:
            self.scene.remind(line, chosen)

    @Slot()
    def turn(self) -> None:
        """Show the dock, or put it away; the next start remembers it."""
        wanted = str(not self._desk.settings.dock_shown).lower()
        try:
            self._desk.change_settings({"dock_shown": wanted})
        except QtdeskError as error:
            self._refused(error)

    @Slot(object)
    def _on_phrases_changed(self) -> None:
        self._desk.dock.keys.follow()

    @Slot(object)
    def _on_settings_changed(self, event: SettingsChanged) -> None:
        if "dock_shown" in event.names:
            self._follow()
        elif self.scene is not None and self.scene.shown:
            # Later: a language is loaded by then.
            QTimer.singleShot(0, self.scene, self.scene.arrange)

    def _follow(self) -> None:
        wanted = self._desk.settings.dock_shown and self.able
        if wanted and not self.shown:
            if self.scene is None:
                self.scene = self._make_scene()
            self.scene.show()
        elif self.scene is not None and not wanted:
            self.scene.hide()

    def _make_scene(self) -> "DockScene":
        from qtdesk.ui.dock.scene import DockScene  # noqa: PLC0415 - many have no dock

        scene = DockScene(*self._served, self._refused)
        scene.away_asked.connect(self.turn)
        if self._offer is not None:
            scene.offer(*self._offer)
        if self._reminder is not None:
            scene.remind(*self._reminder)
        return scene
