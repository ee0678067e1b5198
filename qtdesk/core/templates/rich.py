"""A text with its looks: HTML whose placeholders are filled with plain words.

What HTML a book may use is checked where the book is read. In here nothing but text is
put into it, so that no value of an order can become a tag.
"""

import html as entities
import re

from qtdesk.core.templates.filling import Context, fill
from qtdesk.core.templates.grammar import Brace, Placeholder, Written, parse
from qtdesk.core.templates.outcome import Filled

_ENDS_A_LINE = re.compile(r"(?i)<br\b[^>]*>|</(?:p|div|li|tr|ul|ol|table)\s*>")
_ENDS_A_CELL = re.compile(r"(?i)</t[dh]\s*>")
_TAG = re.compile(r"<[^>]*>")


def fill_html(text: str, context: Context) -> str:
    """`text` with its placeholders filled; empty where one of them has no value.

    What drops in a plain text takes its punctuation along, which nobody can tell in
    HTML: then the plain text has to do.
    """
    parts = []
    for node in parse(text):
        match node:
            case Written():
                parts.append(node.source)
            case Brace():
                parts.append(node.source[0])
            case Placeholder() if node.key != "cursor":
                filled = fill(entities.unescape(node.source), context)
                if not isinstance(filled, Filled) or not filled.text:
                    return ""
                parts.append(entities.escape(filled.text).replace("\n", "<br>"))
    return "".join(parts)


def visible(text: str) -> str:
    """The words of HTML, as a reader sees them; placeholders stay as they stand."""
    cells = _ENDS_A_CELL.sub(" ", " ".join(text.split()))
    words = entities.unescape(_TAG.sub("", _ENDS_A_LINE.sub("\n", cells)))
    return "\n".join(line.strip() for line in words.split("\n") if line.strip())
