"""`list`, `search` and `copy`: the phrases of all books."""

import argparse
import sys
from functools import partial
from typing import Any

from qtdesk.cli.context import Context
from qtdesk.cli.output import complain, counted, say, say_json
from qtdesk.cli.own import declare_own
from qtdesk.core.living_phrases import LivingPhrases, local_time
from qtdesk.core.phrases import Phrase, Shelf
from qtdesk.core.search import Answer, Hit, SearchEngine, Span
from qtdesk.core.search.fold import fold
from qtdesk.core.templates import Unfilled


def _declare_list(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON line a phrase")
    parser.add_argument("--stage", metavar="S", help="only this stage: key or title")
    parser.set_defaults(run=_list)


def _declare_search(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "query",
        nargs="*",
        metavar="QUERY",
        help="words to find, #tags and @stages; all must match",
    )
    parser.add_argument("--json", action="store_true", help="one JSON line a query")
    parser.add_argument("--limit", type=_limit, default=50, metavar="N")
    parser.add_argument("--stage", metavar="S", help="only this stage: key or title")
    parser.add_argument(
        "--stdin",
        action="store_true",
        help="read one query a line, write one JSON line each",
    )
    parser.set_defaults(run=_search, misused=parser.error)


def _declare_copy(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "phrase", metavar="CODE_OR_KEY", help="its code, or its key as `list` has it"
    )
    parser.set_defaults(run=_copy)


DECLARE = {
    "list": _declare_list,
    "search": _declare_search,
    "copy": _declare_copy,
    "phrases": declare_own,
}


def _limit(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def _list(asked: argparse.Namespace, context: Context) -> int:
    stage = _stage(context.shelf, asked.stage)
    found = [phrase for phrase in context.shelf if stage in (None, phrase.stage)]
    for phrase in found:
        if asked.json:
            say_json(_named(phrase))
        else:
            _print(phrase)
    if not found:
        complain("there is no phrase; `sources` tells what is wrong")
    return 0 if found else 1


def _search(asked: argparse.Namespace, context: Context) -> int:
    if asked.stdin == bool(asked.query):
        asked.misused("give either a QUERY or --stdin")
    engine = context.finder.engine
    stage = _stage(context.shelf, asked.stage)
    search = partial(engine.search, stage=stage, limit=asked.limit, thorough=True)
    if asked.stdin:
        for line in sys.stdin:
            say_json(_as_json(engine, search(line.rstrip("\n"))))
        return 0
    answer = search(" ".join(asked.query))
    if asked.json:
        say_json(_as_json(engine, answer))
    else:
        _print_answer(answer)
    return 0 if answer.hits else 1


def _print_answer(answer: Answer) -> None:
    for hit in answer.hits:
        _print(hit.phrase)
    if answer.more:
        complain(f"more than {counted(len(answer.hits), 'phrase')}; see --limit")
    elif not answer.hits:
        complain("no phrase matches")


def _print(phrase: Phrase) -> None:
    say(phrase.code or "-", phrase.stage, phrase.title, phrase.key)


def _as_json(engine: SearchEngine, answer: Answer) -> dict[str, Any]:
    hits = [_hit(engine, answer.query, hit) for hit in answer.hits]
    return {"query": answer.query, "hits": hits, "more": answer.more}


def _hit(engine: SearchEngine, query: str, hit: Hit) -> dict[str, Any]:
    marks = engine.marks(query, hit.phrase)
    spans: dict[str, tuple[Span, ...]] = {
        "title": marks.title,
        "text": marks.text,
        "code": marks.code,
    }
    return {**_named(hit.phrase), "score": hit.score, "spans": spans}


def _named(phrase: Phrase) -> dict[str, str]:
    return {
        "id": phrase.key,
        "title": phrase.title,
        "code": phrase.code,
        "stage": phrase.stage,
    }


def _stage(shelf: Shelf, named: str | None) -> str | None:
    """The key of the stage that is `named` by key or title."""
    if named is None:
        return None
    for stage in shelf.stages():
        if fold(named) in (fold(stage.key), fold(stage.title)):
            return stage.key
    known = ", ".join(f"{stage.key} ({stage.title})" for stage in shelf.stages())
    complain(f"there is no stage “{named}”, only {known or 'none at all'}")
    raise SystemExit(2)


def _copy(asked: argparse.Namespace, context: Context) -> int:
    wanted = fold(asked.phrase)
    found = [
        phrase
        for phrase in context.shelf
        if phrase.key == asked.phrase or (phrase.code and fold(phrase.code) == wanted)
    ]
    if len(found) != 1:
        complain("several phrases have that code:" if found else "no phrase matches")
        for phrase in found:
            _print(phrase)
        return 1
    living = LivingPhrases(
        context.shelf, context.store, lambda: context.settings, local_time
    )
    if refused := living.refusal(found[0]):
        complain(f"not copied: {refused}")
        return 1
    if living.picture(found[0]) is not None:
        complain("not copied: it is a picture, which the panel of qtdesk copies")
        return 1
    # Only here: pyperclip looks around the system when it is loaded.
    from qtdesk.cli.clipboard import copy  # noqa: PLC0415

    filling = living.fill(found[0])
    copy(filling.draft)
    if isinstance(filling, Unfilled):
        missing = ", ".join(want.label for want in filling.wants)
        complain(f"copied; still to be filled in: {missing or filling.error}")
    return 0
