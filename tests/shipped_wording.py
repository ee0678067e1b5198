"""What may be pasted, by the packs of words that come with the program."""

from functools import cache
from pathlib import Path

from qtdesk.bootstrap.on_request import open_text_check
from qtdesk.core.lint import TextCheck
from qtdesk.core.wording import Wording


@cache
def shipped_check() -> TextCheck:
    """Read once: it takes as long as many tests."""
    return open_text_check(Path("no-such-folder"))


def shipped_wording() -> Wording:
    """One for each desk, as in the program."""
    return Wording(shipped_check)
