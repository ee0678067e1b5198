"""One small file from a web server, within a limit of time and of size.

Knows nothing about what is in the file.
"""

import http.client
import threading
import urllib.error
import urllib.request
from urllib.parse import urlsplit

from qtdesk.core.errors import UpdateError
from qtdesk.core.words import QT_TRANSLATE_NOOP, words
from qtdesk.updates.address import SCHEMES

LONGEST_S = 20.0
"""For everything, however slowly the server trickles."""
LARGEST = 64 * 1024
_SILENCE_S = 10.0


def fetch(url: str, longest_s: float = LONGEST_S) -> bytes:
    """What the server has at `url`, at most `LARGEST` bytes.

    Raises:
        UpdateError: it cannot be had, is too large, or takes too long.
    """
    answers: list[bytes | UpdateError] = []
    # A server that sends a byte now and then resets every limit of a socket; only who
    # stands beside it can lose patience. The thread ends with this process.
    fetching = threading.Thread(
        target=lambda: answers.append(_fetch(url)), name="update", daemon=True
    )
    fetching.start()
    fetching.join(longest_s)
    if not answers:
        raise _unreachable(QT_TRANSLATE_NOOP("core", "The server is too slow."))
    if isinstance(answers[0], UpdateError):
        raise answers[0]
    return answers[0]


def _fetch(url: str) -> bytes | UpdateError:
    # Nothing is told about this computer but that it asks.
    asked = urllib.request.Request(url, headers={"User-Agent": "qtdesk"})  # noqa: S310 - read_address allows http and https only
    opener = urllib.request.build_opener(_WebOnly)
    try:
        with opener.open(asked, timeout=_SILENCE_S) as answer:
            content: bytes = answer.read(LARGEST + 1)
    except urllib.error.HTTPError as problem:
        problem.close()
        return _unreachable(
            QT_TRANSLATE_NOOP("core", "The server answers with error {code}."),
            code=problem.code,
        )
    except TimeoutError:
        return _unreachable(QT_TRANSLATE_NOOP("core", "The server is too slow."))
    except (OSError, http.client.HTTPException, ValueError):
        return _unreachable(
            QT_TRANSLATE_NOOP("core", "{host} does not answer."),
            host=urlsplit(url).hostname,
        )
    return content if len(content) <= LARGEST else _too_large()


class _WebOnly(urllib.request.HTTPRedirectHandler):
    """A server may send us on, but not into other ways of reading files."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: object,
        code: int,
        msg: str,
        headers: object,
        newurl: str,
    ) -> urllib.request.Request | None:
        if urlsplit(newurl).scheme not in SCHEMES:
            return None
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


def _too_large() -> UpdateError:
    return UpdateError(
        words(QT_TRANSLATE_NOOP("core", "The release file is far too large.")),
        words(QT_TRANSLATE_NOOP("core", "This is not a release file of qtdesk.")),
        words(QT_TRANSLATE_NOOP("core", "Check the address in the settings.")),
    )


def _unreachable(why: str, **values: object) -> UpdateError:
    return UnreachableError(
        words(QT_TRANSLATE_NOOP("core", "Updates could not be looked for.")),
        words(why, **values),
        words(QT_TRANSLATE_NOOP("core", "Nothing is wrong with qtdesk; try later.")),
    )


class UnreachableError(UpdateError):
    """The network's fault, most likely: not worth a word unless somebody asks."""

    alarming = False
