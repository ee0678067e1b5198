import sys
from collections.abc import Iterator

from qtdesk.core.search.fold import fold


def every_character() -> Iterator[str]:
    return (
        chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code <= 0xDFFF
    )


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def test_every_character_becomes_one_of_the_same_width() -> None:
    kept = [c for c in every_character() if c.isascii() or fold(c) != c]
    assert len(kept) > 1000
    assert all(len(fold(c)) == 1 and units(fold(c)) == units(c) for c in kept)


def test_neighbours_do_not_matter() -> None:
    letters = "".join(c for c in every_character() if c.lower() != c) + "ςΑΣ İI"
    assert fold(letters) == "".join(map(fold, letters))
    assert fold("ΟΔΟΣ ΟΔΟΣ") == "οδοσ οδοσ"


def test_folding_twice_changes_nothing() -> None:
    text = "".join(every_character())
    assert fold(fold(text)) == fold(text)


def test_width_and_case() -> None:
    assert fold("ＡＢｃ１２！，　ＯＫ") == "abc12!, ok"
    assert fold("发货 VIP") == "发货 vip"
    assert fold("Straße İ") == "straße i"
