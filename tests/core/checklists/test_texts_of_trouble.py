"""Lists for what went wrong and for the team, walked to their ends, with every text.

A golden file is what the texts were when somebody last read them. The walks say what is
covered: each answer that changes a text, not all that go together.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qtdesk import paths
from qtdesk.core.checklists import Checklist, Item, ItemType, MadeText
from qtdesk.core.checklists.checklist import expressions_of
from qtdesk.core.records import OutputTarget
from qtdesk.core.templates import Filled
from qtdesk.core.templates.grammar import Placeholder, parse
from qtdesk.formats.checklist_yaml import read_checklist
from tests.checking_room import Room, shipped_lists, shipped_tables
from tests.core.checklists import test_texts_of_lists
from tests.core.checklists.team_walks import WALKS as TEAM
from tests.core.checklists.trouble_walks import WALKS as TROUBLE
from tests.core.checklists.walking import Walk, standing_of, told
from tests.core.lint.shipped_packs import shipped

GOLDEN = Path(__file__).parent / "golden"
LISTS = {each.id: each for each in shipped_lists()}
WALKS = {**TROUBLE, **TEAM}
EVERY_WALK = {**test_texts_of_lists.WALKS, **WALKS}
LONGEST = 120
"""Characters of a message in a chat, where the plan is 90; an order's own included."""


@pytest.mark.parametrize("checklist", WALKS)
def test_verdicts_and_texts_are_those_that_were_read(checklist: str) -> None:
    golden = (GOLDEN / f"{checklist}.txt").read_text("utf-8")
    assert told(checklist, WALKS[checklist]) == golden


@pytest.mark.parametrize("checklist", WALKS)
def test_every_text_of_the_list_is_made_whole_in_some_walk(checklist: str) -> None:
    made = {made.output.id for _, made in made_in(checklist, WALKS[checklist])}
    assert made == {output.id for output in LISTS[checklist].outputs}


@pytest.mark.parametrize("checklist", WALKS)
def test_a_text_that_is_whole_has_no_brace_and_no_nothing(checklist: str) -> None:
    for walk, made in made_in(checklist, WALKS[checklist]):
        for odd in ("{", "}", "None", "。。", "，，", "，。", "  "):
            assert odd not in made.filling.draft, (walk.name, made)


@pytest.mark.parametrize("checklist", WALKS)
def test_each_answer_that_changes_a_text_is_walked(checklist: str) -> None:
    found = LISTS[checklist]
    walked: dict[str, set[object]] = {}
    for walk in WALKS[checklist]:
        for entry in standing_of(checklist, walk).entries:
            walked.setdefault(entry.item.name, set()).add(entry.value)
    for item in changing_texts(found):
        if item.type is ItemType.CHOICE and item.shown:
            own = {option.id for option in item.options}
            assert own <= walked.get(item.name, set()), item.id
        elif item.type.is_tick and item.shown:
            assert True in walked.get(item.name, set()), item.id


@pytest.mark.parametrize("checklist", EVERY_WALK)
def test_nothing_that_buyers_read_is_objected_to(checklist: str) -> None:
    for walk, made in made_in(checklist, EVERY_WALK[checklist]):
        if is_read_by_buyers(made):
            hits = shipped().check(made.filling.draft, in_book=True)
            assert hits == (), (walk.name, made, [hit.word for hit in hits])


@pytest.mark.parametrize("checklist", WALKS)
def test_a_message_is_short_and_says_dear_once(checklist: str) -> None:
    for walk, made in made_in(checklist, WALKS[checklist]):
        if made.output.target is OutputTarget.BUYER and "letter" not in made.output.id:
            assert len(made.filling.draft) <= LONGEST, (walk.name, made)
            assert made.filling.draft.count("亲") <= 1, (walk.name, made)


@pytest.mark.parametrize("checklist", WALKS)
def test_every_word_for_the_agent_is_there_in_both_languages(checklist: str) -> None:
    found = LISTS[checklist]
    texts = [found.name, found.trigger, *(each.label for each in found.blocks)]
    texts += [each.label for each in (*found.outputs, *found.timers, *found.presets)]
    if found.close_rule is not None:
        texts.append(found.close_say)
    for item in found.items:
        if item.shown:
            texts += [item.label, *(option.label for option in item.options)]
            texts += [rule.say for rule in item.rules]
            for text in (item.help, item.missing, *(r.remedy for r in item.rules)):
                assert bool(text.zh) == bool(text.en), (item.id, text)
    for text in texts:
        assert text.zh, text
        assert text.en, text
        assert text.en.isascii(), text


@pytest.mark.parametrize("checklist", WALKS)
def test_a_label_fits_the_row_of_a_narrow_window(checklist: str) -> None:
    for item in LISTS[checklist].items:
        if item.shown:
            # A tick has no value beside it.
            most = 24 if item.type.is_tick else 12
            assert len(item.label.zh) <= most, item.label
            assert all(len(option.label.zh) <= 12 for option in item.options), item.id


@pytest.mark.parametrize("checklist", WALKS)
def test_the_file_has_no_fault_and_is_offered(checklist: str) -> None:
    folder = paths.resources() / "checklists" / "zh-CN"
    read = read_checklist(folder / f"{checklist}.yaml", LISTS, shipped_tables())
    assert read.problems == ()
    assert checklist in {each.id for each in Room().checks.checklists}


def made_in(checklist: str, walks: list[Walk]) -> Iterator[tuple[Walk, MadeText]]:
    """Every whole text of every walk."""
    for walk in walks:
        for made in standing_of(checklist, walk).texts:
            if isinstance(made.filling, Filled):
                yield walk, made


def is_read_by_buyers(made: MadeText) -> bool:
    """Whether it goes to a buyer, or to everybody as an answer below a review."""
    return made.output.target is OutputTarget.BUYER or "public" in made.output.id


def changing_texts(checklist: Checklist) -> list[Item]:
    """The items that a text, or whether there is one, depends on."""
    waiting: list[str] = []
    for output in checklist.outputs:
        waiting += output.when.names if output.when is not None else ()
        nodes = parse(output.template)
        waiting += [node.key for node in nodes if isinstance(node, Placeholder)]
    found: dict[str, Item] = {}
    while waiting:
        item = checklist.by_name.get(waiting.pop())
        if item is not None and item.name not in found:
            found[item.name] = item
            for expression in expressions_of(item):
                waiting += expression.names
    return list(found.values())
