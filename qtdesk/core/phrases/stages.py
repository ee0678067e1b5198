"""The path of a conversation: thirteen stages, in the order they usually come."""

from qtdesk.core.words import QT_TRANSLATE_NOOP

CANONICAL_STAGES: dict[str, str] = {
    "greet": QT_TRANSLATE_NOOP("stages", "Greeting"),
    "ask": QT_TRANSLATE_NOOP("stages", "Questions"),
    "recommend": QT_TRANSLATE_NOOP("stages", "Advice"),
    "answer": QT_TRANSLATE_NOOP("stages", "Answers"),
    "bargain": QT_TRANSLATE_NOOP("stages", "Price"),
    "pay": QT_TRANSLATE_NOOP("stages", "Payment"),
    "verify": QT_TRANSLATE_NOOP("stages", "Order check"),
    "ship": QT_TRANSLATE_NOOP("stages", "Shipping"),
    "after": QT_TRANSLATE_NOOP("stages", "After-sales"),
    "review": QT_TRANSLATE_NOOP("stages", "Reviews"),
    "complaint": QT_TRANSLATE_NOOP("stages", "Complaints"),
    "farewell": QT_TRANSLATE_NOOP("stages", "Farewell"),
    "follow": QT_TRANSLATE_NOOP("stages", "Follow-up"),
}
"""Stage key to English title; the trade's own table, 招呼 … 跟进."""


CHINESE_STAGES: dict[str, str] = {
    "greet": "招呼",
    "ask": "询问",
    "recommend": "推荐",
    "answer": "解答",
    "bargain": "议价",
    "pay": "支付",
    "verify": "核实",
    "ship": "物流",
    "after": "售后",
    "review": "评价",
    "complaint": "投诉",
    "farewell": "道别",
    "follow": "跟进",
}
"""The same in books that are written in Chinese, whatever language the agent reads."""


def stage_title(key: str) -> str:
    """English title of a canonical stage, or the key itself for a book's own stage."""
    return CANONICAL_STAGES.get(key, key)
