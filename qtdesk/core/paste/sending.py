"""The key that sends, where the agent has chosen that for a program.

One press, or none: whatever is in doubt is left to the agent, and nothing is tried
again. A message that went to the wrong buyer cannot be taken back.
"""

from qtdesk.core.paste.approach import why_not
from qtdesk.core.paste.request import Request
from qtdesk.core.paste.result import Reason
from qtdesk.core.ports import Platform, Reader


class Sending:
    """Belongs to one paste; `press` presses at most once."""

    def __init__(self, platform: Platform, request: Request) -> None:
        self._platform = platform
        self._request = request
        self._confirmed = False
        self._since = 0
        self.due = request.profile.sends and not request.clip.picture
        """Whether the key is still to be pressed.

        Never behind a picture: pages read one also where they have no room for it, and
        programs take their time to show one. What would be sent is anybody's guess.
        """
        self.pressing = False
        """Whether it goes out just now, and nothing that this sets off may act."""
        self.unsent = Reason.NONE
        """Why it was not pressed, where it should be: lost clipboards end a paste."""
        if request.profile.sends:
            self.unsent = Reason.CLIPBOARD_BUSY if self.due else Reason.UNSURE

    @property
    def done(self) -> bool:
        """Whether it was pressed."""
        return self._request.profile.sends and self.unsent is Reason.NONE

    def begin(self) -> None:
        """The chord goes out: what is typed or clicked from here on is the agent's."""
        if self.due:
            self._since = self._platform.windows.moment()

    def note(self, reader: Reader) -> None:
        """Somebody has read behind the chord; only the target itself counts."""
        self._confirmed = self._confirmed or reader is Reader.TARGET

    def forgo(self, why: Reason) -> None:
        """Leave it to the agent."""
        if self.due:
            self.due, self.unsent = False, why

    def press(self, *, answered: bool) -> None:
        """Press now or never; `answered` tells that the target has come round.

        A conversation may change without a new title, but hardly without a click.
        Whether the target is still in front, with the same conversation and no key
        held, is asked by the keyboard in the step that presses.
        """
        target = self._request.target
        if not answered or not self._confirmed or target is None or target.unseen:
            self.forgo(Reason.UNSURE)
        elif self._platform.windows.touched(target, self._since):
            self.forgo(Reason.TOUCHED)
        if not self.due or target is None:
            return
        self.due, self.pressing = False, True
        key = self._request.profile.send_key
        self.unsent = why_not(self._platform.keyboard.press(key, target))
        self.pressing = False
