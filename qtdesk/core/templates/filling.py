"""Fills a text from a context, or tells what is still wanted.

A placeholder without a value never gets into a finished text. Reads no clock, no
clipboard and no setting itself: all of it comes in the `Context`.
"""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, assert_never

from qtdesk.core.templates import unfillable
from qtdesk.core.templates.faults import fault_of
from qtdesk.core.templates.grammar import Brace, Placeholder, Written, parse
from qtdesk.core.templates.moments import daypart, shifted, written
from qtdesk.core.templates.names import FACTS, Known, Origin
from qtdesk.core.templates.outcome import Filled, Filling, Kind, Unfilled, Want
from qtdesk.core.templates.pieces import Pieces, Role

if TYPE_CHECKING:
    from qtdesk.core.errors import TemplateError

_DAYS = ("eta", "deadline")
_DAY = r"(?i)日期|几号|哪天|\bdate\b|\bday\b"
"""What a question about a day has in it."""
DEEPEST = 8
"""How many phrases may stand one within the other."""
MOST_PHRASES = 50
"""How many phrases one text may take in, all in all."""


class Profile(NamedTuple):
    """Who is speaking, from the settings."""

    shop: str = ""
    agent: str = ""
    agent_id: str = ""
    sign: str = ""


def _no_phrase(name: str) -> str | None:
    """Stand for a book without phrases."""
    del name
    return None


def _no_fact(name: str) -> str:
    """Stand for a shop without facts."""
    del name
    return ""


class Context(NamedTuple):
    """Everything a text is filled from."""

    moment: datetime
    """The agent's local time."""
    locale: str = "zh-CN"
    """Language of the book, BCP 47; dates and greetings are written in it."""
    profile: Profile = Profile()
    buyer: str = ""
    """How the buyer is called; empty while nobody tells."""
    clipboard: str | None = None
    """What the agent copied; None where nobody has looked."""
    fields: Mapping[str, str] = MappingProxyType({})
    """Of the order, the promotion and the shop, by English name."""
    typed: frozenset[str] = frozenset()
    """Of these the names of those that the agent wrote: words like any answer."""
    answers: Mapping[str, str] = MappingProxyType({})
    """What the agent said to each `Want`, by its key; comes before all others."""
    fact: Callable[[str], str] = _no_fact
    """The fact of that name; empty where there is none that holds."""
    phrase: Callable[[str], str | None] = _no_phrase
    """The text behind `{phrase:id}`; None where there is none."""

    def __repr__(self) -> str:
        """Without buyer and answers, which no log may hold."""
        return f"Context({self.moment!r}, {self.locale!r})"

    @property
    def chinese(self) -> bool:
        return self.locale.casefold().startswith("zh")


def fill(text: str, context: Context) -> Filling:
    """`text` with all its placeholders filled, or what it still wants."""
    filler = _Filler(context)
    filler.take(text, ())
    draft, filled, copied, gaps, cursor = filler.pieces.joined()
    if not gaps and text and not draft.strip():
        filler.error = unfillable.empty()
    if gaps or filler.error:
        return Unfilled(draft, filled, gaps, tuple(filler.wants.values()), filler.error)
    return Filled(draft, filled, cursor, copied)


class _Filler:
    """One text on its way."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._taken = 0
        self.pieces = Pieces()
        self.wants: dict[str, Want] = {}
        self.error: TemplateError | None = None

    def take(self, text: str, within: tuple[str, ...]) -> None:
        """Add `text`, which stands `within` these phrases, outermost first."""
        for node in parse(text):
            match node:
                case Written():
                    self.pieces.add(node.source, Role.WRITTEN)
                case Brace():
                    self.pieces.add(node.source[0], Role.WRITTEN)
                case Placeholder():
                    self._take_placeholder(node, within)
                case _:
                    assert_never(node)

    def _take_placeholder(self, node: Placeholder, within: tuple[str, ...]) -> None:
        if not node.closed:
            self.error = unfillable.unclosed(node.source)
            self.pieces.add(node.source, Role.GAP)
            return
        if node.known is None or fault_of(node) is not None:
            value = self._unclear(node)
        elif node.known.origin is Origin.PHRASE:
            self._take_phrase(node, node.argument or "", within)
            return
        elif node.known.origin is Origin.CURSOR:
            self.pieces.add("", Role.CURSOR)
            return
        else:
            value = self._value(node, node.known)
        if value is None:
            want = _want(node, chinese=self._context.chinese)
            self.wants.setdefault(want.key, want)
            self.pieces.add(f"{{{want.label}}}", Role.GAP)
        elif self._is_copied(node, value):
            self.pieces.add(value, Role.COPIED)
        else:
            self.pieces.add(value, Role.FILLED if value else Role.DROPPED)

    def _is_copied(self, node: Placeholder, value: str) -> bool:
        """Whether `value` came from an order, a rule or a name, as it was there."""
        key = _key(node)
        if not value or self._told(key) or key in self._context.typed:
            return False
        if node.known is not None and node.known.origin is Origin.FACT:
            return value == _tidy(self._context.fact(node.argument or ""))
        named = self._context.buyer if key == "buyer" else ""
        return value == _tidy(named or self._context.fields.get(key, ""))

    def _take_phrase(
        self, node: Placeholder, name: str, within: tuple[str, ...]
    ) -> None:
        text = self._context.phrase(name)
        self._taken += 1
        if text is None:
            self.error = unfillable.nowhere(name)
        elif name in within:
            self.error = unfillable.circle(name)
        elif len(within) >= DEEPEST or self._taken > MOST_PHRASES:
            self.error = unfillable.too_many(name)
        else:
            self.take(text, (*within, name))
            return
        self.pieces.add(node.source, Role.GAP)

    def _value(self, node: Placeholder, known: Known) -> str | None:  # noqa: PLR0911 - one for each origin
        """What is put in; empty where it drops, None where it is wanted."""
        told = self._told(_key(node))
        match known.origin:
            case Origin.DAYPART:
                return daypart(self._context.moment, chinese=self._context.chinese)
            case Origin.MOMENT:
                moment = shifted(self._context.moment, node.shift)
                chinese = self._context.chinese
                return written(moment, node.key, node.argument, chinese=chinese)
            case Origin.ASK if told == "" and node.default != "":
                return None
            case Origin.ASK:
                return told
            case Origin.CHOICE:
                return told if told in node.options else None
            case Origin.PROFILE:
                value = getattr(self._context.profile, node.key)
            case Origin.BUYER:
                return told or _tidy(self._context.buyer) or node.default or ""
            case Origin.CLIPBOARD:
                value = self._context.clipboard or ""
            case Origin.FACT:
                value = self._context.fact(node.argument or "")
            case _:
                value = self._context.fields.get(node.key, "")
        return told or _tidy(value) or node.default

    def _unclear(self, node: Placeholder) -> str | None:
        """The same for an unknown or a faulty placeholder."""
        key = _key(node)
        value = self._told(key) or _tidy(self._context.fields.get(key, ""))
        return value or (node.default if key == node.name else None)

    def _told(self, key: str) -> str | None:
        """The agent's own answer; None where there is none."""
        answer = self._context.answers.get(key)
        return None if answer is None else _tidy(answer)


def _tidy(value: str) -> str:
    return value.replace("\r\n", "\n").strip()


def _key(node: Placeholder) -> str:
    """What an answer goes by: two questions are two, the same one twice is one."""
    if node.known is None and node.shift is None and node.argument is None:
        return node.name
    if node.known is None or fault_of(node) is not None:
        return node.source[1:-1]
    asks = node.known.origin in (Origin.ASK, Origin.CHOICE, Origin.FACT)
    return f"{node.key}:{node.argument}" if asks else node.key


def _want(node: Placeholder, *, chinese: bool) -> Want:
    key, default = _key(node), node.default or ""
    if node.known is None or fault_of(node) is not None:
        return Want(key, key)
    match node.known.origin:
        case Origin.FACT:
            return Want(key, node.argument or "", default=default)
        case Origin.ASK:
            label = node.argument or ""
            kind = Kind.DATE if re.search(_DAY, label) else Kind.TEXT
            return Want(key, label, kind, default=default, optional=node.default == "")
        case Origin.CHOICE:
            label = " / ".join(filter(None, node.options))
            return Want(key, label, Kind.CHOICE, node.options, node.options[0])
        case _:
            kept = node.known.origin is Origin.PROFILE or key in FACTS
            kind = Kind.DATE if key in _DAYS else Kind.TEXT
            label = node.name.replace("_", " ")
            if chinese and label.isascii():
                label = node.known.chinese[0]
            return Want(key, label, kind, setting=key if kept else "")
