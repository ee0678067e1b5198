"""Who receives the parcel: a labelled name, or the word that looks most like one.

Never makes up its mind silently: a name that nothing but its place speaks for is
flagged, and the agent picks another word.
"""

import re
from collections.abc import Iterator, Sequence

from qtdesk.core.orders.draft import Draft
from qtdesk.core.orders.fields import FieldName, Flag, FlagKind, Span
from qtdesk.core.orders.folding import INVISIBLE, TAKEN
from qtdesk.core.orders.label_words import Topic
from qtdesk.core.orders.labels import Section
from qtdesk.core.orders.wishes import is_courtesy

_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢"
    "蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟"
    "龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂"
    "丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫"
    "查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑"
    "邬臧畅宫来苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓"
    "花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙伏岑习胥保和"
    "蒲元仝亓佘宓寇帅幸忻怀恽扈晁朴权檀步汝沐濮狄祖禹缪羿芮茅茹荀莘萨蔚蔺衡訾诸贝贡"
    "贲赫逄那邰邴郗郦鄂钮阙阚隆隗雍雒靖韶颉"
    "楼闫肖付代呼麻宿尚苍双粟鹿骆邝利麦危凤"
)
_DOUBLE_SURNAMES = (
    "欧阳|上官|司马|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|长孙|夏侯|宇文|端木|"
    "南宫|独孤|"
    "轩辕|闻人|澹台|呼延|拓跋|申屠|公冶|太史|西门|司空"
)
_TITLES = (
    "先生|女士|小姐|太太|老师|同学|阿姨|叔叔|大哥|大姐|师傅|医生|总|经理|哥|姐|主任|"
    "老板|收"
)
_TITLED = re.compile(rf"[\u4e00-\u9fff]{{1,4}}(?:{_TITLES})")
_NICKNAME = re.compile(
    r"(?:小|老|阿|大)[\u4e00-\u9fff]{0,1}"
    r"[\u4e00-\u9fff](?<![码号件包盒箱瓶袋门楼厦学时家区个型只款色童孩])"
)
_HAN_NAME = re.compile(
    rf"(?:{_DOUBLE_SURNAMES})[\u4e00-\u9fff]{{1,2}}|[\u4e00-\u9fff]{{2,4}}"
)
_DOTTED = re.compile(r"[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,10}){1,3}")
_MASKED = re.compile(
    r"[\u4e00-\u9fff]{1,2}\*{1,3}[\u4e00-\u9fff]?|\*{1,3}[\u4e00-\u9fff]{1,2}"
)
_LATIN = re.compile(r"[A-Za-z][A-Za-z.'\-]{1,19}")
_TOKEN = re.compile(rf"[^\s,，.。;；:!！?？、()\[\]<>|/{TAKEN}{INVISIBLE}]+")
_NO_NAME_END = frozenset(
    "路街道巷弄号楼栋幢座室村组镇乡园苑厦城庄屯寨坊厂店场站院校馆所社队铺库区县省市湾里层户梯"
)
_NO_NAME = re.compile(
    r"不变|同上|如上|一样|照旧|地址|电话|手机|号码|快递|订单|发货|收货|公司|超市|"
    r"学校|大学|医院|小区|驿站|菜鸟|改|谢|麻烦|请"
    r"|帮|发到|寄|这个|那个|我的|你们|你好|您好|一下|不要|好的|可以|多少|什么|怎么|"
    r"已经|拍|付款|备注"
    r"|门口|前台|代收|自提|加急|尽快|客服|默认|顺丰|圆通|中通|申通|韵达|邮政|极兔|"
    r"家里|楼下|楼上|附近"
    r"|对面|旁边|隔壁|楼|栋|单元|商铺|店铺|宝贝|亲|哈|哦|呢|吗|啊|吧|的|了|是|在|"
    r"到|给|把|和"
)
_AS_BEFORE = re.compile("不变|没变|同上|如上|一样|照旧")
_END_OF_NAME = re.compile(
    rf"[(,，;；、\n\t|\[\]{TAKEN}]|[ ]{{2,}}|\d{{3}}|(?<=[\u4e00-\u9fff])[ ]"
)
_NAME_APART = re.compile(
    r"[\u4e00-\u9fff][ ]{1,2}[\u4e00-\u9fff]{1,2}(?![\u4e00-\u9fff])"
)
"""黄 蓉: how some fill a line with a short name."""
_INTRODUCED = re.compile(
    r"(?:我叫|名字叫|名叫|叫我)[ ]?([\u4e00-\u9fff]{2,4}?)"
    r"(?=住|在|就|吧|电话|手机|地址|[\s,;\d]|\Z)"
)
_COMMON_WORDS = re.compile(
    "安全|安排|包邮|包装|常用|成功|单独|方便|高兴|高跟|关于|花色|华为|解释|金色|"
    "康乐|路口|马上|毛巾|毛衣|米色|明天|牛仔|牛仔裤|平台|平时|全部|全套|全款|"
    "任何|时候|水果|童装|万一|温馨|项链|许多|严重|严格|应该|易碎|应急|于是|支持|"
    "钱包|周末|周边|何时|和平|石材|宝宝|宝妈|白天|石头|马桶|安装|安心|白酒|包裹|"
    "鲜花|花茶|黄金|金属|单人|双人|双肩|方形|方块|高清|高端|高级|毛毯|孔径"
)
"""Begin with a surname and are no names."""
_RECEIVES = re.compile(r"[ ]*\(?(?:亲)?收(?:货|件)?\)?(?![\u4e00-\u9fff])")
_MARK = re.compile(r"\[\s*\d{3,6}\s*\]|\([^()]{0,6}\)")
"""What may stand between a name and its number: an extension, 王十（女）."""
_LONGEST_WITH_SURNAME = 3
_FARTHEST = 24
"""Characters between a name and its number, labels included."""
_RECIPIENT = (
    *(FieldName.MOBILE, FieldName.LANDLINE, FieldName.PROVINCE),
    *(FieldName.CITY, FieldName.DISTRICT),
)
"""Without any of these a text tells of no recipient."""
_LEAST = 3
"""Points that a word needs to be taken for a name."""


def read_labelled_name(draft: Draft, sections: Sequence[Section]) -> None:
    """The name behind a label; the rest of its line stays for others."""
    for section in sections:
        if section.topic is Topic.NAME and not draft.has(FieldName.NAME):
            span = _first_of(draft, section.value)
            if span.start < span.end and not _AS_BEFORE.match(span.of(draft.open)):
                draft.take(FieldName.NAME, span)


def _first_of(draft: Draft, value: Span) -> Span:
    """Up to what cannot belong to a name any more."""
    value = draft.trim(value)
    apart = _NAME_APART.match(draft.open, *value)
    if apart is not None:
        return Span(*apart.span())
    stop = _END_OF_NAME.search(draft.open, *value)
    return draft.trim(Span(value.start, stop.start() if stop else value.end))


def read_free_name(draft: Draft) -> None:
    """The word that looks most like a name, unless there is one already."""
    if draft.has(FieldName.NAME):
        return
    introduced = _INTRODUCED.search(draft.open)
    if introduced is not None and _looks_sure(introduced[1]):
        draft.take(FieldName.NAME, Span(*introduced.span(1)))
        return
    if not any(draft.has(name) for name in _RECIPIENT):
        return  # nobody is to receive anything
    rated = []
    for span in _words(draft):
        points = _points(draft, span)
        if points >= _LEAST:
            rated.append(
                (_looks_sure(span.of(draft.folded)), points, -span.start, span)
            )
    if not rated:
        return
    sure, _, _, span = max(rated)
    flags = () if sure else (_doubtful(),)
    draft.take(FieldName.NAME, _without_verb(draft, span), None, *flags)
    received = _RECEIVES.match(draft.open, span.end)
    if received is not None and received[0].strip():
        draft.label(draft.trim(Span(*received.span())))


def take_name(draft: Draft, span: Span) -> None:
    """Take a word for the name that stood glued to something else."""
    draft.take(FieldName.NAME, span, None, _doubtful())


def looks_like_name(word: str) -> bool:
    """Whether nothing but a name is written like `word`, all of it."""
    return bool(word) and word[-1] not in _NO_NAME_END and _looks_sure(word)


def _doubtful() -> Flag:
    return Flag(FlagKind.NAME_LOW_CONFIDENCE)


def _without_verb(draft: Draft, span: Span) -> Span:
    """张三收: the last character is no part of the name."""
    word = span.of(draft.open)
    if len(word) >= _LONGEST_WITH_SURNAME and word[-1] == "收":
        draft.label(Span(span.end - 1, span.end))
        return Span(span.start, span.end - 1)
    return span


def _words(draft: Draft) -> Iterator[Span]:
    for match in _TOKEN.finditer(draft.open):
        if not re.search(r"\d", match[0]):
            yield Span(*match.span())


def _looks_sure(word: str) -> bool:
    return (
        _is_named_like_people(word)
        or _TITLED.fullmatch(word) is not None
        or _NICKNAME.fullmatch(word) is not None
        or _DOTTED.fullmatch(word) is not None
        or _MASKED.fullmatch(word) is not None
    )


def _is_named_like_people(word: str) -> bool:
    if _HAN_NAME.fullmatch(word) is None or _NO_NAME.search(word):
        return False
    if _COMMON_WORDS.fullmatch(word) or word[-1] in "色码款":
        return False
    if re.match(_DOUBLE_SURNAMES, word):
        return len(word) >= _LONGEST_WITH_SURNAME
    return word[0] in _SURNAMES and len(word) <= _LONGEST_WITH_SURNAME


def _points(draft: Draft, span: Span) -> int:
    word = span.of(draft.folded)
    if is_courtesy(word):
        return 0
    points = _points_of_shape(word)
    if not points:
        return 0
    if _touches(draft, span, FieldName.MOBILE, FieldName.LANDLINE):
        points += 3
    if _is_at_an_edge(draft, span):
        points += 1
    if _RECEIVES.match(draft.open, span.end):
        points += 2
    if word[-1] in _NO_NAME_END and not _MASKED.fullmatch(word):
        points -= 3
    return points


def _is_at_an_edge(draft: Draft, span: Span) -> bool:
    """Whether nothing open stands before it, or behind it on its line."""
    before = draft.open[: span.start]
    behind = draft.open[span.end :].split("\n")[0]
    return any(not side.strip(f" \n\t,。.;!{TAKEN}") for side in (before, behind))


def _points_of_shape(word: str) -> int:
    if _MASKED.fullmatch(word) or _DOTTED.fullmatch(word):
        return 5
    if _TITLED.fullmatch(word) and (
        word[0] in _SURNAMES or len(word) > _LONGEST_WITH_SURNAME
    ):
        return 5
    if _NICKNAME.fullmatch(word) and not _NO_NAME.search(word):
        return 4
    if _is_named_like_people(word):
        return 2
    if _HAN_NAME.fullmatch(word) and not _NO_NAME.search(word):
        return 1
    return 1 if _LATIN.fullmatch(word) else 0


def _touches(draft: Draft, span: Span, *names: FieldName) -> bool:
    """Whether a number stands right beside it, labels and marks left out."""
    places = [s for f in draft.fields if f.name in names for s in f.spans]
    return any(
        _is_short(draft, span.end, place.start)
        if place.start >= span.end
        else _is_short(draft, place.end, span.start)
        for place in places
    )


def _is_short(draft: Draft, start: int, end: int) -> bool:
    between = _MARK.sub("", draft.open[start:end])
    return end - start < _FARTHEST and not between.strip(
        f" ,:;\t\n()-[]、，{TAKEN}{INVISIBLE}"
    )
