"""An agent's own phrases on their way out: to a file, or to the lead.

Nothing here is loaded by the start of the desk.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from qtdesk.core.errors import BookError
from qtdesk.core.phrases import Phrase, Stage
from qtdesk.core.words import QT_TRANSLATE_NOOP, words

_TITLES = {"zh": "我的短语"}
_TITLE = "My phrases"
_SUFFIX = ".yaml"


def suggestion(phrase: Phrase, stages: tuple[Stage, ...]) -> str:
    """`phrase` as a lead puts it among the stages of a book."""
    # Brings YAML along.
    from qtdesk.formats.yaml_writing import phrase_yaml  # noqa: PLC0415

    return phrase_yaml(phrase, _titles(stages))


def export_own_phrases(
    path: Path,
    phrases: Sequence[Phrase],
    locale: str,
    stages: tuple[Stage, ...],
    today: date,
) -> int:
    """Write `phrases` of the agent's own to `path` as a book; how many they are.

    The book has the name of the file as its id, so that writing it again makes a new
    edition of the same book. An older file is replaced as a whole, or stays.

    Raises:
        BookError: the file has no name that a phrasebook may have.
        StoreError: it could not be written.
    """
    from qtdesk.formats.yaml_writing import book_yaml  # noqa: PLC0415 - as above
    from qtdesk.storage.atomic import write_atomically  # noqa: PLC0415 - no start

    if path.suffix.lower() != _SUFFIX:
        raise BookError(
            words(
                QT_TRANSLATE_NOOP("core", "{name} is no name of a phrasebook."),
                name=path.name,
            ),
            hint=words(
                QT_TRANSLATE_NOOP("core", "Let it end in {suffix}."), suffix=_SUFFIX
            ),
        )
    head = {
        "id": path.stem,
        "title": _TITLES.get(locale[:2], _TITLE),
        "locale": locale,
        "version": f"{today:%Y.%m.%d}",
    }
    text = book_yaml(head, _told_apart(phrases), _titles(stages))
    write_atomically(path, text.encode())
    return len(phrases)


def _told_apart(phrases: Iterable[Phrase]) -> Iterator[Phrase]:
    """Versions of phrases of two books may have the same id, and one book may not."""
    seen: set[str] = set()
    for phrase in phrases:
        wanted, number = phrase.id, 2
        while wanted in seen:
            wanted, number = f"{phrase.id}-{number}", number + 1
        seen.add(wanted)
        yield phrase._replace(id=wanted)


def _titles(stages: tuple[Stage, ...]) -> Mapping[str, str]:
    return {stage.key: stage.title for stage in stages}
