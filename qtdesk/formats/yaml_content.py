"""What a phrase carries beside its text: a picture, and its text with looks.

A picture that cannot be used keeps its phrase out of use; HTML that may not be used is
left out, since the plain text says the same.
"""

from pathlib import Path
from typing import NamedTuple

from qtdesk.core.errors import BookError
from qtdesk.core.phrases import Picture
from qtdesk.core.templates import check, placeholders_in
from qtdesk.core.words import QT_TRANSLATE_NOOP, words
from qtdesk.formats.fields import Fields

CONTENT_KEYS = ("html", "image")


class Content(NamedTuple):
    """Of one phrase."""

    html: str = ""
    picture: Picture | None = None
    unusable: str | None = None
    """Why the phrase must not be used; None where it may."""


_NONE = Content()


def read_content(fields: Fields, folder: Path, texts: tuple[str, ...]) -> Content:
    """What the phrase with these `texts` carries.

    Raises:
        OSError: `folder` is out of reach just now.
    """
    if not any(fields.knows(key) for key in CONTENT_KEYS):
        return _NONE
    html = _html(fields, texts)
    if not fields.knows("image"):
        return Content(html)
    named = fields.word("image", required=True)
    if fields.has("variants"):
        fields.report(
            fields.line_of("image"),
            words(
                QT_TRANSLATE_NOOP("core", "A phrase with variants has no picture here.")
            ),
            words(QT_TRANSLATE_NOOP("core", "Keep one text, or make it “parts”.")),
        )
    try:
        if named and not fields.has("variants"):
            # Only a book with pictures has use for what it loads.
            from qtdesk.formats.pictures import find_picture  # noqa: PLC0415

            return Content(html, find_picture(folder, named))
    except BookError as fault:
        fields.report(fields.line_of("image"), fault.title, fault.hint)
    return Content(html, _wanting(named or ""), f"image: {named or ''}")


def _wanting(named: str) -> Picture:
    """A picture that is not there yet, and may come, where its name allows that."""
    from qtdesk.formats.pictures import lies_inside  # noqa: PLC0415 - as above

    return Picture(named if lies_inside(named) else "", "")


def _html(fields: Fields, texts: tuple[str, ...]) -> str:
    """The HTML as it may be pasted; empty where there is none, or a fault in it."""
    written = next(iter(fields.scalars("html")), None)
    html = fields.text("html")
    if not html or written is None:
        return ""
    if len(texts) != 1 or fields.has("variants") or fields.has("parts"):
        fields.report(
            fields.line_of("html"),
            words(QT_TRANSLATE_NOOP("core", "“html” needs exactly one “text”.")),
            words(
                QT_TRANSLATE_NOOP(
                    "core", "Say the same in “text”: for chats that take plain text."
                )
            ),
        )
        return ""
    # Only a book with HTML has use for what it loads.
    from qtdesk.formats.rich_text import html_faults  # noqa: PLC0415

    lines = [0, *(at for at, sign in enumerate(html, 1) if sign == "\n")]
    faults = [
        (lines[each.line - 1], each.what, each.remedy) for each in html_faults(html)
    ]
    faults += [(each.start, each.what, each.remedy) for each in check(html, _anything)]
    faults += [
        (
            start,
            words(QT_TRANSLATE_NOOP("core", "“{name}” is not in “text”."), name=name),
            words(QT_TRANSLATE_NOOP("core", "Say the same in both.")),
        )
        for start, name in placeholders_in(html)
        if name not in {known for _, known in placeholders_in(texts[0])}
    ]
    for position, what, remedy in faults:
        fields.report(written.line_at(position), what, remedy)
    return "" if faults else html


def _anything(_phrase: str) -> bool:
    """Whether there is such a phrase is told of the plain text already."""
    return True
