"""Positions as Qt counts them: in UTF-16 units, two for an emoji.

Python counts code points. Every position that goes to or comes from Qt passes here.
"""


def length(text: str) -> int:
    """Units in `text`."""
    return len(text) if _simple(text) else len(text.encode("utf-16-le")) // 2


def head(text: str, units: int) -> str:
    """The first `units` of `text`; half an emoji is left off."""
    if _simple(text):
        return text[:units]
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")


def tail(text: str, units: int) -> str:
    """What follows the first `units` of `text`; half an emoji is left off."""
    if _simple(text):
        return text[units:]
    return text.encode("utf-16-le")[2 * units :].decode("utf-16-le", "ignore")


def _simple(text: str) -> bool:
    return text.isascii() or max(text) <= "\uffff"
