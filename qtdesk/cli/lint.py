"""`lint`: look for what is not said to buyers in sentences from standard input."""

import argparse
import sys
from typing import Any

from qtdesk import paths
from qtdesk.bootstrap.on_request import read_lint_packs
from qtdesk.cli.catalogue import Catalogue
from qtdesk.cli.context import Context
from qtdesk.cli.output import complain, say, say_json
from qtdesk.core.lint import Hit, Level, Linter, Platform
from qtdesk.core.proofreading import passed_in
from qtdesk.core.settings import Settings


def declare_lint(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Read sentences from standard input, one a line, and print what a buyer should"
        " not be told. The exit code is 1 where a word is worth a warning or more."
    )
    parser.add_argument("--json", action="store_true", help="one JSON line a sentence")
    add_options(parser)
    parser.add_argument(
        "--language",
        metavar="L",
        choices=("auto", "en", "zh_CN"),
        help="of the reasons: en, zh_CN or auto; else that of the settings",
    )
    parser.add_argument(
        "--let-pass",
        action="store_true",
        help="read nothing; print why forbidden texts went out from the desk",
    )
    parser.set_defaults(run=_lint)


def add_options(parser: argparse.ArgumentParser) -> None:
    """What every check of wording has to be told."""
    parser.add_argument(
        "--platform",
        metavar="P",
        type=_platform,
        help=f"where the shop is: {', '.join(Platform)}; else all packs are in force",
    )
    parser.add_argument(
        "--with",
        metavar="PACK",
        dest="switched_on",
        action="append",
        default=[],
        help="use an optional pack, too, such as medical; may be repeated",
    )


def _platform(text: str) -> Platform:
    try:
        return Platform(text)
    except ValueError:
        known = ", ".join(Platform)
        raise argparse.ArgumentTypeError(f"{text!r} is none of {known}") from None


def open_linter(asked: argparse.Namespace, context: Context) -> Linter:
    """The packs that were asked for; faults in those of the agent are told."""
    reading = read_lint_packs(context.data)
    for problem in reading.problems:
        complain(problem)
    unknown = set(asked.switched_on) - {pack.id for pack in reading.packs.packs}
    for name in sorted(unknown):
        complain(f"there is no pack {name}")
    return Linter(reading.packs, asked.switched_on)


def _lint(asked: argparse.Namespace, context: Context) -> int:
    if asked.let_pass:
        return _print_passed(asked, context)
    linter = open_linter(asked, context)
    catalogue = _catalogue(asked.language, context)
    gravest = Level.OFF
    for number, line in enumerate(sys.stdin, 1):
        text = line.rstrip("\r\n")
        hits = linter.check(text, platform=asked.platform)
        level = max((hit.level for hit in hits), default=Level.OFF)
        gravest = max(gravest, level)
        if asked.json:
            say_json(
                {
                    "line": number,
                    "level": level.word,
                    "hits": [_as_json(hit, catalogue) for hit in hits],
                }
            )
        else:
            for hit in hits:
                _print(number, hit, catalogue)
    return 1 if gravest >= Level.WARN else 0


def _print_passed(asked: argparse.Namespace, context: Context) -> int:
    """What went out for a reason, the latest last; 1 where there is nothing."""
    passed = passed_in(context.store)
    for one in passed:
        if asked.json:
            say_json(one._asdict())
        else:
            say(f"{one.day} {one.phrase} ({one.packs}): {one.reason}")
    return 0 if passed else 1


def _catalogue(language: str | None, context: Context) -> Catalogue:
    if language is None:
        stored = Settings.from_stored(context.store.settings())
        language = stored.with_changes(context.options.changes).language
    return Catalogue(paths.resources() / "translations", language)


def _as_json(hit: Hit, catalogue: Catalogue) -> dict[str, Any]:
    return {
        "word": hit.word,
        "start": hit.start,
        "end": hit.end,
        "pack": hit.pack,
        "level": hit.level.word,
        "why": catalogue.tell(hit.why),
        "advice": catalogue.tell(hit.advice),
        "better": hit.better,
    }


def _print(number: int, hit: Hit, catalogue: Catalogue) -> None:
    why, advice = catalogue.tell(hit.why), catalogue.tell(hit.advice)
    better = "" if hit.better is None else f" → “{hit.better}”"
    say(
        f"{number}:{hit.start + 1}: {hit.level.word} {hit.pack}"
        f" “{hit.word}”{better} {why} {advice}"
    )
