"""`python -m bench [NAME ...] [--json FILE]`: run measurements, print a table.

A measurement is a module of this folder with a function `measure`; its docstring says
what is measured.
"""

import argparse
import importlib
import json
import sys
from pathlib import Path

from bench.series import Series, as_data, table

NAMES = (
    "start",
    "popup",
    "letters",
    "paste",
    "abbreviations",
    "losses",
    "idle",
    "memory",
    "store",
    "orders",
    "lint",
    "checks",
)
ON_REQUEST = ("packaged", "records", "search")
"""Those that need something made before, or minutes: the rest runs unnamed."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument(
        "names", nargs="*", metavar="NAME", help=", ".join(NAMES + ON_REQUEST)
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep all figures")
    asked = parser.parse_args()
    if unknown := set(asked.names) - {*NAMES, *ON_REQUEST}:
        parser.error(f"there is no measurement {', '.join(sorted(unknown))}")
    found: list[Series] = []
    for name in asked.names or NAMES:
        print(f"[bench] {name} ...", file=sys.stderr, flush=True)
        found += importlib.import_module(f"bench.{name}").measure()
    print(table(found))
    if asked.json:
        text = json.dumps(as_data(found), indent=2, ensure_ascii=False)
        asked.json.write_text(text + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
