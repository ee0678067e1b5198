"""How a phrase may be used and what it carries, as short words for the compact store.

Each begins with a letter of its own; what nobody said takes no room.
"""

from typing import NamedTuple

from qtdesk.core.phrases.phrase import Phrase
from qtdesk.core.phrases.picture import Picture
from qtdesk.core.phrases.validity import ALWAYS, Validity

_BEGINS, _ENDS, _REVOKED, _PROMOTION, _SEQUENCE, _PICTURE, _HTML = "furpsih"


class Terms(NamedTuple):
    """The fields of a phrase that most phrases say nothing of, in their order."""

    validity: Validity = ALWAYS
    sequence: bool = False
    picture: Picture | None = None
    html: str = ""


_NOTHING_SAID = Terms()


def as_terms(phrase: Phrase) -> tuple[str, ...]:
    """The terms of `phrase`, for `terms_of`."""
    validity, picture = phrase.validity, phrase.picture
    said = (
        (_BEGINS, validity.begins or None),
        (_ENDS, validity.ends or None),
        (_REVOKED, validity.revoked),
        (_PROMOTION, "" if validity.promotion else None),
        (_SEQUENCE, "" if phrase.sequence else None),
        (_PICTURE, f"{picture.digest}:{picture.path}" if picture else None),
        (_HTML, phrase.html or None),
    )
    return tuple(letter + term for letter, term in said if term is not None)


def terms_of(terms: tuple[str, ...]) -> Terms:
    """What `as_terms` made."""
    if not terms:
        return _NOTHING_SAID
    said = {term[0]: term[1:] for term in terms}
    validity = Validity(
        said.get(_BEGINS, ""),
        said.get(_ENDS, ""),
        said.get(_REVOKED),
        _PROMOTION in said,
    )
    picture = _picture(said[_PICTURE]) if _PICTURE in said else None
    return Terms(validity, _SEQUENCE in said, picture, said.get(_HTML, ""))


def picture_among(terms: tuple[str, ...]) -> Picture | None:
    """The picture, without a look at the other terms."""
    found = next((term for term in terms if term.startswith(_PICTURE)), None)
    return None if found is None else _picture(found[1:])


def _picture(term: str) -> Picture:
    digest, _, path = term.partition(":")
    return Picture(path, digest)
