"""The slash in the quick panel: its launcher comes and goes with what is typed.

The page itself is loaded with the first slash; a start has no part of it.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from qtdesk.ui.panel_body import PanelBody
from qtdesk.ui.search_field import Step
from qtdesk.ui.theme import Appearance

if TYPE_CHECKING:
    from qtdesk.core.desk import Desk
    from qtdesk.ui.launcher.page import LauncherPage


class PanelLauncher(QObject):
    """Shows the page while a slash is typed, and hands it the keys."""

    def __init__(
        self,
        desk: "Desk",
        body: PanelBody,
        appearance: Appearance,
        focused: Callable[[], bool],
    ) -> None:
        """`focused` tells whether the panel has the focus already."""
        super().__init__(body)
        self._focused = focused
        self._chosen: int | None = None
        """The row that a quick hand chose before the panel had the focus."""
        self._desk, self._body, self._appearance = desk, body, appearance
        self._page: LauncherPage | None = None
        self.giving_way = False
        """Something was chosen here, and takes the focus soon.

        The panel stays until then: no key that is typed meanwhile shall reach the chat.
        """
        body.field.launch_asked.connect(self._on_launch_asked)

    @property
    def page(self) -> "LauncherPage":
        """The page, made when it is first asked for."""
        if self._page is None:
            from qtdesk.ui.launcher.page import LauncherPage  # noqa: PLC0415 - can wait

            self._page = LauncherPage(self._desk, self._body, self._appearance)
            self._page.opening.connect(self._on_opening)
        return self._page

    @property
    def shown(self) -> bool:
        return self._page is not None and self._page.shown

    def show(self) -> bool:
        """Show what is asked for behind a slash; False where none is typed."""
        wish = self._body.field.wish
        if wish is not None:
            self.page.show(wish)
        elif self._page is not None:
            self._page.leave()
        return wish is not None

    def show_again(self) -> None:
        """What can be found may be more than a moment before."""
        if self.shown:
            self.show()

    def choose_stage(self, stage: str | None) -> bool:
        """Keep what belongs to `stage`; False where the launcher is not shown."""
        if self.shown:
            self.page.choose_stage(stage)
        return self.shown

    @Slot(object)
    def go(self, step: Step) -> None:
        """Move in whichever list is shown."""
        (self.page.list if self.shown else self._body.results).go(step)

    def end(self) -> None:
        """The panel hides."""
        self.giving_way, self._chosen = False, None
        if self._page is not None:
            self._page.leave()

    @Slot(int)
    def _on_launch_asked(self, row: int) -> None:
        # Repeats of a held key look like this, too; the next would be an answer.
        if self.giving_way or self._chosen is not None or self._desk.enter_is_held():
            return
        if self._focused():
            self.page.choose(row)
        else:
            # Two windows that open at once would both ask for the focus.
            self._chosen = row

    @Slot()
    def on_focused(self) -> None:
        """The panel has the focus: what was chosen meanwhile may take it."""
        chosen, self._chosen = self._chosen, None
        if chosen is not None:
            self.page.choose(chosen)

    @Slot()
    def _on_opening(self) -> None:
        self.giving_way = True
