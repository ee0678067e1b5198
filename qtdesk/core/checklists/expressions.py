"""Conditions and computed values of a checklist: a small language of expressions.

Written like Python's, and read by Python's own reader, but never run by it: of its
syntax only what stands here is known. No attribute, no index, no loop, no name that
the checklist does not have. What an expression costs is bounded by its length, and
whatever goes wrong is an `ExpressionError`.

A value that is not there is None: what compares it is false, what reckons with it is
None again, so that a half-filled list needs no guards.
"""

import ast
import operator
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal, DecimalException
from typing import NamedTuple, Protocol

from qtdesk.core.checklists.operations import (
    COMPARISONS,
    OPERATIONS,
    ExpressionError,
    of_size,
    reckoned,
)
from qtdesk.core.checklists.values import Value

LONGEST = 600
"""Characters of an expression."""
MOST_NODES = 250


class Scope(Protocol):
    """What an expression is reckoned in."""

    def value(self, name: str) -> Value:
        """The value of a name that was known when the list was read."""
        ...

    def call(self, name: str, arguments: Sequence[Value]) -> Value:
        """What the function `name` makes of `arguments`, as many as it takes."""
        ...


class Arity(NamedTuple):
    """How many arguments a function takes."""

    least: int
    most: int


_Step = Callable[[Scope], Value]


class Expression:
    """An expression that was read; what it needs is known."""

    __slots__ = ("_step", "asked", "compared", "names", "source")

    def __init__(self, source: str, functions: Mapping[str, Arity]) -> None:
        """Read `source`, which may call `functions`.

        Raises:
            ExpressionError: it cannot be read.
        """
        source = source.strip()
        self.source = source
        self.names: frozenset[str]
        """Every name it asks a scope for."""
        tree = _tree(source)
        reader = _Reader(functions)
        self._step = reader.step(tree)
        self.names = frozenset(reader.names)
        self.asked = frozenset(reader.asked)
        """Functions with the one text they are called with, as `flag("masked")`."""
        self.compared = frozenset(reader.compared)
        """Names with the texts they are compared with, as `stock == "out"`."""

    def __repr__(self) -> str:
        return f"Expression({self.source!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Expression) and other.source == self.source

    def __hash__(self) -> int:
        return hash(self.source)

    def value(self, scope: Scope) -> Value:
        """What it comes to in `scope`.

        Raises:
            ExpressionError: its values do not go together.
        """
        try:
            return self._step(scope)
        except ExpressionError:
            raise
        except (TypeError, ValueError, OverflowError, DecimalException) as error:
            raise ExpressionError("types", self.source) from error
        except RecursionError as error:
            raise ExpressionError("long", self.source) from error

    def holds(self, scope: Scope) -> bool:
        """Whether it is true in `scope`; raises as `value` does."""
        return bool(self.value(scope))


def _tree(source: str) -> ast.expr:
    if len(source) > LONGEST:
        raise ExpressionError("long", source[:40])
    try:
        tree = ast.parse(source, mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise ExpressionError("syntax", source) from error
    if sum(1 for _ in ast.walk(tree)) > MOST_NODES:
        raise ExpressionError("long", source[:40])
    return tree.body


class _Reader:
    """Turns a tree into steps, and notes what it names."""

    def __init__(self, functions: Mapping[str, Arity]) -> None:
        self._functions = functions
        self.names: set[str] = set()
        self.asked: set[tuple[str, str]] = set()
        self.compared: set[tuple[str, str]] = set()

    def step(self, node: ast.expr) -> _Step:  # noqa: C901, PLR0911 - one for each kind
        match node:
            case ast.Constant():
                return _constant(node.value)
            case ast.Name():
                return self._name(node.id)
            case ast.BoolOp():
                return self._joined(node)
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                inner = self.step(operand)
                return lambda scope: not inner(scope)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                inner = self.step(operand)
                return lambda scope: reckoned(Decimal(0), inner(scope), operator.sub)
            case ast.BinOp() if type(node.op) in OPERATIONS:
                make = OPERATIONS[type(node.op)]
                left, right = self.step(node.left), self.step(node.right)
                return lambda scope: make(left(scope), right(scope))
            case ast.Compare():
                return self._compared(node)
            case ast.IfExp():
                test, then = self.step(node.test), self.step(node.body)
                other = self.step(node.orelse)
                return lambda scope: then(scope) if test(scope) else other(scope)
            case ast.Tuple() | ast.List():
                parts = [self.step(each) for each in node.elts]
                return lambda scope: tuple(part(scope) for part in parts)
            case ast.Call(func=ast.Name(id=name), keywords=[]):
                return self._called(name, node.args)
            case _:
                raise ExpressionError("syntax", type(node).__name__)

    def _name(self, name: str) -> _Step:
        self.names.add(name)
        return lambda scope: scope.value(name)

    def _joined(self, node: ast.BoolOp) -> _Step:
        parts = [self.step(each) for each in node.values]
        if isinstance(node.op, ast.And):
            return lambda scope: all(part(scope) for part in parts)
        return lambda scope: any(part(scope) for part in parts)

    def _compared(self, node: ast.Compare) -> _Step:
        first = self.step(node.left)
        rest: list[tuple[Callable[[Value, Value], bool], _Step]] = []
        for sign, other in zip(node.ops, node.comparators, strict=True):
            if type(sign) not in COMPARISONS:
                raise ExpressionError("syntax", type(sign).__name__)
            rest.append((COMPARISONS[type(sign)], self.step(other)))
            if isinstance(node.left, ast.Name):
                self.compared |= {(node.left.id, text) for text in _texts_in(other)}
        return lambda scope: _chain(first(scope), rest, scope)

    def _called(self, name: str, arguments: Sequence[ast.expr]) -> _Step:
        arity = self._functions.get(name)
        if arity is None:
            raise ExpressionError("unknown", name)
        if not arity.least <= len(arguments) <= arity.most:
            raise ExpressionError("arguments", name)
        if len(arguments) == 1 and isinstance(arguments[0], ast.Constant):
            self.asked |= {(name, text) for text in _texts_in(arguments[0])}
        steps = list(self._steps(arguments))
        return lambda scope: scope.call(name, [step(scope) for step in steps])

    def _steps(self, nodes: Sequence[ast.expr]) -> Iterator[_Step]:
        for node in nodes:
            yield self.step(node)


def _chain(
    left: Value,
    rest: Sequence[tuple[Callable[[Value, Value], bool], _Step]],
    scope: Scope,
) -> bool:
    for compare, step in rest:
        right = step(scope)
        if not compare(left, right):
            return False
        left = right
    return True


def _texts_in(node: ast.expr) -> Iterator[str]:
    """The text that `node` is, or those in the list that it is."""
    parts = node.elts if isinstance(node, ast.Tuple | ast.List) else [node]
    for part in parts:
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value


def _constant(value: object) -> _Step:
    """A step for a constant; a number is a decimal, whatever Python made of it."""
    constant: Value
    if value is None or isinstance(value, bool | str):
        constant = value
    elif isinstance(value, int | float):
        constant = of_size(Decimal(str(value)))
    else:
        raise ExpressionError("syntax", "constant")
    return lambda _: constant
