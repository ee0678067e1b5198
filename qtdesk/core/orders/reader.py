"""Reading an order, and correcting what was read.

The order of the steps is the heart: what is surest claims its part of the text first,
so that the rest has less to be mistaken about.
"""

from qtdesk.core.orders import (
    addresses,
    corrections,
    details,
    names,
    overseas,
    phones,
)
from qtdesk.core.orders.draft import Draft
from qtdesk.core.orders.fields import FieldName, Span
from qtdesk.core.orders.label_words import Topic
from qtdesk.core.orders.labels import sections
from qtdesk.core.orders.parcels import read_parcels
from qtdesk.core.orders.purchases import read_bare_purchases, read_purchases
from qtdesk.core.orders.reading import Reading
from qtdesk.core.orders.regions import Regions
from qtdesk.core.orders.wishes import read_messages, read_wishes

LONGEST = 4_000
"""Characters that are read at most; no order is longer, but a clipboard may be."""


class OrderReader:
    """Reads texts with one list of regions; keeps nothing of them."""

    def __init__(self, regions: Regions) -> None:
        self.regions = regions

    def read(self, text: str) -> Reading:
        """Read `text`; whatever it is, there is an answer, and its text is `text`."""
        draft = Draft(text, self.regions.fold(text[:LONGEST]))
        if overseas.is_from_abroad(draft.open):
            overseas.read(draft)
        else:
            _read_chinese(draft, self.regions)
        return draft.reading()

    def reassign(self, reading: Reading, span: Span, name: FieldName) -> Reading:
        """Let the text at `span` be the field `name`, whatever it was before.

        Other fields lose what they have there; a field of that name that an order has
        only once gives way, and its text is left over. What the agent says is not
        doubted again, but a number of the wrong length still is one.

        Raises:
            ValueError: there is nothing but spaces at `span`, or it is no place in the
                text.
        """
        return corrections.reassigned(reading, span, name, self.regions)

    def write(self, reading: Reading, name: FieldName, value: str) -> Reading:
        """Let the field `name` be `value`, as the agent has typed it.

        It keeps the places of the field it replaces, if there is one. An empty `value`
        takes the field away.
        """
        return corrections.rewritten(reading, name, value, self.regions)


def _read_chinese(draft: Draft, regions: Regions) -> None:
    found = sections(draft)
    read_messages(draft, found)
    addresses.set_old_aside(draft, found)
    read_purchases(draft, found)
    read_parcels(draft, found)
    read_bare_purchases(draft)
    phones.read_phones(draft, found)
    names.read_labelled_name(draft, found)
    read_wishes(draft)
    details.read_postcode(draft, [s.value for s in found if s.topic is Topic.POSTCODE])
    start = addresses.read_region(draft, found, regions)
    names.read_free_name(draft)
    labelled = [s.value for s in found if s.topic is Topic.DETAIL]
    details.read_detail(draft, start, labelled)
