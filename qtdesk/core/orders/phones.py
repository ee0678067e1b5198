"""Numbers to call: mobile, virtual with extension, masked, landline, from outside.

Reads whatever looks like one, labelled or not. A number that is one digit short is
kept and flagged, never completed.
"""

import re
from collections.abc import Iterator, Sequence

from qtdesk.core.orders.draft import Draft
from qtdesk.core.orders.fields import FieldName, Flag, FlagKind, Span
from qtdesk.core.orders.folding import INVISIBLE
from qtdesk.core.orders.label_words import Topic
from qtdesk.core.orders.labels import Section

_GAP = rf"[ .\-{INVISIBLE}]"
_ONE = rf"{_GAP}{{1,2}}"
_COUNTRY = rf"(?:(?:\+|00)?\(?\+?86\)?{_GAP}*)?"
_ELEVEN = rf"""
    (?P<number>
        1[3-9]\d{{9}}
      | 1[3-9]\d {_ONE} \d{{4}} {_ONE} \d{{4}}
      | 1[3-9]\d{{2}} {_ONE} \d{{3}} {_ONE} \d{{4}}
      | 1[3-9]\d {_ONE} \d{{3}} {_ONE} \d{{5}}
      | 1[3-9]\d {_ONE} \d{{8}}
      | 1[3-9]\d{{5}} {_ONE} \d{{4}}
      | 1 {_GAP} [3-9] (?:{_GAP}\d){{9}}
    )"""
_EXTENSION = r"""
    (?: \s* (?: [-_#*] | [,]?[ ]?转[ ]?[:]? | [ ,]*\(?分机号?[ ]?[:]?[ ]?
              | [ ]?ext\.?[ ]?
              | \[ | \((?=\d{3,5}\)) )
        (?P<extension>\d{3,6}) (?!\d) [\])]? )?"""
_MOBILE = re.compile(
    rf"(?<![\d*]) {_COUNTRY} {_ELEVEN} (?!\d) {_EXTENSION}",
    re.VERBOSE | re.IGNORECASE,
)
_MASKED = re.compile(
    r"(?<![\d*]) (?:\+?86-?)? (?P<number>1(?=[\d*xX]{0,3}[*xX]{2})[\d*xX]{5,12})"
    rf"(?![\d*xX]) {_EXTENSION}",
    re.VERBOSE | re.IGNORECASE,
)
_OUTSIDE = re.compile(
    r"(?<![\d+])(?:\+|00|\((?=\+))\+?(852|853|886)\)?[ \-]*(\d(?:[ \-]?\d){6,9})(?!\d)"
    r"|(?<!\d)(852|853|886)[ \-](\d(?:[ \-]?\d){6,9})(?!\d)"
)
_LANDLINE = re.compile(
    r"(?<![\d\-])\(?(0(?:10|2\d|[3-9]\d\d))\)?[ \-]{0,2}(\d{4}[ \-]?\d{3,4})"
    r"(?:(?:[-#*]|[ ,]*转[ ]?|[ ]*分机号?[: ]?)(\d{1,6}))?(?!\d)"
)
_SERVICE = re.compile(r"(?<!\d)(400[ \-]?\d{3,4}[ \-]?\d{3,4}|800-?\d{3}-?\d{4})(?!\d)")
_SHORT_SERVICE = re.compile(r"(?<!\d)(95\d{3,4}|100\d{2}|12\d{3})(?!\d)")
_LOCAL = re.compile(r"(?<![\d\-])([2-9]\d{2,3}[ \-]?\d{4})(?![\d\-])")
_WRONG_LENGTH = re.compile(
    r"(?<![\dA-Za-z*\-.])(?:\+?86[ \-]?)?(1[3-9]\d{7,8}|1[3-9]\d{10,12})"
    r"(?:-(\d{3,6}))?(?![\dA-Za-z*])"
)
_BRACKETED = re.compile(r"\[\s*(\d{3,6})\s*\]|\(\s*(?:转|分机)\s*(\d{3,6})\s*\)")
_TOPICS = (Topic.PHONE, Topic.SECOND_PHONE)


def read_phones(draft: Draft, sections: Sequence[Section]) -> None:
    second = [s.value for s in sections if s.topic is Topic.SECOND_PHONE]
    labelled = [s.value for s in sections if s.topic in _TOPICS]
    found = sorted(_mobiles(draft), key=lambda match: _is_in(match, second))
    for match in found:
        _take_mobile(draft, match, second=_is_in(match, second))
    _read_outside(draft)
    _read_landlines(draft, labelled)
    if not draft.has(FieldName.MOBILE):
        _read_wrong_length(draft)
    mobile = draft.find(FieldName.MOBILE)
    if mobile is not None and mobile.value.startswith("1"):
        _read_bracketed_extensions(draft)


def _mobiles(draft: Draft) -> Iterator[re.Match[str]]:
    yield from _MOBILE.finditer(draft.open)
    yield from _MASKED.finditer(draft.open)


def _is_in(match: re.Match[str], spans: Sequence[Span]) -> bool:
    return any(span.start <= match.start() < span.end for span in spans)


def _take_mobile(draft: Draft, match: re.Match[str], *, second: bool) -> None:
    number = re.sub(r"[^\d*xX]", "", match["number"])
    extension = match["extension"]
    span = Span(match.start(), match.end("number"))
    first = draft.find(FieldName.MOBILE)
    if first is not None and first.value != number:
        if extension:  # both parts of a second virtual number in one field
            span, number = Span(*match.span()), f"{number}-{extension}"
        draft.take(FieldName.SECOND_PHONE, span, number)
        return
    if second and first is None and not extension:
        others = [m for m in _mobiles(draft) if m.start() != match.start()]
        if others or draft.has(FieldName.LANDLINE):
            draft.take(FieldName.SECOND_PHONE, span, number)
            return
    draft.take(FieldName.MOBILE, span, number)
    if extension:
        draft.take(FieldName.EXTENSION, Span(*match.span("extension")), extension)
        _label_joint(draft, Span(span.end, match.start("extension")))


def _label_joint(draft: Draft, joint: Span) -> None:
    """What joins number and extension says what the extension is."""
    words = draft.trim(joint)
    if words.start < words.end:
        draft.label(words)


def _read_bracketed_extensions(draft: Draft) -> None:
    for match in _BRACKETED.finditer(draft.open):
        group = 1 if match[1] else 2
        known = draft.find(FieldName.EXTENSION)
        if known is None or known.value == match[group]:
            draft.take(FieldName.EXTENSION, Span(*match.span(group)), match[group])


def _read_outside(draft: Draft) -> None:
    for match in _OUTSIDE.finditer(draft.open):
        country, number = match[1] or match[3], match[2] or match[4]
        value = f"+{country} {re.sub(r'[^0-9]', '', number)}"
        name = FieldName.MOBILE
        if draft.has(name):
            name = FieldName.SECOND_PHONE
        draft.take(name, Span(*match.span()), value)


def _read_landlines(draft: Draft, labelled: Sequence[Span]) -> None:
    for match in _LANDLINE.finditer(draft.open):
        number = re.sub(r"[ \-]", "", match[2])
        value = "-".join(part for part in (match[1], number, match[3]) if part)
        _take_landline(draft, match, value)
    for match in _SERVICE.finditer(draft.open):
        value = re.sub(r"[ \-]", "", match[1])
        _take_landline(draft, match, value, Flag(FlagKind.NOT_PERSONAL))
    for span in labelled:
        for pattern, kind in (
            (_SHORT_SERVICE, FlagKind.NOT_PERSONAL),
            (_LOCAL, FlagKind.AREA_CODE_MISSING),
        ):
            for match in pattern.finditer(draft.open, span.start, span.end):
                value = re.sub(r"[ \-]", "", match[1])
                _take_landline(draft, match, value, Flag(kind))


def _take_landline(
    draft: Draft, match: re.Match[str], value: str, *flags: Flag
) -> None:
    name = FieldName.LANDLINE
    known = draft.find(name)
    if known is not None and known.value != value:
        name = FieldName.SECOND_PHONE
    draft.take(name, Span(*match.span()), value, *flags)


def _read_wrong_length(draft: Draft) -> None:
    match = _WRONG_LENGTH.search(draft.open)
    if match is not None:
        flag = Flag(FlagKind.MOBILE_LENGTH, len(match[1]))
        draft.take(FieldName.MOBILE, Span(match.start(), match.end(1)), match[1], flag)
        if match[2]:
            draft.take(FieldName.EXTENSION, Span(*match.span(2)))
