"""Phrases as the YAML that a lead would write by hand; `yaml_book` reads them back."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import yaml

from qtdesk.core.phrases import CANONICAL_STAGES, Phrase

_FORMAT: Final = 1
_WIDTH = 10_000
"""Characters: a text that is broken into lines reads as if it had line ends."""


class _Dumper(yaml.SafeDumper):
    """Texts of several lines as blocks, and lists further in than what they are of."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        del indentless
        return super().increase_indent(flow, False)


def _as_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    # A block cannot begin with a space, and has other line ends than we have, too.
    plain = not any(sign in text for sign in "\u2028\u2029")
    block = plain and "\n" in text and not text.startswith((" ", "\n", "\t"))
    return dumper.represent_scalar(
        "tag:yaml.org,2002:str", text, style="|" if block else None
    )


_Dumper.add_representer(str, _as_text)


def book_yaml(
    head: Mapping[str, str], phrases: Iterable[Phrase], titles: Mapping[str, str]
) -> str:
    """A whole book; `head` has its id, title, locale and version, in that order.

    `titles` are those of stages that are no canonical ones.
    """
    return _dumped({"format": _FORMAT, **head, "stages": _stages(phrases, titles)})


def phrase_yaml(phrase: Phrase, titles: Mapping[str, str]) -> str:
    """One phrase, to be put among the stages of a book."""
    return _dumped(_stages((phrase,), titles), further=2)


def _dumped(value: object, further: int = 0) -> str:
    text: str = yaml.dump(
        value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH
    )
    lines = text.split("\n")
    return "\n".join(" " * further + line if line else line for line in lines)


def _stages(
    phrases: Iterable[Phrase], titles: Mapping[str, str]
) -> Sequence[Mapping[str, Any]]:
    stages: dict[str, dict[str, list[Phrase]]] = {}
    for phrase in phrases:
        situations = stages.setdefault(phrase.stage, {})
        situations.setdefault(phrase.situation, []).append(phrase)
    return [
        {
            "key": key,
            **({} if key in CANONICAL_STAGES else {"title": titles.get(key, key)}),
            "situations": [
                # A book asks for a title; what has none is called as its stage is.
                {
                    "title": title or titles.get(key, key),
                    "phrases": list(map(_told, some)),
                }
                for title, some in situations.items()
            ],
        }
        for key, situations in stages.items()
    ]


def _told(phrase: Phrase) -> dict[str, Any]:
    days = phrase.validity
    told: dict[str, Any] = {"id": phrase.id, "title": phrase.title}
    told["code"] = phrase.code
    told["keywords"], told["tags"] = list(phrase.keywords), list(phrase.tags)
    told["from"], told["until"] = (
        day.replace("T", " ") for day in (days.begins, days.ends)
    )
    told["promotion"] = "yes" if days.promotion else ""
    told = {key: value for key, value in told.items() if value}
    if days.revoked is not None:
        told["revoked"] = days.revoked or "yes"
    # The last text of a phrase with a picture only stands for it.
    texts = list(phrase.texts if phrase.picture is None else phrase.texts[:-1])
    if len(texts) > 1:
        told["parts" if phrase.sequence else "variants"] = texts
    elif texts:
        told["text"] = texts[0]
    if phrase.html:
        told["html"] = phrase.html
    if phrase.picture is not None:
        told["image"] = phrase.picture.path
    return told
