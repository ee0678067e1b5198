"""Validity, and whether texts are parts, as a few short words for the compact store.

Each begins with a letter of its own; what nobody said takes no room.
"""

from qtdesk.core.phrases.phrase import Phrase
from qtdesk.core.phrases.validity import ALWAYS, Validity

_BEGINS, _ENDS, _REVOKED, _PROMOTION, _SEQUENCE = "furps"


def as_terms(phrase: Phrase) -> tuple[str, ...]:
    """The terms of `phrase`, for `terms_of`."""
    validity = phrase.validity
    said = (
        (_BEGINS, validity.begins or None),
        (_ENDS, validity.ends or None),
        (_REVOKED, validity.revoked),
        (_PROMOTION, "" if validity.promotion else None),
        (_SEQUENCE, "" if phrase.sequence else None),
    )
    return tuple(letter + term for letter, term in said if term is not None)


def terms_of(terms: tuple[str, ...]) -> tuple[Validity, bool]:
    """What `as_terms` made: the validity, and whether the texts are parts."""
    if not terms:
        return ALWAYS, False
    said = {term[0]: term[1:] for term in terms}
    validity = Validity(
        said.get(_BEGINS, ""),
        said.get(_ENDS, ""),
        said.get(_REVOKED),
        _PROMOTION in said,
    )
    return validity, _SEQUENCE in said
