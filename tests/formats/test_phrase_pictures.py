"""Pictures of a book: where they may lie, and what is fit to be pasted."""

import os
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtdesk.core.errors import BookError
from qtdesk.core.phrases import Picture
from qtdesk.formats import pictures, read_book
from qtdesk.formats.pictures import (
    MOST_BYTES,
    find_picture,
    lies_inside,
    png_fault,
    unused_pictures,
)
from tests.png_files import SIGNATURE, chunk, head, noisy_png, png

_DRAWN = chunk(b"IDAT", b"x")
_END = chunk(b"IEND", b"")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "book"
    (made / "pictures").mkdir(parents=True)
    return made


def _fault(data: bytes) -> str:
    fault = png_fault(data)
    return "" if fault is None else str(fault[0])


def _refused(folder: Path, named: str) -> str:
    with pytest.raises(BookError) as refused:
        find_picture(folder, named)
    assert refused.value.hint
    return str(refused.value.title)


def test_a_sound_picture_goes_by_the_digest_of_its_bytes(folder: Path) -> None:
    (folder / "pictures/a.png").write_bytes(png())
    found = find_picture(folder, "pictures/a.png")
    assert found == Picture("pictures/a.png", sha256(png()).hexdigest())


def test_a_changed_picture_has_another_digest(folder: Path) -> None:
    file = folder / "a.png"
    file.write_bytes(png())
    before = find_picture(folder, "a.png")
    file.write_bytes(png(4, 4))
    assert find_picture(folder, "a.png").digest != before.digest


@pytest.mark.parametrize(
    "named",
    [
        *("../a.png", "pictures/../../a.png", "/a.png", "C:/a.png", "c:a.png", ""),
        *("pictures\\a.png", "\\\\server\\share\\a.png", "//server/share/a.png", "."),
    ],
)
def test_no_name_leads_out_of_the_folder(folder: Path, named: str) -> None:
    (folder.parent / "a.png").write_bytes(png())
    assert not lies_inside(named)
    assert "not in the folder" in _refused(folder, named)


def test_no_link_leads_out_of_the_folder(folder: Path) -> None:
    outside = folder.parent / "a.png"
    outside.write_bytes(png())
    try:
        (folder / "a.png").symlink_to(outside)
        (folder / "up").symlink_to(folder.parent, target_is_directory=True)
    except OSError:
        pytest.skip("links need a right here")
    assert "not in the folder" in _refused(folder, "a.png")
    assert "not in the folder" in _refused(folder, "up/a.png")


def test_odd_names_are_the_fault_of_the_picture_alone(folder: Path) -> None:
    try:
        (folder / "loop.png").symlink_to(folder / "loop.png")
        assert _refused(folder, "loop.png")
    except OSError:
        pass
    assert _refused(folder, "x" * 5000 + ".png")


def test_a_folder_that_has_gone_is_no_fault_of_its_pictures(folder: Path) -> None:
    (folder / "pictures").rmdir()
    folder.rmdir()
    with pytest.raises(OSError, match=r"No such file|cannot find"):
        find_picture(folder, "pictures/a.png")


@given(st.text())
def test_whatever_lies_inside_stays_inside(named: str) -> None:
    if lies_inside(named) and "\0" not in named:
        path = os.path.normpath(Path("/book") / named)
        assert path.startswith("/book")


def test_what_is_not_there_and_what_is_a_folder_is_told(folder: Path) -> None:
    assert "no picture" in _refused(folder, "pictures/none.png")
    assert _refused(folder, "pictures")


def test_a_file_that_is_too_large_is_not_even_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (folder / "a.png").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    monkeypatch.setattr(pictures, "png_fault", lambda _: pytest.fail("was read"))
    assert "larger than 5 MB" in _refused(folder, "a.png")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (png(), ""),
        (png(4096, 1), ""),
        (png(4097, 1), "4097 × 1"),
        (png(1, 5000), "1 × 5000"),
        (png()[:-1], "cut off"),
        (png()[:30], "cut off"),
        (SIGNATURE, "cut off"),
        (SIGNATURE + head(2, 2) + _END, "cut off"),
        (SIGNATURE + _DRAWN + head(2, 2) + _END, "cut off"),
        (png().replace(b"IDAT", b"IDAU"), "cut off"),
        (SIGNATURE + head(0, 2) + _DRAWN + _END, "no picture"),
        (SIGNATURE + head(2, 2, 7) + _DRAWN + _END, "no picture"),
        (b"\xff\xd8\xff\xe0 jpeg", "a JPEG"),
        (b"RIFF\0\0\0\0WEBP", "a WebP"),
        (b"GIF89a", "a GIF"),
        (b"<svg/>", "a SVG"),
        (b"", "no picture"),
        (b"hello", "no picture"),
    ],
)
def test_only_whole_pngs_are_fit(data: bytes, said: str) -> None:
    assert said in _fault(data)
    assert bool(said) == bool(_fault(data))


@given(st.binary(max_size=300), st.integers(0, 400))
def test_no_file_stops_the_reader(data: bytes, cut: int) -> None:
    png_fault(data)
    png_fault(SIGNATURE + data)
    png_fault(png()[:cut] + data)


def test_a_bit_that_flipped_is_seen() -> None:
    whole = noisy_png(20)
    for at in range(len(SIGNATURE), len(whole), 37):
        damaged = bytearray(whole)
        damaged[at] ^= 4
        assert _fault(bytes(damaged)), at


def test_pictures_that_nobody_carries_are_found_beside_those_in_use(
    folder: Path,
) -> None:
    for name in ("used.png", "old.png", "old.jpg", ".hidden.png", "notes.txt"):
        (folder / "pictures" / name).write_bytes(png())
    (folder / "beside.png").write_bytes(png())
    used = [Picture("pictures/used.png", "00"), Picture("", "")]
    found = unused_pictures(folder, used)
    assert [file.name for file in found] == ["old.jpg", "old.png"]
    assert unused_pictures(folder / "book.yaml", used) == found


# --- in a book -------------------------------------------------------------------


def _book(folder: Path, *lines: str) -> Path:
    path = folder / "book.yaml"
    head_lines = ["id: shop", "title: 店", "stages:", "- key: ship", "  situations:"]
    phrase = ["  - title: 催件", "    phrases:", "    - id: p", "      title: 尺码表"]
    written = [*head_lines, *phrase, *(f"      {line}" for line in lines)]
    path.write_text("\n".join(written), "utf-8")
    return path


def test_text_and_picture_are_two_parts(folder: Path) -> None:
    (folder / "pictures/a.png").write_bytes(png())
    book = read_book(_book(folder, "text: 您看", "image: pictures/a.png"))
    (phrase,) = book.phrases
    assert book.problems == ()
    assert (phrase.texts, phrase.sequence) == (("您看", ""), True)
    assert book.pictures() == (phrase.picture,)
    assert phrase.picture == Picture("pictures/a.png", sha256(png()).hexdigest())


def test_a_picture_needs_no_text(folder: Path) -> None:
    (folder / "a.png").write_bytes(png())
    book = read_book(_book(folder, "image: a.png"))
    (phrase,) = book.phrases
    assert book.problems == ()
    assert (phrase.texts, phrase.sequence) == (("",), False)


def test_a_picture_comes_behind_all_parts(folder: Path) -> None:
    (folder / "a.png").write_bytes(png())
    book = read_book(_book(folder, "parts: [一, 二]", "image: a.png"))
    assert book.problems == ()
    assert book.phrases[0].texts == ("一", "二", "")


@pytest.mark.parametrize(
    ("lines", "path"),
    [
        (("text: 您看", "image: pictures/none.png"), "pictures/none.png"),
        (("text: 您看", "image: ../a.png"), ""),
        (("variants: [一, 二]", "image: pictures/a.png"), "pictures/a.png"),
        (("text: 您看", "image:"), ""),
    ],
)
def test_a_phrase_without_its_picture_is_kept_out_of_use(
    folder: Path, lines: tuple[str, ...], path: str
) -> None:
    (folder / "pictures/a.png").write_bytes(png())
    book = read_book(_book(folder, *lines))
    (phrase,) = book.phrases
    (problem,) = book.problems
    assert (problem.line, bool(problem.remedy)) == (11, True)
    assert phrase.validity.revoked is not None
    assert phrase.picture == Picture(path, "")


def test_a_share_that_goes_while_it_is_read_loses_no_phrase(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object) -> Picture:
        raise OSError(112, "Host is down")

    monkeypatch.setattr(pictures, "find_picture", gone)
    with pytest.raises(BookError):
        read_book(_book(folder, "text: 您看", "image: a.png"))


# --- HTML ------------------------------------------------------------------------


def test_html_stands_beside_the_text_that_says_the_same(folder: Path) -> None:
    lines = ("text: '{buyer}，您看'", "html: |", "  <b>{buyer}</b>，", "  您看")
    book = read_book(_book(folder, *lines))
    assert book.problems == ()
    assert book.phrases[0].html == "<b>{buyer}</b>，\n您看"
    assert book.phrases[0].texts == ("{buyer}，您看",)


@pytest.mark.parametrize(
    ("lines", "line", "said"),
    [
        (("text: 您看", "html: |", "  您", "  <script>看</script>"), 13, "<script>"),
        (("text: 您看", "html: |", "  您", "  <b>看"), 13, "stays open"),
        (("text: 您看", "html: '{agent}您看'"), 11, "not in “text”"),
        (("variants: [一, 二]", "html: 一"), 11, "exactly one"),
        (("parts: [一, 二]", "html: 一"), 11, "exactly one"),
        (("text: 您看", "html: |", "  您{sho}"), 12, "There is no placeholder"),
    ],
)
def test_html_that_may_not_be_used_is_left_out(
    folder: Path, lines: tuple[str, ...], line: int, said: str
) -> None:
    book = read_book(_book(folder, *lines))
    told = [problem for problem in book.problems if said in str(problem.what)]
    assert [problem.line for problem in told] == [line], book.problems
    assert told[0].remedy
    assert book.phrases[0].html == ""
    assert book.phrases[0].validity.revoked is None
