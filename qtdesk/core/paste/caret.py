"""The cursor goes back to where a phrase wants it, where the program lets that be done.

One step of keys, or none: what is in doubt stays as it is, with the cursor behind the
text, where every agent expects it.
"""

import unicodedata
from itertools import pairwise

from qtdesk.core.combos import Combo
from qtdesk.core.paste.request import Request
from qtdesk.core.ports import Clip, Platform, Pressed, Reader

MOST_STEPS = 80
"""More is likely a mistake, and takes a slow program too long."""
LEFT = Combo((), "left")

_JOINER = "\u200d"
_EXTENDING = ("Mn", "Me", "Mc", "Cf")
_TO_THE_LEFT = ("R", "AL", "AN", "RLE", "RLO", "RLI")
"""Kinds of letters before which Left goes on in the text."""


def steps_back(clip: Clip) -> int:
    """How often Left is pressed behind `clip`, to its cursor; 0 for not at all."""
    if clip.cursor is None or clip.html:
        return 0
    text, behind = clip.text, clip.text[clip.cursor :]
    if any(unicodedata.bidirectional(sign) in _TO_THE_LEFT for sign in text):
        return 0
    steps = clusters(behind)
    return steps if steps <= MOST_STEPS else 0


def clusters(text: str) -> int:
    """How many signs people see: those that programs step over at once.

    After the main rules of Unicode's annex 29; what they leave out is not written in
    the languages of our books.
    """
    flags = 0
    count = 1 if text else 0
    for before, sign in pairwise(text):
        flags = flags + 1 if _is_flag(before) else 0
        joined = (
            _extends(sign)
            or before == _JOINER
            or (_is_flag(sign) and flags % 2 == 1)
            or (before, sign) == ("\r", "\n")
        )
        count += not joined
    return count


def _extends(sign: str) -> bool:
    skin = "\U0001f3fb" <= sign <= "\U0001f3ff"
    return skin or unicodedata.category(sign) in _EXTENDING


def _is_flag(sign: str) -> bool:
    return "\U0001f1e6" <= sign <= "\U0001f1ff"


class Caret:
    """Belongs to one paste; `go_back` presses at most once."""

    def __init__(self, platform: Platform, request: Request) -> None:
        self._platform = platform
        self._request = request
        self._steps = steps_back(request.clip)
        self._confirmed = False
        self._since = 0
        self.due = self._steps > 0
        """Whether it is still to be done."""
        self.done = False
        """Whether the keys were pressed."""

    def begin(self) -> None:
        """The chord goes out: what is typed or clicked from here on is the agent's."""
        if self.due:
            self._since = self._platform.windows.moment()

    def note(self, reader: Reader) -> None:
        """Somebody has read behind the chord; only the target itself counts."""
        self._confirmed = self._confirmed or reader is Reader.TARGET

    def go_back(self) -> None:
        """Press now or never: the target has read, and answered since."""
        target = self._request.target
        due, self.due = self.due, False
        if not due or not self._confirmed or target is None or target.unseen:
            return
        if self._platform.windows.touched(target, self._since):
            return
        keyboard = self._platform.keyboard
        pressed = keyboard.press(LEFT, target, times=self._steps)
        self.done = pressed is Pressed.SENT
