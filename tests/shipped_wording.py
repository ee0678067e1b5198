"""What is found in texts, by the packs of words that come with the program."""

from qtdesk.core.living_phrases import local_time
from qtdesk.core.proofreading import Proofreading
from qtdesk.core.settings import Settings
from qtdesk.core.wording import Wording
from tests.core.lint.shipped_packs import reading
from tests.fake_books import AtOnce, FakeStore


def shipped_wording() -> Wording:
    """One for each desk, as in the program; the packs are read but once."""
    return Wording(reading)


def proof(**given: str) -> Proofreading:
    """A reader of texts by these packs, under such settings."""
    settings = Settings().with_changes(given)
    return Proofreading(
        *(shipped_wording(), FakeStore(), AtOnce(), lambda: settings, local_time)
    )
