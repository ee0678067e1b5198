"""Phrases that an agent has written: new ones, and others in the place of shared ones.

Kept in the agent's own data. No shared phrasebook is ever written.
"""

from qtdesk.core.own_phrases.merging import Kept, News, Standing
from qtdesk.core.own_phrases.own_phrases import OwnPhrases

__all__ = ["Kept", "News", "OwnPhrases", "Standing"]
