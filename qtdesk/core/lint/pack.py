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
    level: Level | None = None
    """What it is worth where the pack is in force; None for what the pack is."""


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
        level = self.level
        if platform is not None:
            level = self.levels.get(platform, level)
            level = rule.levels.get(platform, level)
        if rule.level is not None and level is not Level.OFF:
            return rule.levels.get(platform, rule.level) if platform else rule.level
        return level


class Packs(NamedTuple):
    """All that is looked for."""

    packs: tuple[Pack, ...]
    contexts: Contexts
