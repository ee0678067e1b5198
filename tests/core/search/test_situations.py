"""Whether each situation is found in the three ways in which an agent looks for it."""

from functools import cache
from pathlib import Path

import yaml

from docs.phrasebook_counts import plans, shipped
from qtdesk.core.search.engine import StreamSearch
from tests.search_books import engine

QUERIES = Path(__file__).with_name("situation_queries.yaml")
BOOK = "general-zh-CN"
INTERNAL = "internal"
FIRST = 5
WAYS = 3
LEAST_FOUND = 0.95


@cache
def queries() -> dict[str, dict[str, list[str]]]:
    read: dict[str, dict[str, list[str]]] = yaml.safe_load(QUERIES.read_text("utf-8"))
    return read


@cache
def search() -> StreamSearch:
    """Over all the books that are shipped, not only the one that is meant."""
    return engine(*(shipped(name) for name in plans()))


def situations_found(query: str) -> list[tuple[str, str]]:
    answer = search().search(query, limit=FIRST, thorough=True)
    return [
        (hit.phrase.stage, hit.phrase.situation)
        for hit in answer.hits
        if hit.phrase.book == BOOK
    ]


def test_there_are_three_queries_for_each_situation() -> None:
    asked = {
        (stage, situation): len(set(ways))
        for stage, situations in queries().items()
        for situation, ways in situations.items()
    }
    planned = {
        (stage, situation)
        for stage, situations in plans()[BOOK].items()
        for situation in situations
        if stage != INTERNAL
    }
    assert asked == dict.fromkeys(planned, WAYS)


def test_each_situation_is_among_the_first_five() -> None:
    tried = [
        (stage, situation, query)
        for stage, situations in queries().items()
        for situation, ways in situations.items()
        for query in ways
    ]
    missed = [one for one in tried if one[:2] not in situations_found(one[2])]
    found = 1 - len(missed) / len(tried)
    assert found >= LEAST_FOUND, "\n".join([f"{found:.1%} found", *map(str, missed)])
