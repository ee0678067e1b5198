"""The grammar: a text becomes written pieces, literal braces and placeholders.

    {name}  {name|default}  {name:argument}  {name:argument|default}
    {date+3d:M月D日}  {choice:a|b|c}  {{ and }} for braces that are text

Reads every text there is, and the sources of the nodes, joined, are that text again.
A brace that opens no placeholder is text: JSON, code, `{}` and unbalanced ones stay
as they stand. So does `}}` unless a `{{` stands open, since JSON is full of it. Only
`{ask:`, `{choice:` and `{phrase:` are never text, closed or not. What a placeholder
means, and whether it is right, is not decided here.
"""

import re
from functools import cache
from typing import NamedTuple

from qtdesk.core.templates.names import Known, Origin, known

_PATTERN = r"""
(?P<open>\{\{)
| (?P<close>\}\})
| \{
    (?P<name>[^\W\d]\w*(?:-[^\W\d]\w*)*)
    (?:(?P<sign>[+-])(?P<count>\d{1,4})(?P<unit>[^\W\d]{0,3}))?
    (?P<rest>[:：|｜][^{}\n]*)?
  \}
| \{ (?P<unclosed>[^\W\d]\w*) [:：]
"""
_COLONS = ":："
_BAR = re.compile(r"[|｜]")
_LIKE_CODE = re.compile(r"""^\s|["'`;=()<>]""")
"""In an argument: `{key: "value"}` and `{color:red;}` are code, not placeholders."""
_QUESTIONS = (Origin.ASK, Origin.CHOICE, Origin.FACT, Origin.PHRASE)


@cache
def _token() -> "re.Pattern[str]":
    # Not at the start, which this would take a millisecond of.
    return re.compile(_PATTERN, re.VERBOSE)


class Written(NamedTuple):
    """Text that reads as it stands."""

    start: int
    source: str


class Brace(NamedTuple):
    """A doubled brace, which reads as one."""

    start: int
    source: str


class Shift(NamedTuple):
    """So much later, or earlier where `amount` is negative."""

    amount: int
    unit: str
    """As it was written; empty for days."""


class Placeholder(NamedTuple):
    """A place to be filled; `source` is `text[start : start + len(source)]`."""

    start: int
    source: str
    name: str
    """As it was written."""
    known: Known | None
    shift: Shift | None = None
    argument: str | None = None
    """What stands behind the colon, of a choice all of it; without outer spaces."""
    default: str | None = None
    """What stands behind the bar. Empty means: may be left out."""

    @property
    def key(self) -> str:
        """What values go by: the English name of a known one, else its own."""
        return self.known.key if self.known else self.name

    @property
    def closed(self) -> bool:
        """False for the beginning of a placeholder that has no end."""
        return self.source.endswith("}")

    @property
    def options(self) -> tuple[str, ...]:
        """What there is to choose from, each once; one of them may be empty."""
        parts = (part.strip() for part in _BAR.split(self.argument or ""))
        return tuple(dict.fromkeys(parts))


Node = Written | Brace | Placeholder


def parse(text: str) -> tuple[Node, ...]:
    """The nodes of `text`, in order and without a gap."""
    nodes: list[Node] = []
    done = open_braces = 0
    for found in _token().finditer(text):
        node: Node | None
        if found["name"]:
            node = _placeholder(found)
        elif found["unclosed"]:
            node = _unclosed(found)
        elif found["open"] or open_braces:
            open_braces += 1 if found["open"] else -1
            node = Brace(found.start(), found[0])
        else:
            node = None
        if node is None:
            continue
        if found.start() > done:
            nodes.append(Written(done, text[done : found.start()]))
        nodes.append(node)
        done = found.end()
    if done < len(text):
        nodes.append(Written(done, text[done:]))
    return tuple(nodes)


def _placeholder(found: "re.Match[str]") -> Placeholder | None:
    """What was found, unless it is code that looks a little like it."""
    meaning = known(found["name"])
    rest = found["rest"] or ""
    argument, default = _argument(rest, whole=meaning is not None and _chooses(meaning))
    takes_argument = meaning is not None and meaning.takes_argument
    if argument is not None and not takes_argument and _LIKE_CODE.search(argument):
        return None
    shift = None
    if found["sign"]:
        shift = Shift(int(found["sign"] + found["count"]), found["unit"])
    return Placeholder(
        found.start(),
        found[0],
        found["name"],
        meaning,
        shift,
        None if argument is None else argument.strip(),
        None if default is None else default.strip(),
    )


def _unclosed(found: "re.Match[str]") -> Placeholder | None:
    """The beginning of a question that has no end in its line, or braces within."""
    meaning = known(found["unclosed"])
    if meaning is None or meaning.origin not in _QUESTIONS:
        return None
    return Placeholder(found.start(), found[0], found["unclosed"], meaning)


def _chooses(meaning: Known) -> bool:
    return meaning.origin is Origin.CHOICE


def _argument(rest: str, *, whole: bool) -> tuple[str | None, str | None]:
    """Argument and default in `rest`; of a `whole` one all is argument."""
    if not rest:
        return None, None
    if rest[0] in _COLONS:
        if whole:
            return rest[1:], None
        argument, *behind = _BAR.split(rest[1:], maxsplit=1)
        return argument, behind[0] if behind else None
    return None, rest[1:]


def placeholders_in(text: str) -> tuple[tuple[int, str], ...]:
    """Where placeholders stand in `text`, and what they are, as they were written."""
    return tuple(
        (node.start, node.source)
        for node in parse(text)
        if isinstance(node, Placeholder)
    )


def taken_in(text: str) -> tuple[tuple[int, str], ...]:
    """Where other phrases stand in `text`, and their ids."""
    return tuple(
        (node.start, node.argument)
        for node in parse(text)
        if isinstance(node, Placeholder) and node.key == "phrase" and node.argument
    )
