"""Measures in what a buyer wrote: "165 104斤", "身高1米65，胸围88", "脚长24.5".

Numbers go by the word in front of them, by their unit, or by what they can be. A number
that may be two things is none. Reads; recommends nothing.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple


class Measure(StrEnum):
    """What is measured; the value is its key in size tables."""

    HEIGHT = "height"
    WEIGHT = "weight"
    BUST = "bust"
    UNDERBUST = "underbust"
    DIFFERENCE = "difference"
    """Bust less underbust: nobody says it, it is reckoned."""
    WAIST = "waist"
    HIP = "hip"
    FOOT = "foot"
    HEAD = "head"
    FINGER = "finger"


UNITS: Mapping[Measure, str] = {
    each: {Measure.WEIGHT: "kg", Measure.FOOT: "mm", Measure.FINGER: "mm"}.get(
        each, "cm"
    )
    for each in Measure
}
"""The unit in which a measure is kept, and stands in tables."""

Measures = Mapping[Measure, float]

_WORDS: tuple[tuple[str, Measure], ...] = (
    (r"下胸围?|底围|underbust|under bust", Measure.UNDERBUST),
    (r"上胸围?|胸围?|bust|chest", Measure.BUST),
    (r"腰围?|waist", Measure.WAIST),
    (r"臀围?|hips?", Measure.HIP),
    (r"头围|head", Measure.HEAD),
    (r"手寸|指围|指圈|戒圈|finger|ring", Measure.FINGER),
    (r"脚长|脚|foot|feet", Measure.FOOT),
    (r"体重|重量?|weight|weigh", Measure.WEIGHT),
    (r"身高|个子|高|height|tall", Measure.HEIGHT),
)
_WORD = "|".join(f"(?P<{measure.name}>{words})" for words, measure in _WORDS)
# Not a part of a longer number, and not a price, a count or a size.
_NUMBER = re.compile(
    rf"(?:(?:{_WORD})\s*(?:是|为|有|大概|大约|差不多|约|is|about|[:=])*\s*)?"
    r"(?<![\d.满减第¥])(?P<number>\d{1,3}(?:\.\d{1,2})?)(?![\d.]*\d)"
    r"(?!\s*[元块件条码号天个%折])(?:\s*"
    r"(?P<unit>公斤|千克|kgs?|市?斤|厘米|公分|cm|毫米|mm|英寸|inch|米|m(?![a-z])|尺|寸)"
    r"(?P<rest>\d{1,2}(?!\d))?)?",
    re.IGNORECASE,
)
_THREE = re.compile(
    r"三围\D{0,4}(\d{2,3}(?:\.\d)?)\D{1,3}(\d{2,3}(?:\.\d)?)\D{1,3}(\d{2,3}(?:\.\d)?)"
)
_SCALE = {
    **dict.fromkeys(("公斤", "千克", "kg", "kgs"), 1.0),
    **dict.fromkeys(("斤", "市斤"), 0.5),
    **dict.fromkeys(("厘米", "公分", "cm"), 1.0),
    **dict.fromkeys(("毫米", "mm"), 0.1),
    **dict.fromkeys(("米", "m"), 100.0),
    **dict.fromkeys(("英寸", "inch"), 2.54),
    "尺": 100 / 3,
    "寸": 10 / 3,
}
"""To kilograms and centimetres. Three 尺 are a metre, ten 寸 a 尺."""
_WEIGHTS = frozenset(("公斤", "千克", "kg", "kgs", "斤", "市斤"))
_MILLIMETRES = frozenset((Measure.FOOT, Measure.FINGER))

# What each measure can be, in centimetres, or kilograms, from children to the tallest.
_LIMITS: Mapping[Measure, tuple[float, float]] = {
    Measure.HEIGHT: (50, 230),
    Measure.WEIGHT: (3, 250),
    Measure.BUST: (40, 160),
    Measure.UNDERBUST: (40, 150),
    Measure.DIFFERENCE: (0, 40),
    Measure.WAIST: (35, 160),
    Measure.HIP: (40, 170),
    Measure.FOOT: (8, 34),
    Measure.HEAD: (35, 70),
    Measure.FINGER: (3.5, 8.5),
}
_INCHES_AT_MOST = 45
"""A waist of no unit up to here is one of trousers, in inches."""
_GROWN = (140, 200)
"""What a number without word or unit must be, to be a height."""
_LEAN, _STOUT = 16, 32
"""Of people who buy clothes, kilograms by square metres. One is twice the other, so
that of kilograms and 斤 one reading always falls out."""


class _Piece(NamedTuple):
    """One number with what stands beside it."""

    number: float
    unit: str
    measure: Measure | None


def read_measures(text: str) -> Measures:
    """What `text` tells of a body, in the units of `UNITS`; empty where nothing."""
    text = unicodedata.normalize("NFKC", text)
    found: dict[Measure, float] = {}
    text = _take_three(text, found)
    pieces = list(_pieces(text))
    for piece in pieces:
        if piece.measure is not None:
            _take(found, piece.measure, _named(piece, found))
    bare = [piece for piece in pieces if piece.measure is None]
    for piece in bare:
        if piece.unit in _WEIGHTS:
            _take(found, Measure.WEIGHT, piece.number * _SCALE[piece.unit])
        elif piece.unit in {"米", "m"}:
            _take(found, Measure.HEIGHT, piece.number * 100)
    _take_bare(found, bare)
    if Measure.BUST in found and Measure.UNDERBUST in found:
        found[Measure.DIFFERENCE] = found[Measure.BUST] - found[Measure.UNDERBUST]
    return found


def written(measure: Measure, value: float) -> str:
    """As people write it: without a fraction that is none, and with its unit."""
    plain = f"{round(value, 1):g}{UNITS[measure]}"
    if measure is Measure.WEIGHT:
        # Both are said, and a mistake between them is twice as much.
        return f"{plain}（{round(2 * value, 1):g}斤）"
    return plain


def _take_three(text: str, found: dict[Measure, float]) -> str:
    """Bust, waist and hips behind their common name; the rest of the text."""
    three = _THREE.search(text)
    if three is None:
        return text
    names = (Measure.BUST, Measure.WAIST, Measure.HIP)
    for measure, value in zip(names, three.groups(), strict=True):
        _take(found, measure, float(value))
    return text[: three.start()] + text[three.end() :]


def _pieces(text: str) -> Iterator[_Piece]:
    for match in _NUMBER.finditer(text):
        number, unit = float(match["number"]), (match["unit"] or "").casefold()
        if match["rest"]:
            if unit not in {"米", "m", "尺"}:
                continue
            # 1米6 is 1.6 and 1米65 is 1.65; 2尺1 is 2.1.
            number += float(f"0.{match['rest']}")
        yield _Piece(number, unit, _measure_of(match))


def _measure_of(match: re.Match[str]) -> Measure | None:
    return next((each for _, each in _WORDS if match[each.name]), None)


def _named(piece: _Piece, known: Measures) -> float:
    """The value of a number whose word is there, in centimetres or kilograms."""
    measure, number, unit = piece.measure, piece.number, piece.unit
    if measure is Measure.WEIGHT and unit not in _WEIGHTS:
        return _weight(number, known.get(Measure.HEIGHT))
    if unit in _SCALE:
        return number * _SCALE[unit]
    low, high = _LIMITS[measure or Measure.HEIGHT]
    if measure is Measure.WAIST and number <= _INCHES_AT_MOST:
        return number * 2.54
    if measure is Measure.HEIGHT and number < low / 10:
        return number * 100
    if measure in _MILLIMETRES and number > high:
        return number / 10
    return number


def _weight(number: float, height: float | None) -> float:
    """Kilograms, of a number that may also be 斤."""
    if height is None:
        # More than 75 kg are rarer among those who write no unit than 75 斤.
        return number if number < 75 else number / 2  # noqa: PLR2004 - see above
    square = (height / 100) ** 2
    return number if _LEAN <= number / square < _STOUT else number / 2


def _take_bare(found: dict[Measure, float], bare: Sequence[_Piece]) -> None:
    """A height and the weight behind it, where neither has a word or a unit."""
    if Measure.HEIGHT not in found:
        tall = [
            piece
            for piece in bare
            if piece.unit in {"", "cm", "厘米", "公分"}
            and _GROWN[0] <= piece.number <= _GROWN[1]
        ]
        if not tall:
            return
        # The height is said first: 155 140 are 155 cm and 140 斤.
        _take(found, Measure.HEIGHT, tall[0].number)
        bare = _behind(bare, tall[0])
    others = [piece for piece in bare if not piece.unit]
    if Measure.WEIGHT not in found and len(others) == 1:
        square = (found[Measure.HEIGHT] / 100) ** 2
        for kilograms in (others[0].number, others[0].number / 2):
            if _LEAN <= kilograms / square < _STOUT:
                _take(found, Measure.WEIGHT, kilograms)


def _behind(pieces: Sequence[_Piece], first: _Piece) -> list[_Piece]:
    """The number right behind `first`, if there is one."""
    return [later for one, later in pairwise(pieces) if one is first]


def _take(found: dict[Measure, float], measure: Measure, value: float) -> None:
    """Note a value that can be; what was said first counts."""
    low, high = _LIMITS[measure]
    if low <= value <= high:
        factor = 10 if measure in _MILLIMETRES else 1
        found.setdefault(measure, round(value * factor, 1))
