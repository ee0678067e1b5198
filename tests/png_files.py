"""PNG files as tests want them: small ones, large ones, and unsound ones."""

import struct
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def chunk(kind: bytes, body: bytes) -> bytes:
    crc = zlib.crc32(body, zlib.crc32(kind))
    return struct.pack(">I4s", len(body), kind) + body + struct.pack(">I", crc)


def head(width: int, height: int, depth: int = 8, colour: int = 2) -> bytes:
    return chunk(
        b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    )


def png(width: int = 3, height: int = 2, colour: bytes = b"\xc0\x20\x20") -> bytes:
    """One plain colour."""
    rows = (b"\0" + colour * width) * height
    drawn = chunk(b"IDAT", zlib.compress(rows))
    return SIGNATURE + head(width, height) + drawn + chunk(b"IEND", b"")


def noisy_png(side: int) -> bytes:
    """One that does not shrink: some 3 bytes for each of `side` times `side` pixels."""
    state, rows = 1, bytearray()
    for _ in range(side):
        rows.append(0)
        for _ in range(side * 3):
            state = (state * 1103515245 + 12345) & 0x7FFFFFFF
            rows.append(state >> 16 & 0xFF)
    drawn = chunk(b"IDAT", zlib.compress(bytes(rows), 1))
    return SIGNATURE + head(side, side) + drawn + chunk(b"IEND", b"")
