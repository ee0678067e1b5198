"""The HTML that a phrase may have: a few tags, and nothing that loads or runs.

What is not listed here is a fault. Reads only; what is put into the placeholders, and
what a reader of the HTML makes of it, is decided elsewhere.
"""

import re
from html.parser import HTMLParser
from typing import NamedTuple

from qtdesk.core.words import QT_TRANSLATE_NOOP, Words, words

TAGS = (
    *("b", "strong", "i", "em", "u", "s", "span", "br", "p", "div", "a"),
    *("ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td"),
)
STYLES = (
    *("color", "background-color", "font-weight", "font-style", "font-size"),
    *("text-decoration", "text-align"),
)
MOST_CHARACTERS = 20_000

_ATTRIBUTES = {
    "a": {"href": re.compile(r"(?i)(https?://|mailto:|tel:)[^\s\"'<>{}]+")},
    "td": {"colspan": re.compile(r"\d{1,2}"), "rowspan": re.compile(r"\d{1,2}")},
    "th": {"colspan": re.compile(r"\d{1,2}"), "rowspan": re.compile(r"\d{1,2}")},
}
_STYLE_VALUE = re.compile(r"[#\w\s.%,-]+")
"""Without brackets, so that no `url()` has room."""
_ALONE = ("br",)


class HtmlFault(NamedTuple):
    """One thing that is not allowed, or not closed."""

    line: int
    """Of the HTML, counted from 1."""
    what: Words
    remedy: Words


def html_faults(html: str) -> tuple[HtmlFault, ...]:
    """What is wrong with `html`, in its order; nothing for what may be pasted."""
    if len(html) > MOST_CHARACTERS:
        what = QT_TRANSLATE_NOOP("core", "The HTML has more than {most} characters.")
        remedy = words(QT_TRANSLATE_NOOP("core", "Say less, or send a picture."))
        return (HtmlFault(1, words(what, most=str(MOST_CHARACTERS)), remedy),)
    reading = _Reading()
    reading.feed(html)
    reading.end()
    return tuple(reading.faults)


class _Reading(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.faults: list[HtmlFault] = []
        self._open: list[tuple[str, int]] = []

    @property
    def _line(self) -> int:
        return self.getpos()[0]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self._add(
                words(
                    QT_TRANSLATE_NOOP("core", "“<{tag}>” is not used in phrases."),
                    tag=tag,
                ),
                words(
                    QT_TRANSLATE_NOOP("core", "A picture goes into “image: …”.")
                    if tag == "img"
                    else QT_TRANSLATE_NOOP("core", "Tags known here: {tags}."),
                    tags=", ".join(TAGS),
                ),
            )
        elif "{" in (self.get_starttag_text() or ""):
            self._add(
                words(QT_TRANSLATE_NOOP("core", "A placeholder stands within a tag.")),
                words(QT_TRANSLATE_NOOP("core", "Write it between tags, as text.")),
            )
        else:
            for name, value in attrs:
                self._look_at(tag, name, value or "")
        if tag not in _ALONE:
            self._open.append((tag, self._line))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _ALONE:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _ALONE:
            return
        if not self._open or self._open[-1][0] != tag:
            self._add(
                words(
                    QT_TRANSLATE_NOOP("core", "“</{tag}>” closes nothing here."),
                    tag=tag,
                ),
                words(QT_TRANSLATE_NOOP("core", "Close tags in turn, the last first.")),
            )
            self._open = [each for each in self._open if each[0] != tag]
        else:
            self._open.pop()

    def handle_comment(self, data: str) -> None:
        del data
        self._report_no_text()

    def handle_decl(self, decl: str) -> None:
        del decl
        self._report_no_text()

    def handle_pi(self, data: str) -> None:
        del data
        self._report_no_text()

    def unknown_decl(self, data: str) -> None:
        del data
        self._report_no_text()

    def end(self) -> None:
        """Nothing follows any more."""
        if "<" in self.rawdata:
            # A tag without an end, which whatever stands behind the HTML would give it.
            self._report_no_text()
        self.close()
        for tag, line in self._open:
            self.faults.append(
                HtmlFault(
                    line,
                    words(QT_TRANSLATE_NOOP("core", "“<{tag}>” stays open."), tag=tag),
                    words(QT_TRANSLATE_NOOP("core", "Add “</{tag}>”."), tag=tag),
                )
            )

    def _look_at(self, tag: str, name: str, value: str) -> None:
        if name == "style":
            self._look_at_style(value)
            return
        fits = _ATTRIBUTES.get(tag, {}).get(name)
        if fits is None or not fits.fullmatch(value.strip()):
            self._add(
                words(
                    QT_TRANSLATE_NOOP("core", "“{name}” of “<{tag}>” is not used so."),
                    name=name,
                    tag=tag,
                ),
                words(
                    QT_TRANSLATE_NOOP(
                        "core", "Leave it out; links begin with https:// or mailto:."
                    )
                ),
            )

    def _look_at_style(self, value: str) -> None:
        for rule in filter(str.strip, value.split(";")):
            name, _, said = (part.strip() for part in rule.partition(":"))
            if name.casefold() not in STYLES or not _STYLE_VALUE.fullmatch(said):
                self._add(
                    words(
                        QT_TRANSLATE_NOOP("core", "The style “{rule}” is not used."),
                        rule=rule.strip(),
                    ),
                    words(
                        QT_TRANSLATE_NOOP("core", "Styles known here: {styles}."),
                        styles=", ".join(STYLES),
                    ),
                )

    def _report_no_text(self) -> None:
        self._add(
            words(QT_TRANSLATE_NOOP("core", "This is neither text nor a tag.")),
            words(QT_TRANSLATE_NOOP("core", "Take it out; “<” as text is “&lt;”.")),
        )

    def _add(self, what: Words, remedy: Words) -> None:
        self.faults.append(HtmlFault(self._line, what, remedy))
