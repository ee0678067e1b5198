"""The one place that looks for bytes in bytes.

With stringzilla some twenty times as quick as without, and with the same answers.
Whether it is there, and right, is found out at the first import.
"""

from collections.abc import Callable

Buffer = bytes | memoryview
Find = Callable[[Buffer, bytes, int, int], int]


def plain_find(buffer: Buffer, needle: bytes, start: int, end: int) -> int:
    """Where `needle` first is between `start` and `end`, or -1; for bytes only."""
    if not isinstance(buffer, bytes):
        raise TypeError("a view of memory cannot be searched")
    return buffer.find(needle, start, end)


def _quickest() -> Find:
    try:
        from stringzilla import find as quick_find  # noqa: PLC0415 - may be missing
    except ImportError:
        return plain_find
    return quick_find if answers_alike(quick_find) else plain_find


def answers_alike(other: Find) -> bool:
    """Whether `other` finds what `plain_find` finds, in places where it is hard.

    A library that was built for another processor may be wrong without failing.
    """
    hay = b"\n\0" + bytes(range(256)) * 3 + b"ab" * 40 + b"\n\0"
    needles = (b"\n\0", b"\xff\0", b"a", b"ab" * 33, b"ba\n", b"\xfe\xff\0\1", b"no")
    spans = ((0, len(hay)), (1, len(hay) - 1), (257, 800), (700, 701), (9, 9))
    try:
        return all(
            other(view, needle, start, end) == plain_find(hay, needle, start, end)
            for view in (hay, memoryview(hay))
            for needle in needles
            for start, end in spans
        )
    except (TypeError, ValueError):
        return False


find: Find = _quickest()
"""`plain_find`, but quicker where stringzilla is there; takes views then, too."""


def searchable(buffer: Buffer) -> Buffer:
    """`buffer` in the form that `find` takes; without stringzilla that is a copy."""
    return bytes(buffer) if find is plain_find else buffer
