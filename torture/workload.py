"""A stream of operations, the same each time: operation `n` is a function of `n`."""

from tinydb import TinyDB, where

from torture.subjects import State, record

_STEP = 4


def perform(tables: TinyDB, number: int, first: int) -> None:
    """Do operation `number` in a store that began with `first` records."""
    table = tables.table("records")
    kind, name = number % _STEP, first + number
    match kind:
        case 0 | 2:
            table.insert(record(name))
        case 1:
            table.update({"note": _note(number)}, where("name") == _name(name - 1))
        case _:
            table.remove(where("name") == _name(name - 1))


def expect(state: State, number: int, first: int) -> None:
    """Do the same to what should be there."""
    kind, name = number % _STEP, first + number
    match kind:
        case 0 | 2:
            state[_name(name)] = ""
        case 1:
            state[_name(name - 1)] = _note(number)
        case _:
            state.pop(_name(name - 1), None)


def beginning(first: int) -> State:
    return {_name(number): "" for number in range(first)}


def fill(tables: TinyDB, first: int) -> None:
    tables.table("records").insert_multiple(record(n) for n in range(first))


def _name(number: int) -> str:
    return f"r{number:08d}"


def _note(number: int) -> str:
    return f"n{number}" + "备注" * (number * 37 % 150)
