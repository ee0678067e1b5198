"""Chromium with a page of ours: a text area or an editable page, idle or busy.

The page tells a small server of ours what it holds after every change, and asks it for
orders; no debugging channel is open, so that it is as quick and as slow as any page.
"""

import contextlib
import json
import queue
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from tests.desktop.programs import Workplace, wait_for_text
from tests.desktop.waiting import DEADLINE_S, wait_for

if TYPE_CHECKING:
    import subprocess

_FLAGS = (
    "--no-sandbox",
    "--no-first-run",
    "--no-default-browser-check",
    "--no-pings",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--disable-extensions",
    "--disable-default-apps",
    "--disable-breakpad",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-features=Translate,MediaRouter,OptimizationHints",
    "--metrics-recording-only",
    "--password-store=basic",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


class Change(NamedTuple):
    """What the page held after a change, and when its news arrived."""

    at: float
    """Seconds on the clock of `time.monotonic`."""
    text: str
    focused: bool
    """Whether keys reached the page then."""
    html: str = ""
    """The inside of an editable page."""
    pictures: tuple[str, ...] = ()
    """Width, height and the colour in the middle of each that it shows."""


class _Server(ThreadingHTTPServer):
    """Serves the page, takes its news and hands out orders."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.changes: list[Change] = []
        self.done = 0
        self.turn = 0
        self.lock = threading.Lock()
        self.orders: queue.Queue[dict[str, object]] = queue.Queue()


class _Handler(BaseHTTPRequestHandler):
    """One request of the page."""

    server: _Server

    def do_GET(self) -> None:
        if urlsplit(self.path).path == "/":
            self._answer(_PAGE.encode(), "text/html; charset=utf-8")
        elif urlsplit(self.path).path == "/order":
            self._answer(json.dumps(self._next_order()).encode(), "application/json")
        else:
            self.send_error(404)

    def do_POST(self) -> None:
        size = int(self.headers["Content-Length"])
        news = json.loads(self.rfile.read(size))
        with self.server.lock:
            # Requests overtake each other where one key follows the other quickly.
            if news["turn"] > self.server.turn:
                self.server.turn = news["turn"]
                self.server.changes.append(
                    Change(
                        *(time.monotonic(), news["text"], news["focused"]),
                        *(news["html"], tuple(news["pictures"])),
                    )
                )
                self.server.done = news["done"]
        self._answer(b"", "text/plain")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name
        """Say nothing on the terminal."""

    def _next_order(self) -> dict[str, object]:
        try:
            return self.server.orders.get(timeout=2)
        except queue.Empty:
            return {}

    def _answer(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        with contextlib.suppress(ConnectionError):  # the page may be gone by now
            self.end_headers()
            self.wfile.write(body)


class Chromium:
    """One window without an address bar, showing our page."""

    name = "chromium"
    paste_chord = "ctrl+v"

    def __init__(self, place: Workplace) -> None:
        self.window_id = 0
        self._place = place
        self._server = _Server()
        self._thread = threading.Thread(target=self._server.serve_forever)
        self._program: subprocess.Popen[str] | None = None
        self._orders = 0

    def start(self) -> None:
        self._thread.start()
        home = self._place.home(self.name)
        page = f"http://127.0.0.1:{self._server.server_port}/"
        self._program = self._place.start(
            self.name,
            ["chromium", *_FLAGS, f"--user-data-dir={home}/data", f"--app={page}"],
        )
        self.window_id = self._place.screen.wait_for_window(self.name, "receiving page")
        wait_for(lambda: self._server.changes, "the page")

    def stop(self) -> None:
        if self._program is not None:
            self._place.server.stop(self._program)
        if self._thread.is_alive():
            self._server.shutdown()
            self._thread.join(DEADLINE_S)
        self._server.server_close()

    def focus(self) -> None:
        self._place.screen.activate(self.window_id)
        wait_for(lambda: self._server.changes[-1].focused, "the page to have the focus")

    def text(self) -> str:
        return self._server.changes[-1].text

    def html(self) -> str:
        return self._server.changes[-1].html

    def pictures(self) -> tuple[str, ...]:
        return self._server.changes[-1].pictures

    def changes(self) -> list[Change]:
        """Everything the page has told since it was started."""
        return list(self._server.changes)

    def clear(self) -> None:
        self._order(clear=True)
        wait_for_text(self, "")

    def show(self, field: str) -> None:
        """Show an empty `textarea` or `editable` and put the cursor in it."""
        self._order(show=field)
        wait_for_text(self, "")

    def be_busy(self, seconds: float) -> None:
        """Let the page's script hold everything up, from now on."""
        self._order(busy=seconds)

    def _order(self, **order: object) -> None:
        """Give an order and wait until the page has taken it."""
        self._orders += 1
        self._server.orders.put({**order, "number": self._orders})
        wait_for(lambda: self._server.done == self._orders, "the page to obey")


_PAGE = """<!DOCTYPE html>
<html lang="en"><meta charset="utf-8"><title>receiving page</title>
<style>
 #editable, textarea { width: 90%; height: 12em; white-space: pre-wrap }
 [hidden] { display: none }
</style>
<textarea id="textarea"></textarea>
<div id="editable" contenteditable="true" hidden></div>
<script>
let field = document.getElementById("textarea"), done = 0, turn = 0;
const text = () => field.id == "textarea" ? field.value : field.innerText;
const pictures = () => [...field.querySelectorAll("img")].map(image => {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const pen = canvas.getContext("2d");
  const [width, height] = [image.naturalWidth, image.naturalHeight];
  if (!width) return "0x0";
  pen.drawImage(image, width / 2, height / 2, 1, 1, 0, 0, 1, 1);
  return `${width}x${height} ${[...pen.getImageData(0, 0, 1, 1).data].slice(0, 3)}`;
});
const tell = () => fetch("/", {method: "POST",
  body: JSON.stringify({text: text(), done: done, turn: ++turn,
                        html: field.innerHTML, pictures: pictures(),
                        focused: document.hasFocus()})});
const tellOnceDrawn = async () => {
  tell();
  for (const image of field.querySelectorAll("img")) {
    await image.decode();
    tell();
  }
};
const empty = () => {
  field.id == "textarea" ? field.value = "" : field.textContent = ""
};
document.addEventListener("input", tellOnceDrawn);
for (const kind of ["focus", "blur"]) window.addEventListener(kind, tell);
async function obey(order) {
  if (order.show) {
    field.hidden = true;
    field = document.getElementById(order.show);
    field.hidden = false;
  }
  if (order.show || order.clear) { empty(); field.focus(); }
  done = order.number;
  await tell();
  if (order.busy) {
    const end = performance.now() + order.busy * 1000;
    while (performance.now() < end) {}
  }
}
async function listen() {
  for (;;) {
    const order = await (await fetch("/order")).json();
    if (order.number) await obey(order);
  }
}
field.focus(); tell(); listen();
</script></html>
"""
