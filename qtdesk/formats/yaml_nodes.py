"""YAML as a small tree of texts, lists and mappings, each with its line.

Nothing is resolved or constructed: a scalar is the text that was written, so `007` and
`yes` stay what they are. Aliases are not followed, hence nothing can multiply, and
nesting has a limit. Knows nothing of phrasebooks.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import yaml

# The C reader is ten times as fast; some builds of PyYAML come without it.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_DEEPEST = 24
_TEXT_TAGS = (None, "tag:yaml.org,2002:str")
_NOTHING = ("", "~", "null", "Null", "NULL")


class Scalar(NamedTuple):
    """A text as it was written."""

    line: int
    text: str
    nothing: bool = False
    """Nothing stands there, or YAML's word for it."""
    sign: str = ""
    """The YAML sign before it that gives it another meaning: `*`, `&` or `!`."""
    literal: bool = False
    """It stands below a `|`, so that its lines are those of the file."""

    def line_at(self, position: int) -> int:
        """The line of the file that a position in the text belongs to."""
        if not self.literal:
            return self.line
        return self.line + 1 + self.text.count("\n", 0, position)


class Items(NamedTuple):
    """A list."""

    line: int
    nodes: "list[Node]"
    sign: str = ""


class Pairs(NamedTuple):
    """A mapping; pairs in order, doubled keys included."""

    line: int
    nodes: "list[tuple[Node, Node]]"
    sign: str = ""


Node = Scalar | Items | Pairs


class YamlFault(Exception):  # noqa: N818 - the trade's word
    """The text is not YAML, or not of a kind that is read here."""

    def __init__(self, line: int, kind: str) -> None:
        """Note the `line`, counted from 1, and the kind of fault.

        Kinds are "syntax", "escape", "nesting" and "documents".
        """
        super().__init__(f"{kind}:{line}")
        self.line = line
        self.kind = kind


def read_nodes(text: str) -> Node | None:
    """The tree of one YAML document; None where there is none.

    Raises:
        YamlFault: where reading stopped.
    """
    try:
        return _read(yaml.parse(text, Loader=_LOADER))
    except yaml.MarkedYAMLError as error:
        kind = "escape" if "escape" in (error.problem or "") else "syntax"
        raise YamlFault(_line_of(error), kind) from error
    except yaml.YAMLError as error:
        raise YamlFault(0, "syntax") from error


def _line_of(error: yaml.MarkedYAMLError) -> int:
    # An open quote or a key without colon is noticed far behind; the context has the
    # place where it began.
    began = (error.context or "").endswith(("quoted scalar", "simple key"))
    mark = error.context_mark if began else error.problem_mark
    mark = mark or error.problem_mark or error.context_mark
    return mark.line + 1 if mark else 0


def _read(events: Iterable[yaml.Event]) -> Node | None:
    root: list[Node] = []
    open_lists = [root]
    begun: list[tuple[int, str]] = []
    for event in events:
        if isinstance(event, yaml.ScalarEvent):
            open_lists[-1].append(_scalar(event))
        elif isinstance(event, yaml.CollectionStartEvent):
            begun.append((_line(event), _sign(event)))
            open_lists.append([])
            if len(begun) > _DEEPEST:
                raise YamlFault(_line(event), "nesting")
        elif isinstance(event, yaml.CollectionEndEvent):
            nodes = open_lists.pop()
            line, sign = begun.pop()
            if isinstance(event, yaml.MappingEndEvent):
                open_lists[-1].append(Pairs(line, list(_pairs(nodes)), sign))
            else:
                open_lists[-1].append(Items(line, nodes, sign))
        elif isinstance(event, yaml.AliasEvent):
            open_lists[-1].append(Scalar(_line(event), "", sign="*"))
        elif isinstance(event, yaml.DocumentStartEvent) and root:
            raise YamlFault(_line(event), "documents")
    return root[0] if root else None


def _scalar(event: yaml.ScalarEvent) -> Scalar:
    # Plain style is None in Python and an empty string in C.
    nothing = not event.style and event.value in _NOTHING
    literal = event.style == "|"
    return Scalar(_line(event), event.value, nothing, _sign(event), literal)


def _sign(event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> str:
    if event.anchor is not None:
        return "&"
    return "" if event.tag in _TEXT_TAGS else "!"


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 0


def _pairs(nodes: list[Node]) -> Iterator[tuple[Node, Node]]:
    return zip(nodes[::2], nodes[1::2], strict=True)
