"""The phrases of a YAML book, stage by stage, out of one file or several."""

from collections.abc import Sequence
from pathlib import Path

from qtdesk.core.phrases import CANONICAL_STAGES, Phrase, Stage, stage_title
from qtdesk.core.phrases.stages import CHINESE_STAGES
from qtdesk.core.words import QT_TRANSLATE_NOOP, words
from qtdesk.formats.fields import Fields
from qtdesk.formats.places import Place
from qtdesk.formats.report import Report
from qtdesk.formats.yaml_content import CONTENT_KEYS, read_content
from qtdesk.formats.yaml_nodes import Pairs, Scalar
from qtdesk.formats.yaml_placeholders import PlaceholderCheck
from qtdesk.formats.yaml_validity import VALIDITY_KEYS, read_validity

STAGE_KEYS = ("key", "title", "situations")
SITUATION_KEYS = ("title", "phrases")
PHRASE_KEYS = (
    *("id", "title", "text", "variants", "parts", "code", "keywords", "tags"),
    *CONTENT_KEYS,
    *VALIDITY_KEYS,
)
_LISTS = ("variants", "parts")
"""Of texts, of which a phrase has one kind or the other."""

_KEY_OF_CHINESE = {title: key for key, title in CHINESE_STAGES.items()}
_NO_STAGE = "other"


class PhraseCollection:
    """Phrases and stages of one book; what an id or code already names is known."""

    def __init__(self, book: str, locale: str) -> None:
        self.phrases: list[Phrase] = []
        self.places: dict[str, Place] = {}
        self.placeholders = PlaceholderCheck(book)
        self._book = book
        self._titles = CHINESE_STAGES if locale.startswith("zh") else CANONICAL_STAGES
        self._stages: dict[str, str] = {}
        self._ids: dict[str, str] = {}
        self._codes: dict[str, str] = {}

    @property
    def stages(self) -> tuple[Stage, ...]:
        return tuple(Stage(key, title) for key, title in self._stages.items())

    def add_stages(self, stages: Sequence[Pairs], report: Report) -> None:
        """Add the stages of one file; a stage known already only gets more phrases."""
        for pairs in stages:
            fields = Fields(pairs, STAGE_KEYS, report)
            stage = self._stage(fields)
            for situation in fields.mappings("situations"):
                self._add_situation(stage, situation, report)

    def _stage(self, fields: Fields) -> str:
        title = fields.word("title") or ""
        key = fields.word("key", required=True) or title or _NO_STAGE
        key = _KEY_OF_CHINESE.get(key, key)
        if not title and key not in self._stages and key not in CANONICAL_STAGES:
            fields.report_missing("title")
        self._stages.setdefault(key, title or self._titles.get(key) or stage_title(key))
        return key

    def _add_situation(self, stage: str, pairs: Pairs, report: Report) -> None:
        fields = Fields(pairs, SITUATION_KEYS, report)
        title = fields.word("title", required=True) or ""
        for phrase in fields.mappings("phrases"):
            self._add_phrase(stage, title, phrase, report)

    def _add_phrase(
        self, stage: str, situation: str, pairs: Pairs, report: Report
    ) -> None:
        fields = Fields(pairs, PHRASE_KEYS, report)
        phrase_id = fields.word("id", required=True)
        title = fields.word("title", required=True)
        texts = _texts(fields)
        code = fields.word("code") or ""
        keywords, tags = fields.word_list("keywords"), fields.word_list("tags")
        validity = read_validity(fields)
        content = read_content(fields, Path(report.file).parent, texts or ())
        if content.unusable is not None and validity.revoked is None:
            validity = validity._replace(revoked=content.unusable)
        if content.picture is not None and texts is not None:
            # It stands behind the texts, as a part of its own.
            texts = (*texts, "")
        place = f"{report.file}:{fields.line}"
        if phrase_id is None or title is None or not texts:
            return
        if phrase_id in self._ids:
            _report_double_id(fields, phrase_id, self._ids[phrase_id])
            return
        self._ids[phrase_id] = place
        if code and self._codes.setdefault(code.casefold(), place) != place:
            _report_double_code(fields, code, self._codes[code.casefold()])
        self.places[phrase_id] = Place(report.file, fields.line, _written(fields))
        self.placeholders.add(phrase_id, fields)
        self.phrases.append(
            Phrase(
                self._book,
                phrase_id,
                stage,
                situation,
                title,
                texts,
                code,
                keywords,
                tags,
                validity,
                len(texts) > 1 and (content.picture is not None or fields.has("parts")),
                content.picture,
                content.html,
            )
        )


def _texts(fields: Fields) -> tuple[str, ...] | None:
    """The text, the variants or the parts; None where it has to be left out."""
    if any(fields.has(key) for key in _LISTS):
        *others, last = (key for key in ("text", *_LISTS) if fields.has(key))
        for other in others:
            _report_both(fields, other, last)
        lists = [fields.text_list(key) for key in (*others, last)]
        fit = [text for texts in lists if texts is not None for text in texts]
        texts = None if None in lists else tuple(fit)
    elif fields.has("image") and not fields.knows("text"):
        return ()
    elif fields.knows("text"):
        text = fields.text("text")
        texts = None if text is None else (text,)
    else:
        fields.report_missing("text")
        return None
    if texts is not None and not all(texts):
        _report_empty(fields)
    return tuple(filter(None, texts or ()))


def _written(fields: Fields) -> tuple[Scalar, ...]:
    """The scalars of `_texts`, in the same order."""
    written = (each for key in ("text", *_LISTS) for each in fields.scalars(key))
    return tuple(scalar for scalar in written if scalar.text.strip())


def _report_both(fields: Fields, one: str, other: str) -> None:
    fields.report(
        fields.line_of(other),
        words(
            QT_TRANSLATE_NOOP("core", "The phrase has “{one}” and “{other}”."),
            one=one,
            other=other,
        ),
        words(QT_TRANSLATE_NOOP("core", "Move the text into “{other}”."), other=other),
    )


def _report_empty(fields: Fields) -> None:
    fields.report(
        fields.line_of(next((key for key in _LISTS if fields.has(key)), "text")),
        words(QT_TRANSLATE_NOOP("core", "A text is empty.")),
        words(
            QT_TRANSLATE_NOOP(
                "core", "Write it, in quotation marks if it begins with “#”."
            )
        ),
    )


def _report_double_id(fields: Fields, phrase_id: str, place: str) -> None:
    fields.report(
        fields.line_of("id"),
        words(
            QT_TRANSLATE_NOOP("core", "The id “{id}” is taken already, at {place}."),
            id=phrase_id,
            place=place,
        ),
        words(QT_TRANSLATE_NOOP("core", "Give this phrase an id of its own.")),
    )


def _report_double_code(fields: Fields, code: str, place: str) -> None:
    fields.report(
        fields.line_of("code"),
        words(
            QT_TRANSLATE_NOOP(
                "core", "The code “{code}” is taken already, at {place}."
            ),
            code=code,
            place=place,
        ),
        words(QT_TRANSLATE_NOOP("core", "Give one of the two another code.")),
    )
