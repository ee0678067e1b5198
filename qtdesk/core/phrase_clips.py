"""What of a phrase goes on the clipboard: its text, the same with its looks, a picture.

A picture is a message of its own. What it costs to have one at hand is whoever keeps
the copies' business.
"""

from collections.abc import Callable, Sequence

from qtdesk.core.living_phrases import LivingPhrases, Piece
from qtdesk.core.phrases import Picture
from qtdesk.core.ports import Clip
from qtdesk.core.templates import Filled, visible
from qtdesk.core.words import QT_TRANSLATE_NOOP, Words, words

Refused = tuple[Words, Words]
"""What is in the way, and what to do now."""


class PhraseClips:
    """Makes clips of phrases as they read now."""

    def __init__(
        self, living: LivingPhrases, read: Callable[[Picture], bytes | None]
    ) -> None:
        """`read` gives the bytes of a picture, quickly; None where it has none."""
        self._living = living
        self._read = read

    def of(self, pieces: Sequence[Piece], text: Filled) -> Clip | Refused:
        """The clip of `pieces`, which read `text` together, or why there is none."""
        first, *others = pieces
        pictures = [self._living.picture(piece.phrase) for piece in pieces]
        if others and any(pictures):
            return _alone()
        if pictures[0] is not None:
            data = self._read(pictures[0])
            return _missing() if data is None else Clip(picture=data)
        # Better wordings are made in the text, and not in the HTML.
        plain = bool(others) or first.worded.better
        html = "" if plain else self._living.html(first.phrase, first.answers)
        return Clip(text.text, html, cursor=text.cursor)

    def words_of_html(self, pieces: Sequence[Piece]) -> tuple[Filled, ...]:
        """What `pieces` say in their HTML, which need not be what their texts say.

        What is filled in stands in the texts, too.
        """
        rich = (piece.phrase.html for piece in pieces if not piece.worded.better)
        return tuple(Filled(visible(html)) for html in rich if html)


def _alone() -> Refused:
    return (
        words(QT_TRANSLATE_NOOP("core", "A picture is a message of its own.")),
        words(
            QT_TRANSLATE_NOOP(
                "core", "Nothing was pasted: paste that phrase by itself."
            )
        ),
    )


def _missing() -> Refused:
    return (
        words(
            QT_TRANSLATE_NOOP("core", "The picture is not on this computer any more.")
        ),
        words(
            QT_TRANSLATE_NOOP(
                "core",
                "Nothing was pasted: it comes back once its phrasebook can be read.",
            )
        ),
    )
