"""The address that a team hands out: where the release file is, and whose it must be.

    https://desk.example/qtdesk.json#ed25519=<public key, 43 characters>

The key comes with the address and not with the file, so that a server that is taken
over cannot speak in the publisher's name. The part behind # is never sent.
"""

import base64
import binascii
from typing import NamedTuple
from urllib.parse import urlsplit

from qtdesk.core.errors import UpdateError
from qtdesk.core.words import QT_TRANSLATE_NOOP, words

KEY_MARK = "ed25519="
_KEY_BYTES = 32
SCHEMES = ("https", "http")


class Address(NamedTuple):
    """Both halves of what was handed out."""

    url: str
    key: bytes
    """The publisher's public key."""


def read_address(text: str) -> Address:
    """Take `text` apart.

    Raises:
        UpdateError: it is empty, no web address, or has no key.
    """
    text = text.strip()
    if not text:
        raise UpdateError(
            words(QT_TRANSLATE_NOOP("core", "No address for updates is set.")),
            hint=words(
                QT_TRANSLATE_NOOP(
                    "core",
                    "Ask whoever looks after qtdesk in your team for it, and put it "
                    "into the settings.",
                )
            ),
        )
    try:
        split = urlsplit(text)
    except ValueError as problem:
        raise _unfit() from problem
    if split.scheme not in SCHEMES or not split.hostname:
        raise _unfit()
    return Address(split._replace(fragment="").geturl(), _read_key(split.fragment))


def write_address(url: str, key: bytes) -> str:
    """What `read_address` reads; for the publisher."""
    return f"{url}#{KEY_MARK}{base64.urlsafe_b64encode(key).decode().rstrip('=')}"


def _read_key(fragment: str) -> bytes:
    written = fragment.removeprefix(KEY_MARK)
    try:
        key = base64.b64decode(written + "=" * (-len(written) % 4), b"-_", True)
    except (binascii.Error, ValueError) as problem:
        raise _unfit() from problem
    if written == fragment or len(key) != _KEY_BYTES:
        raise _unfit()
    return key


def _unfit() -> UpdateError:
    return UpdateError(
        words(QT_TRANSLATE_NOOP("core", "The address for updates is not whole.")),
        words(
            QT_TRANSLATE_NOOP(
                "core", "It begins with https:// and ends with #ed25519= and a key."
            )
        ),
        words(QT_TRANSLATE_NOOP("core", "Copy it again, from its first to last sign.")),
    )
