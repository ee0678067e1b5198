"""Editors and the reader must agree on what a phrasebook may hold."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from qtdesk.core.phrases import ALWAYS, CANONICAL_STAGES, Promotion
from qtdesk.formats import read_book
from qtdesk.formats.rich_text import STYLES, TAGS
from qtdesk.formats.yaml_book import FORMAT, HEAD_KEYS
from qtdesk.formats.yaml_phrases import PHRASE_KEYS, SITUATION_KEYS, STAGE_KEYS
from qtdesk.formats.yaml_validity import PROMOTION_KEYS
from tests.png_files import png

_ROOT = Path(__file__).parents[2]
_SCHEMA = json.loads((_ROOT / "phrasebooks/phrasebook.schema.json").read_text("utf-8"))
_GUIDE = (_ROOT / "docs/phrasebook-format.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("part", "keys"),
    [
        (_SCHEMA, HEAD_KEYS),
        (_SCHEMA["$defs"]["stage"], STAGE_KEYS),
        (_SCHEMA["$defs"]["situation"], SITUATION_KEYS),
        (_SCHEMA["$defs"]["phrase"], PHRASE_KEYS),
        (_SCHEMA["$defs"]["promotion"], PROMOTION_KEYS),
    ],
    ids=["head", "stage", "situation", "phrase", "promotion"],
)
def test_schema_knows_the_keys_of_the_reader(
    part: dict[str, Any], keys: tuple[str, ...]
) -> None:
    assert tuple(part["properties"]) == keys
    assert part["additionalProperties"] is False
    for name, described in part["properties"].items():
        assert re.search("[一-龥].*[A-Za-z]", described["description"]), name


def test_schema_knows_stages_and_format() -> None:
    stage = _SCHEMA["$defs"]["stage"]["properties"]["key"]
    assert stage["anyOf"][0]["enum"] == list(CANONICAL_STAGES)
    assert _SCHEMA["properties"]["format"]["const"] == FORMAT


def test_the_example_of_the_guide_is_a_book_without_fault(tmp_path: Path) -> None:
    example = re.search(r"```yaml\n(.*?)```", _GUIDE, re.DOTALL)
    assert example
    path = tmp_path / "book.yaml"
    path.write_text(example[1], "utf-8")
    book = read_book(path)
    assert book.problems == ()
    assert [len(phrase.texts) for phrase in book.phrases] == [1, 2]


def test_the_example_of_days_is_a_book_without_fault_but_its_head(
    tmp_path: Path,
) -> None:
    example = re.findall(r"```yaml\n(.*?)```", _GUIDE, re.DOTALL)[1]
    path = tmp_path / "book.yaml"
    path.write_text(f"id: x\ntitle: x\n{example}", "utf-8")
    book = read_book(path)
    assert book.problems == ()
    assert book.promotion == Promotion(
        "双11", "满 300 减 40", coupon="5 元券", ends="2026-11-11"
    )
    rule, price, half = (phrase.validity for phrase in book.phrases)
    assert (rule, price.ends) == (ALWAYS, "2026-11-11T18:00")
    assert half.revoked


def test_the_example_of_pictures_is_a_book_without_fault_but_its_head(
    tmp_path: Path,
) -> None:
    example = re.findall(r"```yaml\n(.*?)```", _GUIDE, re.DOTALL)[2]
    head = "id: x\ntitle: x\nstages:\n  - key: ask\n    situations:\n"
    path = tmp_path / "book.yaml"
    path.write_text(f"{head}      - title: x\n        phrases:\n{example}", "utf-8")
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures/women-tops.png").write_bytes(png())
    book = read_book(path)
    assert book.problems == ()
    chart, measure = book.phrases
    assert chart.picture is not None
    assert chart.sequence
    assert measure.html.startswith("<b>")


def test_the_guide_names_every_tag_and_style() -> None:
    named = set(re.findall(r"`([a-z-]+)`", _GUIDE))
    assert {*TAGS, *STYLES} <= named


def test_the_guide_quotes_faults_as_they_are_told(tmp_path: Path) -> None:
    rows = re.findall(r"^\| (.*?) \| `(.*?)` \| `(.*?)` \|$", _GUIDE, re.MULTILINE)
    assert len(rows) == 11
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures/a.png").write_bytes(png())
    for says, wrong, right in rows:
        assert says in _told(tmp_path, wrong), wrong
        assert _told(tmp_path, right) == "", right


def _told(folder: Path, line: str) -> str:
    """What is said about a phrase with `line` in it."""
    key = line.replace("：", ":").split(":")[0]
    usual = {"id": "a", "title": "t", "text": "t"}
    others = "".join(f"\n            {k}: {v}" for k, v in usual.items() if k != key)
    path = folder / "book.yaml"
    path.write_text(
        "id: x\ntitle: x\nstages:\n  - key: ship\n    situations:\n"
        f"      - title: x\n        phrases:\n          - {line}{others}\n",
        "utf-8",
    )
    return " ".join(map(str, read_book(path).problems))
