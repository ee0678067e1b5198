"""Where the dock stands, as of now: beside the chat, where it was put, or at an edge.

Moves the window and hides it behind its strip; what is in it is no business of this.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen

from qtdesk.core.ports import FollowedWindows, QuietWindows, Target
from qtdesk.ui import placement
from qtdesk.ui.dock import edge_strip, placing
from qtdesk.ui.dock.edge_strip import EdgeStrip
from qtdesk.ui.dock.window import DockWindow
from qtdesk.ui.theme import Appearance

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk

_SETTLE_MS = 30
"""A window that is dragged tells of each step; two frames are soon enough."""
_LOOK_MS = 250
"""Where the system does not tell of moves."""
_STAY_MS = 700
"""How long the dock at the edge stays when the pointer has left it."""
_PEEK_MS = 2500
"""How long it stays when a key has called it."""


class Standing(QObject):
    """Follows the window in front for as long as the dock is shown."""

    front_changed = Signal(object)  # Target

    def __init__(
        self,
        desk: "Desk",
        window: DockWindow,
        appearance: Appearance,
        busy: Callable[[], bool],
    ) -> None:
        """`busy` tells whether something of the dock is being used right now."""
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._busy = busy
        self.strip = EdgeStrip(appearance)
        self.target: Target | None = None
        """The window that was in front last."""
        self._stop_following: Callable[[], None] | None = None
        self._look_timer = self._timer(_LOOK_MS, self._look, single=False)
        self._settle_timer = self._timer(_SETTLE_MS, self._look)
        self._stay = self._timer(_STAY_MS, self._on_stayed)
        self.strip.pointed.connect(self._come_out)
        window.pointer_came.connect(self._stay.stop)
        window.pointer_left.connect(self._on_pointer_left)
        window.dragged.connect(self._on_dragged)
        for changed in (
            QGuiApplication.instance().screenAdded,  # type: ignore[union-attr]  # it runs
            QGuiApplication.instance().screenRemoved,  # type: ignore[union-attr]  # as above
            QGuiApplication.instance().primaryScreenChanged,  # type: ignore[union-attr]  # as above
        ):
            changed.connect(self._on_screens_changed)

    def _timer(
        self, interval: int, due: Callable[[], None], *, single: bool = True
    ) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(interval)
        timer.setSingleShot(single)
        timer.timeout.connect(due)
        return timer

    # --- coming and going ------------------------------------------------------

    def start(self) -> None:
        """Show the dock, and follow."""
        windows = self._desk.platform.windows
        self.target = windows.front() or windows.recent()
        if isinstance(windows, FollowedWindows):
            self._stop_following = windows.follow(self._on_front_moved)
        else:
            self._look_timer.start()
        self._come_out()
        if self.target is not None:
            self.front_changed.emit(self.target)

    def stop(self) -> None:
        """Hide the dock, and look no more."""
        if self._stop_following is not None:
            self._stop_following()
            self._stop_following = None
        for timer in (self._look_timer, self._settle_timer, self._stay):
            timer.stop()
        self._window.hide()
        self.strip.hide()

    def peek(self) -> None:
        """A key has changed what is in the dock: let it be seen."""
        if self._mode == "edge" and self.strip.isVisible():
            self._come_out()

    @property
    def _mode(self) -> str:
        return self._desk.settings.dock_place

    @Slot()
    def _come_out(self) -> None:
        self.strip.hide()
        self.place()
        self._window.show()
        self._window.rise()
        self._keep_quiet()
        if self._mode == "edge":
            self._stay.start(_PEEK_MS)

    def _keep_quiet(self) -> None:
        platform = self._desk.platform
        if isinstance(platform, QuietWindows):
            platform.keep_quiet(int(self._window.winId()))

    @Slot()
    def _on_pointer_left(self) -> None:
        if self._mode == "edge":
            self._stay.start(_STAY_MS)

    @Slot()
    def _on_stayed(self) -> None:
        if self._mode != "edge":
            return
        if self._busy() or self._window.underMouse():
            self._stay.start(_STAY_MS)
            return
        body, room = self._window.visible_part, self._room(self._screen())
        size = QSize(edge_strip.WIDTH, body.height())
        self._window.hide()
        left = room.left()
        if body.center().x() >= room.center().x():
            left = room.right() + 1 - size.width()
        self.strip.show_at(QRect(left, body.top(), size.width(), size.height()))

    # --- the place -------------------------------------------------------------

    def place(self) -> None:
        """Go where the dock belongs now."""
        screen = self._screen()
        room = self._room(screen)
        front = self._front_on(screen)
        height = placing.height_beside(front, room)
        size = QSize(self._window.wanted_width, height)
        known = self._desk.dock.places.on(_name_of(screen))
        if front is not None:
            corner = placing.beside(front, size, room)
        elif self._mode == "edge":
            corner = placing.at_edge(known, size, room)
        else:
            corner = placing.put(known, size, room)
        handle = self._window.windowHandle()
        if handle is not None and handle.screen() is not screen:
            handle.setScreen(screen)
        self._window.take(corner, size)

    def _screen(self) -> QScreen:
        """The one with the window in front, or else the one the dock was put on."""
        if self._mode == "beside" and self.target is not None:
            return placement.screen_for(self.target.area)
        last = self._desk.dock.places.last_screen
        screens = {_name_of(screen): screen for screen in QGuiApplication.screens()}
        return screens.get(last) or QGuiApplication.primaryScreen()

    @staticmethod
    def _room(screen: QScreen) -> QRect:
        return screen.availableGeometry()

    def _front_on(self, screen: QScreen) -> QRect | None:
        """The window that the dock stands beside, if it is to stand beside one."""
        if self._mode != "beside" or self.target is None or not self.target.area.width:
            return None
        return placement.logical(self.target.area, screen)

    @Slot()
    def _on_dragged(self) -> None:
        body = self._window.visible_part
        screen = QGuiApplication.screenAt(body.center()) or self._screen()
        place = placing.place_of(body, self._room(screen))
        self._desk.dock.places.keep(_name_of(screen), place)
        if self._mode == "beside":
            # Who drags it away wants it there.
            self._desk.change_settings({"dock_place": "floating"})
        self.place()

    @Slot()
    def _on_screens_changed(self) -> None:
        # Later: Qt moves windows of a lost screen by itself, after it has told.
        QTimer.singleShot(0, self, self.place_again)

    @Slot()
    def place_again(self) -> None:
        """The setting or the screens are other than before."""
        if self.strip.isVisible():
            self._come_out()
        elif self._window.isVisible():
            self.place()
            if self._mode == "edge":
                self._stay.start(_PEEK_MS)

    # --- the window in front ---------------------------------------------------

    def _on_front_moved(self) -> None:
        # Not started anew by each step of a drag: the dock goes along meanwhile.
        if not self._settle_timer.isActive():
            self._settle_timer.start()

    @Slot()
    def _look(self) -> None:
        front = self._desk.platform.windows.front()
        if front is None or front == self.target:
            # The bare desktop, or a window of ours: the dock stays where it is.
            return
        moved = self.target is None or front.area != self.target.area
        other = (
            self.target is None or front._replace(area=self.target.area) != self.target
        )
        self.target = front
        if moved and self._mode == "beside" and self._window.isVisible():
            self.place()
        if other:
            self.front_changed.emit(front)


def _name_of(screen: QScreen) -> str:
    """What a screen is known by when it comes back: its name and its size."""
    size = screen.geometry().size()
    return f"{screen.name()} {size.width()}x{size.height()}"
