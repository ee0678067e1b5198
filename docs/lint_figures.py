"""Counts how well the packs of words do, for `lint.md`.

Run from the root of the repository as `python -m docs.lint_figures`. The sentences are
of two kinds: by one half the packs were tuned, the other half is kept apart.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from qtdesk.core.lint import Level, Linter, Packs, Platform
from qtdesk.formats.lint_packs import read_packs

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "lint.md"
PACKS = ROOT / "resources" / "lint"
SENTENCES = ROOT / "tests" / "core" / "lint"
HALVES = ("held_out", "tuned")
FREE = ("free_held_out", "free_tuned")
FRESH = "free_fresh"
"""Written later, before a look at any list, and kept apart like the first of these."""
"""Of sentences as people write them, without a word in mind that could be listed."""

_BEGIN = "<!-- figures: written by `python -m docs.lint_figures` -->"
_END = "<!-- end of figures -->"
_OPTIONAL = ("medical",)
"""Turned on here, so that the packs are tried all together, which is harder."""


class Judged(NamedTuple):
    """How the sentences of one pack were taken."""

    bad: int = 0
    caught: int = 0
    """By their own pack, or by another of the same level or a higher one."""
    good: int = 0
    warned: int = 0
    """Good sentences that an agent would be warned of, or more."""
    blocked: int = 0

    def plus(self, other: "Judged") -> "Judged":
        return Judged(*(one + two for one, two in zip(self, other, strict=True)))


def sentences(half: str, kind: str) -> Iterator[tuple[str, str]]:
    """The pack that each sentence is about, and the sentence."""
    pack = ""
    text = (SENTENCES / f"sentences_{half}_{kind}.txt").read_text("utf-8")
    for line in text.splitlines():
        if line.startswith("## "):
            pack = line[3:]
        else:
            yield pack, line


def judged(half: str) -> dict[str, Judged]:
    """By pack, as a shop on Taobao would see it."""
    packs = read_packs([PACKS]).packs
    linter = Linter(packs, _OPTIONAL)
    found: dict[str, Judged] = {}
    for pack, sentence in sentences(half, "bad"):
        taken = Judged(bad=1, caught=_is_caught(linter, packs, pack, sentence))
        found[pack] = found.get(pack, Judged()).plus(taken)
    for pack, sentence in sentences(half, "good"):
        level = _level(linter, sentence)
        taken = Judged(good=1, warned=level >= Level.WARN, blocked=level is Level.BLOCK)
        found[pack] = found.get(pack, Judged()).plus(taken)
    return found


def total(by_pack: dict[str, Judged]) -> Judged:
    """Of all packs together."""
    added = Judged()
    for each in by_pack.values():
        added = added.plus(each)
    return added


def _is_caught(linter: Linter, packs: Packs, name: str, sentence: str) -> bool:
    own = next(pack.level for pack in packs.packs if pack.id == name)
    hits = linter.check(sentence, platform=Platform.TAOBAO)
    return any(hit.pack == name or hit.level >= own for hit in hits)


def _level(linter: Linter, sentence: str) -> Level:
    hits = linter.check(sentence, platform=Platform.TAOBAO)
    return max((hit.level for hit in hits), default=Level.OFF)


def page(written: str) -> str:
    """The page as `written`, with the figures as they ought to be."""
    before, _, rest = written.partition(_BEGIN)
    _, _, behind = rest.partition(_END)
    return before + "\n".join([_BEGIN, "", *_table(), "", _END]) + behind


def _table() -> Iterator[str]:
    by_half = {half: judged(half) for half in HALVES}
    yield "| pack | kept apart: caught | warned of | tuned by: caught | warned of |"
    yield "|---|--:|--:|--:|--:|"
    for pack in by_half[HALVES[0]]:
        yield _row(f"`{pack}`", [by_half[half][pack] for half in HALVES])
    yield _row("**all**", [total(by_half[half]) for half in HALVES])
    yield _row("freely worded", [total(judged(half)) for half in FREE])
    yield _row("freely worded, later", [total(judged(FRESH))])
    yield ""
    halves = (HALVES[0], FREE[0], FRESH)
    names = ("about the words", "freely worded", "freely worded, later")
    for half, named in zip(halves, names, strict=True):
        apart = total(judged(half))
        yield (
            f"- Kept apart, {named}: {apart.caught / apart.bad:.1%} of the bad ones are"
            f" caught; {apart.warned / apart.good:.1%} of the good ones are warned of,"
            f" {apart.blocked / apart.good:.1%} refused."
        )


def _row(name: str, halves: list[Judged]) -> str:
    cells = [
        cell
        for each in halves
        for cell in (f"{each.caught} of {each.bad}", f"{each.warned} of {each.good}")
    ]
    cells += [""] * (2 * len(HALVES) - len(cells))
    return f"| {name} | {' | '.join(cells)} |"


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text("utf-8")), "utf-8")
