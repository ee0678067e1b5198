"""Asking a selection's owner for formats, one answer per question, whole or in pieces.

Nothing here waits: an owner that never answers leaves its question open for ever.
Questions go out from windows of their own, because some owners know a transfer in
pieces by the requestor's window and by nothing else.
"""

import sys
from typing import Any, NamedTuple, Protocol

from Xlib import X
from Xlib.protocol.rq import Event

from qtdesk.platforms.x11.connection import Connection
from qtdesk.platforms.x11.content import PropertyValue

_LONGS = 0x10000
"""How much of a property is read at once: python-xlib copies what it has so far."""


class Asker(Protocol):
    """Whoever wants the answers."""

    def has_room(self, size: int) -> bool:
        """Whether `size` more bytes may come; after a "no" the answer is lost."""
        ...

    def progressed(self, size: int) -> None:
        """The owner showed a sign of life, and `size` more bytes have come."""
        ...

    def answered(self, target: str, value: PropertyValue | None, *, lost: bool) -> None:
        """The whole value; None where it was refused, or `lost` for want of room."""
        ...


class _Part(NamedTuple):
    """What a property holds now; `value` is left out where nobody wants it."""

    kind: int
    size: int
    value: PropertyValue | None


class _Question:
    def __init__(self, window: Any, target: str, asker: Asker) -> None:
        self.window = window
        self.target = target
        self.asker: Asker | None = asker
        self.in_pieces = False
        self.pieces: list[PropertyValue] = []

    def lose(self) -> None:
        """There is no room for the answer."""
        asker, self.asker = self.asker, None
        self.pieces.clear()
        if asker is not None:
            asker.answered(self.target, None, lost=True)


class SelectionReader:
    """Questions to the owners of one selection."""

    def __init__(self, connection: Connection, selection: str) -> None:
        self._connection = connection
        self._selection = connection.atom(selection)
        self._property = connection.atom("QTDESK_ANSWER")
        self._incr = connection.atom("INCR")
        self._free: list[Any] = []
        self._open: dict[int, _Question] = {}
        connection.listen(X.SelectionNotify, self._on_answer)
        connection.listen(X.PropertyNotify, self._on_property)

    def ask(self, target: str, time: int, asker: Asker) -> None:
        """Ask for `target` as of the server's `time`."""
        connection = self._connection
        window = (
            self._free.pop()
            if self._free
            else connection.invisible_window(X.PropertyChangeMask)
        )
        self._open[window.id] = _Question(window, target, asker)
        window.convert_selection(
            self._selection, connection.atom(target), self._property, time
        )

    def forget(self, asker: Asker) -> None:
        """Tell `asker` nothing more.

        Its windows stay: an old program that writes to one that is gone dies of it.
        Transfers under way are let run out, for the owner's sake.
        """
        for question in self._open.values():
            if question.asker is asker:
                question.asker = None
                question.pieces.clear()

    def names(self, atoms: bytes, most: int) -> list[str]:
        """The names of a list of formats as an owner sends it, at `most` so many."""
        numbers = memoryview(atoms[: 4 * most]).cast("I")
        return [self._connection.atom_name(number) for number in numbers]

    def _on_answer(self, event: Event) -> None:
        question = self._open.get(event.requestor.id)
        if question is None or question.in_pieces:
            return
        part = self._look(question) if event.property != X.NONE else None
        if part is not None and part.kind == self._incr:
            self._begin_pieces(question, part)
            return
        question.window.delete_property(self._property)
        self._close(question, part.value if part else None)

    def _begin_pieces(self, question: _Question, part: _Part) -> None:
        """Start the transfer, by deleting the property that announces it.

        One that is announced as too large is never started: that spares the owner.
        """
        question.in_pieces = True
        if question.asker is not None and part.value is not None:
            least = int.from_bytes(part.value.data[:4], sys.byteorder)
            if not question.asker.has_room(least):
                question.lose()
                return
        question.window.delete_property(self._property)

    def _on_property(self, event: Event) -> None:
        question = self._open.get(event.window.id)
        if question is None or not question.in_pieces:
            return
        if event.state != X.PropertyNewValue or event.atom != self._property:
            return
        part = self._look(question)
        if part is None:
            return
        question.window.delete_property(self._property)
        if part.size:
            if part.value is not None:
                question.pieces.append(part.value)
            return
        pieces = question.pieces or ([part.value] if part.value else [])
        whole = b"".join(piece.data for piece in pieces)
        self._close(question, pieces[0]._replace(data=whole) if pieces else None)

    def _look(self, question: _Question) -> _Part | None:
        """What the property holds; None where there is no such property."""
        window, asker = question.window, question.asker
        first = self._get(window, 0, _LONGS if asker else 0)
        if first is None:
            return None
        size = len(first.data) + first.left
        if asker is not None and not asker.has_room(size):
            question.lose()
        if question.asker is None or asker is None:
            return _Part(first.kind, size, None)
        data = [first.data]
        for offset in range(_LONGS, (size + 3) // 4, _LONGS):
            part = self._get(window, offset, _LONGS)
            data.append(part.data if part else b"")
        asker.progressed(size)
        kind = self._connection.atom_name(first.kind)
        return _Part(first.kind, size, PropertyValue(kind, first.width, b"".join(data)))

    def _get(self, window: Any, offset: int, longs: int) -> "_Raw | None":
        got = window.get_property(self._property, X.AnyPropertyType, offset, longs)
        if got is None:
            return None
        data = got.value if isinstance(got.value, bytes) else got.value.tobytes()
        return _Raw(got.property_type, got.format, data, got.bytes_after)

    def _close(self, question: _Question, value: PropertyValue | None) -> None:
        del self._open[question.window.id]
        self._free.append(question.window)
        if question.asker is not None:
            question.asker.answered(question.target, value, lost=False)


class _Raw(NamedTuple):
    kind: int
    width: int
    data: bytes
    left: int
