"""A hundred thousand texts that nobody wrote, to see an order's reader fall over.

Half of them are samples that were cut, doubled, swapped and soiled; half are drawn from
pieces of orders and from any characters. The same ones every time.
"""

import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from bench.orders import order_samples
from qtdesk.bootstrap.on_request import open_order_reader
from tests.core.orders.order_texts import covers_everything

FULL, SHORT = 100_000, 2_000
SLOWEST_S = 0.5
"""Of the processor's time: no text an agent copies may hold up a chat for longer."""
_SEED = 20261122
_SOIL = "*＊0１８-—()（）[]【】，,。;；:：\n\t\u200b\u3000 省市区县镇街道号转#+86亲😊aZ"
_MOST_CHANGES = 6
_MOST_PIECES = 12


class Outcome(NamedTuple):
    """What became of all of them."""

    texts: int
    slowest_s: float
    failures: tuple[str, ...]
    """What was wrong, for the first ten texts; the texts themselves are made again."""


def read_them(count: int, told: Callable[[int], None]) -> Outcome:
    """Read `count` texts; `told` hears how many were read now and then."""
    reader = open_order_reader(Path("no-such-folder"))
    slowest, failures = 0.0, []
    for number, text in enumerate(_texts(count), 1):
        began = time.process_time()
        try:
            reading = reader.read(text)
            slowest = max(slowest, time.process_time() - began)
            covers_everything(reading)
        except Exception as failure:  # noqa: BLE001 - whatever it is, it is a fault
            failures.append(f"text {number}: {type(failure).__name__} {failure}")
        else:
            if reading.text != text:
                failures.append(f"text {number}: it was changed")
        if number % 10_000 == 0:
            told(number)
    if slowest > SLOWEST_S:
        failures.append("one was too slow")
    return Outcome(count, slowest, tuple(failures[:10]))


def _texts(count: int) -> Iterator[str]:
    chance = random.Random(_SEED)  # noqa: S311 - the same texts every time
    samples = order_samples()
    for number in range(count):
        yield (_mutated if number % 2 else _drawn)(chance, samples)


def _mutated(chance: random.Random, samples: list[str]) -> str:
    text = chance.choice(samples)
    for _ in range(chance.randint(1, _MOST_CHANGES)):
        start = chance.randint(0, len(text))
        end = min(len(text), start + chance.randint(0, 8))
        piece = text[start:end]
        other = chance.choice(samples)
        text = (
            text[:start]
            + chance.choice(
                (
                    "",
                    piece + piece,
                    piece[::-1],
                    chance.choice(_SOIL) + piece,
                    other[: chance.randint(0, 30)] + piece,
                )
            )
            + text[end:]
        )
    return text


def _drawn(chance: random.Random, samples: list[str]) -> str:
    pieces = []
    for _ in range(chance.randint(0, _MOST_PIECES)):
        if chance.random() < 0.5:  # noqa: PLR2004 - one or the other
            sample = chance.choice(samples)
            start = chance.randint(0, len(sample))
            pieces.append(sample[start : start + chance.randint(1, 12)])
        else:
            # Without halves of surrogate pairs, which no clipboard hands over.
            code = chance.choice((0x80, 0x3000, 0xA000, 0xD800, 0x1FAFF))
            letters = (chr(chance.randrange(code)) for _ in range(4))
            pieces.append("".join(c for c in letters if not "\ud800" <= c <= "\udfff"))
        pieces.append(chance.choice(_SOIL))
    return "".join(pieces)
