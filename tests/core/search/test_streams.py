from hypothesis import given
from hypothesis import strategies as st

from qtdesk.core.search import scan
from qtdesk.core.search.needles import literal_probe
from qtdesk.core.search.probe import Where
from qtdesk.core.search.scan import Effort
from qtdesk.core.search.streams import NOWHERE, Streams, StreamsBuilder
from tests.search_books import readings

_LINES = st.lists(st.text(alphabet="发货fh😀", max_size=5), max_size=8)
_RECORDS = st.lists(_LINES.map(lambda lines: lines[:3]), max_size=8)


def streams_of(records: list[list[str]]) -> Streams:
    builder = StreamsBuilder(readings().initials)
    for number, lines in enumerate(records):
        text = "".join(f"{line}\n" for line in lines)
        builder.add(text, readings().read(text), [number] * len(lines))
    return builder.done(len(records))


@given(_RECORDS, st.data())
def test_a_part_has_the_lines_of_its_records(
    records: list[list[str]], data: st.DataObject
) -> None:
    numbers = sorted(data.draw(st.sets(st.sampled_from(range(len(records) or 1)))))
    chosen = [records[number] for number in numbers if number < len(records)]
    part = streams_of(records).part(numbers[: len(chosen)])
    expected = streams_of(chosen)
    assert [bytes(one) for one in part.buffers] == [
        bytes(one) for one in expected.buffers
    ]
    for name in ("starts", "records", "firsts"):
        assert list(getattr(part, name)) == list(getattr(expected, name))


@given(_RECORDS, st.text(alphabet="发货fh", min_size=1, max_size=3), st.booleans())
def test_a_walk_stops_at_each_phrase_that_matches(
    records: list[list[str]], word: str, at_start: bool
) -> None:
    streams = streams_of(records)
    walk = scan.phrases(
        *(streams, literal_probe(word), len(records), Effort(NOWHERE)),
        at_start=at_start,
    )
    next(walk)
    found = []
    number = walk.send(0)
    while number != NOWHERE:
        found.append(number)
        number = walk.send(number + 1)
    assert found == [
        number
        for number, lines in enumerate(records)
        if any(line.startswith(word) if at_start else word in line for line in lines)
    ]


def test_where_a_word_was_not_its_longer_form_is_not_looked_for() -> None:
    streams = streams_of([["hfh"], ["fhh"]])
    assert streams.first_place(Where.INITIAL, b"fh") == len("\nh")
    assert streams.floor(Where.INITIAL, b"fhh") == len("\nh")
    assert streams.first_place(Where.INITIAL, b"fhh") == len("\nhfh\n")
    assert streams.first_place(Where.INITIAL, b"fhf") == NOWHERE
    assert streams.floor(Where.INITIAL, b"fhfff") == NOWHERE
    assert not streams.holds(b"fhff")
