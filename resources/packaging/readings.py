"""Makes `readings.txt`: how Chinese characters are read, and their simplified forms.

python -m resources.packaging.readings [FILE]

From the data of pypinyin and OpenCC, which the program itself never loads; see NOTICE.
Equal versions of the two give equal bytes. The format: `qtdesk.core.search.readings`.
"""

import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path

from pypinyin.phrases_dict import phrases_dict
from pypinyin.pinyin_dict import pinyin_dict

TABLE = Path(__file__).resolve().parents[1] / "readings" / "readings.txt"

_INTERJECTIONS = frozenset(("hm", "hng", "m", "n", "ng", "eh"))
"""Readings that nobody types and that would break other words apart: `pai-x-hm`."""
_LONGEST_PHRASE = 4
_SEEN_OFTEN = 8
_SEEN_AT_ALL = 2
_SHARE = 0.03
"""An alternate reading counts if so many phrases, or such a part of them, have it."""
_MORE_FORMS = dict(zip("覆佔週唸藉夥", "复占周念借伙", strict=True))
"""Other forms that buyers and keyboards mix, which OpenCC keeps apart."""
_MISLEADING = frozenset(("没收",))
"""Phrases whose characters meet more often by chance: 没收到 is `mei shou dao`."""
_OF_THE_TRADE = {
    text: names.split()
    for text, names in {
        "重发": "chong fa",
        "重寄": "chong ji",
        "重拍": "chong pai",
        "重下": "chong xia",
        "重开": "chong kai",
        "重补": "chong bu",
        "重填": "chong tian",
        "重选": "chong xuan",
        "重付": "chong fu",
        "重改": "chong gai",
        "还款": "huan kuan",
        "还钱": "huan qian",
        "还清": "huan qing",
        "调换": "diao huan",
        "调货": "diao huo",
        "长款": "chang kuan",
        "差评": "cha ping",
        "补差": "bu cha",
        "退差": "tui cha",
    }.items()
}
"""How agents say what dictionaries of phrases do not have, or have otherwise."""
_LAST_OF_ONE_UNIT = 0x10000

_Readings = dict[str, list[str]]


def main(arguments: list[str]) -> int:
    path = Path(arguments[0]) if arguments else TABLE
    path.write_bytes(table())
    return 0


def table() -> bytes:
    """The whole table, in UTF-8."""
    simplified = _simplified_forms()
    readings = _all_readings()
    phrases = _phrases()
    defaults = {c: r[0] for c, r in readings.items() if c not in simplified}
    alternates = _alternates(readings, phrases, simplified)
    special = _special_phrases(phrases, defaults, simplified)
    known = set(defaults.values())
    known.update(*alternates.values(), *special.values())
    of_syllable = defaultdict(list)
    for character, syllable in sorted(defaults.items()):
        of_syllable[syllable].append(character)
    sections = (
        (f"{name} {''.join(of_syllable[name])}" for name in sorted(known)),
        (f"{c} {' '.join(names)}" for c, names in sorted(alternates.items())),
        (f"{text} {' '.join(names)}" for text, names in sorted(special.items())),
        ("".join(old + new for old, new in sorted(simplified.items())),),
        ("".join(sorted(_ambiguous(alternates, special, defaults))),),
    )
    return "\n\n".join("\n".join(lines) for lines in sections).encode() + b"\n"


def _simplified_forms() -> dict[str, str]:
    """Traditional character to simplified, where one becomes one."""
    folder = files("opencc") / "dictionary"
    lines = (folder / "TSCharacters.txt").read_text(encoding="utf-8").splitlines()
    forms = dict(_MORE_FORMS)
    for line in lines:
        old, _, new = line.partition("\t")
        new = new.split(" ")[0]
        if old != new and _is_plain(old) and _is_plain(new):
            forms[old] = new
    # Whatever a form leads to must be an end, so that folding twice changes nothing.
    return {old: new for old, new in forms.items() if new not in forms}


def _is_plain(character: str) -> bool:
    return len(character) == 1 and ord(character) < _LAST_OF_ONE_UNIT


def _all_readings() -> _Readings:
    """Every character with its readings, the usual one first."""
    found: _Readings = {}
    for code, written in pinyin_dict.items():
        names = dict.fromkeys(filter(None, map(_without_tone, written.split(","))))
        if names and code < _LAST_OF_ONE_UNIT:
            found[chr(code)] = list(names)
    return found


def _without_tone(written: str) -> str:
    """`zhòng` as `zhong`, `nǚ` as `nv`; empty for what is no syllable."""
    parts = unicodedata.normalize("NFD", written.replace("ɡ", "g")).lower()
    parts = parts.replace("u\u0308", "v")
    name = "".join(c for c in parts if not unicodedata.combining(c))
    if name in _INTERJECTIONS or not re.fullmatch("[a-z]{1,6}", name):
        return ""
    return name


def _phrases() -> _Readings:
    """Phrases with one reading for each of their characters."""
    found = {}
    for text, written in phrases_dict.items():
        names = [_without_tone(syllable[0]) for syllable in written]
        if len(names) == len(text) and all(names) and text not in _MISLEADING:
            found[text] = names
    return found | _OF_THE_TRADE


def _alternates(
    readings: _Readings, phrases: _Readings, simplified: Mapping[str, str]
) -> _Readings:
    """Further readings of common characters that occur in real phrases."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for text, names in phrases.items():
        for character, name in zip(text, names, strict=True):
            counts[character][name] += 1
    found = {}
    for character in _common_characters():
        if character in simplified:
            continue
        seen = counts[character]
        total = sum(seen.values()) or 1
        others = [
            name
            for name in readings.get(character, ())[1:]
            if seen[name] >= _SEEN_AT_ALL
            and (seen[name] / total >= _SHARE or seen[name] >= _SEEN_OFTEN)
        ]
        if others:
            found[character] = others
    return found


def _common_characters() -> Iterator[str]:
    """The 6,763 characters of GB 2312."""
    last_row_of_first_level, last_cell = 0xD7, 0xF9
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            if row != last_row_of_first_level or cell <= last_cell:
                yield bytes((row, cell)).decode("gb2312")


def _special_phrases(
    phrases: _Readings, defaults: Mapping[str, str], simplified: Mapping[str, str]
) -> _Readings:
    """Short phrases that are not read as their characters alone would be."""
    common = frozenset(_common_characters())
    found: _Readings = {}
    for text in sorted(phrases, key=lambda text: (len(text), text)):
        plain = "".join(simplified.get(c, c) for c in text)
        if not 1 < len(plain) <= _LONGEST_PHRASE or plain in found:
            continue
        if not common.issuperset(plain):
            continue
        if _read(plain, found, defaults) != phrases[text]:
            found[plain] = phrases[text]
    return found


def _ambiguous(
    alternates: _Readings, special: _Readings, defaults: Mapping[str, str]
) -> set[str]:
    """Characters that are read in more ways than one, in whatever company."""
    return set(alternates) | {
        character
        for text, names in special.items()
        for character, name in zip(text, names, strict=True)
        if defaults.get(character) != name
    }


def _read(text: str, special: _Readings, defaults: Mapping[str, str]) -> list[str]:
    """Readings of `text`, the longest special phrases first."""
    names: list[str] = []
    while len(names) < len(text):
        at = len(names)
        for end in range(min(at + _LONGEST_PHRASE, len(text)), at + 1, -1):
            if text[at:end] in special:
                names += special[text[at:end]]
                break
        else:
            names.append(defaults.get(text[at], text[at]))
    return names


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
