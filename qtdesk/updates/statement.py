r"""The release file: a statement as text, and the publisher's signature on that text.

    {"statement": "{\"format\": \"qtdesk-release-1\", ...}", "signature": "..."}

The statement is signed letter by letter as it stands in the file, so that there is no
second way to write the same thing. Nothing of it is believed, or even read, before the
signature is found good.
"""

import base64
import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)

from qtdesk.core.errors import UpdateError
from qtdesk.core.releases import Release, Version
from qtdesk.core.words import QT_TRANSLATE_NOOP, words

FORMAT = "qtdesk-release-1"
"""Signed with the rest, so that no other signed text can be taken for a release."""
_MOST_NOTES = 20
_LONGEST_NOTE = 300


def sign(statement: Mapping[str, Any], key: Ed25519PrivateKey) -> bytes:
    """A release file that says `statement`; for the publisher.

    Raises:
        ValueError: it is no statement that we would read.
    """
    text = json.dumps({"format": FORMAT, **statement}, ensure_ascii=False, indent=1)
    _read(text, "en")
    signature = base64.b64encode(key.sign(text.encode())).decode()
    file = {"statement": text, "signature": signature}
    return json.dumps(file, ensure_ascii=False, indent=1).encode() + b"\n"


def read_statement(content: bytes, key: bytes, language: str) -> Release:
    """What the release file `content` says, if the owner of `key` has signed it.

    Raises:
        UpdateError: it is no release file, or somebody else's.
    """
    try:
        file = json.loads(content)
        text, signature = file["statement"].encode(), file["signature"]
        signed = base64.b64decode(signature, validate=True)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as problem:
        raise _no_release_file() from problem
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signed, text)
    except InvalidSignature as problem:
        raise _not_signed() from problem
    try:
        return _read(text.decode(), language)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as problem:
        raise _no_release_file() from problem


def _read(text: str, language: str) -> Release:
    said = json.loads(text)
    if said["format"] != FORMAT:
        raise ValueError(said["format"])
    page = str(said["page"])
    if not page.startswith(("https://", "http://")):
        raise ValueError(page)
    notes = said["notes"]
    chosen = notes.get(language) or notes.get("en") or []
    return Release(
        version=Version.parse(said["version"]),
        expires=date.fromisoformat(said["expires"]),
        page=page,
        notes=tuple(_plain(note) for note in chosen[:_MOST_NOTES]),
    )


def _plain(note: str) -> str:
    """One line without control characters, of a length that a dialog can show."""
    printable = "".join(sign if sign.isprintable() else " " for sign in str(note))
    return printable[:_LONGEST_NOTE]


def _no_release_file() -> UpdateError:
    return UpdateError(
        words(QT_TRANSLATE_NOOP("core", "The answer is not a release file of qtdesk.")),
        words(
            QT_TRANSLATE_NOOP(
                "core",
                "A network that first wants you to sign in answers with a page of its "
                "own.",
            )
        ),
        words(
            QT_TRANSLATE_NOOP(
                "core", "Open any page in the browser, then check the address."
            )
        ),
    )


def _not_signed() -> UpdateError:
    return UpdateError(
        words(
            QT_TRANSLATE_NOOP("core", "The release file is not from your publisher.")
        ),
        words(
            QT_TRANSLATE_NOOP(
                "core", "Its signature does not fit the key in the address."
            )
        ),
        words(
            QT_TRANSLATE_NOOP(
                "core",
                "Install nothing, and tell whoever looks after qtdesk in your team.",
            )
        ),
    )
