"""`checklist`: which lists there are, what is in one, and what is wrong in a file."""

import argparse
from pathlib import Path
from typing import Any

from qtdesk.bootstrap.tables import open_tables
from qtdesk.cli.catalogue import language_of_system
from qtdesk.cli.checklist_preview import preview
from qtdesk.cli.context import Context
from qtdesk.cli.output import counted, say, say_json
from qtdesk.core.checklists import Checklist, Item
from qtdesk.core.checklists.refusals import no_such_list
from qtdesk.core.lists_in_use import chosen, left_out
from qtdesk.core.living_phrases import local_time
from qtdesk.core.phrases import Problem
from qtdesk.core.ports.lists import FoundList, ListReading, Origin
from qtdesk.core.rules import overdue_parts
from qtdesk.formats.checklist_yaml import read_checklist
from qtdesk.formats.list_choice import read_choice
from qtdesk.formats.rule_yaml import look_at_rules
from qtdesk.order_desk import open_list_files
from qtdesk.storage.list_files import CHOICE_FILE, RULES_FILE


def _declare(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    for name, what, run in (
        ("list", "print all lists", _list),
        ("show", "print the items, texts and timers of a list", _show),
        ("check", "look for faults in a file", _check),
        ("preview", "print a list, filled from a sample order", preview),
    ):
        made = actions.add_parser(
            name, help=what, description=what.capitalize() + ".", allow_abbrev=False
        )
        if name == "show":
            made.add_argument("id", metavar="ID", help="such as CL-01")
        if name == "preview":
            made.add_argument("list", metavar="ID|FILE", help="a list, or its file")
        if name == "check":
            made.add_argument("path", type=Path, metavar="FILE")
        made.add_argument("--json", action="store_true", help="JSON for programs")
        made.set_defaults(run=run)


DECLARE = {"checklist": _declare}


def _list(asked: argparse.Namespace, context: Context) -> int:
    language = _language(context)
    reading = read_lists(context)
    used = chosen(reading)
    off = left_out(reading, context.settings.lists_off)
    for found in reading.found:
        each = found.checklist
        if each is None or used[found.id] is not each:
            _tell_unused(asked, found)
            continue
        if asked.json:
            say_json(
                {
                    "id": each.id,
                    "version": each.version,
                    "name": each.name._asdict(),
                    "draft": each.draft,
                    "items": len(each.items),
                    "from": found.origin.value,
                    "file": found.path,
                    "off": each.id in off,
                    "problems": len(found.problems),
                }
            )
            continue
        marks = {
            "draft": each.draft,
            "off": each.id in off,
            found.origin.value: found.origin is not Origin.SHIPPED,
            "an earlier edition": found.kept,
        }
        said = ", ".join(mark for mark, holds in marks.items() if holds)
        say(each.id, each.version, each.name.said(language), said)
    return 0


def _tell_unused(asked: argparse.Namespace, found: FoundList) -> None:
    """What stands behind another list needs no word; what has faults does."""
    if found.problems and not asked.json:
        faults = counted(len(found.problems), "problem")
        say(found.id, "-", found.path, f"not used: {faults}")


def read_lists(context: Context) -> ListReading:
    """All lists of the agent and of their phrasebooks, as they are now."""
    books = [source.path for source in context.library.sources()]
    return open_list_files(context.data).read(books)


def _show(asked: argparse.Namespace, context: Context) -> int:
    lists = chosen(read_lists(context))
    checklist = lists.get(asked.id)
    if checklist is None:
        raise no_such_list(asked.id, lists)
    if asked.json:
        say_json(_as_json(checklist))
    else:
        _print(checklist, _language(context))
    return 0


def _as_json(checklist: Checklist) -> dict[str, Any]:
    return {
        "id": checklist.id,
        "version": checklist.version,
        "items": [
            {
                "id": item.id,
                "type": item.type.value,
                "label": item.label._asdict(),
                "block": item.block,
                "required": item.required.source if item.required else None,
                "when": item.when.source if item.when else None,
                "rules": [rule.id for rule in item.rules],
            }
            for item in _shown(checklist)
        ],
        "outputs": [
            {"id": each.id, "target": each.target.value, "template": each.template}
            for each in checklist.outputs
        ],
        "sources": [
            {"title": each.title, "article": each.article, "as_of": each.as_of}
            for each in checklist.sources
        ],
    }


def _print(checklist: Checklist, language: str) -> None:
    say(f"{checklist.id} {checklist.name.said(language)} ({checklist.version})")
    blocks = {block.id: block.label.said(language) for block in checklist.blocks}
    told = ""
    for item in _shown(checklist):
        if item.block != told:
            told = item.block
            say(f"{blocks.get(told, told)}:")
        say(f"  {item.id:6} {item.label.said(language)}")
    for output in checklist.outputs:
        say(f"[{output.target.value}] {output.label.said(language)}")
    for source in checklist.sources:
        say(f"《{source.title}》{source.article} ({source.as_of})")


def _shown(checklist: Checklist) -> list[Item]:
    return [item for item in checklist.items if item.shown]


def _check(asked: argparse.Namespace, context: Context) -> int:
    if asked.path.name == RULES_FILE:
        return _check_rules(asked)
    if asked.path.name == CHOICE_FILE:
        off, problems = read_choice(asked.path)
        return _tell(asked, None if off is None else "lists", problems)
    others = chosen(read_lists(context))
    read = read_checklist(asked.path, others, open_tables(context.data))
    name = read.checklist.id if read.checklist else None
    return _tell(asked, name, read.problems)


def _check_rules(asked: argparse.Namespace) -> int:
    book, problems = look_at_rules(asked.path)
    exit_code = _tell(asked, "rules" if book else None, problems)
    if book is not None and not asked.json:
        for name, day in overdue_parts(book, local_time().date()):
            say(f"{name}: looked up on {day}, more than a year ago; look it up again")
    return exit_code


def _tell(
    asked: argparse.Namespace, name: str | None, problems: tuple[Problem, ...]
) -> int:
    """Say what is wrong in a file; `name` is None where it cannot be used."""
    if asked.json:
        told = [
            {
                "file": problem.file,
                "line": problem.line,
                "what": str(problem.what),
                "remedy": str(problem.remedy),
                "fatal": problem.fatal,
            }
            for problem in problems
        ]
        say_json({"id": name, "problems": told})
    else:
        for problem in problems:
            say(problem)
        found = counted(len(problems), "problem")
        say(f"{found}; it can{'' if name else 'not'} be used")
    return 1 if problems else 0


def _language(context: Context) -> str:
    language = context.settings.language
    return language_of_system() if language == "auto" else language
