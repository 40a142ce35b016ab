"""
What a desk has accepted as fact: reviewed, versioned snapshots in plain files.

`SnapshotStore` is the way in; `docs/explanation/snapshots.md` tells how the files are made and why.
"""

from factwatch.snapshots.history import BlameRow, DiffRow, HistoryRow, LogRow, ValidRow
from factwatch.snapshots.integrity import Finding, Verification
from factwatch.snapshots.merging import Conflict, Merge, merge, merge_files
from factwatch.snapshots.pending import NEW_CLAIM, Check, PendingDocument, PendingItem, Rejection
from factwatch.snapshots.record import Closure, Entry, Origin, Parent, Snapshot, Source, Validity
from factwatch.snapshots.review import Decision, Review
from factwatch.snapshots.status import WatchStatus
from factwatch.snapshots.store import SnapshotStore
from factwatch.snapshots.watch import Filters, Ignore, Watch

__all__ = [
    "NEW_CLAIM",
    "BlameRow",
    "Check",
    "Closure",
    "Conflict",
    "Decision",
    "DiffRow",
    "Entry",
    "Filters",
    "Finding",
    "HistoryRow",
    "Ignore",
    "LogRow",
    "Merge",
    "Origin",
    "Parent",
    "PendingDocument",
    "PendingItem",
    "Rejection",
    "Review",
    "Snapshot",
    "SnapshotStore",
    "Source",
    "ValidRow",
    "Validity",
    "Verification",
    "Watch",
    "WatchStatus",
    "merge",
    "merge_files",
]
