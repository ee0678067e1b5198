"""How an agent's own phrases are told from those of shared books.

They are one book, so that the search finds each of them at once. One that stands in for
a phrase of a shared book is filed there under the whole key of the shared one; to all
others it goes by that key, so that pins, usage and hotkeys of it hold on.
"""

from qtdesk.core.phrases.phrase import Phrase

OWN = "~mine"
"""Id of that book; no lead would think of it."""


def filed(phrase: Phrase) -> Phrase:
    """`phrase` as it stands in the agent's own book."""
    if phrase.book == OWN:
        return phrase
    return phrase._replace(book=OWN, id=phrase.key)


def named(phrase: Phrase) -> Phrase:
    """A phrase of any book as everybody knows it; ids of an agent's own have no “/”."""
    if phrase.book != OWN or "/" not in phrase.id:
        return phrase
    book, _, phrase_id = phrase.id.partition("/")
    return phrase._replace(book=book, id=phrase_id)
