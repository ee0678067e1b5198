"""Records of order checks: what they hold, how they are written, masked, corrected.

Knows no file: a port (`qtdesk.core.ports.records`) says what is asked of whoever keeps
them.
"""

from qtdesk.core.records.masking import masked
from qtdesk.core.records.record import (
    NOTHING_PERSONAL,
    Correction,
    ItemResult,
    ItemVerdict,
    KeptRecord,
    Output,
    OutputTarget,
    Personal,
    Record,
    Verdict,
    new_uid,
    plain,
    same_order,
)
from qtdesk.core.records.written import (
    PERSONAL,
    NewerRecordError,
    correction_from,
    fields_of_correction,
    fields_of_record,
    is_newer_document,
    record_from,
)

__all__ = [
    "NOTHING_PERSONAL",
    "PERSONAL",
    "Correction",
    "ItemResult",
    "ItemVerdict",
    "KeptRecord",
    "NewerRecordError",
    "Output",
    "OutputTarget",
    "Personal",
    "Record",
    "Verdict",
    "correction_from",
    "fields_of_correction",
    "fields_of_record",
    "is_newer_document",
    "masked",
    "new_uid",
    "plain",
    "record_from",
    "same_order",
]
