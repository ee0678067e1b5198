"""Every sample folder holds one book, and exactly what is to be read of it."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from qtdesk.core.phrases import Book, Phrase
from qtdesk.formats import FORMATS, read_book

SAMPLES = sorted(
    path for path in (Path(__file__).parent / "samples").iterdir() if path.is_dir()
)


def book_in(sample: Path) -> Path:
    folder = sample / "folder"
    return folder if folder.is_dir() else sample / "book.yaml"


def _as_json(book: Book, root: Path) -> dict[str, Any]:
    promotion = book.promotion and {
        name: value for name, value in book.promotion._asdict().items() if value
    }
    return {
        "id": book.id,
        "title": book.title,
        "locale": book.locale,
        "version": book.version,
        **({"promotion": promotion} if promotion else {}),
        "stages": [f"{stage.key}: {stage.title}" for stage in book.stages],
        "phrases": [_phrase_as_json(phrase) for phrase in book.phrases],
        "problems": [
            ("FATAL " if problem.fatal else "")
            + str(problem).replace(f"{root}{os.sep}", "").replace(str(root), ".")
            for problem in book.problems
        ],
    }


def _phrase_as_json(phrase: Phrase) -> dict[str, Any]:
    found = {
        "key": phrase.key,
        "place": f"{phrase.stage}: {phrase.situation}",
        "title": phrase.title,
        "texts": list(phrase.texts),
        "code": phrase.code,
        "keywords": list(phrase.keywords),
        "tags": list(phrase.tags),
        "sequence": phrase.sequence,
        "begins": phrase.validity.begins,
        "ends": phrase.validity.ends,
        "revoked": phrase.validity.revoked is not None
        and f"because: {phrase.validity.revoked}",
        "promotion": phrase.validity.promotion,
        "picture": phrase.picture and list(phrase.picture),
        "html": phrase.html,
    }
    return {name: value for name, value in found.items() if value}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: str(path.name))
def test_sample_is_read_as_expected(sample: Path) -> None:
    path = book_in(sample)
    root = path if path.is_dir() else path.parent
    read = _as_json(read_book(path), root)
    expected = json.loads((sample / "expected.json").read_text("utf-8"))
    assert read == expected


def test_every_format_has_a_sample() -> None:
    suffixes = {
        file.suffix
        for sample in SAMPLES
        for file in sample.rglob("*")
        if file.is_file()
    }
    assert set(FORMATS) <= suffixes
