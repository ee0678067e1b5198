"""Oddities of other programs, as a table: what pastes there and how long to wait."""

import re
from enum import Enum, auto
from typing import NamedTuple

from qtdesk.core.combos import PASTE, Combo


class Via(Enum):
    """Which selection a program pastes from."""

    CLIPBOARD = auto()
    PRIMARY = auto()


class Profile(NamedTuple):
    """How to paste into the programs whose name matches `app`."""

    app: str
    """Regular expression over `Target.app`, whole and without case."""
    chord: Combo = PASTE
    via: Via = Via.CLIPBOARD
    settle_s: float = 0.0
    """Wait between the return of the focus and the chord."""
    hold_s: float = 1.0
    """The clipboard is ours at least this long after the chord."""
    quiet_s: float = 0.2
    """... and this long after the target's last read: one paste may read twice."""


_INSERT = Combo(("shift",), "insert")
_TERMINAL = Combo(("ctrl", "shift"), "v")

PROFILES: tuple[Profile, ...] = (
    # Answers Ctrl+V with a reading of its own before the page reads, so that a busy
    # page could find the old clipboard; with Shift+Insert every reading is the page's.
    Profile(
        r"(google-)?chrom(e|ium)(-browser)?|microsoft-edge|msedge|brave(-browser)?"
        r"|vivaldi.*|opera",
        chord=_INSERT,
        hold_s=0.5,
    ),
    # The same engine, but some of these programs ignore Shift+Insert.
    Profile(r"electron|code|slack|discord|element|signal", hold_s=2.5),
    # By bundle id, on macOS, where only the first reading is seen: the browser's own.
    Profile(
        r"com\.google\.chrome.*|com\.microsoft\.(edgemac|vscode)|com\.brave\.browser"
        r"|com\.vivaldi\.vivaldi|com\.operasoftware\.opera|company\.thebrowser\.browser"
        r"|com\.tinyspeck\.slackmacgap|com\.hnc\.discord",
        hold_s=2.5,
    ),
    # Measured: one reading, within milliseconds of the chord.
    Profile(r"pidgin|mousepad|featherpad", hold_s=0.5),
    # Ctrl+V means "next character literally"; Shift+Insert pastes the mouse selection.
    Profile(r"u?xterm", chord=_INSERT, via=Via.PRIMARY),
    Profile(
        r"gnome-terminal(-server)?|xfce4-terminal|mate-terminal|konsole|terminator"
        r"|tilix|kitty|alacritty|wezterm|org\.wezfurlong\.wezterm|foot|lxterminal"
        r"|qterminal|windowsterminal",
        chord=_TERMINAL,
    ),
    Profile(r"mintty|putty", chord=_INSERT),
    Profile(r"urxvt", chord=Combo(("ctrl", "alt"), "v")),
    Profile(r"st(-256color)?", chord=_TERMINAL),
)
"""First match wins. Sources: the programs' manuals; measurements in docs/paste.md."""

_DEFAULT = Profile(r".*")


def profile_for(app: str) -> Profile:
    """The profile of the program `app`, or the one that suits most."""
    for profile in PROFILES:
        if re.fullmatch(profile.app, app, re.IGNORECASE):
            return profile
    return _DEFAULT
