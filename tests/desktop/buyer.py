"""The other side of a chat: a small XMPP client that writes down what it is told.

Speaks just enough of RFC 6120 and 6121 to log in over the loopback and to exchange
plain messages.
"""

import base64
import socket
import threading
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING, cast
from xml.sax.saxutils import escape, quoteattr

from tests.desktop.waiting import DEADLINE_S

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLIENT = "{jabber:client}"
_STREAM = "{http://etherx.jabber.org/streams}"
_SASL = "urn:ietf:params:xml:ns:xmpp-sasl"
_BIND = "urn:ietf:params:xml:ns:xmpp-bind"


class Buyer:
    """Logged in from the start; `messages` grows as they arrive."""

    def __init__(self, port: int, user: str, password: str) -> None:
        """Log in on 127.0.0.1 and read on a thread of its own until `close`."""
        self.messages: list[str] = []
        self._arrived = threading.Condition()
        self._socket = socket.create_connection(("127.0.0.1", port), DEADLINE_S)
        self._restart()
        self._expect(f"{_STREAM}features")
        secret = base64.b64encode(f"\0{user}\0{password}".encode()).decode()
        self._send(f"<auth xmlns='{_SASL}' mechanism='PLAIN'>{secret}</auth>")
        self._expect(f"{{{_SASL}}}success")
        self._restart()
        self._expect(f"{_STREAM}features")
        self._send(f"<iq type='set' id='bind'><bind xmlns='{_BIND}'/></iq>")
        self._expect(f"{_CLIENT}iq")
        self._send("<presence/>")
        self._socket.settimeout(None)
        self._thread = threading.Thread(target=self._listen, name="buyer")
        self._thread.start()

    def say(self, to: str, text: str) -> None:
        """Send a message, as a buyer who asks something."""
        body = f"<body>{escape(text)}</body>"
        self._send(f"<message to={quoteattr(to)} type='chat'>{body}</message>")

    def wait_for_messages(self, count: int) -> list[str]:
        """All messages so far, once there are at least `count`."""
        with self._arrived:
            there = self._arrived.wait_for(
                lambda: len(self.messages) >= count, DEADLINE_S
            )
            assert there, f"{len(self.messages)} of {count} messages arrived"
            return list(self.messages)

    def close(self) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._thread.join(DEADLINE_S)
        self._socket.close()

    def _send(self, text: str) -> None:
        self._socket.sendall(text.encode())

    def _restart(self) -> None:
        """Begin a stream; a new one is due after the log-in."""
        self._parser: ET.XMLPullParser[ET.Element] = ET.XMLPullParser(("start", "end"))
        self._depth = 0
        self._waiting: list[ET.Element] = []
        self._send(
            "<?xml version='1.0'?><stream:stream to='localhost' version='1.0' "
            "xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>"
        )

    def _read(self) -> bool:
        """Take in what has arrived; False at the end of the connection."""
        try:
            received = self._socket.recv(65536)
        except OSError:
            return False
        self._parser.feed(received)
        events = cast("Iterator[tuple[str, ET.Element]]", self._parser.read_events())
        for kind, element in events:
            self._depth += 1 if kind == "start" else -1
            if kind == "end" and self._depth == 1:
                self._waiting.append(element)
        return bool(received)

    def _expect(self, tag: str) -> None:
        while not self._waiting:
            assert self._read(), f"the server hung up before {tag}"
        found = self._waiting.pop(0)
        assert found.tag == tag, ET.tostring(found)

    def _listen(self) -> None:
        going_on = True
        while going_on:
            going_on = self._read()
            for element in self._waiting:
                self._note(element)
            self._waiting.clear()

    def _note(self, element: ET.Element) -> None:
        body = element.find(f"{_CLIENT}body")
        if element.tag != f"{_CLIENT}message" or body is None:
            return
        with self._arrived:
            self.messages.append(body.text or "")
            self._arrived.notify_all()
