"""What was bought: order number, item, variant, quantity, amounts, time, buyer.

Amounts stay as they are written, without sign and thousands; nothing is added up.
"""

import re
from collections.abc import Iterator, Sequence

from qtdesk.core.orders.draft import Draft
from qtdesk.core.orders.fields import FieldName, Flag, FlagKind, Span
from qtdesk.core.orders.label_words import Topic
from qtdesk.core.orders.labels import Section

_SURE_ORDER = re.compile(r"\d{6}-\d{15}|\d{12,22}")
_ANY_ORDER = re.compile(r"[0-9A-Za-z][0-9A-Za-z\-_]{3,39}")
_BARE_ORDER = re.compile(r"(?<![\dA-Za-z\-])(\d{6}-\d{15}|\d{16,22})(?![\dA-Za-z\-])")
_AMOUNT = r"(\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,9}(?:\.\d{1,2})?)"
_MONEY = re.compile(rf"[¥$]?\s?{_AMOUNT}(?!\d)\s?(?:元|块钱?|rmb)?", re.IGNORECASE)
_BARE_MONEY = re.compile(
    rf"¥\s?{_AMOUNT}(?!\d)|(?<![\d.])(\d{{1,6}}\.\d{{1,2}})\s?元|(?<![\d.])(\d{{1,6}})元"
)
_FREE = re.compile("包邮|免邮|免运费")
_FREIGHT_WITHIN = re.compile(rf"(?:含|加)?(?:运费|邮费|快递费)[: ]?[¥]?\s?{_AMOUNT}元?")
_DIGIT = {word: str(number) for number, word in enumerate("零一二三四五六七八九十")}
_DIGIT |= {"两": "2", "俩": "2"}
_COUNTERS = (
    "件|条|双|个|套|盒|瓶|包|袋|箱|台|本|支|只|份|斤|张|把|块|罐|桶|片|对|副|顶|"
    "床|串|提|组|"
    "枚|根|卷|册|束|pcs|pc"
)
_COUNT = re.compile(
    r"(?:[x×*][ ]?(\d{1,5})(?!\d)[ ]?(?:件|条|双|个|套|盒|瓶|包|袋|箱|台)?"
    rf"|(?:共|各)?[ ]?(\d{{1,5}}|[一二两俩三四五六七八九十])[ ]?(?:{_COUNTERS})(?:装)?)"
    r"[ ,;.)]*$",
    re.IGNORECASE,
)
_WHOLE_COUNT = re.compile(
    rf"[x×*]?[ ]?(\d{{1,5}}|[一二两三四五六七八九十])[ ]?(?:{_COUNTERS})?",
    re.IGNORECASE,
)
_FREE_COUNT = re.compile(
    r"(?:拍了?|买了?|要|下单了?|订了?|[一总]?共)[ ]?"
    rf"(\d{{1,4}}|[一二两三四五六七八九十])[ ]?(?:{_COUNTERS})"
    r"|(?<![\w])[x×][ ]?(\d{1,4})(?!\w)"
)
_TIME = re.compile(
    r"\d{4}[\-/.年]\d{1,2}[\-/.月]\d{1,2}日?(?:[ T]*\d{1,2}:\d{2}(:\d{2})?)?"
)
_ITEM_LINE = re.compile(
    r"^[ ]*([^\n\x01]{2,80}?)[ ]+¥?[ ]?(\d{1,6}\.\d{1,2})元?[ ]*"
    r"([x×*][ ]?\d{1,4})[ ]*$",
    re.MULTILINE | re.IGNORECASE,
)
_BARE_TIME = re.compile(
    r"(?<!\d)20\d\d[\-/.年]\d{1,2}[\-/.月]\d{1,2}日?[ T]+\d{1,2}:\d{2}(?::\d{2})?(?!\d)"
)
_AMOUNTS = {
    Topic.PRICE: FieldName.PRICE,
    Topic.DISCOUNT: FieldName.DISCOUNT,
    Topic.FREIGHT: FieldName.FREIGHT,
    Topic.PAID: FieldName.PAID,
}


def read_purchases(draft: Draft, sections: Sequence[Section]) -> None:
    counted = any(section.topic is Topic.QUANTITY for section in sections)
    for section in sections:
        match section.topic:
            case Topic.ORDER:
                _read_order(draft, section.value)
            case Topic.BUYER:
                _take_whole(draft, FieldName.BUYER, section.value)
            case Topic.TIME:
                _read_time(draft, section.value)
            case Topic.ITEM:
                _read_item(draft, section.value, counted=counted)
            case Topic.QUANTITY:
                _read_quantity(draft, section.value)
            case Topic.PRICE | Topic.DISCOUNT | Topic.FREIGHT | Topic.PAID:
                _read_amount(draft, section)
            case _:
                pass
    _read_variants(draft, [s for s in sections if s.topic is Topic.SKU])


def _take_whole(draft: Draft, name: FieldName, span: Span) -> None:
    span = draft.trim(span)
    if span.start < span.end:
        draft.take(name, span)


def _read_order(draft: Draft, span: Span) -> None:
    for pattern in (_SURE_ORDER, _ANY_ORDER):
        found = pattern.search(draft.open, *span)
        if found is not None:
            odd = () if pattern is _SURE_ORDER else (Flag(FlagKind.ORDER_ODD),)
            draft.take(FieldName.ORDER, Span(*found.span()), None, *odd)
            return


def _read_time(draft: Draft, span: Span) -> None:
    found = _TIME.search(draft.open, *span)
    if found is not None:
        draft.take(FieldName.ORDERED_AT, Span(*found.span()))


def _read_item(draft: Draft, span: Span, *, counted: bool) -> None:
    """An item with what stands behind it; `counted` if a label tells how many."""
    span = draft.trim(span)
    count = None if counted else _COUNT.search(draft.open, *span)
    price = next(_BARE_MONEY.finditer(draft.open, *span), None)
    if count is not None and count.start() > span.start:
        _take_count(draft, count)
        span = draft.trim(Span(span.start, count.start()))
    if price is not None and price.start() > span.start and price.end() <= span.end:
        draft.take(FieldName.PRICE, Span(*price.span()), _sum_of(price))
        span = draft.trim(Span(span.start, price.start()))
    if span.start < span.end:
        draft.take(FieldName.ITEM, span)


def _read_variants(draft: Draft, sections: Sequence[Section]) -> None:
    """Colour, size and the like: those beside each other are one variant."""
    run: list[Span] = []
    for section in sections:
        value = draft.trim(section.value)
        count = _COUNT.search(draft.open, *value)
        if count is not None and _is_apart(draft, value, count):
            _take_count(draft, count)
            value = draft.trim(Span(value.start, count.start()))
        if value.start == value.end:
            draft.label(section.label)
            continue
        behind = section.label.start < value.start
        whole = Span(section.label.start if behind else value.start, value.end)
        if run and draft.open[run[-1].end : whole.start].strip(" ,;，；/\t\n"):
            _take_variant(draft, run)
            run = []
        run.append(whole)
    if run:
        _take_variant(draft, run)


def _is_apart(draft: Draft, value: Span, count: re.Match[str]) -> bool:
    """Whether a count stands behind a variant, and is not the variant itself."""
    return count.start() > value.start and draft.open[count.start()] in "x×* 共"


def _take_variant(draft: Draft, run: Sequence[Span]) -> None:
    draft.take(FieldName.SKU, Span(run[0].start, run[-1].end))


def _read_quantity(draft: Draft, span: Span) -> None:
    span = draft.trim(span)
    found = _WHOLE_COUNT.match(draft.open, *span)
    if found is not None:
        draft.take(FieldName.QUANTITY, Span(*found.span()), _number(found[1]))


def _take_count(draft: Draft, count: re.Match[str]) -> None:
    span = draft.trim(Span(*count.span()))
    draft.take(FieldName.QUANTITY, span, _number(count[1] or count[2]))


def _number(written: str) -> str:
    return _DIGIT.get(written) or str(int(written))


def _read_amount(draft: Draft, section: Section) -> None:
    within = _FREIGHT_WITHIN.search(draft.open, *section.value)
    if within is not None:
        draft.take(FieldName.FREIGHT, Span(*within.span()), _plain(within[1]))
    name = _AMOUNTS[section.topic]
    found = _MONEY.search(draft.open, *section.value)
    free = _FREE.search(draft.open, *section.value)
    if name is FieldName.FREIGHT and free is not None:
        draft.take(name, Span(*free.span()), "0")
    elif found is not None and not draft.open[
        section.value.start : found.start()
    ].strip(" -("):
        draft.take(name, Span(*found.span()), _plain(found[1]))


def read_bare_purchases(draft: Draft) -> None:
    """What shows by its shape alone; an amount nobody names is doubtful."""
    for order in _BARE_ORDER.finditer(draft.open):
        draft.take(FieldName.ORDER, Span(*order.span(1)))
    for time in _BARE_TIME.finditer(draft.open):
        draft.take(FieldName.ORDERED_AT, Span(*time.span()))
    for line in _ITEM_LINE.finditer(draft.open):
        draft.take(FieldName.PRICE, Span(*line.span(2)), _plain(line[2]))
        draft.take(
            FieldName.QUANTITY, Span(*line.span(3)), _number(line[3].lstrip("xX×* "))
        )
        draft.take(FieldName.ITEM, draft.trim(Span(*line.span(1))))
    if not draft.has(FieldName.PAID):
        bare = list(_BARE_MONEY.finditer(draft.open))
        if len(bare) == 1:
            flag = Flag(FlagKind.AMOUNT_UNLABELLED)
            draft.take(FieldName.PAID, Span(*bare[0].span()), _sum_of(bare[0]), flag)
    if not draft.has(FieldName.QUANTITY):
        for count in _counted(draft):
            draft.take(
                FieldName.QUANTITY, Span(*count.span()), _number(count[1] or count[2])
            )


def _counted(draft: Draft) -> Iterator[re.Match[str]]:
    found = list(_FREE_COUNT.finditer(draft.open))
    if len(found) == 1:
        yield found[0]


def _sum_of(match: re.Match[str]) -> str:
    return _plain(next(group for group in match.groups() if group))


def _plain(amount: str) -> str:
    return amount.replace(",", "")
