"""News of releases over a real web server: good, late, forged, and in the way."""

import json
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from qtdesk.core.errors import UpdateError
from qtdesk.core.releases import Standing
from qtdesk.updates import fetching
from qtdesk.updates.address import read_address, write_address
from qtdesk.updates.checking import WebUpdates
from qtdesk.updates.fetching import UnreachableError, fetch
from qtdesk.updates.statement import read_statement, sign
from tests.updates.release_server import Handler, ReleaseServer

KEY = Ed25519PrivateKey.generate()
PUBLIC = KEY.public_key().public_bytes_raw()
NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
PATIENCE_S = 0.4


def statement(version: str = "1.3.0", **changed: object) -> Mapping[str, Any]:
    return {
        "version": version,
        "expires": "2026-12-31",
        "page": "https://desk.example/get",
        "notes": {"en": ["Quicker.", "Calmer."], "zh_CN": ["更快。"]},
        **changed,
    }


class Agent:
    """One agent's computer, whose clock we hold."""

    def __init__(self, server: ReleaseServer, data: Path) -> None:
        self.server = server
        self.data = data
        self.now = NOW
        self.key = PUBLIC

    def check(self, language: str = "en", *, only_if_due: bool = False) -> Any:
        updates = WebUpdates(
            write_address(self.server.url, self.key),
            "1.2.0",
            self.data,
            lambda: self.now,
            partial(fetch, longest_s=PATIENCE_S),
        )
        return updates.check(language, only_if_due=only_if_due)

    def hears(self) -> UpdateError:
        with pytest.raises(UpdateError) as raised:
            self.check()
        return raised.value


@pytest.fixture
def server() -> Iterator[ReleaseServer]:
    with ReleaseServer() as started:
        yield started


@pytest.fixture
def agent(server: ReleaseServer, tmp_path: Path) -> Agent:
    server.says(sign(statement(), KEY))
    return Agent(server, tmp_path / "data")


# --- good news ---------------------------------------------------------------------


def test_a_newer_release(agent: Agent) -> None:
    news = agent.check()
    assert news.standing is Standing.NEWER_THERE
    assert str(news.release.version) == "1.3.0"
    assert news.release.notes == ("Quicker.", "Calmer.")
    assert agent.check("zh_CN").release.notes == ("更快。",)


@pytest.mark.parametrize("version", ["1.2.0", "1.1.9"])
def test_nothing_newer(version: str, agent: Agent) -> None:
    agent.server.says(sign(statement(version), KEY))
    assert agent.check().standing is Standing.UP_TO_DATE


def test_the_server_hears_nothing_about_the_agent(agent: Agent) -> None:
    agent.check()
    (headers,) = agent.server.asked
    assert set(headers) <= {"Accept-Encoding", "Host", "User-Agent", "Connection"}
    assert headers["User-Agent"] == "qtdesk"
    assert agent.server.paths == ["/qtdesk.json"]


def test_a_server_is_asked_once_a_day(agent: Agent) -> None:
    assert agent.check(only_if_due=True)
    agent.now += timedelta(hours=23)
    assert agent.check(only_if_due=True).standing is Standing.NEWER_THERE
    assert len(agent.server.asked) == 1
    agent.now += timedelta(hours=2)
    agent.check(only_if_due=True)
    assert len(agent.server.asked) == 2


def test_a_server_in_need_is_left_alone_for_a_day(agent: Agent) -> None:
    agent.server.says(b"", 503)
    assert "error 503" in str(agent.hears())
    assert agent.check(only_if_due=True) is None
    assert len(agent.server.asked) == 1


def test_a_clock_that_was_ahead_does_not_end_the_asking(agent: Agent) -> None:
    agent.now += timedelta(days=30)
    agent.check(only_if_due=True)
    agent.now -= timedelta(days=30)
    agent.check(only_if_due=True)
    assert len(agent.server.asked) == 2


# --- somebody means ill ------------------------------------------------------------


def test_a_release_of_somebody_else(agent: Agent) -> None:
    agent.server.says(sign(statement(), Ed25519PrivateKey.generate()))
    error = agent.hears()
    assert "not from your publisher" in str(error)
    assert error.alarming


def test_a_changed_statement(agent: Agent) -> None:
    agent.server.says(sign(statement(), KEY).replace(b"1.3.0", b"9.9.9"))
    assert "not from your publisher" in str(agent.hears())


def test_an_older_release_than_was_offered_before(agent: Agent) -> None:
    old = sign(statement("1.2.9"), KEY)
    agent.check()
    agent.server.says(old)
    error = agent.hears()
    assert "1.2.9 is offered now; 1.3.0 was before." in str(error)
    assert error.alarming
    agent.server.says(sign(statement(), KEY))
    assert agent.check().standing is Standing.NEWER_THERE


def test_news_that_were_kept_back(agent: Agent) -> None:
    agent.now = datetime(2026, 12, 31, 23, 0, tzinfo=UTC)
    assert agent.check()
    agent.now += timedelta(hours=2)
    error = agent.hears()
    assert "It was good until 2026-12-31." in str(error)
    assert error.alarming


def test_another_publisher_begins_anew(agent: Agent) -> None:
    agent.check()
    other = Ed25519PrivateKey.generate()
    agent.key = other.public_key().public_bytes_raw()
    agent.server.says(sign(statement("1.2.5"), other))
    assert str(agent.check().release.version) == "1.2.5"


@pytest.mark.parametrize("rubbish", [b"", b"[]", b"{", b'{"seen": 5}', b"\xff"])
def test_a_memory_that_was_damaged(rubbish: bytes, agent: Agent) -> None:
    agent.check()
    (agent.data / "updates.json").write_bytes(rubbish)
    assert agent.check().standing is Standing.NEWER_THERE


def test_a_page_that_is_none(agent: Agent) -> None:
    good = sign(statement(page="https://desk.example"), KEY)
    file = json.loads(good)
    text = file["statement"].replace("https://desk.example", "file:///etc/passwd")
    forged = {"statement": text, "signature": _signature(text)}
    agent.server.says(json.dumps(forged).encode())
    assert "not a release file" in str(agent.hears())


def _signature(text: str) -> str:
    import base64  # noqa: PLC0415 - for this forgery alone

    return base64.b64encode(KEY.sign(text.encode())).decode()


# --- something is in the way --------------------------------------------------------


def test_a_sign_in_page(agent: Agent) -> None:
    agent.server.says(b"<!DOCTYPE html><title>Welcome to the hotel</title>")
    error = agent.hears()
    assert "not a release file" in str(error)
    assert "sign in" in str(error)


def test_a_huge_file(agent: Agent) -> None:
    agent.server.says(b" " * (fetching.LARGEST + 1))
    assert "far too large" in str(agent.hears())


def test_an_endless_file(agent: Agent) -> None:
    def answer(handler: Handler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while not agent.server.over.is_set():
            handler.wfile.write(b" " * 65536)

    agent.server.does(answer)
    assert "far too large" in str(agent.hears())


@pytest.mark.parametrize("trickling", [True, False])
def test_a_slow_server(trickling: bool, agent: Agent) -> None:
    def answer(handler: Handler) -> None:
        handler.send_response(200)
        handler.end_headers()
        while not agent.server.over.wait(0.02):
            if trickling:
                handler.wfile.write(b" ")
                handler.wfile.flush()

    agent.server.does(answer)
    began = time.monotonic()
    error = agent.hears()
    assert "too slow" in str(error)
    assert not error.alarming
    assert time.monotonic() - began < 20 * PATIENCE_S


def test_nobody_there(tmp_path: Path) -> None:
    with ReleaseServer() as server:
        agent = Agent(server, tmp_path)
    error = agent.hears()
    assert "127.0.0.1 does not answer" in str(error)
    assert isinstance(error, UnreachableError)


@pytest.mark.parametrize("place", ["file:///etc/passwd", "ftp://127.0.0.1:1/a"])
def test_a_way_out_of_the_web(place: str, agent: Agent) -> None:
    def answer(handler: Handler) -> None:
        handler.send_response(302)
        handler.send_header("Location", place)
        handler.end_headers()

    agent.server.does(answer)
    assert "error 302" in str(agent.hears())


# --- what is read ------------------------------------------------------------------


@given(st.binary() | st.text().map(str.encode))
def test_any_answer_is_refused_in_words(content: bytes) -> None:
    with pytest.raises(UpdateError):
        read_statement(content, PUBLIC, "en")


@given(
    st.dictionaries(
        st.sampled_from(["version", "expires", "page", "notes", "format"]),
        st.none() | st.integers() | st.text() | st.lists(st.text()),
    )
)
def test_any_signed_statement_is_read_or_refused(changed: dict[str, object]) -> None:
    text = json.dumps({"format": "qtdesk-release-1", **statement(), **changed})
    file = {"statement": text, "signature": _signature(text)}
    try:
        release = read_statement(json.dumps(file).encode(), PUBLIC, "en")
    except UpdateError:
        return
    assert all(note.isprintable() for note in release.notes)


def test_an_address_comes_back_as_it_was_written() -> None:
    written = write_address("https://desk.example/a.json?x=1", PUBLIC)
    assert read_address(f" {written}\n") == ("https://desk.example/a.json?x=1", PUBLIC)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "No address for updates is set."),
        ("https://desk.example/a.json", "is not whole"),
        ("https://desk.example/a.json#ed25519=", "is not whole"),
        ("https://desk.example/a.json#ed25519=AAAA", "is not whole"),
        (write_address("file:///etc/passwd", PUBLIC), "is not whole"),
        (write_address("https://", PUBLIC), "is not whole"),
        (write_address("https://[", PUBLIC), "is not whole"),
        (write_address("https://desk.example", PUBLIC)[:-3], "is not whole"),
    ],
    ids=["none", "no key", "empty key", "short key", "file", "no host", "odd", "cut"],
)
def test_an_address_that_cannot_be_used(text: str, told: str) -> None:
    with pytest.raises(UpdateError, match=told):
        read_address(text)
