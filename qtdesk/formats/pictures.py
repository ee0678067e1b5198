"""A picture that a book names: whether it lies in the book's folder, and is sound.

Looks at names, sizes and the frame of the file; draws nothing, and knows no toolkit.
"""

import struct
import zlib
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from pathlib import Path, PurePosixPath, PureWindowsPath

from qtdesk.core.errors import BookError
from qtdesk.core.phrases import Picture
from qtdesk.core.words import QT_TRANSLATE_NOOP, Words, words

MOST_BYTES = 5_000_000
"""Chat programs refuse or shrink more, and a copy of each lies with every agent."""
LONGEST_SIDE = 4096
"""Pixels. Uncompressed, as Windows wants it, that is 50 MB."""

_SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".svg")
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHUNK = struct.Struct(">I4s")
_HEAD = struct.Struct(">IIBBBBB")
_CRC = struct.Struct(">I")
_KINDS = {
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"BM": "BMP",
    b"RIFF": "WebP",
    b"<svg": "SVG",
    b"<?xml": "SVG",
}
_DEPTHS = {0: {1, 2, 4, 8, 16}, 2: {8, 16}, 3: {1, 2, 4, 8}, 4: {8, 16}, 6: {8, 16}}
"""Bits of a sample that each kind of colour may have, by the PNG specification."""

_SAVE_AS_PNG = words(QT_TRANSLATE_NOOP("core", "Save it anew as PNG."))


def find_picture(folder: Path, named: str) -> Picture:
    """The picture that a book in `folder` calls `named`.

    Raises:
        BookError: it cannot be used, with the reason and the remedy.
        OSError: the folder is out of reach just now.
    """
    path = _inside(folder, named)
    try:
        state = path.stat()
        digest = _checked(str(path), state.st_mtime_ns, state.st_size)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError) as error:
        folder.stat()
        raise BookError(
            words(
                QT_TRANSLATE_NOOP("core", "There is no picture “{path}”."), path=named
            ),
            hint=words(
                QT_TRANSLATE_NOOP("core", "Put it there, beside the phrasebook.")
            ),
        ) from error
    except OSError as error:
        # Where all of the folder has gone, no phrase is to be blamed.
        folder.stat()
        raise BookError(
            words(QT_TRANSLATE_NOOP("core", "“{path}” may not be opened."), path=named),
            hint=words(QT_TRANSLATE_NOOP("core", "Let all who use the book read it.")),
        ) from error
    return Picture(named, digest)


def lies_inside(named: str) -> bool:
    """Whether `named` is a place below the folder of a book, on every system."""
    posix, windows = PurePosixPath(named), PureWindowsPath(named)
    elsewhere = windows.drive or windows.root or "\\" in named or ".." in posix.parts
    return bool(posix.name) and not elsewhere


def _inside(folder: Path, named: str) -> Path:
    path = folder / named
    if not lies_inside(named) or not _stays_inside(folder, path):
        raise BookError(
            words(
                QT_TRANSLATE_NOOP("core", "“{path}” is not in the folder of the book."),
                path=named,
            ),
            hint=words(
                QT_TRANSLATE_NOOP(
                    "core", "Put it in there, and write “pictures/name.png”."
                )
            ),
        )
    return path


def _stays_inside(folder: Path, path: Path) -> bool:
    """A link may lead anywhere, also to what is none of the buyers' business."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        # One that leads to itself, or a name that no system takes.
        folder.stat()
        return False


def unused_pictures(book_path: Path, pictures: Iterable[Picture]) -> list[Path]:
    """Pictures beside those of a book that none of its phrases carries."""
    folder = book_path if book_path.is_dir() else book_path.parent
    used = {(folder / picture.path).resolve() for picture in pictures if picture.path}
    # A book's own folder may hold other books; what lies below it is the pictures'.
    folders = {path.parent for path in used} - {folder.resolve()}
    found = (file for each in folders if each.is_dir() for file in each.iterdir())
    return sorted(file for file in found if _is_picture(file) and file not in used)


def _is_picture(file: Path) -> bool:
    return file.suffix.lower() in _SUFFIXES and not file.name.startswith(".")


@lru_cache(maxsize=4096)
def _checked(path: str, mtime_ns: int, size: int) -> str:
    """The digest of a sound picture; a file that is as it was is not read again."""
    del mtime_ns
    if size > MOST_BYTES:
        raise BookError(
            words(
                QT_TRANSLATE_NOOP("core", "The picture is larger than {most} MB."),
                most=str(MOST_BYTES // 1_000_000),
            ),
            hint=words(
                QT_TRANSLATE_NOOP("core", "Save it with fewer pixels or colours.")
            ),
        )
    data = Path(path).read_bytes()
    fault = png_fault(data)
    if fault is not None:
        raise BookError(fault[0], hint=fault[1])
    return sha256(data).hexdigest()


def png_fault(data: bytes) -> tuple[Words, Words] | None:
    """What is wrong with a PNG, and the remedy; None for a sound one."""
    if not data.startswith(_SIGNATURE):
        return _kind_fault(data), _SAVE_AS_PNG
    head, ended = None, False
    at, pixels = len(_SIGNATURE), False
    while not ended and (found := _chunk(data, at)) is not None:
        kind, body, at = found
        if head is None:
            head = body if kind == b"IHDR" else b""
        pixels |= kind == b"IDAT"
        ended = kind == b"IEND"
    if head is None or len(head) != _HEAD.size or not ended or not pixels:
        return (
            words(QT_TRANSLATE_NOOP("core", "The picture is damaged or cut off.")),
            words(QT_TRANSLATE_NOOP("core", "Copy it anew, or save it anew as PNG.")),
        )
    return _head_fault(head)


def _chunk(data: bytes, at: int) -> tuple[bytes, bytes, int] | None:
    """The chunk at this place and where the next begins; None where it is unsound."""
    behind = at + _CHUNK.size
    if behind > len(data):
        return None
    length, kind = _CHUNK.unpack_from(data, at)
    end = behind + length
    if end + _CRC.size > len(data):
        return None
    body = data[behind:end]
    if zlib.crc32(body, zlib.crc32(kind)) != _CRC.unpack_from(data, end)[0]:
        return None
    return kind, body, end + _CRC.size


def _head_fault(head: bytes) -> tuple[Words, Words] | None:
    width, height, depth, colour, *_ = _HEAD.unpack(head)
    if depth not in _DEPTHS.get(colour, set()) or not width or not height:
        return _kind_fault(b""), _SAVE_AS_PNG
    if max(width, height) > LONGEST_SIDE:
        return (
            words(
                QT_TRANSLATE_NOOP(
                    "core", "The picture has {width} × {height} pixels: {most} at most."
                ),
                width=str(width),
                height=str(height),
                most=str(LONGEST_SIDE),
            ),
            words(QT_TRANSLATE_NOOP("core", "Save it smaller.")),
        )
    return None


def _kind_fault(data: bytes) -> Words:
    kind = next((name for mark, name in _KINDS.items() if data.startswith(mark)), "")
    if kind:
        return words(
            QT_TRANSLATE_NOOP("core", "The picture is a {kind}, not a PNG."), kind=kind
        )
    return words(QT_TRANSLATE_NOOP("core", "The file is no picture that can be read."))
