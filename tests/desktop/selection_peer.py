"""Another program at the selections of an X server: copies, reads, dawdles, meddles.

Speaks raw X on a connection of its own, and does so only in `pump`.
"""

import time
from collections.abc import Mapping
from typing import Any, NamedTuple

from Xlib import X, Xatom
from Xlib.display import Display
from Xlib.ext import xfixes
from Xlib.protocol import event as events

_PIECE = 50_000


class Offer(NamedTuple):
    """One format as its owner puts it into a property."""

    data: bytes
    kind: str
    width: int = 8


class Answer:
    """What came of asking for one format."""

    def __init__(self, window: Any) -> None:
        self.window = window
        self.done = False
        self.offer: Offer | None = None
        self.in_pieces = False
        self.pieces: list[bytes] = []


class Peer:
    """One such program."""

    def __init__(self, name: str) -> None:
        self.display = Display(name)
        self.display.set_error_handler(lambda *_: None)
        self.root = self.display.screen().root
        self.asked: list[str] = []
        """Formats that somebody asked of us, in order."""
        self.lag = 0.0
        """Seconds we take for every answer ..."""
        self.slow: dict[str, float] = {}
        """... but for these formats."""
        self.refuses: frozenset[str] = frozenset()
        """Formats that we offer and then refuse to everybody."""
        self.takes_over: set[str] = set()
        """Selections whose every new content we read and then own ourselves."""
        self.reads_all = False
        self._running = True
        self._window = self._new_window()
        self._offers: Mapping[str, Offer] = {}
        self._hung_formats: frozenset[str] = frozenset()
        self._requests: list[tuple[float, Any]] = []
        self._answers: dict[int, Answer] = {}
        self._sends: dict[tuple[int, int], tuple[Any, Offer, int]] = {}
        self._taking: dict[str, Answer] = {}
        self.display.xfixes_query_version()

    @property
    def client(self) -> int:
        mask = int(self.display.display.info.resource_id_mask)
        return int(self._window.id) & ~mask & 0xFFFFFFFF

    def atom(self, name: str) -> int:
        return int(self.display.intern_atom(name))

    def _new_window(self) -> Any:
        return self.root.create_window(
            0, 0, 1, 1, 0, X.CopyFromParent, event_mask=X.PropertyChangeMask
        )

    # --- owning ----------------------------------------------------------------

    def copy(
        self,
        selection: str,
        offers: Mapping[str, Offer],
        *,
        never: frozenset[str] = frozenset(),
    ) -> None:
        """Own `selection`; requests for the formats in `never` stay unanswered."""
        self._offers = offers
        self._hung_formats = never
        self._window.set_selection_owner(self.atom(selection), X.CurrentTime)
        self.display.sync()

    @property
    def sending(self) -> bool:
        """Whether somebody is reading something large from us, piece by piece."""
        return any(sent for _, _, sent in self._sends.values())

    @property
    def hesitates(self) -> bool:
        """Whether somebody waits for an answer of ours."""
        return bool(self._requests)

    def owns(self, selection: str) -> bool:
        owner: Any = self.display.get_selection_owner(self.atom(selection))
        return bool(owner == self._window)

    def watch(self, selection: str) -> None:
        """Hear of every new owner, as clipboard managers do."""
        self.display.xfixes_select_selection_input(
            self._window, self.atom(selection), 1
        )
        self.display.sync()

    # --- reading ---------------------------------------------------------------

    def ask(self, selection: str, target: str, *, place: str = "PEER") -> Answer:
        answer = Answer(self._new_window())
        self._answers[answer.window.id] = answer
        answer.window.convert_selection(
            self.atom(selection), self.atom(target), self.atom(place), X.CurrentTime
        )
        self.display.flush()
        return answer

    def ask_obsolete(self, selection: str, target: str) -> Answer:
        """As programs did that knew no properties of their own."""
        answer = Answer(self._new_window())
        self._answers[answer.window.id] = answer
        answer.window.convert_selection(
            self.atom(selection), self.atom(target), X.NONE, X.CurrentTime
        )
        self.display.flush()
        return answer

    def ask_several(self, selection: str, targets: list[str]) -> Answer:
        """MULTIPLE; the answer is the list as the owner left it."""
        answer = Answer(self._new_window())
        self._answers[answer.window.id] = answer
        pairs = [
            number
            for target in targets
            for number in (self.atom(target), self.atom(f"PEER_{target}"))
        ]
        answer.window.change_property(
            self.atom("PEER"), self.atom("ATOM_PAIR"), 32, pairs
        )
        answer.window.convert_selection(
            self.atom(selection), self.atom("MULTIPLE"), self.atom("PEER"), 0
        )
        self.display.flush()
        return answer

    def property_of(self, answer: Answer, name: str) -> bytes:
        got = answer.window.get_full_property(self.atom(name), X.AnyPropertyType)
        return bytes(got.value) if got else b""

    def names(self, answer: Answer) -> list[str]:
        """A list of formats, by name."""
        assert answer.offer is not None
        numbers = memoryview(answer.offer.data).cast("I")
        return [str(self.display.get_atom_name(number)) for number in numbers]

    # --- events ----------------------------------------------------------------

    def pump(self) -> None:
        """Handle what has arrived."""
        while self.display.pending_events():
            self._handle(self.display.next_event())
        now = time.monotonic()
        due = [request for at, request in self._requests if at <= now]
        self._requests = [pair for pair in self._requests if pair[0] > now]
        for request in due:
            self._serve(request)
        for selection, answer in list(self._taking.items()):
            if answer.done:
                del self._taking[selection]
                if answer.offer is not None and selection in self.takes_over:
                    self.copy(selection, {"UTF8_STRING": answer.offer})
        self.display.flush()

    def _handle(self, event: Any) -> None:
        if event.type == X.SelectionRequest:
            name = str(self.display.get_atom_name(event.target))
            lag = self.slow.get(name, self.lag)
            self._requests.append((time.monotonic() + lag, event))
        elif event.type == X.SelectionNotify:
            self._receive(event)
        elif event.type == X.PropertyNotify:
            self._on_property(event)
        elif isinstance(event, xfixes.SelectionNotify) or hasattr(event, "sub_code"):
            self._on_owner(event)

    def _on_owner(self, event: Any) -> None:
        selection = str(self.display.get_atom_name(event.selection))
        foreign = event.owner.id and event.owner != self._window
        if foreign and (self.reads_all or selection in self.takes_over):
            self._taking[selection] = self.ask(selection, "UTF8_STRING")

    def _serve(self, request: Any) -> None:
        name = str(self.display.get_atom_name(request.target))
        self.asked.append(name)
        if name in self._hung_formats:
            return
        place = request.property
        offer = self._offers.get(name) if name not in self.refuses else None
        if name == "TARGETS" and name not in self.refuses:
            known = [self.atom(one) for one in ("TARGETS", *self._offers)]
            request.requestor.change_property(place, Xatom.ATOM, 32, known)
        elif offer is None:
            place = X.NONE
        elif len(offer.data) > _PIECE:
            request.requestor.change_attributes(event_mask=X.PropertyChangeMask)
            self._sends[request.requestor.id, place] = (request.requestor, offer, 0)
            request.requestor.change_property(
                place, self.atom("INCR"), 32, [len(offer.data)]
            )
        else:
            request.requestor.change_property(
                place, self.atom(offer.kind), offer.width, offer.data
            )
        request.requestor.send_event(
            events.SelectionNotify(
                time=request.time,
                requestor=request.requestor,
                selection=request.selection,
                target=request.target,
                property=place,
            )
        )

    def _on_property(self, event: Any) -> None:
        key = (event.window.id, event.atom)
        if event.state == X.PropertyDelete and key in self._sends:
            window, offer, sent = self._sends[key]
            piece = offer.data[sent : sent + _PIECE]
            window.change_property(
                event.atom, self.atom(offer.kind), offer.width, piece
            )
            self._sends[key] = (window, offer, sent + len(piece))
            if not piece:
                del self._sends[key]
        answer = self._answers.get(event.window.id)
        if answer and answer.in_pieces and event.state == X.PropertyNewValue:
            self._receive_piece(answer, event.atom)

    def _receive(self, event: Any) -> None:
        answer = self._answers[event.requestor.id]
        if event.property == X.NONE:
            answer.done = True
            return
        got = answer.window.get_full_property(event.property, X.AnyPropertyType)
        if got.property_type == self.atom("INCR"):
            answer.in_pieces = True
            answer.window.delete_property(event.property)
            return
        answer.offer = self._offer(got, self._bytes(got))
        answer.done = True

    def _receive_piece(self, answer: Answer, place: int) -> None:
        got = answer.window.get_full_property(place, X.AnyPropertyType)
        if got is None:
            return
        answer.window.delete_property(place)
        data = self._bytes(got)
        answer.pieces.append(data)
        if not data:
            answer.offer = self._offer(got, b"".join(answer.pieces))
            answer.done = True

    def _offer(self, got: Any, data: bytes) -> Offer:
        kind = str(self.display.get_atom_name(got.property_type))
        return Offer(data, kind, int(got.format))

    @staticmethod
    def _bytes(got: Any) -> bytes:
        return got.value if isinstance(got.value, bytes) else bytes(got.value.tobytes())

    def close(self) -> None:
        """End; a second time is the same as once."""
        if self._running:
            self._running = False
            self.display.close()
