"""How the agent's tables are laid out, and how older ones get there.

Schema 1 has these tables; each but the last two has one document, with the number 1.

    settings   name to text of every setting that was changed
    notes      name to text, for the program itself
    sources    paths: where phrasebooks are read from
    uses       phrase, count, last: how often a phrase was used, and in which order
    own_phrases  key, mine, base, looked, gone: what an agent wrote, see `own_phrases`
"""

from collections.abc import Callable, Mapping

from qtdesk.storage.journal.contents import Tables

SCHEMA = 1
"""Raised with each change of the layout; then an entry of `_STEPS` leads there."""

Step = Callable[[Tables], Tables]
_STEPS: Mapping[int, Step] = {}
"""From each schema to the next one."""


def migrate(schema: int, tables: Tables, steps: Mapping[int, Step] = _STEPS) -> Tables:
    """`tables` as of `schema`, laid out as of the last one in `steps`."""
    while schema in steps:
        tables = steps[schema](tables)
        schema += 1
    return tables
