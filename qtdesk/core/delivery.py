"""From a chosen phrase to its text in the chat: filled, read, pasted, and noted.

The one way by which a phrase leaves the desk, whoever chose it and however. A text that
still wants an answer must not reach a buyer as it stands, and one that does not hold
now must not reach one at all. How a paste is done is `paste`'s business.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from qtdesk.core.errors import StoreError
from qtdesk.core.events import PartPasted, PasteEnded, WordsNoted
from qtdesk.core.living_phrases import LivingPhrases, Piece
from qtdesk.core.paste import Outcome, Paster, PasteResult, Reason
from qtdesk.core.paste.profiles import ProfileOf
from qtdesk.core.phrase_clips import PhraseClips
from qtdesk.core.phrases import Phrase, Picture
from qtdesk.core.ports import Clip, Clock, Platform, Target, Typed
from qtdesk.core.proofreading import Proofreading
from qtdesk.core.settings import Settings
from qtdesk.core.templates import (
    Filled,
    Filling,
    Unfilled,
    explain_unfilled,
    joined,
)
from qtdesk.core.usage import Usage
from qtdesk.core.words import NO_WORDS, QT_TRANSLATE_NOOP, Words, words

if TYPE_CHECKING:
    from qtdesk.core.remarks import Remarks


class Delivery:
    """Pastes and copies phrases; every end is announced."""

    def __init__(
        self,
        platform: Platform,
        clock: Clock,
        profile_of: ProfileOf,
        proof: Proofreading,
        living: LivingPhrases,
        picture: Callable[[Picture], bytes | None],
        usage: Usage,
        settings: Callable[[], Settings],
        announce: Callable[[PasteEnded | PartPasted | WordsNoted], None],
    ) -> None:
        """Stand ready; `picture` has the bytes of one, quickly."""
        self._proof = proof
        self._living = living
        self._clips = PhraseClips(living, picture)
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
            filling = self.text(piece)
            if isinstance(filling, Unfilled):
                told = explain_unfilled(filling)
                self.pastes.refuse(piece.phrase.key, target, Reason.BLANKS, told)
                return
            texts.append(filling)
        if self._worded_badly(texts, pieces, target):
            return
        first = pieces[0].phrase
        clip = self._clips.of(pieces, joined(texts))
        if not isinstance(clip, Clip):
            self.pastes.refuse(first.key, target, Reason.INVALID, clip)
            return
        if len(pieces) == 1:
            self._living.sequences.begin(first, target)
        for piece in pieces:
            self._note_use(piece, target)
        timeout = self.timeout()
        if instead_of is not None:
            self.pastes.replace(instead_of, clip, first.key, timeout)
        else:
            self.pastes.paste(clip, target, first.key, timeout)

    def remarks(self, pieces: Sequence[Piece]) -> "Remarks | None":
        """What is to be said of the worst of `pieces`; None if nothing is."""
        texts = map(self.text, pieces)
        filled = [one for one in texts if isinstance(one, Filled)]
        return self._gravest(filled, pieces)

    def text(self, piece: Piece) -> Filling:
        """How `piece` would be pasted now."""
        filling = self._living.fill(piece.phrase, piece.answers)
        if piece.worded.better and isinstance(filling, Filled):
            return self._proof.mended(filling)
        return filling

    def why_not(self, phrase: Phrase) -> Words:
        """Why `phrase` must not be pasted unseen; no words where it may."""
        forbidden = self._proof.forbids(self._living.fill(phrase))
        return self._living.refusal(phrase) or (forbidden or (NO_WORDS,))[0]

    def timeout(self) -> float:
        """Seconds that a target may take to read."""
        return self._settings().paste_timeout

    def copy(self, pieces: Sequence[Piece], target: Target | None) -> bool:
        """An ordinary copy, with what is still wanted in braces; False if refused."""
        if any(self._refused(piece.phrase, target) for piece in pieces):
            return False
        drafts = [Filled(self.text(piece).draft) for piece in pieces]
        clip = self._clips.of(pieces, joined(drafts))
        if not isinstance(clip, Clip):
            self.pastes.refuse(pieces[0].phrase.key, target, Reason.INVALID, clip)
            return False
        for piece in pieces:
            self._note_use(piece, target)
        self.pastes.copy(clip, pieces[0].phrase.key)
        return True

    def _refused(self, phrase: Phrase, target: Target | None) -> bool:
        """Say why `phrase` must not be used now; False where it may."""
        told = self._living.refusal(self._living.current(phrase))
        if told:
            hint = words(QT_TRANSLATE_NOOP("core", "Nothing was pasted."))
            self.pastes.refuse(phrase.key, target, Reason.INVALID, (told, hint))
        return bool(told)

    def _worded_badly(
        self, texts: Sequence[Filled], pieces: Sequence[Piece], target: Target | None
    ) -> bool:
        """Say which words must not be said to buyers; False where they may go out."""
        found = self._gravest(texts, pieces)
        if found is None:
            return False
        worded, phrase = pieces[0].worded, pieces[0].phrase.key
        if not found.blocks:
            if found.warns and not worded.seen:
                self._announce(WordsNoted(*found.told))
            return False
        if self._proof.may_pass(worded.reason):
            # A reason that cannot be kept is worth no message of its own.
            with suppress(StoreError):
                self._proof.let_pass(phrase, found, worded.reason)
            return False
        self.pastes.refuse(phrase, target, Reason.INVALID, found.told)
        return True

    def _gravest(
        self, texts: Sequence[Filled], pieces: Sequence[Piece]
    ) -> "Remarks | None":
        """The worst of what is said, in plain words or in HTML."""
        return self._proof.gravest([*texts, *self._clips.words_of_html(pieces)])

    def _note_use(self, piece: Piece, target: Target | None) -> None:
        self._usage.used(piece.phrase, target)
        self._living.used(piece.phrase, piece.answers)

    def _on_ended(self, result: PasteResult) -> None:
        self._announce(PasteEnded(result))
        read = result.outcome is Outcome.PASTED
        part = self._living.sequences.end(result.phrase, read=read)
        if part is not None and part.done < part.parts:
            self._announce(PartPasted(part))
