"""What goes with a placeholder that stays empty: the punctuation that was its own.

"{buyer}，您好" becomes "您好", and "Hi {buyer}, thanks" becomes "Hi, thanks". Looks at
what stands around the gap and tells how much of it goes; changes nothing itself.
"""

_SPACES = " \t　"
_COMMAS = "，,、"
_SEPARATORS = _COMMAS + "：:；;"
_ENDS = "。.！!？?～~…"
_PAIRS = {"（": "）", "(": ")", "【": "】", "[": "]", "“": "”", "「": "」", "《": "》"}


def cuts(before: str, behind: str) -> tuple[int, int]:
    """How many characters go at the end of `before` and at the start of `behind`."""
    bare = before.rstrip(_SPACES)
    rest = behind.lstrip(_SPACES)
    if not bare or bare[-1] in _ENDS + "\n":
        return _at_a_beginning(before, behind)
    if _PAIRS.get(bare[-1]) == rest[:1] != "":
        inner, outer = cuts(bare[:-1], rest[1:])
        return len(before) - len(bare) + 1 + inner, len(behind) - len(rest) + 1 + outer
    if bare[-1] in _SEPARATORS and rest[:1] and rest[0] in _SEPARATORS:
        return 0, len(behind) - len(rest.lstrip(_SEPARATORS + _SPACES))
    if not rest or rest[0] in _SEPARATORS + _ENDS + "\n":
        kept = bare.rstrip(_COMMAS + _SPACES)
        return len(before) - len(kept), len(behind) - len(rest)
    if before != bare:
        return 0, len(behind) - len(rest)
    return 0, 0


def _at_a_beginning(before: str, behind: str) -> tuple[int, int]:
    """Of a text, a line or a sentence: what it began goes, an empty line as well."""
    rest = behind.lstrip(_SEPARATORS + _ENDS + _SPACES)
    bare = before.rstrip(_SPACES)
    alone = not bare or bare[-1] == "\n"
    if alone and rest.startswith("\n"):
        return 0, len(behind) - len(rest) + 1
    if alone and not rest and bare:
        return len(before) - len(bare) + 1, len(behind)
    return 0, len(behind) - len(rest)
