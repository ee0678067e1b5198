"""A real web server on this machine that behaves as well or as badly as it is told."""

import http.server
import threading
from collections.abc import Callable
from http import HTTPStatus
from types import TracebackType
from typing import Self

Answer = Callable[["Handler"], None]


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        server = self.server
        assert isinstance(server, _Server)
        server.asked.append(dict(self.headers))
        server.paths.append(self.path)
        server.answer(self)

    def log_message(self, *_: object) -> None:
        pass

    def send(self, content: bytes, status: int = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    answer: Answer
    asked: list[dict[str, str]]
    paths: list[str]

    def handle_error(self, request: object, client_address: object) -> None:
        """Whoever asked has lost patience; that is what is tested."""


class ReleaseServer:
    """`with ReleaseServer() as server:`; what it answers may be changed any time."""

    def __init__(self) -> None:
        self._server = _Server(("127.0.0.1", 0), Handler)
        self._server.asked, self._server.paths = [], []
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))
        self.over = threading.Event()
        """Set at the end, for answers that wait."""

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.over.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/qtdesk.json"

    @property
    def asked(self) -> list[dict[str, str]]:
        """Headers of every request."""
        return self._server.asked

    @property
    def paths(self) -> list[str]:
        return self._server.paths

    def says(self, content: bytes, status: int = HTTPStatus.OK) -> None:
        self.does(lambda handler: handler.send(content, status))

    def does(self, answer: Answer) -> None:
        self._server.answer = answer
