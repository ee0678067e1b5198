"""Texts that a check makes: filled by the grammar of phrases, with the check's values.

A text that wants something is told as such and never given out. A remark is put
together in the shop's own order, and counted as the platform counts.
"""

from collections.abc import Iterable, Mapping, Sequence

from qtdesk.core.checklists.checklist import ItemType, Output
from qtdesk.core.checklists.scope import Scope
from qtdesk.core.checklists.shop import ShopFacts
from qtdesk.core.checklists.standing import Entry, MadeText
from qtdesk.core.checklists.texts import Text
from qtdesk.core.checklists.values import is_empty, shown
from qtdesk.core.records import OutputTarget
from qtdesk.core.templates import Context, Filled, Profile, fill
from qtdesk.core.words import NO_WORDS, QT_TRANSLATE_NOOP, Words, words

MISSING_PARTS = "missing_parts"
"""A name that only texts have: what to ask the buyer for, as one sentence."""
TEXT_NAMES = frozenset({MISSING_PARTS})
_BETWEEN = "；"
_REMARKS = Output(
    "remarks", OutputTarget.REMARK, Text("全部备注", "All remarks"), template=""
)


def made_texts(
    scope: Scope, entries: Sequence[Entry], profile: Profile, language: str
) -> tuple[MadeText, ...]:
    """All texts that apply now, in the order of the list."""
    check = scope.check
    asks = _asks(entries)
    scope.tell(MISSING_PARTS, asks or None)
    fields = _fields(scope, asks)
    context = Context(
        moment=scope.moment,
        locale=check.checklist.locale,
        profile=profile,
        buyer=shown(scope.value("buyer")) if _has_buyer(scope) else "",
        fields=fields,
        typed=_typed(scope, fields),
    )
    made = []
    for output in check.checklist.outputs:
        if not scope.holds(output.when, None, in_doubt=False):
            continue
        filling = fill(remark_source(output, check.shop), context)
        size = len(filling.draft.encode())
        made.append(
            MadeText(
                output,
                output.label.said(language),
                filling,
                size,
                _too_long(size, scope) if _is_remark(output) else NO_WORDS,
                output.id in check.given,
            )
        )
    return tuple(made)


def remark_source(output: Output, shop: ShopFacts) -> str:
    """The template of `output`; of a remark with a code in the shop's own order.

    That order has `{code}`, `{text}`, `{sign}`, `{date}` and `{agent_id}`; a date is
    written as month and day with a point, as shops do.
    """
    if not output.code:
        return output.template
    order = shop.remark_order.replace("{date}", "{date:M.D}")
    return order.replace("{code}", output.code).replace("{text}", output.template)


def remark_of(
    texts: Iterable[MadeText], scope: Scope, language: str
) -> MadeText | None:
    """All remark lines as one text, a line each, the newest last."""
    lines = [each for each in texts if _is_remark(each.output)]
    if not lines:
        return None
    if any(not isinstance(line.filling, Filled) for line in lines):
        wanting = next(line for line in lines if not isinstance(line.filling, Filled))
        return MadeText(_REMARKS, wanting.label, wanting.filling, wanting.bytes)
    text = "\n".join(line.filling.draft for line in lines)
    size = len(text.encode())
    label = _REMARKS.label.said(language)
    return MadeText(_REMARKS, label, Filled(text), size, _too_long(size, scope))


def _asks(entries: Iterable[Entry]) -> str:
    """One part of a sentence for each entry that is wrong and was not let pass."""
    asks = [
        finding.ask
        for entry in entries
        if not entry.reason
        for finding in entry.findings[:1]
        if finding.ask
    ]
    return _BETWEEN.join(dict.fromkeys(asks))


def _fields(scope: Scope, asks: str) -> Mapping[str, str]:
    fields = {MISSING_PARTS: asks}
    for item in scope.check.checklist.items:
        value = scope.value(item.name)
        text = "" if is_empty(value) else shown(value)
        if item.type is ItemType.CHOICE:
            # In the language of the list, whatever the agent reads.
            labels = (
                o.label.said(scope.check.checklist.locale)
                for o in item.options
                if o.id == value
            )
            text = next(labels, text)
        fields[item.name] = text
    return fields


def _typed(scope: Scope, fields: Mapping[str, str]) -> frozenset[str]:
    """Names of what the agent wrote freely, also within what is made of it."""
    check = scope.check
    free = [item for item in check.checklist.items if not item.field]
    said = [
        fields[item.name]
        for item in free
        if item.id in check.values and item.type is ItemType.TEXT and fields[item.name]
    ]
    return frozenset(
        item.name for item in free if any(one in fields[item.name] for one in said)
    )


def _has_buyer(scope: Scope) -> bool:
    return "buyer" in scope.check.checklist.by_name


def _is_remark(output: Output) -> bool:
    return output.target is OutputTarget.REMARK


def _too_long(size: int, scope: Scope) -> Words:
    rule = scope.rule
    if rule is None or rule.memo_warning is None or size < rule.memo_warning:
        return NO_WORDS
    return words(
        QT_TRANSLATE_NOOP(
            "core", "The remark has {size} bytes; the platform takes {most}."
        ),
        size=size,
        most=rule.memo_bytes,
    )
