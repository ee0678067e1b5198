"""When a phrase holds, and what promotion a book has: days, times and reasons.

A day that cannot be read keeps its phrase out of use: nobody knows whether it is over.
"""

from qtdesk.core.phrases import ALWAYS, Promotion, Validity
from qtdesk.core.phrases.validity import read_moment
from qtdesk.core.words import QT_TRANSLATE_NOOP, words
from qtdesk.formats.fields import Fields
from qtdesk.formats.report import Report
from qtdesk.formats.yaml_nodes import Pairs

VALIDITY_KEYS = ("from", "until", "revoked", "promotion")
PROMOTION_KEYS = ("name", "rule", "end", "coupon", "gift", "from", "until")

_YES = ("true", "yes", "on", "是")
_NO = ("false", "no", "off", "否", "")


def read_validity(fields: Fields) -> Validity:
    """What a phrase says of when it may be used."""
    if not any(fields.knows(key) for key in VALIDITY_KEYS):
        return ALWAYS
    begins, ends = _moment(fields, "from"), _moment(fields, "until")
    _check_order(fields, begins, ends)
    unread = [key for key, read in (("from", begins), ("until", ends)) if read is None]
    revoked = _revoked(fields)
    if revoked is None and unread:
        revoked = f"{unread[0]}: {fields.word(unread[0])}"
    return Validity(begins or "", ends or "", revoked, _switch(fields, "promotion"))


def read_promotion(pairs: Pairs, report: Report) -> Promotion | None:
    """The promotion of a book; None where it cannot be told when it is on."""
    fields = Fields(pairs, PROMOTION_KEYS, report)
    name = fields.word("name", required=True)
    begins, ends = _moment(fields, "from"), _moment(fields, "until")
    if name is None or begins is None or ends is None:
        return None
    _check_order(fields, begins, ends)
    rule, end, coupon, gift = (
        fields.text(key) or "" for key in ("rule", "end", "coupon", "gift")
    )
    return Promotion(name, rule, end, coupon, gift, begins, ends)


def _revoked(fields: Fields) -> str | None:
    """The reason, perhaps without a word; None where the phrase may be used."""
    if not fields.knows("revoked"):
        return None
    written = fields.word("revoked")
    if written is None or written.casefold() in _YES:
        return ""
    if written.casefold() in _NO and fields.has("revoked"):
        return None
    if not written:
        fields.report_missing("revoked")
    return written


def _switch(fields: Fields, key: str) -> bool:
    written = (fields.word(key) or "").casefold()
    if written not in (*_YES, *_NO):
        fields.report(
            fields.line_of(key),
            words(QT_TRANSLATE_NOOP("core", "“{key}” is yes or no."), key=key),
            words(
                QT_TRANSLATE_NOOP("core", "Write “{key}: yes”, or delete the line."),
                key=key,
            ),
        )
    return written not in _NO


def _moment(fields: Fields, key: str) -> str | None:
    """An ISO day or minute, empty where there is none; None if it was unfit."""
    written = fields.word(key)
    if not written:
        return written
    moment = read_moment(written)
    if moment is None:
        fields.report(
            fields.line_of(key),
            words(
                QT_TRANSLATE_NOOP("core", "“{written}” is no day of the calendar."),
                written=written,
            ),
            words(
                QT_TRANSLATE_NOOP("core", "Write it as 2026-11-11 or 2026-11-11 18:00.")
            ),
        )
    return moment


def _check_order(fields: Fields, begins: str | None, ends: str | None) -> None:
    if begins and ends and ends < begins[: len(ends)]:
        fields.report(
            fields.line_of("until"),
            words(QT_TRANSLATE_NOOP("core", "“until” comes before “from”.")),
            words(QT_TRANSLATE_NOOP("core", "Look at both days again.")),
        )
