"""The texts of a check on their way out: into the chat, the back office, a group.

Each is pasted by the desk's own transaction, and only when it is complete. What was
given out is told to whoever holds the check.
"""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from qtdesk.core.errors import ChecklistError
from qtdesk.core.events import PasteEnded
from qtdesk.core.paste import Outcome, Paster, Reason
from qtdesk.core.ports import Clip, Platform, Target
from qtdesk.core.proofreading import Proofreading
from qtdesk.core.words import QT_TRANSLATE_NOOP, Words, words

if TYPE_CHECKING:
    # Loaded with the first check, not with the desk.
    from qtdesk.core.checklists import MadeText, Standing
    from qtdesk.core.remarks import Remarks

    AtHand = Callable[[], tuple[str, Standing | None]]

BUYER, REMARK, WAREHOUSE = "buyer", "remark", "warehouse"
"""Names of `OutputTarget`, which is not loaded with the desk."""
KEY = "check"
"""Begins what a paste of ours goes by."""


class Given(NamedTuple):
    """What was pasted or copied: the check, and the ids of its outputs."""

    uid: str
    outputs: tuple[str, ...]


class CheckTexts:
    """Pastes and copies what the check at hand makes."""

    def __init__(
        self,
        platform: Platform,
        pastes: Paster,
        proof: Proofreading,
        timeout: Callable[[], float],
        at_hand: "AtHand",
        gave: Callable[[Given], None],
    ) -> None:
        """`at_hand` tells the uid of the check at hand and how it stands.

        `timeout` is that of a paste; `gave` is called at the end of a good one.
        """
        self._platform = platform
        self._pastes = pastes
        self._timeout = timeout
        self._proof = proof
        self._at_hand = at_hand
        self._gave = gave
        self._on_the_way: dict[str, Given] = {}

    def paste(self, output: str, target: Target | None) -> None:
        """Paste a text of the check at hand into `target`, if it is complete."""
        _, standing = self._at_hand()
        made = standing.text(output) if standing is not None else None
        if made is not None:
            self._paste(made, (output,), target)

    def paste_in_front(self, kind: str) -> None:
        """Paste the check's texts of a kind into the window in front at this moment.

        Where there is none, that is announced, and nothing is touched.
        """
        # The keys behind this one belong to the window in front.
        self._platform.type_ahead.release()
        target = self._platform.windows.front()
        _, standing = self._at_hand()
        if standing is None:
            self._refuse(
                target,
                words(QT_TRANSLATE_NOOP("core", "No check is at hand.")),
                words(QT_TRANSLATE_NOOP("core", "Copy the order and check it first.")),
            )
            return
        found = [made for made in standing.texts if made.output.target.value == kind]
        made = standing.remarks if kind == REMARK else next(iter(found), None)
        if made is None:
            self._refuse(
                target,
                words(QT_TRANSLATE_NOOP("core", "This check has no such text.")),
                words(QT_TRANSLATE_NOOP("core", "Nothing was pasted.")),
            )
            return
        outputs = tuple(each.output.id for each in found)
        self._paste(made, outputs if kind == REMARK else outputs[:1], target)

    def copy(self, made: "MadeText", outputs: tuple[str, ...]) -> None:
        """An ordinary copy of a complete text of the check at hand."""
        self._pastes.copy(Clip(made.filling.draft), self._key_of(outputs))

    def on_event(self, event: object) -> None:
        """Tell of a text that was given out, where `event` is the end of its paste."""
        if not isinstance(event, PasteEnded):
            return
        result = event.result
        given = self._on_the_way.pop(result.phrase, None)
        if given is not None and result.outcome is not Outcome.NOTHING:
            self._gave(given)

    def _paste(
        self, made: "MadeText", outputs: tuple[str, ...], target: Target | None
    ) -> None:
        wanting = self.wanting(made)
        if wanting is not None:
            self._refuse(target, wanting.title, wanting.hint)
            return
        forbidden = self.forbidden(made)
        if forbidden is not None:
            told = (forbidden.title, forbidden.hint)
            self._pastes.refuse(KEY, target, Reason.INVALID, told)
            return
        key, timeout = self._key_of(outputs), self._timeout()
        self._pastes.paste(Clip(made.filling.draft), target, key, timeout)

    def remarks(self, made: "MadeText") -> "Remarks | None":
        """What is not said to buyers in a text for one; None where nobody asks."""
        if made.output.target.value != BUYER:
            return None
        return self._proof.remarks(made.filling)

    def forbidden(self, made: "MadeText") -> ChecklistError | None:
        """Why a text for the buyer must not be pasted; None where it may."""
        remarks = self.remarks(made)
        if remarks is None or not remarks.blocks:
            return None
        why, advice = remarks.told
        return ChecklistError(why, hint=advice)

    def wanting(self, made: "MadeText") -> ChecklistError | None:
        """What a text still wants, and how to give it; None where it is complete."""
        if not made.filling.gaps:
            return None
        what = words(
            QT_TRANSLATE_NOOP("core", "This text still wants: {labels}."),
            labels=", ".join(self._wanted_in(made)),
        )
        if all(want.setting for want in made.filling.wants):
            hint = QT_TRANSLATE_NOOP(
                "core", "Nothing was pasted: fill in your profile in the settings."
            )
        else:
            hint = QT_TRANSLATE_NOOP("core", "Nothing was pasted: answer that first.")
        return ChecklistError(what, hint=words(hint))

    def _wanted_in(self, made: "MadeText") -> Iterator[str]:
        """What a text still wants, as its list calls that."""
        _, standing = self._at_hand()
        entries = standing.entries if standing is not None else ()
        labels = {entry.item.name: entry.label for entry in entries}
        for want in made.filling.wants:
            yield labels.get(want.key, want.label)

    def _refuse(self, target: Target | None, what: Words, hint: Words) -> None:
        self._pastes.refuse(KEY, target, Reason.BLANKS, (what, hint))

    def _key_of(self, outputs: tuple[str, ...]) -> str:
        uid, _ = self._at_hand()
        key = f"{KEY}/{uid}/{'+'.join(outputs)}"
        self._on_the_way[key] = Given(uid, outputs)
        return key
