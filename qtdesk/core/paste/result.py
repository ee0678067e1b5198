"""How a paste ended, and how to say so."""

from enum import Enum
from typing import NamedTuple, assert_never

from qtdesk.core.combos import COPY, PASTE
from qtdesk.core.words import NO_WORDS, QT_TRANSLATE_NOOP, Words, words


class Outcome(Enum):
    """Where the text is now."""

    PASTED = "pasted"
    """The target has read it after the chord."""
    UNCONFIRMED = "unconfirmed"
    """The chord was sent, but nobody was seen reading."""
    COPIED = "copied"
    """No key was sent; the text is on the clipboard."""
    NOTHING = "nothing"
    """Neither sent nor copied."""


class Reason(Enum):
    """Why a text was not simply pasted."""

    NONE = "none"
    NO_TARGET = "no_target"
    TARGET_GONE = "target_gone"
    NOT_FRONT = "not_front"
    FOCUS_STOLEN = "focus_stolen"
    OTHER_CONVERSATION = "other_conversation"
    SILENT = "silent"
    KEYS_HELD = "keys_held"
    TYPED_ON = "typed_on"
    CLIPBOARD_BUSY = "clipboard_busy"
    NOT_READ = "not_read"
    UNSEEN = "unseen"
    """Another program read first, which hides whether the target did."""
    ELEVATED = "elevated"
    """The target runs with more rights than qtdesk."""
    UNABLE = "unable"
    NO_PICTURES = "no_pictures"
    """The target takes texts only."""
    NEVER_HERE = "never_here"
    """The target's profile keeps us out."""
    UNSURE = "unsure"
    """Nobody saw the target itself read, so that nothing is sent."""
    TOUCHED = "touched"
    """Somebody typed or clicked in the target behind the text."""
    BLANKS = "blanks"
    INVALID = "invalid"
    """The phrase is not to be used now."""
    QUIT = "quit"
    ASKED = "asked"
    """The agent asked for a copy only."""


class Fate(Enum):
    """What became of the clipboard as it was before."""

    RESTORED = "restored"
    NEWER_COPY = "newer_copy"
    """The agent copied something meanwhile; that stays."""
    REPLACED = "replaced"
    """The text took its place; the tray can bring it back."""
    NOT_SAVED = "not_saved"
    """Its owner did not answer, so it could not be saved."""
    PARTLY = "partly"
    """Back, but without some formats that were too large."""
    STAYS = "stays"
    """The text stays on it: this desktop lets nobody put the old one back."""
    BORROWED = "borrowed"
    """Still owed: the next paste came first and puts it back."""
    UNTOUCHED = "untouched"


class PasteResult(NamedTuple):
    """The end of one paste; carries no text and no window title."""

    outcome: Outcome
    reason: Reason
    fate: Fate
    app: str
    phrase: str = ""
    """Key of the phrase."""
    chord_ms: float | None = None
    """From choosing to the chord."""
    read_ms: float | None = None
    """From the chord to the target's first read."""
    told: tuple[Words, Words] = (NO_WORDS, NO_WORDS)
    """Of a phrase that was refused: what is wrong with it, and what to do now."""
    picture: bool = False
    """Whether it was a picture, and no text."""
    sent: bool = False
    """Whether the send key was pressed, as the target's profile wants it."""
    unsent: Reason = Reason.NONE
    """Of a pasted text: why it was not pressed, though the profile wants it."""

    @property
    def quiet(self) -> bool:
        """True where all went as the agent expects, so that nobody need say a word."""
        fine = {Fate.RESTORED, Fate.NEWER_COPY, Fate.BORROWED, Fate.STAYS}
        return self.reason is Reason.ASKED or (
            self.outcome is Outcome.PASTED
            and self.fate in fine
            and self.unsent is Reason.NONE
        )


def explain(result: PasteResult) -> tuple[Words, Words]:
    """What happened and what to do now, a sentence each; the second may be empty."""
    return _what(result), _remedy(result)


def _what(result: PasteResult) -> Words:  # noqa: C901, PLR0911, PLR0912 - a sentence per case
    if result.outcome is Outcome.PASTED:
        return _pasted(result)
    match result.reason:
        case Reason.UNABLE if result.outcome is Outcome.COPIED:
            return words(QT_TRANSLATE_NOOP("core", "Copied."))
        case Reason.NONE | Reason.ASKED:
            return words(QT_TRANSLATE_NOOP("core", "Copied."))
        case Reason.NO_TARGET:
            return words(QT_TRANSLATE_NOOP("core", "No window was in front."))
        case Reason.TARGET_GONE:
            return words(
                QT_TRANSLATE_NOOP("core", "The window of {app} is closed."),
                app=result.app,
            )
        case Reason.NOT_FRONT:
            return words(
                QT_TRANSLATE_NOOP("core", "{app} did not come back to the front."),
                app=result.app,
            )
        case Reason.FOCUS_STOLEN:
            return words(QT_TRANSLATE_NOOP("core", "Another window came in front."))
        case Reason.OTHER_CONVERSATION:
            return words(
                QT_TRANSLATE_NOOP("core", "{app} now shows another conversation."),
                app=result.app,
            )
        case Reason.SILENT:
            return words(
                QT_TRANSLATE_NOOP("core", "{app} does not answer just now."),
                app=result.app,
            )
        case Reason.KEYS_HELD:
            return words(QT_TRANSLATE_NOOP("core", "A key was held down."))
        case Reason.TYPED_ON:
            return words(
                QT_TRANSLATE_NOOP("core", "You typed on: the code stays as it is.")
            )
        case Reason.CLIPBOARD_BUSY:
            return words(
                QT_TRANSLATE_NOOP("core", "Another program keeps the clipboard.")
            )
        case Reason.NOT_READ if result.picture:
            return words(
                QT_TRANSLATE_NOOP("core", "{app} did not take the picture."),
                app=result.app,
            )
        case Reason.NOT_READ if not result.app:
            return words(QT_TRANSLATE_NOOP("core", "No window took the text."))
        case Reason.NOT_READ:
            return words(
                QT_TRANSLATE_NOOP("core", "{app} did not take the text."),
                app=result.app,
            )
        case Reason.UNSEEN:
            return words(
                QT_TRANSLATE_NOOP(
                    "core", "A clipboard history read first: see if {app} has the text."
                ),
                app=result.app,
            )
        case Reason.ELEVATED:
            return words(
                QT_TRANSLATE_NOOP(
                    "core", "{app} runs as administrator and takes no keys from others."
                ),
                app=result.app,
            )
        case Reason.UNABLE:
            return words(QT_TRANSLATE_NOOP("core", "This desktop allows copying only."))
        case Reason.NEVER_HERE:
            return words(
                QT_TRANSLATE_NOOP("core", "qtdesk never pastes into {app}."),
                app=result.app,
            )
        case Reason.NO_PICTURES:
            return words(
                QT_TRANSLATE_NOOP("core", "{app} takes no pictures."), app=result.app
            )
        case Reason.UNSURE if result.picture:
            return words(
                QT_TRANSLATE_NOOP(
                    "core", "Look whether the picture is there, and send it by hand."
                )
            )
        case Reason.UNSURE:
            return words(
                QT_TRANSLATE_NOOP(
                    "core", "It could not be seen that {app} itself took the text."
                ),
                app=result.app,
            )
        case Reason.TOUCHED:
            return words(
                QT_TRANSLATE_NOOP("core", "You typed or clicked in {app} meanwhile."),
                app=result.app,
            )
        case Reason.BLANKS | Reason.INVALID:
            return result.told[0]
        case Reason.QUIT:
            return words(QT_TRANSLATE_NOOP("core", "qtdesk was closed."))
        case _:
            assert_never(result.reason)


def _pasted(result: PasteResult) -> Words:
    app = result.app
    if not app:
        return words(QT_TRANSLATE_NOOP("core", "Pasted."))
    if result.sent:
        return words(QT_TRANSLATE_NOOP("core", "Pasted into {app} and sent."), app=app)
    if result.unsent is not Reason.NONE:
        return words(
            QT_TRANSLATE_NOOP("core", "Pasted into {app}, but not sent."), app=app
        )
    return words(QT_TRANSLATE_NOOP("core", "Pasted into {app}."), app=app)


def _remedy(result: PasteResult) -> Words:  # noqa: PLR0911 - a sentence per case
    if result.reason in {Reason.BLANKS, Reason.INVALID}:
        return result.told[1]
    if result.reason is Reason.NO_PICTURES:
        return words(
            QT_TRANSLATE_NOOP(
                "core",
                "Nothing was pasted: copy it with {chord}, or send its file by hand.",
            ),
            chord=COPY.label,
        )
    if result.reason is Reason.NEVER_HERE:
        return words(
            QT_TRANSLATE_NOOP(
                "core", "Nothing was pasted or copied; “Paste profiles” has the rule."
            )
        )
    if result.unsent is not Reason.NONE:
        why = result._replace(outcome=Outcome.NOTHING, reason=result.unsent)
        return _what(why)
    if result.reason is Reason.UNABLE and result.outcome is Outcome.COPIED:
        return words(
            QT_TRANSLATE_NOOP("core", "Press {chord} to paste it."), chord=PASTE.label
        )
    if result.fate is Fate.NOT_SAVED:
        return words(
            QT_TRANSLATE_NOOP(
                "core",
                "The previous clipboard could not be read, and so not saved.",
            )
        )
    if result.fate is Fate.PARTLY:
        return words(
            QT_TRANSLATE_NOOP(
                "core", "The previous clipboard is back without its largest formats."
            )
        )
    if result.outcome is Outcome.PASTED and result.fate is Fate.REPLACED:
        return words(
            QT_TRANSLATE_NOOP(
                "core",
                "A clipboard history keeps the text; the tray brings the old one back.",
            )
        )
    if result.outcome in {Outcome.COPIED, Outcome.UNCONFIRMED} and (
        result.reason is not Reason.ASKED
    ):
        return words(
            QT_TRANSLATE_NOOP(
                "core", "The picture is copied: press {chord} to paste it."
            )
            if result.picture
            else QT_TRANSLATE_NOOP(
                "core", "The text is copied: press {chord} to paste it."
            ),
            chord=PASTE.label,
        )
    return NO_WORDS


def milliseconds(start: float | None, end: float | None) -> float | None:
    """How long it took, given in seconds; None where one of the two never was."""
    return None if start is None or end is None else round((end - start) * 1000, 2)
