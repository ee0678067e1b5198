"""What the buyer asks for: a message in its sentences, and wishes beside an address.

A wish is kept word for word. Thanks and greetings are none; they stay in what is left.
"""

import re
from collections.abc import Iterator, Sequence

from qtdesk.core.orders.draft import Draft
from qtdesk.core.orders.fields import FieldName, FlagKind, Span
from qtdesk.core.orders.folding import TAKEN
from qtdesk.core.orders.label_words import Topic
from qtdesk.core.orders.labels import Section

_SENTENCE = re.compile(r"[^,，。;；!！?？\n~～]+")
_WORD = re.compile(rf"[^\s,，。;；!！?？~()\[\]{TAKEN}]+")
_NOTHING = re.compile(r"(?:无|没有|暂无|空|-+|null|none|/)$", re.IGNORECASE)
_COURTESY = re.compile(
    r"(?:好的?|嗯+|谢谢|感谢|多谢|辛苦|麻烦|拜托|亲|您好|你好|在吗|哈+|哦|呢|啦|"
    r"了|您|你|老板|"
    r"客服|卖家|店家|店主|掌柜|hi|hello|thanks|thank you|!|\.| )+$",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"不要|别(?:发|用|放|走|寄|打|送|敲|按)|请勿|勿(?:发|放|用|寄|打|送|走)|不(?:发|收|走|用|放)(?!明)|要发|发顺丰|"
    r"走顺丰"
    r"|用顺丰|寄顺丰|要顺丰|顺丰(?:到付|发货)|指定(?:发|顺丰|快递)|只(?:收|要|发)|"
    r"加急|尽快"
    r"|尽早|快点|赶紧|急用|着急|早点发|今天发|明天发|晚点发|延迟发|暂不发|先不发|"
    r"送(?:个|一|点|货)"
    r"|多送|送到(?:家|门|楼)|放(?:在)?(?:门口|驿站|菜鸟|丰巢|快递柜|前台|门卫|保安|"
    r"物业|代收|传达室|"
    r"蜂巢|自提|小区门)|打电话|电话联系|提前(?:联系|打|电话)|周末|周[一二三四五六日天][到至再送发前后不上下和或都]|"
    r"上班时间|下班|白天(?!鹅)|晚上|工作日|礼盒|礼品袋|贺卡|纸条|写上"
    r"|手写|匿名|保密|隐私发|开(?:个)?(?:发)?票|要发票|到付|包邮|轻拿轻放|包装(?:好|"
    r"严|仔细)|包好"
    r"|生日快乐|换成(?!地)|要(?:大|小)一?(?:码|号)"
)
_ADDRESS_SIGN = re.compile(
    r"\d{1,5}(?:号|栋|幢|楼|室|单元|弄|层)|省|[东西南北中]路|街道|镇"
)
_CHANGE = re.compile(
    r"(?:改|换|变更|修改|更改)(?:一?下|个|成|为|到)?(?:收货|收件)?(?:地址|电话|手机|"
    r"收货信息)"
    r"|(?:地址|电话|手机号?|收货信息)(?:要|需要|想|帮我?|麻烦)?(?:改|换|变更|修改|"
    r"更改|错|写错|填错)"
    r"|(?:麻烦|帮忙|请)改(?:一)?下|地址从?[^\n]{0,60}(?:改成|换成|改到|改为)"
)


def read_messages(draft: Draft, sections: Sequence[Section]) -> None:
    """Split labelled messages and remarks; must come before anything is searched."""
    for section in sections:
        if section.topic is Topic.MESSAGE:
            for span in _sentences(draft, section.value):
                draft.take(FieldName.REQUEST, span)
        elif section.topic is Topic.REMARK:
            span = draft.trim(section.value)
            if _says_something(span.of(draft.open)):
                draft.take(FieldName.REMARK, span)


def read_wishes(draft: Draft) -> None:
    """Take wishes that stand among the rest of a text."""
    if _CHANGE.search(draft.folded):
        draft.note(FlagKind.ADDRESS_CHANGE)
    for word in _WORD.finditer(draft.open):
        if _WISH.search(word.group()) and not _ADDRESS_SIGN.search(word.group()):
            draft.take(FieldName.REQUEST, draft.trim(Span(*word.span())))


def is_courtesy(words: str) -> bool:
    return _COURTESY.match(words) is not None


def _sentences(draft: Draft, whole: Span) -> Iterator[Span]:
    for match in _SENTENCE.finditer(draft.open, *whole):
        span = draft.trim(Span(*match.span()))
        if _says_something(span.of(draft.open)):
            yield span


def _says_something(words: str) -> bool:
    if not words or _NOTHING.match(words) or _COURTESY.match(words):
        return False
    return re.search(r"\w", words.replace(TAKEN, "")) is not None
