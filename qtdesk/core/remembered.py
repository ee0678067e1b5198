"""What an agent answered before, so that a form can begin with it.

Answers about a buyer are kept in memory only, by the name of that buyer, and never
where nobody is named: the next one must not get this one's tracking number. On the disk
goes only what tells nothing of a buyer: choices among what a book offers, the courier
and the lead.
"""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from itertools import islice

from qtdesk.core.errors import StoreError
from qtdesk.core.ports import Store
from qtdesk.core.templates import Want

MOST_BUYERS = 50
MOST_PHRASES = 500
"""With lasting answers; the oldest are forgotten first."""
_NOTE = "answers"


class Remembered:
    """Answers by buyer, and lasting ones by phrase."""

    def __init__(self, store: Store) -> None:
        """Go on with the lasting answers of the last run."""
        self._store = store
        self._of_buyers: dict[str, dict[str, str]] = {}
        self._lasting = self._kept = _read(store.note(_NOTE))

    def suggest(self, phrase: str, buyer: str, wants: Iterable[Want]) -> dict[str, str]:
        """What a form for `phrase` shows at first, for every want by its key."""
        of_buyer = self._of_buyers.get(buyer, {})
        lasting = self._lasting.get(phrase, {})
        shown = {}
        for want in wants:
            known = (of_buyer.get(want.key), lasting.get(want.key))
            fit = (one for one in known if one is not None and want.accepts(one))
            shown[want.key] = next(fit, want.default)
        return shown

    def keep(
        self,
        phrase: str,
        buyer: str,
        wants: Iterable[Want],
        answers: Mapping[str, str],
    ) -> None:
        """The agent gave these `answers`, and used what came of them."""
        given = [want for want in wants if answers.get(want.key)]
        lasting = {want.key: answers[want.key] for want in given if want.lasting}
        if lasting:
            others = {key: one for key, one in self._lasting.items() if key != phrase}
            surplus = max(len(others) + 1 - MOST_PHRASES, 0)
            others = dict(islice(others.items(), surplus, None))
            self._lasting = {**others, phrase: lasting}
        if buyer and given:
            known = self._of_buyers.pop(buyer, {})
            known.update({want.key: answers[want.key] for want in given})
            self._of_buyers[buyer] = known
            if len(self._of_buyers) > MOST_BUYERS:
                del self._of_buyers[next(iter(self._of_buyers))]

    def forget(self, buyer: str) -> None:
        """This buyer is served: nothing of theirs stays."""
        self._of_buyers.pop(buyer, None)

    def flush(self) -> None:
        """Keep lasting answers; to be called at the end, before the store's flush."""
        if self._lasting != self._kept:
            # Worth no message: the next form begins a little emptier.
            with suppress(StoreError):
                self._store.save_note(_NOTE, json.dumps(self._lasting))
                self._kept = self._lasting


def _read(text: str) -> dict[str, dict[str, str]]:
    """What was kept; what cannot be read is as if nothing was."""
    try:
        kept = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return {}
    if not isinstance(kept, dict):
        return {}
    return {
        phrase: {str(key): str(answer) for key, answer in answers.items()}
        for phrase, answers in kept.items()
        if isinstance(answers, dict)
    }
