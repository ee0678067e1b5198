"""What agents type, key by key: the queries that a search field sees.

Each word typed in letters is there with all its beginnings; what an input method hands
over comes word by word, and some is taken back again.
"""

from collections.abc import Iterator

_LETTERS = (
    *("fahuo", "fh", "fhsj", "kd", "kdcx", "kuaidi", "yhq", "youhuiquan", "tk", "th"),
    *("tuikuan", "tkdz", "tuihuo", "qtwly", "yfx", "yunfeixian", "chaping", "haoping"),
    *("bj", "baojia", "wuliu", "wltz", "dizhi", "xgdz", "fapiao", "fp", "chima", "sc"),
    *("secha", "zhengpin", "zp", "huanying", "jqw", "fahuosj", "kuaidicx", "chongfa"),
    *("chongxin", "hangqing", "changdu", "yinhangka", "yhk", "huiyuan", "pianyi"),
    *("tuihuan", "jiangjia", "iphone", "iphone 15", "apple watch", "sk-ii", "type-c"),
    *("usb", "macbook", "xyzzy", "qwrt", "zhuanji", "shangmen", "azyy", "zsjb", "sd"),
    *("qq", "vip", "618", "7tian", "48xiaoshi", "nihao", "shaodeng", "shoudao", "hjz"),
    *("meishoudao", "zenmeban", "shenmeshihou", "guomin", "cuifahuo", "zhiliangwenti"),
    *("fahou", "kuadi", "iphnoe", "zhuanrengong", "bujiuchang", "lvdougao", "dx"),
)
_COMMITTED = (
    *(("发货", "发货时间"), ("催",), ("催发", "催发货"), ("退款", "退款到账")),
    *(("运费险",), ("优惠", "优惠券"), ("7天", "7天无理由"), ("的",), ("您",), ("亲",)),
    *(
        ("顺丰",),
        ("物流", "物流停滞"),
        ("差评", "差评安抚"),
        ("尺码",),
        ("银行", "银行卡"),
    ),
    *(
        ("重新", "重新发货"),
        ("發貨", "發貨時間"),
        ("退貨",),
        ("羽绒服",),
        ("😊",),
        ("❤️",),
    ),
    *(
        ("连衣裙", "连衣裙 尺码"),
        ("ＶＩＰ",),
        ("（新）",),
        ("鑫",),
        ("髯",),
        ("没收到",),
    ),
    *(
        ("过敏",),
        ("拍错",),
        ("假一赔十",),
        ("荥阳",),
        ("缝合",),
        ("蓝牙耳机 退",),
        ("了的",),
    ),
    *(("发", "发h", "发hu", "发huo"), ("退", "退k", "退ku", "退kuan"), ("快d", "快di")),
    *(
        ("运费x", "运费xi", "运费xian"),
        ("iphone", "iphone t", "iphone tk"),
        ("大促 优惠",),
    ),
    *(("退款 y", "退款 yf", "退款 yunf"), ("fahuo", "fahuo ", "fahuo s", "fahuo sj")),
    *(("sf", "sf ", "sf c", "sf cx"), ("顺丰 ", "顺丰 查"), ("羽绒服 fh",), ("vip h",)),
    *(("京东 丢",), ("运费 退款 银行",), ("发票 dianzi",), ("重量 gongjin",)),
)
_TAKEN_BACK = ("fahuo", "tuik")


def keystrokes() -> Iterator[str]:
    """One query for each key press or commit."""
    for word in _LETTERS:
        for end in range(1, len(word) + 1):
            yield word[:end]
    for typed in _COMMITTED:
        yield from typed
    for word in _TAKEN_BACK:
        for end in range(len(word) - 1, 0, -1):
            yield word[:end]
