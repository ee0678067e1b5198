"""How one program wants to be pasted into, and what a phrase becomes for it.

The table that comes with the program is in `shipped_profiles`; the agent's own, which
win, are kept by `core.paste_profiles`.
"""

import re
from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from qtdesk.core.combos import PASTE, Combo
from qtdesk.core.ports import Clip


class Via(Enum):
    """Which selection a program pastes from."""

    CLIPBOARD = "clipboard"
    PRIMARY = "primary"
    """The mouse selection, of X11 only."""


class Newlines(Enum):
    """What becomes of line breaks within a phrase; those at its end always go."""

    KEEP = "keep"
    JOIN = "join"
    """Each becomes a space: for programs that send at a pasted line break."""


SEND_KEYS = (Combo((), "enter"), Combo(("ctrl",), "enter"), Combo(("alt",), "s"))
"""What chat programs send with; which of them is a setting in there."""
LONGEST_WAIT_S = 5.0
_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"


class Takes(Enum):
    """Whether a program takes pictures where it takes texts."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    """Nobody has tried: the picture is offered, and a reading tells."""


class Profile(NamedTuple):
    """How to paste into the programs whose name is one of `apps`."""

    apps: tuple[str, ...]
    """Names as in `Target.app`, without case; `*` stands for anything."""
    name: str = ""
    """What people call the program."""
    chord: Combo = PASTE
    via: Via = Via.CLIPBOARD
    settle_s: float = 0.0
    """Wait between the return of the focus and the chord."""
    hold_s: float = 1.0
    """The clipboard is ours at least this long after the chord."""
    quiet_s: float = 0.2
    """... and this long after the target's last read: one paste may read twice."""
    newlines: Newlines = Newlines.KEEP
    sends: bool = False
    """Whether `send_key` is pressed once the target has read. Nobody but the agent
    may choose this."""
    send_key: Combo = SEND_KEYS[0]
    takes_images: Takes = Takes.UNKNOWN
    cursor: bool = False
    """Whether Left goes back over what was pasted, a character at each press."""
    never: bool = False
    """Nothing is ever pasted here, and the clipboard is left alone."""

    def fits(self, app: str) -> bool:
        """Whether it is for the program `app`."""
        wanted = app.casefold()
        return any(_fits(name.casefold(), wanted) for name in self.apps)

    def adapt(self, clip: Clip) -> Clip:
        """`clip` as this program may have it: it must not send by itself.

        The cursor has a place in it only where the program lets that be found again.
        """
        text = without_last_breaks(clip.text)
        if self.newlines is Newlines.KEEP:
            known = self.cursor and not self.sends and text == clip.text
            return clip._replace(text=text, cursor=clip.cursor if known else None)
        lines = (line.strip() for line in text.splitlines())
        # HTML breaks lines in too many ways to be sure of any.
        return Clip(" ".join(line for line in lines if line), picture=clip.picture)


ProfileOf = Callable[[str], Profile]
"""The profile of the program with that name, as of now."""
PLAIN = Profile(("*",))
"""What suits most programs."""


def _fits(pattern: str, name: str) -> bool:
    if "*" not in pattern:
        return pattern == name
    parts = map(re.escape, pattern.split("*"))
    return re.fullmatch(".*".join(parts), name, re.DOTALL) is not None


def without_last_breaks(text: str) -> str:
    """`text` without line breaks at its end; a chat may send at one."""
    body = text.rstrip()
    rest = text[len(body) :]
    first = next((at for at, sign in enumerate(rest) if sign in _BREAKS), len(rest))
    return body + rest[:first]
