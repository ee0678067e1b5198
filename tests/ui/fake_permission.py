"""A Mac that trusts nobody yet."""

from qtdesk.platforms.macos.seam import Answer, Focused


class NotTrusted:
    """Implements `Accessibility` as far as a permission needs it."""

    def __init__(self) -> None:
        self.trust = False
        self.asked = 0

    def trusted(self) -> bool:
        return self.trust

    def ask_for_trust(self) -> None:
        self.asked += 1

    def focused(self, pid: int, seconds: float) -> Focused:
        del pid, seconds
        return Focused(Answer.NOTHING)

    def look(self, window: object, seconds: float) -> Answer:
        del window, seconds
        return Answer.NOTHING

    def raise_window(self, window: object, seconds: float) -> None:
        """There is none."""

    def make_frontmost(self, pid: int, seconds: float) -> None:
        """There is none."""

    def answers(self, pid: int, seconds: float) -> bool:
        del pid, seconds
        return False
