"""Looks for the words of all packs in one text.

Each text is walked once, by the beginnings of the words; a regular expression is
tried only where its beginning stands already. So a list of thousands costs what a list
of ten costs, and nothing is built at first but a dictionary.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from qtdesk.core.lint.hit import Hit
from qtdesk.core.lint.levels import Level, Platform
from qtdesk.core.lint.notation import ANY_CHARACTER, Pattern
from qtdesk.core.lint.pack import Pack, Packs, Rule
from qtdesk.core.lint.views import HIDDEN, View, bare, plain, squeezed

Span = tuple[int, int]


class _Sought(NamedTuple):
    """A pattern of a pack, and what it means there; an exception has no rule."""

    pack: Pack
    pattern: Pattern
    rule: Rule | None


class _Found(NamedTuple):
    """A match; places are those of the view it was found in."""

    start: int
    end: int
    inner: Span
    """From the end of its first word to the beginning of its last."""
    rule: Rule


class _Index:
    """What is looked for in one kind of view, by its first two characters."""

    def __init__(self, *, spaced: bool) -> None:
        """`spaced` says whether the view still has the spaces between words."""
        self._spaced = spaced
        self._by_beginning: dict[str, list[tuple[str, _Sought]]] = defaultdict(list)
        """A word of a single character by that one."""

    def add(self, sought: _Sought) -> None:
        for head in sought.pattern.heads:
            self._by_beginning[head[:2]].append((head, sought))

    def find(self, text: str) -> Iterator[tuple[int, int, Span, _Sought]]:
        """Every match, whether it overlaps another or not."""
        look_up = self._by_beginning.get
        for start, sign in enumerate(text):
            for beginning in (sign, text[start : start + 2]):
                for head, sought in look_up(beginning, ()):
                    if text.startswith(head, start):
                        behind = start + len(head)
                        rest = sought.pattern.rest(text, behind)
                        if rest and self._borders(text, start, rest[1]):
                            yield start, rest[1], (behind, rest[0]), sought

    def _borders(self, text: str, start: int, end: int) -> bool:
        """Whether it is no part of a longer word in Latin letters."""
        before, behind = text[max(start - 1, 0) : start], text[end : end + 1]
        if _is_letter(text[start]) and _is_letter(before):
            return False
        return not (self._spaced and _is_letter(text[end - 1]) and _is_letter(behind))


def _is_letter(sign: str) -> bool:
    return sign.isascii() and sign.isalnum()


class Linter:
    """Checks texts against packs; safe on any thread."""

    def __init__(
        self,
        packs: Packs,
        switched_on: Collection[str] = (),
        switched_off: Collection[str] = (),
    ) -> None:
        """Use the `packs`: of the optional ones those `switched_on` by id.

        Of all of them those that are not `switched_off`.
        """
        self._packs = [
            pack
            for pack in packs.packs
            if (not pack.optional or pack.id in switched_on)
            and pack.id not in switched_off
        ]
        self._contexts = packs.contexts
        self._plain = _Index(spaced=True)
        self._squeezed = _Index(spaced=False)
        self._whole: dict[str, _Sought] = {}
        for pack in self._packs:
            for rule in pack.rules:
                self._add(_Sought(pack, rule.pattern, rule))
            for pattern in pack.exceptions:
                self._add(_Sought(pack, pattern, None))

    def _add(self, sought: _Sought) -> None:
        if sought.pattern.whole:
            for word in sought.pattern.heads:
                self._whole.setdefault(word, sought)
        elif sought.pack.squeezed and not sought.pattern.linked:
            self._squeezed.add(sought)
        else:
            self._plain.add(sought)

    def check(
        self,
        text: str,
        exempt: Iterable[Span] = (),
        platform: Platform | None = None,
        *,
        in_book: bool = False,
    ) -> tuple[Hit, ...]:
        """What a person would object to, in the order of the text.

        `text` is as the buyer would read it; nothing is looked for in the spans
        `exempt`, which come from an order. No two hits overlap. `in_book` says that
        the text is one of a phrasebook, for which some packs are stricter.
        """
        view = plain(text, exempt)
        hits = [*self._in(view, self._plain), *self._in(squeezed(view), self._squeezed)]
        whole = self._said_by_all_of(view)
        made = [
            _hit(text, span, pack, rule, platform, in_book=in_book)
            for span, pack, rule in hits
        ]
        if whole is not None and whole.rule is not None:
            span = _stripped(text)
            made.append(
                _hit(text, span, whole.pack, whole.rule, platform, in_book=in_book)
            )
        return _without_overlaps(made)

    def _said_by_all_of(self, view: View) -> _Sought | None:
        if not view.text.strip():
            return None
        said = bare(view)
        found = self._whole.get(said)
        if found is None and len(said) == 1 and said != HIDDEN:
            return self._whole.get(ANY_CHARACTER)
        return found

    def _in(self, view: View, index: _Index) -> Iterator[tuple[Span, Pack, Rule]]:
        """What is neither excepted nor excused, by pack the longest first."""
        found: dict[str, list[_Found]] = defaultdict(list)
        masks: dict[str, list[Span]] = defaultdict(list)
        packs = {}
        for start, end, inner, sought in index.find(view.text):
            packs[sought.pack.id] = sought.pack
            if sought.rule is None:
                masks[sought.pack.id].append((start, end))
            else:
                found[sought.pack.id].append(_Found(start, end, inner, sought.rule))
        for name, matches in found.items():
            pack = packs[name]
            for match in matches:
                if _masked(match, masks[name]):
                    continue
                if pack.warnings and self._contexts.excuse(
                    view, match.start, match.end, match.inner
                ):
                    continue
                yield view.span(match.start, match.end), pack, match.rule


def _masked(match: _Found, masks: list[Span]) -> bool:
    """Whether its beginning or its end stands within an exception."""
    return any(
        start <= match.start < end or start < match.end <= end for start, end in masks
    )


def _stripped(text: str) -> Span:
    start = len(text) - len(text.lstrip())
    return start, len(text.rstrip())


def _hit(
    text: str,
    span: Span,
    pack: Pack,
    rule: Rule,
    platform: Platform | None,
    *,
    in_book: bool,
) -> Hit:
    level = pack.level_of(rule, platform)
    if in_book and level:
        level = max(level, pack.in_book)
    word = text[slice(*span)]
    return Hit(*span, word, pack.id, level, rule.why, rule.advice, rule.better)


def _without_overlaps(hits: list[Hit]) -> tuple[Hit, ...]:
    """The gravest where several overlap, and of these the longest."""
    taken = bytearray(max((hit.end for hit in hits), default=0))
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda each: (-each.level, each.start - each.end)):
        if hit.level is not Level.OFF and not any(taken[hit.start : hit.end]):
            taken[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
            kept.append(hit)
    return tuple(sorted(kept))
