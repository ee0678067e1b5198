"""What holds for any book, beyond the samples."""

import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qtdesk.core.errors import BookError
from qtdesk.core.phrases import ALWAYS, Phrase, Validity
from qtdesk.formats import read_book, yaml_nodes
from qtdesk.formats.yaml_book import read_yaml_book
from tests.formats.test_yaml_samples import SAMPLES, book_in

_FIT = st.characters(
    exclude_categories=["Cs", "Cc", "Cn", "Zl", "Zp"], exclude_characters="\ufeff\ufffd"
)
_LINE = st.text(_FIT, min_size=1, max_size=12).filter(lambda text: text == text.strip())
_TEXT = st.lists(_LINE, min_size=1, max_size=3).map("\n".join)
_WORD_LIST = st.lists(
    _LINE.filter(lambda word: word == " ".join(word.split())), unique=True, max_size=3
).map(tuple)
_MOMENT = st.dates().map(str) | st.datetimes(
    min_value=datetime(1000, 1, 1)  # noqa: DTZ001 - the agent's own time
).map(lambda moment: moment.isoformat(timespec="minutes"))
_VALIDITIES = st.builds(
    Validity,
    begins=st.just("") | _MOMENT,
    ends=st.just(""),
    revoked=st.none() | st.just("因故"),
    promotion=st.booleans(),
)


def _with_one_text_or_parts(phrase: Phrase) -> Phrase:
    """A sequence has parts, so more than one text."""
    return phrase._replace(sequence=phrase.sequence and len(phrase.texts) > 1)


_PHRASES = st.lists(
    st.builds(
        Phrase,
        book=st.just("shop"),
        id=_LINE,
        stage=st.just("ship"),
        situation=st.just("催件"),
        title=_LINE,
        texts=st.lists(_TEXT, min_size=1, max_size=3).map(tuple),
        code=_LINE | st.just(""),
        keywords=_WORD_LIST,
        tags=_WORD_LIST,
        validity=_VALIDITIES,
        sequence=st.booleans(),
        picture=st.none(),
        html=st.just(""),
    ).map(_with_one_text_or_parts),
    unique_by=(
        lambda phrase: phrase.id,
        lambda phrase: phrase.code.casefold() or phrase.id,
    ),
    max_size=5,
)


def _dump(phrases: list[Phrase]) -> str:
    lines = ["id: shop", "title: 店", "stages:", "  - key: ship"]
    lines += ["    situations:", "      - title: 催件", "        phrases:"]
    for phrase in phrases:
        fields: dict[str, object] = {
            "id": phrase.id,
            "title": phrase.title,
            "parts" if phrase.sequence else "variants": phrase.texts,
            "code": phrase.code,
            "keywords": phrase.keywords,
            "tags": phrase.tags,
        }
        if phrase.validity != ALWAYS:
            fields["from"] = phrase.validity.begins.replace("T", " ")
            fields["revoked"] = phrase.validity.revoked or "no"
            fields["promotion"] = "yes" if phrase.validity.promotion else "no"
        for number, (key, value) in enumerate(fields.items()):
            written = json.dumps(value, ensure_ascii=False)
            lines.append(f"          {' ' if number else '-'} {key}: {written}")
    return "\n".join(lines)


@given(_PHRASES)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_was_written_is_read(tmp_path: Path, phrases: list[Phrase]) -> None:
    path = tmp_path / "book.yaml"
    path.write_text(_dump(phrases), "utf-8")
    book = read_book(path)
    texts = "".join("".join(phrase.texts) for phrase in phrases)
    # Whatever looks like a placeholder is looked at, too.
    assert book.problems == () or {"{", "｛"} & set(texts)
    assert list(book.phrases) == phrases


@given(st.binary(max_size=200) | st.text("id:- \n\t{}[]*&!|'\"\\#t").map(str.encode))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_answered_with_problems(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "book.yaml"
    path.write_bytes(data)
    book = read_book(path)
    assert len(book.phrases) == 0
    assert any(problem.fatal for problem in book.problems)


@given(st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_line_hides_no_phrase_but_its_own(
    tmp_path: Path, data: st.DataObject
) -> None:
    phrases = [
        Phrase("shop", f"p{n}", "ship", "催件", f"标题{n}", ("稍等",)) for n in range(5)
    ]
    lines = _dump(phrases).split("\n")
    at = data.draw(st.integers(7, len(lines) - 1))
    faults = ["text：您好", "text:您好", 'text: "您好', "\ttext: 您好", "text: @您"]
    lines[at] = " " * 12 + data.draw(st.sampled_from(faults))
    path = tmp_path / "book.yaml"
    path.write_text("\n".join(lines), "utf-8")
    book = read_book(path)
    hurt = (at - 7) // 6
    neighbours = {hurt, hurt - 1} if (at - 7) % 6 == 0 else {hurt}
    assert book.problems
    assert {phrase.id for phrase in book.phrases} >= {
        f"p{n}" for n in range(5) if n not in neighbours
    }


def test_the_reader_without_c_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    with_c = {sample: read_book(book_in(sample)) for sample in SAMPLES}
    monkeypatch.setattr(yaml_nodes, "_LOADER", yaml.BaseLoader)
    for sample, expected in with_c.items():
        book = read_book(book_in(sample))
        assert book.phrases == expected.phrases, sample
        assert bool(book.problems) == bool(expected.problems), sample


def test_absurd_nesting_and_alias_bombs_end_quickly(tmp_path: Path) -> None:
    path = tmp_path / "book.yaml"
    path.write_text("id: x\nstages: " + "[" * 200_000, "utf-8")
    assert any(problem.fatal for problem in read_book(path).problems)
    bomb = "a0: &a0 [x, x]\n" + "".join(
        f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 20)
    )
    path.write_text(f"id: x\ntitle: x\n{bomb}stages: *a19\n", "utf-8")
    book = read_book(path)
    assert len(book.phrases) == 0
    assert any("“stages” must be a list" in str(problem) for problem in book.problems)


def test_a_huge_file_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qtdesk.formats.source_text._LARGEST", 100)
    path = tmp_path / "book.yaml"
    path.write_text("# " + "x" * 200, "utf-8")
    (problem,) = read_book(path).problems
    assert problem.fatal


def test_what_is_out_of_reach_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BookError, match=r"cannot be read"):
        read_book(tmp_path / "missing.yaml")
    with pytest.raises(BookError, match=r"not a phrasebook.*\.yaml, \.yml"):
        read_book(tmp_path / "book.docx")
    assert read_yaml_book(tmp_path).problems[0].fatal


def test_a_start_does_not_load_the_yaml_library() -> None:
    look = "import sys, qtdesk.formats; sys.exit('yaml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", look], check=False).returncode == 0
