import io
import json
import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qtdesk.storage.journal.lines import (
    Change,
    Damaged,
    Dropped,
    Emptied,
    Foreign,
    Line,
    Mark,
    Piece,
    Put,
    Removal,
    Report,
    Torn,
    changes_of,
    decode,
    encode,
    read,
)

_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=30),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=9), inner, max_size=3)
    ),
    max_leaves=4,
)
_fields = st.dictionaries(st.text(), _values, max_size=4)
_changes: st.SearchStrategy[Change] = st.one_of(
    st.builds(Put, st.text(), st.integers(), _fields),
    st.builds(Removal, st.text(), st.integers()),
    st.builds(Emptied, st.text()),
    st.builds(Dropped, st.text()),
    st.builds(Mark, st.text(), _fields),
)


def _put(number: int, text: str = "亲") -> Put:
    return Put("orders", number, {"buyer": text})


def _file(*numbers: int) -> bytes:
    return b"".join(encode(number, [_put(number)]) for number in numbers)


def _read(data: bytes) -> tuple[list[Piece], Report]:
    report = Report()
    return list(read(io.BytesIO(data), report)), report


def _numbers(data: bytes) -> list[int]:
    return [piece.sequence for piece in _read(data)[0] if isinstance(piece, Line)]


def test_a_line_is_written_as_the_format_says() -> None:
    line = encode(7, [Put("orders", 12, {"buyer": "亲"}), Removal("orders", 3)])
    put = '{"put":"orders","id":12,"fields":{"buyer":"亲"}}'
    body = f'[7,{put},{{"remove":"orders","id":3}}]'
    assert line == f"{zlib.crc32(body.encode()):08x} {body}\n".encode()


def test_the_other_changes_are_written_as_the_format_says() -> None:
    changes: list[Change] = [Emptied("a"), Dropped("b"), Mark("seal", {"count": 2})]
    body = encode(1, changes).decode().partition(" ")[2]
    assert (
        body == '[1,{"empty":"a"},{"drop":"b"},{"mark":"seal","values":{"count":2}}]\n'
    )


@given(st.integers(1, 10**12), st.lists(_changes, min_size=1, max_size=4))
def test_what_is_written_is_read(sequence: int, changes: list[Change]) -> None:
    line = encode(sequence, changes)
    assert line.count(b"\n") == 1
    (piece,), report = _read(line)
    assert piece == Line(sequence, tuple(changes), 0)
    assert report.sound


@given(st.text(st.characters(categories=["Cs", "Lo"]), min_size=1))
def test_half_a_surrogate_pair_comes_back(text: str) -> None:
    changes = [_put(1, text)]
    assert list(changes_of(_read(encode(1, changes))[0])) == changes


def test_what_json_has_not_is_refused() -> None:
    with pytest.raises(ValueError, match="Out of range"):
        encode(1, [_put(1)._replace(fields={"a": float("nan")})])
    with pytest.raises(TypeError):
        encode(1, [_put(1)._replace(fields={"a": object()})])
    with pytest.raises(ValueError, match="without changes"):
        encode(1, [])


def test_a_journal_is_read_in_order_with_offsets() -> None:
    data = _file(1, 2, 3)
    pieces, report = _read(data)
    assert [piece.offset for piece in pieces] == [0, *_line_ends(data)[:-1]]
    assert report == Report(lines=3, first=1, last=3, next=4)
    assert report.sound


def test_an_empty_file_has_nothing_and_lacks_nothing() -> None:
    assert _read(b"") == ([], Report())
    assert _read(b"\n\n")[1] == Report()


def test_reading_may_begin_in_the_middle() -> None:
    data = _file(1, 2, 3)
    file = io.BytesIO(data)
    file.seek(_line_ends(data)[0])
    report = Report()
    assert [piece.offset for piece in read(file, report)] == _line_ends(data)[:2]
    assert (report.first, report.last, report.missing) == (2, 3, 0)


def _line_ends(data: bytes | bytearray) -> list[int]:
    return [at + 1 for at, byte in enumerate(data) if byte == ord("\n")]


@given(st.integers(1, len(_file(1)) - 2))
def test_a_torn_tail_is_no_damage(kept: int) -> None:
    whole = _file(1, 2)
    pieces, report = _read(whole + _file(3)[:kept])
    assert isinstance(pieces[-1], Torn)
    assert report == Report(lines=2, torn=True, first=1, last=2, next=3)
    assert report.sound


def test_a_line_that_lacks_only_its_end_counts_now_and_later() -> None:
    data = _file(1, 2)[:-1]
    _, report = _read(data)
    assert report == Report(lines=2, torn=True, first=1, last=2, next=3)
    assert _numbers(data + b"\n" + _file(3)) == [1, 2, 3]


@given(st.integers(1, len(_file(1)) - 2))
def test_a_fenced_tail_leaves_no_number_missing(kept: int) -> None:
    data = _file(1, 2) + _file(3)[:kept] + b"\n" + _file(3)
    _, report = _read(data)
    assert report == Report(lines=3, damaged=1, first=1, last=3, next=4)
    assert report.sound


@given(st.integers(1, len(_file(1)) - 2), st.integers(1, len(_file(1)) - 2))
def test_a_tail_may_be_torn_twice(first: int, second: int) -> None:
    data = _file(1, 2) + _file(3)[:first] + b"\n" + _file(3)[:second]
    _, report = _read(data)
    assert report == Report(lines=2, damaged=1, torn=True, first=1, last=2, next=3)


@pytest.mark.parametrize("length", [1, 100, 5000])
def test_a_tail_of_zeros_is_torn(length: int) -> None:
    pieces, report = _read(_file(1) + bytes(length))
    assert isinstance(pieces[-1], Torn)
    assert report.sound


@given(st.integers(0, len(_file(1)) - 2), st.integers(0, 7))
def test_a_flipped_bit_is_never_read(position: int, bit: int) -> None:
    lines = [_file(number) for number in (1, 2, 3)]
    hit = bytearray(lines[1])
    hit[position] ^= 1 << bit
    pieces, report = _read(lines[0] + bytes(hit) + lines[2])
    assert [p.sequence for p in pieces if isinstance(p, Line)] == [1, 3]
    assert report.missing == 1
    assert report.damaged >= 1
    assert not report.sound


def test_a_destroyed_line_end_costs_one_line() -> None:
    data = bytearray(_file(1, 2, 3))
    data[len(_file(1)) - 1] ^= 0x20
    pieces, report = _read(bytes(data))
    assert [type(piece) for piece in pieces] == [Damaged, Line, Line]
    assert report == Report(lines=2, damaged=1, missing=0, first=2, last=3, next=4)


def test_damage_over_many_lines_tells_how_many() -> None:
    data = bytearray(_file(*range(1, 101)))
    begin, end = _line_ends(data)[9] + 5, _line_ends(data)[49] + 5
    data[begin:end] = bytes(end - begin)
    assert _numbers(bytes(data)) == [*range(1, 11), *range(52, 101)]
    assert _read(bytes(data))[1].missing == 41


def test_damage_at_the_end_keeps_its_number() -> None:
    data = bytearray(_file(1, 2))
    data[-5] ^= 1
    report = _read(bytes(data))[1]
    assert (report.missing, report.next) == (1, 3)
    report = _read(bytes(data) + _file(3))[1]
    assert (report.missing, report.next) == (1, 4)


def test_numbers_out_of_sequence_are_counted() -> None:
    assert _numbers(_file(1, 2, 3, 2, 4)) == [1, 2, 3, 2, 4]
    report = _read(_file(1, 2, 3, 2, 4))[1]
    assert (report.out_of_sequence, report.missing, report.last) == (1, 0, 4)
    assert not report.sound


@pytest.mark.parametrize(
    "change",
    [
        {"merge": "orders", "id": 1},
        {"put": "orders", "id": "1", "fields": {}},
        {"put": "orders", "id": 1},
        {"mark": "seal"},
        {},
    ],
)
def test_a_change_of_a_later_version_is_kept_as_it_is(change: dict[str, Any]) -> None:
    body = json.dumps([2, change]).encode()
    line = b"%08x %s" % (zlib.crc32(body), body)
    pieces, report = _read(_file(1) + line + b"\n" + _file(3))
    assert pieces[1] == Foreign(2, len(_file(1)), line)
    assert (report.foreign, report.missing, report.damaged) == (1, 0, 0)
    assert not report.sound


@given(st.binary(max_size=300))
def test_anything_can_be_read(data: bytes) -> None:
    pieces, report = _read(data)
    for piece in pieces:
        if isinstance(piece, Damaged | Torn):
            start = piece.offset
            assert data[start : start + len(piece.data)] == piece.data
    assert report.lines == 0


@given(st.binary(max_size=40).filter(lambda junk: b"\n" not in junk))
def test_a_line_behind_rubbish_is_found(junk: bytes) -> None:
    assert _numbers(_file(1) + junk + _file(2)) == [1, 2]


def test_a_text_that_looks_like_a_line_stays_a_text() -> None:
    trap = encode(9, [_put(9)]).decode()
    data = encode(1, [_put(1, trap)])
    assert _numbers(data) == [1]
    hit = bytearray(data)
    hit[3] ^= 1
    assert _numbers(bytes(hit)) == []


def test_the_smallest_piece_is_no_line() -> None:
    assert isinstance(decode(b""), Damaged)
    assert isinstance(decode(b"00000000 "), Damaged)
