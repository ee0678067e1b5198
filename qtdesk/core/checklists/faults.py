"""What is wrong with a list as a whole: names that nobody has, circles, doubled ids.

Each fault names what it is about; which line that is the format knows. Sentences are
the format's business, too.
"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from enum import Enum
from typing import NamedTuple

from qtdesk.core.checklists.checklist import (
    Checklist,
    Item,
    ItemType,
    Output,
    expressions_of,
)
from qtdesk.core.checklists.expressions import Expression
from qtdesk.core.checklists.outputs import TEXT_NAMES
from qtdesk.core.checklists.scope import NAMES
from qtdesk.core.orders import FieldName, FlagKind
from qtdesk.core.templates import parse
from qtdesk.core.templates.grammar import Placeholder
from qtdesk.core.templates.names import Origin


class FaultKind(Enum):
    """Every fault of a list as a whole."""

    NO_ITEMS = "no_items"
    TWICE = "twice"
    """Two things have one id, or two answers one name."""
    NO_NAME = "no_name"
    """Nothing is called so."""
    NO_WORD = "no_word"
    """No order has such a field or doubt."""
    CIRCLE = "circle"
    """An answer depends on itself."""
    NO_BLOCK = "no_block"
    NO_OPTIONS = "no_options"
    """A choice without answers."""
    NO_ITEM = "no_item"
    """A preset answers an item that there is not."""
    NO_SUCH_ANSWER = "no_such_answer"
    """A preset chooses, or a rule asks for, what is not offered."""


_FIELDS = frozenset(FieldName)
_DOUBTS = frozenset(FlagKind)
_WORDS_OF: Mapping[str, AbstractSet[str]] = {
    "read": _FIELDS,
    "reads": _FIELDS,
    "flag": _DOUBTS,
    "figure": _DOUBTS,
}
"""What functions of the order may be asked for."""


class Fault(NamedTuple):
    """One fault; `place` is the id of the entry it is in, empty for the list."""

    kind: FaultKind
    place: str
    what: str


def faults_of(checklist: Checklist) -> tuple[Fault, ...]:
    """Every fault, in the order of the list."""
    if not checklist.items:
        return (Fault(FaultKind.NO_ITEMS, "", ""),)
    return (
        *_doubled(checklist),
        *_unknown(checklist),
        *_of_items(checklist),
        *_of_presets(checklist),
        *_circles(checklist),
    )


def _doubled(checklist: Checklist) -> Iterator[Fault]:
    for ids in (
        [item.id for item in checklist.items],
        [output.id for output in checklist.outputs],
        [preset.id for preset in checklist.presets],
        [timer.id for timer in checklist.timers],
    ):
        yield from (
            Fault(FaultKind.TWICE, each, each)
            for place, each in enumerate(ids)
            if each in ids[:place]
        )
    names: set[str] = set(NAMES)
    for item in checklist.items:
        if item.name in names and not any(
            other.id == item.id and other is not item for other in checklist.items
        ):
            yield Fault(FaultKind.TWICE, item.id, item.name)
        names.add(item.name)


def _unknown(checklist: Checklist) -> Iterator[Fault]:
    known = NAMES | checklist.by_name.keys()
    for place, expression in _expressions(checklist):
        yield from _nobody(place, expression.names - known)
        yield from _misspelt(place, expression, checklist)
    for item in checklist.items:
        if item.options_from:
            yield from _nobody(item.id, {item.options_from} - known)
        for rule in item.rules:
            yield from _nobody(item.id, rule.blanks - known)
    in_texts = known | TEXT_NAMES
    for output in checklist.outputs:
        if output.when is not None:
            yield from _nobody(output.id, output.when.names - in_texts)
            yield from _misspelt(output.id, output.when, checklist)
        yield from _nobody(output.id, set(_unfilled(output, in_texts)))


def _misspelt(
    place: str, expression: Expression, checklist: Checklist
) -> Iterator[Fault]:
    """Fields, doubts and answers that there are not: a rule would never speak."""
    for function, text in sorted(expression.asked):
        if text not in _WORDS_OF.get(function, (text,)):
            yield Fault(FaultKind.NO_WORD, place, text)
    for name, text in sorted(expression.compared):
        item = checklist.by_name.get(name)
        if item is not None and _cannot_be(item, text):
            yield Fault(FaultKind.NO_SUCH_ANSWER, place, text)


def _nobody(place: str, names: AbstractSet[str]) -> Iterator[Fault]:
    yield from (Fault(FaultKind.NO_NAME, place, name) for name in sorted(names))


def _unfilled(output: Output, known: AbstractSet[str]) -> Iterator[str]:
    """Placeholders that nothing in the list fills."""
    for node in parse(output.template):
        if not isinstance(node, Placeholder):
            continue
        by_list = node.known is None or node.known.origin is Origin.FIELD
        if by_list and node.key not in known:
            yield node.name


def _expressions(checklist: Checklist) -> Iterator[tuple[str, Expression]]:
    for item in checklist.items:
        found = [*expressions_of(item), item.required]
        found += [rule.when for rule in item.rules]
        found += [option.when for option in item.options]
        yield from ((item.id, each) for each in found if each is not None)
    for timer in checklist.timers:
        yield timer.id, timer.at
        if timer.when is not None:
            yield timer.id, timer.when
    if checklist.close_rule is not None:
        yield "", checklist.close_rule


def _of_items(checklist: Checklist) -> Iterator[Fault]:
    blocks = {block.id for block in checklist.blocks}
    for item in checklist.items:
        if item.block and item.block not in blocks:
            yield Fault(FaultKind.NO_BLOCK, item.id, item.block)
        needs_options = item.type is ItemType.CHOICE and item.auto is None
        if needs_options and not item.options and not item.options_from:
            yield Fault(FaultKind.NO_OPTIONS, item.id, item.id)


def _of_presets(checklist: Checklist) -> Iterator[Fault]:
    for preset in checklist.presets:
        for item_id, answer in preset.answers.items():
            item = checklist.by_id.get(item_id)
            if item is None:
                yield Fault(FaultKind.NO_ITEM, preset.id, item_id)
            elif _cannot_be(item, answer):
                yield Fault(FaultKind.NO_SUCH_ANSWER, preset.id, answer)


def _cannot_be(item: Item, answer: str) -> bool:
    if item.type is not ItemType.CHOICE or item.options_from:
        return False
    return answer not in {option.id for option in item.options}


def _circles(checklist: Checklist) -> Iterator[Fault]:
    """Items whose value depends on itself, each told once."""
    needs: Mapping[str, frozenset[str]] = {
        item.name: _needs(item) & checklist.by_name.keys() for item in checklist.items
    }
    settled: set[str] = set()
    for item in checklist.items:
        if _leads_back(item.name, needs, settled):
            yield Fault(FaultKind.CIRCLE, item.id, item.name)


def _needs(item: Item) -> frozenset[str]:
    return frozenset().union(*(each.names for each in expressions_of(item)))


def _leads_back(
    name: str, needs: Mapping[str, frozenset[str]], settled: set[str]
) -> bool:
    """Whether `name` is reached from itself; what is known to be sound is settled."""
    seen: set[str] = set()
    waiting = [*needs[name]]
    while waiting:
        other = waiting.pop()
        if other == name:
            return True
        if other not in seen and other not in settled:
            seen.add(other)
            waiting += needs[other]
    settled.add(name)
    return False
