"""The byte form of a selection's content, and the text formats."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtdesk.core.ports import Saved, Snapshot
from qtdesk.platforms.x11.content import (
    HISTORY_HINT,
    Legacy,
    PropertyValue,
    content_of,
    decode,
    encode,
    snapshot_of,
    text_content,
    with_history_hint,
)

names = st.text(min_size=1, max_size=30)
values = st.builds(
    PropertyValue,
    names,
    st.sampled_from((8, 16, 32)),
    st.binary(max_size=100),
)
contents = st.dictionaries(names, values, max_size=6)
legacies = st.builds(Legacy, names, st.integers(0, 2**32 - 1), contents)


@given(legacies)
def test_the_byte_form_is_exact(legacy: Legacy) -> None:
    back = decode(encode(legacy))
    assert back == legacy
    assert list(back.content) == list(legacy.content)


@given(legacies, st.data())
def test_a_byte_form_cut_off_anywhere_is_refused(
    legacy: Legacy, data: st.DataObject
) -> None:
    whole = encode(legacy)
    length = data.draw(st.integers(0, len(whole) - 1))
    with pytest.raises(ValueError, match=r"cut off|not the byte form"):
        decode(whole[:length])


@given(st.binary(max_size=200))
def test_foreign_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"cut off|not the byte form"):
        decode(data)


def test_bytes_behind_the_end_are_refused() -> None:
    with pytest.raises(ValueError, match="more bytes"):
        decode(encode(Legacy("CLIPBOARD", 1, {})) + b"x")


def test_an_item_width_that_does_not_exist_is_refused() -> None:
    whole = encode(Legacy("C", 1, {"a": PropertyValue("b", 7, b"")}))
    with pytest.raises(ValueError, match="7 bits"):
        decode(whole)


@given(contents, st.integers(0, 99))
def test_a_snapshot_keeps_types_and_order(
    content: dict[str, PropertyValue], stamp: int
) -> None:
    snapshot = snapshot_of(content, Saved.FULL, stamp)
    assert content_of(snapshot) == content
    assert list(content_of(snapshot)) == list(content)
    assert snapshot.formats == {name: value.data for name, value in content.items()}


def test_a_plain_snapshot_is_typed_by_its_names() -> None:
    snapshot = Snapshot(Saved.FULL, {"text/html": b"<b>"}, 0)
    assert content_of(snapshot) == {"text/html": PropertyValue("text/html", 8, b"<b>")}


@given(st.text())
def test_every_text_can_be_read_as_unicode(text: str) -> None:
    content = text_content(text)
    for name in ("UTF8_STRING", "text/plain;charset=utf-8", "text/plain"):
        assert content[name].data.decode() == text


@given(st.text())
def test_older_encodings_are_offered_only_where_they_are_exact(text: str) -> None:
    content = text_content(text)
    fits = all(char <= "\xff" for char in text)
    assert ("STRING" in content) == fits
    if fits:
        assert content["STRING"].data.decode("latin-1") == text
        assert content["TEXT"] == content["STRING"]
    else:
        assert content["TEXT"].kind == "UTF8_STRING"
        assert "COMPOUND_TEXT" not in content


def test_compound_text_has_no_control_characters() -> None:
    assert "COMPOUND_TEXT" in text_content("né\tà\n")
    assert "COMPOUND_TEXT" not in text_content("a\x1bb")
    assert "COMPOUND_TEXT" not in text_content("a\x9bb")


def test_a_hint_changes_nothing_else() -> None:
    content = text_content("a")
    hinted = dict(with_history_hint(content))
    assert hinted.pop(HISTORY_HINT).data == b"secret"
    assert hinted == content


def test_content_is_kept_out_of_representations() -> None:
    snapshot = snapshot_of(text_content("buyer 5551234"), Saved.FULL, 1)
    assert "5551234" not in repr(snapshot)
