"""Packs of words, as they were read."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from qtdesk.core.lint.contexts import Contexts
from qtdesk.core.lint.levels import Level, Platform
from qtdesk.core.lint.notation import Pattern
from qtdesk.core.words import Words

Levels = Mapping[Platform, Level]
_EVERYWHERE: Levels = MappingProxyType({})


class Rule(NamedTuple):
    """One thing that is looked for, and what is said of it."""

    pattern: Pattern
    why: Words
    advice: Words
    better: str | None = None
    """What to write instead."""
    levels: Levels = _EVERYWHERE
    """Where it is other than the pack."""


class Pack(NamedTuple):
    """Words of one kind."""

    id: str
    title: Words
    level: Level
    in_book: Level
    """In a phrasebook, which many agents use, as opposed to a single text."""
    as_of: str
    """The month in which it was compared with rules and laws, as `2026-11`."""
    source: str
    """What it is based on, in words."""
    rules: tuple[Rule, ...]
    exceptions: tuple[Pattern, ...] = ()
    """What is harmless though a word of a rule begins or ends in it."""
    levels: Levels = _EVERYWHERE
    optional: bool = False
    """Whether it is used only where somebody has turned it on."""
    squeezed: bool = False
    """Whether people hide these words among spaces and signs."""
    warnings: bool = False
    """Whether a sentence that warns or denies may use the words."""

    def level_of(self, rule: Rule, platform: Platform | None) -> Level:
        """What `rule` is worth; None is a platform that nobody named."""
        if platform is None:
            return self.level
        return rule.levels.get(platform, self.levels.get(platform, self.level))


class Packs(NamedTuple):
    """All that is looked for."""

    packs: tuple[Pack, ...]
    contexts: Contexts
