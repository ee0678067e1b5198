"""What signs between values mean, and which values they refuse.

Numbers are decimals and stay within bounds; texts grow to a limit; kinds are never
mixed. What is not there compares to false and reckons to nothing.
"""

import ast
import operator
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal, DecimalException

from qtdesk.core.checklists.values import Value

LONGEST_TEXT = 4_000
"""Characters of a text that an expression makes."""
LARGEST = Decimal(10) ** 15


class ExpressionError(Exception):
    """An expression cannot be read, or has no value here; says which and why."""

    def __init__(self, kind: str, what: str = "") -> None:
        """Kinds are "syntax", "long", "unknown", "arguments", "types", "large"."""
        super().__init__(f"{kind}: {what}" if what else kind)
        self.kind = kind
        self.what = what


def _same(left: Value, right: Value) -> bool:
    """Whether both are the same and of one kind: a tick is no number."""
    if isinstance(left, bool) is not isinstance(right, bool):
        return False
    return left == right


def _ordered(compare: Callable[..., bool]) -> Callable[[Value, Value], bool]:
    def check(left: Value, right: Value) -> bool:
        if left is None or right is None:
            return False
        if isinstance(left, Decimal) and isinstance(right, Decimal):
            return compare(left, right)
        if isinstance(left, datetime) and isinstance(right, datetime):
            return compare(left, right)
        if type(left) is type(right) is date:
            return compare(left, right)
        raise TypeError("these have no order")

    return check


def _within(part: Value, whole: Value) -> bool:
    if isinstance(whole, tuple):
        return any(_same(part, each) for each in whole)
    if whole is None or part is None:
        return False
    if isinstance(whole, str) and isinstance(part, str):
        return part in whole
    raise TypeError("nothing is in there")


COMPARISONS: dict[type[ast.cmpop], Callable[[Value, Value], bool]] = {
    ast.Eq: _same,
    ast.NotEq: lambda left, right: not _same(left, right),
    ast.Lt: _ordered(operator.lt),
    ast.LtE: _ordered(operator.le),
    ast.Gt: _ordered(operator.gt),
    ast.GtE: _ordered(operator.ge),
    ast.In: _within,
    ast.NotIn: lambda part, whole: whole is not None and not _within(part, whole),
}


def _added(left: Value, right: Value) -> Value:
    if isinstance(left, str) and isinstance(right, str):
        if len(left) + len(right) > LONGEST_TEXT:
            raise ExpressionError("large")
        return left + right
    return reckoned(left, right, operator.add)


def _divided(left: Value, right: Value) -> Value:
    try:
        return reckoned(left, right, operator.truediv)
    except DecimalException as error:
        raise ExpressionError("types", "/") from error


def reckoned(left: Value, right: Value, make: Callable[..., Decimal]) -> Value:
    if left is None or right is None:
        return None
    if not isinstance(left, Decimal) or not isinstance(right, Decimal):
        raise TypeError("these are no numbers")
    return of_size(make(left, right))


def of_size(number: Decimal) -> Decimal:
    if not number.is_finite() or abs(number) > LARGEST:
        raise ExpressionError("large")
    return number


OPERATIONS: dict[type[ast.operator], Callable[[Value, Value], Value]] = {
    ast.Add: _added,
    ast.Sub: lambda left, right: reckoned(left, right, operator.sub),
    ast.Mult: lambda left, right: reckoned(left, right, operator.mul),
    ast.Div: _divided,
}
