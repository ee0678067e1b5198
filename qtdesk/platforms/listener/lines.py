"""Bytes from a pipe, cut into lines."""

from qtdesk.platforms.listener.protocol import LINE_LIMIT


class Lines:
    """Give it pieces as they come; it gives back the lines that are whole."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, piece: bytes) -> list[bytes]:
        """Whole lines; an empty `piece`, the end, gives one empty line."""
        if not piece:
            return [b""]
        *lines, self._rest = (self._rest + piece).split(b"\n")
        if len(self._rest) > LINE_LIMIT:
            return [b""]
        return lines
