"""A phrase while it is being written: lines as they were typed, put right when kept."""

from collections.abc import Callable
from typing import Any, NamedTuple

from qtdesk.core.errors import PhraseError
from qtdesk.core.phrases import Phrase, Validity
from qtdesk.core.phrases.fitness import spoil_unfit_characters
from qtdesk.core.phrases.validity import read_moment
from qtdesk.core.words import QT_TRANSLATE_NOOP, words

_LINE_ENDS = str.maketrans(dict.fromkeys("\r\u2028\u2029", "\n"))
_BETWEEN_KEYWORDS = str.maketrans(dict.fromkeys("，、;；\n", ","))


class Draft(NamedTuple):
    """What the fields of an editor hold."""

    title: str = ""
    texts: tuple[str, ...] = ("",)
    sequence: bool = False
    code: str = ""
    keywords: str = ""
    """Apart by commas."""
    stage: str = ""
    situation: str = ""
    begins: str = ""
    """A day or a time, as people write it."""
    ends: str = ""

    def __repr__(self) -> str:
        """Without what was typed, which no log may hold."""
        return f"Draft({len(self.texts)} texts)"

    @classmethod
    def of(cls, phrase: Phrase) -> "Draft":
        """The draft that a change of `phrase` begins with."""
        texts = phrase.texts[: len(phrase.texts) - len(_unwritten(phrase))]
        return cls(
            *(phrase.title, texts or ("",), phrase.sequence, phrase.code),
            *(", ".join(phrase.keywords), phrase.stage, phrase.situation),
            *(_told(phrase.validity.begins), _told(phrase.validity.ends)),
        )

    def as_read(self, before: Phrase) -> Phrase:
        """The phrase as far as it can be read.

        What is as it was, or what an editor does not show, stays just so: it goes on
        with a shared phrase.
        """
        begun = Draft.of(before)
        new: dict[str, Any] = {
            name: read(getattr(self, name))
            for name, read in _READERS.items()
            if getattr(self, name) != getattr(begun, name)
        }
        if (self.texts, self.sequence) != (begun.texts, begun.sequence):
            texts, rest = (
                tuple(filter(None, map(_text, self.texts))),
                _unwritten(before),
            )
            new["texts"] = (*texts, *rest) or ("",)
            parted = bool(rest) or self.sequence
            new["sequence"] = parted and len(new["texts"]) > 1
            # It would go on saying what the text does no longer.
            new["html"] = ""
        if (self.begins, self.ends) != (begun.begins, begun.ends):
            first, last = (read_moment(day.strip()) for day in (self.begins, self.ends))
            days = before.validity._replace(begins=first or "", ends=last or "")
            new["validity"] = days
        if self.stage:
            new["stage"] = self.stage
        return before._replace(**new)

    def finished(self, before: Phrase) -> Phrase:
        """The phrase to be kept in the place of `before`.

        Raises:
            PhraseError: something is missing, or cannot be read.
        """
        phrase = self.as_read(before)
        if not phrase.text and phrase.picture is None:
            raise PhraseError(
                words(QT_TRANSLATE_NOOP("core", "The phrase has no text yet.")),
                hint=words(
                    QT_TRANSLATE_NOOP("core", "Write what the buyer will read.")
                ),
            )
        if not phrase.title:
            # The first words of it are better than no name at all.
            phrase = phrase._replace(title=_first_line(phrase.text))
        for day in (self.begins, self.ends):
            if day.strip() and read_moment(day.strip()) is None:
                raise _no_day(day.strip())
        _check_order(phrase.validity)
        return phrase


def _unwritten(phrase: Phrase) -> tuple[str, ...]:
    """The last text, where it only stands for a picture."""
    return () if phrase.picture is None else ("",)


_TITLE = 20
"""Characters of a text that name it."""


def _first_line(text: str) -> str:
    line = text.strip().split("\n")[0]
    return line if len(line) <= _TITLE else f"{line[: _TITLE - 1]}…"


def _line(text: str) -> str:
    return " ".join(spoil_unfit_characters(text, " ").split())


def _text(text: str) -> str:
    """As a book would give it: no line end behind, nothing that cannot be pasted."""
    plain = text.replace("\r\n", "\n").translate(_LINE_ENDS)
    plain = spoil_unfit_characters(plain, "").rstrip("\n")
    return plain if plain.strip() else ""


def _keywords(written: str) -> tuple[str, ...]:
    words_ = written.translate(_BETWEEN_KEYWORDS).split(",")
    return tuple(dict.fromkeys(filter(None, map(_line, words_))))


_READERS: dict[str, Callable[[str], object]] = {
    "title": _line,
    "code": _line,
    "situation": _line,
    "keywords": _keywords,
}


def _told(day: str) -> str:
    return day.replace("T", " ")


def _no_day(written: str) -> PhraseError:
    return PhraseError(
        words(
            QT_TRANSLATE_NOOP("core", "“{written}” is no day of the calendar."),
            written=written,
        ),
        hint=words(
            QT_TRANSLATE_NOOP("core", "Write it as 2026-11-11 or 2026-11-11 18:00.")
        ),
    )


def _check_order(days: Validity) -> None:
    if days.begins and days.ends and days.ends < days.begins[: len(days.ends)]:
        raise PhraseError(
            words(QT_TRANSLATE_NOOP("core", "The last day comes before the first.")),
            hint=words(QT_TRANSLATE_NOOP("core", "Look at both days again.")),
        )
