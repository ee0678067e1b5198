from hypothesis import given
from hypothesis import strategies as st

from qtdesk.platforms.windows import codes
from qtdesk.platforms.windows.formats import (
    html_bytes,
    number_of,
    same_text,
    text_bytes,
    worth_saving,
)

NAMES = {0xC001: "HTML Format", 0xC002: "DataObject", 0xC003: "Rich Text Format"}
texts = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))


def names(*offered: int) -> list[str]:
    return [name for _, name in worth_saving(offered, lambda n: NAMES.get(n, ""))]


def test_text_has_the_line_ends_of_windows_and_an_end() -> None:
    assert text_bytes("a\nb\r\n") == "a\r\nb\r\n\0".encode("utf-16-le")
    assert text_bytes("😀") == b"\x3d\xd8\x00\xde\x00\x00"


@given(texts)
def test_a_text_is_the_same_as_itself_whatever_its_line_ends(text: str) -> None:
    assert same_text(text_bytes(text), text)
    assert same_text(text_bytes(text), text.replace("\r\n", "\n"))
    assert same_text(text_bytes(text) + b"rubbish behind the end", text)


@given(texts, texts)
def test_other_texts_are_not(one: str, other: str) -> None:
    lines = [text.replace("\r\n", "\n") for text in (one, other)]
    assert same_text(text_bytes(one), other) == (lines[0] == lines[1])


@given(st.binary(), texts)
def test_no_bytes_are_too_odd_to_be_compared(data: bytes, text: str) -> None:
    same_text(data, text)


def test_text_comes_first_and_a_picture_last() -> None:
    offered = (codes.CF_DIB, 0xC001, codes.CF_UNICODETEXT)
    assert names(*offered) == ["CF_UNICODETEXT", "HTML Format", "CF_DIB"]


def test_what_windows_makes_by_itself_is_not_saved_twice() -> None:
    made = (codes.CF_LOCALE, codes.CF_TEXT, codes.CF_OEMTEXT)
    assert names(codes.CF_UNICODETEXT, *made) == ["CF_UNICODETEXT", "CF_LOCALE"]
    assert names(codes.CF_DIBV5, codes.CF_BITMAP, codes.CF_DIB) == ["CF_DIBV5"]
    assert names(codes.CF_BITMAP, codes.CF_DIB, codes.CF_DIBV5) == ["CF_DIB"]


def test_handles_and_what_is_the_owner_s_alone_are_left_out() -> None:
    handles = (codes.CF_METAFILEPICT, codes.CF_ENHMETAFILE, codes.CF_PALETTE)
    private = (0x80, 0x82, 0x200, 0x300)
    assert names(*handles, *private, 0xC002, 0xC003) == ["Rich Text Format"]


def test_the_language_of_no_text_is_nothing() -> None:
    assert names(codes.CF_LOCALE) == []


def test_names_lead_back_to_their_numbers() -> None:
    def registered(name: str) -> int:
        return next(number for number, known in NAMES.items() if known == name)

    offered = (codes.CF_UNICODETEXT, codes.CF_DIB, 15, 0xC001)
    for number, name in worth_saving(offered, lambda n: NAMES.get(n, "")):
        assert number_of(name, registered) == number


@given(texts)
def test_the_head_of_html_counts_in_bytes(html: str) -> None:
    data = html_bytes(html)
    told = dict(line.split(b":") for line in data.split(b"\r\n", 5)[:5])
    start, end = int(told[b"StartFragment"]), int(told[b"EndFragment"])
    assert data[start:end] == html.encode()
    assert data[:start].endswith(b"<!--StartFragment-->")
    assert data[end:].startswith(b"<!--EndFragment-->")
    assert data[int(told[b"StartHTML"]) :].startswith(b"<html>")
    assert int(told[b"EndHTML"]) == len(data)
    assert told[b"Version"] == b"0.9"
