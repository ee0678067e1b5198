"""From a chosen phrase to its text in the chat: filled, checked, pasted, and noted.

The one way by which a phrase leaves the desk, whoever chose it and however. A text that
still wants an answer must not reach a buyer as it stands, and one that does not hold
now must not reach one at all. How a paste is done is `paste`'s business.
"""

from collections.abc import Callable, Mapping, Sequence

from qtdesk.core.events import PartPasted, PasteEnded
from qtdesk.core.living_phrases import LivingPhrases, Piece
from qtdesk.core.paste import Outcome, Paster, PasteResult, Reason
from qtdesk.core.paste.profiles import ProfileOf
from qtdesk.core.phrases import Phrase
from qtdesk.core.ports import Clock, Platform, Target, Typed
from qtdesk.core.settings import Settings
from qtdesk.core.templates import Filled, Unfilled, explain_unfilled
from qtdesk.core.usage import Usage
from qtdesk.core.words import QT_TRANSLATE_NOOP, Words, words


class Delivery:
    """Pastes and copies phrases; every end is announced."""

    def __init__(
        self,
        platform: Platform,
        clock: Clock,
        profile_of: ProfileOf,
        objection: Callable[[Sequence[Filled], str], tuple[Words, Words] | None],
        living: LivingPhrases,
        usage: Usage,
        settings: Callable[[], Settings],
        announce: Callable[[PasteEnded | PartPasted], None],
    ) -> None:
        """`objection` tells what of texts must not be said on a platform."""
        self._objection = objection
        self._living = living
        self._usage = usage
        self._settings = settings
        self._announce = announce
        self.pastes = Paster(platform, clock, self._on_ended, profile_of)

    def paste(
        self,
        pieces: Sequence[Piece],
        target: Target | None,
        instead_of: Typed | None = None,
    ) -> None:
        """Paste phrases as one text, each in lines of its own; all of them or none.

        It takes the place of what was typed, where it is `instead_of` that.
        """
        texts: list[Filled] = []
        for piece in pieces:
            if self._refused(piece.phrase, target):
                return
            filling = self._living.fill(*piece)
            if isinstance(filling, Unfilled):
                told = explain_unfilled(filling)
                self.pastes.refuse(piece.phrase.key, target, Reason.BLANKS, told)
                return
            texts.append(filling)
        first = pieces[0].phrase
        if self._worded_badly(texts, first, target):
            return
        if len(pieces) == 1:
            self._living.sequences.begin(first, target)
        for piece in pieces:
            self._note_use(*piece, target)
        text = "\n".join(filled.text for filled in texts)
        timeout = self._settings().paste_timeout
        if instead_of is not None:
            self.pastes.replace(instead_of, text, first.key, timeout)
        else:
            self.pastes.paste(text, target, first.key, timeout)

    def copy(self, pieces: Sequence[Piece], target: Target | None) -> bool:
        """An ordinary copy, with what is still wanted in braces; False if refused."""
        if any(self._refused(piece.phrase, target) for piece in pieces):
            return False
        text = "\n".join(self._living.fill(*piece).draft for piece in pieces)
        for piece in pieces:
            self._note_use(*piece, target)
        self.pastes.copy(text, pieces[0].phrase.key)
        return True

    def _refused(self, phrase: Phrase, target: Target | None) -> bool:
        """Say why `phrase` must not be used now; False where it may."""
        told = self._living.refusal(self._living.current(phrase))
        if told:
            hint = words(QT_TRANSLATE_NOOP("core", "Nothing was pasted."))
            self.pastes.refuse(phrase.key, target, Reason.INVALID, (told, hint))
        return bool(told)

    def _worded_badly(
        self, texts: Sequence[Filled], phrase: Phrase, target: Target | None
    ) -> bool:
        """Say which words must not be said to buyers; False where there are none."""
        settings = self._settings()
        told = None
        if settings.wording:
            told = self._objection(texts, settings.platform)
        if told is not None:
            self.pastes.refuse(phrase.key, target, Reason.INVALID, told)
        return told is not None

    def _note_use(
        self, phrase: Phrase, answers: Mapping[str, str], target: Target | None
    ) -> None:
        self._usage.used(phrase, target)
        self._living.used(phrase, answers)

    def _on_ended(self, result: PasteResult) -> None:
        self._announce(PasteEnded(result))
        read = result.outcome is Outcome.PASTED
        part = self._living.sequences.end(result.phrase, read=read)
        if part is not None and part.done < part.parts:
            self._announce(PartPasted(part))
