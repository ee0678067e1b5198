"""The last part of an address: road, number, house, room.

Walks on from the places word by word as long as the words belong to an address.
"""

import re
from collections.abc import Sequence

from qtdesk.core.orders.draft import Draft
from qtdesk.core.orders.fields import FieldName, Flag, FlagKind, Span
from qtdesk.core.orders.folding import INVISIBLE, TAKEN
from qtdesk.core.orders.names import looks_like_name, take_name
from qtdesk.core.orders.wishes import is_courtesy

_WORD = re.compile(rf"[^\s,，;；。!！?？|{TAKEN}{INVISIBLE}]+")
_SIGN = re.compile(
    r"\d|[路街道巷弄号楼栋幢座室村组镇乡园苑厦城庄屯寨坊厂店场站院校馆所社队铺库区湾里层户府邸郡庭轩]$"
    r"|小区|大厦|广场|公寓|花园|公司|学校|大学|中学|小学|医院|酒店|超市|驿站|门口|"
    r"中心|市场|单元|路口"
    r"|工业|物流|仓库|商场|菜鸟|自提|代收|丰巢|快递柜|\*{2}"
)
_STRONG = re.compile(
    r"\d{1,5}\s{0,2}(?:号|栋|幢|座|楼|室|单元|弄|层|组|户|期|[A-Za-z](?![A-Za-z]))|"
    r"[A-Za-z]座|小区|大厦|公寓|花园"
    r"|^\d{1,4}(?:-\d{1,4}){0,3}(?:室|户)?$"
)
_TALK = re.compile(
    r"^(?:谢谢|感谢|麻烦|请|帮|亲|你好|您好|好的|可以|收到|这个|就这|那个|哈|嗯|"
    r"改|电话|手机|收货人|收件人|联系|不是|不在|之前|原来)"
)
_HOUSE_END = re.compile(r"[号室楼栋座层户房院村组店厦园区城府苑铺厂司\dA-Za-z)]")
_HOUSE_WORDS = re.compile(r"[号室楼栋座层户房院村组店厦园区城府苑铺厂司门单元东西南北]")
_RECIPIENT = (FieldName.NAME, FieldName.MOBILE, FieldName.LANDLINE)
_OPENING = "([<"
_CLOSING = ")]>"
_POSTCODE = re.compile(r"(?<![\d\-*])(\d{6})(?![\d\-*])")


def read_postcode(draft: Draft, labelled: Sequence[Span]) -> None:
    """Six digits that stand alone; six zeros stand for none."""
    for span in labelled:
        found = _POSTCODE.search(draft.open, *span)
        if found is not None:
            _take_postcode(draft, found)
    for found in _POSTCODE.finditer(draft.open):
        before = draft.open[: found.start()][-1:]
        after = draft.open[found.end() :][:1]
        alone = all(not c or c in f" ,，\n\t()[];。.、{TAKEN}" for c in (before, after))
        if alone and not draft.has(FieldName.POSTCODE):
            _take_postcode(draft, found)


def _take_postcode(draft: Draft, found: re.Match[str]) -> None:
    if found[1] == "000000":
        draft.label(Span(*found.span(1)))
    else:
        draft.take(FieldName.POSTCODE, Span(*found.span(1)))


def read_detail(draft: Draft, start: int | None, labelled: Sequence[Span]) -> None:
    """Claim the detail: behind its label, behind the places, or the best there is."""
    spans: list[Span] = []
    for value in labelled:
        span = draft.trim(value)
        if span.start < span.end and not spans:
            spans = _words_of(draft, span)
    if start is not None and not spans:
        spans = _walk(draft, start)
    doubt: tuple[Flag, ...] = ()
    if not spans and (start is not None or any(map(draft.has, _RECIPIENT))):
        spans = _anywhere(draft)
        doubt = (Flag(FlagKind.DETAIL_LOW_CONFIDENCE),)
    if not spans:
        return
    spans = _joined(draft, spans)
    if spans:
        spans = _split_name_off(draft, spans)
    if spans:
        draft.take(FieldName.DETAIL, spans, None, *doubt)


def _words_of(draft: Draft, value: Span) -> list[Span]:
    return [Span(*word.span()) for word in _WORD.finditer(draft.open, *value)]


def _walk(draft: Draft, start: int) -> list[Span]:
    """The words of an address from `start` on; behind a gap only sure ones."""
    found: list[Span] = []
    end = start
    for word in _WORD.finditer(draft.open, start):
        between = draft.open[end : word.start()]
        if not _belongs(draft, word[0], between, first=not found):
            break
        found.append(Span(*word.span()))
        end = word.end()
    return found


def _belongs(draft: Draft, word: str, between: str, *, first: bool) -> bool:
    if is_courtesy(word) or _TALK.match(word):
        return False
    if TAKEN in between and not first:
        return _STRONG.search(word) is not None
    if first:
        unnamed = not draft.has(FieldName.NAME) and looks_like_name(word)
        return _SIGN.search(word) is not None or not (unnamed or TAKEN in between)
    return _SIGN.search(word) is not None


def _anywhere(draft: Draft) -> list[Span]:
    """The run of words that looks most like an address, where no place leads to it."""
    best: list[Span] = []
    run: list[Span] = []
    for word in _WORD.finditer(draft.open):
        sure = _STRONG.search(word[0]) and re.search(r"[\u4e00-\u9fff]", word[0])
        if (
            run
            and (sure or _SIGN.search(word[0]))
            and (TAKEN not in draft.open[run[-1].end : word.start()])
        ):
            run.append(Span(*word.span()))
        else:
            run = [Span(*word.span())] if sure and not _TALK.match(word[0]) else []
        if sum(s.end - s.start for s in run) > sum(s.end - s.start for s in best):
            best = list(run)
    return best


def _joined(draft: Draft, words: Sequence[Span]) -> list[Span]:
    """Words with nothing but a gap between them make one span."""
    joined = [words[0]]
    for word in words[1:]:
        if TAKEN in draft.open[joined[-1].end : word.start]:
            joined.append(word)
        else:
            joined[-1] = Span(joined[-1].start, word.end)
    bare = (_without_lone_brackets(draft, span) for span in joined)
    return [span for span in bare if span.start < span.end]


def _without_lone_brackets(draft: Draft, span: Span) -> Span:
    """Brackets around what somebody else has claimed are no part of a detail."""
    start, end = span
    while end > start and draft.open[end - 1] in _OPENING:
        end -= 1
    while start < end and draft.open[start] in _CLOSING:
        start += 1
    whole = draft.open[start:end]
    for opening, closing in zip(_OPENING, _CLOSING, strict=True):
        if whole.startswith(opening) and closing not in whole:
            start += 1
        if whole.endswith(closing) and opening not in whole:
            end -= 1
    while start < end and draft.open[start] in "-/·":
        start += 1
    return draft.trim(Span(start, end))


def _split_name_off(draft: Draft, spans: list[Span]) -> list[Span]:
    """946室杨寅: the name that is glued to the end, where there is no other."""
    if draft.has(FieldName.NAME):
        return spans
    last = spans[-1]
    glued = (_glued_name(last.of(draft.folded), size) for size in (3, 2))
    name = next(filter(None, glued), None)
    if name is None:
        return spans
    start = last.end - len(name)
    take_name(draft, Span(start, last.end))
    rest = draft.trim(Span(last.start, start))
    return [*spans[:-1], rest] if rest.start < rest.end else spans[:-1]


def _glued_name(detail: str, size: int) -> str | None:
    name, before = detail[-size:], detail[-size - 1 : -size]
    if not _HOUSE_END.match(before) or not looks_like_name(name):
        return None
    return None if _HOUSE_WORDS.search(name) else name
