"""Words to probes: every way in which a word may be meant, and how far each is taken.

Remembers the words in use: a query is asked again with each letter.
"""

import re

from qtdesk.core.search.needles import literal_probe, probes_of
from qtdesk.core.search.probe import Probe, Probes
from qtdesk.core.search.readings import Readings
from qtdesk.core.search.syllables import Syllables, Way, initial, is_whole, literal

_PARTS = re.compile(r"[a-z']+|[^a-z']")
_LETTER = re.compile("[a-z]")
_LONGEST = 40
"""Letters; nobody types more of them without choosing a phrase."""
_WAYS = 6
_WAYS_IN_TEXTS = 3
_WAYS_IN_MUCH_TEXT = 1
_LIKELY = 3
"""One of so many syllables with the same letter is not rare among them."""
_FEW = 2
"""Behind one other piece more than these are not worth a probe each."""
_MOST_REMEMBERED = 400


class Compiler:
    """Makes probes of words."""

    def __init__(self, readings: Readings) -> None:
        self.fold = readings.fold
        self._readings = readings
        self._syllables = Syllables(readings)
        self._known: dict[str, Probes] = {}

    def probes(self, word: str) -> Probes:
        """All probes for `word`, which is folded and has no spaces."""
        known = self._known.get(word)
        if known is None:
            known = self._compile(word)
            if len(self._known) > _MOST_REMEMBERED:
                self._known.clear()
            self._known[word] = known
        return known

    def is_readable(self, letters: str) -> bool:
        """Whether `letters` are syllables and nothing else, but for their end."""
        ways = self._syllables.ways(letters, last=True)
        return bool(ways) and all(piece.is_syllable for piece in ways[0])

    def ways(self, word: str) -> list[Way]:
        """Ways to read the whole word: all initials first, then the likeliest."""
        if len(word) > _LONGEST or not _LETTER.search(word):
            return []
        found: list[Way] = [()]
        parts = _PARTS.findall(word)
        for number, part in enumerate(parts, 1):
            if _LETTER.search(part):
                ways = self._syllables.ways(part, last=number == len(parts))
            else:
                # Apostrophes part syllables and are nothing themselves, however many.
                ways = [literal(part, self._readings) if part.strip("'") else ()]
            found = [one + way for one in found for way in ways][:_WAYS]
        letters: Way = ()
        for character in word.replace("'", ""):
            is_letter = _LETTER.match(character)
            letters += (
                (initial(character),)
                if is_letter
                else literal(character, self._readings)
            )
        return [letters, *(way for way in found if way not in ((), letters))]

    def _compile(self, word: str) -> Probes:
        as_it_stands = literal_probe(word)
        anywhere, at_start = [as_it_stands], [as_it_stands]
        in_texts, in_much_text = [as_it_stands], [as_it_stands]
        ways = self.ways(word)
        likely = likely_ways(ways)
        for way in ways:
            for one in self._spelled_out(way):
                probe, first = probes_of(one)
                anywhere.append(probe)
                at_start.append(first)
                if way in likely:
                    in_texts.append(probe)
                if way in likely[: 1 + _WAYS_IN_MUCH_TEXT]:
                    in_much_text.append(probe)
        return Probes(
            _best_first(anywhere),
            _best_first(at_start),
            _best_first(in_texts),
            _best_first(in_much_text),
            whole=literal_probe(f"{word}\n"),
            premise=word.encode() if word.isascii() and "'" not in word else b"",
        )

    def _spelled_out(self, way: Way) -> list[Way]:
        """One way for each syllable that the last piece may be, if that is worth it.

        It is where they are so few among all with that letter that most matches of
        the letter would be in vain.
        """
        *front, last = way
        codes = last.codes
        if codes is None or len(codes) == 1:
            return [way]
        if len(front) > 1 or (front and len(codes) > _FEW):
            return [way]
        alike = self._readings.syllables_with(chr(last.initial or 0))
        if len(codes) * _LIKELY >= alike:
            return [way]
        return [
            (*front, last._replace(codes=frozenset((code,)))) for code in sorted(codes)
        ]


def likely_ways(ways: list[Way]) -> list[Way]:
    """The initials, and the likeliest of the others: what is tried outside of titles.

    Where a word can be read in syllables, what breaks them up is left to titles.
    """
    whole = [way for way in ways[1:] if is_whole(way)]
    return [*ways[:1], *(whole or ways[1:])[:_WAYS_IN_TEXTS]]


def _best_first(probes: list[Probe]) -> tuple[Probe, ...]:
    return tuple(sorted(probes, key=_minus_kind))


def _minus_kind(probe: Probe) -> int:
    return -probe.kind
