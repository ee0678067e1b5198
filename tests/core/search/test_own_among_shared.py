"""Own phrases in the search: as if the shared book had them in the place of its own."""

from hypothesis import given, settings
from hypothesis import strategies as st

from qtdesk.core.phrases import OWN, Phrase
from qtdesk.core.phrases.own import filed, named
from qtdesk.core.search import Habits
from qtdesk.core.search.plain import PlainSearch
from tests.search_books import book, engine, naive_search, phrase

_TEXT = st.text("发货退款到了fh1 ", min_size=1, max_size=5)
_PHRASES = st.builds(
    lambda stage, title, text, code: phrase(
        stage=stage, title=title, texts=(text,), code=code
    ),
    *(
        st.sampled_from(["ship", "after"]),
        _TEXT,
        _TEXT,
        st.sampled_from(["", "fh", "1"]),
    ),
)
_QUERIES = st.sampled_from(["发", "fh", "huo", "tuikuan", "f", "1", "", "到了"])


@settings(max_examples=150, deadline=None)
@given(
    st.lists(_PHRASES, max_size=8),
    st.lists(_PHRASES, max_size=4),
    st.dictionaries(st.integers(0, 7), _PHRASES, max_size=4),
    _QUERIES,
    st.sampled_from([None, "ship"]),
    st.lists(st.integers(0, 7), max_size=4),
)
def test_versions_stand_in_and_new_ones_stand_beside(
    shared: list[Phrase],
    new: list[Phrase],
    versions: dict[int, Phrase],
    query: str,
    stage: str | None,
    pins: list[int],
) -> None:
    theirs = [one._replace(id=f"p{at}") for at, one in enumerate(shared)]
    mine = [one._replace(book=OWN, id=f"own-{at}") for at, one in enumerate(new)]
    mine += [
        one._replace(book="b", id=f"p{at}")
        for at, one in versions.items()
        if at < len(shared)
    ]
    replaced = {one.key for one in mine}
    own = book(*map(filed, mine), name=OWN)
    left = book(*(one for one in theirs if f"b/{one.id}" not in replaced))
    expected = sorted(
        (key.removeprefix(f"{OWN}/") if key.count("/") > 1 else key, score)
        for key, score in naive_search([own, left], query, stage)
    )
    whole = book(*theirs)
    habits = Habits()
    found = engine(own, whole, habits=habits).search(query, stage=stage, limit=50)
    if expected:
        assert sorted((hit.phrase.key, hit.score) for hit in found.hits) == expected
    plain = PlainSearch([own, whole]).search(query, stage=stage)
    keys = [hit.phrase.key for hit in plain.hits]
    assert len(set(keys)) == len(keys)
    by_key = {one.key: one for one in (*theirs, *mine)}
    for hit in (*found.hits, *plain.hits):
        wanted = by_key[hit.phrase.key]
        assert hit.phrase.texts == wanted.texts
        assert hit.phrase.title == wanted.title
    # Pins find the version, under the key that they were set by.
    for pin in pins:
        habits.pin(f"b/p{pin}")
    unasked = engine(own, whole, habits=habits).search("")
    known = [f"b/p{pin}" for pin in dict.fromkeys(pins) if pin < len(shared)]
    assert [hit.phrase.key for hit in unasked.hits][: len(known)] == known


def test_a_phrase_is_filed_and_named_the_same() -> None:
    for one in (phrase(1), phrase(2)._replace(book=OWN)):
        assert named(filed(one)) == one
    assert filed(phrase(1)).id == "b/p1"
