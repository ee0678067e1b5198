import pytest

from qtdesk.core.search.compiler import Compiler
from qtdesk.core.search.syllables import Way
from tests.search_books import readings

NAMES = {ord(c): n for n, c in reversed(readings().codes.items())}


def shown(way: Way) -> str:
    """`fa-huo-s` for two syllables and an initial, `zh*` for a beginning."""
    parts = []
    for piece in way:
        if piece.text is not None:
            parts.append(chr(piece.text))
        elif piece.codes is None:
            parts.append(chr(piece.initial or 0))
        else:
            parts.append("/".join(sorted(NAMES[code] for code in piece.codes)))
    return "-".join(parts)


@pytest.mark.parametrize(
    ("word", "way"),
    [
        ("fahuo", "fa-huo"),
        ("fahuos", "fa-huo-s"),
        ("fahuosj", "fa-huo-s-j"),
        ("fahuosj", "f-a-h-u-o-s-j"),
        ("fh", "f-h"),
        ("xian", "xian/xiang"),
        ("xian", "xi-an/ang"),
        ("xi'an", "xi-an/ang"),
        ("sho", "shou"),
        ("nue", "nve"),
        ("nv", "nv/nve"),
        ("发huo", "发-huo"),
        ("发h", "发-h"),
        ("7tian", "7-tian"),
        ("fahuo时间", "fa-huo-时-间"),
    ],
)
def test_a_word_is_read_so_among_others(word: str, way: str) -> None:
    assert way in map(shown, Compiler(readings()).ways(word))


def test_nothing_begins_with_letters_that_begin_no_syllable() -> None:
    ways = Compiler(readings()).ways("tui")
    assert "t-u-i" not in [shown(way) for way in ways[1:]]


def test_what_is_too_long_or_has_no_letters_is_taken_as_it_stands() -> None:
    compiler = Compiler(readings())
    assert compiler.ways("发货") == []
    assert compiler.ways("48") == []
    assert compiler.ways("a" * 60) == []
    assert len(compiler.probes("a" * 60).anywhere) == 1


def test_few_ways_are_kept_however_many_there_are() -> None:
    assert len(Compiler(readings()).ways("xianxianxianxianxian")) <= 7
