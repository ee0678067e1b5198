"""Whose a phrase is, in a few words: the agent's own, and what is new behind it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from qtdesk.core.own_phrases import News, OwnPhrases

if TYPE_CHECKING:
    from qtdesk.core.phrases import Phrase


def whose(own: OwnPhrases, phrase: "Phrase") -> str:
    """Empty for a phrase of a shared book."""
    translate = QCoreApplication.translate
    standing = own.standing(phrase.key)
    if standing is None:
        return ""
    match standing.news:
        case News.NONE:
            return translate("Whose", "Yours")
        case News.NEWER:
            return translate("Whose", "Yours; theirs is newer")
        case News.OVER | News.GONE:
            return translate("Whose", "Yours; look at it")
