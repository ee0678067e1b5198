"""Records of order checks on the disk; see `qtdesk.core.ports.records`.

Locks for whole operations: one process writes at a time, and another one may have
written since. Reading needs no lock, because files only grow or are replaced whole.
"""

import contextlib
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from datetime import date, datetime
from pathlib import Path
from threading import RLock
from typing import Any, TypeVar

from filelock import FileLock, Timeout

from qtdesk.core.errors import StoreError
from qtdesk.core.ports.records import (
    Answer,
    MonthState,
    Progress,
    Question,
    Removed,
)
from qtdesk.core.records import (
    Correction,
    KeptRecord,
    Record,
    fields_of_correction,
    fields_of_record,
    same_order,
)
from qtdesk.core.words import QT_TRANSLATE_NOOP, words
from qtdesk.storage.atomic import could_not_save
from qtdesk.storage.records import removal
from qtdesk.storage.records.edits import Edit, Expiring, first_day_after
from qtdesk.storage.records.index import Index
from qtdesk.storage.records.lookup import DoubtError, LookUp, matches
from qtdesk.storage.records.months import state_of, lost_between
from qtdesk.storage.records.segment import (
    CORRECTIONS,
    RECORDS,
    NewerSegmentError,
    append,
    month_of,
    seal,
    segments_in,
    tail_of,
)
