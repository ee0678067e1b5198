"""How Chinese characters are read, and their simplified forms: the one table.

Takes the table as bytes and knows no file. Five parts with an empty line between them:
syllables with the characters that are usually read so; characters with their further
readings; phrases that are not read as their characters alone would be; pairs of a
traditional and a simplified character; characters of several readings.
`resources/packaging/readings.py` makes it.

A query needs a part of it only; the rest is taken apart when a book is indexed.
"""

import re
import zlib
from functools import cached_property

from qtdesk.core.search.fold import fold

_NO_VARIANTS = frozenset("的了得着地和么呢吗吧")
"""Little words: in each text, and never looked for by another reading of theirs."""
_FIRST_CODE = 0x80
_ALIASES = {"nue": "nve", "lue": "lve"}
"""Written without the dots that keyboards lack."""
_UNREADABLE = "\x01"
_VOWELS = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ", "aaaaeeeeiiiioooouuuuvvvvv")


class Readings:
    """Characters to syllables, and syllables to the two bytes that stand for them.

    A syllable is one character of its own: its first letter in the low byte, and in
    the high byte 0x80 plus its number among those with that letter. In UTF-16 the
    letter comes first, so that whole syllables and one more initial are one needle.
    """

    def __init__(self, table: bytes) -> None:
        """Take the table apart as far as queries need it.

        Raises:
            ValueError: this is no such table.
        """
        self.version = zlib.crc32(table)
        """Other where the table is another: what was indexed with it is of no use."""
        sections = table.decode().split("\n\n")
        if len(sections) != 5:  # noqa: PLR2004 - named in the docstring of the module
            raise ValueError("not a table of readings")
        syllables, self._alternates_text, self._phrases_text, pairs, several = sections
        self._characters = dict(line.split(" ") for line in syllables.split("\n"))
        self._simplified = str.maketrans(pairs[::2], pairs[1::2])
        self.ambiguous = frozenset(several.rstrip("\n"))
        """Characters that are read in more ways than one, in whatever company."""
        self.codes = _codes(self._characters)
        """Syllable to its character, also under the names of `_ALIASES`."""
        self.beginnings = _beginnings(self.codes)
        """Two letters or more to the syllables that begin so, rising."""

    def syllables_with(self, letter: str) -> int:
        """How many syllables begin with `letter`."""
        return sum(name[0] == letter for name in self._characters)

    def fold(self, text: str) -> str:
        """`text` in the form in which texts and queries are compared.

        As `fold.fold`, and simplified, and without tones: one character to one of the
        same width.
        """
        if text.isascii():
            return text.lower()
        return fold(text).translate(_VOWELS).translate(self._simplified)

    def usual(self, character: str) -> str:
        """The syllable of a character that has but one; empty for any other."""
        if character in self.ambiguous:
            return ""
        found = self._looked_up.get(character)
        if found is None:
            found = next(
                (name for name, all_ in self._characters.items() if character in all_),
                "",
            )
            self._looked_up[character] = found
        return found

    @cached_property
    def _looked_up(self) -> dict[str, str]:
        return {}

    @cached_property
    def _defaults(self) -> dict[str, str]:
        """Character to the one that stands for its usual syllable."""
        return {
            character: self.codes[name]
            for name, characters in self._characters.items()
            for character in characters
        }

    @cached_property
    def alternates(self) -> dict[str, str]:
        """Character to those that stand for its further readings."""
        found = {}
        for line in self._alternates_text.split("\n"):
            character, *names = line.split(" ")
            found[character] = "".join(self.codes[name] for name in names)
        return found

    @cached_property
    def _phrases(self) -> dict[str, str]:
        """Phrase to what stands for its readings, of the same length."""
        found = {}
        for line in self._phrases_text.split("\n"):
            phrase, *names = line.split(" ")
            found[phrase] = "".join(self.codes[name] for name in names)
        return found

    @cached_property
    def _special_characters(self) -> frozenset[str]:
        """Characters that some phrase reads otherwise."""
        defaults = self._defaults
        return frozenset(
            character
            for phrase, codes in self._phrases.items()
            for character, code in zip(phrase, codes, strict=True)
            if defaults.get(character) != code
        )

    @cached_property
    def _special_pairs(self) -> frozenset[str]:
        """Every two neighbours in a phrase of which one is read otherwise there.

        Tells in most places that there is no phrase, without asking for each length.
        """
        defaults = self._defaults
        return frozenset(
            phrase[at : at + 2]
            for phrase, codes in self._phrases.items()
            for at in range(len(phrase) - 1)
            if any(defaults.get(phrase[i]) != codes[i] for i in (at, at + 1))
        )

    @cached_property
    def initials(self) -> "Initials":
        """What makes first letters of syllables; see `Initials`."""
        return Initials()

    @cached_property
    def _translation(self) -> "_Translation":
        return _Translation({ord(c): code for c, code in self._defaults.items()})

    @cached_property
    def _special(self) -> re.Pattern[str]:
        return re.compile(f"[{''.join(sorted(self._special_characters))}]")

    def read(self, folded: str) -> str:
        """`folded` with a syllable's character for each that has a reading.

        What has none stays as it is. Phrases are read as such.
        """
        usual = folded.translate(self._translation)
        pairs = self._special_pairs
        edits = [
            (at, code)
            for at in (match.start() for match in self._special.finditer(folded))
            if (folded[at : at + 2] in pairs or folded[at - 1 : at + 1] in pairs)
            and (code := self._in_phrase(folded, at))
        ]
        if not edits:
            return usual
        parts: list[str] = []
        end = 0
        for at, code in edits:
            parts += (usual[end:at], code)
            end = at + 1
        return "".join((*parts, usual[end:]))

    def _in_phrase(self, folded: str, at: int) -> str:
        """What the phrase around `at` makes of the character there, or nothing."""
        for before, behind in ((1, 3), (2, 2), (0, 4), (3, 1), *_NEAR):
            if before <= at:
                codes = self._phrases.get(folded[at - before : at + behind])
                if codes is not None:
                    return codes[before]
        return ""

    def further(self, character: str, code: str) -> str:
        """Other readings of `character`, which was read as `code`."""
        if character in _NO_VARIANTS:
            return ""
        if character not in self.ambiguous:
            return ""
        every = self._defaults.get(character, "") + self.alternates.get(character, "")
        return every.replace(code, "")


_NEAR = ((1, 2), (0, 3), (2, 1), (0, 2), (1, 1))
"""Where in phrases of three and of two characters one may stand."""


class _Translation(dict[int, str]):
    """For `str.translate`: leaves alone what cannot be taken for a syllable."""

    def __missing__(self, code: int) -> str:
        known = _UNREADABLE if _looks_like_a_syllable(code) else chr(code)
        self[code] = known
        return known


def _looks_like_a_syllable(code: int) -> bool:
    return 0x8000 <= code <= 0xBFFF and ord("a") <= code & 0xFF <= ord("z")  # noqa: PLR2004 - the range of `_codes`


def _codes(syllables: dict[str, str]) -> dict[str, str]:
    codes: dict[str, str] = {}
    counts: dict[str, int] = {}
    for name in syllables:
        number = counts.get(name[0], 0)
        counts[name[0]] = number + 1
        codes[name] = chr((_FIRST_CODE + number) << 8 | ord(name[0]))
    return codes | {alias: codes[name] for alias, name in _ALIASES.items()}


def _beginnings(codes: dict[str, str]) -> dict[str, str]:
    """Beginnings of syllables to the characters of all that begin so."""
    found: dict[str, str] = {}
    for name, code in codes.items():
        for end in range(2, len(name) + 1):
            found[name[:end]] = found.get(name[:end], "") + code
    return {start: "".join(dict.fromkeys(known)) for start, known in found.items()}


class Initials(dict[int, str]):
    """For `str.translate`: what `Readings.read` gave, to one byte for each unit.

    A syllable becomes its first letter, ASCII stays, anything else is 0x01.
    """

    def __missing__(self, code: int) -> str:
        if code < _FIRST_CODE:
            initial = chr(code)
        elif _looks_like_a_syllable(code):
            initial = chr(code & 0xFF)
        else:
            initial = _UNREADABLE * (2 if code > 0xFFFF else 1)  # noqa: PLR2004 - two units
        self[code] = initial
        return initial
