"""Orders written in Latin letters: the United States, and the rest of the world.

None of the Chinese rules apply. Outside the United States only the order of the lines
is known: name, street, city, country; that is flagged.
"""

import re
from collections.abc import Iterator

from qtdesk.core.orders.draft import Draft
from qtdesk.core.orders.fields import FieldName, FlagKind, Profile, Span
from qtdesk.core.orders.folding import INVISIBLE, TAKEN
from qtdesk.core.orders.label_words import Topic
from qtdesk.core.orders.labels import sections
from qtdesk.core.orders.purchases import read_purchases
from qtdesk.core.orders.wishes import read_messages

_STATES = (
    "Alabama AL;Alaska AK;Arizona AZ;Arkansas AR;California CA;Colorado CO;"
    "Connecticut CT;Delaware DE;District of Columbia DC;Florida FL;Georgia GA;"
    "Hawaii HI;Idaho ID;Illinois IL;Indiana IN;Iowa IA;Kansas KS;Kentucky KY;"
    "Louisiana LA;Maine ME;Maryland MD;Massachusetts MA;Michigan MI;Minnesota MN;"
    "Mississippi MS;Missouri MO;Montana MT;Nebraska NE;Nevada NV;New Hampshire NH;"
    "New Jersey NJ;New Mexico NM;New York NY;North Carolina NC;North Dakota ND;"
    "Ohio OH;Oklahoma OK;Oregon OR;Pennsylvania PA;Puerto Rico PR;Rhode Island RI;"
    "South Carolina SC;South Dakota SD;Tennessee TN;Texas TX;Utah UT;Vermont VT;"
    "Virginia VA;Washington WA;West Virginia WV;Wisconsin WI;Wyoming WY;Guam GU"
)
_CODES = {
    name.lower(): code
    for name, _, code in (pair.rpartition(" ") for pair in _STATES.split(";"))
}
_CODES |= {code.lower(): code for code in _CODES.values()}
_STATE = "|".join(sorted(map(re.escape, _CODES), key=len, reverse=True))
_STATE_AND_ZIP = re.compile(
    rf"(?<![A-Za-z])({_STATE})\.?[ ,\n]+(\d{{5}}(?:-\d{{4}})?)(?![\d\-])", re.IGNORECASE
)
_UNITED_STATES = re.compile(
    r"(?<![A-Za-z])(?:United States(?: of America)?|U\.?S\.?A\.?|US)(?![A-Za-z])"
)
_COUNTRIES = (
    "United Kingdom|England|Scotland|Wales|Ireland|Canada|Australia|New Zealand|"
    "Germany|France|Italy|Spain|Portugal|Netherlands|Belgium|Luxembourg|"
    "Switzerland|Austria|Denmark|Sweden|Norway|Finland|Poland|Czech Republic|"
    "Czechia|Hungary|Romania|Greece|Turkey|Russia|Ukraine|Israel|Saudi Arabia|"
    "United Arab Emirates|UAE|Qatar|Kuwait|India|Pakistan|Bangladesh|Sri Lanka|"
    "Nepal|Thailand|Vietnam|Malaysia|Singapore|Indonesia|Philippines|Cambodia|"
    "Laos|Myanmar|Japan|South Korea|Korea|Mongolia|Kazakhstan|Mexico|Brazil|"
    "Argentina|Chile|Colombia|Peru|South Africa|Egypt|Nigeria|Kenya|Morocco|"
    "Hong Kong|Macau|Taiwan|UK"
)
_COUNTRY = re.compile(rf"(?<![A-Za-z])(?:{_COUNTRIES})(?![A-Za-z])", re.IGNORECASE)
_PHONE = re.compile(
    r"(?<![\d\w\-])(?:\+?1[ .\-]?)?\(?([2-9]\d{2})\)?[ .\-]?(\d{3})[ .\-]?(\d{4})"
    r"(?:[ ,]*(?:ext\.?|x|#)[ ]?(\d{1,6}))?(?![\d\-])",
    re.IGNORECASE,
)
_PHONE_ABROAD = re.compile(
    r"(?<![\d\w])\+(\d{1,3})[ \-]?((?:\(?\d+\)?[ \-]?){2,6}\d+)(?!\d)"
)
_UNIT = re.compile(
    r"(?<![A-Za-z])(?:(?:apt|apartment|unit|suite|ste|room|rm|floor|fl)\.?[ ]*#?[ ]*"
    r"(?=[\w\-]*\d|[A-Za-z]\b)[\w\-]+|#[ ]?[\w\-]+)",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"\d+[A-Za-z]?(?:[\-/]\d+)?\s+\S*[A-Za-z]|p\.?\s?o\.?\s?box\s+\d+", re.IGNORECASE
)
_PIECE = re.compile(rf"[^,;\n\t{TAKEN}{INVISIBLE}]+")
_POSTCODE = re.compile(
    r"(?<![\w+])([A-Z]{1,2}\d[A-Z\d]?[ ]?\d[A-Z]{2}|[A-Z]\d[A-Z][ ]?\d[A-Z]\d"
    r"|\d{3}-\d{4}|\d{4}[ ]?[A-Z]{2}|\d{4,6})(?!\w)"
)
_HAN = re.compile(r"[\u3400-\u9fff]")


def is_from_abroad(folded: str) -> bool:
    """Whether it is an address in Latin letters; none is with a Chinese character."""
    if _HAN.search(folded):
        return False
    return any(
        pattern.search(folded) for pattern in (_STATE_AND_ZIP, _COUNTRY, _UNITED_STATES)
    )


def read(draft: Draft) -> None:
    found = sections(draft)
    read_messages(draft, found)
    read_purchases(draft, [s for s in found if s.topic is not Topic.ADDRESS])
    draft.note(FlagKind.ABROAD)
    if _STATE_AND_ZIP.search(draft.open) or _UNITED_STATES.search(draft.open):
        draft.profile = Profile.UNITED_STATES
        _read_united_states(draft)
    else:
        draft.profile = Profile.INTERNATIONAL
        _read_rest(draft)
    _read_street_and_name(draft)


def _read_united_states(draft: Draft) -> None:
    for match in _PHONE.finditer(draft.open):
        _take_phone(draft, match, f"({match[1]}) {match[2]}-{match[3]}", match[4])
    place = _STATE_AND_ZIP.search(draft.open)
    if place is not None:
        draft.take(FieldName.PROVINCE, Span(*place.span(1)), _CODES[place[1].lower()])
        draft.take(FieldName.POSTCODE, Span(*place.span(2)))
        _take_city_before(draft, place.start())
    country = _UNITED_STATES.search(draft.open)
    if country is not None:
        draft.take(FieldName.COUNTRY, Span(*country.span()), "United States")


def _take_phone(
    draft: Draft, match: re.Match[str], value: str, extension: str | None
) -> None:
    if draft.has(FieldName.MOBILE):
        draft.take(FieldName.SECOND_PHONE, Span(*match.span()), value)
    elif extension is None:
        draft.take(FieldName.MOBILE, Span(*match.span()), value)
    else:
        draft.take(FieldName.MOBILE, Span(match.start(), match.end(3)), value)
        draft.take(FieldName.EXTENSION, Span(*match.span(4)), extension)
        joint = draft.trim(Span(match.end(3), match.start(4)))
        if joint.start < joint.end:
            draft.label(joint)


def _read_rest(draft: Draft) -> None:
    for match in _PHONE_ABROAD.finditer(draft.open):
        digits = " ".join(re.findall(r"\d+", match[2]))
        _take_phone(draft, match, f"+{match[1]} {digits}", None)
    countries = list(_COUNTRY.finditer(draft.open))
    if countries:
        draft.take(FieldName.COUNTRY, Span(*countries[-1].span()))
    codes = [m for m in _POSTCODE.finditer(draft.open) if _is_after_street(draft, m)]
    if codes:
        draft.take(FieldName.POSTCODE, Span(*codes[-1].span(1)))
        _take_city_before(draft, codes[-1].start())


def _is_after_street(draft: Draft, match: re.Match[str]) -> bool:
    """A number that begins a piece is a house."""
    line = draft.open.rfind("\n", 0, match.start()) + 1
    before = draft.open[max(line, match.start() - 40) : match.start()]
    return bool(re.search(r"[A-Za-z]", before)) or line > 0


def _take_city_before(draft: Draft, end: int) -> None:
    """The piece before `end`; the street may stand in the same one."""
    pieces = [p for p in _pieces(draft) if p.start < end]
    if not pieces:
        return
    piece = draft.trim(Span(pieces[-1].start, min(pieces[-1].end, end)))
    if piece.start < piece.end and not re.search(r"\d", piece.of(draft.open)):
        draft.take(FieldName.CITY, piece)


def _pieces(draft: Draft) -> Iterator[Span]:
    for match in _PIECE.finditer(draft.open):
        span = draft.trim(Span(*match.span()))
        if span.start < span.end:
            yield span


def _read_street_and_name(draft: Draft) -> None:
    unit = _UNIT.search(draft.open)
    if unit is not None:
        draft.take(FieldName.UNIT, Span(*unit.span()))
    for piece in _pieces(draft):
        if _STREET.match(draft.open, *piece) and not draft.has(FieldName.DETAIL):
            draft.take(FieldName.DETAIL, piece)
    for piece in _pieces(draft):
        words = piece.of(draft.open)
        if re.search(r"[A-Za-z]{2}", words) and not re.search(r"\d|:", words):
            draft.take(FieldName.NAME, piece)
            return
