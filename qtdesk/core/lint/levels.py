"""How much is to be made of a word, and where it is said."""

from enum import IntEnum, StrEnum


class Level(IntEnum):
    """What becomes of a text with such a word; a higher one outweighs a lower one."""

    OFF = 0
    """Nothing: here it may be said."""
    NOTE = 1
    """Only who asks is told."""
    WARN = 2
    """The agent is told before the text is pasted."""
    BLOCK = 3
    """The text is not pasted."""

    @property
    def word(self) -> str:
        """As packs and programs write it."""
        return self.name.lower()


class Platform(StrEnum):
    """Where the shop is; each has rules of its own for what is said to buyers."""

    TAOBAO = "taobao"
    TMALL = "tmall"
    JD = "jd"
    PDD = "pdd"
    DOUYIN = "douyin"
    KUAISHOU = "kuaishou"
    XIAOHONGSHU = "xiaohongshu"
    WECHAT_SHOP = "wechat-shop"
    OWN_SITE = "own-site"
