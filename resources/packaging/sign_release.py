r"""The publisher's half of updates: a key once, then a release file for each release.

python -m resources.packaging.sign_release key KEY_FILE
python -m resources.packaging.sign_release file KEY_FILE --version 1.2.0 --days 90 \
    --page https://... --notes en=notes.txt --notes zh_CN=notes.zh.txt --out qtdesk.json
python -m resources.packaging.sign_release address KEY_FILE https://.../qtdesk.json

KEY_FILE is secret: whoever has it speaks in the publisher's name. Notes are text files,
a line for each sentence. Needs the packages of requirements/run.txt and no network.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from qtdesk import __version__
from qtdesk.updates.address import write_address
from qtdesk.updates.statement import read_statement, sign

_DAYS = 90


def main(arguments: Sequence[str] | None = None) -> int:
    """Do one of the three; gives an exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    actions = parser.add_subparsers(required=True)
    making = actions.add_parser("key", help="make a key, once")
    making.add_argument("key", type=Path)
    making.set_defaults(run=_make_key)
    writing = actions.add_parser("file", help="write a release file")
    writing.add_argument("key", type=Path)
    writing.add_argument("--version", default=__version__)
    writing.add_argument("--days", type=int, default=_DAYS, help="how long it is good")
    writing.add_argument("--page", required=True, help="where people get the release")
    writing.add_argument("--notes", action="append", default=[], metavar="LANG=FILE")
    writing.add_argument("--out", type=Path, required=True)
    writing.set_defaults(run=_write_file)
    telling = actions.add_parser("address", help="print what agents put into settings")
    telling.add_argument("key", type=Path)
    telling.add_argument("url")
    telling.set_defaults(run=_tell_address)
    asked = parser.parse_args(arguments)
    asked.run(asked)
    return 0


def _make_key(asked: argparse.Namespace) -> None:
    key = Ed25519PrivateKey.generate()
    written = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    # Never over an old one: its agents would hear of nothing any more.
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    with os.fdopen(os.open(asked.key, flags, 0o600), "wb") as file:
        file.write(written)
    print(f"{asked.key} is the key. Keep it secret, and keep a copy of it.")


def _write_file(asked: argparse.Namespace) -> None:
    key = _load(asked.key)
    notes = dict(note.split("=", 1) for note in asked.notes)
    statement = {
        "version": asked.version,
        "expires": (datetime.now(UTC) + timedelta(asked.days)).date().isoformat(),
        "page": asked.page,
        "notes": {
            language: Path(file).read_text(encoding="utf-8").splitlines()
            for language, file in notes.items()
        },
    }
    content = sign(statement, key)
    release = read_statement(content, key.public_key().public_bytes_raw(), "en")
    asked.out.write_bytes(content)
    print(f"{asked.out} tells of {release.version}, until {release.expires}.")


def _tell_address(asked: argparse.Namespace) -> None:
    public = _load(asked.key).public_key().public_bytes_raw()
    print(write_address(asked.url, public))


def _load(path: Path) -> Ed25519PrivateKey:
    key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise SystemExit(f"{path} is no Ed25519 key.")
    return key


if __name__ == "__main__":
    sys.exit(main())
