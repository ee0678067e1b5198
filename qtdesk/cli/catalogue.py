"""The catalogue of translations, read without Qt.

Qt's own compiled file, so that both front ends say the same. Only the sentences of one
context are taken out; without the file everything is said in English.
"""

import locale
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path

from qtdesk.core.words import Words

CHINESE = "zh_CN"
_MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
_MESSAGES = 0x69
_END, _TRANSLATION, _SOURCE, _CONTEXT, _COMMENT = 1, 3, 6, 7, 8
_WITH_LENGTH = (2, _TRANSLATION, 4, _SOURCE, _CONTEXT, _COMMENT)
_NO_TEXT = 0xFFFFFFFF


class Catalogue:
    """Sentences of the core in one language."""

    def __init__(self, folder: Path, language: str) -> None:
        """`folder` holds `qtdesk_zh_CN.qm`; `language` is as in the settings."""
        self._sentences: Mapping[str, str] = {}
        if language == "auto":
            language = language_of_system()
        path = folder / f"qtdesk_{CHINESE}.qm"
        if language == CHINESE and path.is_file():
            self._sentences = dict(_core_sentences(path.read_bytes()))

    def tell(self, sentence: Words) -> str:
        template = self._sentences.get(sentence.template, sentence.template)
        return sentence.fill(template)


def language_of_system() -> str:
    """The language of a program that is set to speak as the system does."""
    # What the environment says, even where the system knows no such language.
    name = locale.getlocale()[0] or ""
    return CHINESE if name.startswith(("zh", "Chinese")) else "en"


def _core_sentences(compiled: bytes) -> Iterator[tuple[str, str]]:
    """English and translated; nothing from a file that is something else."""
    if not compiled.startswith(_MAGIC):
        return
    position = len(_MAGIC)
    while position + 5 <= len(compiled):
        kind, size = struct.unpack_from(">BI", compiled, position)
        block = compiled[position + 5 : position + 5 + size]
        position += 5 + size
        if kind == _MESSAGES:
            yield from _messages(block)


def _messages(block: bytes) -> Iterator[tuple[str, str]]:
    parts: dict[int, bytes] = {}
    position = 0
    while position < len(block):
        kind = block[position]
        position += 1
        if kind in _WITH_LENGTH:
            (size,) = struct.unpack_from(">I", block, position)
            position += 4
            size = 0 if size == _NO_TEXT else size
            # The first translation is the singular; there are no others in Chinese.
            parts.setdefault(kind, block[position : position + size])
            position += size
        elif kind == _END:
            if parts.get(_CONTEXT) == b"core" and parts.get(_TRANSLATION):
                source = parts.get(_SOURCE, b"").decode()
                yield source, parts[_TRANSLATION].decode("utf-16-be")
            parts = {}
        else:
            return
