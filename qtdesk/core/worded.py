"""How the agent wants a text to be worded, as to what is not said to buyers."""

from typing import NamedTuple


class Worded(NamedTuple):
    """Said of one text on its way."""

    better: bool = False
    """With the better wordings that were found."""
    seen: bool = False
    """Whether the agent was shown what is to be said of it."""
    reason: str = ""
    """Why it goes out though it is forbidden."""

    def __repr__(self) -> str:
        """Without the reason, which no log may hold."""
        return f"Worded({self.better}, {self.seen})"


AS_WRITTEN = Worded()
