"""Lines for people and lines of JSON, complete with each line."""

import json
import sys
from typing import Any


def say(*fields: object) -> None:
    """One line, its fields apart by tabs."""
    print(*fields, sep="\t", flush=True)


def say_json(value: Any) -> None:
    """One line of JSON."""
    print(json.dumps(value, ensure_ascii=False), flush=True)


def complain(sentence: object) -> None:
    """One line beside the output."""
    print(f"qtdesk: {sentence}", file=sys.stderr, flush=True)


def counted(number: int, noun: str) -> str:
    """`1 phrase`, `2 phrases`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
