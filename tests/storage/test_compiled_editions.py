from pathlib import Path

import pytest

from qtdesk.core.phrases import Book, Phrase, PhraseColumns, Problem, Stage
from qtdesk.core.words import NO_WORDS, words
from qtdesk.storage import compiled
from qtdesk.storage.compiled import Edition, Stamp, read_edition, write_edition

_PHRASES = [
    Phrase("shop", f"p{n}", "ship", "催件", f"标题{n}", ("亲，稍等",), "cj", ("快递",))
    for n in range(3)
]
_EDITION = Edition(
    "/share/book.yaml",
    (Stamp("/share/book.yaml", 1_234_567_890_123_456_789, 99),),
    Book(
        "shop",
        "店",
        "zh-CN",
        "3",
        (Stage("ship", "物流"),),
        PhraseColumns.of(_PHRASES),
        (
            Problem("f", 3, "p", words("“{key}” is missing.", key="id"), NO_WORDS),
            Problem("f", 0, "", words("Gone."), words("Wait {n}.", n=3), fatal=True),
        ),
    ),
)


def test_an_edition_comes_back_as_it_was(tmp_path: Path) -> None:
    write_edition(tmp_path / "book", _EDITION)
    assert read_edition(tmp_path / "book") == _EDITION


def test_plain_phrases_are_kept_as_columns(tmp_path: Path) -> None:
    plain = _EDITION._replace(book=_EDITION.book._replace(phrases=tuple(_PHRASES)))
    write_edition(tmp_path / "book", plain)
    assert read_edition(tmp_path / "book") == _EDITION


def test_a_missing_file_is_no_edition(tmp_path: Path) -> None:
    assert read_edition(tmp_path / "book") is None


def test_damage_is_never_read(tmp_path: Path) -> None:
    path = tmp_path / "book"
    write_edition(path, _EDITION)
    data = path.read_bytes()
    for position in range(0, len(data), 3):
        damaged = bytearray(data)
        damaged[position] ^= 0x55
        path.write_bytes(damaged)
        assert read_edition(path) is None, position
    for length in range(0, len(data), 7):
        path.write_bytes(data[:length])
        assert read_edition(path) is None, length


def test_many_flips_at_once_are_never_read(tmp_path: Path) -> None:
    path = tmp_path / "book"
    write_edition(path, _EDITION)
    data = path.read_bytes()
    for step in range(1, 50):
        damaged = bytearray(data)
        for position in range(0, len(data), step):
            damaged[position] ^= 0x01
        path.write_bytes(damaged)
        assert read_edition(path) is None, step


def test_another_version_keeps_the_book_but_not_the_stamps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_edition(tmp_path / "book", _EDITION)
    monkeypatch.setattr(compiled, "__version__", "another")
    assert read_edition(tmp_path / "book") == _EDITION._replace(stamps=())
