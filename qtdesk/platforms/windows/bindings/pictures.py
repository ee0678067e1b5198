"""Pictures by GDI+, loaded with the first of them: no start has use for it.

Every object that is made here is given back here.
"""

import ctypes
import struct
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from ctypes import wintypes
from functools import cache
from typing import Any

if sys.platform != "win32":
    raise ImportError("This is Windows' own.")

from qtdesk.platforms.windows.bindings.library import declare

_BITS = 24
_RGB_24 = 0x00021808
"""PixelFormat24bppRGB."""
_WHITE = 0xFFFFFFFF
_FLUSH_AND_WAIT = 1
_INFO = struct.Struct("<IiiHHIIiiII")
"""BITMAPINFOHEADER."""
_RELEASE = 2
"""Place of Release among the methods of every COM object."""


class WindowsPictures:
    """Implements `Pictures`."""

    def dib(self, png: bytes) -> bytes | None:
        gdi = _gdi_plus()
        with ExitStack() as stack:
            stream = stack.enter_context(_stream(gdi, png))
            picture = stream and stack.enter_context(_picture(gdi, stream))
            return _drawn(gdi, picture) if picture else None


class _GdiPlus:
    """The functions that are used; started for as long as the process runs."""

    def __init__(self) -> None:
        gdiplus = ctypes.WinDLL("gdiplus")
        shell = ctypes.WinDLL("shlwapi")
        pointer, status = wintypes.LPVOID, ctypes.c_int
        whole, number = ctypes.c_int, wintypes.UINT
        self.stream = declare(
            shell, "SHCreateMemStream", pointer, wintypes.LPCSTR, number
        )
        self.load = declare(
            gdiplus, "GdipCreateBitmapFromStream", status, pointer, pointer
        )
        self.width = declare(gdiplus, "GdipGetImageWidth", status, pointer, pointer)
        self.height = declare(gdiplus, "GdipGetImageHeight", status, pointer, pointer)
        self.canvas = declare(
            *(gdiplus, "GdipCreateBitmapFromScan0", status),
            *(whole, whole, whole, whole, pointer, pointer),
        )
        self.graphics = declare(
            gdiplus, "GdipGetImageGraphicsContext", status, pointer, pointer
        )
        self.clear = declare(gdiplus, "GdipGraphicsClear", status, pointer, number)
        self.draw = declare(
            *(gdiplus, "GdipDrawImageRectI", status),
            *(pointer, pointer, whole, whole, whole, whole),
        )
        self.flush = declare(gdiplus, "GdipFlush", status, pointer, whole)
        self.forget_graphics = declare(gdiplus, "GdipDeleteGraphics", status, pointer)
        self.forget = declare(gdiplus, "GdipDisposeImage", status, pointer)
        start = declare(gdiplus, "GdiplusStartup", status, pointer, pointer, pointer)
        self._token = ctypes.c_size_t()
        wanted = _StartupInput(1)
        start(ctypes.byref(self._token), ctypes.byref(wanted), None)


class _StartupInput(ctypes.Structure):
    _fields_ = (
        ("version", ctypes.c_uint32),
        ("debug", ctypes.c_void_p),
        ("no_thread", wintypes.BOOL),
        ("no_codecs", wintypes.BOOL),
    )


@cache
def _gdi_plus() -> _GdiPlus:
    return _GdiPlus()


@contextmanager
def _stream(gdi: _GdiPlus, data: bytes) -> Iterator[Any]:
    stream = gdi.stream(data, len(data))
    try:
        yield stream
    finally:
        if stream:
            methods = ctypes.cast(stream, ctypes.POINTER(ctypes.c_void_p))[0]
            table = ctypes.cast(methods or 0, ctypes.POINTER(ctypes.c_void_p))
            release = ctypes.WINFUNCTYPE(ctypes.c_ulong, ctypes.c_void_p)
            release(table[_RELEASE] or 0)(stream)


@contextmanager
def _picture(gdi: _GdiPlus, stream: Any) -> Iterator[Any]:
    picture = ctypes.c_void_p()
    failed = gdi.load(stream, ctypes.byref(picture))
    try:
        yield None if failed else picture
    finally:
        if picture:
            gdi.forget(picture)


def _drawn(gdi: _GdiPlus, picture: Any) -> bytes | None:
    """`picture` over white, its last row first, behind its head."""
    width, height = wintypes.UINT(), wintypes.UINT()
    gdi.width(picture, ctypes.byref(width))
    gdi.height(picture, ctypes.byref(height))
    size = (width.value, height.value)
    row = (width.value * _BITS // 8 + 3) // 4 * 4
    pixels = ctypes.create_string_buffer(max(row * height.value, 1))
    canvas, graphics = ctypes.c_void_p(), ctypes.c_void_p()
    if gdi.canvas(*size, row, _RGB_24, pixels, ctypes.byref(canvas)):
        return None
    try:
        if gdi.graphics(canvas, ctypes.byref(graphics)):
            return None
        gdi.clear(graphics, _WHITE)
        failed = gdi.draw(graphics, picture, 0, 0, *size)
        gdi.flush(graphics, _FLUSH_AND_WAIT)
        gdi.forget_graphics(graphics)
    finally:
        gdi.forget(canvas)
    if failed:
        return None
    data = pixels.raw
    rows = (data[at : at + row] for at in range(len(data) - row, -1, -row))
    head = _INFO.pack(_INFO.size, *size, 1, _BITS, 0, len(data), 0, 0, 0, 0)
    return head + b"".join(rows)
