"""Values of one YAML mapping, each asked for as what it should be.

Forgives what is plain and reports the rest; knows the kinds of values, not the keys.
"""

import re
from collections.abc import Sequence

from qtdesk.core.phrases.fitness import has_unfit_characters
from qtdesk.core.words import NO_WORDS, QT_TRANSLATE_NOOP, Words, words
from qtdesk.formats.report import Report
from qtdesk.formats.yaml_nodes import Items, Node, Pairs, Scalar

_BETWEEN_WORDS = re.compile(r"[\s,，、;；]+")


class Fields:
    """One mapping of a book: a phrase, a situation, a stage or the head."""

    def __init__(self, pairs: Pairs, known: Sequence[str], report: Report) -> None:
        """Take the pairs with `known` keys, and report all others."""
        self.line = pairs.line
        self._report = report
        self._nodes: dict[str, Node] = {}
        self.name = _name(pairs) if "text" in known else ""
        for key, node in pairs.nodes:
            self._take(key, node, known)

    def _take(self, key: Node, node: Node, known: Sequence[str]) -> None:
        text = key.text if isinstance(key, Scalar) else ""
        if text not in known:
            self._report_unknown(key.line, text, known)
        elif text in self._nodes:
            self.report(
                key.line,
                words(
                    QT_TRANSLATE_NOOP("core", "“{key}” stands here twice."), key=text
                ),
                words(
                    QT_TRANSLATE_NOOP(
                        "core", "Delete one; if two phrases ran together, add “- id:”."
                    )
                ),
            )
        else:
            self._nodes[text] = node

    def report(
        self, line: int, what: Words, remedy: Words = NO_WORDS, *, fatal: bool = False
    ) -> None:
        """Report a problem of this mapping."""
        self._report.add(line, what, remedy, phrase=self.name, fatal=fatal)

    def line_of(self, key: str) -> int:
        """The line of a value, or of the mapping where there is none."""
        return self._nodes[key].line if key in self._nodes else self.line

    def knows(self, key: str) -> bool:
        """Whether the key stands there, with a value or without."""
        return key in self._nodes

    def has(self, key: str) -> bool:
        """Whether there is a value, right or wrong."""
        node = self._nodes.get(key)
        return node is not None and not (isinstance(node, Scalar) and node.nothing)

    def word(self, key: str, *, required: bool = False) -> str | None:
        """A text of one line, empty where there is none; None if it was unfit."""
        text = self._text(key, self._nodes.get(key))
        if text is not None:
            text = " ".join(line.strip() for line in text.split("\n")).strip()
        if required and text == "":
            self.report_missing(key)
            return None
        return text

    def text(self, key: str) -> str | None:
        """A text of any length, empty where there is none; None if it was unfit."""
        return self._text(key, self._nodes.get(key))

    def text_list(self, key: str) -> tuple[str, ...] | None:
        """Texts of a list, or a single one; None if one of them was unfit."""
        node = self._nodes.get(key)
        nodes = node.nodes if isinstance(node, Items) and not node.sign else [node]
        texts = [self._text(key, each) for each in nodes]
        fit = tuple(text for text in texts if text is not None)
        return fit if len(fit) == len(texts) else None

    def scalars(self, key: str) -> tuple[Scalar, ...]:
        """What `text` or `text_list` reads, as it was written."""
        node = self._nodes.get(key)
        nodes = node.nodes if isinstance(node, Items) else [node]
        return tuple(each for each in nodes if isinstance(each, Scalar))

    def word_list(self, key: str) -> tuple[str, ...]:
        """Words of a list, or of a text with commas or spaces; no unfit ones."""
        node = self._nodes.get(key)
        if isinstance(node, Items) and not node.sign:
            texts = [self._text(key, each) or "" for each in node.nodes]
            found = [" ".join(text.split()) for text in texts]
        else:
            found = _BETWEEN_WORDS.split(self._text(key, node) or "")
        return tuple(dict.fromkeys(filter(None, found)))

    def mappings(self, key: str) -> list[Pairs]:
        """The mappings of a list; whatever else is in it is reported."""
        if not self.has(key):
            return []
        node = self._nodes[key]
        if not isinstance(node, Items) or node.sign:
            self.report(
                node.line,
                words(QT_TRANSLATE_NOOP("core", "“{key}” must be a list."), key=key),
                words(QT_TRANSLATE_NOOP("core", "Begin each entry with “- ”.")),
            )
            return []
        for each in node.nodes:
            if not isinstance(each, Pairs):
                self.report(
                    each.line,
                    words(
                        QT_TRANSLATE_NOOP("core", "An entry of “{key}” has no keys."),
                        key=key,
                    ),
                    words(QT_TRANSLATE_NOOP("core", "Write keys such as “title: …”.")),
                )
        return [each for each in node.nodes if isinstance(each, Pairs)]

    def mapping(self, key: str) -> Pairs | None:
        """The mapping at `key`; None where something else stands there, or nothing."""
        node = self._nodes.get(key)
        return node if isinstance(node, Pairs) and not node.sign else None

    def told_mapping(self, key: str) -> Pairs | None:
        """The same; anything else that stands there is reported."""
        pairs = self.mapping(key)
        if pairs is None and self.has(key):
            self.report(
                self.line_of(key),
                words(QT_TRANSLATE_NOOP("core", "“{key}” has no keys below."), key=key),
                words(
                    QT_TRANSLATE_NOOP(
                        "core", "Write keys such as “name: …”, further in."
                    )
                ),
            )
        return pairs

    def report_missing(self, key: str) -> None:
        self.report(
            self.line_of(key),
            words(QT_TRANSLATE_NOOP("core", "“{key}” is missing."), key=key),
            words(QT_TRANSLATE_NOOP("core", "Add “{key}: …”."), key=key),
        )

    def _text(self, key: str, node: Node | None) -> str | None:
        if node is None:
            return ""
        if node.sign:
            self._report_sign(node)
            return None
        if not isinstance(node, Scalar):
            self.report(
                node.line,
                words(QT_TRANSLATE_NOOP("core", "“{key}” must be a text."), key=key),
                words(
                    QT_TRANSLATE_NOOP(
                        "core", "A text with brackets or braces needs quotation marks."
                    )
                ),
            )
            return None
        text = node.text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
        if has_unfit_characters(text):
            self.report(
                node.line,
                words(
                    QT_TRANSLATE_NOOP(
                        "core", "“{key}” holds a control or damaged character."
                    ),
                    key=key,
                ),
                words(QT_TRANSLATE_NOOP("core", "Type this place anew.")),
            )
            return None
        return "" if node.nothing or not text.strip() else text

    def _report_sign(self, node: Node) -> None:
        self.report(
            node.line,
            words(
                QT_TRANSLATE_NOOP(
                    "core", "“{sign}” at the beginning means something else in YAML."
                ),
                sign=node.sign,
            ),
            words(QT_TRANSLATE_NOOP("core", "Put the whole text in quotation marks.")),
        )

    def _report_unknown(self, line: int, key: str, known: Sequence[str]) -> None:
        # Takes a while to load, and only a book with faults has use for it.
        from difflib import get_close_matches  # noqa: PLC0415

        near = get_close_matches(key.casefold(), known, n=1, cutoff=0.5)
        self.report(
            line,
            words(QT_TRANSLATE_NOOP("core", "There is no key “{key}” here."), key=key),
            words(QT_TRANSLATE_NOOP("core", "Did you mean “{near}”?"), near=near[0])
            if near
            else words(
                QT_TRANSLATE_NOOP("core", "Keys known here: {keys}."),
                keys=", ".join(known),
            ),
        )


def _name(pairs: Pairs) -> str:
    """The id or title of a phrase as it is written."""
    found = {
        key.text: value.text
        for key, value in reversed(pairs.nodes)
        if isinstance(key, Scalar) and isinstance(value, Scalar)
    }
    name = found.get("id") or found.get("title") or ""
    return "" if has_unfit_characters(name) else name
